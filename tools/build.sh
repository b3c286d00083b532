#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh [TARGET...] - install what is needed and build in a folder of its
# own: build/, or $BUILD_DIR. Prints nothing when all goes well.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD_DIR:-$top/build}

"$top/tools/setup.sh"
[ -x "$top/configure" ] || (cd "$top" && ./bootstrap >/dev/null)
if [ -f "$top/config.status" ]; then
	echo "$top is configured itself; make distclean there, or use make" >&2
	exit 1
fi
mkdir -p "$build"
cd "$build"
[ -f Makefile ] || "$top/configure" --quiet
exec make --silent -j"$(nproc 2>/dev/null || echo 1)" "$@"
