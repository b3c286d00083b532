/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.h - interned audiences: who may see what, said once for many
 * records (decisions.md D3). */
#ifndef DB_AUDIENCE_H
#define DB_AUDIENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* A rule's word stands in the store; what it means is src/'s. The audience 0,
 * "none", is there from the beginning: nobody is in it. */
struct db_audience {
	int64_t id;
	int64_t case_id;
	char rule[8];		/* "case", "team", "own", "named", "cut" */
	uint64_t mask;		/* party slots that see it */
	char member[40];	/* "named": uid of the one member; else "" */
	bool voided;		/* of records that were retracted (D9) */
};

/* Fill in the id of this audience, which is made if it is new. */
bool db_audience_intern(struct db *db, struct db_audience *a, struct err *err);

/* NOT_FOUND. */
bool db_audience_get(struct db *db, int64_t id, struct db_audience *a,
	struct err *err);

/*
 * Those of a case that a party's slot (0..63) is in, and that name no other
 * member, of records that stand or of those retracted: *ids is an array of *n in
 * ascending order, which the caller frees; NULL for none.
 */
bool db_audience_visible(struct db *db, int64_t case_id, int slot,
	const char *member, bool voided, int64_t **ids, size_t *n,
	struct err *err);

/* One after another, for verify: the first with an id above; *found is false at
 * the end. */
bool db_audience_next(struct db *db, int64_t above, struct db_audience *a,
	bool *found, struct err *err);

#endif
