/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counts.c - the calls desk_counts and desk_shared: how many records of each kind there
 * are, in which status, how many overdue; how many of them another party sees. Counted
 * in indexes, without reading a record. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/audience.h"
#include "db/due.h"
#include "db/page.h"
#include "src/days.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/session.h"
#include "src/shapes.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

enum { OVERDUE_MOST = 2000 };

static bool
count_status(struct session *s, const struct db_order *o, const char *code,
	struct desk_count *a, struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)a->kind);
	struct strbuf key = STRBUF_INIT;
	int64_t n = 0;

	value_key(kind_field(k, k->status), code, &key);
	bool ok = db_page_count(s->store.db, o, key.text, &n, err);

	strbuf_clear(&key);
	if (ok && n)
		a->statuses[a->n++] = (struct desk_count_status){
			xstrdup(code), n };
	return ok;
}

static bool
count_statuses(struct session *s, struct db_order *o, struct desk_count *a,
	struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)a->kind);
	const struct field *f = k->status ? kind_field(k, k->status) : NULL;
	size_t n = 0;

	if (!f || !(f->flags & FIELD_SORTED))
		return true;
	while (f->codes[n].code)
		n++;
	a->statuses = xcalloc(n + 1, sizeof(*a->statuses));
	o->sort = k->status;
	for (size_t i = 0; i < n; i++)
		if (!count_status(s, o, f->codes[i].code, a, err))
			return false;
	return true;
}

static bool
count_kind(struct session *s, const struct kind *k, struct desk_count *a,
	struct err *err)
{
	struct db_order o = { .table = table_of(k), .sort = DB_PAGE_NEWEST };
	int64_t *audiences;

	a->kind = (int)k->no;
	if (!viewer_audiences(&s->viewer, &s->store, k, &o.case_id, &audiences,
	    &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	bool ok = db_page_total(s->store.db, &o, &a->total, err) &&
		count_statuses(s, &o, a, err);

	free(audiences);
	return ok;
}

/* --- Overdue ------------------------------------------------------------ */

static struct desk_count *
count_of(struct desk_counts *a, int kind)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->kinds[i].kind == kind)
			return &a->kinds[i];
	return NULL;
}

/* As is:overdue has it: by the kind's own due date. */
static bool
add_overdue(struct session *s, const struct days *days,
	const struct db_due *due, struct desk_counts *a, struct err *err)
{
	struct db_entry e;
	struct desk_count *c;

	if (due->what != DB_DUE_ASKS || due->rid != due->owner ||
	    !days_over(days, due->at))
		return true;
	if (!db_entry_of_rid(s->store.db, due->owner, &e, err))
		return false;
	c = count_of(a, e.kind);
	const struct kind *k = c ? kind_of((enum kind_no)e.kind) : NULL;

	if (k && k->due && kind_field(k, k->due)->id == due->field)
		c->overdue++;
	return true;
}

static bool
count_overdue(struct session *s, struct desk_counts *a, struct err *err)
{
	struct days days;
	struct db_due_query q = { .from = "", .until = days.now, .passes_from = "~",
		.passes_within = "", .limit = OVERDUE_MOST + 1,
		.audiences = s->viewer.audiences,
		.n_audiences = s->viewer.n_audiences };
	struct db_due *dues;
	size_t n;

	if (!days_read(clock_now(), s->zone, &days, err))
		return false;
	bool ok = db_due_find(s->store.db, &q, &dues, &n, err);

	if (!ok)
		return false;
	a->at_least = n > OVERDUE_MOST;
	for (size_t i = 0; ok && i < n; i++)
		ok = add_overdue(s, &days, &dues[i], a, err);
	free(dues);
	return ok;
}

static bool
count_all(struct session *s, struct desk_counts *a, struct err *err)
{
	size_t n = 0;

	while (kinds[n])
		n++;
	a->kinds = xcalloc(n, sizeof(*a->kinds));
	for (size_t i = 0; i < n; i++)
		if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN |
		    KIND_IS_SETUP)) &&
		    !count_kind(s, kinds[i], &a->kinds[a->n++], err))
			return false;
	return count_overdue(s, a, err);
}

bool
counts_read(struct session *s, struct desk_counts *a, struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = count_all(s, a, err);

	db_read_end(s->store.db);
	if (!ok)
		wire_clear(&shape_counts, a);
	return ok;
}

/* --- What another party sees of it -------------------------------------- */

/* The audiences of both, in place of the viewer's. */
static size_t
cut(const int64_t *theirs, size_t n_theirs, int64_t *ours, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n_theirs; k++)
			if (ours[i] == theirs[k]) {
				ours[kept++] = ours[i];
				break;
			}
	return kept;
}

static bool
share_kind(struct session *s, const struct kind *k, const int64_t *theirs,
	size_t n_theirs, struct desk_shared *a, struct err *err)
{
	struct db_order o = { .table = table_of(k), .sort = DB_PAGE_NEWEST };
	struct desk_shared_kind *to = &a->kinds[a->n];
	int64_t *audiences;

	to->kind = (int)k->no;
	if (!viewer_audiences(&s->viewer, &s->store, k, &o.case_id, &audiences,
	    &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	bool ok = db_page_total(s->store.db, &o, &to->total, err);

	o.n_audiences = cut(theirs, n_theirs, audiences, o.n_audiences);
	ok = ok && db_page_total(s->store.db, &o, &to->seen, err);
	free(audiences);
	a->n += ok && to->total;
	return ok;
}

static bool
share_all(struct session *s, const char *party, struct desk_shared *a,
	struct err *err)
{
	struct db_audience_viewer of;
	struct db_entry e;
	int64_t *theirs;
	size_t n, n_theirs;
	bool ok = true;

	if (!ref_resolve(&s->store, &s->viewer, party, KIND_BIT(KIND_PARTY), &e,
	    err) || !viewer_of_party(&s->viewer, &s->store, e.uid, &of, err) ||
	    !db_audience_visible(s->store.db, &of, false, &theirs, &n_theirs,
		err))
		return false;
	for (n = 0; kinds[n]; n++)
		;
	a->kinds = xcalloc(n, sizeof(*a->kinds));
	for (size_t i = 0; ok && i < n; i++)
		if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN |
		    KIND_IS_SETUP | KIND_IN_STORE)))
			ok = share_kind(s, kinds[i], theirs, n_theirs, a, err);
	free(theirs);
	return ok;
}

bool
counts_shared(struct session *s, const char *party, struct desk_shared *a,
	struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = share_all(s, party, a, err);

	db_read_end(s->store.db);
	if (!ok)
		wire_clear(&shape_shared, a);
	return ok;
}
