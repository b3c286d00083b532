#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whole exports: what comes out of one case, for whom, in which form, is compared
# with tests/exports/. With UPDATE=1 these are written anew, to be read before they
# are committed.
# shellcheck source-path=SCRIPTDIR
. "${srcdir:-$(dirname "$0")/..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400	# Monday 5 January 2026, noon
TZ=Europe/Bucharest LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH TZ LC_ALL
exports=$(cd "$srcdir" && pwd)/tests/exports
esc=$(printf '\033')
rlo=$(printf '\342\200\256')

A() { L add "$@" >>made 2>>made || echo "add $*" >>failed; }
B() { L --as BG add "$@" >>made 2>>made || echo "BG: add $*" >>failed; }

make_team() {
	L set TIDE status=operational crime_area=DRUG agreement_on=2025-11-03 \
		starts_on=2025-11-03 ends_on=2027-11-02 working_language=en \
		legal_basis='Framework Decision 2002/465/JHA' >>made
	L set TIDE detail='Cocaine among bananas through Constanta; the proceeds
go through firms in Sofia and Thessaloniki.' >>made
	A party code=BG name="Supreme Prosecutor's Office" class=signatory \
		state=BG signed_on=2025-11-03
	A party code=GR name='Prosecutor of Thessaloniki' class=signatory \
		state=GR signed_on=2025-11-03
	A party code=EUROPOL name=Europol class=participant
	A member party=RO name='Ion Marin' role=police unit=DIICOT \
		rank=inspector
	A member party=BG name='Петя Колева' role=leader
	A member party=GR name='Ελένη Δούκα' role=leader
}

make_people() {
	A organisation name='Delta Trans' reg_no=J40/1 jurisdiction=RO \
		legal_form=SRL
	A organisation name='Делта Транс ЕООД' reg_no=200111222 jurisdiction=BG
	A person name='Иван Петров Колев' birth_date=1979-05-02 \
		birth_place=Русе nationality=BG danger=armed protection=none
	A name of=RO-P1 text='Vanko the "Crane"' kind=alias
	A category of=RO-P1 category=SUS proceeding='Bucharest 112/D/2025' \
		on=2025-11-10
	B category of=RO-P1 category=ASC proceeding='Sofia 44/25' on=2025-12-01
	A person name='Γιώργος Παπαδόπουλος' birth_date=1968 nationality=GR
	A person name='محمد العربي' nationality=MA language=ar
	A person name='Informant 12' handling=H1 share=team
}

make_work() {
	A lead title='Courier seen in Ruse' grade=B2 due=2026-01-02 \
		priority=high channel=tip received_on=2026-01-04 assignee=RO/2 \
		handling=H3 handling_text='not to the press' share=team \
		detail='A lorry waited two hours.
The driver telephoned twice.'
	A lead title='Boat at pier 4' due=2026-01-12 marking=sensitive
	A lead title='What the informant says' handling=H1 share=team
	A lead title='Ours alone' share=own
	A lead title='A letter to counsel' privilege=to_review share=team
	A task title='Ask the bank for statements' priority=high assignee=RO/2 \
		due=2026-01-09
	A task title='Search the warehouse' due=2026-01-03
	A task title='Ask in Sofia' for_party=BG due=2026-01-20
	A event title='Coordination meeting' type=meeting starts=2025-12-03 \
		ends=2025-12-04 place='The Hague' state=NL \
		detail='All three states were there.'
	A event title='Joint day' type=search starts=2026-02-03
	A event title='Someday'
	A decision title='Joint day in February' question='When to search?' \
		outcome=agreed on=2025-12-04
	A note text='Seen twice' about=RO-L1
	A contact name='Duty desk' authority=Eurojust state=NL
}

make_money() {
	A asset type=BANK description='Giro' account_no=BG80BNBG96611020345678 \
		bank='A bank' country=BG holder=RO-O1 stage=FROZEN
	A asset type=REAL description='Villa in Sozopol' country=BG \
		location='ul. Morska 4' holder=RO-O2 stage=IDENTIFIED
	A asset type=CASH description=Box holder=RO-P4
	A asset type=CRYP description=Wallet stage=FROZEN
	A valuation of=RO-A1 amount='50000 EUR' on=2026-01-02 stage=FROZEN
	A valuation of=RO-A2 amount='450000 EUR' on=2025-12-12 method=appraisal
	A valuation of=RO-A2 amount='470000 BGN' on=2026-01-03 method=appraisal
	A valuation of=RO-A4 amount='1.25 BTC' on=2026-01-03
	A owner of=RO-A2 who=RO-P1 role=beneficial percent=60.5
	A owner of=RO-A2 who=RO-P2 role=beneficial percent=50
	A owner of=RO-A1 who=RO-P4 role=authorised
	A order of=RO-A1 kind=freezing authority='Sofia City Court' \
		number=7/2026 on=2026-01-02
	A holding of=RO-A1 kind=frozen amount='48211.10 EUR' on=2026-01-03 \
		order=7/2026
	A payment from=RO-A1 to=RO-O1 amount='12000 EUR' value_date=2025-12-01 \
		purpose='invoice 7'
	A payment from=RO-O1 to=RO-A2 amount='9000 EUR' value_date=2025-11-20 \
		purpose=loan
	A payment from=RO-O2 to=RO-P1 purpose=cash amount='3000 BGN'
	A link type=owns a=RO-P1 b=RO-O2 percent=60 from_date=2019
	A link type=related a=RO-P1 b=RO-P4
}

