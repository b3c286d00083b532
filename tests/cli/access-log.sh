#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# access-log: who may read who read what, what it tells whom, and that what it cannot
# note is not shown.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400 # 5 January 2026, noon
export SOURCE_DATE_EPOCH
begin_case
log=$LIAISON_STORE.access-2026

L add party code=BG name=Bulgaria class=signatory >out
L add member party=BG name='Boyana Ilieva' role=leader >out
L add member party=RO name='Lia Munteanu' role=auditor >out
L --as BG add member party=BG name='Petar Kolev' role=auditor >out 2>err
L add lead title='Boat at pier 4' >out
kept=$(L add lead title='Kept back' share=own)
L show RO-L1 >out
L show "$kept" >out
L find 'boat' >out
L --as BG show RO-L1 >out
L --as BG find 'Vasile Secretu' >out 2>err
L --as BG find 'boat' >out
L export --format csv --for party:BG -o leads.csv lead >out 2>err

is 'the file is its owner'\''s alone' "$(stat -c %a "$log")" 600
status 77 'a leader may not read it' access-log
lines 'and is shown nothing' out 0
status 0 'an auditor may' --as RO/2 access-log --format jsonl
has 'who, what, when, where and why' out '"at":"2026-01-05T12:00:00.000Z","zone":"'
has 'a record that was read' out '"member":"RO/1","name":"Ana Pop","party":"RO","op":"read","kind":"lead","why":"Operation Tide","refs":["RO-L1"]'
has 'one that was kept back' out "\"refs\":[\"$kept\"]"
has 'what was searched' out '"op":"search","what":"boat"'
has 'to whom it went' out '"op":"export","what":"csv lead","why":"Operation Tide","whom":"party:BG"'
has 'that another party read it' out '"member":"BG/1","name":"Boyana Ilieva","party":"BG","op":"read"'
has 'and found it' out '"party":"BG","op":"search","why":"Operation Tide","refs":["RO-L1"]'
hasnt 'but not with which words' out Secretu
hasnt 'and no title' out 'pier 4'
status 0 'JSON' --as RO/2 access-log --format json
json_ok 'is JSON' out
status 0 'CSV' --as RO/2 access-log --format csv --op read
has 'has its headings' out 'entry,at,zone,member,party,op,kind,what,why,whom,refs'
status 0 'its reading is in it' --as RO/2 access-log --format jsonl --op audit
has 'with what was asked' out '"op":"audit","what":"op read"'
status 0 'of one record' --as RO/2 access-log --format jsonl --ref RO-L1 --member BG
lines 'is what BG did with it' out 3
status 0 'of a record that is not there' --as RO/2 access-log --format jsonl --ref RO-L99
lines 'is nothing' out 0
status 0 'a number of them' --as RO/2 access-log --format jsonl --limit 3
lines 'is that number' out 3
status 0 'from a day on' --as RO/2 access-log --format jsonl --from 2026-01-06
lines 'is nothing yet' out 0
status 64 'an unknown op' --as RO/2 access-log --op peek
status 65 'a date that is none' --as RO/2 access-log --from 32.1.2026
status 1 'no member' --as RO/2 access-log --member RO/9
status 0 'why it is read' --as RO/2 --purpose 'yearly review' access-log --limit 1
status 0 'is in it, too' --as RO/2 access-log --op audit
has 'as the auditor said' out 'yearly review'
status 77 'the auditor reads no record' --as RO/2 show RO-L1
status 77 'nor for a purpose' --as RO/2 --purpose 'yearly review' show RO-L1

# Nothing is shown that cannot be noted.
chmod 400 "$log"
if [ ! -w "$log" ]; then
	status 74 'a log that cannot be written' show RO-L1
	hasnt 'shows nothing' out Boat
	has 'and says why' err 'nothing is shown'
fi
chmod 600 "$log"
mv "$log" away
ln -s away "$log"
status 74 'a log that is a link' show RO-L1
hasnt 'shows nothing' out Boat
rm "$log"
mv away "$log"

# However soon the disk is full: either it was noted, or nothing is shown, and that is
# said; then the next start goes on.
for blocks in 1 4 8 12 16 20 24 28 32 40 48 64 4096; do
	before=$(L --as RO/2 access-log --op read | wc -l)
	(ulimit -f $blocks; L show RO-L1 >out 2>err)
	rc=$?
	case $rc in
	0) has "$blocks blocks are enough and show it" out Boat
	   t 'and it is noted' [ "$(L --as RO/2 access-log --op read | wc -l)" -gt \
		"$before" ] ;;
	*) is "$blocks blocks are too few" $rc 74
	   hasnt 'and nothing is shown' out Boat
	   has 'with a sentence' err 'liaison: io: ' ;;
	esac
done
is 'at last there is room' "$rc" 0
status 0 'the next start goes on' show RO-L1

# verify looks at it, and says so besides.
status 0 'verify' verify
has 'holds it against its tree' err 'access-log 2026: ok '
lines 'and ends as it always did' out 1
has 'with the store'\''s root' out 'ok '
cp "$log" good
sqlite=$(command -v sqlite3)
if [ -n "$sqlite" ]; then
	"$sqlite" "$log" "UPDATE text SET value = 'coat' WHERE value = 'boat'"
	status 1 'a text that was changed' verify
	has 'is found' out 'access-log 2026: entry '
	has 'as what it is' out 'a text is not what it commits to'
	rm -f "$log" "$log"-*
	cp good "$log"
fi

