#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tapfix.sh COMMAND... - run a cmocka test. cmocka before 1.1.6 prints a skipped
# case as "not ok N # SKIP name", which automake's driver would count as failed.
out=tests/tap.$$
"$@" >"$out"
rc=$?
sed 's/^not ok \(.*# SKIP\)/ok \1/' "$out"
rm -f "$out"
exit $rc
