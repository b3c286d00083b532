/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edge.c - see edge.h. */
#include "src/edge.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "src/link.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

enum { MAX_FIELDS = 64 };	/* of a kind, as in table.c */

/* One search for edges. */
struct finder {
	struct store *store;
	const struct viewer *viewer;
	const struct db_entry *near;
	struct edges *out;
	size_t most;
};

/* A row that names the record, not yet looked at. */
struct naming {
	int64_t via;
	const struct kind *kind;
	size_t field;
};
struct namings {
	struct naming *all;
	size_t n, room;
};

static bool
pass_on(const struct err *why, struct err *err)
{
	if (why->code != ERR_NONE && err)
		*err = *why;
	return why->code == ERR_NONE;
}

static void
put_edge(struct finder *f, const struct edge *edge)
{
	struct edges *out = f->out;

	out->all = xgrow(out->all, out->n, &out->room, sizeof(*out->all));
	out->all[out->n++] = *edge;
}

static bool
is_indexed(const struct kind *k, size_t field)
{
	const struct field *f = kind_field(k, field);

	return f && (f->flags & FIELD_INDEXED);
}

static bool
has_indexed(const struct kind *k)
{
	for (size_t i = HEADER_N; i < kind_n(k); i++)
		if (is_indexed(k, i))
			return true;
	return false;
}

/* --- What it names itself, or a part of it ------------------------------ */

static void
put_named(struct finder *f, const struct kind *k, const struct db_cursor *c)
{
	if (kind_field(k, HEADER_RETRACTED) &&
	    db_cursor_text(c, HEADER_RETRACTED))
		return;
	for (size_t i = HEADER_N; i < kind_n(k); i++) {
		const char *uid = is_indexed(k, i) ? db_cursor_text(c, i) : NULL;
		struct edge edge = {
			.via = db_cursor_rid(c), .kind = k, .field = i,
		};

		if (!uid || *uid == VALUE_MARK || !db_entry_of_uid(
		    f->store->db, uid, &edge.far, NULL) ||
		    !viewer_sees(f->viewer, f->store, &edge.far))
			continue;
		f->out->total++;
		if (f->out->n < f->most)
			put_edge(f, &edge);
	}
}

/* Only what an edge is made of is read of a row. */
static void
want_indexed(const struct kind *k, bool wanted[MAX_FIELDS])
{
	memset(wanted, 0, MAX_FIELDS * sizeof(*wanted));
	for (size_t i = 0; i < kind_n(k); i++)
		wanted[i] = i == HEADER_RETRACTED || is_indexed(k, i);
}

static bool
find_held(struct finder *f, const struct kind *k, struct err *err)
{
	bool wanted[MAX_FIELDS];
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!has_indexed(k))
		return true;
	want_indexed(k, wanted);
	if (k->flags & KIND_IS_PART ?
	    !db_row_parts(f->store->db, table_of(k), f->near->rid, &c, err) :
	    !db_row_get(f->store->db, table_of(k), wanted, f->near->rid, &c,
		err))
		return false;
	while (db_cursor_next(c, &why))
		put_named(f, k, c);
	db_cursor_close(c);
	return pass_on(&why, err);
}

static bool
find_all_held(struct finder *f, struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)f->near->kind);

	if (k->no != KIND_LINK && !find_held(f, k, err))
		return false;
	for (size_t i = 0; kinds[i]; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) &&
		    !find_held(f, kinds[i], err))
			return false;
	return true;
}

/* --- What names it ------------------------------------------------------ */

/* A part is listed as its record is. */
static bool
is_listed(struct finder *f, const struct kind *k, const struct db_cursor *c)
{
	struct db_entry part, record;

	if (!(k->flags & KIND_IS_PART))
		return viewer_lists(f->viewer, db_cursor_audience(c));
	return db_entry_of_rid(f->store->db, db_cursor_rid(c), &part, NULL) &&
		db_entry_of_rid(f->store->db, part.parent, &record, NULL) &&
		viewer_lists(f->viewer, record.audience_id);
}

static bool
find_naming(struct finder *f, const struct kind *k, size_t field,
	struct namings *l, struct err *err)
{
	const bool nothing[MAX_FIELDS] = { false };
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_find(f->store->db, table_of(k), nothing, f->near->case_id,
	    field, f->near->uid, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		if (!is_listed(f, k, c))
			continue;
		l->all = xgrow(l->all, l->n, &l->room, sizeof(*l->all));
		l->all[l->n++] = (struct naming){ db_cursor_rid(c), k, field };
	}
	db_cursor_close(c);
	return pass_on(&why, err);
}

