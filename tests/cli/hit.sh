#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hit or no hit: the searcher alone is told who holds something, and whom to call;
# the holder's side of the store says the same before and after.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
tab=$(printf '\t')
iban=BG80BNBG96611020345678

L add party code=BG name=Bulgaria class=signatory >out
L add member party=BG name='Petya Koleva' role=leader phone=+359888555011 >out
L --as BG add member party=BG name='Asen Minkov' role=auditor >out
kept=$(L --as BG add asset type=BANK account_no=$iban share=own)
L --as BG add person name='Georgi Hristov' birth_date=1979-03-04 share=own >out

# All that a member of the holder gets to read of the case.
holder() {
	for what in log 'list asset' 'list person' inbox 'inbox --of RO' calendar \
	    "show $kept" "find $iban" 'list lead' 'list task'; do
		# shellcheck disable=SC2086
		L --as BG $what 2>&1
	done
	L --as BG/2 log 2>&1
	L verify
}
holder >before

status 1 'what nobody holds' find RO49AAAA1B31007593840000
cp err nothing
cp out nothing.out
status 0 'what another keeps' find $iban
is 'is one line' "$(cat out)" "hit${tab}BG${tab}iban${tab}Petya Koleva, +359888555011"
is 'and no word besides' "$(cat err)" ''
hasnt 'that names the record' out "$kept"
status 0 'in groups' find BG80 BNBG 9661 1020 3456 78
is 'the same line' "$(cat out)" "hit${tab}BG${tab}iban${tab}Petya Koleva, +359888555011"
status 0 'as JSON' find --format json $iban
json_ok 'is JSON' out
has 'of the type hit' out '{"type":"hit","party":"BG","identifier":"iban","value":"BG80BNBG96611020345678","contact":"Petya Koleva, +359888555011"}'
status 0 'a name and a date of birth' find Hristov 1979-03-04
is 'ring' "$(cat out)" "hit${tab}BG${tab}name${tab}Petya Koleva, +359888555011"
status 0 'two names' find georgi hristov
status 1 'a family name alone' find Hristov
cmp -s err nothing
result $? 'says what nothing says'
status 1 'to the holder there is no hit' --as BG find RO49AAAA1B31007593840000
status 0 'to the holder it is a record' --as BG find $iban
hasnt 'and no hit' out 'hit'
is 'nothing of this was told to the holder' "$(holder | cmp - before 2>&1)" ''

status 0 'entering it' add asset type=BANK account_no=$iban share=own
has 'tells the one who entered' err 'note: hit: BG holds something on this IBAN'
has 'whom to call' err 'contact: Petya Koleva, +359888555011'
lines 'and prints the ref alone' out 1
has 'and how to ask' err "BG learns of it only if you ask: liaison ask BG iban '$iban' --reason TEXT"
mine=$(cat out)
status 0 'to change something else' set "$mine" bank=Delta
hasnt 'does not ring again' err hit

# What is entered is numbered, refused and completed as if nothing were there.
L --as BG list asset >listed
hasnt 'the holder does not see it' listed "$mine"

status 0 'a family name and a day' add person name=Hristov birth_date=1979-03-04 share=own
has 'ring as well' err 'BG holds something on this name (Hristov 1979-03-04)'
has 'and are asked about together' err "liaison ask BG name 'Hristov 1979-03-04' --reason TEXT"

printf 'type,account_no\nBANK,%s\nBANK,RO49AAAA1B31007593840000\n' $iban >rows.csv
status 0 'an import' import asset rows.csv
has 'has its line on standard output' out 'read 2 added 2'
lines 'and no other' out 1
has 'and tells the hit' err 'note: line 2: hit: BG holds something on this IBAN'
lines 'once' err 2

# Nobody asks for a victim.
L --as BG add category of="$(L --as BG list person --format jsonl | sed 's/.*"ref":"\([^"]*\)".*/\1/;q')" category=VIC >out
status 1 'a victim' find Hristov 1979-03-04
cmp -s err nothing
result $? 'is nothing, in the same words'
cmp -s out nothing.out
result $? 'and the same bytes'
status 0 'it holds' verify
done_testing
