#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Import: counts, rejects, keys, once and again, odd files.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case

# counts DESCRIPTION R A U S J - what the last line says.
counts() {
	is "$1" "$(tail -1 out)" \
		"read $2 added $3 updated $4 unchanged $5 rejected $6"
}

# refused DESCRIPTION ARGUMENT... - the import ends, but some rows were bad.
refused() {
	what=$1
	shift
	L import "$@" >out 2>err
	is "$what" $? 65
}

printf '\357\273\277id,name,country\r\n' >c.csv
printf 'x1,Alpha LLP,GB\r\nx2,"Beta, Ltd",null\r\nx3,Gamma,UNKNOWN\r\n' >>c.csv
map=id=source_id,name=name,country=jurisdiction
status 0 'a trial' import organisation c.csv --map $map --dry-run
counts 'counts' 3 3 0 0 0
has 'tells what it would add' err 'line 2 would be added: Alpha LLP'
has 'and where it stands' err 'line 3 would be added: Beta, Ltd'
is 'and adds nothing' "$(L list organisation --format json)" '[]'
status 0 'for good' import organisation c.csv --map $map
counts 'counts' 3 3 0 0 0
is 'progress is for terminals' "$(cat err)" ''
t 'no rejects' [ ! -e c.csv.rejects.csv ]
L list organisation --format csv --columns source_id,name,jurisdiction >out
has 'commas are kept' out 'Beta, Ltd'
hasnt 'null is absent' out null
status 0 'the invalid are marked' list organisation is:invalid --format jsonl
lines 'one' out 1
status 1 'not twice the same file' import organisation c.csv --map $map
status 0 'but by key' import organisation c.csv --map $map --key source_id
counts 'counts' 3 0 0 3 0
sed 's/Gamma/Delta/' c.csv >d.csv
printf 'x4,,GB\n' >>d.csv
status 65 'a trial by key' import organisation d.csv --map $map \
	--key source_id --dry-run --rejects trial.csv
has 'tells what it would change' err 'line 4 would change RO-O3: Delta'
has 'and what it would refuse, and why' err \
	'line 5 would be refused: name is required'
hasnt 'but nothing of what stays' err 'line 2'
sed 's/Gamma/Delta/' c.csv >d.csv
status 0 'changed by key' import organisation d.csv --map $map --key source_id
counts 'counts' 3 0 1 2 0

printf 'name;due\nOne;2026-01-01\nTwo;someday\n' >e.csv
refused 'a bad row' lead e.csv --map name=title,due=due
counts 'counts' 2 1 0 0 1
has 'rejects have the cells' e.csv.rejects.csv someday
has 'and the reason' e.csv.rejects.csv reason
private 'and are private' e.csv.rejects.csv
printf 'name;due\nSix;x\n' >f.csv
refused 'rejects elsewhere' lead f.csv --map name=title --rejects bad.csv
t 'are there' [ -s bad.csv ]
t 'and not here' [ ! -e f.csv.rejects.csv ]
printf 'name;due\nSeven;x\n' >f.csv
status 73 'rejects to no folder' \
	import lead f.csv --map name=title --rejects no/bad.csv
counts 'do not hide the counts' 1 0 0 0 1
printf 'name;due\nEight;x\n' >f.csv
status 73 'rejects over the store' \
	import lead f.csv --map name=title --rejects case.store
t 'nothing is left behind' [ -z "$(find . -name '.liaison-*')" ]

printf 'title\nfrom a pipe\n' | L import lead - --set priority=low >out 2>err
is 'standard input' $? 0
counts 'counts' 1 1 0 0 0
L list lead priority:low --format csv --columns title >out
has 'with a fixed value' out 'from a pipe'
printf 'title\r\n"two\r\nlines"\r\n' >g.csv
status 0 'line breaks in quotes' import note g.csv --map title=text
printf '\377\376t\0i\0t\0l\0e\0\n\0u\0\n\0' >u.csv
status 0 'UTF-16' import lead u.csv
counts 'counts' 1 1 0 0 0

# Cut short and begun again: nothing twice, nothing missing.
awk 'BEGIN { print "id,name"; for (i = 1; i <= 12000; i++) print "k" i ",Name " i }' >long.csv
"$liaison" import organisation long.csv --map id=source_id >out 2>err &
import=$!
until [ -n "$(L list organisation source_id:k1 --format jsonl)" ] ||
    ! kill -0 $import 2>/dev/null; do :; done
kill -TERM $import
wait $import
is 'it dies of the signal' $? 143
has 'and says how to go on' err 'goes on'
status 0 'the same again' import organisation long.csv --map id=source_id
L list organisation 'source_id:k*' --format csv --columns source_id >ids
lines 'all of them' ids 12001
sort -u ids >each
lines 'each once' each 12001

status 66 'no such file' import lead none.csv
status 66 'a folder' import lead .
status 64 'an unknown kind' import leed c.csv
status 64 'an unknown field' import organisation c.csv --map id=sauce_id
status 64 'an unknown column' import organisation c.csv --map nope=name
status 64 'an unknown key' import organisation c.csv --map $map --key nope
: >empty.csv
L import lead empty.csv >out 2>err
t 'an empty file is no crash' [ $? -le 65 ]
head -c 100000 /dev/urandom >noise.csv
L import lead noise.csv >out 2>err
t 'noise is no crash' [ $? -lt 70 ]
t 'nothing is left behind' [ -z "$(find . -name '.liaison-*')" ]
status 0 'all holds' verify
done_testing
