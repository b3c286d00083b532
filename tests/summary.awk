# SPDX-License-Identifier: GPL-3.0-or-later
# Reads automake's .trs files; prints what was skipped, and the plain closing
# line.
/^:test-result:/ {
	n[$2]++
	if ($2 == "SKIP")
		print "skipped: one of " substr(FILENAME, 1, length(FILENAME) - 4)
}
END {
	bad = n["FAIL"] + n["XPASS"] + n["ERROR"]
	good = n["PASS"] + n["XFAIL"]
	printf "%d passed, %d failed\n", good, bad
	exit bad > 0 || good == 0
}
