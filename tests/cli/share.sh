#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What one party gives another, and takes back.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
for party in BG GR; do
	L add party code=$party name=$party class=signatory >out
	L add member party=$party name="Leader of $party" role=leader >out
done
L add member party=RO name='Dana Rusu' role=analyst unit='Galati' >out
L add member party=RO name='Ion Marin' role=police unit='Galati' >out
L add party code=EUROPOL name=Europol class=participant >out
L add member party=EUROPOL name=Nora role=analyst >out
L add party code=CEPOL name=Cepol class=participant >out
lead=$(L add lead title='Container from Varna' share=own)
mine=$(L add lead title='For one' share=named)

status 64 'no reason' share "$lead" BG
status 1 'an unknown record' share RO-L99 BG --reason x
cp err unknown
status 1 'one that is not seen' --as BG share "$lead" GR --reason x
is 'has the same words' "$(sed "s/$lead/RO-L99/" err)" "$(cat unknown)"
status 1 'an unknown party' share "$lead" XX --reason x
status 1 'a member of none' share "$lead" BG/9 --reason x
status 77 'a role that may not' --as RO/2 share "$lead" BG --reason x
hasnt 'says nothing of the record' err "$lead"
status 1 'a body without an operational task' share "$lead" CEPOL --reason x
has 'says why' err 'no operational task'
status 65 'no date' share "$lead" BG --reason x --until never
status 1 'a day that is over' share "$lead" BG --reason x --until 2020-01-01
status 65 'no such use' share "$lead" BG --reason x --use war

status 0 'to a party' share "$lead" BG --reason 'theirs' --use evidence
status 0 'it sees it' --as BG show "$lead"
has 'with the part that says so' out 'Reason      theirs'
status 1 'another does not' --as GR show "$lead"
L --as GR log >out
hasnt 'nor the log' out "$lead"
L --as GR find Container >out 2>err
hasnt 'nor a search' out Container
L --as BG find Container >out
has 'who has it finds it' out "$lead"
status 1 'the same again' share "$lead" BG --reason again
status 1 'by who has it alone' --as BG share "$lead" GR --reason x
has 'says who shares it' err 'a record of RO'

status 0 'to a unit' share "$mine" RO:galati --reason 'their case'
has 'says who that is' err 'RO:galati is today: RO/2, RO/3'
status 0 'each of it sees it' --as RO/3 show "$mine"

kept=$(L add lead title='Contested' share=own legal=restricted legal_reason=contested)
status 0 'to who is not cleared for it' share "$kept" EUROPOL/1 --reason 'for her'
has 'is said not to be seen' err "EUROPOL/1 does not see $kept: their role is cleared for data that are not restricted"
status 0 'who has it' share "$lead" --format json
json_ok 'as JSON' out
has 'says whom' out '"party": "BG"'
has 'and what for' out '"for_use": "evidence"'
has 'and what may be done' out '"unshare": "yes"'
status 0 'who has it, of somebody else' --as BG share "$lead" --format json
has 'says why not' out 'alone takes it back'
status 1 'of what is not seen' --as GR share "$lead"
is 'in the same words' "$(sed "s/$lead/RO-L99/" err)" "$(cat unknown)"

status 1 'from who has it not' unshare "$lead" GR --reason x
status 1 'by another party' --as BG unshare "$lead" BG --reason x
status 77 'by a role that may not' --as RO/2 unshare "$lead" BG --reason x
status 0 'taken back' unshare "$lead" BG --reason 'wrong office'
status 1 'it sees it no more' --as BG show "$lead"
is 'as if there were none' "$(sed "s/$lead/RO-L99/" err)" "$(cat unknown)"
L --as BG list lead >out
hasnt 'nor in a list' out "$lead"
L --as BG ask >out
has 'and is asked to return it' out 'wrong office'
L share "$lead" >out
has 'the sheet keeps that it had it' out 'withdrawn'

status 0 'the team' share "$lead" team --reason 'all'
status 0 'has it' --as GR show "$lead"
status 1 'Europol has not' --as EUROPOL/1 show "$lead"
status 0 'for a time' share "$lead" EUROPOL --reason 'analysis' --until +30d
status 0 'it has it now' --as EUROPOL/1 show "$lead"
status 0 'the team' share "$(L add lead title='Until Friday' share=named)" team --reason 'all' --until +3d
has 'for a time is who it is today' err 'team is today: RO, BG, GR'
friday=$(L list lead title:Friday --format csv --columns ref | tr -d '\r' | tail -1)
status 0 'each of it has it' --as GR show "$friday"
status 0 'also who did not of its party' --as RO/2 show "$friday"
status 1 'no shorter' share "$friday" team --reason 'all' --until +2d
has 'is given again' err "team has $friday already"
status 0 'but for longer' share "$friday" team BG --reason 'all' --until +4d
L share "$friday" >out
has 'the sheet says how long' out "$(date -u -d '4 days' +%Y-%m-%d)"
L add party code=PL name=Poznan class=signatory >out
L add member party=PL name='Leader of PL' role=leader >out
status 1 'who comes later has it not' --as PL show "$friday"
SOURCE_DATE_EPOCH=$(($(date +%s) + 6 * 86400))
export SOURCE_DATE_EPOCH
status 1 'and no longer' --as GR show "$friday"
status 1 'none of them' --as BG show "$friday"
status 1 'and who did not of its party not either' --as RO/2 show "$friday"
status 0 'who made it has it still' show "$friday"
status 0 'from all' unshare "$lead" team --reason 'closed'
status 1 'nobody else has it' --as GR show "$lead"
status 1 'and none is left' unshare "$lead" team --reason x
# Several shares at once: what is taken back is said as it is.
L add lead title='Two ways' share=own >out
both=$(cat out)
L --as BG add member party=BG name='Petar Kolev' role=police >out
petar=$(cat out)
L share "$both" BG --until +30d --reason 'for a month' >out
status 1 'a member whose party has it for a time' unshare "$both" "$petar" --reason x
has 'has it as one of them' err "$petar has $both as one of BG: liaison unshare $both BG"
L share "$both" "$petar" --reason 'for him' >out
status 0 'what he has besides' unshare "$both" "$petar" --reason 'not for him'
has 'is taken, and that he has it still is said' err "$petar still has $both, as one of BG"
status 0 'as is so' --as "$petar" show "$both"
L --as BG ask >out
hasnt 'nobody is asked to return what they have' out 'not for him'
L share "$both" "$petar" --reason 'for him again' >out
status 0 'from all of them' unshare "$both" BG --reason 'not for BG'
status 1 'he has it no more' --as "$petar" show "$both"
L share "$both" >out
hasnt 'it ended for nobody' out ended
status 1 'no share is typed' add share of="$lead" action=given to=BG
status 0 'all holds' verify
status 0 'and is what its log makes of it' rebuild
done_testing
