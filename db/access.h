/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access.h - STORE.access-YEAR: the entries of one year's access log, a tree of
 * their own (decisions.md D2). What they mean is src/access_entry.h's. */
#ifndef DB_ACCESS_H
#define DB_ACCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/ids.h"
#include "base/merkle.h"
#include "db/log.h"

struct db_access;

/*
 * Open the log of a year beside a store (its db_path; ":memory:" gives one in
 * memory). For DB_SESSION it is made (0600) if there is none; DB_MAINTENANCE is to
 * purge and scrub. A symbolic link is not followed: IO. NO_FILE; DAMAGED; READ_ONLY
 * or CANNOT_CREATE where it cannot be written.
 */
bool db_access_open(struct db_access **a, const char *store, int year,
	enum db_profile profile, struct err *err);
void db_access_close(struct db_access *a);	/* NULL is fine */

/* The years of which there is a log, ascending; the caller frees *years. */
bool db_access_years(const char *store, int **years, size_t *n, struct err *err);

/* Remove the log of a year, and all that lies beside it. */
bool db_access_remove(const char *store, int year, struct err *err);

/* Whose they are: NULL for none. Uids as text. */
struct db_access_who {
	const char *casefile, *party, *member;
};

struct db_access_text {
	int field;
	uint8_t salt[DB_SALT_SIZE];
	const char *value;	/* 1 to 4096 bytes */
};

/* An entry to be written. */
struct db_access_new {
	const void *data;
	size_t len;
	int64_t at;
	const char *op;
	struct db_access_who who;
	const uint8_t (*items)[IDS_UID_BYTES];	/* each once */
	size_t n_items;
	const struct db_access_text *texts;
	size_t n_texts;
};

/*
 * Write entries, in one transaction: take the lock (BUSY after 5 s) and read the
 * tree, of which only log_id, merkle, checkpoint and verifier are used; append; put
 * the tree back and commit, which is on disk when it returns. The tree is cleared
 * by both ends.
 */
bool db_access_begin(struct db_access *a, struct db_tree *t, struct err *err);
bool db_access_append(struct db_access *a, struct db_tree *t,
	const struct db_access_new *e, struct err *err);
bool db_access_commit(struct db_access *a, struct db_tree *t, struct err *err);
void db_access_rollback(struct db_access *a, struct db_tree *t);

/* The tree as it is; the caller clears it with db_tree_clear. */
bool db_access_tree(struct db_access *a, struct db_tree *t, struct err *err);

/* --- Reading ------------------------------------------------------------ */

/* Which entries: NULL and 0 are any. */
struct db_access_filter {
	int64_t from, to;		/* ms UTC, to not included; 0: no end */
	const char *op;
	struct db_access_who who;
	const char *item;		/* uid of a record that it is about */
	int64_t below;			/* seq; 0: no end */
};

struct db_access_row {
	int64_t seq;
	uint8_t leaf[HASH_SIZE];
	const uint8_t *data;		/* borrowed until the next step; NULL: gone */
	size_t len;
};

/* What is read until the end is of one moment, as in db.h. */
bool db_access_read_begin(struct db_access *a, struct err *err);
void db_access_read_end(struct db_access *a);

struct db_access_cursor;
/* Those that are not gone, newest first. */
bool db_access_find(struct db_access *a, const struct db_access_filter *f,
	struct db_access_cursor **c, struct err *err);
/* All there are, oldest first. */
bool db_access_all(struct db_access *a, struct db_access_cursor **c,
	struct err *err);
/* True while there is one. False at the end, with the code NONE in *err, and on
 * failure. */
bool db_access_next(struct db_access_cursor *c, struct db_access_row *row,
	struct err *err);
void db_access_cursor_close(struct db_access_cursor *c);	/* NULL is fine */

/* One text of an entry, which the caller frees; *value is NULL if it is gone. */
bool db_access_text_get(struct db_access *a, int64_t seq, int field,
	uint8_t salt[DB_SALT_SIZE], char **value, struct err *err);

/* Do the columns and the rows of item and text say what the entry of seq does, and
 * no more? CHECK. */
bool db_access_holds(struct db_access *a, int64_t seq,
	const struct db_access_new *e, struct err *err);

/* How many rows item has, which is as many as all entries name; and of how many
 * columns and texts the entry is gone, which is none. */
bool db_access_items(struct db_access *a, int64_t *n, struct err *err);
bool db_access_strays(struct db_access *a, int64_t *n, struct err *err);

/* Who did what to one record: one row for each party, member and op. */
struct db_access_receipt {
	char party[IDS_UID_SIZE], member[IDS_UID_SIZE], op[32];
	int64_t first, last;		/* ms UTC */
	int64_t n;
};
/* Append to *rows (owned by the caller, room for *n). */
bool db_access_receipts(struct db_access *a, const char *uid,
	struct db_access_receipt **rows, size_t *n, struct err *err);

/* --- Letting go --------------------------------------------------------- */

/* The text after (seq, field), to be looked at; *value is NULL at the end. The
 * caller frees. Begin with -1, 0. */
bool db_access_text_after(struct db_access *a, int64_t *seq, int *field,
	char **value, struct err *err);
bool db_access_text_drop(struct db_access *a, int64_t seq, int field,
	struct err *err);

/* Drop what a party's entries of before a time hold, but not their leaves; party
 * NULL: of nobody's. *n says how many, *kept how many are left in all. */
bool db_access_purge(struct db_access *a, const char *party, int64_t before,
	int64_t *n, int64_t *kept, struct err *err);

/* Leave no byte in the file of what was dropped. */
bool db_access_scrub(struct db_access *a, struct err *err);

#endif
