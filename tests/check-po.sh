#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every word for a person can be found by translators, and every translation by
# the program.
. "${srcdir:-.}/tests/support/tap.sh"

report "po/POTFILES.in is what tools/potfiles.sh prints" \
	"$(sh tools/potfiles.sh | diff po/POTFILES.in -)"

report "po/LINGUAS and the translations are of the same languages" "$(
	sed '/^#/d' po/LINGUAS | sort >"${builddir:-.}/linguas.$$"
	find po -name '*.po' | sed 's/.*\///;s/\.po$//' | sort |
		diff "${builddir:-.}/linguas.$$" -
	rm -f "${builddir:-.}/linguas.$$")"

if command -v xgettext >/dev/null; then
	report "xgettext understands all of it" \
		"$(sh tools/xgettext.sh . - 2>&1 >/dev/null)"
	report "every translation is well-formed" "$(
		sed '/^#/d' po/LINGUAS | while read -r language; do
			msgfmt -c -o /dev/null "po/$language.po" 2>&1
		done)"
	report "every translation is complete" "$(
		template=${builddir:-.}/template.$$
		sh tools/xgettext.sh . - 2>/dev/null |
			sed 's/=CHARSET/=UTF-8/' >"$template"
		sed '/^#/d' po/LINGUAS | while read -r language; do
			msgmerge --quiet --no-fuzzy-matching --no-wrap -o - \
				"po/$language.po" "$template" |
			msgattrib --untranslated --no-obsolete --no-wrap - |
			sed -n "s/^msgid \"\([^\"].*\)/$language lacks \"\1/p"
		done | head -n 20
		rm -f "$template")"
else
	skip "xgettext understands all of it" "gettext is not there"
	skip "every translation is well-formed" "gettext is not there"
	skip "every translation is complete" "gettext is not there"
fi
plan
