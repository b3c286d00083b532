#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# liaison demo: a case to explore, the same for one day.
# shellcheck source-path=SCRIPTDIR
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"

SOURCE_DATE_EPOCH=1767614400	# Monday 5 January 2026, noon
export SOURCE_DATE_EPOCH
status 0 'a demo' demo
lines 'it prints nothing that a script would read' out 0
private 'nobody else may read it' case.store*
status 73 'it is there already' demo
status 0 'it verifies' verify
cp out first
status 0 'and is what its log says' rebuild
has 'equal' out equal
status 0 'the leader reads' list lead is:open --format csv
t 'there is much' [ "$(wc -l <out)" -gt 15 ]
status 0 'it is a training store' --as BG list person 'name:Димов'
has 'with names in Cyrillic' out 'Димо Русев Димов'
status 0 'and of three states' --as FR/2 list evidence
status 0 'another' --store again.store demo
L --store again.store verify >out 2>err
is 'is the same to the last bit' "$(cat out)" "$(cat first)"
SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 86400))
status 0 'another day' --store next.store demo
L --store next.store verify >out 2>err
t 'has another root' [ "$(cat out)" != "$(cat first)" ]
status 64 'it takes no operand' demo now
L --as BG show BG-E13 >out
hasnt 'a hand-over that waits is not called confirmed' out 'confirmed in the program'

# Each side finds something that waits for it, by its code alone.
for side in RO BG FR CH EUROJUST EUROPOL; do
	L --as $side inbox >out
	has "something waits for $side" out 'mine  '
done
L --as FR inbox >out
has 'what was taken back is to be returned' out 'return  '
L --as RO share RO-A11 >out
has 'a share has an end' out '2026-03-0'
status 0 'an IBAN that BG keeps rings for RO' --as RO find BG18RZBB91550123456789
has 'and says who has it' out 'hit	BG	iban'
L --as BG find BG18RZBB91550123456789 >out
hasnt 'its own does not ring for BG' out 'hit	'
status 1 'who is restricted is not there for an analyst' --as RO/3 show BG-P6
status 64 'the police say what for' --as RO/2 show BG-P6
status 0 'and read it' --as RO/2 --purpose 'who rents the field' show BG-P6
done_testing
