#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Identifiers: normal forms, what is told of equal ones, taking one out.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add party code=BG name=Bulgaria class=signatory >/dev/null
L add member party=BG name='Boyana Ilieva' role=leader >/dev/null
L add person name='Ion Vlad' >/dev/null

# normal TYPE TYPED WANTED - a part becomes that, and is valid.
normal() {
	status 0 "$1: $2" add identifier of=RO-P1 "type=$1" "value=$2"
	made=$(cat out)
	L show "$made" --format json >out
	has "is $3" out "\"value\": \"$3\""
	has 'and valid' out '"valid": "yes"'
}
normal iban 'de89 3704 0044 0532 0130 00' DE89370400440532013000
normal phone '0040 (0)21 555 01 99' +40215550199
normal plate 'ro: b-123-abc' RO:B123ABC
normal vin 1m8gdm9axkp042788 1M8GDM9AXKP042788
normal imei 49-015420-323751 490154203237518
normal imo 9074729 IMO9074729
normal mmsi 237123456 237123456
normal document 'RO:rx 123456' RO:RX123456
normal crypto BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 \
	bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
normal company RO:J40/123/2020 RO:J40/123/2020
normal euid roonrc.j40/123/2020 ROONRC.J40/123/2020
normal lei 213800kud8lajwsq9d15 213800KUD8LAJWSQ9D15
normal vat 'GR 094259216' EL094259216
normal ip 2001:DB8:0:0:1::1 2001:db8::1:0:0:1
normal domain Shop.Example.ORG. shop.example.org
normal isin us0378331005 US0378331005
normal cadastre bg:68134.1234.56 BG:68134.1234.56

status 0 'a wrong one' add identifier of=RO-P1 type=vin value=1M8GDM9AYKP042788
has 'it is told why' err 'marked invalid: the check digit of the VIN'
made=$(cat out)
L show "$made" --format json >out
has 'it is kept as typed' out '"value": "1M8GDM9AYKP042788"'
has 'and marked' out '"valid": "no"'
status 65 'an unknown type' add identifier of=RO-P1 type=fax value=1

status 0 'an account of another party' --as BG add asset type=BANK \
	description='Villa account' account_no=RO49AAAA1B31007593840000
is 'nothing is the same yet' "$(cat err)" ''
status 0 'the same in another record' add identifier of=RO-P1 type=iban \
	value='ro49 aaaa 1b31 0075 9384 0000'
has 'it is told' err \
	'note: RO49AAAA1B31007593840000 also on BG-A1 (Asset Villa account): linked?'
status 0 'the page of the person' show RO-P1
has 'has a heading' out 'Also on'
has 'and the account' out \
	'IBAN RO49AAAA1B31007593840000: BG-A1 Asset Villa account'
status 0 'as an object' show RO-P1 --format json
has 'with what is the same' out '"same": ['
has 'by ref' out '"ref": "BG-A1"'
status 0 'of the other side too' --as BG show BG-A1
has 'the person' out 'RO-P1 Person Ion Vlad'

status 0 'one that is kept back' --as BG add contact name=Desk \
	phone=+359888555010 share=own
status 0 'the same number here' add contact name=Desk phone=+359888555010
is 'tells no more than that there is one' "$(cat err)" 'liaison: note: hit: BG holds something on this phone (+359888555010); contact: Boyana Ilieva
liaison: note: BG learns of it only if you ask: liaison ask BG phone '\''+359888555010'\'' --reason TEXT'
status 0 'its page' show RO-K1
hasnt 'neither' out 'Also on'

status 0 'a leader takes it out' add correlation of=TIDE type=iban \
	value=RO49AAAA1B31007593840000 reason='account of the court'
is 'a part of the case' "$(cat out)" TIDE/correlation1
status 0 'the page of the person' show RO-P1
has 'says so' out 'does not correlate in this case'
hasnt 'and names nobody' out BG-A1
status 0 'the page of the case' show TIDE
has 'too' out 'account of the court'
status 0 'its own page' show TIDE/correlation1
status 0 'and lets it in again' --as BG add correlation of=TIDE type=iban \
	value=RO49AAAA1B31007593840000 correlate=yes reason='it is not'
L show RO-P1 >out
has 'the account is back' out BG-A1
L add member party=RO name='Ion Marin' role=police >/dev/null
status 77 'no leader' --as RO/2 add correlation of=TIDE type=iban \
	value=RO49AAAA1B31007593840000 reason=x
has 'it says who may' err 'these may: leader, deputy'
status 0 'the log has it' log TIDE/correlation1
status 0 'all holds' verify
status 0 'and can be made again' rebuild
is 'equal' "$(cat out)" equal
done_testing
