/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filters.h - the filters that a person keeps under names for the lists of a kind.
 * They are the person's own (decisions.md D5): filter:KIND:NAME is a text of the
 * filter, the order and the grouping, with tabs between. */
#ifndef UI_FILTERS_H
#define UI_FILTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/kind.h"

struct desk;

enum { FILTERS_MOST = 20, FILTERS_NAME = 60 };

struct filters {
	struct filters_row {
		char *name, *filter, *sort, *group;	/* "" for none; owned */
	} rows[FILTERS_MOST];
	size_t n;
};

/* Those of a kind, by the alphabet; what cannot be read is as if it were not kept. */
void filters_recall(struct filters *f, const struct kind *kind,
	struct desk *desk);
void filters_clear(struct filters *f);

/* Keep one, in place of another of its name; recall them after it. INVALID: it has no
 * name, or a long one; RULE: there are too many. */
bool filters_keep(const struct filters *f, const struct kind *kind,
	struct desk *desk, const struct filters_row *row, struct err *err);

/* Keep it no more. */
bool filters_forget(const struct kind *kind, struct desk *desk,
	const char *name, struct err *err);

/* By name; f->n if there is none. */
size_t filters_find(const struct filters *f, const char *name);

#endif
