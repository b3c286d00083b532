#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A task that one party asks of another.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add party code=BG name=Bulgaria class=signatory state=BG >out
L add member party=BG name='Boyana Ilieva' role=leader >out
L --as BG add member party=BG name='Petar Kolev' role=police >out

status 0 'a task for BG' add task title='Hear the skipper' for_party=BG \
	status=in_work
has 'is proposed' err 'proposed to BG, whose leader accepts or declines it'
hasnt 'and sees it' err 'does not see it'
L --as BG show RO-T1 >out
has 'which its leader reads' out \
	'proposed to BG; waits for its leader since today'
L --as BG list task is:waiting_for_me >out
has 'and finds among what waits for her' out 'RO-T1'
L list task is:waiting_for_me --format csv >out
lines 'and nobody else does' out 1
status 1 'the party that asks does not accept' set RO-T1 status=accepted
has 'and reads who does' err 'only a leader or deputy of BG'
status 1 'nor does a member' --as BG/2 set RO-T1 status=accepted
status 1 'nor is it declined without a reason' --as BG set RO-T1 status=declined
status 1 'nor given to a member of another party' set RO-T1 assignee=RO/1
echo 'w<Down><Enter>Ill<Enter>' >decline.keys
status 0 'on the first screen she declines it, and says why' --as BG \
	--view RO-T1 --keys decline.keys --dump
has 'as the screen tells' out 'Declined; it stands with your reason.'
L show RO-T1 >out
has 'it is declined' out 'declined'
has 'and why' out 'Ill'
echo 'w' >again.keys
status 0 'then nothing waits' --as BG --view RO-T1 --keys again.keys --dump
has 'and it is said' out 'Nothing here waits for you'
status 0 'it is proposed again' set RO-T1 status=proposed
echo '<Wait>w' >ask.keys
status 0 'she is asked for her word' --as BG --view glance --keys ask.keys --dump
has 'which stands' out 'Your word stands'
echo '<Wait>w<Enter>' >accept.keys
status 0 'and on the first screen she accepts it' --as BG --view glance \
	--keys accept.keys --dump
has 'as it says' out 'Accepted.'
status 0 'and assigns it' --as BG set RO-T1 assignee=BG/2
status 0 'a journal line' --as BG/2 add journal of=RO-T1 at=2026-03-14 \
	text='At the quay' minutes=40
status 1 'it cannot wait for itself' set RO-T1 blocked_by=RO-T1
status 0 'another waits for it' add task title=Report blocked_by=RO-T1 \
	about=RO due=1999-12-31
status 0 'and may be done before' set RO-T2 status=done
has 'with a word' err 'blocked by RO-T1, which is not done'
status 1 'a circle is refused' set RO-T1 blocked_by=RO-T2
has 'and named' err 'RO-T1, RO-T2, RO-T1'
status 1 'another party does not cancel' --as BG set RO-T1 status=cancelled
status 0 'its own does' set RO-T1 status=cancelled
status 64 'of kinds without assignees nothing waits' list asset is:waiting_for_me
status 0 'a decision' add decision title='Joint action day'
status 0 'becomes a task' add task title='Book the room' --from RO-D1
L list link b:RO-D1 --columns a,type --format csv >out
has 'to which it is linked' out 'RO-T3,follows_from'
L show RO-T3 >out
has 'and that shows it' out 'RO-D1'
status 1 'of nothing follows nothing' add task title=x --from RO-D7
status 0 'all holds' verify
status 0 'and can be made again from the log' rebuild
L add party code=CH name=Switzerland class=third state=CH \
	signed_on=2026-03-01 >out
status 0 'a task for a state outside the team' add task title='Accounts' \
	for_party=CH
has 'is told to be unseen' err 'CH does not see it as it is shared'
done_testing
