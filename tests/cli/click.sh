#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A click goes where it points: among the two columns of a wide first screen, and onto
# the heading of a group; another one there opens it.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case

L add party code=BG name=Bulgaria class=signatory >out
L add member party=BG name='Petya Koleva' role=leader >out
L add party code=GR name=Greece class=signatory >out
L add member party=GR name='Eleni Doukas' role=leader >out
for title in 'Boat at pier' 'Villa in Lyon' 'Truck to Varna'; do
	L add lead title="$title" due=today status=new >out
done
L --as BG add lead title='From Bulgaria' status=in_work >out
L --as GR add lead title='From Greece' status=in_work >out

# shows DESCRIPTION VIEW KEYS... - what is on a wide screen with a mouse
shows() {
	what=$1 view=$2
	shift 2
	printf '%s ' "$@" >keys
	status 0 "$what" --as RO --view "$view" --keys keys --dump \
		--size 120x30 --set mouse=yes
}
# at TEXT COLUMN - a click on the line of the last screen that holds the text
at() { echo "<Click:$2x$(grep -n -m 1 "$1" out | cut -d: -f1)>"; }

shows 'the first screen' glance
greece=$(at ' GR .*1 new' 70) villa=$(at 'Villa in Lyon' 10)
t 'is of two columns' [ "$(grep -c 'Today.*Waits for others' out)" = 1 ]
shows 'a click in the other column' glance "$greece"
has 'goes there' out '>   GR  1 new'
hasnt 'and nowhere else' out '>   today'
shows 'one in the first' glance "$greece" "$villa"
has 'goes back' out '>   today  RO-L2  Villa in Lyon'
shows 'a second click' glance "$greece" "$greece"
has 'opens what is there' out 'From Greece'
hasnt 'and not what is beside it' out 'Villa in Lyon'

shows 'a list in groups' list:lead o status '<Enter>'
heading=$(at 'in work  2' 10)
shows 'a click on a heading' list:lead o status '<Enter>' "$heading"
has 'goes there' out '> - in work  2'
has 'and leaves it open' out 'From Greece'
shows 'a second click' list:lead o status '<Enter>' "$heading" "$heading"
has 'folds the group' out '> + in work  2'
hasnt 'with all in it' out 'From Greece'
done_testing
