/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page.c - see page.h. */
#include "db/page.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/sorted.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

/*
 * A way through the list has up to three legs: the rest of the records with the
 * key of the place that it starts from; those with keys beyond; those without a
 * key. Each is one range of the index. (One condition for the first two,
 * (key, rid) > (:key, :rid), would walk over all records of the first key, for
 * SQLite bounds the range by the key alone.)
 */
enum range {
	SAME_KEY,	/* as the bound, rid beyond it */
	BEYOND_KEY,
	ANY_KEY,
	NO_KEY,		/* rid beyond the bound */
	NEWEST,		/* whatever the key */
};

struct leg {
	enum range range;
	bool down;		/* towards smaller keys and rids */
	const char *key;	/* the bound, or NULL */
	int64_t rid;		/* the bound */
};

/* The nearest records found so far; those from first on are of this leg. */
struct window {
	struct db_place *places;
	size_t room, found, first;
};

static const char *
key_name(const struct db_order *o)
{
	return o->table->fields[o->sort]->name;
}

static void
put_range(struct strbuf *sql, const struct db_order *o, const struct leg *leg)
{
	static const char *const conditions[] = {
		[SAME_KEY] = " = :key AND rid", [BEYOND_KEY] = "",
		[ANY_KEY] = " IS NOT NULL", [NO_KEY] = " IS NULL AND rid",
		[NEWEST] = "rid",
	};

	if (leg->range != NEWEST)
		db_plan_name(sql, key_name(o), "_s");
	strbuf_puts(sql, conditions[leg->range]);
	if (leg->range == ANY_KEY)
		return;
	strbuf_puts(sql, leg->down ? " < " : " > ");
	strbuf_puts(sql, leg->range == BEYOND_KEY ? ":key" : ":rid");
}

static void
put_order(struct strbuf *sql, const struct db_order *o, const struct leg *leg)
{
	strbuf_puts(sql, " ORDER BY ");
	if (leg->range == BEYOND_KEY || leg->range == ANY_KEY) {
		db_plan_name(sql, key_name(o), "_s");
		strbuf_puts(sql, leg->down ? " DESC, " : ", ");
	}
	strbuf_puts(sql, leg->down ? "rid DESC" : "rid");
}

/* The statement of a leg, all but :audience bound. */
static struct db_stmt *
leg_stmt(struct db *db, const struct db_order *o, const struct leg *leg,
	struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct db_stmt *s;
	bool ok;

	strbuf_puts(&sql, "SELECT rid, ");
	if (leg->range == NEWEST)
		strbuf_puts(&sql, "NULL");
	else
		db_plan_name(&sql, key_name(o), "_s");
	strbuf_puts(&sql, " FROM ");
	db_plan_name(&sql, o->table->name, "");
	strbuf_puts(&sql, " WHERE case_id = :case AND audience_id = :audience"
		" AND ");
	put_range(&sql, o, leg);
	put_order(&sql, o, leg);
	ok = db_stmt_get(db, sql.text, &s, err);
	strbuf_clear(&sql);
	if (!ok)
		return NULL;
	db_stmt_int(s, ":case", o->case_id);
	if (leg->range == SAME_KEY || leg->range == BEYOND_KEY)
		db_stmt_text(s, ":key", leg->key);
	if (leg->range != BEYOND_KEY && leg->range != ANY_KEY)
		db_stmt_int(s, ":rid", leg->rid);
	return s;
}

/* Does a place come before another on this leg? */
static bool
is_before(const struct leg *leg, const struct db_place *p,
	const struct db_place *q)
{
	int order = p->key && q->key ? strcmp(p->key, q->key) : 0;

	if (order == 0)
		order = (p->rid > q->rid) - (p->rid < q->rid);
	return leg->down ? order > 0 : order < 0;
}

/*
 * Put a record where it belongs, at *at or further on, and let *at be behind
 * it. False if it belongs behind the last that there is room for.
 */
static bool
insert(struct window *w, const struct leg *leg, size_t *at, int64_t rid,
	const char *key)
{
	const struct db_place new = { rid, (char *)key };
	size_t i = *at;

	while (i < w->found && is_before(leg, &w->places[i], &new))
		i++;
	if (i == w->room)
		return false;
	if (w->found == w->room)
		free(w->places[--w->found].key);
	memmove(&w->places[i + 1], &w->places[i],
		(w->found - i) * sizeof(*w->places));
	w->places[i] = (struct db_place){ rid, xstrdup(key) };
	w->found++;
	*at = i + 1;
	return true;
}

