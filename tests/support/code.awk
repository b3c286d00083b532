# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the C files given without their comments, each line behind its file
# and number. Strings stay; a quote in a comment and a comment in a string do
# not mislead it.
FNR == 1 { in_comment = 0 }
{
	text = $0
	kept = ""
	while (text != "") {
		if (in_comment) {
			end = index(text, "*/")
			if (!end)
				break
			text = substr(text, end + 2)
			in_comment = 0
		} else if (match(text, /^"([^"\\]|\\.)*"|^'([^'\\]|\\.)*'/)) {
			kept = kept substr(text, 1, RLENGTH)
			text = substr(text, RLENGTH + 1)
		} else if (substr(text, 1, 2) == "/*") {
			text = substr(text, 3)
			in_comment = 1
		} else if (match(text, /^[^"'\/]+/)) {
			kept = kept substr(text, 1, RLENGTH)
			text = substr(text, RLENGTH + 1)
		} else {
			kept = kept substr(text, 1, 1)
			text = substr(text, 2)
		}
	}
	if (kept !~ /^[[:space:]]*$/)
		print FILENAME ":" FNR ":" kept
}
