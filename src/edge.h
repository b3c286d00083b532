/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edge.h - what one record has to do with others, as far as a viewer sees: the
 * links on it, and the references that records and their parts hold in fields
 * (a payment's from and to, an asset's holder and owners, what a note is about). */
#ifndef SRC_EDGE_H
#define SRC_EDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/entry.h"
#include "src/kind.h"
#include "src/viewer.h"

struct edge {
	int64_t via;		/* rid of the link, or of the record or part whose
				 * field names the other */
	const struct kind *kind;	/* of via */
	size_t field;		/* of via; LINK_TYPE of a link */
	bool inverse;		/* read from the end that is named, or that is b */
	struct db_entry far;	/* the other end */
};

enum edge_scope {
	EDGE_LINKS,		/* links alone */
	EDGE_HELD,		/* what it names itself, alone */
	EDGE_ALL,
};

struct edges {
	struct edge *all;	/* owned: what it holds itself, then newest first */
	size_t n, room;
	int64_t total;		/* that there are, whatever was asked for */
};

/*
 * Those of the record near, which the viewer sees: at most so many. *out, which
 * begins as { 0 } or is used again, is filled anew; free all at the end. To be
 * called within one read transaction. Voided ones are left out.
 */
bool edge_find(struct store *s, const struct viewer *v,
	const struct db_entry *near, enum edge_scope scope, size_t most,
	struct edges *out, struct err *err);

/* Does the record name the far end of the i-th itself, by a field, a part or a link,
 * and did none before the i-th say so? */
bool edge_is_named(const struct edges *found, size_t i);

#endif
