#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whole screens: tests/screens/VIEW/CASE.keys is played, and what is shown then is
# compared with CASE.screen. The line of the keys that begins # -- holds options. With
# UPDATE=1 the screens are written anew, to be read before they are committed.
# shellcheck source-path=SCRIPTDIR
. "${srcdir:-$(dirname "$0")/..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400	# Monday 5 January 2026, noon
TZ=UTC LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH TZ LC_ALL
screens=$(cd "$srcdir" && pwd)/tests/screens
esc=$(printf '\033')

A() { L add "$@" >>out; }
E() { LIAISON_CASE=EBB L add "$@" >>out; }

# Another case with what lies around one person: names in two scripts, money, a chain
# of custody with gaps, exhibits in several states.
make_around() {
	E party code=BG name='National Investigation Service' class=signatory \
		state=BG
	E member party=BG name='Boyana Ilieva' role=leader
	E person name='Асен Минков' given=Асен family=Минков \
		birth_date=1963-02-11 birth_place=Русе sex=male nationality=BG
	E name of=RO-P1 text='Asen Minkov' script=latin kind=transliteration
	E name of=RO-P1 text='The Customs Man' kind=alias
	E category of=RO-P1 category=SUS proceeding=14/P/2025 on=2025-06-08
	E paper of=RO-P1 type=passport no=059123456 country=BG
	E address of=RO-P1 text='ul. Slavyanska 9, Ruse' country=BG from=2019
	E person name='Asen Mincov' birth_date=1963 nationality=BG
	E organisation name='Blue Shell Ltd' jurisdiction=CY reg_no='HE 12345'
	E asset type=BANK description='Account of Blue Shell' holder=RO-O1 \
		account_no=RO49AAAA1B31007593840000 bank='Tide Bank' stage=FROZEN
	E asset type=REAL description='Villa above the sea' country=GR
	E owner of=RO-A2 who=RO-P1 role=owner percent=60 from=2019-03
	E valuation of=RO-A2 amount='340000.00 EUR' on=2025-11-02 method=expert
	E valuation of=RO-A1 amount='1500.00 EUR' on=2025-12-31 method=balance
	E payment from=RO-A1 to=RO-O1 amount='1250.00 EUR' \
		value_date=2025-11-03 purpose=consulting
	E payment from=RO-A1 to=RO-P1 amount='98000.50 EUR' \
		value_date=2025-11-04
	E link type=directs a=RO-P1 b=RO-O1 from_date=2018 grade=B2
	E link type=owns a=RO-O1 b=RO-A1 percent=100
	E evidence description='Phone of the driver' exhibit_no=GL-1/25 \
		type=device seized_at=2025-11-03 seized_from='Asen Minkov'
	E chain of=RO-E1 action=seized from=RO-P1 to=RO/1 \
		at=2025-11-03T06:00+02:00 seal=G-301 method='by hand'
	E chain of=RO-E1 action=handed_over from=RO/1 to=BG/1 \
		at=2025-12-01T10:00+02:00 seal=G-302
	E evidence description='Ledger with weekly sums' exhibit_no=GL-2/25 \
		type=document seized_at=2025-11-03 language=bg pages=212
	E translation of=RO-E2 from=bg to=ro pages=212 ordered=2025-12-01 \
		due=2026-01-20
	E admissibility of=RO-E2 state=RO status=admissible
	E disclosure of=RO-E2 proceeding=14/P/2025 accused=RO-P1 \
		disclosed=copy on=2025-12-20
	E event title='Search of the hall near Ruse' type=search \
		starts=2025-11-03T05:30+02:00 place='Ruse, eastern zone'
	E event title='Third coordination meeting' type=meeting \
		starts=2026-01-09T09:30+01:00 place='The Hague'
	E task title='Ask the bank for the opening papers' about=RO-A1 \
		due=2026-01-07
	E lead title='Minkov rents the field behind the hall'
	E link type=mentions a=RO-L1 b=RO-P1
	kept=$(LIAISON_CASE=EBB L add lead title='Kept back: an informant' \
		share=own received_on=2026-01-02)
	E link type=mentions a="$kept" b=RO-P1
	E comment of=RO-P1 text='He was seen at Ruse with @BG/1 on 2 January.'
}

