#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every suite that goes through the door runs once more with each call and
# answer taken through its bytes (src/wire.h), so that a socket can carry them.
set -u
: "${srcdir:?}" "${builddir:?}"
LIAISON_DOOR=wire
export LIAISON_DOOR
n=0
# shellcheck disable=SC2086 # WIRE_TESTS is a list
set -- $WIRE_TESTS
echo "1..$#"
for test; do
	n=$((n + 1))
	if case $test in
	*.sh) sh "$srcdir/$test" ;;
	*) "$builddir/$test" ;;
	esac >"wire.$$" 2>&1 && ! grep -q '^not ok' "wire.$$"; then
		echo "ok $n - $test"
	else
		sed 's/^/# /' "wire.$$"
		echo "not ok $n - $test"
	fi
	rm -f "wire.$$"
done
