#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# scenes.sh - two scenes of a day with it, whole, by commands and on the screens: a tip
# comes in and an account rings; an exhibit goes from hand to hand.
# shellcheck source=tests/cli/lib.sh
. "${srcdir:-.}/tests/cli/lib.sh"

iban=BG33BNBA96611020345678

# play AS VIEW KEYS - what the screen shows afterwards is in out.
play() {
	printf '%s' "$3" >keys
	L --as "$1" --view "$2" --keys keys --dump --size 100x30 >out 2>err
}

make_store() {
	L init --party RO --name 'Ana Pop' --training &&
		L add casefile code=TIDE title='Operation Tide' status=operational &&
		L add party code=BG name=Bulgaria class=signatory &&
		L add party code=FR name=France class=signatory &&
		L add member party=BG name='Boyana Ilieva' role=leader \
			phone='+359 2 555 0101' &&
		L add member party=FR name='Claire Vasseur' role=leader &&
		account=$(L --as BG add asset type=BANK account_no=$iban \
			description='Account of Dimov' share=own)
}
make_store >out 2>err || { echo 'Bail out! no store could be made'; exit 99; }

# What BG could notice, to be compared.
noticed() {
	L --as BG log --format json
	L --as BG inbox --format json | sed 's/"since":"[^"]*",//'
	for kind in lead asset person; do L --as BG list $kind --format json; done
}

# --- A tip comes in, on the screens ------------------------------------------

play RO list:lead 'nCourier <Space> carries <Space> cash<Down>B2<Down>H2<F2>'
has 'a lead in three fields' out 'Courier carries cash'
lead=$(L --as RO list lead --format json | sed -n 's/.*"ref": *"\([^"]*\)".*/\1/p')
status 0 'it is there' --as RO show "$lead"
has 'graded' out B2
status 1 'kept to RO by its H2' --as BG show "$lead"
L --as RO list lead >out
is 'and marked so in the list' \
	"$(play RO list:lead ''; grep -c ' k$' out)" 1
noticed >before 2>&1
person=$(L --as RO add person name='Asen Minkov' share=own 2>/dev/null)
status 0 'she links the courier' --as RO link "$lead" mentions "$person"
status 0 'and his phone' --as RO add identifier of="$person" type=phone \
	value='+40 722 555 010'
play RO "$person" "aIdent<Enter>iban<Down>$iban<F2>"
has 'his account rings, at once' out 'BG holds something on this'
hasnt 'and not with what' out Dimov
status 0 'likewise whoever looks for it' --as RO find "$iban"
has 'who to call stands there' out '+35925550101'
noticed >after 2>&1
diff before after >out
is 'BG learns nothing of it' $? 0
status 0 'nor does France hear anything' --as FR find "$iban" --format json
has 'but what it finds itself' out '"type":"hit"'

# --- She asks ------------------------------------------------------------------

status 0 'she asks' --as RO ask BG iban "$iban" --reason 'money of a courier'
ask=$(cat out)
has 'and is told what BG is told' err 'BG will be told that you asked'
L --as BG inbox >out
has 'it waits for BG' out "$ask"
hasnt 'nobody else hears of it' out "$lead"
L --as FR inbox >out
hasnt 'France does not' out "$ask"
status 0 'BG answers' --as BG answer "$ask" granted
status 1 'by which nothing is shared' --as RO show "$account"
play BG "shares:$account" 'aRO<Enter>info<Enter><Enter>Your <Space> courier<Enter><Down><Enter>'
has 'BG gives it on its sheet' out 'Your courier'
status 0 'now she sees it' --as RO show "$account"
status 1 'and France does not' --as FR show "$account"
play RO list:asset ''
is 'a letter says that it was given to some' "$(grep -c ' s$' out)" 1
status 0 'BG takes it back' --as BG unshare "$account" RO --reason 'wrong account'
status 1 'and it is gone at once' --as RO show "$account"
L --as RO find Dimov >out 2>err
is 'from every search' $? 1
L --as RO ask >out
has 'RO is asked to return it' out return

# --- An exhibit goes from hand to hand ---------------------------------------

dd if=/dev/zero of=phone.dd bs=1024 count=64 2>dd.err
status 0 'France enters an image' --as FR add evidence \
	description='Image of a telephone' exhibit_no=LY-17 place=Lyon \
	storage='Vault 3, Lyon'
exhibit=$(cat out)
status 0 'how it was seized' --as FR add chain of="$exhibit" action=seized \
	from='the driver' to=FR at=2026-01-05T10:00 seal='S 44'
status 0 'its digest is computed from the file' --as FR hash phone.dd \
	--of "$exhibit"
play FR "$exhibit" ''
has 'the screen has it' out "$(sha256sum phone.dd | cut -c1-16)"
has 'and who holds it' out 'Vault 3, Lyon'
status 0 'France hands it over' --as FR add chain of="$exhibit" \
	action=handed_over from=FR to=RO at=2026-01-07T09:30
step=$(cat out)
L --as RO show "$exhibit" --format json >out
has 'France holds it until both signed' out '"custodian": "FR"'
L --as RO inbox >out
has 'it waits for RO to sign' out "$exhibit"
status 0 'France signs' --as FR add confirmation of="$exhibit" \
	step="${step##*/}" side=giver
L --as RO show "$exhibit" --format json >out
has 'one signature is none' out '"custodian": "FR"'
play RO "$exhibit" 'w<Enter><F2>'
L --as RO show "$exhibit" --format json >out
has 'signed on the screen by RO, it is with RO' out '"custodian": "RO"'
L --as RO inbox >out
hasnt 'and waits no more' out "$exhibit"
status 0 'the store verifies' verify
done_testing
