# SPDX-License-Identifier: GPL-3.0-or-later
# Prints where the includes of a file are not as in the rest of the house: a
# header is guarded by its path; a .c file begins with its own header (or the
# one that it is a part of) and ends with base/banned.h; in between, ours follow
# those of others and are sorted.
function name_of(line) {
	gsub(/^[^<"]*[<"]|[>"].*$/, "", line)
	return line
}

function flush_file() {
	if (file ~ /\.h$/ && (guard != want || defined != want))
		print file ": is not guarded by " want
	if (file ~ /\.c$/ && product && last != "base/banned.h")
		print file ": base/banned.h is not the last include"
	if (product && has_own && first != own)
		print file ": " own " is not the first include"
}

FNR == 1 {
	flush_file()
	file = own = FILENAME
	sub(/\.c$/, ".h", own)
	has_own = file ~ /\.c$/ && (getline line <own) > 0
	close(own)
	product = file !~ /^tests\//
	want = toupper(file)
	gsub(/[^A-Z0-9]/, "_", want)
	first = last = before = guard = defined = ""
}
/^#ifndef / && !guard { guard = $2 }
/^#define / && !defined { defined = $2 }
/^#[ \t]*include "data\/.*\.inc"/ { next }
/^#[ \t]*include ["<]/ {
	last = name_of($0)
	if (!first) {
		first = last
		next
	}
	ours = $0 ~ /"/
	if (product && last != own && last != "base/banned.h") {
		if (ours && before > last)
			print file ":" FNR ": " last " stands after " before
		if (!ours && before)
			print file ":" FNR ": <" last "> stands after ours"
		if (ours)
			before = last
	}
}
END { flush_file() }
