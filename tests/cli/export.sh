#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Export: forms, files that are there whole or not at all, who it is for.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add lead title=Open >out
L add lead title='=1+1' handling=H1 >out
L add asset type=CASH description=cash >out

status 0 'all, to standard output' export
json_ok 'as JSON' out
for kind in lead asset; do
	status 0 "$kind as csv" export $kind --format csv
	is 'with its heading' "$(sed 's/,.*//;1q' out)" kind
done
has 'of what there is' out cash
status 0 'lines' export lead --format jsonl
lines 'one each' out 2
status 0 'a filter' export lead open --format jsonl
lines 'is kept' out 1
status 0 'to a file' export -o x.json
json_ok 'whole' x.json
private 'for its owner alone' x.json
is 'nothing on standard output' "$(cat out)" ''
status 0 'over the old one' export lead --format csv -o x.json
t 'is the new one' grep -q '^kind,' x.json
L export lead --format csv >out
has 'formulas are guarded' out "'=1+1"
L export lead --format csv --raw >out
hasnt 'unless raw' out "'=1+1"
status 0 'for a court' export lead --format jsonl --for court:Bucharest
hasnt 'H1 is left out' out '=1+1'
status 64 'for nobody known' export --for nobody -o nobody.json
t 'nothing is left behind' [ -z "$(find . -name '.liaison-*' -o -name 'nobody*')" ]
status 64 'csv holds one kind' export --format csv
status 64 'no such form' export --format xml
status 64 'no such kind' export villain
status 73 'no such folder' export -o no/x.json
status 73 'a folder' export -o .
status 73 'over the store' export -o case.store
year=$(date -u +%Y)
for f in .key .local .lock .access-"$year" .access-"$year".lock .access-$((year + 1)) -wal .erased; do
	status 73 "over what belongs to it ($f)" export -o case.store"$f"
	status 73 'nor by a schedule' export --for court:Olt --schedule case.store"$f"
	status 73 'nor by a copy' backup case.store"$f"
done
ln -s case.store.access-"$year" elsewhere
status 73 'nor by another name of it' export -o elsewhere
status 0 'a name that only begins so' export -o case.store.exported
L set RO-L1 handling=H1
status 64 'a schedule over its own export' export lead --for court:Olt -o y.json --schedule ./y.json
t 'is nothing at all' [ ! -e y.json ]
status 0 'the store is well' verify
if [ -w /dev/full ]; then
	status 74 'a full disk' export -o /dev/full
	L export >/dev/full 2>err
	is 'or pipe' $? 74
fi
(ulimit -f 0; L export -o limit.json) 2>&1 | cat >out
t 'past a limit of the file size nothing is left' [ ! -e limit.json ]
t 'nor aside' [ -z "$(find . -name '.liaison-*')" ]
has 'and it is told' out 'liaison: io: '
done_testing
