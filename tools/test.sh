#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Install what is needed, build in a folder of its own and run all tests; the
# last line is "N passed, N failed".
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
"$top/tools/setup.sh"
build=${BUILD_DIR:-$top/build}
[ -x "$top/configure" ] || (cd "$top" && ./bootstrap)
mkdir -p "$build"
cd "$build"
[ -f Makefile ] || "$top/configure" -q --enable-werror
make -s -j"$(nproc)"
exec make -s -j"$(nproc)" test
