# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += \
	tools/build.sh \
	tools/embed-tsv.sh \
	tools/gen-man.c \
	tools/setup.sh \
	tools/test.sh