static bool
is_keyless(const struct db_order *o, int64_t rid)
{
	return sorted_has(o->keyless, o->n_keyless, rid);
}

/* Merge what one audience has on a leg; the keyless stand on a leg of their own. */
static bool
merge_run(struct window *w, const struct db_order *o, const struct leg *leg,
	struct db_stmt *s, struct err *err)
{
	size_t at = w->first;
	enum db_step step;
	const char *key;

	while ((step = db_stmt_step(s, err)) == DB_ROW) {
		int64_t rid = db_stmt_col_int(s, 0);

		if (leg->range != NEWEST && is_keyless(o, rid))
			continue;
		if (!db_stmt_col_text(s, 1, &key, err))
			return false;
		if (!insert(w, leg, &at, rid, key))
			return true;
	}
	return step == DB_END;
}

/* And the keyless, beyond the bound. */
static void
merge_keyless(struct window *w, const struct db_order *o, const struct leg *leg)
{
	size_t at = w->first, end = o->n_keyless;
	size_t i = sorted_at(o->keyless, end, leg->rid);

	if (leg->down)
		while (i > 0 && insert(w, leg, &at, o->keyless[i - 1], NULL))
			i--;
	else
		for (i += i < end && o->keyless[i] == leg->rid; i < end &&
		     insert(w, leg, &at, o->keyless[i], NULL); i++)
			;
}

static bool
walk_leg(struct db *db, const struct db_order *o, const struct leg *leg,
	struct window *w, struct err *err)
{
	struct db_stmt *s = leg_stmt(db, o, leg, err);
	bool ok = s != NULL;

	w->first = w->found;
	for (size_t i = 0; ok && i < o->n_audiences; i++) {
		db_stmt_int(s, ":audience", o->audiences[i]);
		ok = merge_run(w, o, leg, s, err);
		db_stmt_reset(s);
	}
	db_stmt_done(s);
	if (ok && leg->range == NO_KEY)
		merge_keyless(w, o, leg);
	return ok;
}

/* Walk leg after leg until the window is full. */
static bool
walk(struct db *db, const struct db_order *o, const struct leg *legs,
	size_t n_legs, struct window *w, struct err *err)
{
	for (size_t i = 0; i < n_legs && w->found < w->room; i++) {
		if (walk_leg(db, o, &legs[i], w, err))
			continue;
		while (w->found)
			free(w->places[--w->found].key);
		return false;
	}
	return true;
}

enum { LEGS_MAX = 3 };

/* The legs from a place (or the start) to the end of the list. */
static size_t
legs_after(const struct db_order *o, const struct db_place *from,
	struct leg legs[LEGS_MAX])
{
	const int64_t rid = from ? from->rid : INT64_MAX;
	size_t n = 0;

	if (o->sort == DB_PAGE_NEWEST) {
		legs[n++] = (struct leg){ NEWEST, true, NULL, rid };
		return n;
	}
	if (!from)
		legs[n++] = (struct leg){ ANY_KEY, o->descending, NULL, 0 };
	if (from && from->key) {
		legs[n++] = (struct leg){ SAME_KEY, o->descending, from->key,
			rid };
		legs[n++] = (struct leg){ BEYOND_KEY, o->descending, from->key,
			0 };
	}
	legs[n++] = (struct leg){ NO_KEY, true, NULL,
		from && !from->key ? rid : INT64_MAX };
	return n;
}

/* The legs from a place (or the end) back to the start. */
static size_t
legs_before(const struct db_order *o, const struct db_place *from,
	struct leg legs[LEGS_MAX])
{
	const int64_t rid = from ? from->rid : INT64_MIN;
	size_t n = 0;

	if (o->sort == DB_PAGE_NEWEST) {
		legs[n++] = (struct leg){ NEWEST, false, NULL, rid };
		return n;
	}
	if (from && from->key) {
		legs[n++] = (struct leg){ SAME_KEY, !o->descending, from->key,
			rid };
		legs[n++] = (struct leg){ BEYOND_KEY, !o->descending, from->key,
			0 };
		return n;
	}
	legs[n++] = (struct leg){ NO_KEY, false, NULL, rid };
	legs[n++] = (struct leg){ ANY_KEY, !o->descending, NULL, 0 };
	return n;
}

