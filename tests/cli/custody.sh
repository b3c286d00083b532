#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# custody.sh - a phone image is seized in Lyon, hashed, handed over: it counts when
# both sides have signed.
# shellcheck source=tests/cli/lib.sh
. "${srcdir:-.}/tests/cli/lib.sh"

make_store() {
	L init --party FR --name 'Jean Roux' --training >out &&
		L add casefile code=TIDE title='Operation Tide' >out &&
		L add party code=RO name=Romania class=signatory >out &&
		L add party code=BG name=Bulgaria class=signatory >out &&
		L add member party=RO name='Ana Pop' role=leader >out &&
		L --as RO add member party=RO name='Ion Marin' role=police >out &&
		L add member party=BG name='Boyana Ilieva' role=leader >out
}
make_store || {
	echo 'Bail out! no store could be made'
	exit 99
}

# --- The image --------------------------------------------------------------

status 0 'an exhibit is added' add evidence description='Image of a telephone' \
	type=data exhibit_no=LY-17 seized_at=2026-01-05 place=Lyon \
	seized_from='the driver' storage='Vault 3, Lyon'
status 0 'and how it was seized' add chain of=FR-E1 action=seized \
	from='the driver' to=FR at=2026-01-05T10:00 seal='S 44'
dd if=/dev/zero of=phone.dd bs=1024 count=700 2>dd.err
status 0 'its SHA-256 is computed' hash phone.dd --of FR-E1
sha=$(sha256sum phone.dd | cut -d' ' -f1)
has 'and is the right one' out "$sha"
status 0 'it is found by its digest' find "$sha"
has 'as that exhibit' out FR-E1
L show FR-E1 --format json >out
has 'what was hashed is kept' out '"of_what": "phone.dd"'
has 'and by whom' out '"computed_by": "Jean Roux"'
has 'the custodian is France' out '"custodian": "FR"'
status 66 'a file that is not there' hash nothing.dd --of FR-E1
status 66 'a folder' hash . --of FR-E1
status 64 'no exhibit is named' hash phone.dd
status 1 'an exhibit that is not there' hash phone.dd --of FR-E9
other=$(L add lead title='No exhibit')
status 1 'a record that is none' hash phone.dd --of "$other"
has 'is said to be what it is, with what would be one' err "$other (lead) does not fit here; it takes: evidence"
status 1 'to who does not see it' --as BG hash phone.dd --of "$(L add lead title=Kept share=own)"
has 'there is none' err 'no record'
evil=$(printf 'a\nb\033[2Jc\\.dd')
: >"$evil"
status 0 'a name of hostile bytes is kept as text' hash "$evil" --of FR-E1
L show FR-E1 --format json >out
has 'escaped' out '"of_what": "a\\nb\\x1B[2Jc\\\\.dd"'

# --- From hand to hand -------------------------------------------------------

status 0 'France hands it to Romania' add chain of=FR-E1 action=handed_over \
	to=RO at=2026-01-06 seal='S 44'
has 'and is told what is missing' err 'step=chain2'
status 0 'it waits' list evidence is:unconfirmed
has 'in the list' out FR-E1
status 0 'by age' custody --format json
has 'for both' out '"waits_for": "both"'
has 'for whoever looks, too' out '"yours": true'
status 1 'a step is no exhibit' add confirmation of=FR-E1/chain2
has 'which is said, with what to type' err 'of=FR-E1 step=chain2, and side=giver or side=receiver'
status 1 'what was seized is not confirmed' add confirmation of=FR-E1 step=chain1
has 'and what waits is told' err 'FR-E1/chain2 (giver and receiver)'
status 1 'Bulgaria cannot confirm it' --as BG add confirmation of=FR-E1 step=chain2
echo w >w.keys
status 0 'Romania is asked for it on the screen' --as RO --view FR-E1 \
	--keys w.keys --dump
has 'with what it needs' out 'New Confirmation of FR-E1'
status 0 'Romania signs' --as RO add confirmation of=FR-E1 step=chain2 \
	remark='one screw is missing'
