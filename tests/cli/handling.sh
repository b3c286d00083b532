#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What handling codes keep inside, and what its origin lets go.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add party code=BG name=Bulgaria class=signatory >out
L add party code=CH name=Geneva class=third signed_on=2026-01-02 >out
L add member party=BG name='Boyana Ilieva' role=leader >out
L add member party=RO name='Ion Marin' role=police >out
L add member party=RO name='Dana Rusu' role=analyst >out
L --as BG add lead title='Container from Varna' handling=H1 >out

L export lead --format jsonl --for court:Olt >out
hasnt 'H1 goes to no court' out Varna
status 0 'RO asks' ask BG-L1 --for court --use Olt --reason 'the trial'
q=$(cat out)
L export lead --format jsonl --for court:Olt >out
hasnt 'to ask is not enough' out Varna
status 0 'BG grants it' --as BG answer "$q" granted
L export lead --format jsonl --for court:Olt >out
has 'then it goes there' out Varna
L export lead --format jsonl --for court:Dolj >out
hasnt 'and to no other' out Varna
L --as BG export lead --format jsonl --for court:Olt >out
hasnt 'nor through who was not permitted' out Varna
status 0 'BG takes it back' --as BG retract BG-L1/permission1 --reason 'a mistake'
L export lead --format jsonl --for court:Olt >out
hasnt 'and it stays' out Varna

# Whose information it is lifts its code, and who may decide on it enters that.
lead=$(L add lead title='From Europol' origin=Europol handling=H2)
for who in RO/2 RO/3; do
	status 77 "$who enters no lift" --as $who add permission of="$lead" what=lift \
		by=Europol on=2026-01-05 doc_no=E-7
	has 'and is told who does' err 'these may: leader, deputy, judicial'
	status 0 'but what may be done with it' --as $who add permission of="$lead" \
		what=onward by=Europol
done
status 1 'so the code stays' --as RO/2 set "$lead" handling=
status 0 'who decides on it enters it' add permission of="$lead" what=lift by=Europol \
	on=2026-01-05 doc_no=E-7
status 0 'then it goes' --as RO/2 set "$lead" handling=
status 77 'nobody else takes the lift back' --as RO/3 retract "$lead/permission3" \
	--reason 'never given'
L retract "$lead/permission3" --reason 'never given' >out
status 77 'or brings it back' --as RO/3 undo "$lead/permission3"
status 0 'as who decides does' undo "$lead/permission3"
L help roles >out
has 'the table of roles says so' out 'lift of a code'

L add lead title='By a banker' >out
L set "$(cat out)" handling=H3 handling_text='Name no bank'
status 1 'H3 is read first' export lead --format jsonl --for court:Olt -o h3
has 'its text is told' err ': Name no bank'
t 'nothing is there' [ ! -e h3 ]
status 0 'and accepted' export lead --format jsonl --for court:Olt --acknowledge
has 'then it goes' out 'By a banker'
status 0 'a working copy asks nothing' export lead --format jsonl

status 1 'a third state without a basis' export --for party:CH
has 'is told what is wanted' err '--controller'
status 65 'with one that is none' export --for party:CH --basis friendship --controller 'B. Favre'
status 77 'by the police' --as RO/2 export --for party:CH --basis adequacy --controller 'B. Favre'
status 0 'with both' export --for party:CH --basis adequacy --controller 'B. Favre' -o ch.json
L log --format json >out
has 'the log has the basis' out adequacy
has 'and who answers for it' out 'B. Favre'
status 64 'nobody else needs them' export --for party:BG --basis adequacy --controller 'B. Favre'
status 77 'the defence is a judicial matter' --as RO/2 export --for 'defence:M. Radu'
status 0 'all holds' verify
status 0 'and is what its log makes of it' rebuild
done_testing
