# SPDX-License-Identifier: GPL-3.0-or-later
# lib.sh - what the tests of the command line share; read by each with ".". Every
# check is one line of TAP; a test works in a folder of its own.
# shellcheck shell=sh
set -u
: "${srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}" "${builddir:=$PWD}"
liaison=$builddir/liaison
[ -x "$liaison" ] || { echo "1..0 # SKIP $liaison is not built"; exit 0; }

n=0
bad=0
dir=$(mktemp -d "${TMPDIR:-/tmp}/liaison-cli-XXXXXX") || exit 99
trap 'cd /; chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
trap 'exit 99' HUP INT TERM
cd "$dir" || exit 99
exec </dev/null
unset LIAISON_CASE NO_COLOR
LIAISON_STORE=$dir/case.store XDG_DATA_HOME=$dir/data
XDG_CONFIG_HOME=$dir/config
export LIAISON_STORE XDG_DATA_HOME XDG_CONFIG_HOME

L() { "$liaison" "$@"; }

# result RC DESCRIPTION - one line of TAP, with what was printed if it failed.
result() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		bad=$((bad + 1))
		echo "not ok $n - $2"
		[ ! -e out ] || sed 's/^/# out: /;10q' out
		[ ! -e err ] || sed 's/^/# err: /;10q' err
	fi
}

# t DESCRIPTION COMMAND... - the command must succeed.
t() {
	what=$1
	shift
	"$@"
	result $? "$what"
}

# status N DESCRIPTION ARGUMENT... - liaison must end with N; its output is in
# the files out and err. A refusal begins "liaison: CODE: "; only refused rows
# (65) are told otherwise.
status() {
	want=$1 what=$2
	shift 2
	L "$@" >out 2>err
	got=$?
	[ "$got" -eq "$want" ] || echo "# ended with $got, not $want"
	[ "$got" -eq "$want" ] && { [ "$want" -eq 0 ] ||
		grep -qE '^liaison: [a-z-]+: .' err; }
	result $? "$what"
}

# is DESCRIPTION GOT WANTED
is() {
	[ "$2" = "$3" ] || echo "# \"$2\" is not \"$3\""
	[ "$2" = "$3" ]
	result $? "$1"
}

# has DESCRIPTION FILE TEXT, and hasnt - does the file hold the text?
has() {
	grep -qF -e "$3" "$2"
	result $? "$1"
}
hasnt() {
	! grep -qF -e "$3" "$2"
	result $? "$1"
}

# lines DESCRIPTION FILE N
lines() {
	is "$1" "$(wc -l <"$2" | tr -d ' ')" "$3"
}

# private DESCRIPTION PATH... - may nobody but the owner read it?
private() {
	what=$1
	shift
	[ -z "$(find "$@" -perm /077)" ]
	result $? "$what"
}

skip() {
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}

# A training store with the case TIDE; Ana Pop of RO leads it.
begin_case() {
	if ! L init --party RO --name 'Ana Pop' --training ||
	    ! L add casefile code=TIDE title='Operation Tide' >out; then
		echo 'Bail out! no store could be made'
		exit 99
	fi
}

done_testing() {
	echo "1..$n"
	exit $((bad > 0))
}

# json_ok DESCRIPTION FILE - does it hold JSON?
json_ok() {
	if command -v jq >/dev/null; then
		jq -e . "$2" >/dev/null
		result $? "$1"
	elif command -v python3 >/dev/null; then
		python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$2"
		result $? "$1"
	else
		skip "$1" 'neither jq nor python3'
	fi
}
