#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# contrib/check-log: a good log passes, and nothing in it can change unnoticed.
if ! python3 -c 'import sqlite3' 2>/dev/null; then
	echo '1..0 # SKIP python3 is not there'
	exit 0
fi
srcdir=${srcdir:-.}
exec python3 -B "$srcdir/tests/contrib/check_log_cases.py" \
	"$srcdir/contrib/check-log" "$srcdir/tests/vectors/log-1.txt"
