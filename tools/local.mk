# SPDX-License-Identifier: GPL-3.0-or-later
# Write the tables of the store anew, from the program's field tables.
check_PROGRAMS += tools/gen-schema
tools_gen_schema_SOURCES = tools/gen-schema.c
tools_gen_schema_LDADD = $(src_libs)
.PHONY: schema
schema: tools/gen-schema$(EXEEXT)
	tools/gen-schema$(EXEEXT) records >records.sql.new && \
	tools/gen-schema$(EXEEXT) parts >parts.sql.new && \
	mv -f records.sql.new $(srcdir)/db/schema/0002-records.sql && \
	mv -f parts.sql.new $(srcdir)/db/schema/0003-parts.sql

EXTRA_DIST += \
	tools/build.sh \
	tools/embed-tsv.sh \
	tools/setup.sh \
	tools/test.sh \
	tools/try.sh
