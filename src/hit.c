/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hit.c - see hit.h. */
#include "src/hit.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/held.h"
#include "src/access.h"
#include "src/hit_contact.h"
#include "src/nameset.h"
#include "src/parts.h"
#include "src/person.h"
#include "src/role.h"
#include "src/same.h"
#include "src/shapes.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

/* --- What was found ----------------------------------------------------- */

void
hit_list_clear(struct hit_list *hits)
{
	for (size_t i = 0; i < hits->n; i++)
		wire_clear(&shape_hit, &hits->list[i]);
	free(hits->list);
	*hits = (struct hit_list){ 0 };
}

void
hit_list_take(struct hit_list *hits, struct intake *in, int64_t line)
{
	for (size_t i = 0; i < in->n_hits; i++) {
		hits->list = xgrow(hits->list, hits->n, &hits->room,
			sizeof(*hits->list));
		hits->list[hits->n] = in->hits[i];
		hits->list[hits->n++].line = line;
	}
	free(in->hits);
	in->hits = NULL;
	in->n_hits = 0;
}

bool
hit_note(struct session *s, struct hit_list *hits, struct err *err)
{
	struct strbuf what = STRBUF_INIT;
	bool ok = true;

	for (size_t i = 0; ok && i < hits->n; i++) {
		const struct desk_hit *h = &hits->list[i];

		strbuf_reset(&what);
		strbuf_printf(&what, "%s %s %s", h->party, h->type, h->value);
		ok = access_note(s, &(struct access_note){ .op = ACCESS_HIT,
			.what = what.text, .when = ACCESS_ONCE }, err);
	}
	strbuf_clear(&what);
	if (!ok)
		hit_list_clear(hits);
	return ok;
}

/* --- Looking ------------------------------------------------------------ */

uint64_t
hit_givers(const struct viewer *v)
{
	uint64_t all = v->team | v->bodies;

	return v->slot >= 0 ? all & ~((uint64_t)1 << v->slot) : 0;
}

bool
hit_is_for(const struct viewer *v)
{
	return v->slot >= 0 && ((v->team | v->bodies) >> v->slot & 1) &&
		role_may(v->role, RIGHT_ASK, NULL);
}

/* Which slots hold one key where the viewer does not see it. Every statement is
 * made, whatever those before it said. */
static bool
look_for_key(struct session *s, const struct db_ident *key, uint64_t *slots,
	struct err *err)
{
	const struct viewer *v = &s->viewer;
	int64_t all[DB_HELD_SLOTS], seen[DB_HELD_SLOTS];
	uint64_t found = 0;
	bool muted;

	if (!db_ident_has(s->store.db, v->case_id, key, &muted, err) ||
	    !db_held_all(s->store.db, v->case_id, key, all, err) ||
	    !db_held_in(s->store.db, v->case_id, key, v->audiences,
		v->n_audiences, seen, err))
		return false;
	for (size_t i = 0; i < DB_HELD_SLOTS; i++)
		if (all[i] > seen[i] && all[i] <= SAME_MOST)
			found |= (uint64_t)1 << i;
	if (!muted)
		*slots |= found & hit_givers(v);
	return true;
}

static int
by_party(const void *a, const void *b)
{
	const struct desk_hit *x = a, *y = b;

	return strcmp(x->party, y->party);
}

/* Two ways to write one identifier in one act are one. */
static bool
is_told(const struct hit_list *out, const char *type, const char *party,
	const char *typed)
{
	for (size_t i = 0; i < out->n; i++)
		if (strcmp(out->list[i].type, type) == 0 &&
		    strcmp(out->list[i].party, party) == 0 &&
		    strcmp(out->list[i].value, typed) == 0)
			return true;
	return false;
}

static bool
tell(struct session *s, const struct hit_look *look, uint64_t slots,
	struct hit_list *out, struct err *err)
{
	struct hit_contacts contacts = { 0 };
	size_t before = out->n;
	bool ok = hit_contacts_read(s, slots, &contacts, err);

	for (size_t i = 0; ok && i < contacts.n; i++) {
		const struct hit_contact *c = &contacts.all[i];

		if (is_told(out, look->type, c->party, look->typed))
			continue;
		out->list = xgrow(out->list, out->n, &out->room,
			sizeof(*out->list));
		out->list[out->n++] = (struct desk_hit){
			.party = xstrdup(c->party), .type = xstrdup(look->type),
			.value = xstrdup(look->typed),
			.contact = xstrdup(c->contact),
		};
	}
	hit_contacts_clear(&contacts);
	if (out->n > before)
		qsort(out->list + before, out->n - before, sizeof(*out->list),
			by_party);
	return ok;
}

bool
hit_find(struct session *s, const struct hit_look *look, struct hit_list *out,
	struct err *err)
{
	uint64_t slots = 0;

	if (!hit_is_for(&s->viewer))
		return true;
	for (size_t i = 0; i < look->n; i++)
		if (!look_for_key(s, &look->keys[i], &slots, err))
			return false;
	return !slots || tell(s, look, slots, out, err);
}

/* --- What was written --------------------------------------------------- */

/* As it stands in the record, which is how it was typed but for blanks; of what is
 * made of two fields, what it is made to. */
