# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libdb.a
libdb_a_SOURCES = \
	db/access.c db/access.h db/access_private.h \
	db/access_purge.c \
	db/access_read.c \
	db/audience.c db/audience.h \
	db/backup.c db/backup.h \
	db/check.c \
	db/connection.c \
	db/counter.c db/counter.h \
	db/db.c db/db.h \
	db/due.c db/due.h \
	db/entry.c db/entry.h \
	db/erase.c db/erase.h \
	db/fault.c \
	db/file.c db/file.h \
	db/held.c db/held.h \
	db/ident.c db/ident.h \
	db/local.c db/local.h \
	db/lock.c db/lock.h \
	db/log.c db/log.h \
	db/lot.c db/lot.h \
	db/mirror.c db/mirror.h \
	db/page.c db/page.h \
	db/plan.c db/plan.h \
	db/private.h \
	db/row.c db/row.h \
	db/schema.c db/schema.h \
	db/search.c db/search.h \
	db/search_check.c \
	db/search_find.c \
	db/search_token.c db/search_token.h \
	db/search_tokenizer.c db/search_tokenizer.h \
	db/stmt.c db/stmt.h \
	db/tie.c db/tie.h \
	db/transaction.c \
	db/veiled.c db/veiled.h \
	db/wait.c db/wait.h
nodist_libdb_a_SOURCES = db/schema_files.c

# File NNNN makes version NNNN; released ones are never edited.
db_schema = \
	db/schema/0001-base.sql \
	db/schema/0002-records.sql \
	db/schema/0003-parts.sql
db_local_schema = \
	db/local-schema/0001-local.sql
db_access_schema = \
	db/access-schema/0001-access.sql
EXTRA_DIST += $(db_schema) $(db_local_schema) $(db_access_schema) tools/embed-sql.sh
CLEANFILES += db/schema_files.c

db/schema_files.c: $(db_schema) $(db_local_schema) $(db_access_schema) tools/embed-sql.sh
	$(AM_V_GEN)$(MKDIR_P) db && { \
	echo '/* Made by tools/embed-sql.sh; do not edit. */'; \
	echo '#include "db/schema.h"'; \
	cd $(srcdir) && \
	$(SHELL) tools/embed-sql.sh db_schema_store $(db_schema) && \
	$(SHELL) tools/embed-sql.sh db_schema_local $(db_local_schema) && \
	$(SHELL) tools/embed-sql.sh db_schema_access $(db_access_schema); \
	} >$@-t && cd $(abs_builddir) && mv $@-t $@
