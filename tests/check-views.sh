#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every screen as people have it: tests/screens/views.tab has a line for each, and
# what is shown of the demo case is compared with tests/screens/views/NAME/*, at
# three sizes in three languages, and plain, in ASCII and without colours. With
# UPDATE=1 all are written anew, to be read before they are committed. Where everything
# takes long, each view is looked at once in each size and language, not in each pair.
# shellcheck source-path=SCRIPTDIR
. "${srcdir:-$(dirname "$0")/..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400	# Monday 5 January 2026, noon
TZ=Europe/Bucharest LC_ALL=C.UTF-8
TEXTDOMAINDIR=$builddir/po
export SOURCE_DATE_EPOCH TZ LC_ALL TEXTDOMAINDIR
table=$(cd "$srcdir" && pwd)/tests/screens/views.tab
views=${table%.tab}

# shot VIEW KEYS OPTION... - one screen, on a store as it was made
shot() {
	view=$1 keys=$2
	shift 2
	rm -rf now && mkdir now && cp -p case.store* now/ || return
	printf '%s\n' "$keys" >keys
	LIAISON_STORE=$dir/now/case.store L --view "$view" --keys keys --dump "$@" 2>&1
}

# compare FILE DESCRIPTION - is what stands in out what was read and kept?
compare() {
	if [ -n "${UPDATE-}" ]; then
		mkdir -p "${1%/*}" && cp out "$1"
	fi
	diff "$1" out >difference
	rc=$?
	[ $rc -eq 0 ] || sed 's/^/# /' difference
	n=$((n + 1))
	if [ $rc -eq 0 ]; then echo "ok $n - $2"
	else bad=$((bad + 1)); echo "not ok $n - $2"; fi
}

L demo 2>err || { echo 'Bail out! no demo could be made'; exit 99; }

# One has begun to change a record that another has changed since.
mkdir now && printf 'e <End> <^U> Print <Space> shop <Wait> <Esc>\n' >keys
L --as RO --view RO-L12 --keys keys --dump >out 2>&1
L --as RO/2 set RO-L12 title='Tutun Carton prints boxes in two shifts' >out 2>&1
result $? 'two change a record'

[ -z "${UPDATE-}" ] || rm -rf "$views"
languages=en
[ ! -f "$builddir/po/de/LC_MESSAGES/liaison.mo" ] || languages='en de el'
while IFS='	' read -r name as view keys; do
	case $name in ''|'#'*) continue;; esac
	for size in 80x24 40x12 160x50; do
		for language in $languages; do
			case ${LIAISON_TESTS_SLOWED+$size$language} in
			''|80x24en|40x12el|160x50de) ;;
			*) continue;;
			esac
			shot "$view" "$keys" --as "$as" --size $size \
				--set language="$language" >out
			compare "$views/$name/$language-$size.screen" "$name, $size, $language"
		done
	done
	for look in plain=yes ascii=yes theme=mono; do
		shot "$view" "$keys" --as "$as" --set $look >out
		compare "$views/$name/${look%=*}.screen" "$name, $look"
	done
done <"$table"

# A screen that is listed is looked at.
L help keys | sed -n 's/^\([a-z][a-z]*\) .* = .*/\1/p' | sort -u >screens
t 'screens are listed' [ -s screens ]
while read -r name; do
	grep -q "^${name}[-	]" "$table"
	result $? "there is a view of the screen $name"
done <screens

# In ASCII nothing else goes out.
! cat "$views"/*/ascii.screen | LC_ALL=C grep -q "$(printf '[\200-\377]')"
result $? 'ASCII is ASCII'
! cat "$views"/*/* | LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')"
result $? 'no screen holds a control character'
done_testing
