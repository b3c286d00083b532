#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What needs no store: help, version, and refusals that say what would be taken.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
esc=$(printf '\033')

status 0 'version' --version
is 'it begins with the name' "$(sed -n '1s/ .*//p' out)" liaison
status 0 'help' --help
status 0 'help by command' help
cp out all
for c in init add set show list find log import verify rebuild backup restore export match \
    access-log; do
	has "help lists $c" all "  $c "
	status 0 "help of $c" help $c
	has "it shows how $c is written" out "Usage: liaison $c"
	status 0 "$c --help" $c --help
done
t 'no name of a command runs into what it does' [ "$(grep -cE '^  [a-z-]+  +[a-z]' \
	all)" -eq "$(sed -n '/^Commands:/,/^$/s/^  [a-z]/&/p' all | wc -l)" ]
for both in link hash; do
	status 0 "a command that is called like a kind, $both" help $both
	has 'it says how it is written' out "Usage: liaison $both"
	has 'and the fields' out 'Required. '
done
status 0 'what a note is about' help note
hasnt 'is not told kind by kind' out '> casefile'
status 0 'kinds' help kinds
for kind in $(L help kinds | sed 's/ .*//'); do
	status 0 "fields of $kind" help "$kind"
	t 'there are some' [ -s out ]
done

status 64 'an unknown command' frobnicate
has 'it lists those there are' err restore
status 64 'a slip of the finger' lits lead
has 'it says what was meant' err 'did you mean list?'
for c in unlink share; do
	status 64 "$c is not built yet" $c
done
status 64 'an unknown option' list lead --fromat csv
has 'it says what was meant' err 'did you mean --format?'
status 64 'an unknown letter' list lead -x
status 64 'an option without its value' list lead --sort
status 64 'a switch with a value' init --training=yes
status 64 'an option of the screens with a command' list lead --dump
status 64 'too few arguments' list
status 64 'too many arguments' show RO-L1 RO-L2
status 64 'help on nothing known' help nothing
status 64 'a command of escape sequences' "$esc]0;x$(printf '\007')"
hasnt 'which do not come back' err "$esc"

if [ -w /dev/full ]; then
	L --help >/dev/full 2>err
	is 'output that cannot be written' $? 74
	has 'it says so' err 'liaison: io: '
fi
L --help >&- 2>err
is 'closed output' $? 74
(L help list; echo $? >rc) 2>err | true
t 'a reader that goes away is no news' [ ! -s err ]
env -i "$liaison" help >out 2>err
is 'an empty environment' $? 0
L --version 2>&- >out
is 'closed messages' $? 0

# All keys in the form of a file of keys, and what is wrong in the person's own.
L help keys >listed 2>err
is 'help lists all keys' $? 0
has 'each with the screen and the name of its command' listed 'list n = new'
t 'there is nothing to say' [ ! -s err ]
mkdir -p "$XDG_CONFIG_HOME/liaison"
cp listed "$XDG_CONFIG_HOME/liaison/keys"
L help keys >again 2>err
t 'the list is a file of keys itself' [ ! -s err ]
t 'its keys are those that there were' cmp -s listed again
echo 'list x = opne' >"$XDG_CONFIG_HOME/liaison/keys"
L help keys >out 2>err
is 'a wrong line hinders nothing' $? 0
has 'it is named, with what would be accepted' err \
	'keys line 1: "list" has no command "opne"; did you mean open?'
rm "$XDG_CONFIG_HOME/liaison/keys"

# The manual knows every command and option that help does.
man=$srcdir/man/liaison.1
if [ -f "$man" ]; then
	# shellcheck disable=SC2013 # one word a line
	for c in $(sed -n 's/^  \([a-z]*\)  .*/\1/p' all); do
		grep -qw -e "$c" "$man"
		result $? "the manual knows $c"
		for o in $(L help "$c" |
		    sed -n 's/^  [^"]*--\([a-z-]*\).*/\1/p'); do
			grep -qE -e "Fl -$o\b" "$man"
			result $? "the manual knows $c --$o"
		done
	done
else
	skip 'the manual' 'there is none'
fi
done_testing
