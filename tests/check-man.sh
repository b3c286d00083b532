#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The manual has the commands, options, fields, codes, keys and errors that the
# program has, and its pages are well-formed.
. "${srcdir:-.}/tests/support/tap.sh"

# shellcheck disable=SC2094 # both read it, nobody writes
report "the tables of man/liaison.1 are the program's (else: make manual)" \
	"$("${builddir:-.}/tools/gen-man" <man/liaison.1 2>&1 |
		diff man/liaison.1 -)"

if command -v mandoc >/dev/null; then
	for page in man/*.[1-8]; do
		report "mandoc finds nothing in $page" \
			"$(mandoc -Tlint "$page" 2>&1)"
	done
else
	skip "mandoc finds nothing" "mandoc is not there"
fi
plan
