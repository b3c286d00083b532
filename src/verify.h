/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify.h - a whole store held against its change log: the file itself, every
 * tree, every value, every column of every table, the search index. */
#ifndef SRC_VERIFY_H
#define SRC_VERIFY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "db/db.h"

struct verify;

/*
 * Begin on a store, of which one moment is looked at: db, opened with
 * DB_MAINTENANCE, is lent, and is in a read transaction until the end. is_signed:
 * its host key is at hand, so that no log may be without a checkpoint.
 */
bool verify_new(struct verify **v, struct db *db, bool is_signed,
	struct err *err);
void verify_free(struct verify *v);	/* NULL is fine */

/* Before the first step: all is looked at, but what is told is of this case alone. */
void verify_tell(struct verify *v, int64_t case_id);

/*
 * Go on until clock_ticks() is until, or the end. CHECK is a finding, the first
 * thing that does not hold: "entry HEX8: what" or "table T: what".
 */
bool verify_step(struct verify *v, int64_t until, bool *done, struct err *err);

/* How far it is: of unit ("entries", "records"); of what is told of one case alone, in
 * "percent" of the whole, whose size says how much there is of others. */
void verify_progress(const struct verify *v, int64_t *done, int64_t *total,
	const char **unit);

/* At the end: append "N entries ROOT", of the store or of the case that is told. */
void verify_sum(const struct verify *v, struct strbuf *out);

/* All at once; what verify_sum says is appended to sum. */
bool verify_all(struct db *db, bool is_signed, struct strbuf *sum,
	struct err *err);

#endif
