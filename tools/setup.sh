#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Install what building and testing needs on Debian 12/13 or Ubuntu 24.04; does
# nothing when all of it is there.
set -eu
need="autoconf automake gcc make pkg-config libncurses-dev libsqlite3-dev
uuid-dev libsodium-dev libutf8proc-dev libcmocka-dev"
missing=
for package in $need "$@"; do
	dpkg-query -W -f='${Status}' "$package" 2>/dev/null |
		grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
$sudo apt-get install -y -qq --no-install-recommends $missing
