#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# calendar: what is due, a row a date, the earliest first.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400 # 5 January 2026, noon
export SOURCE_DATE_EPOCH
begin_case

status 0 'an empty calendar' calendar
lines 'is its heading' out 1
status 0 'as JSON' calendar --format json
is 'is []' "$(cat out)" '[]'

L add lead title=Boat due=2026-01-03 >out
L add task title=Report due=today >out
L add event title=Hearing starts='2026-01-09 10:00' >out
L add lead title=Villa due=2026-06-01 >out

status 0 'what is due' calendar
lines 'is a line each' out 5
is 'the earliest first' "$(awk 'NR > 1 { print $1 }' out | tr '\n' ' ')" \
	'overdue today this later '
has 'with its ref, kind, field and title' out \
	'overdue    2026-01-03        RO-L1  lead   due     Boat'
has 'and a time' out '2026-01-09 10:00  RO-V1  event  starts  Hearing'
status 0 'as JSON' calendar --format json
json_ok 'is JSON' out
has 'with all of it' out '{"when":"today","on":"2026-01-05","field":"due","ref":"RO-T1","kind":"task","title":"Report"}'
status 0 'an object a line' calendar --format jsonl today +7d
lines 'of a span of time' out 2
status 0 'one at most' calendar --limit 1
lines 'is one' out 2
has 'and that there are more' err 'more than these 1'

L set RO-T1 status=done >out
status 0 'what is done' calendar --format jsonl today
hasnt 'is due no more' out RO-T1

status 65 'a date with slashes' calendar 5/1/2026
status 65 'a date that is none' calendar today soon
status 64 'three dates' calendar 2026 2027 2028
done_testing
