#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is asked for wrongly when parties share: each is one sentence that reveals
# nothing, changes nothing, and leaves the log and the store whole. Where each is
# tested:
#
#	an unknown party, or member			here, 1
#	a member of another case			here, 2
#	what is not one's own				here, 3
#	a second answer					here, 4; tests/src/test_ask.c
#	taken back while it is open elsewhere		here, 5; tests/ui/test_lost.c
#	an end that comes while it is open		here, 6; tests/ui/test_lost.c
#	the 65th party					here, 7; tests/src/test_admit.c
#	a clock that is set back			here, 6; tests/src/test_sharing.c
#	a third state, with and without its terms	here, 8
#	a recipient, who never looks into the store	here, 9
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400 # 5 January 2026, noon
export SOURCE_DATE_EPOCH
begin_case
for party in BG GR; do
	L add party code=$party name=$party class=signatory >out
	L add member party=$party name="Leader of $party" role=leader >out
done
L add member party=RO name='Ion Marin' role=police >out
L add casefile code=OTHER title='Another case' >out
L --case OTHER add party code=FR name=Lyon class=signatory >out
L --case OTHER add member party=FR name='Claire Vasseur' role=leader >out
LIAISON_CASE=TIDE
export LIAISON_CASE
lead=$(L add lead title='Container from Varna' share=own)
L log --format json >before

