#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xgettext.sh SOURCE-FOLDER TEMPLATE - gather the words for a person.
exec xgettext --directory="$1" --files-from="$1/po/POTFILES.in" --output="$2" \
	--package-name=liaison --from-code=UTF-8 --language=C \
	--keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
	--add-comments=TRANSLATORS: \
	--flag=err_set:3:c-format --flag=err_field:4:c-format --no-wrap
