/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store.h - an open case store with what belongs to it: local state, host key,
 * who it is of. Below the door; screens know the desk alone. */
#ifndef SRC_STORE_H
#define SRC_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/note.h"
#include "db/db.h"
#include "db/local.h"

enum { STORE_EPOCH_STEP = 1000 };	/* numbers left out after a restore (D4) */

struct store {
	struct db *db;
	struct db_local *local;		/* NULL where it cannot be written */
	struct note_key key;
	bool has_key;			/* else checkpoints pause (D14) */
	bool training;
	bool local_set_aside;		/* STORE.local was damaged and begun anew */
	struct err key_fault, local_fault;	/* why there is no key, no local */
	struct err erase_fault;		/* why an erasure is not finished (purge.h) */
	int64_t rid;			/* of the store's own record */
	char uid[40];
	char identity[40];		/* whose private store it is */
	char party_code[12];		/* of the maker, for the first case */
	char member_name[256];
};

/* Make a store: file, key (NULL: a new one), first log entry. CANNOT_CREATE if path
 * exists. */
bool store_init(const char *path, const char *party, const char *name,
	bool training, const struct note_key *key, struct err *err);

/* As db_open. One whose own record is damaged opens for DB_MAINTENANCE alone. */
bool store_open(struct store *s, const char *path, enum db_profile profile,
	struct err *err);
void store_close(struct store *s);

/* After a copy was put in place: a new epoch in the log of each tree, and numbers
 * that go on 1000 further (D4). */
bool store_new_epoch(struct store *s, struct err *err);

#endif
