/* SPDX-License-Identifier: GPL-3.0-or-later */
/* damage.h - a copy of the case store, changed behind the log's back, and what verify
 * says of it. Include after case.h, raw.h and verify.h. */
#ifndef TESTS_SUPPORT_DAMAGE_H
#define TESTS_SUPPORT_DAMAGE_H

#include "base/xalloc.h"

#define COPY "copy.store"

/* The store as one file, its WAL folded in. */
static inline void
fold_wal(void)
{
	raw_sql(CASE_STORE, "PRAGMA wal_checkpoint(TRUNCATE)");
}

static inline void
copy_file(const char *from, const char *to)
{
	FILE *in = fopen(from, "rb");
	long n = folder_size(from);

	assert_non_null(in);
	char *data = malloc((size_t)n);

	assert_int_equal(fread(data, 1, (size_t)n, in), n);
	fclose(in);
	folder_write(to, data, (size_t)n);
	free(data);
}

/* A fresh copy, its key included, with no WAL left of the one before. */
static inline void
copy_store(void)
{
	unlink(COPY "-wal");
	unlink(COPY "-shm");
	copy_file(CASE_STORE, COPY);
	copy_file(CASE_STORE ".key", COPY ".key");
}

static inline void
damage(const char *sql)
{
	char *all = xasprintf("PRAGMA synchronous = 0; PRAGMA ignore_check_constraints = 1;"
		"PRAGMA foreign_keys = 0; %s", sql);

	raw_sql(COPY, all);
	free(all);
}

static inline void
assert_named(const char *what, const struct err *err)
{
	if (err->code != ERR_CHECK || (strncmp(err->text, "table ", 6) != 0 &&
	    strncmp(err->text, "entry ", 6) != 0))
		fail_msg("%s: %s: %s", what, err_word(err->code), err->text);
}

/* It must be found, and named. */
static inline void
expect_finding(const char *what, char text[400])
{
	struct err err = ERR_INIT;

	if (store_verifies(COPY, &err))
		fail_msg("not found: %s", what);
	assert_named(what, &err);
	snprintf(text, 400, "%s", err.text);
}

#endif
