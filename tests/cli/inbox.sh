#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# inbox: what the first screen shows, and that looking does not make it seen.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400 # 5 January 2026, noon
export SOURCE_DATE_EPOCH
begin_case

status 0 'an empty inbox' inbox
lines 'is its heading' out 1
status 0 'as JSON' inbox --format json
is 'is []' "$(cat out)" '[]'

L add party code=BG name=Bulgaria class=signatory >out
L add member party=BG name='Boyana Ilieva' role=leader >out
L add lead title=Boat due=2026-01-03 >out
L add task title='Hear the skipper' for_party=BG >out 2>err
L --as BG add task title='Plates at Ruse' for_party=RO >out 2>err
L --as BG add comment of=RO-L1 text='Which boat, @RO/1?' >out

status 0 'what there is' inbox
lines 'is a line each' out 6
has 'what is due' out 'due      2 days late  RO-L1  Boat'
has 'what waits for me' out 'mine     accept       BG-T1  Plates at Ruse'
has 'who calls upon me' out 'Boyana Ilieva: Which boat, @RO/1?'
has 'for whom I wait' out 'others                BG     1, since today'
has 'and what is new' out 'news                  BG     1 new, 1 changed'
cp out first
status 0 'again' inbox
is 'is the same' "$(cat out)" "$(cat first)"

status 0 'as JSON' inbox --format json
json_ok 'is JSON' out
has 'with what is due' out '{"section":"due","when":"overdue","on":"2026-01-03","field":"due","ref":"RO-L1","kind":"lead","title":"Boat"}'
has 'with what waits' out '{"section":"mine","what":"mention","ref":"RO-L1","kind":"lead","title":"Boat","part":"RO-L1/comment1","text":"Which boat, @RO/1?","party":"BG","member":"BG/1","since":"2026-01-05T12:00:00.000Z","days":0}'
has 'with others' out '{"section":"others","party":"BG","count":1,"days":0}'
has 'with news' out '"new":1,"changed":1}'
status 0 'an object a line' inbox --format jsonl
lines 'is five lines' out 5

status 0 'the other side' --as BG inbox --format jsonl
has 'is asked to accept' out '"what":"accept","ref":"RO-T1"'
hasnt 'and not of what is theirs to wait for' out '"ref":"BG-T1"'

L add comment of=RO-L1 text='The blue one.' >out
status 0 'once it is answered' inbox --format jsonl
hasnt 'it waits no more' out '"what":"mention"'
echo '<Wait> q' >keys
L --keys keys
status 0 'after a visit' inbox --format jsonl
hasnt 'nothing is new' out '"section":"news"'
L --as BG add lead title='A second boat' >out
status 0 'and what others enter then' inbox --format jsonl
has 'is' out '"new":1,"changed":0}'
status 64 'an operand' inbox RO-L1

# What was typed of a record that was restricted since is kept, and not told.
L add person name='Ion Vlad' >ref
kept=$(cat ref)
printf 'c<Wait>Hearsay<Wait><Esc><Wait>' >keys
L --view "$kept" --keys keys
L set "$kept" legal=restricted legal_reason=contested >out
printf '<Wait><Enter><Wait>' >keys
status 0 'to go on without a purpose' --view drafts --keys keys --dump --size 80x24
has 'is refused' out 'is restricted: open it first, and say why'
status 0 'and with one' --purpose 'his request' --view drafts --dump --size 80x24
has 'the draft is as it was' out 'Hearsay'

# What is told of a record is done with once the record was read, here or there.
L add lead title=Warehouse share=own >ref
kept=$(cat ref)
L share "$kept" BG --reason 'theirs too' --until 2030-01-31 >out 2>err
L share "$kept" BG --reason 'for longer' --until 2030-03-31 >out 2>err
L --as BG inbox >out
has 'what was given is told' out 'mine     received'
grep received out >told
lines 'and once, when it was given for longer' told 1
L --as BG add lead title=Barge share=own >ref
barge=$(cat ref)
L --as BG share "$barge" RO --reason 'yours' >out 2>err
L --as BG share "$barge" team --reason 'for all' >out 2>err
L inbox >out
has 'also when it was given to all since' out "received     $barge"
L --as BG show "$kept" >out
L --as BG inbox >out
hasnt 'until somebody looked' out 'received'
SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 60))
L set "$kept" title='Warehouse at Ruse' >out 2>err
L --as BG inbox >out
has 'a change of it is told' out 'mine     changed'
SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 60))
printf 'j j <Enter> <Wait>\n' >keys
L --as BG --view section:mine --keys keys --dump >out
has 'a notice opens what it is about' out "Lead  $kept"
L --as BG inbox >out
hasnt 'and is read with it' out 'mine     changed'
SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 60))
L set "$kept" title='Warehouse near Ruse' >out 2>err
printf 'j w\n' >keys
L --as BG --view section:mine --keys keys --dump >out
has 'a notice is not answered' out 'This asks for no answer: it waits to be read'
printf 'j B <Wait>\n' >keys
L --as BG --view section:mine --keys keys --dump >out
has 'B opens the notice itself' out 'changed after it was shared'
L ask BG-T1 --for court --use 'Tribunal Galati' --due 2026-01-07 \
	--reason 'the plates' >ref
L --as BG inbox >out
has 'by when an answer is needed is due' out "in 2 days  $(cat ref)  To be answered: the plates"
L calendar >out
has 'in the calendar too' out "2026-01-07  $(cat ref)"
L inbox >out
hasnt 'and not with who asked' out "$(cat ref)"
done_testing
