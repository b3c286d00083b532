/* SPDX-License-Identifier: GPL-3.0-or-later */
/* find.c - the call desk_find: one form of the text after the other, each newest
 * first, until enough is found (decisions.md D11); and where that was little, those
 * who bear the same name in an order or with a slip that no key has. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/alike.h"
#include "src/asset.h"
#include "src/door.h"
#include "src/forms.h"
#include "src/hit.h"
#include "src/inquiry.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/session.h"
#include "src/slim.h"
#include "src/table.h"
#include "src/value.h"
#include "src/veiled.h"
#include "src/words.h"
#include "base/banned.h"

/* Rows that are few: names like the one typed are offered besides. */
enum { FEW = 10 };

enum { HITS = 128, EXCERPT_COLUMNS = 120 };

struct search {
	struct session *session;
	int kind;		/* 0: any */
	int64_t limit;
	const struct veiled *veiled;
	struct desk_found *found;
	size_t room;
	int64_t *seen;		/* rids, ascending; owned */
	size_t n_seen, seen_room;
	struct words scratch;
	const struct kind *wanted_kind;
	bool *wanted;		/* of that kind, by field; owned */
};

/* --- What was seen already ---------------------------------------------- */

static bool
is_seen(const struct search *q, int64_t rid)
{
	return sorted_has(q->seen, q->n_seen, rid);
}

/* False when it is there already. */
static bool
see(struct search *q, int64_t rid)
{
	size_t at = sorted_at(q->seen, q->n_seen, rid);

	if (at < q->n_seen && q->seen[at] == rid)
		return false;
	q->seen = xgrow(q->seen, q->n_seen, &q->seen_room, sizeof(*q->seen));
	memmove(q->seen + at + 1, q->seen + at,
		(q->n_seen - at) * sizeof(*q->seen));
	q->seen[at] = rid;
	q->n_seen++;
	return true;
}

/* --- Where it was found ------------------------------------------------- */

/* The value that holds most of the words, so far. */
struct place {
	const struct form *form;
	size_t held;
	char *field, *text;	/* owned */
};

/* The first of the lines that holds most of the words, cut to be shown. */
static char *
excerpt(struct search *q, const struct form *form, const struct field *f,
	const char *text)
{
	const char *best = text;
	size_t most = 0, n;

	for (const char *line = text; f->type == FIELD_LONG && *line;) {
		size_t len = strcspn(line, "\n");
		char *copy = xstrndup(line, len);
		size_t held = forms_held(form, f, copy, &q->scratch);

		if (held > most)
			best = line;
		most = held > most ? held : most;
		free(copy);
		line += line[len] ? len + 1 : len;
	}
	n = strcspn(best, "\n");
	return xstrndup(best, utf8_cut(best, n, EXCERPT_COLUMNS, NULL));
}

static void
look_in(struct search *q, struct place *p, const struct kind *part,
	const struct field *f, const char *text)
{
	size_t held;

	if (value_is_marked(f, text))
		text++;
	held = forms_held(p->form, f, text, &q->scratch);
	if (held <= p->held)
		return;
	p->held = held;
	free(p->field);
	free(p->text);
	p->field = part ? xasprintf("%s.%s", part->name, f->name) :
		xstrdup(f->name);
	p->text = excerpt(q, p->form, f, text);
}

static bool
look_in_parts(struct search *q, struct place *p, const struct kind *part,
	int64_t rid, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_parts(q->session->store.db, table_of(part), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why))
		for (size_t i = HEADER_N; i < kind_n(part); i++) {
			const struct field *f = kind_field(part, i);
			const char *text = f->flags & FIELD_SEARCHED ?
				db_cursor_text(c, i) : NULL;

			if (text)
				look_in(q, p, part, f, text);
		}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* The value of a field that is looked in and told (veil.h); or NULL. */
static const char *
told_text(const struct search *q, const struct record *r, int64_t rid, size_t index)
{
	const struct field *f = kind_field(r->kind, index);

	return f && (index == HEADER_REF || (f->flags & FIELD_SEARCHED)) &&
		!veiled_hides(q->veiled, rid, index) ? record_text(r, index) : NULL;
}

/* Is it found by what is told of it alone? */
static bool
is_found_by_told(struct search *q, const struct record *r, int64_t rid,
	const struct form *form)
{
	if (!veiled_has(q->veiled, rid))
		return true;
	words_reset(&q->scratch);
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = told_text(q, r, rid, i);

		if (text)
			words_of_value(f, text + value_is_marked(f, text),
				WORDS_ALL_KEYS, &q->scratch);
	}
	return forms_met(form, &q->scratch);
}

/* Its title, its other fields, its ref, and its parts if it takes them and they are
 * told, until all words are held. */
