/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storediff.h - two stores that should say the same, whatever their row numbers
 * are: table by table, records by uid. */
#ifndef SRC_STOREDIFF_H
#define SRC_STOREDIFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

struct storediff {
	struct db *is;		/* both lent */
	struct db *should;	/* what the log makes */
	int64_t rid;		/* the record that it is at */
	int64_t records;	/* compared so far */
	bool rest;		/* the other tables are left */
};

/* Compare one record, or all other tables. The log is not compared. CHECK: the
 * first difference, "table T: what". */
bool storediff_step(struct storediff *d, bool *done, struct err *err);

#endif
