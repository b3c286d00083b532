/* SPDX-License-Identifier: GPL-3.0-or-later */
/* due.c - see due.h. */
#include "db/due.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/lot.h"

#include "base/banned.h"

/* Keys are ASCII digits and letters. */
#define AFTER_ALL "~"

/* --- Of one record ------------------------------------------------------ */

static bool
same_row(struct db_stmt *s, const void *of, const void *row, bool *same,
	struct err *err)
{
	const int64_t *audience_id = of;
	const struct db_due *due = row;
	char at[DATE_KEY_SIZE], whose[sizeof(due->whose)];

	if (!db_stmt_copy(s, 4, at, sizeof(at), err) ||
	    !db_stmt_copy(s, 5, whose, sizeof(whose), err))
		return false;
	*same = db_stmt_col_int(s, 0) == due->rid &&
		db_stmt_col_int(s, 1) == due->field &&
		db_stmt_col_int(s, 2) == *audience_id &&
		db_stmt_col_int(s, 3) == due->what && !strcmp(at, due->at) &&
		!strcmp(whose, due->whose);
	return true;
}

static bool
add(struct db *db, const void *of, const void *row, struct err *err)
{
	const int64_t *audience_id = of;
	const struct db_due *due = row;
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO due VALUES(:owner, :rid, :field,"
			" :audience, :what, :whose, :at)", &s, err))
		return false;
	db_stmt_int(s, ":owner", due->owner);
	db_stmt_int(s, ":rid", due->rid);
	db_stmt_int(s, ":field", due->field);
	db_stmt_int(s, ":audience", *audience_id);
	db_stmt_int(s, ":what", due->what);
	db_stmt_text(s, ":whose", due->whose);
	db_stmt_text(s, ":at", due->at);
	return db_stmt_run(s, err);
}

static const struct db_lot_table table = {
	.select = "SELECT rid, field, audience_id, what, at, whose FROM due"
		" WHERE owner = :owner ORDER BY rid, field",
	.drop = "DELETE FROM due WHERE owner = :owner",
	.same = same_row, .add = add, .size = sizeof(struct db_due),
};

bool
db_due_same(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_due *dues, size_t n, bool *same, struct err *err)
{
	return db_lot_same(db, &(struct db_lot){ &table, owner, &audience_id,
		dues, n }, same, err);
}

bool
db_due_put(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_due *dues, size_t n, struct err *err)
{
	return db_lot_put(db, &(struct db_lot){ &table, owner, &audience_id,
		dues, n }, err);
}

/* --- Of all ------------------------------------------------------------- */

struct list {
	struct db_due *dues;
	size_t n, room;
};

static bool
read_row(struct db_stmt *s, struct list *list, struct err *err)
{
	list->dues = xgrow(list->dues, list->n, &list->room,
		sizeof(*list->dues));
	struct db_due *due = &list->dues[list->n];

	due->owner = db_stmt_col_int(s, 0);
	due->rid = db_stmt_col_int(s, 1);
	due->field = (int)db_stmt_col_int(s, 2);
	due->what = (int)db_stmt_col_int(s, 3);
	if (!db_stmt_copy(s, 4, due->at, sizeof(due->at), err) ||
	    !db_stmt_copy(s, 5, due->whose, sizeof(due->whose), err))
		return false;
	list->n++;
	return true;
}

#define FOUND "SELECT owner, rid, field, what, at, whose FROM due" \
	" WHERE audience_id = :audience"
#define BETWEEN " AND what < 2 AND at >= :from AND at < :until AND (what = 0" \
	" OR at >= :passes_from OR at = substr(:within, 1, length(at)))" \
	" ORDER BY at, owner, rid, field LIMIT :limit"

/* whose NULL: whosever they are. */
static bool
read_audience(struct db *db, const struct db_due_query *q, int64_t audience_id,
	const char *whose, struct list *list, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok = true;

	if (!db_stmt_get(db, whose ? FOUND " AND whose = :whose" BETWEEN :
	    FOUND BETWEEN, &s, err))
		return false;
	db_stmt_int(s, ":audience", audience_id);
	if (whose)
		db_stmt_text(s, ":whose", whose);
	db_stmt_text(s, ":from", q->from);
	db_stmt_text(s, ":until", q->until ? q->until : AFTER_ALL);
	db_stmt_text(s, ":passes_from", q->passes_from);
	db_stmt_text(s, ":within", q->passes_within);
	db_stmt_int(s, ":limit", (int64_t)q->limit);
	while (ok && (step = db_stmt_step(s, err)) != DB_END)
		ok = step == DB_ROW && read_row(s, list, err);
	db_stmt_done(s);
	return ok;
}