static bool
look_everywhere(struct search *q, struct place *p, const struct record *r,
	int64_t rid, struct err *err)
{
	const struct kind *k = r->kind;

	for (size_t n = 0; n <= kind_n(k) && p->held < p->form->n; n++) {
		size_t i = n == 0 ? k->title : n == kind_n(k) ? HEADER_REF : n;
		const char *text = told_text(q, r, rid, i);

		if (text)
			look_in(q, p, NULL, kind_field(k, i), text);
	}
	if (veiled_has(q->veiled, rid))
		return true;
	for (size_t i = 0; kinds[i] && p->held < p->form->n; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) &&
		    words_are_of(kinds[i]) &&
		    !look_in_parts(q, p, kinds[i], rid, err))
			return false;
	return true;
}

/* --- Rows --------------------------------------------------------------- */

/* The fields of a kind that are shown or looked in; most hits are of one kind. */
static const bool *
wanted_of(struct search *q, const struct kind *k)
{
	if (q->wanted_kind == k)
		return q->wanted;
	free(q->wanted);
	q->wanted_kind = k;
	q->wanted = xcalloc(kind_n(k), sizeof(*q->wanted));
	for (size_t i = 0; i < kind_n(k); i++)
		q->wanted[i] = kind_field(k, i) && (slim_has(k, i) ||
			(kind_field(k, i)->flags & FIELD_SEARCHED));
	return q->wanted;
}

static bool
load(struct search *q, const struct db_entry *e, struct record *r,
	struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	bool ok = db_row_get(q->session->store.db, table_of(k), wanted_of(q, k),
		e->rid, &c, &why) && db_cursor_next(c, &why);

	if (ok)
		table_record(r, k, c, e);
	db_cursor_close(c);
	if (ok)
		return true;
	if (why.code == ERR_NONE)
		return err_set(err, ERR_DAMAGED,
			_("the search index names a record that is not there"));
	if (err)
		*err = why;
	return false;
}

/* Give it to the one who asked: what a list would show of it, and how it was hit. */
static void
add_row(struct search *q, struct record *r, struct desk_find_row row)
{
	struct desk_found *a = q->found;

	slim_record(r);
	door_out(&q->session->store, &q->session->viewer, r);
	a->rows = xgrow(a->rows, a->n, &q->room, sizeof(*a->rows));
	row.record = *r;
	a->rows[a->n++] = row;
}

/* As a row, unless there are enough. *r is taken over. */
static bool
take_record(struct search *q, int64_t rid, const struct form *form,
	struct record *r, struct err *err)
{
	struct place place = { .form = form };

	if ((int64_t)q->found->n == q->limit) {
		q->found->capped = true;
		record_clear(r);
		return true;
	}
	if (!look_everywhere(q, &place, r, rid, err)) {
		free(place.field);
		free(place.text);
		record_clear(r);
		return false;
	}
	see(q, rid);
	add_row(q, r, (struct desk_find_row){ .how = (int)form->how,
		.field = place.field, .text = place.text });
	return true;
}

/* No row when it is there already or not for these eyes, or what it was found by is
 * not. */
static bool
take(struct search *q, int64_t rid, const struct form *form, struct err *err)
{
	struct session *s = q->session;
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(s->store.db, rid, &e, err))
		return false;
	if (!viewer_sees(&s->viewer, &s->store, &e) || is_seen(q, rid))
		return true;
	if (!load(q, &e, &r, err))
		return false;
	if (is_found_by_told(q, &r, rid, form))
		return take_record(q, rid, form, &r, err);
	record_clear(&r);
	return true;
}

/* --- Ways to find ------------------------------------------------------- */

static bool
find_form(struct search *q, const struct form *form, struct err *err)
{
	const struct viewer *v = &q->session->viewer;
	const struct db_search_query query = { form->key, q->kind, v->audiences,
		v->n_audiences, form->words, form->n };
	int64_t rids[HITS], below = INT64_MAX;
	size_t found;

	do {
		/* One more than wanted says whether there are more. */
		size_t want = (size_t)q->limit + 1;

		if (!db_search_find(q->session->store.db, &query, below, rids,
		    want < HITS ? want : HITS, &found, err))
			return false;
		for (size_t i = 0; i < found && !q->found->capped; i++) {
			if (!take(q, rids[i], form, err))
				return false;
			below = rids[i];
		}
		if (found < (want < HITS ? want : HITS))
			break;
	} while (!q->found->capped);
	return true;
}

static bool
is_text(const struct record *r, size_t index, const char *text)
{
	const char *value = record_text(r, index);

	return value && strcasecmp(value, text) == 0;
}

/* The field by which a record was named; a ref may have its case before it, or
 * be that of a part. */
static size_t
named_by(const struct record *r, const char *text)
{
	if (is_text(r, HEADER_SOURCE_ID, text))
		return HEADER_SOURCE_ID;
	if (is_text(r, HEADER_ID, text))
		return HEADER_ID;
	if (r->kind->no == KIND_ASSET && !strchr(text, '/') &&
	    !is_text(r, HEADER_REF, text))
		return ASSET_ACCOUNT_NO;
	return HEADER_REF;
}

/* A ref, uid or source_id is a name, and no word of the index. A part is shown
 * as its record. */