static bool
find_all_naming(struct finder *f, enum edge_scope scope, struct namings *l,
	struct err *err)
{
	const uint64_t near = KIND_BIT(f->near->kind);

	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];

		if (scope == EDGE_LINKS && k->no != KIND_LINK)
			continue;
		for (size_t j = HEADER_N; j < kind_n(k); j++)
			if (is_indexed(k, j) &&
			    (kind_field(k, j)->kinds & near) &&
			    !find_naming(f, k, j, l, err))
				return false;
	}
	return true;
}

static int
newest_first(const void *a, const void *b)
{
	const struct naming *x = a, *y = b;

	return (x->via < y->via) - (x->via > y->via);
}

/* The link's other end. A link that is seen has two ends that are. */
static bool
look_along(struct finder *f, const struct naming *n, struct edge *edge,
	bool *there, struct err *err)
{
	const size_t far = n->field == LINK_A ? LINK_B : LINK_A;
	bool wanted[MAX_FIELDS];
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	want_indexed(&link_kind, wanted);
	if (!db_row_get(f->store->db, table_of(&link_kind), wanted, n->via, &c,
	    err))
		return false;
	*there = db_cursor_next(c, &why) && db_cursor_text(c, far) &&
		db_entry_of_uid(f->store->db, db_cursor_text(c, far),
			&edge->far, &why) &&
		viewer_sees(f->viewer, f->store, &edge->far);
	db_cursor_close(c);
	edge->field = LINK_TYPE;
	edge->inverse = n->field == LINK_B;
	return pass_on(&why, err);
}

/* The record that names it, by itself or by a part that still counts. */
static bool
look_at_holder(struct finder *f, const struct naming *n, struct edge *edge,
	bool *there, struct err *err)
{
	struct db *db = f->store->db;
	bool wanted[MAX_FIELDS];
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	edge->inverse = true;
	*there = true;
	if (!db_entry_of_rid(db, n->via, &edge->far, err))
		return false;
	if (!edge->far.parent)
		return true;
	if (!db_entry_of_rid(db, edge->far.parent, &edge->far, err))
		return false;
	want_indexed(n->kind, wanted);
	if (!db_row_get(db, table_of(n->kind), wanted, n->via, &c, err))
		return false;
	*there = db_cursor_next(c, &why) &&
		!db_cursor_text(c, HEADER_RETRACTED);
	db_cursor_close(c);
	return pass_on(&why, err);
}

static bool
put_naming(struct finder *f, const struct namings *l, struct err *err)
{
	for (size_t i = 0; i < l->n && f->out->n < f->most; i++) {
		const struct naming *n = &l->all[i];
		struct edge edge = {
			.via = n->via, .kind = n->kind, .field = n->field,
		};
		bool there;

		if (n->kind->no == KIND_LINK ?
		    !look_along(f, n, &edge, &there, err) :
		    !look_at_holder(f, n, &edge, &there, err))
			return false;
		if (there)
			put_edge(f, &edge);
		else
			f->out->total--;
	}
	return true;
}

bool
edge_find(struct store *s, const struct viewer *v, const struct db_entry *near,
	enum edge_scope scope, size_t most, struct edges *out, struct err *err)
{
	struct finder f = { s, v, near, out, most };
	struct namings l = { 0 };

	out->n = 0;
	out->total = 0;
	bool ok = (scope == EDGE_LINKS || find_all_held(&f, err)) &&
		(scope == EDGE_HELD || find_all_naming(&f, scope, &l, err));

	if (ok && l.n) {
		qsort(l.all, l.n, sizeof(*l.all), newest_first);
		out->total += (int64_t)l.n;
		ok = put_naming(&f, &l, err);
	}
	free(l.all);
	return ok;
}

bool
edge_is_named(const struct edges *found, size_t i)
{
	const struct edge *e = &found->all[i];

	if (e->inverse && e->kind->no != KIND_LINK)
		return false;
	for (size_t k = 0; k < i; k++)
		if (found->all[k].far.rid == e->far.rid &&
		    edge_is_named(found, k))
			return false;
	return true;
}
