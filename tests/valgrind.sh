#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# valgrind.sh TEST - run it under valgrind: what is read before it was written
# fails it. Leaks are the sanitizers' to find; a child that ends in the middle
# of a test, on purpose, would only look like one here.
LIAISON_TESTS_SLOWED=yes
export LIAISON_TESTS_SLOWED
exec valgrind --quiet --error-exitcode=99 --leak-check=no \
	--child-silent-after-fork=yes --num-callers=30 "$@"
