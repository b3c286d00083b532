/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handling_code.h - what each handling code does: one table that the rules, help and
 * the manual read (Europol handling codes; Regulation (EU) 2016/794, art. 19(2)).
 * A constant table, like the kinds. */
#ifndef SRC_HANDLING_CODE_H
#define SRC_HANDLING_CODE_H

#include <stdbool.h>

#include "src/record.h"

enum handling_effect {
	HANDLING_NO_COURT = 1 << 0,	/* in nothing for a court, nor that leaves */
	HANDLING_NO_ONWARD = 1 << 1,	/* to nobody who has not got it */
	HANDLING_KEPT = 1 << 2,		/* its party's own when it is entered */
	HANDLING_ASKS = 1 << 3,		/* its text is shown, and accepted, first */
};

struct handling_code {
	const char *code;
	unsigned effects;	/* enum handling_effect */
	const char *words;	/* N_(): a sentence on what it does */
};

/* In the order of the codes, ended by a code of NULL. */
extern const struct handling_code handling_codes[];

/* Has the record, of any kind, a code with this effect: the first such, or NULL. */
const char *handling_code(const struct record *r, enum handling_effect effect);

#endif
