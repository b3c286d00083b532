#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The file itself: verify, rebuild, backup, restore; damage, foreign files,
# what may not be written.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add lead title=One >out
L add asset type=BANK account_no=EE273300333505610002 >out
L add valuation of=RO-A1 amount='10 EUR' >out

status 0 'verify' verify
t 'says ok, entries, root' grep -qE '^ok [0-9]+ entries ' out
status 0 'rebuild' rebuild
is 'says equal' "$(tail -1 out)" equal
status 0 'rebuild to a new store' rebuild -o built.store
status 0 'which is a store' --store built.store list lead --format jsonl
lines 'with the same' out 1
status 73 'not over one' rebuild -o built.store
status 73 'nor over itself' rebuild -o case.store

status 0 'backup' backup b.store
private 'for its owner alone' b.store
status 73 'not over one' backup b.store
status 73 'to no folder' backup no/b.store
status 73 'restore over a store' restore b.store
status 0 'restore' --store r.store restore b.store
status 0 'it holds' --store r.store verify
L --store r.store list lead --format csv --columns ref,title >out
has 'the same' out 'RO-L1,One'
L --store r.store add lead title=Two >out
is 'and numbers on a thousand higher' "$(cat out)" RO-L1002
status 66 'restore from nothing' --store r2.store restore none
status 65 'restore from rubbish' --store r2.store restore "$srcdir/README"
t 'nothing is made' [ ! -e r2.store ]

: >empty
printf 'not a store' >rubbish
head -c 8192 /dev/zero >zeros
head -c 4000 b.store >short
head -c 20000 b.store >shorter
cp b.store noise
printf 'XXXXXXXXXXXXXXXX' | dd of=noise bs=1 seek=100 conv=notrunc 2>err
for f in empty rubbish zeros short shorter noise; do
	status 65 "$f is refused" --store $f list lead
	lines 'on one line' err 1
done
status 66 'a store that is not there' --store none list lead
status 65 'a folder' --store . list lead
if command -v sqlite3 >out; then
	sqlite3 foreign 'CREATE TABLE t(x); INSERT INTO t VALUES(1)'
	status 65 'a foreign database' --store foreign list lead
	cp b.store newer
	sqlite3 newer 'PRAGMA user_version = 9999'
	status 76 'a newer store' --store newer list lead
	cp b.store changed
	sqlite3 changed "UPDATE lead SET title = 'Forged'" 2>err
	status 1 'a forged title' --store changed verify
	has 'is named' out lead
else
	skip 'foreign, newer, forged' 'no sqlite3'
fi

if [ "$(id -u)" -ne 0 ]; then
	chmod 0400 case.store
	status 0 'a read-only store can be read' list lead
	status 74 'not written' add lead title=x
	chmod 0600 case.store
	mkdir locked
	cp b.store locked/s
	chmod 0500 locked
	status 0 'a read-only folder can be read' --store locked/s list lead
	chmod 0700 locked
else
	skip 'read-only files' 'root may write them'
fi
status 0 'after all that' verify

# --- What verify tells of cases that one does not sit in: nothing
L --store two.store init --party RO --name 'Ana Pop' --training
two() { L --store two.store "$@"; }
two add casefile code=TIDE title='Operation Tide' >out
two add member party=RO name='Ion Marin' role=police >out
two add lead title=Barge >out
two add member party=RO name='Ilie Dobre' role=auditor >out
two add casefile code=OTHER title='Another case' >out
two --case TIDE --as RO/2 verify >ion 2>ion.err
two --case TIDE --as RO/3 verify >auditor 2>auditor.err
two --case TIDE verify >leader 2>err
two --case OTHER add lead title='Boat' >out
two --case OTHER list lead >out
two --case TIDE --as RO/2 verify >out 2>err
result $? 'one who works on one case verifies the store'
is 'is told of the log of that case' "$(sed 's/ [0-9a-f]*$//' out)" 'ok 2 entries'
is 'which says nothing of another' "$(cat out)" "$(cat ion)"
is 'nor how often it was read' "$(cat err)" 'liaison: note: access-log 2026: ok'
two --case TIDE --as RO/3 verify >out 2>err
result $? 'the auditor'
[ "$(cat out)" != "$(cat auditor)" ]
result $? 'is told of the whole'
has 'and of what was read' err ' entries '
two --case TIDE verify >out 2>err
result $? 'who leads'
[ "$(cat out)" != "$(cat leader)" ]
result $? 'is told of the whole, too'

done_testing
