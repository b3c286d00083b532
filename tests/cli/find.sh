#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# find: a line or object a record, found by words, numbers and names in any
# spelling, and nothing that is not shared.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
tab=$(printf '\t')
esc=$(printf '\033')

L add party code=BG name=Bulgaria class=signatory >out
L add member party=BG name='Petya Koleva' role=leader >out
L add person name='Иван Петков' >out
L add person name='Ivan Petkoff' >out
L add name of=RO-P2 text='Γεώργιος Παπαδόπουλος' >out
L add lead title='Boat of Ivan at pier 4' detail='the courier Петков' >out
L add asset type=BANK account_no='RO49 AAAA 1B31 0075 9384 0000' >out
L add contact name=Zoe phone='+40 21 123 4567' >out
L add lead title="bad $esc]0;PWNED$(printf '\007	x')end" >out
kept=$(L add lead title='Secret courier' detail='Кожухаров' share=own)

line() {
	what=$1 wanted=$2
	shift 2
	status 0 "$what" find "$@"
	is 'is that line' "$(sed -n 1p out)" "$wanted"
}
line 'a word' "RO-L1${tab}lead${tab}Boat of Ivan at pier 4${tab}title" pier
line 'two words' "RO-L1${tab}lead${tab}Boat of Ivan at pier 4${tab}title" boat pier
line 'another script' "RO-P1${tab}person${tab}Иван Петков${tab}name" \
	--kind person petkov
line 'a name in a part' "RO-P2${tab}person${tab}Ivan Petkoff${tab}name.text" \
	papadopoulos
line 'by its sound' "RO-P2${tab}person${tab}Ivan Petkoff${tab}name" \
	--kind person Petkow
line 'part of a word' "RO-P2${tab}person${tab}Ivan Petkoff${tab}name" etkof
line 'a ref' "RO-L1${tab}lead${tab}Boat of Ivan at pier 4${tab}ref" ro-l1
line 'an IBAN' "RO-A1${tab}asset${tab}RO49AAAA1B31007593840000${tab}account_no" \
	ro49 aaaa 1b31 0075 9384 0000
line 'its last digits' \
	"RO-A1${tab}asset${tab}RO49AAAA1B31007593840000${tab}account_no" 93840000
line 'a phone number' "RO-K1${tab}contact${tab}Zoe${tab}phone" '(0040) 21/123-4567'

status 0 'each key in JSON' find --format json ivan
json_ok 'is JSON' out
has 'with its type' out '{"type":"record","ref":"RO-L1","kind":"lead"'
has 'what is as typed' out '"field":"title","key":"exact"'
has 'what is in Latin form' out '"key":"latin","text":"Иван Петков"}'
L add person name='Stelios Kalfopoulos' >out
line 'the same name, in another order and with a slip' \
	"RO-P3${tab}person${tab}Stelios Kalfopoulos${tab}name" Kalfopoulos Steliso
lines 'is all' out 1
status 0 'the same in JSON' find --format jsonl kalfopoulos steliso
has 'with its key and how likely it is' out '"field":"name","key":"alike","score":9'
hasnt 'what a key found' out '"key":"exact"'
status 0 'what the keys find' find --format jsonl ivan
hasnt 'has no score' out score
status 0 'an object a line' find --format jsonl ivan
lines 'are as many' out 3

status 1 'nothing' find zzz
t 'prints nothing' [ ! -s out ]
has 'says so' err 'liaison: not-found: nothing found'
status 1 'nothing in JSON' find --format json zzz
is 'is none' "$(cat out)" '[]'

status 0 'two at most' find --limit 2 ivan
lines 'are two' out 2
has 'and that there are more' err '2+ found'
status 0 'all of them' find --limit 0 ivan
lines 'are three' out 3
t 'and no word of more' [ ! -s err ]

status 0 'hostile text' find pwned
hasnt 'is harmless' out "$esc"
lines 'is one line' out 1
is 'has three tabs' "$(tr -cd '\t' <out | wc -c | tr -d ' ')" 3
for words in '"' '*' 'boat AND NOT pier' '{text}:boat' "$(printf '\360\237\230\200')"; do
	status 1 'words that are no question' find "$words"
done

status 0 'what is kept, by its party' find courier secret
has 'is found' out "$kept"
L add person name='Vessela Kozhuharova' share=own >out
status 0 'a name alike, by its party' find Kozhuharova Vesesla
for words in 'Kozhuharova Vesesla' secret Кожухаров kozhuharov ecret "$kept" 'secret courier'; do
	status 1 'by another it is not' --as BG find "$words"
	cp err first
	L --as BG find zzz >out 2>err
	t 'in the same words as what is not there' cmp -s err first
done

L retract RO-L1 --reason 'entered twice' >out
for words in pier ro-l1; do
	status 1 'what was retracted' find "$words"
done

status 64 'no word' find
status 64 'an unknown kind' find --kind boat x
status 64 'a part' find --kind comment x
status 64 'a limit that is none' find --limit many x
status 64 'what is too long' find "$(printf '%2000s' x | tr ' ' x)"
done_testing
