/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_custody.h - of the door (desk.h): chains of custody, and the hand-overs that
 * somebody has yet to confirm. */
#ifndef SRC_DESK_CUSTODY_H
#define SRC_DESK_CUSTODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;

/*
 * A step of a chain of custody, and what follows of it (custody.h): does it
 * count, which confirmations do, what is missing.
 */
struct desk_step {
	char *exhibit, *title;	/* its ref and description */
	struct record record;	/* the step, as at the door */
	char *standing;		/* counts, unconfirmed, unfounded, corrected,
				 * retracted */
	char *corrected_by;	/* ref of a step, or NULL */
	struct desk_sign {
		struct record record;	/* the confirmation */
	} *signs;		/* that count, at most one of each side */
	size_t n_signs;
	/* Of an unconfirmed hand-over: */
	bool lacks_giver, lacks_receiver;
	bool giver_gone, receiver_gone;	/* it lacks, and nobody works here any more
				 * for the party that would confirm it */
	bool waits;		/* for the viewer's party */
	int64_t days;		/* since when */
	struct desk_gap {
		char *code;	/* holder, seal, time, over */
		char *text;	/* a sentence */
	} *gaps;
	size_t n_gaps;
};

/* The hand-overs that are not confirmed, of every exhibit that the viewer sees;
 * the longest waiting first. */
struct desk_custody {
	struct desk_step *steps;
	size_t n;
};
bool desk_custody(struct desk *desk, struct desk_custody *custody,
	struct err *err);

#endif
