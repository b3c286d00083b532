/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tie.c - see tie.h. */
#include "src/tie.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "src/hit_rule.h"
#include "src/link.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

struct ties {
	struct db_tie *all;
	size_t n, room;
};

/* --- What it says ------------------------------------------------------- */

static void
add(struct ties *t, int64_t rid, int64_t person, bool shields)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->all[i].rid == rid && t->all[i].person == person)
			return;
	t->all = xgrow(t->all, t->n, &t->room, sizeof(*t->all));
	t->all[t->n++] = (struct db_tie){ rid, person, shields };
}

/* Whom a field names: a record that is there; else e->rid is 0. What follows from
 * parts is said by these. */
static bool
find_named(struct db *db, const struct record *r, size_t i, struct db_entry *e,
	struct err *err)
{
	const struct field *f = kind_column(r->kind, i);
	const char *uid = record_text(r, i);
	struct err why = ERR_INIT;

	e->rid = 0;
	if (!f || f->type != FIELD_REF || (f->flags & FIELD_DERIVED) || !uid ||
	    !*uid || *uid == VALUE_MARK ||
	    db_entry_of_uid(db, uid, e, &why))
		return true;
	e->rid = 0;
	if (why.code == ERR_NOT_FOUND)
		return true;
	if (err)
		*err = why;
	return false;
}

/* A link says it of its other end, too. */
static bool
add_other_end(struct db *db, const struct record *r, size_t end,
	int64_t person, bool shields, struct ties *t, struct err *err)
{
	struct db_entry other;

	if (!find_named(db, r, end == LINK_A ? LINK_B : LINK_A, &other, err))
		return false;
	if (other.rid)
		add(t, other.rid, person, shields);
	return true;
}

static bool
add_named(struct db *db, const struct db_entry *e, const struct record *r,
	struct ties *t, struct err *err)
{
	const int64_t owner = e->parent ? e->parent : e->rid;

	for (size_t i = HEADER_N; i < kind_n(r->kind); i++) {
		struct db_entry person;
		bool shields;

		if (!find_named(db, r, i, &person, err))
			return false;
		if (!person.rid || person.kind != KIND_PERSON)
			continue;
		if (!hit_rule_protected(db, person.rid, &shields, err))
			return false;
		add(t, owner, person.rid, shields);
		if (r->kind->no == KIND_LINK && !add_other_end(db, r, i,
		    person.rid, shields, t, err))
			return false;
	}
	return true;
}

static int
by_record(const void *a, const void *b)
{
	const struct db_tie *x = a, *y = b;

	if (x->rid != y->rid)
		return x->rid > y->rid ? 1 : -1;
	return (x->person > y->person) - (x->person < y->person);
}

static bool
gather(struct db *db, const struct db_entry *e, const struct record *r,
	struct ties *t, struct err *err)
{
	bool shields;

	if (r->kind->flags & KIND_IS_HIDDEN)
		return true;
	/* A person stays protected whose record was made void. */
	if (r->kind->no == KIND_PERSON) {
		if (!hit_rule_protected(db, e->rid, &shields, err))
			return false;
		add(t, e->rid, e->rid, shields);
	}
	if ((!kind_field(r->kind, HEADER_RETRACTED) ||
	     !record_text(r, HEADER_RETRACTED)) &&
	    !add_named(db, e, r, t, err))
		return false;
	if (t->n)
		qsort(t->all, t->n, sizeof(*t->all), by_record);
	return true;
}

/* --- In the store ------------------------------------------------------- */

/* The person whose protection may be another since this was written; 0: nobody's. */
static bool
find_person(struct db *db, const struct record *r, const struct db_entry *e,
	int64_t *person, struct err *err)
{
	struct db_entry parent;

	*person = r->kind->no == KIND_PERSON ? e->rid : 0;
	if (r->kind->no != KIND_CATEGORY)
		return true;
	if (!db_entry_of_rid(db, e->parent, &parent, err))
		return false;
	*person = parent.kind == KIND_PERSON ? parent.rid : 0;
	return true;
}

bool
tie_write(struct db *db, const struct record *r, const struct db_entry *e,
	struct db_rids *changed, struct err *err)
{
	struct ties t = { 0 };
	int64_t person;
	bool shields;
	bool ok = find_person(db, r, e, &person, err) &&
		gather(db, e, r, &t, err) &&
		db_tie_put(db, e->rid, t.all, t.n, changed, err) &&
		(!person || (hit_rule_protected(db, person, &shields, err) &&
			db_tie_shield(db, person, shields, changed, err)));

	free(t.all);
	return ok;
}

bool
tie_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err)
{
	struct ties t = { 0 };
	bool ok = gather(db, e, r, &t, err) &&
		db_tie_same(db, e->rid, t.all, t.n, holds, err);

	free(t.all);
	return ok;
}
