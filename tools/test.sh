#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Install what is needed, build, and run all tests; the last line says
# "N passed, N failed".
cd "$(dirname "$0")" && ./build.sh && exec ./build.sh test
