/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_run.h - hidden kind: one import, so that a killed one resumes and a
 * second run of the same file is noticed (decisions.md D18). */
#ifndef SRC_IMPORT_RUN_H
#define SRC_IMPORT_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/row.h"
#include "src/kind.h"
#include "src/record.h"

enum import_run_field {
	IMPORT_RUN_DIGEST = HEADER_N,	/* of mapping_digest */
	IMPORT_RUN_FILE,		/* its name */
	IMPORT_RUN_INTO,		/* kind */
	IMPORT_RUN_READ,		/* rows done, and what came of them */
	IMPORT_RUN_ADDED,
	IMPORT_RUN_UPDATED,
	IMPORT_RUN_UNCHANGED,
	IMPORT_RUN_REJECTED,
	IMPORT_RUN_STATE,		/* running, done */
};

extern const struct kind import_kind;

struct act;
struct session;

/* Counts in the order of their fields. */
enum import_count {
	IMPORT_READ, IMPORT_ADDED, IMPORT_UPDATED, IMPORT_UNCHANGED,
	IMPORT_REJECTED, IMPORT_COUNTS
};

/*
 * A run as it goes on. Each act of an import notes in it how far it came. It is
 * also noted whenever a good row follows refused ones: so of the rows between
 * two entries of its log the refused ones are the last, and a run that was cut
 * short knows which they were, whatever has changed in the store since.
 */
struct import_run {
	const char *digest, *file, *into;	/* lent */
	int64_t counts[IMPORT_COUNTS];
	struct db_entry entry;	/* rid 0: not in the store yet */
	struct record record;	/* as it is there */
	struct {
		int64_t rid, version;
	} newest;		/* run of this digest: nobody else may go on */
	struct import_stretch {
		int64_t read, rejected;
	} *stretches;		/* of the log, when this run goes on */
	size_t n_stretches, room;
	size_t at;		/* where import_run_refused stands */
	int64_t noted;		/* counts[IMPORT_READ] at the last note */
};

/*
 * Look for a run of the viewer's party with this digest. One that was cut short
 * goes on: counts are filled. One that is done is refused (RULE) unless again.
 * The texts stay the caller's. Clear the run only after success.
 */
bool import_run_open(struct import_run *run, struct session *s, bool again,
	struct err *err);
void import_run_clear(struct import_run *run);

/* Was this row, of those done before the run was cut short, refused? To be asked
 * of each, in order. */
bool import_run_refused(struct import_run *run, int64_t row);

/* Under the writer lock: STALE if another process has gone on with it. */
bool import_run_current(const struct import_run *run, struct session *s,
	struct err *err);

/* Write counts and state as part of an act. */
bool import_run_note(struct import_run *run, struct act *a, int64_t case_id,
	bool done, struct err *err);

#endif
