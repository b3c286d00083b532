/* SPDX-License-Identifier: GPL-3.0-or-later */
/* veil.c - see veil.h. */
#include "src/veil.h"

#include <stdlib.h>
#include <string.h>

#include "src/access.h"
#include "src/legal.h"
#include "src/ref.h"
#include "src/veiled.h"
#include "base/banned.h"

/* What is told of it all the same: by what it is known again, whose it is, what may
 * be done with it, and that it is one of these. */
#define TOLD (HEADER_MADE | HEADER_VOID | HEADER_BIT(HEADER_CHANGED) | \
	HEADER_BIT(HEADER_CHANGED_BY) | HEADER_BIT(HEADER_SHARE) | \
	HEADER_BIT(HEADER_HANDLING) | HEADER_BIT(HEADER_MARKING) | \
	HEADER_BIT(HEADER_PRIVILEGE) | HEADER_BIT(HEADER_LEGAL) | \
	HEADER_BIT(HEADER_SPECIAL) | HEADER_BIT(HEADER_REVIEW_ON) | \
	HEADER_BIT(HEADER_ERASE_ON) | HEADER_BIT(HEADER_OF))

bool
veil_wants(const struct record *r)
{
	return kind_field(r->kind, HEADER_LEGAL) &&
		(record_has(r, HEADER_LEGAL, LEGAL_RESTRICTED) ||
		 record_text(r, HEADER_SPECIAL));
}

bool
veil_tells(const struct kind *k, bool restricted, size_t index)
{
	bool named = !restricted && k->no != KIND_NOTE;

	return index == (named ? k->title : (size_t)HEADER_REF) ||
		(index < HEADER_N && (TOLD & HEADER_BIT(index)));
}

bool
veil_is_on(const struct session *s, const char *uid, const struct record *r)
{
	return s->access && veil_wants(r) && !access_stated(s, uid);
}

/* --- One answer --------------------------------------------------------- */

enum { ASKED = 64 };

struct veil {
	struct session *s;
	const struct veiled *veiled;	/* NULL: not to be read, so that all may be */
	/* Refs that were looked up: the rows of one record stand near each other. */
	struct asked { char ref[REF_SIZE]; bool is_on; } asked[ASKED];
};

/* Of the record that a ref at the door names; of a part, of its record. */
static bool
look_up(const struct veil *v, const char *ref)
{
	struct session *s = v->s;
	struct db_entry e;

	return (db_entry_of_ref(s->store.db, s->viewer.case_id, ref, &e, NULL) ||
		ref_resolve(&s->store, &s->viewer, ref, UINT64_MAX, &e, NULL)) &&
		veiled_has(v->veiled, e.parent ? e.parent : e.rid);
}

static bool
is_on_ref(struct veil *v, const char *ref)
{
	unsigned hash = 5381;

	if (!ref || !*ref || strlen(ref) >= REF_SIZE)
		return false;
	if (!v->veiled || veiled_is_none(v->veiled))
		return !v->veiled;
	for (const char *p = ref; *p; p++)
		hash = hash * 33 + (unsigned char)*p;
	struct asked *a = &v->asked[hash % ASKED];

	if (strcmp(a->ref, ref) != 0) {
		a->is_on = look_up(v, ref);
		strbuf_fill(a->ref, sizeof(a->ref), ref);
	}
	return a->is_on;
}

static void
blank(struct record *r)
{
	bool restricted = record_has(r, HEADER_LEGAL, LEGAL_RESTRICTED);

	for (size_t i = 0; i < kind_n(r->kind); i++)
		if (!veil_tells(r->kind, restricted, i))
			record_unset(r, i);
}

bool
veil_hide(const struct session *s, const char *uid, struct record *r)
{
	bool on = veil_is_on(s, uid, r);

	if (on)
		blank(r);
	return on;
}

/* What is not in the store yet is what was just typed. */
static bool
veil_record(struct veil *v, struct record *r)
{
	if (!r->kind)
		return false;
	const char *ref = record_text(r, HEADER_REF);
	const char *uid = record_text(r, HEADER_ID);
	bool on = false;

	if (r->kind->flags & KIND_IS_PART)
		on = is_on_ref(v, record_text(r, HEADER_OF));
	else if (ref && veil_wants(r))
		on = uid ? veil_is_on(v->s, uid, r) : is_on_ref(v, ref);
	if (on)
		blank(r);
	return on;
}

static void *
at(void *data, size_t offset)
{
	return (char *)data + offset;
}

/* Is it of a record that is veiled? The records in it are by then. */
static bool
veil_subject(struct veil *v, const struct wire_shape *shape, void *data)
{
	bool on = false;

	for (size_t i = 0; i < shape->n; i++) {
		const struct wire_member *m = &shape->members[i];
		void *p = at(data, m->offset);

		if (m->type == WIRE_RECORD)
			on |= veil_record(v, p);
		else if (m->role == WIRE_SUBJECT)
			on |= is_on_ref(v, *(char **)p);
	}
	return on;
}

/* What somebody typed of it is known by the same; it does not carry itself that this is
 * one of these. */
static void
blank_typed(struct record *r)
{
	for (size_t i = 0; r->kind && i < kind_n(r->kind); i++)
		if (!veil_tells(r->kind, true, i))
			record_unset(r, i);
	if (r->kind && kind_field(r->kind, HEADER_LEGAL))
		record_set(r, HEADER_LEGAL, LEGAL_RESTRICTED);
}

static void
untell(const struct wire_member *m, void *data)
{
	if (m->type == WIRE_RECORD)
		blank_typed(at(data, m->offset));
	else
		wire_drop(m, data);
}

static void
veil_struct(struct veil *v, const struct wire_shape *shape, void *data, bool on)
{
	on |= veil_subject(v, shape, data);
	for (size_t i = 0; i < shape->n; i++) {
		const struct wire_member *m = &shape->members[i];
		void *p = at(data, m->offset);

		if (on && m->role == WIRE_TOLD) {
			untell(m, data);
		} else if (m->type == WIRE_LIST) {
			size_t n = *(size_t *)at(data, m->count);

			for (size_t k = 0; k < n; k++)
				veil_struct(v, m->shape, at(*(void **)p,
					k * m->shape->size), on);
		}
	}
}

void
veil_answer(struct session *s, const struct wire_shape *shape, void *answer)
{
	struct veil v = { .s = s };

	if (!s->access || !shape || !answer)
		return;
	if (!veiled_of(s, &v.veiled, NULL))
		v.veiled = NULL;
	veil_struct(&v, shape, answer, false);
}
