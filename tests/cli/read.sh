#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reading: show, list, log in all their forms, harmless whatever was typed.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
esc=$(printf '\033')

for kind in $(L help kinds | grep -v '(part' | sed 's/ .*//'); do
	status 0 "a list of $kind as csv" list "$kind" --format csv
	is 'begins with its heading' "$(sed 's/,.*//;1q' out)" kind
	case $kind in casefile | party | member) continue ;; esac
	status 0 "an empty list of $kind" list "$kind"
	lines 'is its heading' out 1
	status 0 'as JSON' list "$kind" --format json
	is 'is []' "$(cat out)" '[]'
	status 0 'as lines' list "$kind" --format jsonl
	t 'is none' [ ! -s out ]
done
for kind in $(L help kinds | grep '(part' | sed 's/ .*//'); do
	status 64 "$kind is shown with its record" list "$kind"
done

L add lead title="bad $esc]0;PWNED$(printf '\007 \342\200\256')end" \
	detail="line one
line two" >out
L add lead title='=HYPERLINK("x")' due=2026-03-14 priority=low >out
L add lead title='Container' due=2026-03-01 priority=urgent status=in_work >out
L add comment of=RO-L3 text='seen at Ruse' >out

status 0 'a page' show RO-L3
has 'begins with what it is' out 'RO-L3  Lead  Container'
has 'labels codes' out 'in work'
has 'shows parts' out 'seen at Ruse'
has 'shows that a grade is missing' out 'X4 (not evaluated)'
status 0 'as JSON' show RO-L3 --format json
json_ok 'which it is' out
has 'with parts' out '"parts"'
has 'and links' out '"links"'
id=$(sed -n 's/^  "id": "\(.*\)",/\1/p' out)
status 64 'in no such form' show RO-L3 --format xml
status 1 'nothing there' show RO-L9
status 0 'by its id' show "$id"
status 0 'with its case' show TIDE/RO-L3
status 1 'a ref of rubbish' show "${esc}[2J"
hasnt 'is not echoed raw' err "$esc"
L show RO-L1 >out
hasnt 'a page has no escape' out "$esc"
has 'but its sign' out '\x1b'

for format in table csv json jsonl; do
	status 0 "list as $format" list lead --format $format
	hasnt "no escape in $format" out "$esc"
done
L list lead --format json >out
json_ok 'the array is JSON' out
L list lead --format csv >out
has 'formulas are guarded' out "'=HYPERLINK"
L list lead --format csv --raw >out
hasnt 'unless raw' out "'=HYPERLINK"
for sort in due -due title priority -changed status; do
	status 0 "by $sort" list lead --sort $sort --format csv --columns ref
	lines 'all of them' out 4
done
L list lead --sort due --format csv --columns ref >out
is 'in order, absent ones last' "$(tr -d '\r' <out | tr '\n' ' ')" \
	'ref RO-L3 RO-L2 RO-L1 '
L list lead --columns ref --format csv >out
is 'newest first' "$(tr -d '\r' <out | tr '\n' ' ')" 'ref RO-L3 RO-L2 RO-L1 '
status 0 'a limit' list lead --limit 2 --format jsonl
lines 'is kept' out 2
status 0 'no limit' list lead --limit 0 --format jsonl
lines 'is all' out 3

# finds N FILTER... - the filter holds for N leads.
finds() {
	want=$1
	shift
	L list lead --format jsonl "$@" >out 2>err
	is "$* finds $want" "$? $(wc -l <out | tr -d ' ')" "0 $want"
}
finds 1 status:in_work
finds 1 status:IN_WORK
finds 2 due:none or priority:urgent
finds 1 'due<2026-03-10'
finds 1 container
finds 1 'title:cont*'
finds 2 not container
finds 2 -- -container
finds 0 '(status:new' or 'status:in_work)' and due:2030
status 64 'an unknown field in a filter' list lead stauts:new
has 'is pointed at' err '^'
status 64 'an open parenthesis' list lead '(status:new'
status 64 'an unknown sort' list lead --sort stauts
status 64 'an unknown column' list lead --columns ref,stauts
status 64 'raw is for csv' list lead --raw
status 64 'no number' list lead --limit many
status 64 'an unknown kind' list villain

status 0 'the log of a record' log RO-L3
has 'names the member' out 'Ana Pop (RO)'
has 'and what was added' out '(Lead): Container'
status 0 'the log of the case' log --format jsonl
t 'has an entry for each act' [ "$(wc -l <out)" -ge 5 ]
hasnt 'no escape' out "$esc"
L log --format json >out
json_ok 'the log is JSON' out
status 0 'its newest' log --limit 1 --format jsonl
lines 'is one' out 1
status 1 'the log of nothing' log RO-L9

# More than a page of the desk.
i=0
while [ $i -lt 450 ]; do
	echo "{\"title\":\"many $i\"}"
	i=$((i + 1))
done >many
L add lead --from-jsonl many >refs
lines 'many records' refs 450
L list lead many --format jsonl >out
lines 'all are listed' out 450
sort -u out >each
lines 'each once' each 450
L list lead --sort title --format csv --columns title many >out
lines 'sorted too' out 451
if [ -w /dev/full ]; then
	for c in 'list lead' 'show RO-L1' log 'list lead --format csv'; do
		# shellcheck disable=SC2086
		L $c >/dev/full 2>err
		is "$c to a full disk" $? 74
	done
fi
L list lead --format csv 2>err | head -1 >out
t 'a reader that goes away is no news' [ ! -s err ]
done_testing
