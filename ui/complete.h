/* SPDX-License-Identifier: GPL-3.0-or-later */
/* complete.h - what may come next in a filter that is being typed: names of fields,
 * codes, states, parties, people and other records. The words of a person's own
 * language lead to the codes, too. */
#ifndef UI_COMPLETE_H
#define UI_COMPLETE_H

#include <stdbool.h>
#include <stddef.h>

#include "src/desk.h"
#include "src/kind.h"
#include "ui/edit.h"

enum { COMPLETE_MOST = 40 };

struct complete {
	size_t from, to;	/* bytes of the text that an offer stands for */
	struct complete_offer {
		char *text;	/* "status:", "in_work", "RO/1" */
		char *words;	/* what it means: "in work", "Ana Pop"; or NULL */
	} *offers;
	size_t n;
	size_t taken;		/* index behind which Tab goes on; n: none yet */
};

/* What fits at byte at of a filter for a kind. Begins as { 0 }; may ask the desk, for
 * records that a field names. */
void complete_at(struct complete *c, struct desk *desk, const struct kind *kind,
	const char *text, size_t at);
void complete_clear(struct complete *c);

/* The names of fields that fit a text, which may begin with - ("-due"). */
void complete_field(struct complete *c, const struct kind *kind,
	const char *text);

/* Draw the offers in a line, the one that was taken first. */
void complete_draw(const struct complete *c, struct grid *g, struct area a);

/* Put the next offer (by 1, or -1) into the text in place of what it stands for, or
 * of the one before; false if there is none. */
bool complete_take(struct complete *c, struct edit *e, int by);

#endif
