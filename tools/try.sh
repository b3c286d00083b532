#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Install what is needed, build, and open the program on the demo case, which is
# made the first time. All people, firms and numbers in it are invented. Options are
# those of the program: --as BG sits down as another party.
set -eu
umask 077
top=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD_DIR:-$top/build}
# Some minutes of nothing look like nothing at all: what is being done is told where the
# screen will be, also if standard error goes elsewhere; else there, to a recorder too.
if [ -t 1 ]; then
	exec 3>&1
else
	exec 3>&2
fi
BUILD_SAYS=yes "$top/tools/build.sh" 2>&3

folder=$build/demo
LIAISON_STORE=$folder/case.store
export LIAISON_STORE
unset LIAISON_CASE
# In the language of whoever tries it, before it is installed.
TEXTDOMAINDIR=$build/po
export TEXTDOMAINDIR

# Until the first release the steps of the schema change in place: what an older
# checkout made is put aside, and the story is told anew.
made=$(cat "$top"/db/schema/*.sql "$top/data/demo.story" | cksum)
if [ -f "$LIAISON_STORE" ] &&
    [ "$made" != "$(cat "$folder/made" 2>/dev/null)" ]; then
	rm -rf "$folder.before"
	mv "$folder" "$folder.before"
	echo "The demo case is made anew; that of the older program is in $folder.before" >&3
fi
if [ ! -f "$LIAISON_STORE" ]; then
	mkdir -p "$folder"
	echo 'liaison: telling the story of the demo case; it opens then ...' >&3
	"$build/liaison" demo 2>"$folder/log" || {
		cat "$folder/log" >&2
		exit 1
	}
	echo "$made" >"$folder/made"
fi

exec 3>&-
status=0
if [ -t 0 ] && [ -t 1 ]; then
	# When it ends, the terminal is as it was, and below stands how to go on.
	trap : HUP INT TERM
	"$build/liaison" "$@" || status=$?
	trap - HUP INT TERM
	echo 'The demo case stays. Open it again by'
else
	"$build/liaison" --dump "$@" || status=$?
	echo
	echo 'Built; that is the first screen of the demo case. On a terminal, open it by'
fi
cat <<END
	$top/tools/try.sh
or work on it by commands:
	export LIAISON_STORE='$LIAISON_STORE'
	$build/liaison list lead
	$build/liaison --help
END
exit $status
