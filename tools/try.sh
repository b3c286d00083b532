#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Install what is needed, build, and open the program on a small training store,
# which is made the first time. All people and firms in it are invented; its
# account numbers are the examples of the IBAN registry.
set -eu
umask 077
top=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD_DIR:-$top/build}
"$top/tools/build.sh"

folder=$build/training
LIAISON_STORE=$folder/case.store
export LIAISON_STORE
unset LIAISON_CASE

liaison() {
	"$build/liaison" "$@"
}

# A store that is there is there whole: the folder gets its name at the end.
make_store() {
	rm -rf "$folder.new"
	mkdir "$folder.new"
	LIAISON_STORE=$folder.new/case.store

	liaison init --party RO --name 'Ana Pop' --training
	liaison add casefile code=AMBER title='Operation Amber Quay' \
		crime_area=MLAU status=operational \
		method='Freight invoices for goods that were never shipped' \
		agreement_on=2026-03-02 starts_on=2026-03-02 ends_on=+6m \
		legal_basis='Framework Decision 2002/465/JHA' \
		working_language=en
	liaison set RO name='Directorate for Organised Crime, Constanta' state=RO
	liaison add party code=BG name='District Prosecution, Varna' \
		class=signatory state=BG
	liaison add party code=GR name='Economic Crime Prosecution, Piraeus' \
		class=signatory state=GR
	liaison add member party=RO name='Mihai Dobre' role=police \
		unit='Economic crime' phone='+40 21 000 0001'
	liaison add member party=BG name='Petya Koleva' role=leader
	liaison add member party=GR name='Nikos Vellas' role=leader

	freight=$(liaison add organisation name='Quayside Freight SRL' \
		jurisdiction=RO legal_form=SRL reg_no=J40/0001/2021)
	logistics=$(liaison --as BG add organisation \
		name='Янтар Логистик ЕООД' jurisdiction=BG legal_form=EOOD)
	shipping=$(liaison --as GR add organisation \
		name='Βέλλος Ναυτιλιακή ΙΚΕ' jurisdiction=GR legal_form=IKE)
	liaison add organisation name='Northlight Holdings Ltd' jurisdiction=CY

	first=$(liaison add asset type=BANK account_no=RO49AAAA1B31007593840000 \
		description='Main account of Quayside Freight' \
		holder="$freight" stage=FROZEN)
	liaison add valuation of="$first" amount='184250.75 RON' on=2026-05-11 \
		method='Balance when frozen'
	second=$(liaison --as BG add asset type=BANK \
		account_no='BG80 BNBG 9661 1020 3456 78' \
		description='Account of the Varna branch' holder="$logistics" \
		stage=IDENTIFIED)
	third=$(liaison --as GR add asset type=BANK \
		account_no=GR1601101250000000012300695 \
		description='Account at Piraeus' holder="$shipping")
	villa=$(liaison --as GR add asset type=REAL stage=IDENTIFIED country=GR \
		description='Villa above the harbour' location='Aegina')
	liaison --as GR add valuation of="$villa" amount='640000 EUR' \
		on=2026-06 method=Appraisal
	liaison add asset type=VESS description='Motor yacht "Amber Dawn"' \
		location='Constanta, berth 14' stage=SUSPECTED

	liaison add payment from="$first" to="$second" amount='48000 EUR' \
		value_date=2026-02-03 purpose='Invoice 117, steel coils'
	liaison --as BG add payment from="$second" to="$third" \
		amount='46500 EUR' value_date=2026-02-04 purpose='Inv. 9'
	liaison add payment from="$first" to="$third" amount='12500.50 EUR' \
		value_date=2026-02-17 purpose='Charter, balance'

	liaison add lead title='Invoices for steel that no ship carried' \
		grade=B2 status=in_work priority=high due=+5d assignee=RO/2 \
		channel='Financial intelligence unit' received_on=2026-04-20 \
		detail='Eleven invoices name voyages of a vessel in dry dock.'
	liaison add lead title='Clerk of Quayside met the owner of the yacht' \
		grade=C3 handling=H2 due=+12d
	liaison --as BG add lead title='Cash brought to the Varna branch' \
		grade=A2 status=assessed priority=urgent due=+2d
	liaison --as BG add lead title='Second set of books in a garage' \
		grade=X4 status=new
	liaison --as GR add lead title='Villa paid for by a company in Cyprus' \
		grade=B1 status=confirmed
	liaison add note text='Joint search planned; all three parties at once.' \
		about=AMBER
	mv "$folder.new" "$folder"
}

if [ ! -f "$LIAISON_STORE" ]; then
	trap 'cat "$folder.log" >&2' EXIT
	(make_store >"$folder.log" 2>&1)
	trap - EXIT
	rm -f "$folder.log"
fi
if [ -t 0 ] && [ -t 1 ]; then
	exec "$build/liaison"
fi
cat <<END
Built, with a training store at hand. On a terminal, open it by
	$top/tools/try.sh
or work on it by commands:
	export LIAISON_STORE='$LIAISON_STORE'
	$build/liaison list lead
	$build/liaison --help
END