static void
check_order(const struct db_order *o)
{
	assert(o->sort == DB_PAGE_NEWEST ||
		db_plan_is_sorted(o->table->fields[o->sort]));
	(void)o;
}

bool
db_page_after(struct db *db, const struct db_order *o,
	const struct db_place *from, size_t n, struct db_place *places,
	size_t *found, struct err *err)
{
	struct window w = { .places = places, .room = n };
	struct leg legs[LEGS_MAX];

	check_order(o);
	if (!walk(db, o, legs, legs_after(o, from, legs), &w, err))
		return false;
	*found = w.found;
	return true;
}

bool
db_page_before(struct db *db, const struct db_order *o,
	const struct db_place *from, size_t n, struct db_place *places,
	size_t *found, struct err *err)
{
	struct window w = { .places = places, .room = n };
	struct leg legs[LEGS_MAX];

	check_order(o);
	if (!walk(db, o, legs, legs_before(o, from, legs), &w, err))
		return false;
	*found = w.found;
	return true;
}

static bool
is_in_list(const struct db_order *o, int64_t case_id, int64_t audience_id)
{
	if (case_id != o->case_id)
		return false;
	for (size_t i = 0; i < o->n_audiences; i++) {
		if (o->audiences[i] == audience_id)
			return true;
	}
	return false;
}

bool
db_page_place(struct db *db, const struct db_order *o, int64_t rid,
	struct db_place *place, struct err *err)
{
	bool wanted[DB_PLAN_FIELDS_MAX] = { false };
	struct db_cursor *c;
	struct err why = ERR_INIT;

	check_order(o);
	if (o->sort != DB_PAGE_NEWEST)
		wanted[o->sort] = true;
	if (!db_row_get(db, o->table, wanted, rid, &c, err))
		return false;
	if (!db_cursor_next(c, &why)) {
		if (why.code == ERR_NONE)
			err_set(&why, ERR_NOT_FOUND,
				_("there is no such record"));
	} else if (!is_in_list(o, db_cursor_case(c), db_cursor_audience(c))) {
		err_set(&why, ERR_NOT_FOUND, _("there is no such record"));
	} else {
		*place = (struct db_place){ rid, o->sort == DB_PAGE_NEWEST ||
			is_keyless(o, rid) ? NULL :
			xstrdup(db_cursor_key(c, (size_t)o->sort)) };
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

bool
db_page_total(struct db *db, const struct db_order *o, int64_t *total,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step = DB_END;
	int64_t sum = 0;

	if (!db_stmt_get(db, "SELECT n FROM tally WHERE kind = :kind AND"
			" case_id = :case AND audience_id = :audience",
			&s, err))
		return false;
	db_stmt_int(s, ":kind", o->table->kind);
	db_stmt_int(s, ":case", o->case_id);
	for (size_t i = 0; i < o->n_audiences && step != DB_FAILED; i++) {
		db_stmt_int(s, ":audience", o->audiences[i]);
		step = db_stmt_step(s, err);
		if (step == DB_ROW)
			sum += db_stmt_col_int(s, 0);
		db_stmt_reset(s);
	}
	db_stmt_done(s);
	if (step != DB_FAILED)
		*total = sum;
	return step != DB_FAILED;
}

bool
db_page_count(struct db *db, const struct db_order *o, const char *key,
	int64_t *n, struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	enum db_step step = DB_ROW;
	struct db_stmt *s;
	int64_t sum = 0;

	strbuf_puts(&sql, "SELECT count(*) FROM ");
	db_plan_name(&sql, o->table->name, "");
	strbuf_puts(&sql, " WHERE case_id = :case AND audience_id = :audience"
		" AND ");
	db_plan_name(&sql, key_name(o), "_s");
	strbuf_puts(&sql, " = :key");
	bool ok = db_stmt_get(db, sql.text, &s, err);

	strbuf_clear(&sql);
	if (!ok)
		return false;
	db_stmt_int(s, ":case", o->case_id);
	db_stmt_text(s, ":key", key);
	for (size_t i = 0; i < o->n_audiences && step == DB_ROW; i++) {
		db_stmt_int(s, ":audience", o->audiences[i]);
		step = db_stmt_step(s, err);
		if (step == DB_ROW)
			sum += db_stmt_col_int(s, 0);
		db_stmt_reset(s);
	}
	db_stmt_done(s);
	if (step == DB_ROW)
		*n = sum;
	return step == DB_ROW;
}
