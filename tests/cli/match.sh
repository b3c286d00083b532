#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Two names on the command line: the answer, its exit status, and why.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"

# answer RC DESCRIPTION ARGUMENT... - a no is no error: nothing is complained of.
answer() {
	want=$1 what=$2
	shift 2
	L match "$@" >out 2>err
	got=$?
	[ "$got" -eq "$want" ] && [ ! -s err ]
	result $? "$what"
}

status 0 'one name' match 'Ivan Petrov' 'Ivan Petrov'
is 'it is sure' "$(cat out)" '1.000 yes'
status 0 'in two scripts and orders' match 'Иван Петров' 'PETROV, Ivan' --kind person
is 'it is sure' "$(cat out)" '1.000 yes'
answer 1 'two names' 'Ivan Petrov' 'Ivan Dimov'
t 'the answer is a score and no' grep -qx '0\.[0-9][0-9][0-9] no' out
status 0 'legal forms in two languages' match 'ООД Морска Звезда' 'Morska Zvezda Ltd' \
	--kind organisation
answer 1 'two firms' 'Alpha Trading GmbH' 'Alpha Shipping GmbH'

status 0 'an explanation' match --explain 'Dr Ana Popescu' 'Anna Popescu'
is 'it begins with the answer' "$(sed -n 1p out | cut -d' ' -f2)" yes
t 'it names the words that go together' grep -q '^same	popescu	popescu	100	' out
t 'it names what is spelt otherwise' grep -q '^spelt	ana	anna	' out
t 'it names what stands in one alone' grep -q '^missing	dr		' out
t 'it says by which rules' grep -q '^rules			1	' out
answer 1 'what counts against' --explain 'Ana Popescu' 'Ana Ionescu'
t 'it is said' grep -q '^conflict	' out
answer 1 'a letter in disguise' --explain 'Pоpescu' 'Ionescu'
t 'a word of two alphabets is marked' grep -q '^mixed	' out

long=$(awk 'BEGIN { for (i = 0; i < 10000; i++) printf "ab" }')
for name in '' ' ' x '!?.' '🙂' 'محمد علي' "$long" "$(printf 'a\033[31m')"; do
	"$liaison" match "$name" 'Ivan Petrov' >out 2>err
	is 'a strange name has an answer' $? 1
	t 'which is a score and no' grep -qx '0\.[0-9][0-9][0-9] no' out
done
status 0 'ten thousand letters' match "$long" "$long"
answer 1 'nothing at all' '' ''
status 65 'bytes that are no text' match "$(printf 'a\377')" b

status 64 'no name at all' match
status 66 'a record without a store' match RO-P1

begin_case
L add person name='Ivan Petrov' >out
status 0 'the same again' add person name='Петров Иван'
has 'it is told' err 'this may be RO-P1 (1.00)'
status 0 'what may be the same' match RO-P1
is 'score, ref and name' "$(cat out)" "1.000	RO-P2	Петров Иван"
status 0 'why' match RO-P1 --explain
t 'the words are named' grep -q '^same	petrov	петров	100	' out
status 0 'a person says that it is not' add link type=not_same_as a=RO-P1 b=RO-P2
status 1 'it is not proposed again' match RO-P1
status 1 'a record of nothing' match RO-P9
status 1 'a name is no record' match 'Ivan Petrov'
status 64 'a kind of a record' match RO-P1 --kind person
status 64 'an unknown kind' match a b --kind vessel
has 'it says what would be accepted' err organisation
done_testing
