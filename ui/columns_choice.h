/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns_choice.h - the columns that a person chose for the lists of a kind, in
 * their order, and how much wider than they come out by themselves. Kept as a text
 * ("ref title due:4") under list:KIND:columns. */
#ifndef UI_COLUMNS_CHOICE_H
#define UI_COLUMNS_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "src/kind.h"

struct desk;

enum { COLUMNS_MAX = 24, COLUMNS_WIDEST = 60 };

struct columns_choice {
	struct columns_chosen {
		size_t index;	/* of the field */
		int wider;	/* columns more (or less) than by itself */
	} field[COLUMNS_MAX];
	size_t n;		/* 0: nothing was chosen */
};

/* Can the field be a column at all? */
bool columns_can_show(const struct kind *kind, size_t index);

/* Read a text; names of no field (any more) are left out. Append it as a text. */
void columns_choice_read(struct columns_choice *c, const struct kind *kind,
	const char *text);
void columns_choice_write(const struct columns_choice *c,
	const struct kind *kind, struct strbuf *out);

/* Where a field stands; c->n if it is not shown. */
size_t columns_choice_find(const struct columns_choice *c, size_t index);

/* What the person keeps for the kind, empty if nothing; keep it. */
void columns_choice_recall(struct columns_choice *c, const struct kind *kind,
	struct desk *desk);
bool columns_choice_keep(const struct columns_choice *c,
	const struct kind *kind, struct desk *desk, struct err *err);

#endif
