#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who works on the case, the annex of the agreement, and how a member leaves.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L set TIDE agreement_on=2026-01-04 >out
L add party code=BG name=Bulgaria class=signatory state=BG \
	signed_on=2026-01-04 >out
L add party code=EUROPOL name=Europol class=participant >out
L add member party=BG name='Boyana Ilieva' role=leader rank=prosecutor >out
L add member party=RO name='Ion Marin' role=police unit='Section 2' \
	joined_on=2026-01-05 >out
L add member party=RO name='=1+1' role=analyst >out
L add task title='Ask the bank' assignee=RO/2 >out
L add evidence description=Telephone >out
L add chain of=RO-E1 action=seized to=RO/2 at=2026-01-06 >out

# --- The list and the roles
status 0 'the members' member
has 'with party, role, unit and the day they joined' out \
	'RO/2  Ion Marin      police member  RO     Section 2  2026-01-05'
lines 'a line each, and the headings' out 5
status 0 'what each role may do' help roles
has 'what it is cleared for and who holds it' out \
	'admin             space administrator. Cleared for: data that are not'
has 'by right' out 'answer what its party is asked'
status 64 'a word that is none is refused' help rolls
has 'with the one that is near' err 'roles'

# --- The annex
for format in text md html csv json; do
	status 0 "the annex as $format" member --annex --format $format
	has 'holds every member' out 'Boyana Ilieva'
done
L member --annex --format csv >out
has 'with dates' out 'RO,signatory,,RO/2,Ion Marin,police,,Section 2,,2026-01-05,'
has 'and nothing that a spreadsheet runs' out "'=1+1"
is 'by party and number' "$(cut -d, -f4 out | tr -d '\r' | tr '\n' ' ')" \
	'ref BG/1 RO/1 RO/2 RO/3 '
L member --annex -o annex.html --format html
t 'into a file' grep -q 'Annex: members of the team' annex.html
L log --format json >out
has 'it is in the log' out '"annex"'
L add member party=RO name='Lia Munteanu' role=observer >out
status 77 'who may not export gets no annex' --as RO/4 member --annex
status 64 'its options are of it' member --format csv
status 64 'it is of all' member RO/2 --annex
status 64 'in formats that there are' member --annex --format xml

# --- Leaving
status 0 'what is in hand' member RO/2
has 'a task' out "task	RO-T1	Ask the bank"
has 'and an exhibit' out "exhibit	RO-E1	Telephone"
status 1 'holds a member' set RO/2 left_on=today
has 'by name, with the command that helps' err \
	'RO-T1 (open tasks); RO-E1 (held); hand it on by: liaison member RO/2 --successor REF'
status 1 'custody needs two signatures' member RO/2 --successor RO/1
has 'or a paper' err '--receipt NUMBER'
status 64 'whose number alone is none' member RO/2 --receipt 7/2026
status 1 'a paper that says whose hand it was' member RO/2 --successor RO/1 \
	--receipt 7/2026
has 'with the rank' err 'set RO/2 rank='
L set RO/2 rank=inspector >out
L set RO/1 rank=prosecutor >out
status 1 'a member of another party is no successor' member RO/2 \
	--successor BG/1 --receipt 7/2026
status 1 'nor is nobody' member RO/2 --successor RO/9 --receipt 7/2026
status 77 'nor does a member decide it' --as RO/2 member RO/2 --left-on today
status 0 'all goes over in one act' member RO/2 --successor RO/1 \
	--receipt 7/2026
is 'which says who left' "$(cat out)" RO/2
has 'and what went where' err 'RO-E1 was handed over to RO/1: receipt 7/2026'
L show RO-E1 >out
has 'the chain has it' out 'RO/1'
status 1 'nobody sits down there again' --as RO/2 list task
status 1 'of a party that is led, who admitted it' set BG log_years=1
has 'says nothing any more' err 'is changed by its own leader'
status 1 'nor whom to call there' set BG contact=desk@ro.example
status 0 'as its own leader does' --as BG set BG contact=desk@bg.example
status 0 'and of one that nobody leads they do' set EUROPOL contact=desk@europol.example
status 1 'nobody gives themselves another role' set RO/1 role=auditor
has 'also who leads' err 'nobody gives themselves another one'
L add party code=CH name=Geneva class=third signed_on=2026-01-04 >out
L add member party=RO name='Dan Petcu' role=admin >out
admin=$(cat out)
L set CH controller="$admin" >out
status 1 'nor does an administrator' --as "$admin" set BG log_years=1
status 1 'not even of its own' --as "$admin" set RO log_years=1
status 1 'who answers for what a third state brings' set "$admin" role=police
has 'stays an administrator until another does' err 'is the controller of CH: let another'
L add member party=RO name='Radu Ene' role=admin >out
other=$(cat out)
L set CH controller="$other" >out
status 0 'as then' set "$admin" role=police
status 1 'the last who leads stays' member RO/1 --left-on today
has 'until another leads' err 'nobody else leads RO'
status 1 'an end is no beginning' set RO/2 left_on=
L add member party=RO name='Looks on' role=observer >out
looks=$(cat out)
L --as "$looks" --view list:contact --dump >out
has 'an empty list' out 'Nothing here yet.'
hasnt 'tells nobody to begin what they may not' out 'n begins the first'
L --view list:contact --dump >out
has 'and others how' out 'n begins the first'
status 0 'all holds' verify
status 0 'and can be made again from the log' rebuild
done_testing
