#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file that can carry its licence does, in the first two lines.
. "${srcdir:-.}/tests/support/tap.sh"

# What git knows of; in a release, where there is no git, what is text in our
# folders, less what a build in the source tree makes there.
ours() {
	known=$(git ls-files 2>/dev/null)
	if [ -n "$known" ]; then
		printf '%s\n' "$known"
		return
	fi
	ls bootstrap configure.ac Makefile.am README HACKING NEWS ./*.md
	find base contrib data db doc man po src tests tools ui -type f \
		! -name '*.inc' ! -name '*.log' ! -name '*.trs' \
		! -name '*.Po' ! -name .dirstamp ! -name schema_files.c \
		-exec grep -Il . {} +
}

# These cannot: the licence itself, an empty list, a screen or an export to the
# letter, what somebody else's program wrote.
report "each file names its licence" "$(ours |
	grep -vE '^tests/exports/|(^|/)(COPYING|LINGUAS|\.gitkeep|[^/]*\.(screen|csv|db))$' |
	while read -r file; do
		head -n 2 "$file" | grep -q 'SPDX-License-Identifier: ' ||
			echo "$file"
	done)"
plan
