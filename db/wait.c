/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wait.c - see wait.h. */
#include "db/wait.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/lot.h"

#include "base/banned.h"

/* --- Of one record ------------------------------------------------------ */

static int
by_number(int64_t x, int64_t y)
{
	return (x > y) - (x < y);
}

/* As the primary key has them. */
static int
in_table(const void *a, const void *b)
{
	const struct db_wait *x = a, *y = b;
	int order = by_number(x->rid, y->rid);

	if (!order)
		order = by_number(x->what, y->what);
	if (!order)
		order = strcmp(x->whom, y->whom);
	return order ? order : strcmp(x->member, y->member);
}

size_t
db_wait_sort(struct db_wait *waits, size_t n)
{
	size_t kept = 0;

	if (n)
		qsort(waits, n, sizeof(*waits), in_table);
	for (size_t i = 0; i < n; i++)
		if (!kept || in_table(&waits[kept - 1], &waits[i]) != 0)
			waits[kept++] = waits[i];
	return kept;
}

/* Columns: owner, rid, what, whom, member, asker, since. */
static bool
read_row(struct db_stmt *s, struct db_wait *w, struct err *err)
{
	w->owner = db_stmt_col_int(s, 0);
	w->rid = db_stmt_col_int(s, 1);
	w->what = (int)db_stmt_col_int(s, 2);
	w->since = db_stmt_col_int(s, 6);
	return db_stmt_copy(s, 3, w->whom, sizeof(w->whom), err) &&
		db_stmt_copy(s, 4, w->member, sizeof(w->member), err) &&
		db_stmt_copy(s, 5, w->asker, sizeof(w->asker), err);
}

static bool
same_row(struct db_stmt *s, const void *of, const void *row, bool *same,
	struct err *err)
{
	const int64_t *audience_id = of;
	const struct db_wait *w = row;
	struct db_wait is;

	if (!read_row(s, &is, err))
		return false;
	*same = in_table(&is, w) == 0 && is.since == w->since &&
		strcmp(is.asker, w->asker) == 0 &&
		db_stmt_col_int(s, 7) == *audience_id;
	return true;
}

static bool
add(struct db *db, const void *of, const void *row, struct err *err)
{
	const int64_t *audience_id = of;
	const struct db_wait *w = row;
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO wait VALUES(:owner, :rid, :what,"
			" :whom, :member, :asker, :since, :audience)", &s, err))
		return false;
	db_stmt_int(s, ":owner", w->owner);
	db_stmt_int(s, ":rid", w->rid);
	db_stmt_int(s, ":what", w->what);
	db_stmt_text(s, ":whom", w->whom);
	db_stmt_text(s, ":member", w->member);
	db_stmt_text(s, ":asker", w->asker);
	db_stmt_int(s, ":since", w->since);
	db_stmt_int(s, ":audience", *audience_id);
	return db_stmt_run(s, err);
}

static const struct db_lot_table table = {
	.select = "SELECT owner, rid, what, whom, member, asker, since,"
		" audience_id FROM wait WHERE owner = :owner"
		" ORDER BY rid, what, whom, member",
	.drop = "DELETE FROM wait WHERE owner = :owner",
	.same = same_row, .add = add, .size = sizeof(struct db_wait),
};

bool
db_wait_same(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_wait *waits, size_t n, bool *same, struct err *err)
{
	return db_lot_same(db, &(struct db_lot){ &table, owner, &audience_id,
		waits, n }, same, err);
}

bool
db_wait_put(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_wait *waits, size_t n, struct err *err)
{
	return db_lot_put(db, &(struct db_lot){ &table, owner, &audience_id,
		waits, n }, err);
}

/* --- Of all ------------------------------------------------------------- */

/* Each of the two ways to ask has its index. */
#define COLUMNS "owner, rid, what, whom, member, asker, since"
#define FOR_MEMBER " FROM wait WHERE audience_id = :audience AND whom = :whom" \
	" AND member = :who"
#define FOR_ASKER " FROM wait WHERE audience_id = :audience AND asker = :who" \
	" AND whom = :whom"
#define OLDEST " ORDER BY since, owner, rid, what, member LIMIT :limit"
#define NEWEST " ORDER BY since DESC, owner, rid, what, member LIMIT :limit"