static const char *
text_of(const struct record *r, const struct db_ident *ident)
{
	size_t at = kind_index_of_id(r->kind, ident->field);
	const char *text = at < kind_n(r->kind) ? record_text(r, at) : NULL;

	if (!text || r->kind->no == KIND_ORGANISATION ||
	    r->kind->no == KIND_PAPER)
		return ident->value;
	return value_is_marked(kind_field(r->kind, at), text) ? text + 1 : text;
}

static bool
give_idents(struct intake *in, struct hit_list *out, struct err *err)
{
	struct idents was = { 0 }, is = { 0 };
	bool ok = true;

	if (!in->is_new)
		idents_add(&was, &in->now);
	idents_add(&is, &in->next);
	for (size_t i = 0; ok && i < is.n; i++) {
		const struct hit_look look = { is.list[i].type,
			text_of(&in->next, &is.list[i]), &is.list[i], 1 };

		if (idents_have(&was, &is.list[i]))
			continue;
		in->says_new = true;
		ok = hit_find(in->session, &look, out, err);
	}
	idents_clear(&was);
	idents_clear(&is);
	return ok;
}

/* As one would ask about it: a name of one word says too little without the day. The
 * caller frees. */
static char *
name_and_day(const char *name, const char *day)
{
	struct idents keys = { 0 };

	nameset_add_typed(&keys, name);
	bool enough = keys.n > 0 || !day;

	idents_clear(&keys);
	return enough ? xstrdup(name) : xasprintf("%s %s", name, day);
}

static char *
birth_of(const struct record *person)
{
	const char *day = record_text(person, PERSON_BIRTH_DATE);

	return day ? xstrdup(day) : NULL;
}

/* The names that a person, or another name of one, says for the first time. */
static bool
give_names(struct intake *in, struct hit_list *out, struct err *err)
{
	struct idents was = { 0 }, is = { 0 }, fresh = { 0 };
	struct record person;
	bool is_alias = in->kind->no == KIND_NAME &&
		in->parent.kind == KIND_PERSON;
	char *day = NULL;
	bool ok = true;

	if (is_alias) {
		if (!table_load(in->session->store.db, &in->parent, &person, err))
			return false;
		nameset_add(&was, &person);
		nameset_add_alias(&is, &person, record_text(&in->next, NAME_TEXT));
		day = birth_of(&person);
		record_clear(&person);
	} else if (in->kind->no == KIND_PERSON && !idents_void(&in->next)) {
		if (!in->is_new)
			nameset_add(&was, &in->now);
		nameset_add(&is, &in->next);
		day = birth_of(&in->next);
	}
	for (size_t i = 0; i < is.n; i++)
		if (!idents_have(&was, &is.list[i]))
			idents_put(&fresh, &is.list[i]);
	if (fresh.n) {
		in->says_new = true;

		char *typed = name_and_day(record_text(&in->next, is_alias ?
			(size_t)NAME_TEXT : (size_t)PERSON_NAME), day);
		const struct hit_look look = { NAMESET_TYPE, typed, fresh.list,
			fresh.n };

		ok = hit_find(in->session, &look, out, err);
		free(typed);
	}
	free(day);
	idents_clear(&was);
	idents_clear(&is);
	idents_clear(&fresh);
	return ok;
}

bool
hit_give(struct intake *in, struct err *err)
{
	struct hit_list hits = { in->hits, in->n_hits, in->n_hits };
	bool ok = !in->session->viewer.case_id ||
		(give_idents(in, &hits, err) && give_names(in, &hits, err));

	in->hits = hits.list;
	in->n_hits = hits.n;
	return ok;
}

/* --- What was typed ----------------------------------------------------- */

static bool
find_typed(struct session *s, const char *text, struct hit_list *out,
	struct err *err)
{
	for (int i = IDENT_NONE + 1; i < IDENT_N; i++) {
		enum ident_type type = (enum ident_type)i;
		char normal[IDENT_TEXT_SIZE], key[IDENT_TEXT_SIZE];

		if (!ident_normalise(type, text, normal, NULL) ||
		    !ident_key(type, normal, key))
			continue;
		const struct db_ident ident = { ident_code(type), key, 0 };
		const struct hit_look look = { ident.type, text, &ident, 1 };

		if (!hit_find(s, &look, out, err))
			return false;
	}
	return true;
}

const char *
hit_type_of(const char *text)
{
	struct idents names = { 0 };

	for (int i = IDENT_NONE + 1; i < IDENT_N; i++) {
		enum ident_type type = (enum ident_type)i;
		char normal[IDENT_TEXT_SIZE], key[IDENT_TEXT_SIZE];

		if (ident_normalise(type, text, normal, NULL) &&
		    ident_key(type, normal, key))
			return ident_code(type);
	}
	nameset_add_typed(&names, text);
	bool is_name = names.n > 0;

	idents_clear(&names);
	return is_name ? NAMESET_TYPE : NULL;
}

bool
hit_typed(struct session *s, const char *text, struct hit_list *out,
	struct err *err)
{
	struct idents names = { 0 };
	bool ok = find_typed(s, text, out, err);

	nameset_add_typed(&names, text);
	if (ok && names.n) {
		const struct hit_look look = { NAMESET_TYPE, text, names.list,
			names.n };

		ok = hit_find(s, &look, out, err);
	}
	idents_clear(&names);
	return ok;
}
