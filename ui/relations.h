/* SPDX-License-Identifier: GPL-3.0-or-later */
/* relations.h - what lies around a record as a tree: asked for node by node as it is
 * opened, so that it may be of any size. Knows nothing of drawing. */
#ifndef UI_RELATIONS_H
#define UI_RELATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk.h"

enum { RELATIONS_CHILDREN = 200 };	/* of one node that are told */

struct relation {
	struct relation *parent;	/* NULL: the record that it begins at */
	struct relation **children;
	size_t n;
	char *ref, *kind, *title;	/* title may be NULL */
	char *words;		/* how it is related to its parent */
	char *terms;		/* amount, date, share; "" */
	char *via;		/* ref of the link, or of what holds the field */
	int depth;
	bool loaded, open;
	bool again;		/* it is above already: a cycle ends here */
	int64_t hidden;		/* children that are not told, for they are many */
};

struct relations {
	struct desk *desk;
	struct relation *root;
};

/* Begin at a record, and open it. */
bool relations_begin(struct relations *t, struct desk *desk, const char *ref,
	struct err *err);

/* Open a node, asking for what lies around it if that is not known; close it. */
bool relations_open(struct relations *t, struct relation *node,
	struct err *err);
void relations_close(struct relation *node);

/* Read all again that was opened, as far as it is still there. */
bool relations_refresh(struct relations *t, struct err *err);

void relations_free(struct relations *t);

#endif
