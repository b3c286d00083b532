#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Hits between two JITs of one store: both sides switch them on, the searcher asks with
# a purpose, who leads the holder decides, and the searcher learns a yes or nothing.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
iban=BG80BNBG96611020345678
code=TIDE
A() { L --case "$code" "$@"; }
B() { L --case WAVE "$@"; }
A add member party=RO name='Ion Vlad' role=analyst >out
A add member party=RO name='Dan Petcu' role=auditor >out
L add casefile code=WAVE title='Operation Wave' >out
B add party code=BG name=Bulgaria class=signatory contact=desk@bg.example >out
B add member party=BG name='Ivan Petrov' role=leader >out
B --as BG add member party=BG name='Petar Iliev' role=police >out
B --as BG add member party=BG name='Asen Minkov' role=auditor >out
B --as BG add asset type=BANK account_no=$iban share=own >out

status 1 'before anybody switched it on' --case "$code" --as RO/2 ask --jits iban $iban --reason x
has 'it is refused, and says who could' err 'a leader can switch it on'
status 77 'who does not lead' --case "$code" --as RO/2 add exchange of="$code" jit=WAVE reason=x
has 'may not switch it on' err 'say with which JITs hits are exchanged'
status 0 'a leader does' --case "$code" add exchange of="$code" jit=WAVE reason='letter of 3 May'
sed 's/WAVE/CODE/' err >there
status 0 'with a JIT that there is not' --case "$code" add exchange of="$code" jit=WIND reason='letter of 3 May'
sed 's/WIND/CODE/' err | cmp -s - there
result $? 'the same is told'
status 0 'the page of the JIT' --case "$code" show "$code"
has 'has it' out 'exchange1  WAVE'
status 0 'the page for who does not lead' --case "$code" --as RO/2 show "$code"
hasnt 'has it not' out 'WAVE'
status 0 'its history for them' --case "$code" --as RO/2 log "$code"
hasnt 'has it neither' out 'exchange'
status 1 'what was said of it' --case "$code" --as RO/2 show "$code/exchange1"

status 1 'looking for it' --case "$code" --as RO/2 find $iban
has 'says how to ask' err "other JITs may be asked on it: liaison ask --jits iban '$iban' --reason TEXT"
cp err held
status 1 'looking for what nobody holds' --case "$code" --as RO/2 find RO49AAAA1B31007593840000
sed "s/RO49AAAA1B31007593840000/$iban/" err | cmp -s - held
result $? 'says the same'
status 0 'entering it' --case "$code" --as RO/2 add asset type=BANK account_no=$iban
has 'says so too' err 'other JITs may be asked on it'
printf '{"name":"A","phone":"+359888555021"}\n{"name":"B","phone":"+359888555022"}\n' >two
status 0 'entering many' --case "$code" --as RO/2 add contact --from-jsonl two
lines 'says so once' err 1
status 64 'asking without a purpose' --case "$code" --as RO/2 ask --jits iban $iban
status 64 'asking a party in the same breath' --case "$code" --as RO/2 ask --jits BG iban $iban --reason x
status 64 'asking for a use' --case "$code" --as RO/2 ask --jits iban $iban --for court --reason x
status 0 'asking' --case "$code" --as RO/2 ask --jits iban $iban --reason 'where did it go'
has 'says who may learn of it' err 'will be told that you asked, with this purpose'
q=$(cat out)
sed "s/$iban/VALUE/" err >held
status 0 'asking about what nobody holds' --case "$code" --as RO/2 ask --jits iban RO49AAAA1B31007593840000 --reason 'where did it go'
sed "s/RO49AAAA1B31007593840000/VALUE/" err | cmp -s - held
result $? 'tells the same'
status 1 'the same again' --case "$code" --as RO/2 ask --jits iban $iban --reason x
hasnt 'tells of nobody who learns of it' err 'will be told'
status 0 'a name' --case "$code" --as RO/2 ask --jits name 'Stoyan Georgiev 1980-05-02' --reason x
status 65 'a family name alone' --case "$code" --as RO/2 ask --jits name Georgiev --reason x

B --as BG inbox >out
hasnt 'nothing waits while one side is off' out "$q"
status 1 'nor is answered' --case WAVE --as BG answer "$code/$q" granted
B --as BG add exchange of=WAVE jit="$code" reason='letter of 3 May' >out 2>&1
B --as BG inbox >out
has 'then it waits for who leads' out "$code/$q"
has 'with who asks, and why' out "$code/RO: asks whether you hold iban $iban: where did it go"
lines 'and nothing else waits' out 3
B --as BG/2 inbox >out
hasnt 'for nobody else' out "$q"
status 1 'the leader of another JIT has none' --case "$code" answer "WAVE/$q" granted
status 65 'a no without a reason' --case WAVE --as BG answer "$code/$q" refused
status 0 'a yes' --case WAVE --as BG answer "$code/$q" limited --terms 'call first'
has 'says what is told' err "$code/RO is told that you hold something on it, and whom to call; nothing else"
status 1 'is given once' --case WAVE --as BG answer "$code/$q" granted
has 'by whom' err 'by BG/1: limited'
A --as RO/2 inbox >out
has 'the searcher is told' out "WAVE/BG: holds something on iban $iban; contact: desk@bg.example; call first"
A inbox >out
hasnt 'and nobody else' out 'holds something'
A --as RO/3 access-log >out
has "the searcher's auditors see it" out "$iban"
B --as BG/3 access-log >out
has "the holder's auditors see what was shown" out "$code/RO iban $iban"
has 'and what was told' out "$code/RO iban $iban: limited"

