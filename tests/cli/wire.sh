#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The same tests once more, with every call to the desk and every answer taken
# through bytes, as a socket would carry them.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
LIAISON_DOOR=wire
export LIAISON_DOOR srcdir builddir
for script in add set read import export; do
	sh "$srcdir/tests/cli/$script.sh" >out 2>err
	rc=$?
	grep '^not ok' out | sed 's/^/# /'
	result $rc "$script by wire"
done
done_testing
