/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trial.h - what an import that only tries tells of its rows: the first that it would
 * make and the first that it would refuse, as sentences. All that are refused stand
 * in the file of rejects besides. */
#ifndef SRC_TRIAL_H
#define SRC_TRIAL_H

#include <stddef.h>

#include "src/intake.h"

enum { TRIAL_MADE = 10, TRIAL_REFUSED = 10 };

struct trial {
	char *lines[TRIAL_MADE + TRIAL_REFUSED];	/* owned; in order of the rows */
	size_t n, made, refused;
};

/* A row of the file at this line became what the intake holds. */
void trial_made(struct trial *t, long line, const struct intake *in);

/* It is refused, for this reason. */
void trial_refused(struct trial *t, long line, const char *reason);

void trial_clear(struct trial *t);

#endif
