#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Further fields of a case, as its leaders define them.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add member party=RO name='Ion Marin' role=police >out

status 0 'a field' add field kind=lead name=drop_site type=text \
	label='Drop site'
is 'has a name' "$(cat out)" LEAD/drop_site
status 0 'a date' add field kind=lead name=seen type=date
status 0 'a list of codes' add field kind=lead name=risk type=code \
	codes='low, mid,high'
status 77 'a member defines none' --as RO/2 add field kind=lead name=x type=text
status 1 'nor is a name taken twice' add field kind=lead name=risk type=text
status 1 'nor one that a lead has' add field kind=lead name=status type=text
status 65 'a name is written plainly' add field kind=lead name='Drop Site' \
	type=text
status 0 'a lead has them' --as RO/2 add lead title=One \
	drop_site='Pier 7, Варна' seen=14.3.2026 risk=HIGH
status 0 'and one is without' add lead title=Two
status 65 'a code is of the list' set RO-L2 risk=odd
has 'which is told' err 'low, mid or high'

L show RO-L1 >out
has 'they are shown under their label' out 'Drop site'
L list lead 'risk:high seen<2026-04' --columns ref,drop_site --format csv >out
has 'found and listed' out 'RO-L1,"Pier 7, Варна"'
L list lead --sort -risk --columns ref --format csv >out
is 'sorted' "$(sed -n 2p out | tr -d '\r')" RO-L1
L list lead варна --columns ref --format csv >out
lines 'found by their words' out 2
L find варна >out
has 'by find too' out 'drop_site'
L list lead drop_site:none --columns ref --format csv >out
is 'missed where they are not' "$(tail -n 1 out | tr -d '\r')" RO-L2
L log RO-L1 --format json >out
has 'told by their name in the history' out '"field":"drop_site","new":"Pier 7, Варна"'
L show RO-L1 --format json >out
json_ok 'in JSON' out
has 'by their name as well' out '"drop_site": "Pier 7, Варна"'
L export lead --format jsonl -o leads.jsonl
has 'exported' leads.jsonl '"risk":"high"'
printf 'title,risk,drop_site\nThree,low,Dock\n' >leads.csv
status 0 'imported' import lead leads.csv
L show RO-L3 >out
has 'as they are' out Dock

status 0 'another label' set lead/drop_site label='Place'
L show RO-L1 >out
has 'is shown' out Place
status 0 'one more code' set lead/risk codes=none,low,mid,high
status 1 'but no code less' set lead/risk codes=low
status 0 'retired' set lead/drop_site retired=yes
status 1 'no value is added' set RO-L2 drop_site=x
L show RO-L1 >out
has 'those there stay' out 'Pier 7'
L list field --format csv --columns name,retired >out
has 'the list tells' out 'drop_site,yes'

status 0 'another case' add casefile code=CALM title=Calm
status 64 'does not know them' --case CALM add lead title=x risk=low
LIAISON_CASE=TIDE
export LIAISON_CASE
status 0 'all holds' verify
status 0 'and can be made again from the log' rebuild -o again.store
LIAISON_STORE=$dir/again.store
L show RO-L1 >out
has 'fields and all' out 'Pier 7'
done_testing
