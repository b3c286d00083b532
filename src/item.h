/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item.h - one record with its parts, as a viewer gets it. */
#ifndef SRC_ITEM_H
#define SRC_ITEM_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/viewer.h"

/* Fill an item, which is { 0 }, with a record that the viewer sees. On failure
 * it may be half filled: clear it. To be called within one read transaction. */
bool item_fill(struct store *s, const struct viewer *v,
	const struct db_entry *e, struct desk_item *item, struct err *err);

/* Append to an item those of its parts that are of a kind, oldest first. */
bool item_add_parts(struct store *s, const struct viewer *v,
	const struct kind *k, int64_t parent, struct desk_item *item,
	struct err *err);

/* Is the i-th part what holds now: neither retracted nor corrected by a later
 * one? */
bool item_part_stands(const struct desk_item *item, size_t i);

#endif
