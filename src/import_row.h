/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_row.h - what becomes of one row of a table: a new record, a change of
 * one that is there, nothing, or a reason why not. */
#ifndef SRC_IMPORT_ROW_H
#define SRC_IMPORT_ROW_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/act.h"
#include "src/batch.h"
#include "src/hit.h"
#include "src/import_run.h"
#include "src/mapping.h"
#include "src/session.h"
#include "src/trial.h"

/* What the rows of one import have in common. */
struct import_rows {
	struct session *session;
	const struct mapping *mapping;
	struct act *act;	/* of the batch; NULL: nothing is written */
	void *seen;		/* of a dry run: tsearch tree of what would be there */
	struct trial trial;	/* likewise: what it tells */
	struct hit_list hits;	/* on what was written */
};

void import_rows_clear(struct import_rows *all);

/* Why a row was refused. */
struct import_refusal {
	struct strbuf column;	/* name in the file, or of the field; may be "" */
	struct strbuf reason;	/* all that is wrong */
};

#define IMPORT_REFUSAL_INIT { .column = STRBUF_INIT, .reason = STRBUF_INIT }

void import_refusal_clear(struct import_refusal *why);

/*
 * Do what a row says. *verdict is the count that it adds to; for REJECTED, of
 * which nothing was written, why is filled (appended to). False only when the
 * import cannot go on: the store failed, the role lacks a right.
 */
bool import_row_take(struct import_rows *all, const struct batch *b,
	const struct batch_row *row, enum import_count *verdict,
	struct import_refusal *why, struct err *err);

#endif
