#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Acts taken back, and history as sentences.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
status 1 'what stands is not undone' undo
has 'and it says what to do instead' err 'left_on='
L add lead title='Container from Varna' due=2026-01-09 >out
L set RO-L1 due=2026-02-01

status 0 'a look ahead' undo --dry-run
has 'says what would be undone' out 'would be undone:'
has 'in a sentence' out 'Ana Pop (RO) changed Due of RO-L1 from 2026-01-09 to'
L show RO-L1 --format json >out
has 'and does nothing' out '"due": "2026-02-01"'
status 0 'the last act' undo
L show RO-L1 --format json >out
has 'is taken back' out '"due": "2026-01-09"'
L log RO-L1 >out
has 'history tells it' out 'set Due of RO-L1 back from 2026-02-01'
has 'and of the act that it is undone' out 'undone by'
status 0 'the undo of an undo' undo
L show RO-L1 --format json >out
has 'does it again' out '"due": "2026-02-01"'

L set RO-L1 title=Two
entry=$(L log RO-L1 --limit 1 | head -n 1 | cut -c1-8)
L set RO-L1 priority=low
status 0 'an act by its entry' undo --entry "$entry"
L show RO-L1 --format json >out
has 'goes alone' out '"title": "Container from Varna"'
has 'and leaves the others' out '"priority": "low"'
status 1 'not twice' undo --entry "$entry"
has 'it was changed since, by whom' err 'was changed by RO/1 since'
status 1 'no such entry' undo --entry 00000000
status 64 'a record and an entry' undo RO-L1 --entry "$entry"
status 1 'no such record' undo RO-L9

L set RO-L1 grade=B2
status 1 'a grade is not undone' undo RO-L1
has 'it is set anew' err 'liaison set RO-L1 grade='

L add lead title=Twin >out
status 0 'what was added' undo RO-L2
L list lead --format csv >out
hasnt 'is retracted' out 'Twin'
status 0 'and brought back' undo RO-L2
L list lead --format csv >out
has 'into the list' out 'Twin'

L add comment of=RO-L1 text='the crew is known' >out
L set RO-L2 title=Twins priority=high
L log >out
has 'a comment in its words' out 'Ana Pop (RO) commented on RO-L1: the crew is known'
has 'several fields are counted' out 'changed 2 fields of RO-L2'
has 'and told one by one' out 'Priority: normal -> high'
L retract RO-L1/comment1 --reason 'wrong ship'
L log RO-L1 >out
has 'a retraction with its reason' out 'Ana Pop (RO) retracted RO-L1/comment1: wrong ship'
L export -o all.json
L log >out
t 'an export with how much, as what and for whom' grep -qE \
	'Ana Pop \(RO\) exported records \([0-9]+\) as json for: internal$' out
status 1 'what has left' undo
has 'has left' err 'exported has left'
status 0 'all holds' verify
status 0 'and is what its log makes of it' rebuild
done_testing
