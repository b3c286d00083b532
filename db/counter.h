/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counter.h - running numbers of refs and parts by case and name, and the
 * tally of records that row.h keeps. */
#ifndef DB_COUNTER_H
#define DB_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* The next number of a name ("RO-L", "RO/", "RO-E5/chain") in a case, from
 * 1. */
bool db_counter_next(struct db *db, int64_t case_id, const char *name,
	int64_t *n, struct err *err);

/* Make sure that the next one is above n (replay). */
bool db_counter_reach(struct db *db, int64_t case_id, const char *name,
	int64_t n, struct err *err);

/* Move all names of a case on by step (restore, D4). */
bool db_counter_raise(struct db *db, int64_t case_id, int64_t step,
	struct err *err);

/*
 * One after another, for verify: *at is replaced by the first behind it in the
 * order of (case_id, name); a zeroed one begins. *found is false at the end.
 */
struct db_counter {
	int64_t case_id;
	char name[40];
	int64_t last;
};
bool db_counter_after(struct db *db, struct db_counter *at, bool *found,
	struct err *err);

/*
 * How many records, of any kind, part or hidden, an audience has in a case. As
 * above, in the order of (kind, case_id, audience_id); a zeroed one begins.
 * None has n 0.
 */
struct db_tally {
	int kind;
	int64_t case_id;
	int64_t audience_id;
	int64_t n;
};
bool db_tally_after(struct db *db, struct db_tally *at, bool *found,
	struct err *err);

#endif