# One case with what screens find hard: long, wide, absent, broken, hostile.
make_store() {
	A party code=BG name='National Investigation Service' class=signatory
	A party code=GR name='Prosecutor of Thessaloniki' class=signatory
	A party code=EUROPOL name=Europol class=participant
	A member party=RO name='Ion Marin' role=police unit='Economic crime' \
		phone='+40 21 234 5678'
	A member party=BG name='Boyana Ilieva' role=leader
	A member party=GR name='Eleni Doukas' role=leader
	L --as GR add member party=GR name='Nikos Pappas' role=observer >>out
	A member party=EUROPOL name='Nora Lind' role=analyst
	A lead title='Courier with a suitcase of cash at the port of Varna' \
		status=in_work priority=high due=2026-01-04 assignee=RO/2 \
		received_on=2025-12-30 grade=B2 channel=SIENA \
		crime_area=MLAU tags=cash,courier \
		detail='He comes every second Friday with the night ferry.
Two phones; the second one is switched on only in the port.'
	A lead title='Phone 0723 near the villa' due=2026-01-09 assignee=RO/2
	A lead title='Ärger in Łódź: 東京商事 and Ζητα ΑΕ share a director' \
		status=assessed priority=low
	A lead title='Lorries with a false floor' due=2026-03 status=assigned
	A lead title='Hotline: a flat full of watches' priority=urgent \
		due=2026-01-05
	A lead title='Old tip about a port' status=unfounded \
		closed_reason='The ship was scrapped in 2019.'
	A organisation name='Blue Shell Ltd' jurisdiction=CY reg_no='HE 12345' \
		legal_form=Ltd source_id=c1
	A organisation jurisdiction=UNKNOWN source_id=c2 \
		name="Red$esc]52;c;eA==$(printf '\007\302\233\342\200\256')Tide$(
			printf '\342\200\213 \363\240\201\201')"
	A asset type=BANK account_no=RO49AAAA1B31007593840000 \
		bank='Tide Bank' bic=AAAAROBU country=RO holder=c1 source_id=a1
	A asset type=BANK account_no=RO61AAAA1B31007593840000 source_id=a2
	A asset type=REAL description='Villa above the sea' country=GR \
		stage=FROZEN
	A valuation of=RO-A1 amount='1500.00 EUR' on=2025-12-31 method=balance
	A comment of=RO-A1 text='Asked the bank for the opening papers.'
	A comment of=RO-L1 text='Seen at Ruse, 2 January.'
	A payment from=a1 to=c1 amount='1250.00 EUR' value_date=2025-11-03 \
		purpose='consulting'
	A payment from=a1 to=nobody amount='98000.50 USD' value_date=2025-11-04
	A payment from=a2 to=a1
	L set RO-L1 priority=urgent >>out
	A link type=owns a=c1 b=RO-A3 percent=60 from_date=2019-03 grade=B2
	A link type=associate a=c1 b=c2 note='one address'
	A task title='Hear the skipper of the Aurora' for_party=BG
	L --as BG add task title='Plates of the lorries at Ruse' for_party=RO \
		due=2026-01-07 >>out
	L --as BG add comment of=RO-L1 \
		text='Did he come back on the second, @RO/1?' >>out
	A casefile code=EBB title='Operation Ebb' starts_on=2025-01-01 \
		ends_on=2026-02-01
	make_around
}

# A test that changed the store leaves it to the next as it was.
# shellcheck disable=SC2046 # the options are words
play() {
	rm -rf now && mkdir now && cp -p case.store* now/ &&
	LIAISON_STORE=$dir/now/case.store "$liaison" --dump --keys "$1" \
		$(sed -n 's/^# --/--/p' "$1") >shown 2>&1
	# Hashes are of random salts, refs of what is kept back are random; the palette
	# counts the commands of the day.
	sed -e 's/^ [0-9a-f]\{8\}  / ########  /' \
		-e 's/Entry  [0-9a-f]\{8\}/Entry  ########/' \
		-e 's/by [0-9a-f]\{8\})/by ########)/' \
		-e 's/^\( *│ : .*\) [0-9]* of [0-9]* │/\1 # of # │/' \
		-e 's/RO-\([LX]\)[A-Z][0-9A-Z]\{4\}/RO-\1#####/g' shown >out
}

begin_case
LIAISON_CASE=TIDE
export LIAISON_CASE
make_store
for keys in "$screens"/*/*.keys; do
	want=${keys%.keys}.screen
	name=${keys#"$screens"/}
	play "$keys"
	if [ -n "${UPDATE-}" ]; then
		cp out "$want"
	fi
	diff "$want" out >difference
	rc=$?
	[ $rc -eq 0 ] || sed 's/^/# /' difference
	n=$((n + 1))
	if [ $rc -eq 0 ]; then echo "ok $n - ${name%.keys}"
	else bad=$((bad + 1)); echo "not ok $n - ${name%.keys}"; fi
done

listed=$(grep -c '\.keys' "$screens/local.mk")
is 'local.mk lists them all' "$listed" "$(find "$screens" -name '*.keys' | wc -l | tr -d ' ')"

# No control, no bidi control, nothing invisible comes through anywhere.
cat "$screens"/*/*.screen >all
! LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" all
result $? 'no screen holds a control character'
! LC_ALL=C grep -qE "$(printf '\302[\200-\237]|\342\200[\213-\217\252-\256]|\342\201[\246-\251]|\363\240')" all
result $? 'no screen holds what cannot be seen'
done_testing