make_evidence() {
	A evidence description='Phone of the driver' type=device \
		exhibit_no=1/26 seized_at=2026-01-03 place=Ruse \
		seized_from='the driver' seized_by='I. Marin' \
		legal_basis='warrant 7/2026' storage='box 3' items=412 \
		items_privileged=3
	A hash of=RO-E1 algorithm=sha256 of_what=image.dd computed_by=Lab \
		value=5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9 \
		on=2026-01-04
	A chain of=RO-E1 action=seized at=2026-01-03 from='the driver' \
		to=RO/2 seal='S 1' condition=intact
	A chain of=RO-E1 action=handed_over at=2026-01-04T10:00 from=RO/2 \
		to=BG seal='S 1'
	B confirmation of=RO-E1 step=chain2
	A chain of=RO-E1 action=examined at=2026-01-04T16:00 seal='S 2' \
		purpose='read out'
	A evidence description='Image of the phone' type=data
	A chain of=RO-E1 action=copied at=2026-01-04T17:00 method=image \
		copy=RO-E2
	A admissibility of=RO-E1 state=RO status=admissible \
		note='the warrant is there'
}

make_void() {
	A lead title='Entered by mistake'
	L retract RO-L3 --reason 'another case' >>made 2>&1 ||
		echo retract >>failed
}

# Text that would be something else in one form or another.
# shellcheck disable=SC2016 # nothing of it is to be expanded
make_hostile() {
	A lead title='<script>alert(1)</script> & "x" |a| `b` *c* [d](http://e)' \
		detail="# no heading
- no list
1. no number
    no code
| no | table |
![no picture](x) <!-- no comment --> www.example.org a@b.org
${esc}[31mno colour${esc}]52;c;eA==$(printf '\007') $rlo no turn"
	A lead title='=1+1' detail="$(printf '%05000d' 0)"
	A organisation name=']]> &lt; \ ~~gone~~ ${no} $(no)' legal_form='a|b'
}

# What differs from one run to the next.
tame() {
	sed -e 's/\(log position \|Log position:\{0,1\}  *\)[0-9a-f]\{8\}/\1########/' \
		-e 's/"code">[0-9a-f]\{8\}</"code">########</' \
		-e 's/RO-\([A-Z]\)[A-Z][0-9A-Z]\{4\}/RO-\1#####/g' \
		-e 's/RO\\-\([A-Z]\)[A-Z][0-9A-Z]\{4\}/RO-\1#####/g'
}

compare() {
	name=$1
	shift
	cp -p case.store now.store
	cp -p case.store.key now.store.key
	LIAISON_STORE=$dir/now.store L export "$@" >raw 2>err
	rc=$?
	rm -f now.store*
	tame <raw >out
	[ -z "${UPDATE-}" ] || cp out "$exports/$name"
	diff "$exports/$name" out >difference || rc=1
	[ $rc -eq 0 ] || sed 's/^/# /;40q' difference
	n=$((n + 1))
	if [ $rc -eq 0 ]; then echo "ok $n - $name"
	else bad=$((bad + 1)); echo "not ok $n - $name"; fi
}

begin_case
LIAISON_CASE=TIDE
export LIAISON_CASE
make_team
make_people
make_work
make_money
make_evidence
make_void
is 'the case is made' "$(cat failed 2>/dev/null)" ''
compare internal.txt --format text
compare internal.md --format md
compare internal.html --format html
compare court.txt --format text --for court:Bucharest
compare court.html --format html --for court:Bucharest
compare defence.md --format md --for 'defence:M. Radu'
compare party.txt --format text --for party:GR
compare chosen.md task lead due:2026-01 --format md
make_hostile
compare hostile.txt lead organisation --format text
compare hostile.md lead organisation --format md
compare hostile.html lead organisation --format html

# shellcheck disable=SC2317 # t calls it
well_formed() {
	if command -v xmllint >out; then xmllint --noout "$@"
	else python3 -c 'import sys, xml.dom.minidom as m
[m.parse(f) for f in sys.argv[1:]]' "$@"
	fi
}
t 'HTML is well-formed XML' well_formed "$exports"/*.html
! grep -hoE '(href|src)="[^#][^"]*"|url\(|<(script|img|link|iframe)' \
	"$exports"/*.html >out
result $? 'nothing in it leads out or runs'
for file in "$exports"/*.html; do
	sed -n 's/.* href="#\([^"]*\)".*/\1/p' "$file" | sort -u >to
	grep -oE ' id="[^"]*"' "$file" | sed 's/ id="\(.*\)"/\1/' | sort -u >ids
	is "every link of ${file##*/} leads somewhere" \
		"$(comm -23 to ids)" ''
done
cat "$exports"/court.* "$exports"/defence.* >all
for word in 'RO-' 'Informant' 'informant' 'Ours' 'counsel' 'WORKING COPY' H1; do
	hasnt "those outside do not read $word" all "$word"
done
cat "$exports"/* >all
! LC_ALL=C grep -q "$(printf '[\001-\010\013\015-\037\177]')" all
result $? 'no control character but line and form feed'
! LC_ALL=C grep -qE "$(printf '\302[\200-\237]|\342\200[\213-\217\252-\256]|\342\201[\246-\251]|\363\240')" all
result $? 'nothing that cannot be seen'
done_testing