L --as RO show FR-E1 --format json >out
has 'France holds it still' out '"custodian": "FR"'
status 1 'Romania does not sign twice' --as RO/2 add confirmation of=FR-E1 \
	step=chain2
status 1 'nor for France' --as RO/2 add confirmation of=FR-E1 step=chain2 \
	side=giver
status 65 'a receipt on paper without the rank' add confirmation of=FR-E1 \
	step=chain2 mode=paper receipt_no=4/26 name='J. Morel' on=2026-01-06
has 'is told what it lacks, with an example' err 'rank: a receipt on paper carries number, name, rank and date; the rank or office of who signed it is missing: rank="commissioner"'
status 65 'nor one without its date' add confirmation of=FR-E1 \
	step=chain2 mode=paper receipt_no=4/26 name='J. Morel' rank=inspector
has 'which is named' err 'on="2026-03-14"'
status 0 'the page tells who is missing' --as RO show FR-E1
has 'in words' out 'waits for the giver'
has 'with the remark' out 'one screw is missing'
status 0 'France signs' add confirmation of=FR-E1 step=chain2
L show FR-E1 --format json >out
has 'now Romania holds it' out '"custodian": "RO"'
hasnt 'and nothing waits' out '"unconfirmed"'
json_ok 'the page is JSON' out
status 0 'nothing is listed' list evidence is:unconfirmed --format json
is 'at all' "$(cat out)" '[]'
L add evidence description='A van' >van
van=$(cat van)
L add chain of="$van" action=handed_over from=FR to=BG at=2026-01-08T09:00+02:00 >out 2>err
status 0 'a receipt that was signed before the hand-over is taken' add confirmation \
	of="$van" step=chain1 side=receiver mode=paper receipt_no=5/26 \
	name='B. Ilieva' rank=prosecutor on=2025-12-08
has 'and told of' err 'on: 2025-12-08 is before the hand-over (2026-01-08): a slip?'
status 1 'nobody hands over to themselves' --as RO add chain of=FR-E1 \
	action=handed_over from=RO to=RO
status 0 'Romania makes a copy' --as RO add chain of=FR-E1 action=copied
L --as RO show RO-E1 --format json >out
has 'which goes back to the image' out '"root_exhibit_no": "LY-17"'
has 'and is called after its label' out '"description": "Copy of LY-17: '
status 0 'hostile words in a chain' --as RO add chain of=FR-E1 action=viewed \
	from="$(printf '\342\200\256\033]0;x\007')" condition="$(printf '<b>\033[31m')"
status 0 'are shown' show FR-E1
hasnt 'without their teeth' out "$(printf '\033')"
status 0 'and on the screen' --view FR-E1 --dump
hasnt 'neither' out "$(printf '\033')"

# --- Lists of digests ---------------------------------------------------------

{
	cat <<'END'
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty.txt
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 *binary.bin
\e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  two\nlines
SHA256 (tagged (1).dd) = e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
MD5 (old.dd) = d41d8cd98f00b204e9800998ecf8427e
da39a3ee5e6b4b0d3255bfef95601890afd80709  sha1.dd

e3b0c44298fc1c149afbf4c8996fb924  cut.txt
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85  short.txt
this is no digest
MD5 (wrong.dd) = da39a3ee5e6b4b0d3255bfef95601890afd80709
END
} >sums
status 65 'a list of digests is read' import hash sums --of FR-E1
is 'and counted' "$(cat out)" 'read 10 added 7 updated 0 unchanged 0 rejected 3'
L show FR-E1 --format json >out
has 'a name is unescaped and escaped again' out '"of_what": "two\\nlines"'
has 'MD5 is known' out '"algorithm": "md5"'
has 'SHA-1, too' out '"algorithm": "sha1"'
has 'a digest that is too short is told by its line' sums.rejects.csv '9,value,'
has 'so is what is none' sums.rejects.csv '10,value,'
has 'and one of another algorithm' sums.rejects.csv '11,value,'
status 1 'the same list is not read twice' import hash sums --of FR-E1
status 65 'unless it is said' import hash sums --of FR-E1 --again
status 0 'a table of digests is read as such' add evidence description=Disk
printf 'value,of_what\nd41d8cd98f00b204e9800998ecf8427e,x\n' >table.csv
status 0 'by its header' import hash table.csv --of FR-E2
is 'whole' "$(cat out)" 'read 1 added 1 updated 0 unchanged 0 rejected 0'
status 64 'only digests come as such lists' import lead sums --format sums

