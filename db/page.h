/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page.h - a window on a sorted list: one range scan on the index (case,
 * audience, key, rid) for each visible audience, merged (decisions.md D3). Its
 * cost is that of the window, never of the list. */
#ifndef DB_PAGE_H
#define DB_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/row.h"

enum { DB_PAGE_NEWEST = -1 };

/*
 * A list and its order. Records with a key come first, in either direction;
 * those of one key oldest first when ascending, newest first when descending
 * (that is how the index runs); then the records without a key, newest first.
 */
struct db_order {
	const struct db_table *table;
	int64_t case_id;
	const int64_t *audiences;	/* each of them once */
	size_t n_audiences;
	int sort;		/* index of a SORTED field, or DB_PAGE_NEWEST */
	bool descending;	/* without meaning for DB_PAGE_NEWEST */

	/* Records of the list, by rid ascending, that stand in an order by a field as
	 * though they had no key, whatever they have. */
	const int64_t *keyless;
	size_t n_keyless;
};

/* A place in the order. What it names need not be there (any more). */
struct db_place {
	int64_t rid;
	char *key;		/* owned; NULL: absent, or newest first */
};

/*
 * The records after (or before) a place, the nearest first, at most n. from
 * NULL: from the start (or the end). *found says how many were written to
 * places, whose keys the caller frees.
 */
bool db_page_after(struct db *db, const struct db_order *o,
	const struct db_place *from, size_t n, struct db_place *places,
	size_t *found, struct err *err);
bool db_page_before(struct db *db, const struct db_order *o,
	const struct db_place *from, size_t n, struct db_place *places,
	size_t *found, struct err *err);

/* Where a record stands now; the caller frees the key. NOT_FOUND if it is not
 * in the list. */
bool db_page_place(struct db *db, const struct db_order *o, int64_t rid,
	struct db_place *place, struct err *err);

/* How many records the list has: counted with each save, so a look-up for each
 * audience. */
bool db_page_total(struct db *db, const struct db_order *o, int64_t *total,
	struct err *err);

/* How many of them have this key in the order's field: counted in its index. */
bool db_page_count(struct db *db, const struct db_order *o, const char *key,
	int64_t *n, struct err *err);

#endif
