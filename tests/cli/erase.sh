#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the law orders erased is really gone.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add party code=BG name=Bulgaria class=signatory >out
L add member party=BG name='Boyana Ilieva' role=leader >out
L add party code=GR name=Greece class=signatory >out
L add member party=GR name='Eleni Doukas' role=leader >out
L add member party=RO name='Ion Marin' role=police >out
L add person name='Звезделин Кукуряков' family='Кукуряков' >out
L add identifier of=RO-P1 type=phone value=+40721234567 >out
L add lead title='Boat at pier 4' detail='He was there.' >out
L link RO-L1 mentions RO-P1 >out

# gone DESCRIPTION FILE... - no file holds the name, or any key of it.
gone() {
	what=$1
	shift
	! cat "$@" | grep -aqE 'Кукуряков|кукуряков|[Kk]ukuryakov|kukurjakov|0721234567|721234567'
	result $? "$what"
}

status 64 'without a reason' erase RO-P1
status 64 'without a ref' erase
status 64 'a ref with --finish' erase RO-P1 --finish
status 1 'an unknown record' erase RO-P9 --reason x
cp err unknown
L add person name='Secret' share=own >ref
status 1 'one of another party' --as BG erase "$(cat ref)" --reason x
sed "s/$(cat ref)/RO-P9/" err >err2
t 'is refused in the same words' cmp -s unknown err2
status 77 'the role has to have the right' --as RO/2 erase RO-P1 --reason x
status 1 'another party sees it' --as BG erase RO-P1 --reason x
has 'and may not erase it' err "another party's"
status 64 'an unknown field' erase RO-P1 nose --reason x
status 1 'a field that stays' erase RO-P1 share --reason x

L share RO-P1 GR --reason 'Кукуряков was seen at Piraeus' >out 2>err
L --as GR show RO-P1 >out
L unshare RO-P1 GR --reason 'Кукуряков is a witness there' >out 2>err
L --as GR ask >out
has 'the request to return says why it is asked' out 'Кукуряков is a witness'
L find 'Кукуряков' >out
L list person name:Кукуряков >out
L --as BG export person name:Кукуряков >out
has 'an export of another party has it' out 'Звезделин'
L --as BG export person 'name:"Кукуряков" is:open' --for court:Varna >out
L --as BG export person tags:boat >out
L --as BG export person name:куку is:open >out
L export person --for 'defence:Z. Кукуряков' >out
L list person name:Звезд >out
L backup before.bak >out
mkdir apart
mv before.bak apart
L add person name='Звезделин Кукуряков' >out 2>err
L retract RO-P2 --reason twice
status 0 'a field' erase RO-L1 detail --reason 'order 7/2027'
hasnt 'is not shown' out 'there'
L show RO-L1 >out
has 'the record stays' out 'Boat at pier'
hasnt 'without it' out 'He was there'
status 0 'what was retracted too' erase RO-P2 --reason 'order 7/2027'
status 0 'even its title' erase RO-L1 title --reason 'order 7/2027'
L list lead >out
has 'which a list says' out 'RO-L1  (erased by law)'
status 0 'a record' erase RO-P1 --reason 'order 7/2027'
has 'what names it is told' err 'RO-X1'
has 'and who had it' err 'printed of it: BG, GR'
gone 'no byte of it is in any file' case.store*
L list person --format csv >out
hasnt 'it is in no list' out 'RO-P1'
L show RO-P1 >out
has 'its stub is shown' out 'erased by law'
has 'with the reason' out 'order 7/2027'
L show RO-P1 --format json >out
has 'as an object too' out '"legal": "erased"'
L log RO-P1 >out
has 'its history says so' out 'added RO-P1 (Person): (erased by law)'
has 'who did it and why' out 'Ana Pop (RO) erased RO-P1 by law: order 7/2027'
L log RO-P1 --format json >out
has 'and which fields, as objects' out '"field":"family","erased":true}'
L --as BG log --format json >out
has 'nor by what another party sifted an export' out '"field":"filter","erased":true}'
has 'but by what had nothing of it' out 'tags:boat'
hasnt 'nor by a part of the name' out 'куку'
L log --format json >out
has 'nor for whom it was, if it was for them' out '"field":"for","erased":true}'
! grep -aq 'name:Звезд' case.store.access-*
result $? 'nor does the access log say what was listed by a part of it'
status 1 'once is enough' erase RO-P1 --reason x
status 1 'it is not changed' set RO-P1 name=Ion
has 'and it says why' err 'erased by law'
L log RO-P1 --format json >out
entry=$(sed -n 's/.*"entry": "\([0-9a-f]*\)".*/\1/p' out | head -1)
status 1 'it is not undone' undo "$entry"
status 0 'nothing is left to finish' erase --finish
status 0 'all holds' verify
status 0 'and is what its log makes of it' rebuild
L backup after.bak >out
gone 'no later backup has it' after.bak

