#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The tables in data/ are what they say: dated, sorted, unique, well-formed.
# Each row of the list below is a file and the pattern of one of its rows.
. "${srcdir:-.}/tests/support/tap.sh"
scratch=${builddir:-$PWD}/check-data.$$.tsv
tab=$(printf '\t')

rows() {
	grep -v '^#' "data/$1.tsv"
}

check() {
	# Compared: with another table than the source.
	report "$1 names its source and the month it was verified or compared" \
		"$(sed '/^#/!q' "data/$1.tsv" | tr '\n#' '  ' |
		grep -qE ' (Source: .*|published) .* (Verified|Compared) 20[0-9]{2}-[01][0-9]\.' ||
		echo "no source or no date")"
	report "$1 is sorted and each code stands once" \
		"$(rows "$1" | cut -f1 | sort -uc 2>&1)"
	report "$1 has well-formed rows" \
		"$(rows "$1" | grep -vnE "^($(echo "$2" | sed "s/ /$tab/g"))\$")"
}

name='[^[:cntrl:][:space:]]([^[:cntrl:]]*[^[:cntrl:][:space:]])?'
check countries "[A-Z]{2} (country|reserved|user) $name"
check currencies \
	"[A-Z]{3} [0-4] (iso|old) $name|[A-Z]{3,5} ([0-9]|1[0-8]) crypto $name"
check dialling "[1-9][0-9]{0,2} (country|shared|service) $name"
check firm-words "$name (generic|plain|number) $name"
check given-names '[^[:space:]]+ [a-z]+'
check legal-forms "$name (limited|stock|partner|body|sole)"
check person-words "$name (particle|title) $name"
check iban '[A-Z]{2} [1-3][0-9] [A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}'
check vat "[A-Z]{2,3} [0-9A-Z|]+ $name"

report "an IBAN is as long as its row says and begins with its country" \
	"$(rows iban | awk -F'\t' '
	length($3) != $2 || substr($3, 1, 2) != $1 { print }')"
report "every country with IBANs is in the table of countries" \
	"$(rows iban | cut -f1 | while read -r code; do
		grep -q "^$code$tab" data/countries.tsv || echo "$code"
	done)"
report "a table is embedded unless it is broken" \
	"$(printf '#@ text\tnumber\na"b\t7\n' >"$scratch"
	sh tools/embed-tsv.sh "$scratch" | grep -qF 'ROW("a\"b", 7)' ||
		echo "a good one was not"
	printf 'c\t07\n' >>"$scratch"
	sh tools/embed-tsv.sh "$scratch" >/dev/null 2>&1 &&
		echo "a broken one was"
	rm -f "$scratch")"
plan