# --- What holds ----------------------------------------------------------------

status 1 'a number is each party'"'"'s own' add evidence description=Van \
	exhibit_no=LY-17
status 0 'of another party it is free' --as RO add evidence description=Van \
	exhibit_no=LY-17
status 1 'admissible in Romania, says Bulgaria' --as BG add admissibility \
	of=FR-E1 state=RO status=admissible
status 0 'says Romania' --as RO add admissibility of=FR-E1 state=RO \
	status=admissible
status 0 'the store verifies' verify
status 0 'and comes out of its log' rebuild
is 'equal' "$(cat out)" equal

status 0 'another exhibit' add evidence description=Keys
keys=$(cat out)
status 0 'who seizes it and names nobody has it' add chain of="$keys" action=seized \
	from='the driver' at=2026-01-05T10:05
L show "$keys" >out
has 'as the chain counts' out 'seized: the driver -> FR'
status 0 'who looks at it' add chain of="$keys" action=viewed from='the judge' \
	at=2026-01-05T11:00
L show "$keys" >out
t 'gives it to nobody' grep -q 'viewed: the judge$' out

# For a party of which nobody is left.
L add party code=EUROPOL name=Europol class=participant >out
L add member party=EUROPOL name='Nora Lind' role=analyst >out
L add evidence description='Server disk' type=device >out
disk=$(cat out)
L share "$disk" EUROPOL --reason analysis >out
L add chain of="$disk" action=seized to=FR/1 at=2026-01-05 >out
L add chain of="$disk" action=handed_over from=FR/1 to=EUROPOL at=2026-01-06 >out 2>&1
L custody >out 2>err
has 'a hand-over waits for it' out "$disk/chain2"
hasnt 'and there is who confirms it' err 'nobody works here any more'
status 0 'its only member leaves' member EUROPOL/1 --left-on today
status 0 'the list' custody
has 'says what can be done' err "$disk/chain2 waits for EUROPOL, for which nobody works here any more: the party that entered it corrects it (add chain of=$disk corrects=chain2)"
L show "$disk" >out
has 'and so does its page' out 'nobody works here any more for the receiver'
L --view "$disk" --dump --size 200x50 >out
has 'and the screen' out 'nobody works here any more for the receiver'
status 0 'which is so' add chain of="$disk" corrects=chain2 action=handed_over from=FR/1 to=RO/1 at=2026-01-06
L custody >out 2>err
hasnt 'then nothing waits for it' err EUROPOL
L set "$disk" legal=restricted legal_reason=contested >out
L custody >out
has 'what is restricted is not told there' out '(told for a purpose: say why)'
# What is taken back on the screen is still where it is.
L add evidence description='Ledger' >out
ledger=$(cat out)
L add chain of="$ledger" action=seized to=BG/1 at=2026-01-05 >out
status 0 'taken from who does not hold it' unshare "$ledger" RO --reason 'not theirs'
hasnt 'nothing is said of it' err 'chain of custody'
status 0 'taken from the party of who holds it' unshare "$ledger" BG --reason 'not theirs'
has 'that they do is said' err "BG/1 holds $ledger, by its chain of custody, and sees it no more"
L add evidence description='Diary' share=own >out
diary=$(cat out)
L add chain of="$diary" action=seized to=BG/1 at=2026-01-05 >out
L share "$diary" BG/1 --reason 'hers' >out
L share "$diary" BG --until 2030-12-31 --reason 'theirs' >out
status 0 'taken from who has it as one of their party' unshare "$diary" BG/1 --reason x
has 'that they do is said too' err "BG/1 still has $diary"
hasnt 'and no more' err 'sees it no more'
status 0 'the store still verifies' verify
done_testing