static bool
get(struct db *db, const struct db_wait_query *q, int64_t audience_id,
	const char *of_member, const char *of_asker, struct db_stmt **s,
	struct err *err)
{
	if (!db_stmt_get(db, q->member ? of_member : of_asker, s, err))
		return false;
	db_stmt_int(*s, ":audience", audience_id);
	db_stmt_text(*s, ":whom", q->whom);
	db_stmt_text(*s, ":who", q->member ? q->member : q->asker);
	db_stmt_int(*s, ":limit", (int64_t)q->limit);
	return true;
}

struct list {
	struct db_wait *waits;
	size_t n, room;
};

/* All that a statement gives; it is done with then. */
static bool
read_rows(struct db_stmt *s, struct list *list, struct err *err)
{
	enum db_step step;
	bool ok = true;

	while (ok && (step = db_stmt_step(s, err)) != DB_END) {
		list->waits = xgrow(list->waits, list->n, &list->room,
			sizeof(*list->waits));
		ok = step == DB_ROW && read_row(s, &list->waits[list->n++], err);
	}
	db_stmt_done(s);
	return ok;
}

bool
db_wait_of(struct db *db, int64_t owner, struct db_wait **waits, size_t *n,
	struct err *err)
{
	struct list list = { 0 };
	struct db_stmt *s;

	if (!db_stmt_get(db, "SELECT " COLUMNS " FROM wait WHERE owner = :owner"
			" ORDER BY rid, what, whom, member", &s, err))
		return false;
	db_stmt_int(s, ":owner", owner);
	if (!read_rows(s, &list, err)) {
		free(list.waits);
		return false;
	}
	*waits = list.waits;
	*n = list.n;
	return true;
}

static bool
read_audience(struct db *db, const struct db_wait_query *q, int64_t audience_id,
	struct list *list, struct err *err)
{
	struct db_stmt *s;

	return get(db, q, audience_id, q->newest ?
		"SELECT " COLUMNS FOR_MEMBER NEWEST :
		"SELECT " COLUMNS FOR_MEMBER OLDEST,
		"SELECT " COLUMNS FOR_ASKER OLDEST, &s, err) &&
		read_rows(s, list, err);
}

static int
oldest_first(const void *a, const void *b)
{
	const struct db_wait *x = a, *y = b;
	int order = by_number(x->since, y->since);

	if (!order)
		order = by_number(x->owner, y->owner);
	return order ? order : in_table(a, b);
}

static int
newest_first(const void *a, const void *b)
{
	const struct db_wait *x = a, *y = b;

	return x->since != y->since ? by_number(y->since, x->since) :
		oldest_first(a, b);
}

bool
db_wait_find(struct db *db, const struct db_wait_query *q,
	struct db_wait **waits, size_t *n, struct err *err)
{
	struct list list = { 0 };

	for (size_t i = 0; i < q->n_audiences; i++)
		if (!read_audience(db, q, q->audiences[i], &list, err)) {
			free(list.waits);
			return false;
		}
	if (list.n)
		qsort(list.waits, list.n, sizeof(*list.waits), q->newest ?
			newest_first : oldest_first);
	*waits = list.waits;
	*n = list.n < q->limit ? list.n : q->limit;
	return true;
}

static bool
count_audience(struct db *db, const struct db_wait_query *q,
	int64_t audience_id, int64_t *n, int64_t *oldest, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!get(db, q, audience_id, "SELECT count(*), min(since) FROM"
	    " (SELECT since" FOR_MEMBER " ORDER BY since LIMIT :limit)",
	    "SELECT count(*), min(since) FROM (SELECT since" FOR_ASKER
	    " ORDER BY since LIMIT :limit)", &s, err))
		return false;
	step = db_stmt_step(s, err);
	if (step == DB_ROW && db_stmt_col_int(s, 0) > 0) {
		int64_t since = db_stmt_col_int(s, 1);

		*oldest = *n == 0 || since < *oldest ? since : *oldest;
		*n += db_stmt_col_int(s, 0);
	}
	db_stmt_done(s);
	return step != DB_FAILED;
}

bool
db_wait_count(struct db *db, const struct db_wait_query *q, int64_t *n,
	int64_t *oldest, struct err *err)
{
	int64_t all = 0, first = 0;

	for (size_t i = 0; i < q->n_audiences; i++)
		if (!count_audience(db, q, q->audiences[i], &all, &first, err))
			return false;
	*n = all;
	*oldest = first;
	return true;
}
