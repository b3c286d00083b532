#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No file, function, line or list of parameters has outgrown its reader. These
# are the hard limits; HACKING names the ones to aim for.
# shellcheck disable=SC2046 # no file of ours has a blank in its name
. "${srcdir:-.}/tests/support/tap.sh"

# check FOLDER LINES-OF-HEADERS PARAMETERS
check() {
	report "$1/ keeps to the limits" "$(
	awk -f tests/support/sizes.awk -v headers="$2" -v sources=600 \
		-v body=60 -v most="$3" -v columns=90 -v door=src/desk.h \
		$(sources '*.[ch]' "$1") 2>&1)"
}

for folder in base db src ui; do
	check "$folder" 200 8
done
# What tests share is written in headers.
check tests 300 8
plan
