# SPDX-License-Identifier: GPL-3.0-or-later
# tap.sh - what the check scripts share. A script reads it, reports sentences
# and ends with: plan. It stands in the source tree, and sees a fixed locale.
# shellcheck shell=sh
LC_ALL=C
export LC_ALL
cd "${srcdir:-.}" || exit 1
reported=0

# report SENTENCE FINDINGS: the sentence holds if nothing was found.
report() {
	reported=$((reported + 1))
	if [ -z "$2" ]; then
		echo "ok $reported - $1"
	else
		echo "not ok $reported - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# skip SENTENCE REASON: it could not be looked at here.
skip() {
	reported=$((reported + 1))
	echo "ok $reported - $1 # SKIP $2"
}

plan() {
	echo "1..$reported"
}

# sources NAME-PATTERN FOLDER...: files of ours, by name, without what a build
# in the source tree has made there.
sources() {
	pattern=$1
	shift
	find "$@" -type f -name "$pattern" ! -name schema_files.c | sort
}

# code FILE...: FILE:LINE: and the line, without its comments.
code() {
	awk -f tests/support/code.awk "$@"
}
