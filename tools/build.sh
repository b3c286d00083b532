#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh [TARGET...] - install what is needed and build in a folder of its
# own: build/, or $BUILD_DIR. Prints nothing when all goes well, but on a terminal
# what is being done: a person would take a minute of nothing for a failure.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD_DIR:-$top/build}

say() {
	[ ! -t 2 ] && [ -z "${BUILD_SAYS-}" ] || echo "liaison: $*" >&2
}

say 'looking for what the build needs ...'
"$top/tools/setup.sh"
[ -x "$build/liaison" ] ||
	say 'building for the first time; this takes some minutes ...'
[ -x "$top/configure" ] || (cd "$top" && ./bootstrap >/dev/null)
if [ -f "$top/config.status" ]; then
	echo "$top is configured itself; make distclean there, or use make" >&2
	exit 1
fi
mkdir -p "$build"
cd "$build"
[ -f Makefile ] || "$top/configure" --quiet
make --silent --question liaison >/dev/null 2>&1 ||
	say "building what changed in $build ..."
exec make --silent -j"$(nproc 2>/dev/null || echo 1)" "$@"
