/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay.h - what follows from the change log: the one place that says how a
 * record comes out of its entries. Acts, verify, rebuild and histories use it. */
#ifndef SRC_REPLAY_H
#define SRC_REPLAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/entry.h"
#include "db/log.h"
#include "src/act.h"
#include "src/entry.h"
#include "src/record.h"

/* What one entry did to its record, with the values that it commits to. */
struct replay_step {
	char leaf[ACT_LEAF_SIZE];	/* how people see the entry */
	int64_t tree;
	struct entry entry;
	const struct kind *kind;
	struct record change;		/* SET and CLEARED; erased ones are CLEARED */
	bool *erased;			/* by field index: the value is gone */
	uint8_t (*salts)[ENTRY_SALT_SIZE];	/* by place in entry.fields */
};

/*
 * Read an entry with its values and hold them against what it commits to; log is
 * the id of the tree's log. CHECK, naming the entry: it does not decode, is of
 * another log or an unknown kind, has a field that its kind does not log, or a
 * value that it does not commit to. A missing value is only noted: see erased.
 * On success the caller clears *s.
 */
bool replay_read(struct db *db, const char *log,
	const struct db_log_row *row, struct replay_step *s, struct err *err);
void replay_step_clear(struct replay_step *s);

/* CHECK: "entry HEX8: what". */
bool replay_fault(const char leaf[ACT_LEAF_SIZE], struct err *err,
	const char *what);

/*
 * An entry of a case's tree on a record whose log is the store's says something
 * of the whole tree (that it begins, that it was restored) and changes no record.
 */
bool replay_is_note(const struct kind *k, int64_t tree);

/* How people see the newest entry of a record, notes apart. */
bool replay_newest(struct db *db, const struct db_entry *e,
	char leaf[ACT_LEAF_SIZE], struct err *err);

/* The header fields that follow from an entry itself: id, kind, party, version,
 * times, authors, and of a part its record. */
void replay_header(struct record *r, const struct entry *e);

/* Fold an entry that is no note into its record, which begins with nothing set.
 * case_uid is that of the tree's case, NULL for the store's tree. */
void replay_apply(struct record *r, const struct replay_step *s,
	const char *case_uid);

/*
 * Numbers given so far: raise the counters of db, which is being written, as the
 * entry did. case_id is the rid there of the record's case. The store's tree comes
 * first, then each case's.
 */
bool replay_count(struct db *db, int64_t case_id, const struct replay_step *s,
	struct err *err);

#endif
