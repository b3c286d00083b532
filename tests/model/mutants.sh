#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Break a rule of the program, one at a time, and see the model test go red each time:
# a file of the program with one line changed (rules.sh) is linked in place of its own.
# "make model-mutants" says how to compile and link; no file of the tree is touched.
srcdir=${srcdir:-.}
: "${compile:?is said by make model-mutants}" "${link:?}" "${objects:?}" "${libs:?}"
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
rc=0

# mutant SENTENCE FILE SED-EXPRESSION
mutant() {
	sentence=$1 file=$2 name=$(basename "$2" .c)
	case $sentence in *${ONLY-}*) ;; *) return ;; esac
	sed "$3" "$srcdir/$file" > "$folder/$name.c"
	if cmp -s "$srcdir/$file" "$folder/$name.c"; then
		echo "STALE  $sentence: nothing of $file is like that any more"
		rc=1
		return
	fi
	# shellcheck disable=SC2086 # commands and their words
	if ! $compile -I"$srcdir" -w -c -o "$folder/$name.o" "$folder/$name.c" ||
	    ! $link -o "$folder/test" $objects "$folder/$name.o" $libs; then
		echo "BROKEN $sentence: does not compile"
		rc=1
	elif said=$(MODEL_ACTS="${ACTS:-10000}" "$folder/test" 2>&1); then
		echo "ALIVE  $sentence"
		rc=1
	else
		echo "red    $sentence: $(printf '%s\n' "$said" |
			sed -n 's/^ERROR: //p' | head -n 1 | cut -c 1-60)"
	fi
}

# shellcheck source=tests/model/rules.sh
. "$srcdir/tests/model/rules.sh"
exit $rc