# A record that is restricted is opened for a purpose.
L set RO-L1 legal=restricted legal_reason='accuracy contested' >out
status 64 'a restricted record is not opened without saying why' show RO-L1
has 'and how to say it' err 'purpose: RO-L1 is restricted: say why you open it (--purpose TEXT)'
lines 'and nothing is shown' out 0
status 64 'nor its history' log RO-L1
status 0 'a list has its row' list lead
has 'with its ref' out RO-L1
has 'and what it takes to read it' out '(restricted: say why)'
hasnt 'and nothing of it' out Boat
status 0 'as JSON' list lead --format json
hasnt 'nor is it there' out Boat
has 'but for its state' out '"legal":"restricted"'
L find Boat >out
hasnt 'by its words it is not found' out RO-L1
status 0 'by its ref it is' find RO-L1
has 'as that' out RO-L1
hasnt 'with not a word' out 'Boat at'
status 0 'the log of the case' log
hasnt 'does not say either' out 'Boat'
hasnt 'nor has it empty lines' out 'Legal'
status 64 'it is not changed without saying why' set RO-L1 channel=letter
L add lead title='Ferry at night' source_id=SB-9 channel=source legal=restricted \
	legal_reason=contested >out
printf 'source_id,channel\nSB-9,source\n' >same.csv
printf 'source_id,channel\nSB-9,letter\n' >other.csv
status 65 'nor by an import that names it' import lead other.csv --key source_id
is 'which changes nothing' "$(tail -1 out)" 'read 1 added 0 updated 0 unchanged 0 rejected 1'
has 'and says what it takes' other.csv.rejects.csv 'say why you change it (--purpose TEXT)'
status 65 'nor is it told that it says the same already' import lead same.csv --key source_id
is 'by any count' "$(tail -1 out)" 'read 1 added 0 updated 0 unchanged 0 rejected 1'
status 65 'nor by a dry run' import lead other.csv --key source_id --dry-run
status 0 'for a purpose it is done' --purpose 'he asked for it' import lead other.csv --key source_id
is 'as it says' "$(tail -1 out)" 'read 1 added 0 updated 1 unchanged 0 rejected 0'
status 64 'an export with it wants a purpose' export --format json
has 'says why' err 'needs a purpose (--purpose TEXT)'
L set RO-L1 due=+2d >out 2>err
status 64 'and so does a summary' export --format text
lines 'before its first line' out 0
status 0 'with one it is made' --purpose 'File of Galati' export --format json
has 'as a whole' out Boat
status 0 'with one a list is whole' --purpose 'Weekly review' list lead
has 'with the title' out Boat
status 64 'one letter says nothing' --purpose ' x. ' show RO-L1
status 0 'with a purpose it is' --purpose 'Hearing on 3 March' show RO-L1
status 0 'also to a screen that is printed' --purpose 'Hearing on 3 March' \
	--view RO-L1 --dump
status 0 'the purpose is logged' --as RO/2 access-log --format jsonl --op read
has 'with the record' out '"why":"Hearing on 3 March","refs":["RO-L1"]'

# Special categories of data likewise, but by their name.
status 1 'they want a reason' add person name='Asen Minkov' special=health
has 'which says why they are necessary' err 'special_reason: say why it is strictly necessary'
status 65 'no other categories' add person name=X special=debts special_reason=x
ill=$(L add person name='Asen Minkov' birth_date=1980-05-02 special=health \
	special_reason='fit to be heard')
status 0 'a list names it' list person
has 'with its name' out 'Asen Minkov'
hasnt 'and nothing else' out 1980
status 64 'it is not opened' show "$ill"
has 'without saying why' err "purpose: $ill holds special categories of data"
status 0 'with a purpose it is' --purpose 'His hearing' show "$ill"
has 'and says what they are' out 'Special categories'
L --purpose 'The court order' export --for court:Galati -o out.json --format json person >out 2>err
has 'it leaves with a stated need' out.json 1980
L export --for court:Galati -o out2.json --format json person >out 2>err
hasnt 'and without one not' out2.json 1980
has 'which the schedule says' out2.json.schedule 'special categories of data: no purpose was stated'

# Another case that somebody sits at as well is none of this one's matter.
L add casefile code=HARBOUR title='Kept to Romania' >out
T() { L --case TIDE "$@"; }
T list casefile >out
has 'who sits at both sees both' out HARBOUR
T show HARBOUR >out
T --purpose 'State of play' export --format json -o both.json >out 2>err
has 'an export has its own case' both.json '"title": "Operation Tide"'
hasnt 'and no other' both.json HARBOUR
T --purpose 'State of play' export --for party:BG --format json -o both.json >out 2>err
hasnt 'nor does the schedule' both.json.schedule HARBOUR
status 0 'the auditor of one' --case TIDE --as RO/2 access-log --format jsonl
hasnt 'reads nothing of the other' out HARBOUR
has 'but that cases were listed' out '"kind":"casefile"'
export LIAISON_CASE=TIDE

# It is let go of when its time is over.
status 0 'nothing is old' --as RO/2 access-log --purge
is 'so nothing goes' "$(cat out)" 'let go of 0 entries'
status 65 'no party keeps it for ever' set RO log_years=31
status 0 'a party keeps it for a year' set RO log_years=1
SOURCE_DATE_EPOCH=1802000000 # February 2027
status 77 'a leader lets go of nothing' access-log --purge
status 0 'after that' --as RO/2 access-log --purge
status 0 'its entries are gone' --as RO/2 access-log --format jsonl --to 2026-12-31
hasnt 'all of them' out '"party":"RO"'
has 'and the others are kept' out '"party":"BG"'
SOURCE_DATE_EPOCH=1900000000 # 2030
status 0 'when the last may go' --as RO/2 access-log --purge
[ ! -e "$log" ]
result $? 'the file of the year goes'
status 0 'what went' --as RO/2 access-log --format jsonl --op purge
has 'is known by its root' out '2026: '
done_testing
