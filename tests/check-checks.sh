#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The checks can fail: on a small house they all hold, and each names the one
# fault that is then put into it.
# shellcheck disable=SC2016 # nothing is to be expanded in the faults
. "${srcdir:-.}/tests/support/tap.sh"
house=$(mktemp -d "${TMPDIR:-/tmp}/liaison-checks-XXXXXX") || exit 99
trap 'rm -rf "$house"' EXIT
trap 'exit 99' HUP INT TERM

# A file of the small house: its text, behind a licence line.
file() {
	mkdir -p "$house/$(dirname "$1")"
	{
		echo '/* SPDX-License-Identifier: GPL-3.0-or-later */'
		cat
	} >"$house/$1"
}

for folder in base db src ui; do
	guard=$(echo "$folder" | tr '[:lower:]' '[:upper:]')_NOUN_H
	printf '#ifndef %s\n#define %s\n#include <stddef.h>\n#endif\n' \
		"$guard" "$guard" | file $folder/noun.h
	file $folder/noun.c <<-END
	#include "$folder/noun.h"

	#include "base/banned.h"
	END
done
printf '#ifndef BASE_BANNED_H\n#define BASE_BANNED_H\n#endif\n' |
	file base/banned.h
for folder in contrib data doc man; do
	file $folder/kept.c </dev/null
done
mkdir -p "$house/po" "$house/tests/model"
: >"$house/tests/model/rules.sh"
cp -R tests/support "$house/tests"
rm -f "$house"/tests/support/*.[ch]
cp -R tools "$house"
for name in README HACKING NEWS SECURITY.md bootstrap configure.ac Makefile.am; do
	cp $name "$house/$name"
done
echo '# It speaks one language.' >"$house/po/LINGUAS"
sh "$house/tools/potfiles.sh" >"$house/po/POTFILES.in"

# run CHECK: what the check says of the small house.
run() {
	srcdir=$house GIT_DIR=/dev/null compile="${compile:-cc} -I." \
		sh "tests/check-$1.sh" 2>&1
}

for check in includes layers mutants po sizes spdx; do
	report "check-$check.sh holds on a small house" \
		"$(run $check | grep '^not ok')"
done

# fault CHECK SENTENCE FILE TEXT: with the text at the end of the file, the check
# must say that this sentence does not hold.
fault() {
	mkdir -p "$house/$(dirname "$3")"
	touch "$house/$3"
	cp "$house/$3" "$house/before"
	printf '%b\n' "$4" >>"$house/$3"
	report "check-$1.sh goes red: $2" "$(
		run "$1" | grep -q "^not ok [0-9]* - .*$2" || run "$1")"
	if [ -s "$house/before" ]; then
		mv "$house/before" "$house/$3"
	else
		rm "$house/$3" "$house/before"
	fi
}

fault layers 'base/ includes nothing' base/noun.c '#include "db/noun.h"'
fault layers 'db/ includes nothing' db/noun.c '# include "src/noun.h"'
fault layers 'src/ includes nothing' src/noun.h '#include "ui/noun.h"'
fault layers 'ui/ includes nothing' ui/noun.c '#include "db/noun.h"'
fault layers 'written from the root' src/noun.c '#include "noun.h"'
fault layers 'statements stay' src/noun.c '#include "db/stmt.h"'
fault layers 'ui/ knows of src/' ui/noun.c '#include "src/store.h"'
fault layers 'sqlite3.h' src/noun.c '#include <sqlite3.h>'
fault layers 'SQL' src/noun.c 'static const char q[] = "SELECT 1";'
fault layers 'curses' ui/noun.c '#include <curses.h>'
fault layers 'prints' db/noun.c 'void f(void) { printf("x"); }'
fault layers 'prints' src/noun.c 'void f(void) { /* " */ fputs("x", stderr); }'
fault layers 'ends the process' base/noun.c 'void f(void) { exit(1); }'

fault includes 'includes are' base/verb.h 'int guarded_by_nothing;'
fault includes 'includes are' db/noun.c '#include <stdio.h>'
fault includes 'includes are' src/verb.c \
	'#include "ui/a.h"\n#include "ui/a.h"\n#include "db/a.h"\n#include "base/banned.h"'
fault includes 'compiles alone' src/noun.h 'void f(int64_t n);'

# numbered N TEXT: so many lines of it.
numbered() {
	seq "$1" | sed "s/.*/$2/"
}

fault sizes 'base/ keeps' base/noun.c "$(numbered 601 'int a&;')"
fault sizes 'src/ keeps' src/noun.h "$(numbered 201 'int a&;')"
fault sizes 'db/ keeps' db/noun.c \
	"void\nf(void)\n{\n$(numbered 61 '\tg(&);')\n}"
fault sizes 'ui/ keeps' ui/noun.c \
	'void\nf(int a, int b, int c, int d, int e, int f, int g, int h, int i)\n{\n}'
fault sizes 'ui/ keeps' ui/noun.c "int a$(printf '%089d' 0);"

fault spdx 'names its licence' db/0001.sql 'SELECT 1;'

fault mutants 'changes a line' tests/model/rules.sh \
	"mutant 'a rule' src/noun.c 's/what is not there//'"
fault mutants 'changes a line' tests/model/rules.sh \
	"mutant 'a rule' src/gone.c 's/include/exclude/'"

fault po 'POTFILES' ui/noun.c 'const char *f(void) { return _("words"); }'
fault po 'same languages' po/LINGUAS 'de'
fault po 'same languages' po/de.po 'msgid ""'
plan
