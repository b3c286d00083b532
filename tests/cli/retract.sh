#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Records made void: nobody deletes.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add lead title='Container from Varna' >out
L add lead title='Container, once more' >out
L add comment of=RO-L1 text='the crew is known' >out

status 64 'without a reason' retract RO-L2
status 64 'with an empty one' retract RO-L2 --reason ''
status 1 'an unknown record' retract RO-L9 --reason x
status 0 'a record' retract RO-L2 --reason 'entered twice'
t 'nothing is printed' [ ! -s out ]
status 1 'once is enough' retract RO-L2 --reason again
has 'and it says so' err 'was retracted already'
L list lead --format csv >out
hasnt 'it is in no list' out 'once more'
L list lead container --format csv >out
hasnt 'no search finds it' out 'once more'
L list lead is:retracted --format csv >out
has 'it is listed on demand' out 'once more'
hasnt 'with none that stand' out 'Varna'
L show RO-L2 >out
has 'it is shown, with who did it and why' out ' by RO/1: entered twice'
L show RO-L2 --format json >out
has 'as an object too' out '"retract_reason": "entered twice"'
L log RO-L2 >out
has 'its history stays' out 'added RO-L2'
L export --format json >out
hasnt 'no export has it' out 'once more'
status 64 'a party is never retracted in a filter' list party is:retracted
status 1 'nor by itself' retract RO --reason x

status 0 'a part' retract RO-L1/comment1 --reason 'wrong ship'
L show RO-L1 >out
has 'it stays with its record, marked' out '*** retracted '
L export --format json >out
hasnt 'but leaves with no export' out 'crew'
# What the law has erased was not retracted.
L add lead title='Bonded store' >out
gone=$(cat out)
L erase "$gone" --reason 'order 4/2026' >out 2>&1
status 1 'what was erased' retract "$gone" --reason x
has 'is said to be' err 'was erased by law'
status 1 'nor is it shared' share "$gone" team --reason x
has 'for that reason' err 'was erased by law'
status 1 'nor linked to' add note text=x about="$gone"
has 'for the same' err 'was erased by law'
status 0 'all holds' verify
status 0 'and is what its log makes of it' rebuild
done_testing
