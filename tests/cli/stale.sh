#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Scene 5 of a day with the program: the line drops in the middle of a note, and
# meanwhile a colleague saved the same lead. Nothing that anybody wrote is lost.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add party code=BG name=Bulgaria class=signatory >out
L add member party=RO name='Ion Marin' role=police >out
L add member party=BG name='Petya Koleva' role=leader >out
L add lead title='Courier seen in Ruse' detail='He has two phones.' \
	priority=low >out

# Ana is at the text of the lead when the line drops: the keys end there.
printf 'e <Tab*3> <Enter> <End> <Space>One<Space>was<Space>in<Space>Ruse' >keys
L --view RO-L1 --keys keys --dump >out 2>err
has 'nothing is saved yet' out 'One was in Ruse'
status 0 'of what she typed' show RO-L1 --format json
hasnt 'the others see nothing' out 'One was in Ruse'
status 0 'after she has logged in again' --dump
has 'the first screen has it' out 'RO-L1'
printf '' >keys

# Two have the lead before them, as of version 1.
status 0 'Ion saves first' --as RO/2 set RO-L1 --version 1 \
	title='Courier seen in Giurgiu' status=in_work
status 1 'Ana saves the same field' set RO-L1 --version 1 \
	title='Courier seen in Ruse twice' priority=high
has 'and is told that it is stale' err 'liaison: stale: '
has 'with the field' err 'title'
has 'and what Ion wrote' err 'Courier seen in Giurgiu'
status 0 'the lead' show RO-L1 --format json
has 'is as Ion left it' out '"title": "Courier seen in Giurgiu"'
has 'in every field' out '"priority": "low"'
status 0 'what Ion did not touch' set RO-L1 --version 1 priority=high
status 0 'goes together with his' show RO-L1 --format json
has 'both are there' out '"priority": "high"'
has 'of the one lead' out '"status": "in_work"'
status 0 'and the history' log RO-L1
has 'says so in a sentence' out 'to high; begun before other fields were changed, and merged with that'
is 'of that save alone' "$(grep -c 'and merged' out)" 1
status 0 'such a save is undone like another' undo RO-L1
status 0 'and done again' set RO-L1 --version 4 priority=high
status 0 'Ana decides, having seen both' set RO-L1 --version 5 \
	title='Courier seen in Giurgiu and in Ruse'
status 0 'the history' log RO-L1 --format json
json_ok 'is JSON' out
has 'has the first title' out 'Courier seen in Ruse"'
has 'that of Ion' out 'Courier seen in Giurgiu"'
has 'and that of both' out 'Courier seen in Giurgiu and in Ruse"'
is 'by whom, too' "$(grep -o '"member": *"RO/[12]"' out | sort -u | wc -l)" 2
status 0 'the store holds' verify
done_testing
