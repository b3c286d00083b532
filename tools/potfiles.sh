#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Print po/POTFILES.in: the files that have words for a person. To renew it:
#	tools/potfiles.sh >po/POTFILES.in.new && mv po/POTFILES.in.new po/POTFILES.in
cd "$(dirname "$0")/.." || exit 1
echo '# SPDX-License-Identifier: GPL-3.0-or-later'
echo '# Made by tools/potfiles.sh.'
grep -lE '(^|[^[:alnum:]_])N?_\(' base/*.[ch] db/*.[ch] src/*.[ch] ui/*.[ch] |
	grep -vx 'base/i18n.h' | LC_ALL=C sort
