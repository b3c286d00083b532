#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No file, function, line or list of parameters has outgrown its reader. These
# are the hard limits; HACKING names the ones to aim for.
# shellcheck disable=SC2046 # no file of ours has a blank in its name
. "${srcdir:-.}/tests/support/tap.sh"

# check FOLDER LINES-OF-SOURCES LINES-OF-HEADERS PARAMETERS
check() {
	report "$1/ keeps to the limits" "$(
	awk -f tests/support/sizes.awk -v sources="$2" -v headers="$3" \
		-v most="$4" -v body=60 -v columns=90 -v door=src/desk.h \
		$(sources '*.[ch]' "$1") 2>&1)"
}

for folder in base db src ui; do
	check "$folder" 600 200 8
done
# What tests share is a fake of a whole layer, or written in a header.
check tests 700 300 8
plan
