#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Many records at once: lines of objects with their parts, text from a spreadsheet,
# and the next one like this.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
A() { L add "$@" >>refs; }
A evidence description=Phone type=device exhibit_no=RO-12/26 place=Varna \
	source_id=s1
A chain of=RO-E1 action=seized to=RO at=2025-12-30
A chain of=RO-E1 action=viewed
L retract RO-E1/chain2 --reason 'never was'
A chain of=RO-E1 action=examined
A chain of=RO-E1 action=viewed corrects=RO-E1/chain3
A comment of=RO-E1 text='two SIM cards'

# --- What show prints can be added, with its parts, in one act.
L show RO-E1 --format json | tr -d '\n' | sed 's/RO-12/RO-20/; s/"s1"/"s2"/' >one
status 0 'an object with its parts' add evidence --from-jsonl one
is 'is one ref' "$(cat out)" RO-E2
L show RO-E2 --format json >out
has 'its chain is there' out 'RO-E2/chain3'
hasnt 'but not what was retracted' out 'never was'
has 'what named a part names the new one' out '"corrects": "RO-E2/chain2"'
has 'and its comment' out 'two SIM cards'
status 0 'one undo takes all of it' undo
L list evidence --format csv >out
hasnt 'and all is gone' out 'RO-20/26'

{ echo '{"description":"one"}'
  echo '{"description":"two","parts":{"comment":[{"text":"x"},{"text":""}]}}'
  echo '{"description":"three"}'; } >many
status 65 'a line with a part that is wrong' add evidence --from-jsonl many
has 'says line, part, field and reason' err 'line 2: part 2 (comment): text is required'
lines 'the lines before it are saved' out 1
L list evidence --format csv >out
hasnt 'nothing of the line is' out 'two'
echo '{"description":"x","parts":{"valuation":[]}}' >many
status 65 'parts of another kind' add evidence --from-jsonl many
has 'are named' err 'valuation'
echo '{"description":"x","parts":[]}' >many
status 65 'parts that are none' add evidence --from-jsonl many
echo '{"description":"linked","links":[{"ref":"RO-X1","deep":[{}]}]}' >many
status 0 'links are passed over' add evidence --from-jsonl many

# --- Text as a spreadsheet puts it on the clipboard.
bom=$(printf '\357\273\277')
{
	printf '%sExhibit No.\tDescription*\tSEIZED AT\tDétail\tPages\t\t\r\n' "$bom"
	printf 'RO-31/26\t"Phone, ""blue"""\t31.1.2026\t\t3\t\t\r\n'
	printf 'RO-32/26\tLaptop\t2026-02-01\r\n'
	printf 'RO-33/26\tTablet\t2026-02-01\t\t\t\t\t\t\r\n'
	printf 'RO-34/26\tCamera\t1/2/2026\t\t\t\t\r\n'
} >t.tsv
status 65 'a look ahead at it' import evidence t.tsv --dry-run
has 'says what would be' out 'read 4 added 3 updated 0 unchanged 0 rejected 1'
status 65 'tab text' import evidence t.tsv
has 'comes in' out 'read 4 added 3 updated 0 unchanged 0 rejected 1'
has 'columns without a name are none' err 'columns left out: Détail'
has 'a date with slashes is refused' t.tsv.rejects.csv 'slashes'
L list evidence exhibit_no:RO-31/26 --format json >out
has 'quotes are text' out 'Phone, \"blue\"'
has 'dates are dates' out '"seized_at":"2026-01-31"'
printf 'Amount\tAmount currency\n1234,50\tEUR\n1234.50\tEUR\n' >p.tsv
status 65 'an amount with a comma' import payment p.tsv
has 'is refused' p.tsv.rejects.csv 'decimal point'
printf 'Name;Reg. No.\nMorska OOD\n' >c.csv
status 65 'a short row that is not from a clipboard' import organisation c.csv
has 'may be half of one' c.csv.rejects.csv '1 cells'

# --- The next one like this.
status 0 'the next like it' add evidence --like RO-E1
L show "$(cat out)" --format json >shown
has 'counts on' shown '"exhibit_no": "RO-13/26"'
has 'has the same values' shown '"place": "Varna"'
hasnt 'and no name of its own' shown '"source_id"'
status 0 'with another value' add evidence --like RO-E1 place=Ruse pages=
L show "$(cat out)" --format json >shown 2>err
status 1 'like nothing' add evidence --like RO-E99
status 64 'like another kind' add lead --like RO-E1
status 64 'like and lines' add evidence --like RO-E1 --from-jsonl many
status 0 'all holds' verify
done_testing
