#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Print a table of data/ as lines of C: ROW("AED", 2, iso, "UAE Dirham")
#	embed-tsv.sh FILE.tsv
# A line "#@ text number word ..." (tabs between the types) comes before the
# rows and says what each column is: text becomes a string, a number and a word
# stay as they are. Other lines that begin with # are comments.
# shellcheck disable=SC2016 # the dollars are awk's
exec ${AWK:-awk} -v file="$1" '
function refuse(why) {
	print file ":" NR ": " why >"/dev/stderr"
	bad = 1
	exit 1
}
BEGIN {
	FS = "\t"
	form["text"] = "^[^ ].*$"
	form["number"] = "^(0|[1-9][0-9]*)$"
	form["word"] = "^[a-z][a-z_]*$"
	name = file
	sub(/.*\//, "", name)
	print "/* Made from data/" name " by tools/embed-tsv.sh. */"
}
/^#@ / {
	columns = split(substr($0, 4), type, "\t")
	next
}
/^#/ { next }
NF != columns { refuse(NF " columns, not " columns + 0) }
{
	line = ""
	for (i = 1; i <= NF; i++) {
		cell = $i
		if (cell !~ form[type[i]])
			refuse("column " i " is no " type[i])
		if (type[i] == "text") {
			gsub(/[\\"]/, "\\\\&", cell)
			cell = "\"" cell "\""
		}
		line = line (i > 1 ? ", " : "") cell
	}
	print "ROW(" line ")"
	rows++
}
END {
	if (!bad && !rows)
		refuse("no rows")
	exit bad
}' <"$1"
