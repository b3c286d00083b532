/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counter.h - running numbers of refs and parts, by case, party and letter. */
#ifndef DB_COUNTER_H
#define DB_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* The next number of a name ("RO-L", "RO/", "RO-E5/chain") in a case, from 1. */
bool db_counter_next(struct db *db, int64_t case_id, const char *name,
	int64_t *n, struct err *err);

/* Make sure that the next one is above n (replay), and all of a case + step (restore, D4). */
bool db_counter_reach(struct db *db, int64_t case_id, const char *name,
	int64_t n, struct err *err);
bool db_counter_raise(struct db *db, int64_t case_id, int64_t step, struct err *err);

/* One after another, for verify, in the order of (case_id, name). */
struct db_counter {
	int64_t case_id;
	char name[40];
	int64_t last;
};
bool db_counter_after(struct db *db, struct db_counter *at, bool *found, struct err *err);

#endif
