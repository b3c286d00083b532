#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A header needs no other before it; includes have one order.
# shellcheck disable=SC2046 # no file of ours has a blank in its name
. "${srcdir:-.}/tests/support/tap.sh"

report "includes are as HACKING says" "$(
	awk -f tests/support/includes.awk \
		$(sources '*.[ch]' base db src ui tests) 2>&1)"

# The Makefile says how it compiles.
if [ -z "$compile" ]; then
	skip "every header compiles alone" "make has not said how"
else
	# shellcheck disable=SC2086 # a command and its flags
	report "every header compiles alone" "$(
		$compile -fsyntax-only $(sources '*.h' base db src ui) 2>&1 |
			head -n 40)"
fi
plan
