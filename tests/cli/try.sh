#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The first command of README, on a tree in which all is built: whoever runs it sees
# the demo case, on whatever it is run, and how to go on.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
esc=$(printf '\033')
mkdir -p tree/tools tree/db/schema tree/data tree/build
cp "$srcdir/tools/try.sh" tree/tools/
touch tree/db/schema/1.sql tree/data/demo.story
cat >tree/tools/build.sh <<'END'
#!/bin/sh
echo "BUILD_SAYS=$BUILD_SAYS" >built
echo 'building it' >&2
END
chmod +x tree/tools/*.sh
ln -s "$liaison" tree/build/liaison
SOURCE_DATE_EPOCH=1767614400 TZ=UTC LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH TZ LC_ALL
unset BUILD_DIR TERM

tree/tools/try.sh >out 2>err
is 'it runs without a terminal' $? 0
has 'what is built is said' built 'BUILD_SAYS=yes'
has 'and what takes time' err 'telling the story'
has 'the first screen is shown' out 'Waits for me'
has 'and how to open it' out "$dir/tree/tools/try.sh"
has 'and what store it is' out "LIAISON_STORE='$dir/tree/build/demo/case.store'"

tree/tools/try.sh --as BG >out 2>err
is 'it takes options of the program' $? 0
hasnt 'the story is told once' err 'telling the story'
has 'who sits down is another' out '  BG  '

if ! command -v script >/dev/null; then
	skip 'the first screen on terminals' 'no script(1)'
	done_testing
fi
mkfifo keys
# On what draws nothing it has ended before the q.
trap '' PIPE

# drawn - wait until the terminal has got the first screen
drawn() {
	tries=0
	until grep -qs 'Waits for me' typescript || [ $tries -ge 100 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
}

# on NAME SETTING... - on a terminal from which nothing comes but, in the end, q
on() {
	name=$1
	shift
	rm -f typescript
	env "$@" script -qfc "stty $size; exec tree/tools/try.sh" typescript \
		<keys >/dev/null 2>err &
	exec 9>keys
	drawn
	printf q >&9 2>/dev/null
	wait $!
	exec 9>&-
	has "the first screen is drawn: $name" typescript 'Waits for me'
	has "and then how to go on: $name" typescript 'The demo case stays'
}
size='rows 24 cols 80'
for type in xterm xterm-256color linux screen vt100 dumb no-such-terminal ''; do
	on "TERM=$type" TERM="$type"
done
on 'ASCII' TERM=xterm LC_ALL=C
on 'ASCII on nothing to draw on' TERM=dumb LC_ALL=C
on 'no TERM' -u TERM
size='rows 0 cols 0'
on 'no size' TERM=xterm
hasnt 'nothing is asked of the terminal' typescript "${esc}[6n"
hasnt 'nor what it is' typescript "${esc}[c"

rm -f typescript
rm -r tree/build/demo
TERM=xterm script -qfc 'tree/tools/try.sh 2>/dev/null' typescript </dev/null >/dev/null 2>err &
drawn
has 'the first screen is drawn: nothing on stdin' typescript 'Waits for me'
has 'what is built is told there, whatever becomes of stderr' typescript 'building it'
has 'and what takes time is' typescript 'telling the story'
kill $!
wait $!
done_testing
