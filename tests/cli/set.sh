#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Changing records: sets, stale saves, rights.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add lead title=One tags=a,b detail=text >out

status 0 'a field' set RO-L1 title=Two
t 'nothing is printed' [ ! -s out ]
L show RO-L1 --format json >out
has 'it is there' out '"title": "Two"'
has 'in a new version' out '"version": 2'
status 0 'cleared' set RO-L1 detail=
L show RO-L1 --format json >out
hasnt 'it is absent' out '"detail"'
status 0 'words into a set' set RO-L1 tags+=c,d
status 0 'and out again' set RO-L1 tags-=a
L show RO-L1 --format json >out
has 'as said' out '"tags": "b,c,d"'
status 0 'the same again' set RO-L1 title=Two
has 'is told to be so' err 'liaison: note: '
L show RO-L1 --format json >out
has 'and is no new version' out '"version": 5'

status 0 'an older version, another field' set RO-L1 --version 2 priority=low
status 1 'an older version, the same field' set RO-L1 --version 1 title=Three
has 'is stale' err 'liaison: stale: '
has 'shows what it was' err '"One"'
has 'and what it is' err '"Two"'
L show RO-L1 --format json >out
has 'and writes nothing' out '"title": "Two"'
status 1 'a version that never was' set RO-L1 --version 99 title=x
status 64 'no version' set RO-L1 --version x title=x

status 1 'no such record' set RO-L99 title=x
status 64 'no such field' set RO-L1 titel=x
status 64 'a set sign on a single value' set RO-L1 title+=x
status 65 'no such code' set RO-L1 status=lost
status 65 'what is required stays' set RO-L1 title=
status 64 'nothing to set' set RO-L1

L add party code=BG name=Bulgaria class=signatory state=BG >out
L add member party=BG name=Iva role=leader >out
L add member party=RO name=Ion role=observer >out
status 1 "another party's record" --as BG set RO-L1 title=Mine
status 77 'a role without the right' --as RO/2 set RO-L1 title=x
status 77 'nor that to add' --as RO/2 add lead title=x
status 0 'but that to read' --as RO/2 show RO-L1
status 0 'all holds' verify
done_testing
