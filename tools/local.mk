# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += \
	tools/build.sh \
	tools/embed-tsv.sh \
	tools/setup.sh \
	tools/test.sh \
	tools/try.sh
