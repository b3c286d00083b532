# SPDX-License-Identifier: GPL-3.0-or-later
# Reads automake's .trs files; prints the one plain closing line.
/^:test-result:/ { n[$2]++ }
END {
	bad = n["FAIL"] + n["XPASS"] + n["ERROR"]
	good = n["PASS"] + n["XFAIL"]
	printf "%d passed, %d failed%s\n", good, bad, \
		n["SKIP"] ? ", " n["SKIP"] " skipped" : ""
	exit bad > 0 || good == 0
}
