#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# In which language the program speaks; that data has one form in all of them.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"

if [ ! -f "$builddir/po/de/LC_MESSAGES/liaison.mo" ]; then
	echo '1..0 # SKIP no catalogues: msgfmt is not there'
	exit 0
fi
TEXTDOMAINDIR=$builddir/po
export TEXTDOMAINDIR
begin_case
L add lead title='Courier at the port' status=in_work due=2026-01-04 >out
L add asset type=CASH description='In a locker' >out
L add valuation of=RO-A1 amount='1234.50 EUR' on=2026-01-02 >out

# in_language LANGUAGE COMMAND... - as a person has it whose language that is
in_language() {
	language=$1
	shift
	LANGUAGE=$language L "$@" >out 2>err
}

for language in de el; do
	in_language "$language" list lead --format json && mv out "json.$language"
	in_language "$language" export asset --format csv && mv out "csv.$language"
	in_language "$language" match 'Ivan Petrov' 'Petrov Ivan' &&
		mv out "match.$language"
done
in_language en list lead --format json
is 'JSON is the same in German' "$(cat json.de)" "$(cat out)"
is 'JSON is the same in Greek' "$(cat json.el)" "$(cat out)"
in_language en export asset --format csv
is 'CSV is the same in German' "$(cat csv.de)" "$(cat out)"
is 'CSV is the same in Greek' "$(cat csv.el)" "$(cat out)"
is 'an answer for scripts too' "$(cat match.de)" '1.000 yes'

in_language de show RO-L1
has 'German labels' out 'Fällig'
has 'German codes' out 'in Arbeit'
in_language el show RO-L1
has 'Greek labels' out 'Προθεσμία'
has 'Greek codes' out 'σε εξέλιξη'

in_language de add lead status=new
has 'a refusal keeps its code and the name of the field' err 'liaison: invalid: '
in_language de add lead title=x due=morgen
has 'a date is refused in German' err 'das ist kein Datum'
has 'and what is written is the same everywhere' err '+3d'
t 'today is a word of all' in_language de add lead title=x due=today

# A person may choose on the screens, whatever the environment says.
LANGUAGE=el L --view RO-L1 --set language=de --dump >out
has 'the language of one time' out 'Fällig'
L --view list:lead --set language=xx --dump >out 2>err
has 'a language that there is not' err 'auto de el en'
printf ':set_language_de <Enter> : <Esc>' | sed 's/_/ <Space> /g' >keys
L --view RO-L1 --keys keys --dump >out
L --view RO-L1 --dump >out
has 'the language that was kept' out 'Fällig'
LANGUAGE=el L --view RO-L1 --set language=auto --dump >out
has 'and none chosen' out 'Προθεσμία'

# ssh sends LANG along; the host need not have that locale.
unset LC_ALL LC_MESSAGES LANGUAGE
LANG=el_GR.UTF-8 L list lead --limit 0 --help >out
has 'a locale that the host lacks' out 'Χρήση'
LANG=xx_XX.UTF-8 L --help >out
has 'a language that the program lacks' out 'Usage'
LANG=C L --help >out
has 'no language' out 'Usage'

# In ASCII nothing else goes out, whatever the language.
LC_ALL=C LANGUAGE=el L show RO-L1 >out
t 'C is English' grep -q 'in work' out
done_testing
