/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filters.h - the filters that a person keeps under names for the lists of a kind, in
 * the order in which they were kept. They are the person's own (decisions.md D5):
 * one text under list:KIND:filters, a line each, so that they are kept whole. */
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

/* Those of a kind; what cannot be read is as if it were not kept. */
void filters_recall(struct filters *f, const struct kind *kind,
	struct desk *desk);
bool filters_keep(const struct filters *f, const struct kind *kind,
	struct desk *desk, struct err *err);
void filters_clear(struct filters *f);

/* Put one in, in place of another of its name; INVALID: it has no name, or a long
 * one; RULE: there are too many. */
bool filters_put(struct filters *f, const char *name, const char *filter,
	const char *sort, const char *group, struct err *err);

/* By name; f->n if there is none. Take one out. */
size_t filters_find(const struct filters *f, const char *name);
void filters_drop(struct filters *f, size_t at);

#endif
