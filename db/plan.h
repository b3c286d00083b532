/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan.h - the statements about one kind's table, composed from its field table
 * and kept: the one place where SQL is put together. */
#ifndef DB_PLAN_H
#define DB_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "db/row.h"

enum db_plan_shape {
	DB_PLAN_INSERT,
	DB_PLAN_UPDATE,
	DB_PLAN_GET,		/* these give rows: rid, case, audience, ... */
	DB_PLAN_SCAN,
	DB_PLAN_FIND_TEXT,
	DB_PLAN_FIND_SORTED,
	DB_PLAN_PARTS,
	DB_PLAN_ALL,
	DB_PLAN_SHAPES
};

enum { DB_PLAN_FIELDS_MAX = 128 };

/* Which statement is meant. Compared as bytes: begin with one that is
 * zeroed. */
struct db_plan_key {
	const struct db_table *table;
	uint64_t shape;
	uint64_t field;			/* of DB_PLAN_FIND_*; else 0 */
	uint64_t wanted[DB_PLAN_FIELDS_MAX / 64];	/* a bit a field */
};

struct db_plan {
	struct db_plan_key key;
	char *sql;
	int16_t *text_at;	/* by field: its column in a row, or -1 */
	int16_t *key_at;	/* the column of its sort key, or -1 */
};

/* Those of one connection. */
struct db_plans {
	struct db_plan **all;
	size_t n, room;
	size_t cursors;		/* open ones, which hold a plan */
};

/* The plan of a statement; wanted as in row.h, field for DB_PLAN_FIND_*. It is
 * borrowed until the next call; an open cursor, counted, may keep it. */
const struct db_plan *db_plan_get(struct db_plans *plans,
	const struct db_table *t, enum db_plan_shape shape, size_t field,
	const bool *wanted);

void db_plans_clear(struct db_plans *plans);

/* Has the field a column, and one for its sort key? */
bool db_plan_is_column(const struct field *f);
bool db_plan_is_sorted(const struct field *f);

/* Append a name as SQL takes any name: in double quotes. Names come from
 * constant tables. */
void db_plan_name(struct strbuf *out, const char *name, const char *tail);

#endif