static int
by_number(int64_t x, int64_t y)
{
	return (x > y) - (x < y);
}

static int
compare(const void *a, const void *b)
{
	const struct db_due *x = a, *y = b;
	int order = strcmp(x->at, y->at);

	if (!order)
		order = by_number(x->owner, y->owner);
	if (!order)
		order = by_number(x->rid, y->rid);
	return order ? order : by_number(x->field, y->field);
}

bool
db_due_find(struct db *db, const struct db_due_query *q, struct db_due **dues,
	size_t *n, struct err *err)
{
	struct list list = { 0 };

	for (size_t i = 0; i < q->n_audiences; i++)
		if (!read_audience(db, q, q->audiences[i], q->whose, &list, err) ||
		    (q->whose && *q->whose &&
		     !read_audience(db, q, q->audiences[i], "", &list, err))) {
			free(list.dues);
			return false;
		}
	if (list.n)
		qsort(list.dues, list.n, sizeof(*list.dues), compare);
	*dues = list.dues;
	*n = list.n < q->limit ? list.n : q->limit;
	return true;
}

/* --- From a place on ---------------------------------------------------- */

#define FROM_PLACE(sign, order) \
	"SELECT owner, rid, field, what, at, whose FROM due" \
	" WHERE audience_id = :audience" \
	" AND (at, owner, rid, field) " sign " (:at, :owner, :rid, :field)" \
	" ORDER BY at " order ", owner " order ", rid " order ", field " order \
	" LIMIT :limit"

static bool
read_from(struct db *db, int64_t audience_id, const struct db_due_place *place,
	bool backward, size_t limit, struct list *list, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok = true;

	if (!db_stmt_get(db, backward ? FROM_PLACE("<", "DESC") :
	    FROM_PLACE(">", "ASC"), &s, err))
		return false;
	db_stmt_int(s, ":audience", audience_id);
	db_stmt_text(s, ":at", place->at);
	db_stmt_int(s, ":owner", place->owner);
	db_stmt_int(s, ":rid", place->rid);
	db_stmt_int(s, ":field", place->field);
	db_stmt_int(s, ":limit", (int64_t)limit);
	while (ok && (step = db_stmt_step(s, err)) != DB_END)
		ok = step == DB_ROW && read_row(s, list, err);
	db_stmt_done(s);
	return ok;
}

static int
compare_back(const void *a, const void *b)
{
	return compare(b, a);
}

bool
db_due_from(struct db *db, const int64_t *audiences, size_t n_audiences,
	const struct db_due_place *place, bool backward, size_t limit,
	struct db_due **dues, size_t *n, struct err *err)
{
	struct list list = { 0 };

	for (size_t i = 0; i < n_audiences; i++)
		if (!read_from(db, audiences[i], place, backward, limit, &list,
		    err)) {
			free(list.dues);
			return false;
		}
	if (list.n)
		qsort(list.dues, list.n, sizeof(*list.dues),
			backward ? compare_back : compare);
	*dues = list.dues;
	*n = list.n < limit ? list.n : limit;
	return true;
}

bool
db_due_of(struct db *db, int64_t owner, struct db_due **dues, size_t *n,
	struct err *err)
{
	struct list list = { 0 };
	struct db_stmt *s;
	enum db_step step;
	bool ok = true;

	if (!db_stmt_get(db, "SELECT owner, rid, field, what, at, whose FROM due"
			" WHERE owner = :owner ORDER BY rid, field", &s, err))
		return false;
	db_stmt_int(s, ":owner", owner);
	while (ok && (step = db_stmt_step(s, err)) != DB_END)
		ok = step == DB_ROW && read_row(s, &list, err);
	db_stmt_done(s);
	if (!ok) {
		free(list.dues);
		return false;
	}
	*dues = list.dues;
	*n = list.n;
	return true;
}
