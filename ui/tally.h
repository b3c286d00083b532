/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally.h - how many records match, and the first of them: asked in steps, so that
 * a person can go on meanwhile. */
#ifndef UI_TALLY_H
#define UI_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "src/desk.h"
#include "src/kind.h"

struct tally {
	const struct kind *kind;
	const char *filter, *sort;	/* constant texts, or NULL */
	int64_t rows;			/* of the first ones that are wanted */
	struct desk_page page;		/* the answer, perhaps an earlier one */
	bool off;			/* not asked at all */
	bool known;			/* page is an answer */
	bool done;			/* and a whole one */
	bool open;
	int64_t handle;
};

/* One step of 10 ms at most; false once it is done, or cannot be asked. */
bool tally_step(struct tally *t, struct desk *desk);

/* Ask again; the answer of before stays until then. */
void tally_again(struct tally *t, struct desk *desk);

void tally_free(struct tally *t, struct desk *desk);

#endif