status 1 'a JIT with the code of one that there is' --case "$code" --as RO/2 add casefile code=WAVE title=x
is 'is refused, and no more said' "$(cat err)" 'liaison: rule: code: WAVE cannot be had; choose another one'
status 1 'with the code of its own' --case "$code" --as RO/2 add casefile code="$code" title=x
has 'says so' err 'is a case that you are in'
A --as RO/3 access-log >out
has 'and the auditors know' out 'casefile code=WAVE'
hasnt 'what was told in the other JIT is not for these' out 'limited'

# The same on the screens.
A --as RO/2 --view find:$iban --dump >out
has 'the page of what is found offers it' out 'Other JITs may be asked about this: I'
B --as BG add contact name=Desk phone=+359888555010 share=own >out 2>&1
printf 'Itracing<Enter>' >keys
A --as RO/2 --view find:+359888555010 --keys keys --dump >out
has 'and says what comes of it' out 'of a no you learn nothing'
B --as BG --dump >out
has 'it waits on the first screen of who leads' out 'TIDE/RO: asks whether you hold'
printf '<Enter>' >keys
B --as BG --keys keys --dump >out
has 'Enter says what is asked' out 'Another JIT asks'
has 'and why' out tracing
printf '<Enter><Enter>' >keys
B --as BG --keys keys --dump >out
has 'it is told' out 'nothing else'
lacks=$(B --as BG --dump | grep -c 'asks whether')
is 'and waits no more' "$lacks" 0
A --as RO/2 inbox >out
has 'the searcher has it on the first screen' out 'holds something on phone +359888555010; contact: desk@bg.example'

# What the law has erased is gone, though who erases does not see it.
status 0 'an inquiry' --case "$code" --as RO/2 ask --jits phone +359888999777 --reason 'Zlatograd'
q=$(cat out)
status 1 'a leader does not see it' --case "$code" show "$q"
status 0 'and erases it by its ref' --case "$code" erase "$q" --reason 'order 3/2026'
grep -l '359888999777\|Zlatograd' "$LIAISON_STORE"* >out 2>/dev/null
is 'no byte of it is left in any file' "$(cat out)" ''
status 0 'that it was asked stays' --case "$code" --as RO/2 ask
has 'without words' out "$q"

# Also where it was answered: what was told, and what the holder kept of it.
B --as BG add contact name=Pump phone=+359888555030 share=own >out 2>&1
status 0 'one that is held' --case "$code" --as RO/2 ask --jits phone +359888555030 --reason 'Wallaroo purpose'
q=$(cat out)
status 0 'and answered' --case WAVE --as BG answer "$code/$q" limited --terms 'Bilby terms'
A --as RO/2 inbox >out
ring=$(sed -n 's/.*\(RO-Q[A-Z0-9]*\).*phone +359888555030.*/\1/p' out)
L backup before.bak >out 2>&1
status 0 'is erased' --case "$code" erase "$q" --reason 'order 9/2026'
is 'and whether it was answered is not told' "$(cat out err)" ''
grep -l 'Wallaroo' "$LIAISON_STORE"* >out 2>/dev/null
is 'no byte of its purpose is left in any file' "$(cat out)" ''
A --as RO/2 inbox >out
hasnt 'nothing waits of it' out '+359888555030'
status 0 'what was told' --case "$code" --as RO/2 show "$ring"
hasnt 'has no contact' out 'desk@bg'
hasnt 'and no terms' out Bilby
B --as BG ask >out
hasnt 'nor has the holder the identifier' out '+359888555030'
status 0 'restored from before' --store again.store restore before.bak
A --store again.store --as RO/2 ask >out
hasnt 'it stays erased' out '+359888555030'
B --store again.store --as BG ask >out
hasnt 'at the holder too' out '+359888555030'
grep -l 'Wallaroo' again.store* >out 2>/dev/null
is 'in every byte' "$(cat out)" ''
status 0 'what was restored verifies' --store again.store verify
status 0 'and comes out of its log' --store again.store rebuild

status 0 'the store verifies' verify
status 0 'and comes out of its log' rebuild
is 'equal' "$(cat out)" equal
status 1 'undo' --case WAVE --as BG undo
status 64 'whose BG is meant has to be said' --as BG verify
export LIAISON_CASE=WAVE
status 0 'the usual case says it' --as BG verify
status 0 'and limits nothing' verify
done_testing
