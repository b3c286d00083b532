/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inside.h - the records of a case that are in given audiences, of all kinds that have
 * a share: they are found first, and written afterwards. */
#ifndef SRC_INSIDE_H
#define SRC_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* Begins as { 0 }. */
struct inside {
	int64_t *rids;		/* owned */
	size_t n, room;
};

/* Add those that are in one of n audiences (ids) of the case. Clear *in also after a
 * failure. */
bool inside_find(struct inside *in, struct db *db, int64_t case_id,
	const int64_t *audiences, size_t n, struct err *err);
void inside_clear(struct inside *in);

#endif
