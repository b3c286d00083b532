/* SPDX-License-Identifier: GPL-3.0-or-later */
/* local.h - STORE.local: what is this machine's and no part of the case:
 * drafts, list settings (decisions.md D5). A file of its own, so that typing
 * wakes nobody. */
#ifndef DB_LOCAL_H
#define DB_LOCAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct db_local;

enum { DB_OWNER_SIZE = 40 };

/*
 * Open or make STORE.local beside a store (its db_path; ":memory:" gives one in
 * memory). A damaged one is set aside as STORE.local.damaged-N and a new one
 * begun; *aside (may be NULL) says so. CANNOT_CREATE or READ_ONLY where it can
 * not be written.
 */
bool db_local_open(struct db_local **l, const char *store, bool *aside,
	struct err *err);
void db_local_close(struct db_local *l);	/* NULL is fine */

/* Small texts by owner (identity uid) and name ("list:lead:sort"); a value of
 * NULL drops. At most 64 KiB: RULE. */
bool db_local_put(struct db_local *l, const char *owner, const char *name,
	const char *value, struct err *err);

/* *value is NULL if there is none; the caller frees. */
bool db_local_get(struct db_local *l, const char *owner, const char *name,
	char **value, struct err *err);

/* The first name of the owner's after one, of those that begin with prefix; begin
 * with the prefix itself. NULL if there is none; the caller frees. */
bool db_local_next(struct db_local *l, const char *owner, const char *prefix,
	const char *after, char **name, struct err *err);

/* Drafts: bytes by owner and id; base version and act id are inside
 * (src/draft.h). */
struct db_draft {
	char id[40];
	int64_t at;		/* ms UTC of the last typing */
	char about[48];		/* "lead" of a new one, or the record's uid */
	uint8_t *data;		/* owned */
	size_t len;		/* at most 6 MiB */
	char holder[192];	/* the session that types it; "": none does */
	int64_t beat;		/* ms UTC of that session's last sign of life */
};

/* Put, or replace the one of this owner and id; on disk when it returns. STALE when
 * another session holds it. */
bool db_local_draft_put(struct db_local *l, const char *owner,
	const struct db_draft *d, struct err *err);
bool db_local_draft_drop(struct db_local *l, const char *owner, const char *id,
	struct err *err);

/*
 * A session holds a draft from here on, and gives a sign of life; "" lets it go. Only
 * where from ("": nobody) holds it now or the session does already: else *done is
 * false, as it is when there is no such draft.
 */
struct db_hold {
	const char *id;		/* NULL: of all drafts of the owner */
	const char *holder, *from;
	int64_t beat;
};
bool db_local_draft_hold(struct db_local *l, const char *owner,
	const struct db_hold *h, bool *done, struct err *err);

/* The n-th (from 0), newest first; *found is false when there are fewer. The
 * caller clears *d. */
bool db_local_draft_get(struct db_local *l, const char *owner, int n,
	struct db_draft *d, bool *found, struct err *err);
void db_draft_clear(struct db_draft *d);

/*
 * Of anybody, for what the law orders erased: the draft after this owner and id
 * ("" and "": the first), and the small text after this owner and name. owner is
 * replaced, and so is *name, which begins as NULL or owned.
 */
bool db_local_draft_after(struct db_local *l, char owner[DB_OWNER_SIZE],
	struct db_draft *d, bool *found, struct err *err);
bool db_local_text_after(struct db_local *l, char owner[DB_OWNER_SIZE],
	char **name, char **value, bool *found, struct err *err);

/* Write the file anew without what was deleted, and cut its WAL. */
bool db_local_purge(struct db_local *l, struct err *err);

#endif
