#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What parties ask of each other, and answer.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
for party in BG GR; do
	L add party code=$party name=$party class=signatory >out
	L add member party=$party name="Leader of $party" role=leader >out
done
L --as BG add lead title='Container from Varna' handling=H1 >out

status 64 'no reason' ask BG-L1 --for court
status 1 'an unknown record' ask BG-L9 --for court --reason x
status 65 'for what nobody asks' ask BG-L1 --for charm --reason x
hasnt 'what the program asks alone is not offered' err 'return'
has 'but what can be' err 'share, court, onward'
status 64 'nor is it taken' ask BG-L1 --for return --reason x
status 1 'by a day that is over' ask BG-L1 --for court --due 2020-01-01 --reason x
has 'is no answer' err 'due: 2020-01-01 is over'
status 1 'about who is no record' ask RO/1 --for court --reason x
has 'says what is' err 'RO/1 (member) is not asked about'
status 64 'an identifier without its value' ask BG iban --reason x
status 0 'about a record' ask BG-L1 --for court --use 'Olt' --reason 'the trial'
q=$(cat out)
is 'a ref that tells no number' "$(expr "$q" : 'RO-Q[A-Z][0-9A-Z]\{4\}$')" 9
status 1 'the same again' ask BG-L1 --for court --use 'Olt' --reason 'again'
has 'names the first' err "$q asks that already"
status 0 'about an identifier' ask BG phone '+359 2 9876543' --reason 'on the note'
has 'says first who will know' err 'BG will be told that you asked, with this purpose'

echo 'Gw<Enter>' >keys
L --as BG --view section:mine --keys keys --dump >out
has 'where it is shared is said as the screens have it' out 'S on a record gives it to RO'

status 0 'about a name' ask BG name 'Petrov, Ivan' --reason 'who is he'
status 65 'a family name alone' ask BG name Petrov --reason 'who is he'
has 'is refused, and what would do is said' err 'two of given name, family name and date of birth'

status 0 'the list' --as BG ask
has 'has what is asked' out "$q"
has 'and the identifier' out 'phone +35929876543'
status 0 'of others' --as GR ask
hasnt 'it has nothing' out 'RO-Q'
status 0 'the inbox of who is asked' --as BG inbox
has 'says what it is about' out 'use in court, BG-L1: the trial'
echo w >keys
L --as BG --view section:mine --keys keys --dump >out
has 'who answers reads whole what is asked' out 'asks: use in court, BG-L1: the trial; For use: Olt'
status 1 'others do not find it' --as GR show "$q"
is 'as if there were none' "$(sed "s/$q/X/" err)" 'liaison: not-found: no record "X"'
status 1 'nor answer it' --as GR answer "$q" granted
is 'in the same words' "$(sed "s/$q/X/" err)" 'liaison: not-found: no record "X"'
L --as GR log >out
hasnt 'nor read of it in the log' out "$q"
status 64 'it is no kind of list' list ask

status 65 'limited without terms' --as BG answer "$q" limited
status 0 'an answer' --as BG answer "$q" limited --terms 'this trial'
status 1 'is given once' --as BG answer "$q" refused --terms no
has 'and by whom' err 'by BG/1: limited'
L inbox >out
has 'who asked is told' out 'granted within limits, BG-L1'
L show BG-L1 >out
has 'the permission is with the record' out "$q"
# It binds all who have the record, and so they read it; what was asked stays between
# the two, and a refusal altogether.
L --as GR show BG-L1 >out
has 'where a third party reads it' out 'this trial'
hasnt 'but not why it was asked' out 'the trial'
status 1 'and not the ask' --as GR show "$q"
L help ask | tr -s ' \n' ' ' >out
has 'the help says so to who asks' out 'stands with the record, where all who have it read for whom and for what'
L help answer | tr -s ' \n' ' ' >out
has 'and to who answers' out 'all who have the record read it, with its terms'
r=$(L --as GR ask BG-L1 --for court --use Volos --reason 'another one' 2>err)
status 0 'a refusal' --as BG answer "$r" refused --terms 'too early'
L show BG-L1 >out
hasnt 'stands with no record' out 'too early'
L ask --format json >out
json_ok 'the list as JSON' out
has 'with the answer' out '"terms": "this trial"'
L ask --open >out
hasnt 'what is answered is not open' out "$q"
# About what is restricted, nobody is asked or answered who is not cleared for it.
L --as BG add member party=BG name='Petar Kolev' role=analyst >out
L add member party=RO name='Dana Rusu' role=analyst >out
kept=$(L add lead title='Boat at pier 4' share=own legal=restricted \
	legal_reason=contested)
L share "$kept" BG --reason 'it lies there' >out
r=$(L --as BG --purpose 'the berth' ask "$kept" --for court --use Varna \
	--reason 'the berth' 2>err)
status 0 'an analyst of who asks' --as BG/2 ask
hasnt 'does not read of it' out "$r"
status 0 'nor of who is asked' --as RO/2 ask
hasnt 'whoever asks' out "$r"
L ask >out
has 'though their leader does' out "$r"
status 0 'it is taken back' unshare "$kept" BG --reason 'the wrong office'
for who in BG/2 RO/2; do
	for what in inbox ask log 'log --format json' calendar; do
		# shellcheck disable=SC2086
		L --as $who $what >out 2>err
		hasnt "$who learns nothing of it by $what" out "$kept"
	done
done
L --as BG inbox >out
has 'their leader is asked for it' out "$kept"
status 0 'all holds' verify
status 0 'and is what its log makes of it' rebuild
done_testing
