/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_around.c - see desk_fake.h: what lies around a record of the desk in
 * memory follows from the fields by which its records name each other, and what took
 * place from their dates. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/desk_fake_desk.h"

#include "base/xalloc.h"
#include "src/kind.h"
#include "src/moment.h"
#include "src/shapes.h"
#include "src/wire.h"

#define CLEAR(name) \
void \
desk_##name##_clear(struct desk_##name *a) \
{ \
	wire_clear(&shape_##name, a); \
}
CLEAR(links) CLEAR(timeline) CLEAR(profile)

static const char *
ref_of(const struct record *r)
{
	return record_text(r, HEADER_REF);
}

static const struct record *
find(const struct desk *d, const char *ref)
{
	for (size_t i = 0; ref && i < d->n; i++)
		if (!d->records[i].gone && strcmp(ref_of(
		    &d->records[i].record), ref) == 0)
			return &d->records[i].record;
	return NULL;
}

/* The record that a field names, if it is one of the desk's. */
static const struct record *
named(const struct desk *d, const struct record *r, size_t index)
{
	const struct field *f = index < HEADER_N ? NULL :
		kind_field(r->kind, index);

	return f && f->type == FIELD_REF ? find(d, record_text(r, index)) : NULL;
}

/* --- Links -------------------------------------------------------------- */

static void
add_link(struct desk_links *a, const struct record *holder, size_t index,
	const struct record *near, const struct record *far)
{
	a->links = xrealloc_array(a->links, a->n + 1, sizeof(*a->links));
	a->links[a->n++] = (struct desk_link){
		.ref = xstrdup(ref_of(holder)), .kind = xstrdup(holder->kind->name),
		.type = xstrdup(kind_field(holder->kind, index)->name),
		.inverse = near != holder, .near = xstrdup(ref_of(near)),
		.far = xstrdup(ref_of(far)), .far_kind = xstrdup(far->kind->name),
		.far_title = xstrdup(record_text(far, far->kind->title)),
		.depth = 1,
	};
}

bool
desk_links(struct desk *d, const struct desk_links_ask *ask,
	struct desk_links *a, struct err *err)
{
	const struct record *near = find(d, ask->ref);

	*a = (struct desk_links){ 0 };
	if (!near)
		return err_set(err, ERR_NOT_FOUND, "no record \"%s\"", ask->ref);
	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i].record;

		for (size_t k = 0; !d->records[i].gone && k < kind_n(r->kind); k++) {
			const struct record *far = named(d, r, k);

			if (far && r == near)
				add_link(a, r, k, near, far);
			else if (far == near)
				add_link(a, r, k, near, r);
		}
	}
	a->total = (int64_t)a->n;
	return true;
}

/* --- What took place ---------------------------------------------------- */

static void
add_moment(struct desk_timeline *t, const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);
	bool due = f && (f->flags & FIELD_DUE);
	const char *on = f && f->type == FIELD_DATE && (due ||
		(f->flags & (FIELD_PASSES | FIELD_TOOK))) ?
		record_text(r, index) : NULL;

	if (!on)
		return;
	t->rows = xrealloc_array(t->rows, t->n + 1, sizeof(*t->rows));
	t->rows[t->n++] = (struct desk_moment){ .key = xasprintf("%s %s", on,
			ref_of(r)), .on = xstrdup(on),
		.what = due ? DESK_MOMENT_DUE : DESK_MOMENT_EVENT,
		.ref = xstrdup(ref_of(r)), .kind = xstrdup(r->kind->name),
		.text = xstrdup(record_text(r, r->kind->title)) };
}

static int
by_key(const void *a, const void *b)
{
	return strcmp(((const struct desk_moment *)a)->key,
		((const struct desk_moment *)b)->key);
}

/* Does a row lie on the way that was asked for? */
static bool
is_wanted(const struct desk_timeline_ask *ask, const struct desk_moment *m)
{
	const char *from = ask->key ? ask->key : ask->from ? ask->from : "";
	int order = strcmp(m->key, from);

	if (ask->what && !(ask->what & INT64_C(1) << m->what))
		return false;
	return ask->backward ? order < 0 : ask->key ? order > 0 : order >= 0;
}

static void
free_moment(struct desk_moment *m)
{
	free(m->key);
	free(m->on);
	free(m->ref);
	free(m->kind);
	free(m->text);
}

/* All of them in order; those of the record alone, if one is asked for. */
static void
collect(const struct desk *d, const char *ref, struct desk_timeline *all)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i].record;

		if (d->records[i].gone || (ref && strcmp(ref, ref_of(r)) != 0))
			continue;
		for (size_t k = HEADER_N; k < kind_n(r->kind); k++)
			add_moment(all, r, k);
	}
	if (all->n)
		qsort(all->rows, all->n, sizeof(*all->rows), by_key);
}

bool
desk_timeline(struct desk *d, const struct desk_timeline_ask *ask,
	struct desk_timeline *a, struct err *err)
{
	struct desk_timeline all = { 0 };

	*a = (struct desk_timeline){ 0 };
	if (ask->ref && !find(d, ask->ref))
		return err_set(err, ERR_NOT_FOUND, "no record \"%s\"", ask->ref);
	collect(d, ask->ref, &all);
	a->rows = xcalloc(all.n + 1, sizeof(*a->rows));
	for (size_t i = 0; i < all.n; i++) {
		struct desk_moment *m = &all.rows[ask->backward ? all.n - 1 - i :
			i];

		if (is_wanted(ask, m) && (int64_t)a->n < ask->limit) {
			a->rows[a->n++] = *m;
			continue;
		}
		a->more |= is_wanted(ask, m);
		free_moment(m);
	}
	free(all.rows);
	a->key = xstrdup(a->n ? a->rows[a->n - 1].key : ask->key ? ask->key :
		ask->from ? ask->from : "");
	return true;
}

/* --- One person --------------------------------------------------------- */

static void
add_row(struct desk_profile *p, int part, const struct record *r,
	const char *how)
{
	struct desk_profile_row *row;

	p->rows = xrealloc_array(p->rows, p->n + 1, sizeof(*p->rows));
	row = &p->rows[p->n++];
	*row = (struct desk_profile_row){ .part = part, .how = xstrdup(how) };
	record_copy(&row->record, r);
}

/* Which part of the page a record that names the person stands in. */
static int
part_of(const struct record *r)
{
	switch (r->kind->no) {
	case KIND_ASSET:
		return DESK_PROFILE_ASSET;
	case KIND_PAYMENT:
		return DESK_PROFILE_PAYMENT;
	case KIND_EVIDENCE:
		return DESK_PROFILE_EXHIBIT;
	case KIND_PERSON:
	case KIND_ORGANISATION:
		return DESK_PROFILE_PERSON;
	default:
		return DESK_PROFILE_WORK;
	}
}

static void
add_around(const struct desk *d, const struct record *person, int part,
	struct desk_profile *p)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i].record;

		for (size_t k = HEADER_N; !d->records[i].gone &&
		     part_of(r) == part && k < kind_n(r->kind); k++)
			if (named(d, r, k) == person)
				add_row(p, part, r, kind_field(r->kind, k)->label);
	}
}

bool
desk_profile(struct desk *d, const struct desk_profile_ask *ask,
	struct desk_profile *a, struct err *err)
{
	const struct record *person = find(d, ask->ref);

	*a = (struct desk_profile){ 0 };
	if (!person)
		return err_set(err, ERR_NOT_FOUND, "no record \"%s\"", ask->ref);
	for (int part = 0; part < DESK_PROFILE_N; part++)
		add_around(d, person, part, a);
	return true;
}
