#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each rule that the model test is to see broken (tests/model/rules.sh) changes something:
# what a rule once stood in may have been written anew.
. "${srcdir:-.}/tests/support/tap.sh"

mutant() {
	if [ ! -f "$2" ]; then
		echo "$1: there is no $2"
	elif sed "$3" "$2" | cmp -s - "$2"; then
		echo "$1: nothing of $2 is like that any more"
	fi
}

report "each rule that is broken changes a line" "$(
	. tests/model/rules.sh 2>&1 || echo "the rules cannot be read")"
plan
