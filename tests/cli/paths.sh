#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# By every path that a person has: what is not theirs to change is refused with the
# same words by a command, lines of JSON, a table, a form, a list with marks and rows
# that are pasted, and the store stays as it was (tests/src/test_paths.c has each rule).
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1767614400 # 5 January 2026, noon
export SOURCE_DATE_EPOCH
begin_case
{
	L add party code=BG name=Bulgaria class=signatory
	L add member party=BG name='Boyana Ilieva' role=leader
	L --as BG add member party=BG name='Petar Kolev' role=police
	L add party code=EUROPOL name=Europol class=participant
	L add member party=EUROPOL name='Nora Lind' role=analyst
	L add party code=CH name=Geneva class=third signed_on=2026-01-02
	L add member party=CH name='B. Favre' role=judicial
	L add member party=RO name='Ada Min' role=admin
	L set CH controller=RO/2
	L add lead title='Boat at pier 4'
	L add task title=Accounts for_party=BG
	L share RO-L1 CH --reason yours --basis adequacy --controller RO/1
} >out 2>err

root() {
	L verify 2>/dev/null | tail -1
}

# What was last: in the file out, or err. Each is refused in these words, and nothing
# was written since.
stays() {
	cat out err >both
	has "$1: is refused" both "$words"
	is "$1: the store is as it was" "$(root)" "$was"
}

# keys MEMBER VIEW KEYS - play them at the screens of a member.
keys() {
	printf '%s' "$3" >keys
	L --as "$1" --view "$2" --keys keys --dump --size 200x40 >out 2>err
}

# --- A seat of a party that is led, by an administrator of another one.
was=$(root)
words='what is said of a member of BG is changed by its own leader'
status 1 'a seat by set' --as RO/2 set BG/2 unit=K9
stays 'set'
keys RO/2 BG/2 'e<Down><Down>K9<F2><Wait>'
stays 'a form'
keys RO/2 list:member '/Petar<Enter>e<Enter><F2><Wait>'
stays 'its draft, from a list'
keys RO/2 list:member '/Petar<Enter><Space>eUnit<Enter>K9<Enter><Wait>'
stays 'what is marked'
words='may not import'
printf 'name,unit\nPetar Kolev,K9\n' >table
status 77 'a seat by a table' --as RO/2 import member table --key name
stays 'a table'
words='may not admit parties and members'
status 77 'a seat by one who does not lead' --as BG/2 set BG/2 unit=K9
stays 'set'
keys BG/2 BG/2 'e'
stays 'a form'
words='who has a seat of BG, and who leads it, is said by those who lead it'
echo '{"party":"BG","name":"X","role":"observer"}' >lines
status 1 'a new one by add' --as RO/2 add member party=BG name=X role=observer
stays 'add'
status 1 'by lines of JSON' --as RO/2 add member --from-jsonl lines
stays 'lines'
keys RO/2 list:member 'nBG<Down>X<Down>observer<F2><Wait>'
stays 'a new form'
keys RO/2 list:member '<Paste:party\tname\trole\nBG\tX\tobserver\n><Wait>'
stays 'what is pasted, before it is made'
# Where nobody leads, it is theirs, by the screens too.
keys RO/2 EUROPOL/1 'e<Down><Down>K9<F2><Wait>'
L show EUROPOL/1 >out
has 'an administrator changes a member where nobody leads' out K9

# --- Words of a third state at what others see.
was=$(root)
words='waits until a space administrator has released it'
echo '{"of":"RO-L1","text":"In Geneva"}' >lines
status 1 'a comment by add' --as CH add comment of=RO-L1 text='In Geneva'
stays 'add'
status 1 'by lines of JSON' --as CH add comment --from-jsonl lines
stays 'lines'
keys CH RO-L1 'cIn Geneva<F2><Wait>'
stays 'a form'
keys CH list:lead 'c<Enter><F2><Wait>'
stays 'its draft, from a list'
keys CH RO-L1 'icomment<Enter>Geneva<Enter><F2><Wait>'
stays 'rows of a table'
keys CH RO-T1 'e<F2><Wait>'
is 'a form without a change writes nothing' "$(root)" "$was"

# --- The terms of another party's record.
words="only that party changes"
status 1 'handling by set' --as BG set RO-L1 handling=H1
stays 'set'
status 1 'share by set' --as BG set RO-L1 share=own
stays 'set'
hasnt 'it does not tell who has it' both 'received'
keys BG RO-L1 'e'
stays 'a form'
keys BG list:lead '<Wait>E'
stays 'a cell'
keys BG list:lead '<Space>eChannel<Enter>x<Enter><Wait>'
stays 'what is marked'
done_testing
