# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what is longer than the house allows: files (comments and rows of
# tables do not count), functions, lists of parameters, lines. In our style a
# function's body begins with a brace in the first column and ends with one
# there.
function flush_file() {
	limit = file ~ /\.h$/ ? headers : sources
	if (file == door)
		limit = 2 * headers
	if (lines > limit)
		print file ": " lines " lines, more than " limit
}

# Parameters of the signature gathered before a body, less the error; a pointer
# and its length are one.
function parameters(text,   depth, i, c, n) {
	sub(/^[^(]*\(/, "", text)
	sub(/,[[:space:]]*struct err \*[a-z]*\).*/, ")", text)
	gsub(/,[[:space:]]*size_t (n|n_[a-z]*|[a-z_]*len|[a-z]*size),/, ",", text)
	gsub(/,[[:space:]]*size_t (n|n_[a-z]*|[a-z_]*len|[a-z]*size)\)/, ")", text)
	n = 1
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		depth += (c == "(") - (c == ")")
		n += c == "," && depth == 0
	}
	return n
}

function width(text,   i, n) {
	for (i = 1; i <= length(text); i++)
		n += substr(text, i, 1) == "\t" ? 8 - n % 8 : 1
	return n
}

FNR == 1 {
	flush_file()
	file = FILENAME
	lines = start = in_table = 0
}
/^\t?[a-z].* = \{$/ { in_table = 1 }
!in_table && !/^(\/\*| \*)/ { lines++ }
/^\t?\};?$/ { in_table = 0 }
!in_table && width($0) > columns && !/"/ {
	print file ":" FNR ": " width($0) " columns, more than " columns
}
/^[a-z_]+\(/ { signature = ""; gathering = 1 }
gathering { signature = signature $0 }
/^\{$/ {
	start = FNR
	gathering = 0
	if (parameters(signature) > most)
		print file ":" FNR ": " parameters(signature) \
			" parameters beside the error, more than " most
	signature = "("
}
/^\}/ && start {
	if (FNR - start - 1 > body)
		print file ":" start ": a function of " FNR - start - 1 \
			" lines, more than " body
	start = 0
}
END { flush_file() }
