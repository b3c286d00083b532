/* SPDX-License-Identifier: GPL-3.0-or-later */
/* act.h - one act of a member: one transaction that writes rows, search index, audience
 * and change log together or not at all (invariant I1, decisions.md D2). */
#ifndef SRC_ACT_H
#define SRC_ACT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/log.h"
#include "src/record.h"
#include "src/viewer.h"

struct act {
	struct store *store;
	const struct viewer *viewer;	/* NULL: the program itself (init, restore) */
	char id[40];
	int64_t at;			/* ms UTC */
	char zone[64];
	struct db_tree trees[2];	/* the store's, and one case's */
	bool have[2], dirty[2];
	int64_t case_id;		/* of trees[1] */
	char member[40], party[40];	/* uids of the author; "" for none */
};

/* Take the writer lock and begin. id: a uuid given beforehand (of a draft), or NULL. */
bool act_begin(struct act *a, struct store *s, const struct viewer *v,
	const char *id, struct err *err);

/* Sign the checkpoints and commit; or give it all up. One of them ends the act. */
bool act_commit(struct act *a, struct err *err);
void act_rollback(struct act *a);

/*
 * Add a record: values checked, canonical, as inside. Gives it uid (unless HEADER_ID is set) and ref;
 * fills r's derived header and e. case_id 0: a record of the store. parent: rid or 0.
 */
bool act_add(struct act *a, struct record *r, int64_t case_id, int64_t parent,
	struct db_entry *e, char leaf[9], struct err *err);

/*
 * Change a record: old is what it is, change has SET and CLEARED values. r becomes the new state.
 */
bool act_set(struct act *a, const char *verb, struct record *r,
	const struct record *change, struct db_entry *e, char leaf[9],
	struct err *err);

/* The log of a new case. */
bool act_new_tree(struct act *a, int64_t case_id, struct err *err);

#endif
