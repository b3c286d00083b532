#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# setup.sh [--checks] - install what building and testing need on Debian 12 or
# 13 and Ubuntu 24.04, and with --checks what only .ci/run needs. What is there
# already is left alone: then no package manager is called.
set -eu

have_program() {
	command -v "$1" >/dev/null 2>&1
}

have_module() {
	pkg-config --exists "$1" 2>/dev/null
}

have_header() {
	echo "#include <$1>" | cc -E - >/dev/null 2>&1
}

missing=
# need PACKAGE KIND NAME: the package is missed unless the thing is there.
need() {
	"have_$2" "$3" || missing="$missing $1"
}

need gcc program cc
need libc6-dev header stdio.h
need make program make
need autoconf program autoconf
need automake program automake
need pkg-config program pkg-config
need libncurses-dev module ncursesw
need libsqlite3-dev module sqlite3
need uuid-dev module uuid
need libsodium-dev module libsodium
need libutf8proc-dev module libutf8proc
need libcmocka-dev module cmocka
if [ "${1-}" = --checks ]; then
	need clang program clang
	need gettext program xgettext
	need mandoc program mandoc
	need python3 program python3
	need shellcheck program shellcheck
	need valgrind program valgrind
fi
[ -n "$missing" ] || exit 0

if ! have_program apt-get; then
	echo "setup.sh: missing, by their names in Debian:$missing" >&2
	exit 1
fi
as_root="env"
if [ "$(id -u)" -ne 0 ]; then
	have_program sudo || {
		echo "setup.sh: as root: apt-get install$missing" >&2
		exit 1
	}
	as_root='sudo env'
fi
echo "installing:$missing" >&2
# shellcheck disable=SC2086 # lists of words
{
	$as_root DEBIAN_FRONTEND=noninteractive apt-get update -qq
	$as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
		--no-install-recommends $missing
} </dev/null >&2
