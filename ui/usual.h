/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usual.h - which fields a form of a kind shows at once and which behind a line that
 * opens, and which texts are worth offering again: one table. All fields can be
 * reached. */
#ifndef UI_USUAL_H
#define UI_USUAL_H

#include <stdbool.h>
#include <stddef.h>

#include "src/kind.h"

enum usual_group {
	USUAL_FIRST,		/* required, usual, or with a value already */
	USUAL_MORE,		/* the kind's other fields */
	USUAL_HEADER,		/* what every record has */
	USUAL_N
};

/*
 * The place of a field in the form of its kind: its group, and a number by which
 * those of one group are put in order. filled: it has a value.
 */
struct usual_place {
	enum usual_group group;
	size_t order;
};
struct usual_place usual_place(const struct kind *k, size_t index, bool filled);

/* Is it typed the same again and again, and about no person: a channel, a court, a
 * store room? */
bool usual_is_repeated(const struct kind *k, size_t index);

#endif