# same DESCRIPTION - the refusal in err is that of an unknown name: the same bytes.
same() { is "$1" "$(sed 's/"[^"]*"/NAME/' err)" "$(cat unknown)"; }

# --- 1, 2: whom nobody knows here
status 1 'an unknown party' share "$lead" XX --reason x
sed 's/"[^"]*"/NAME/' err >unknown
lines 'is one sentence' err 1
has 'which says what is wanted' err 'a party (BG), a member (BG/2)'
status 1 'an unknown member' share "$lead" BG/9 --reason x
same 'is answered likewise'
status 1 'a party of another case' share "$lead" FR --reason x
same 'is as unknown'
status 1 'a member of another case' share "$lead" FR/1 --reason x
same 'and as unknown'
status 1 'of another case nobody takes it back' unshare "$lead" FR --reason x
same 'in the same words'
status 1 'nor is anybody asked' ask FR iban BG80BNBG96611020345678 --reason x
hasnt 'who is not of this case' err Lyon
status 1 'nor does a share by somebody of another case' --case OTHER share "$lead" FR --reason x
is 'find the record' "$(sed "s/$lead/REF/" err)" 'liaison: not-found: no record "REF"'

# --- Whether the agreement is signed opens what may be shared: who leads says so
status 77 'a police member says nothing of the case' --as RO/2 set TIDE status=operational
has 'and hears who does' err 'change what is said of the case; these may: leader, deputy, admin'

# --- 3: what is not one's own
theirs=$(L --as BG add lead title='Boat at Ruse')
status 1 'what is another'\''s' share "$theirs" GR --reason x
has 'is theirs to share' err 'a record of BG, which alone shares it'
status 1 'or to take back' unshare "$theirs" GR --reason x
has 'and nobody else'\''s' err 'alone takes it back'
status 1 'and to set' set "$theirs" share=own
status 1 'what is not seen' --as BG share "$lead" GR --reason x
is 'is not there' "$(sed "s/$lead/REF/" err)" 'liaison: not-found: no record "REF"'

# --- 4: a second answer
q=$(L --as GR ask "$theirs" --for court --use Volos --reason 'the trial' 2>err)
status 0 'an answer' --as BG answer "$q" refused --terms 'not yet'
status 1 'a second one' --as BG answer "$q" granted
has 'names the first' err 'by BG/1'
L --as GR ask >out
has 'which stands' out 'refused'

# --- 5: taken back while it is open: the act that follows finds nothing
status 0 'given' share "$lead" BG --reason 'it lies there'
L --as BG show "$lead" >open
version=$(L --as BG list lead "ref:$lead" --format jsonl |
	sed -n 's/.*"version":\([0-9]*\).*/\1/p')
status 0 'and taken back' unshare "$lead" BG --reason 'the wrong office'
has 'says who had opened it' out 'read'
status 1 'a comment of who had it open' --as BG add comment of="$lead" text='we know him'
hasnt 'tells nothing of it' err Varna
status 1 'nor is a change saved' --as BG set "$lead" --version "${version:-1}" title=New
is 'it is as if there were none' "$(sed "s/$lead/REF/" err)" 'liaison: not-found: no record "REF"'
status 0 'for its party it is what it was' show "$lead"
has 'with its words' out 'Container from Varna'

# --- 6: an end that comes, and a clock that is set back
status 0 'for two days' share "$lead" GR --reason 'until Wednesday' --until 2026-01-06
status 0 'it is there' --as GR show "$lead"
SOURCE_DATE_EPOCH=1767873600 # 8 January
status 1 'then it is not' --as GR show "$lead"
SOURCE_DATE_EPOCH=1767614400
status 1 'nor when the clock is set back' --as GR show "$lead"
is 'in the words of what there never was' "$(sed "s/$lead/REF/" err)" 'liaison: not-found: no record "REF"'
status 1 'an end before the newest entry is over' share "$lead" GR --reason x --until 2026-01-06
has 'and said so' err 'is over already'
has 'with what the clock is behind' err 'the log of TIDE has come to 2026-01-08'
L share "$lead" >out
has 'its sheet says that it ended' out 'ended'

# Nor where nobody but those who may change nothing looked while it went ahead.
L --as GR add member party=GR name='Looks on' role=observer >out
SOURCE_DATE_EPOCH=1768219200 # 12 January
status 0 'until the next day' share "$lead" GR --reason 'again' --until 2026-01-13
L --as GR/2 list lead --format csv >out
has 'an observer has it' out "$lead"
SOURCE_DATE_EPOCH=1768478400 # 15 January
L --as GR/2 list lead --format csv >out
hasnt 'and then has not' out "$lead"
SOURCE_DATE_EPOCH=1768219200
L --as GR/2 list lead --format csv >out
hasnt 'nor when the clock is set back' out "$lead"
L --as GR list lead --format csv >out
hasnt 'and neither has their leader' out "$lead"
status 0 'the log' log "$lead" --format json
has 'says that it expired' out expired
status 0 'and is whole' verify

# --- 8: an authority of a third state
L add party code=CH name=Geneva class=third signed_on=2026-01-02 >out
status 1 'without its terms' share "$lead" CH --reason x
has 'says which' err '--basis adequacy, safeguards or derogation'
status 1 'with one of two' share "$lead" CH --reason x --basis adequacy
has 'says so too' err '--controller'
status 1 'with the other' share "$lead" CH --reason x --controller RO/1
status 65 'a basis that is none' share "$lead" CH --reason x --basis friendship --controller RO/1
status 1 'a controller who is nobody' share "$lead" CH --reason x --basis adequacy --controller FR/1
hasnt 'of another case' err Vasseur
gone=$(L add member party=RO name='Was here' role=police)
L member "$gone" --left-on today >out
status 1 'a controller who has left' share "$lead" CH --reason x --basis adequacy --controller "$gone"
has 'answers for nothing' err "controller: $gone has left"
status 77 'the police do not' --as RO/2 share "$lead" CH --reason x --basis adequacy --controller RO/1
status 0 'with both it is given' share "$lead" CH --reason 'the account' --basis adequacy --controller RO/1
L share "$lead" --format json >out
has 'the sheet has the basis' out '"basis": "adequacy"'
has 'and who answers for it' out '"controller": "RO/1"'
status 0 'the team does not hold it' share "$lead" team --reason 'all'
status 0 'nor does what is set to the team take it away' share "$lead" --format json
has 'it still has it' out '"CH"'

# --- 9: a recipient
L add party code=INTERPOL name=Interpol class=recipient >out
status 1 'has no members' add member party=INTERPOL name='A. Noll' role=analyst
status 1 'who could be given anything' share "$lead" INTERPOL/1 --reason x
same 'none is known'
status 0 'a single record is given' share "$lead" INTERPOL --reason 'the notice'
other=$(L add lead title='Of the team')
L share "$other" --format json >out
hasnt 'never with the team' out INTERPOL
status 0 'it leaves by an export' export lead --format jsonl --for party:INTERPOL \
	--basis derogation --controller 'Ana Pop' -o interpol.json
has 'of what was given' interpol.json 'Container from Varna'
hasnt 'and of nothing else' interpol.json 'Of the team'
status 0 'taken back, nobody is asked' unshare "$lead" INTERPOL --reason 'closed'
L ask >out
hasnt 'who could not answer' out INTERPOL

# --- 7: the 65th party
i=5
while [ $i -lt 64 ]; do
	i=$((i + 1))
	printf '{"code":"P%d","name":"Authority %d","class":"participant"}\n' $i $i
done >parties.jsonl
status 0 'up to 64 parties' add party --from-jsonl parties.jsonl
L add party code=LAST name=Last class=participant >out 2>err
has 'there is no place for another' err '64'
status 1 'which is refused' add party code=LAST name=Last class=participant
lines 'in one sentence' err 1
status 1 'nor can it be given anything' share "$lead" LAST --reason x
same 'nobody knows it'
status 0 'the 64th is one like the others' share "$lead" P64 --reason 'a copy'

# --- Nothing of that was lost, or written
L log --format json >after
t 'the log goes on from what it was' grep -q 'Container from Varna' after
hasnt 'what was refused is not in it' after friendship
status 0 'all holds' verify
status 0 'and is what its log makes of it' rebuild
done_testing
