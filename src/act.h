/* SPDX-License-Identifier: GPL-3.0-or-later */
/* act.h - one act of a member: one transaction that writes rows, search index,
 * audience and change log together or not at all (I1, decisions.md D2). */
#ifndef SRC_ACT_H
#define SRC_ACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "db/log.h"
#include "src/record.h"
#include "src/viewer.h"
#include "src/words.h"

enum { ACT_LEAF_SIZE = 9 };	/* 8 hex digits of an entry's leaf */

struct act_tree {
	struct db_tree tree;
	bool dirty;
};

struct act {
	struct store *store;
	char id[40];
	int64_t at;			/* ms UTC */
	char zone[CLOCK_ZONE_SIZE];
	char member[40], party[40];	/* uids of the author; "" for none */
	char party_code[12];
	int slot;			/* of the party; -1 for none */
	uint64_t team;			/* slots of the signatories */
	struct act_tree *trees;		/* those looked at so far */
	size_t n_trees;
	struct words_debt words;	/* of records that parts were added to */
};

/*
 * Take the writer lock and begin. id: a uuid given beforehand (of a draft), or
 * NULL. The author is nobody (the program) until act_author. On failure nothing
 * is begun.
 */
bool act_begin(struct act *a, struct store *s, const char *id, struct err *err);

/* Whose act it is; a viewer at no case is nobody. */
void act_author(struct act *a, const struct viewer *v);

/* Sign the checkpoints and commit, or undo everything when that fails. */
bool act_commit(struct act *a, struct err *err);
void act_rollback(struct act *a);

/*
 * Add a record whose values are checked and as inside. It gets uid (unless
 * HEADER_ID is set) and ref; the derived header of *r and *e are filled.
 * case_id 0: a record of the store. parent: the record of a part, or NULL.
 */
bool act_add(struct act *a, struct record *r, int64_t case_id,
	const struct db_entry *parent, struct db_entry *e,
	char leaf[ACT_LEAF_SIZE], struct err *err);

/* Change r, which is what it is now, by the SET and CLEARED values of change;
 * *r becomes the new state. */
bool act_set(struct act *a, const char *verb, struct record *r,
	const struct record *change, struct db_entry *e,
	char leaf[ACT_LEAF_SIZE], struct err *err);

/* Begin a log, of the store or (rid) of a case. */
bool act_new_tree(struct act *a, int64_t case_id, struct err *err);

/* Append an entry on record e to one tree, and change nothing else: what is said
 * of a whole tree, such as a new epoch. */
bool act_note(struct act *a, int64_t tree, const char *verb,
	const struct record *change, const struct db_entry *e, int64_t base,
	struct err *err);

/* Is the value of this field in the log entry? What follows from the entry
 * itself (id, party, version, times, ...: replay_header) or from parts is not; nor is
 * the case, but
 * for parties and members, whose entries stand in the store's tree. */
bool act_logs(const struct kind *k, size_t index);

#endif