grep -aq 'Кукуряков' apart/before.bak
result $? 'an older one has'
status 0 'it can be restored' --store new.store restore apart/before.bak
has 'and what was erased is told' err 'erased by law since the backup'
gone 'it does not come back' new.store*
LIAISON_STORE=$dir/new.store
status 0 'what was restored holds' verify
status 0 'and is what its log makes of it' rebuild
LIAISON_STORE=$dir/case.store
mkdir far
status 0 'where no list lies' --store far/new.store restore apart/before.bak
has 'it is said' err 'no list of erasures'
# One that was shared: who sees the stub stays.
ref=$(L add person name='Wenzeslaus Obermoser' share=own protection=programme)
L share "$ref" BG --reason 'as Obermoser is in Sofia' >out 2>err
status 0 'what was shared' erase "$ref" --reason 'order 8/2027'
has 'is told of' err 'printed of it: BG'
status 0 'who had it sees the stub' --as BG show "$ref"
hasnt 'and not what it was' out 'Obermoser'
status 1 'others still do not see it' --as GR show "$ref"
! cat case.store* | grep -aqi 'obermoser'
result $? 'why it was shared is gone too'
status 0 'and all holds' verify
status 0 'as the log says' rebuild

# What is to be reviewed and erased.
L add person name='Ion Pop' review_on=2020-01-01 >ref
status 0 'what is to be reviewed' list person is:review --format csv
has 'is listed' out "$(cat ref)"
status 0 'and nothing is to be erased' list person is:erase --format csv
hasnt 'yet' out "$(cat ref)"
status 0 'an acquittal' add category of="$(cat ref)" category=ACQ on=2026-01-02
has 'tells what follows' err 'to be erased'
L list person is:erase --format csv >out
has 'lists the person' out "$(cat ref)"
L calendar >out
has 'and stands in the calendar' out 'erase_on'
status 0 'what is needed is restricted' set "$(cat ref)" legal=restricted legal_reason='evidence in 12/2025'
L list person is:restricted --format csv >out
has 'and listed as such' out "$(cat ref)"
status 1 'it is not erased then' erase "$(cat ref)" --reason x
has 'and it says why' err 'evidence in 12/2025'
L list person is:erased --format csv >out
has 'stubs are listed apart' out 'RO-P1'
status 64 'a member is in no such list' list member is:erase
printf 'x' >>case.store.erased
status 65 'a damaged list' --store new2.store restore apart/before.bak
has 'is never passed over' err 'case.store.erased is damaged'

# The list of those to be looked at again fills by itself, from what the JIT says.
SOURCE_DATE_EPOCH=$(($(date +%s) + 60))
export SOURCE_DATE_EPOCH
status 65 'no month is no limit' set TIDE review_months=0
status 0 'half a year is' set TIDE review_months=6
status 0 'a new person' add person name='Ivan Petkov'
ref=$(cat out)
has 'gets a day, and that is said' err 'as TIDE proposes'
L list person is:review --format csv >out
hasnt 'which has not come' out "$ref"
SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 190 * 86400))
L list person is:review --format csv >out
has 'and comes' out "$ref"
done_testing
