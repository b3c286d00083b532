#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The summary of a case as a team leader exports it on Friday: scene 6 of a day
# with the program. What it looks like is in tests/exports/.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
L add party code=BG name=Bulgaria class=signatory >out
L add member party=RO name='Ion Marin' role=police >out
L add member party=BG name='Petya Koleva' role=leader >out
L add lead title='Courier seen in Ruse' due=+3d >out
L --as BG add lead title='What an informant says' handling=H1 share=team >out
L add lead title='For us alone' share=own >out
L add task title='Ask in Sofia' for_party=BG >out 2>err
L add evidence description='Phone' >out
L add hash of=RO-E1 algorithm=md5 value=d41d8cd98f00b204e9800998ecf8427e >out

status 0 'a summary for the court' export --format html \
	--for court:Bucharest -o court.html
private 'for its owner alone' court.html court.html.schedule
has 'it has what may go there' court.html 'Courier seen in Ruse'
hasnt 'and not what BG marked H1' court.html informant
hasnt 'nor what is kept' court.html 'For us alone'
hasnt 'nor a word that something is left out' court.html 'left out'
has 'which the schedule says' court.html.schedule 'BG-L1'
has 'with the reason' court.html.schedule 'H1: '
has 'and what is kept' court.html.schedule 'kept to its own party'
has 'it belongs to these bytes' court.html.schedule \
	"$(sha256sum court.html | cut -d' ' -f1)"
L log --format json >log.json
has 'as the log has them, too' log.json \
	"$(sha256sum court.html | cut -d' ' -f1)"
hasnt 'for a court it is no working copy' court.html 'WORKING COPY'
has 'but made up' court.html TRAINING

status 0 'a working copy' export --format text -o copy.txt
pages=$(grep -c 'page [0-9]*$' copy.txt)
is 'says so on every page' "$(grep -c 'WORKING COPY, NOT FOR COURT' copy.txt)" \
	"$pages"
is 'what is inside, too' "$(grep -c 'H1 inside' copy.txt)" "$((pages + 1))"
t 'and leaves nothing out' [ ! -e copy.txt.schedule ]
status 0 'to standard output' export lead --format md --for party:BG
has 'as Markdown' out '# TIDE Operation Tide'
hasnt 'without what BG does not see' out 'For us alone'
has 'and a word that there was such' err '--schedule FILE'
status 0 'the schedule where one wants it' export lead --format md \
	--for party:BG --schedule left.txt
has 'is there' left.txt 'not shared with the party'
status 0 'and on stdout' export lead --format md --for party:BG \
	--schedule - -o bg.md
has 'if what goes out is elsewhere' out 'not shared with the party'
hasnt 'alone' out 'Operation Tide'
t 'and in no file of that name' [ ! -e - ]
status 64 'not both' export lead --format md --for party:BG --schedule -
status 0 'filter and kinds' export lead is:open due\<7d --format md
has 'choose' out 'Courier'
hasnt 'the content' out 'Sofia'
status 64 'no schedule of what leaves nothing out' export --schedule x.txt
status 64 'no such form' export --format pdf
status 64 'raw is for csv' export --format html --raw
status 73 'no folder for the schedule' export --format md --for party:BG \
	--schedule no/x.txt -o doc.md
t 'and no document without it' [ ! -e doc.md ]

L add lead title='He was elsewhere' handling=H1 share=team \
	assists_defence=yes >out
status 1 'what may assist the defence stops it' export --format html \
	--for court:Bucharest -o stop.html
has 'the prosecutor hears what it is' err 'RO-L2'
hasnt 'and of nothing else' err 'BG-L1'
t 'nothing is there' [ ! -e stop.html ]
t 'nor a schedule' [ ! -e stop.html.schedule ]
status 1 'others' --as RO/2 export --format json --for 'court:Bucharest'
has 'are sent to the prosecutor' err 'ask the prosecutor'
hasnt 'without a ref' err 'RO-L'
is 'or a byte' "$(cat out)" ''
status 0 'inside it does not matter' export --format md

SOURCE_DATE_EPOCH=1790000000
export SOURCE_DATE_EPOCH
for format in text md html json; do
	cp case.store twin.store
	cp case.store.key twin.store.key
	L export --format $format >one 2>err
	LIAISON_STORE=$dir/twin.store L export --format $format >two 2>err
	t "the same store gives the same bytes: $format" cmp one two
done
status 0 'the store is well' verify
done_testing
