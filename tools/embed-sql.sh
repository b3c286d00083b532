#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Print the schema files given, in order, as one C array of texts.
# Usage: embed-sql.sh ARRAY FILE.sql...
set -eu
name=$1
shift
echo "const char *const ${name}[] = {"
for f; do
	echo "	/* ${f##*/} */"
	sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^\(.*\)$/	"\1\\n"/' "$f"
	echo '	,'
done
echo '	NULL'
echo '};'
