#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Adding records: refs, values, files, refusals.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case

status 0 'a lead' add lead title='A van in Varna' priority=HIGH due=31.1.2027 \
	tags=b,a handling=h1
is 'its ref and nothing else' "$(cat out)" RO-L1
L show RO-L1 --format json >out
has 'codes become canonical' out '"priority": "high"'
has 'dates too' out '"due": "2027-01-31"'
has 'sets are ordered' out '"tags": "a,b"'
status 0 'an equals sign in a value, a field cleared' add lead title=a=b detail=
status 0 'a literal at sign' add lead title=@@x
L show RO-L3 --format json >out
has 'is kept' out '"title": "@x"'

printf 'one\ntwo\n' >text
status 0 'a value from a file' add note text=@text
L show RO-N1 --format json >out
has 'without its last line end' out '"text": "one\u000atwo"'
echo three | L add note text=@- >out 2>err
is 'a value from standard input' "$(cat out)" RO-N2
status 66 'no such file' add note text=@none
status 66 'a folder' add note text=@.
printf 'a\0b' >nul
status 65 'a NUL' add note text=@nul
printf 'a\377b' >latin
status 65 'no UTF-8' add note text=@latin
head -c 1048576 /dev/zero | tr '\0' x >big
status 0 'as much as the field takes' add note text=@big
printf x >>big
status 65 'a byte more' add note text=@big
status 64 'standard input twice' add lead title=@- detail=@-

status 0 'money' add payment amount='-1234.50 eur'
L show RO-F1 --format json >out
has 'is an object' out '"amount": "-1234.50"'
status 0 'with its currency apart' add payment amount=5 currency=EUR
L list payment --format csv --columns amount >out
has 'is two columns' out 'amount,amount_currency'
has 'with the digits of the currency' out '5.00,EUR'
for amount in 1.234 1,50 '1 000' 99999999999999999999 1e3 x ''; do
	status 65 "no amount: $amount" add payment "amount=$amount EUR"
done
status 65 'an amount without currency' add payment amount=5
status 64 'a currency without amount' add payment currency=EUR
status 65 'an unknown currency' add payment amount=5 currency=QQQ

status 64 'an unknown kind' add leed title=x
has 'it says what was meant' err 'did you mean lead?'
status 64 'a hidden kind' add store member_name=x
status 64 'an unknown field' add lead titel=x
has 'it says what was meant' err 'did you mean title?'
status 64 'a hidden field' add lead title=x audience=x
status 64 'a field that the program makes' add lead title=x ref=RO-L9
status 64 'no assignment' add lead title
status 64 'twice the same' add lead title=a title=b
status 65 'an unknown code' add lead title=x status=lost
has 'it lists the codes' err in_work
for date in 1/2/2027 2027-02-30 31.13.2027 someday; do
	status 65 "no date: $date" add lead title=x due=$date
done
status 65 'several faults' add lead due=x priority=y
is 'are told at once' "$(grep -c '^liaison: invalid: ' err)" 3
status 65 'nothing at all' add lead
status 1 'an unknown ref' add valuation of=RO-A77 amount='1 EUR'

status 0 'an asset' add asset type=BANK account_no='ee27 3300 3335 0561 0002'
status 0 'a part by its ref' add valuation of=RO-A1 amount='12 EUR'
is 'its ref' "$(cat out)" RO-A1/valuation1
status 0 'a part by an account number' \
	add comment of=EE273300333505610002 text=hm
status 65 'a part of nothing' add comment text=x
status 1 'a part that no lead carries' add valuation of=RO-L1 amount='1 EUR'
status 0 'an invalid IBAN is kept' \
	add asset type=BANK account_no=EE283300333505610002
L show RO-A2 --format json >out
has 'marked' out '"invalid"'

status 0 'H2 stays with its party' add lead title=secret handling=H2
has 'and says so' err 'liaison: note: '
t 'under a ref that tells no number' grep -qE '^RO-L[A-Z][0-9A-Z]{4}$' out

status 0 'what happened long before the case' add event title=Loan \
	starts=2009-03-14
is 'is no slip' "$(cat err)" ''
status 0 'a birth date to come is taken' add person name=Ion birth_date=2062
has 'with a note on it' err \
	'liaison: note: birth_date: 2062 is still to come: a slip?'

printf '%s\n' '{"title":"j1","tags":["x","y"]}' '' \
	'{"title":"j2","due":null}' >json
status 0 'lines of JSON' add lead --from-jsonl json
lines 'a ref for each' out 2
L list payment --format jsonl >json
L add payment --from-jsonl - <json >out 2>err
lines 'what list prints can be added' out 2
printf '{"title":"j3"}\n{"titel":"j4"}\n' >json
status 64 'a line with an unknown field' add lead --from-jsonl json
has 'it names the line' err 'line 2'
lines 'the line before it is saved' out 1
printf '{"title":"j3"\n' >json
status 65 'a line that is cut short' add lead --from-jsonl json
status 66 'no such file' add lead --from-jsonl none
status 64 'fields besides' add lead title=x --from-jsonl json

if [ -w /dev/full ]; then
	before=$(L list lead --format jsonl | wc -l)
	L add lead title=full >/dev/full 2>err
	is 'the ref cannot be written' $? 74
	has 'but the record is there' err saved
	L list lead --format jsonl >out
	lines 'indeed' out $((before + 1))
fi
status 0 'all holds' verify
done_testing
