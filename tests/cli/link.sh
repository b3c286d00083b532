#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# liaison link, unlink, path, show --links; and a tip that comes in.
# shellcheck source-path=SCRIPTDIR
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case
esc=$(printf '\033')
L add party code=BG name='Prosecution Office' class=signatory >out
L add member party=BG name='Petya Koleva' role=leader >out
B() { L --as BG "$@"; }

# A tip: three fields, kept to RO by its code, and what it is about.
status 0 'a tip of three fields' add lead title='Courier on the night ferry' \
	grade=B2 handling=H2
lead=$(cat out)
has 'is kept back, and says so' err 'kept to RO'
status 0 'the courier' add person name='Stoyan Dimov'
status 0 'his phone' add asset type=ELEC description='Phone of the courier'
status 0 'with its number' add identifier of=RO-A1 type=phone value=+359888123456
status 0 'an account' add asset type=BANK account_no=RO49AAAA1B31007593840000
status 0 'the tip speaks of him' link "$lead" mentions RO-P1
mention=$(cat out)
t 'whose link has no number of its own' test "$mention" != RO-X1
status 0 'he uses the phone' link RO-P1 uses RO-A1 from_date=2025-12 grade=B2
is 'and the ref is printed' "$(cat out)" RO-X1
status 0 'the account, from the other end' link RO49AAAA1B31007593840000 \
	account_held_by RO-P1 note="${esc}[2J=cmd"
status 0 'the tip speaks of his phone, too' link "$lead" mentions RO-A1
status 0 'the tip with what lies around it' show "$lead" --links 2
has 'names him' out 'mentions'
t 'and his phone, which lies as near and is used by him, not by the tip' \
	grep -qE '^  (RO-P1 uses|RO-A1 is used by)  ' out
has 'and how it is graded' out '2025-12 to now, B2'
hasnt 'harmless' out "$esc"
status 0 'the same as JSON' show "$lead" --links 2 --format json
is 'what begins elsewhere says so there, too' "$(grep -c '"near"' out)" 2
status 0 'him, as JSON' show RO-P1 --format json
json_ok 'which it is' out
has 'with links in their direction' out '"direction": "in"'
has 'and titles' out '"title": "Phone of the courier"'
status 0 'the way from the tip to the account' path "$lead" RO-A2
has 'is by him' out 'holds the account  RO-A2'
status 0 'as JSON' path "$lead" RO-A2 --format json
json_ok 'which it is' out
status 1 'none so short' path "$lead" RO-A2 --depth 1
status 64 'no such depth' path "$lead" RO-A2 --depth 9
status 64 'nor this' show RO-P1 --links 0
status 1 'from nothing' path RO-P9 RO-P1
status 1 'nor to itself' path RO-P1 RO-P1

# BG sees the courier, not the tip.
B show RO-P1 >out
has 'the other party sees what is shared' out 'RO-A1'
hasnt 'not the tip' out "$lead"
hasnt 'nor the link to it' out "$mention"
B show "$mention" >out 2>err
B show RO-X9 2>other
is 'and cannot tell it from nothing' "$(sed 's/RO-X[0-9A-Z]*/X/' err)" \
	"$(sed 's/RO-X[0-9A-Z]*/X/' other)"
B list link --format jsonl >out
lines 'two links are listed' out 2
L unshare RO-A1 team --reason 'not theirs' >out
B list link --format jsonl >out
lines 'one, once its end is taken back' out 1
L log RO-X1 >out
has 'which its history says' out 'RO-X1 is seen by others now'
L set RO-A1 share=team >out
B list link --format jsonl >out
lines 'and two again' out 2

# Refused, each with what would be accepted.
status 65 'no such type' link RO-P1 haunts RO-A1
has 'names those that fit' err 'holds_account'
hasnt 'and no other' err 'family'
status 1 'a type that does not fit' link RO-P1 family RO-A1
has 'too' err 'holds_account'
status 1 'to itself' link RO-P1 related RO-P1
status 1 'to nothing' link RO-P1 uses RO-A9
status 1 'the same again' link RO-A1 used_by RO-P1
has 'names the first' err 'RO-X1 says that already'
status 64 'too little' link RO-P1 uses
status 64 'no such field' link RO-P1 uses RO-A2 colour=red
status 65 'no such percent' link RO-P1 owns RO-A2 percent=101
status 65 'a hostile type' link RO-P1 "${esc}]0;x" RO-A1
hasnt 'is not echoed raw' err "$esc"
status 0 'as any record' add link type=owns a=RO-P1 b=RO-A2 percent=60
has 'has its ref' out RO-X3

# Taken back, with a reason; nothing is deleted.
status 64 'no reason' unlink RO-X3
status 64 'half a name' unlink RO-P1 owns --reason x
status 1 'no such link' unlink RO-P1 controls RO-A2 --reason x
status 1 'no link at all' unlink RO-P1 --reason x
status 0 'unlinked by its ends' unlink RO-A2 owned_by RO-P1 --reason 'Sold in 2020'
L show RO-P1 >out
hasnt 'it is gone from him' out 'RO-X3'
status 0 'but still there' show RO-X3
has 'with the reason' out 'Sold in 2020'
status 0 'so it may be said again' link RO-P1 owns RO-A2
status 0 'unlinked by its ref' unlink RO-X4 --reason again

# More than can be told on one page.
L add person name='The hub' >hub
hub=$(cat hub)
i=0
while [ $i -lt 101 ]; do
	i=$((i + 1))
	printf '{"title":"Lead %d"}\n' $i
done >leads.jsonl
L add lead --from-jsonl leads.jsonl >refs
sed "s/.*/{\"type\":\"mentions\",\"a\":\"&\",\"b\":\"$hub\"}/" refs >links.jsonl
L add link --from-jsonl links.jsonl >out
L show "$hub" >out
has 'the newest are told, and how many there are' out 'the newest, 100 of 101'
has 'and where all of them are' out "all of them: liaison list link a:$hub or b:$hub"
L list link "a:$hub" or "b:$hub" --format jsonl >out
lines 'where they are' out 101
echo G >end.keys
L --size 80x60 --view "$hub" --keys end.keys --dump >out
has 'with where the others are' out "the list of links, filter a:$hub or b:$hub"

status 0 'all of which verifies' verify
status 0 'and can be made anew' rebuild
done_testing
