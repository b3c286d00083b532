#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Making a store, naming a case, sitting down as somebody.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"

status 66 'there is no store' list lead
has 'it names the place' err "$LIAISON_STORE"
status 64 'no terminal to ask on' init
status 64 'half of what is asked' init --party RO
status 65 'no code of a party' init --party 'no code!' --name Ana
t 'nothing was made' [ ! -e case.store ]
status 73 'no such folder' --store no/folder/x init --party RO --name Ana
status 0 'a store' init --party RO --name 'Ana Pop'
has 'off a terminal, too, it says who can read it' err 'liaison: note: whoever has root on this machine, or can read the file, can read all that is in it, of all parties'
lines 'once, and nothing else' err 1
lines 'not among data' out 0
private 'nobody else may read it' case.store*
status 73 'it is there already' init --party RO --name 'Ana Pop'
hasnt 'of what was not made nothing is said' err 'has root'
status 64 'no case yet' list lead
status 77 'as is for training' --as RO list party
status 0 'a case' add casefile code=TIDE title='Operation Tide'
is 'its code' "$(cat out)" TIDE
status 0 'it is the only one' list party
has 'with its party' out RO
status 0 'and a second' add casefile code=EBB title='Operation Ebb'
status 64 'which of the two?' list lead
has 'it lists them' err TIDE
has 'both' err EBB
status 0 'a code as the hint has it' add casefile code=X title=Y
status 0 'an option says' --case TIDE add lead title=One
is 'the ref' "$(cat out)" RO-L1
status 64 'no such case' --case NONE list lead
LIAISON_CASE=EBB L list lead --format json >out
is 'the environment says' "$(tr -d '\n' <out)" '[]'
LIAISON_CASE=EBB L --case tide list lead --format csv >out
has 'the option is stronger' out One
LIAISON_CASE='' L list lead >out 2>err
is 'an empty variable is none' $? 64
status 1 'elsewhere' --case EBB show RO-L1
sed 's/RO-L1/RO-L77/' err >one
status 1 'unknown' --case EBB show RO-L77
is 'both read the same' "$(cat err)" "$(cat one)"

unset LIAISON_STORE
status 66 'no default store yet' list lead
status 0 'the default place is made' init --party BG --name 'Iva' --training
t 'it is there' [ -s data/liaison/case.store ]
private 'for its owner alone' data
XDG_DATA_HOME=relative HOME=$dir/home L init --party BG --name Iva 2>err
t 'a relative folder does not count' [ -s home/.local/share/liaison/case.store ]
done_testing