static bool
find_named(struct search *q, const char *text, struct err *err)
{
	struct session *s = q->session;
	struct db_entry e;
	struct record r;

	if (!ref_resolve(&s->store, &s->viewer, text, UINT64_MAX, &e, NULL))
		return true;
	if (e.parent && !db_entry_of_rid(s->store.db, e.parent, &e, err))
		return false;
	if ((q->kind && e.kind != q->kind) ||
	    viewer_is_void(&s->viewer, &e) || is_seen(q, e.rid))
		return true;
	if (!load(q, &e, &r, err))
		return false;
	size_t by = named_by(&r, text);

	if (veiled_hides(q->veiled, e.rid, by)) {
		record_clear(&r);
		return true;
	}
	see(q, e.rid);
	add_row(q, &r, (struct desk_find_row){ .how = DESK_FIND_REF,
		.field = xstrdup(kind_field(r.kind, by)->name),
		.text = xstrdup(text) });
	return true;
}

/* Does it bear its name where that is not told? That of a part is none of it. */
static bool
is_untold(const struct search *q, const struct alike_hit *hit)
{
	const struct kind *k = kind_of((enum kind_no)hit->entry.kind);

	return veiled_has(q->veiled, hit->entry.rid) &&
		(strcmp(hit->field, kind_field(k, k->title)->name) != 0 ||
		 veiled_hides(q->veiled, hit->entry.rid, k->title));
}

/* No row when it is there already. */
static bool
take_alike(struct search *q, const struct alike_hit *hit, struct err *err)
{
	struct record r;

	if (!see(q, hit->entry.rid))
		return true;
	if ((int64_t)q->found->n == q->limit) {
		q->found->capped = true;
		return true;
	}
	if (!load(q, &hit->entry, &r, err))
		return false;
	add_row(q, &r, (struct desk_find_row){ .how = DESK_FIND_ALIKE,
		.score = hit->score, .field = xstrdup(hit->field),
		.text = xstrdup(hit->text) });
	return true;
}

/* Those who bear the same name: it is compared, and no word of the index. */
static bool
find_alike(struct search *q, const char *text, struct err *err)
{
	struct desk_found *a = q->found;
	struct alike_hits hits;

	if (a->capped || a->n >= FEW)
		return true;
	if (!alike_find(q->session, q->kind, text, &hits, err))
		return false;
	bool ok = true;

	size_t n = 0;

	for (size_t i = 0; ok && !a->capped && i < hits.n; i++) {
		if (is_untold(q, &hits.hits[i]))
			continue;
		if (n++ == DESK_ALIKE_MOST)
			a->capped = true;
		else
			ok = take_alike(q, &hits.hits[i], err);
	}
	alike_hits_clear(&hits);
	return ok;
}

static bool
find_all(struct search *q, const char *text, struct err *err)
{
	struct forms forms;

	if (!forms_make(&forms, text, err))
		return false;
	/* Names have a number, as a rule: what has none is rather a word. */
	bool ok = true, is_name = strpbrk(text, "0123456789") != NULL;

	if (is_name)
		ok = find_named(q, text, err);
	for (size_t i = 0; ok && i < forms.n && !q->found->capped; i++)
		ok = find_form(q, &forms.forms[i], err);
	if (ok && !is_name && forms.n && q->found->n == 0)
		ok = find_named(q, text, err);
	forms_clear(&forms);
	return ok && find_alike(q, text, err);
}

static bool
check_kind(int kind, struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)kind);

	if (kind == 0 || (k && !(k->flags & (KIND_IS_PART | KIND_IS_HIDDEN))))
		return true;
	return err_set(err, ERR_USAGE, k && (k->flags & KIND_IS_PART) ?
		_("a part is found as the record that it belongs to") :
		_("there is no such kind"));
}

/* Whether this case exchanges hits with any other is all that it depends on. */
static bool
find_elsewhere(struct session *s, const char *text, struct desk_found *a,
	struct err *err)
{
	const char *type = hit_type_of(text);
	bool may;

	if (!inquiry_may(s, &may, err))
		return false;
	a->elsewhere = may && type ? xstrdup(type) : NULL;
	return true;
}

bool
find_read(struct session *s, const struct desk_find_ask *ask,
	struct desk_found *a, struct err *err)
{
	struct search q = { .session = s, .kind = ask->kind, .found = a,
		.scratch = WORDS_INIT };

	q.limit = ask->limit > 0 && ask->limit < DESK_FIND_MOST ? ask->limit :
		DESK_FIND_MOST;
	if (!check_kind(ask->kind, err) || !session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	struct hit_list hits = { 0 };
	const char *text = ask->text ? ask->text : "";
	bool ok = veiled_of(s, &q.veiled, err) && find_all(&q, text, err) &&
		hit_typed(s, text, &hits, err) &&
		find_elsewhere(s, text, a, err);

	db_read_end(s->store.db);
	ok = ok && hit_note(s, &hits, err);
	a->hits = hits.list;
	a->n_hits = hits.n;
	words_clear(&q.scratch);
	free(q.seen);
	free(q.wanted);
	if (!ok)
		desk_found_clear(a);
	return ok;
}
