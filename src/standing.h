/* SPDX-License-Identifier: GPL-3.0-or-later */
/* standing.h - how far a record has gone, in one word for a row of a list. */
#ifndef SRC_STANDING_H
#define SRC_STANDING_H

#include "db/entry.h"
#include "src/desk_list.h"
#include "src/record.h"
#include "src/viewer.h"

/* The audience of the row before: many rows in a row have one. Begins as { 0 }. */
struct standing_seen {
	int64_t audience_id;
	enum desk_standing is;
};

/* Of a record, as inside, that the viewer sees: what weighs most comes first. */
bool standing_of(struct store *s, const struct viewer *v,
	const struct db_entry *e, const struct record *r,
	struct standing_seen *seen, enum desk_standing *is, struct err *err);

#endif
