#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the header of a record allows: terms of its origin, privilege, the defence.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add party code=BG name=Bulgaria class=signatory state=BG >out
L add member party=BG name='Boyana Ilieva' role=leader >out
L add member party=RO name='Dana Rusu' role=judicial >out
L add member party=RO name='Ion Marin' role=police >out

status 65 'nothing above R-UE may be entered' add lead title=x marking=s_ue
has 'and the reason is said' err 'nothing above RESTREINT UE/EU RESTRICTED'

status 0 'what Europol gave' add lead title='Tip' origin=Europol handling=H2
ref=$(cat out)
status 1 'is not passed on' set "$ref" share=team
has 'and it is said what it takes' err "add permission of=$ref what=onward"
status 1 'nor is its code lifted' set "$ref" handling=
status 65 'a use is one of U1 to U4' add permission of="$ref" what=use \
	by=Europol for_use=U9
status 1 'a lift has a day and a document' add permission of="$ref" what=lift \
	by=Europol
status 0 'with both' add permission of="$ref" what=lift by=Europol \
	on=2026-03-14 doc_no=SIENA-77
status 0 'the code goes' set "$ref" handling=
status 0 'and the team has it' set "$ref" share=team
status 1 'another party attaches nothing' --as BG add permission of="$ref" \
	what=court by=Europol

status 0 'a letter' add note text='Letter to counsel of the skipper'
status 0 'is to be reviewed' set RO-N1 privilege=to_review
has 'and so kept' err 'kept to RO until it is cleared'
status 1 'others see it no more' --as BG show RO-N1
L list note skipper --format csv >out
lines 'nobody finds it' out 1
status 1 'nor shares it' set RO-N1 share=team
status 1 'nor may anybody clear it' --as RO/3 set RO-N1 privilege=cleared
status 0 'a member exports the notes' --as RO/3 export note --format csv
hasnt 'without it' out skipper
status 0 'a reviewer exports them' --as RO/2 export note --format csv
has 'with it' out skipper
L add lead title='Counsel called' >out
lead=$(cat out)
L add link type=related a="$lead" b=RO-N1 >out
status 0 'a member exports what is linked to it' --as RO/3 export lead --format json
hasnt 'without its name' out skipper
status 0 'a reviewer exports that' --as RO/2 export lead --format json
has 'with its name' out skipper
status 0 'and clears it' --as RO/2 set RO-N1 privilege=cleared
status 0 'which the history tells' log RO-N1
has 'with the share that it lost' out own

status 0 'it may assist the defence' set RO-N1 assists_defence=yes
status 1 'which a leader does not take back' set RO-N1 assists_defence=no
status 1 'nor a judge without a reason' --as RO/2 set RO-N1 assists_defence=no
status 0 'but with one' --as RO/2 set RO-N1 assists_defence=no \
	assists_reason='of another ship'
status 0 'erased before it is reviewed' set RO-N1 review_on=2030-01 \
	erase_on=2029
has 'is taken, with a note' err 'erase_on: 2029 is before review_on (2030-01)'
status 0 'a date of long ago' set RO-N1 review_on=1990 erase_on=1991
status 0 'all holds' verify
status 0 'and can be made again from the log' rebuild
done_testing
