#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The house stands on its floors: ui/ -> src/ -> db/, all on base/. What belongs
# to one floor alone (SQL, curses, printing) is found nowhere else.
# shellcheck disable=SC2046 # no file of ours has a blank in its name
. "${srcdir:-.}/tests/support/tap.sh"

include='[[:space:]]*#[[:space:]]*include[[:space:]]*'

# forbid SENTENCE PATTERN FOLDER...: no line of code there matches.
forbid() {
	sentence=$1
	pattern=$2
	shift 2
	report "$sentence" "$(code $(sources '*.[ch]' "$@") 2>&1 |
		grep -E "^[^:]*:[0-9]*:$pattern")"
}

floor() {
	forbid "$1/ includes nothing of $(echo "$2" | tr '|' ' ')" "$include\"($2)/" "$1"
}

floor base 'db|src|ui|tests'
floor db 'src|ui|tests'
floor src 'ui|tests'
floor ui 'db|tests'

forbid "includes are written from the root" \
	"$include\"([^/\"]*\"|\.)" base db src ui tests
forbid "statements stay in db/" "$include\"db/(private|stmt|lot)\.h" src
report "ui/ knows of src/ the door, plain values and constant tables alone" \
	"$(grep -nE "^$include\"src/" ui/*.[ch] 2>&1 |
	grep -vE '"src/(ask|codes|handling_code|desk|format|further|grouped|isword|kind|linkformat|linktype|mention|record|remark|role|step_text|target)\.h"')"

forbid "sqlite3.h is for db/ alone" "$include<sqlite3" base src ui
forbid "SQL is for db/ alone" \
	'.*"[[:space:]]*(SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|ATTACH|VACUUM|WITH)[ ";]' \
	base src ui
# tests/bench/floor.c is curses and nothing else, to measure ours beside it.
report "curses is for ui/term_curses.c alone" \
	"$(grep -nE "^$include<(n?curses|ncursesw?/|term\.h|panel|form|menu)" \
		$(sources '*.[ch]' base db src ui tests) |
	grep -vE '^(ui/term_curses|tests/bench/floor)\.c:')"

# What is not in the table is in no manual, no file of keys and no test of keys.
report "every screen with commands stands in ui/screens.c" \
	"$(grep -hE '^(static )?const struct command view_[a-z_]+\[\]' ui/*.c 2>&1 |
	sed 's/.* command //; s/\[.*//' | while read -r table; do
		grep -qw "$table" ui/screens.c || echo "$table"
	done)"

# base/xalloc.c says that memory is out, when nothing can be handed up any more.
end='(^|.*[^[:alnum:]_])'
below="$(code $(sources '*.c' base db src) 2>&1 | grep -v '^base/xalloc\.c:')"
report "nobody below ui/ prints" "$(printf '%s\n' "$below" |
	grep -E "$end(printf|vprintf|puts|putchar|perror|syslog)[[:space:]]*\(|$end(stdout|stderr|STDOUT_FILENO|STDERR_FILENO)([^[:alnum:]_]|\$)")"
report "nobody below ui/ ends the process" "$(printf '%s\n' "$below" |
	grep -E "$end(exit|_exit|_Exit|abort)[[:space:]]*\(")"
plan
