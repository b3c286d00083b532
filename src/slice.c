/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slice.c - see slice.h. */
#include "src/slice.h"

#include <stdlib.h>
#include <string.h>

#include "base/ids.h"
#include "base/xalloc.h"
#include "src/change.h"
#include "src/door.h"
#include "src/linktell.h"
#include "src/ref.h"
#include "src/table.h"
#include "src/veiled.h"
#include "base/banned.h"

/* What may lie in the rows on each side of the anchor: a page holds at least
 * the anchor's row, and no more than this and a row on either side. */
enum { SIDE_BYTES = 2 << 20 };

/* Names that come with a page: a screen shows no more. */
enum { NAMED_MOST = 400 };

/* --- The key of a row --------------------------------------------------- */

/*
 * A row's place, for the time when it will be gone: sealed, for row ids tell how
 * much there is besides what the viewer sees (decisions.md D4). Good in any list
 * of the same order. The key follows at once.
 */
struct mark {
	int64_t rid;
	int32_t kind, sort;
	int64_t line;		/* under headings: where it stood */
	uint8_t descending, has_key, grouped;
};

static struct mark
mark_of(const struct slice *s)
{
	struct mark m;

	memset(&m, 0, sizeof(m));	/* the padding too is sealed */
	m.kind = (int32_t)s->spec->kind->no;
	m.sort = s->spec->sort;
	m.descending = s->spec->descending;
	m.grouped = s->spec->grouped;
	return m;
}

static char *
seal_place(const struct slice *s, const struct db_place *place, int64_t line)
{
	struct mark m = mark_of(s);
	struct strbuf note = STRBUF_INIT, text = STRBUF_INIT;

	m.rid = place->rid;
	m.line = line;
	m.has_key = place->key != NULL;
	strbuf_add(&note, &m, sizeof(m));
	strbuf_puts(&note, place->key ? place->key : "");
	seal_put(&s->session->seal, note.text, note.len, &text);
	strbuf_clear(&note);
	return strbuf_detach(&text);
}

/* The place that the anchor's key tells of, if it is of this order. */
static bool
open_place(const struct slice *s, struct db_place *place, int64_t *line)
{
	struct mark m, want = mark_of(s);
	struct strbuf note = STRBUF_INIT;
	bool ok = seal_get(&s->session->seal, s->key, &note) &&
		note.len >= sizeof(m);

	if (ok) {
		memcpy(&m, note.text, sizeof(m));
		ok = m.kind == want.kind && m.sort == want.sort &&
			m.descending == want.descending &&
			m.grouped == want.grouped;
	}
	if (ok) {
		place->rid = m.rid;
		if (line)
			*line = m.line;
		place->key = m.has_key ? xstrdup(note.text + sizeof(m)) : NULL;
	}
	strbuf_clear(&note);
	return ok;
}

/* The record of the anchor's uid, 0 for none. That the viewer sees it is asked
 * where it is looked for in the list. */
static int64_t
anchor_rid(const struct slice *s)
{
	struct db_entry e;

	return ids_valid(s->uid) &&
		db_entry_of_uid(s->session->store.db, s->uid, &e, NULL) ?
		e.rid : 0;
}

/* --- By the index ------------------------------------------------------- */

static void
free_places(struct db_place *places, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(places[i].key);
	free(places);
}

typedef bool (*walk)(struct db *db, const struct db_order *o,
	const struct db_place *from, size_t n, struct db_place *places,
	size_t *found, struct err *err);

/* Up to n places one way from a place, the nearest first; the one that is too
 * many tells that there are more. */
static bool
walk_from(struct slice *s, const struct db_order *o, walk go,
	const struct db_place *from, size_t n, struct err *err)
{
	bool back = go == db_page_before, *more = back ? &s->more_before :
		&s->more_after;
	struct db_place *found = xcalloc(n + 1, sizeof(*found));
	size_t got = 0;

	if (!go(s->session->store.db, o, from, n + 1, found, &got, err)) {
		free(found);
		return false;
	}
	*more = got > n;
	if (*more)
		free(found[--got].key);
	for (size_t i = 0; i < got; i++)
		s->places[s->n + i] = found[back ? got - 1 - i : i];
	s->n += got;
	free(found);
	return true;
}

/* Around the place of a record. */
static bool
walk_around(struct slice *s, const struct db_order *o,
	const struct db_place *place, struct err *err)
{
	if (!walk_from(s, o, db_page_before, place, s->before, err))
		return false;
	s->at = s->n;
	s->places[s->n++] = (struct db_place){ place->rid, xstrdup(place->key) };
	return walk_from(s, o, db_page_after, place, s->after, err);
}

/* A record is gone: the one that came next stands for it, else the last. */
static bool
nearest(struct slice *s, const struct db_order *o, struct db_place *place,
	bool *there, struct err *err)
{
	struct db *db = s->session->store.db;
	struct db_place next;
	size_t n;

	if (!db_page_after(db, o, place, 1, &next, &n, err) ||
	    (!n && !db_page_before(db, o, place, 1, &next, &n, err)))
		return false;
	*there = n;
	if (n) {
		free(place->key);
		*place = next;
	}
	return true;
}

/* The place of the anchor's record, or the nearest to where it was; its key is
 * the caller's even on failure. */
static bool
find_anchor(struct slice *s, const struct db_order *o, struct db_place *place,
	bool *there, struct err *err)
{
	int64_t rid = anchor_rid(s);
	struct err why = ERR_INIT;

	*there = rid && db_page_place(s->session->store.db, o, rid, place, &why);
	if (*there)
		return true;
	if (why.code != ERR_NONE && why.code != ERR_NOT_FOUND) {
		if (err)
			*err = why;
		return false;
	}
	s->gone = true;
	return !open_place(s, place, NULL) || nearest(s, o, place, there, err);
}

static bool
find_by_index(struct slice *s, const struct db_order *o, struct err *err)
{
	struct db_place place = { 0 };
	bool there = false, ok = true;

	if (s->anchor == DESK_LAST) {
		ok = walk_from(s, o, db_page_before, NULL, s->before + 1, err);
		s->at = s->n ? s->n - 1 : 0;
		return ok;
	}
	if (s->anchor == DESK_AT)
		ok = find_anchor(s, o, &place, &there, err);
	if (ok)
		ok = there ? walk_around(s, o, &place, err) : walk_from(s, o,
			db_page_after, NULL, s->after + 1, err);
	free(place.key);
	return ok;
}

/* Nothing stands where a value puts it that is not told (veil.h). */
static bool
hide_keys(struct slice *s, struct db_order *o, int64_t **rids, struct err *err)
{
	const struct veiled *veiled;

	if (o->sort == DB_PAGE_NEWEST)
		return true;
	if (!veiled_of(s->session, &veiled, err))
		return false;
	veiled_hidden(veiled, s->spec->kind, (size_t)o->sort, o->audiences,
		o->n_audiences, rids, &o->n_keyless);
	o->keyless = *rids;
	return true;
}

bool
slice_of_index(struct slice *s, struct err *err)
{
	int64_t *audiences, *keyless = NULL;
	struct db_order o = { .table = table_of(s->spec->kind),
		.sort = s->spec->sort, .descending = s->spec->descending };

	if (!viewer_audiences(&s->session->viewer, &s->session->store,
	    s->spec->kind, &o.case_id, &audiences, &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	s->places = xcalloc(s->before + s->after + 2, sizeof(*s->places));
	bool ok = hide_keys(s, &o, &keyless, err) &&
		find_by_index(s, &o, err) &&
		db_page_total(s->session->store.db, &o, &s->total, err);

	free(audiences);
	free(keyless);
	s->rank = !s->more_before ? 0 :
		!s->more_after ? s->total - (int64_t)s->n : -1;
	return ok;
}

/* --- Of what was picked ------------------------------------------------- */

static const char heading_uid[] = "group:";

/* The line of the anchor; pick_count when it is not there (any more). */
static size_t
find_anchor_line(const struct slice *s, const struct pick *p)
{
	size_t len = strlen(heading_uid);
	int64_t rid;

	if (s->spec->grouped && strncmp(s->uid, heading_uid, len) == 0)
		return pick_find_group(p, s->uid + len);
	rid = anchor_rid(s);
	return rid ? pick_find(p, rid) : pick_count(p);
}

static size_t
find_in_pick(struct slice *s, const struct pick *p)
{
	size_t n = pick_count(p), at;
	struct db_place place;
	int64_t line = 0;

	if (s->anchor != DESK_AT)
		return s->anchor == DESK_LAST && n ? n - 1 : 0;
	at = find_anchor_line(s, p);
	s->gone = at == n;
	if (!s->gone || !open_place(s, &place, &line))
		return s->gone ? 0 : at;
	/* Its group may have gone with it: what stands there now is next to it. */
	at = s->spec->grouped ? (size_t)line : pick_nearest(p, &place);
	free(place.key);
	return at >= n && n ? n - 1 : at;
}

static struct db_place
place_of_line(const struct pick *p, size_t i)
{
	struct pick_line line = pick_line(p, i);

	if (line.heading)
		return (struct db_place){ -1 - (int64_t)line.at, NULL };
	return (struct db_place){ p->places[line.at].place.rid,
		xstrdup(p->places[line.at].place.key) };
}

bool
slice_of_pick(struct slice *s, const struct pick *p, struct err *err)
{
	size_t at = find_in_pick(s, p), n = pick_count(p), from, end;

	(void)err;
	s->pick = p;
	if (s->anchor == DESK_FIRST)
		s->before = 0;
	if (s->anchor == DESK_LAST)
		s->after = 0;
	from = at > s->before ? at - s->before : 0;
	end = n - at > s->after ? at + s->after + 1 : n;
	s->places = xcalloc(end - from, sizeof(*s->places));
	for (size_t i = from; i < end; i++)
		s->places[s->n++] = place_of_line(p, i);
	s->at = at - from;
	s->more_before = from > 0;
	s->more_after = end < n;
	s->rank = (int64_t)from;
	s->total = (int64_t)p->n;
	return true;
}

/* --- Records ------------------------------------------------------------ */

static size_t
bytes_of(const struct record *r)
{
	size_t sum = 0;

	for (size_t i = 0; i < kind_n(r->kind); i++)
		if (record_text(r, i))
			sum += strlen(record_text(r, i));
	return sum;
}

static void
load_heading(struct slice *s, size_t at, struct desk_row *row)
{
	const struct db_place *place = &s->places[at];
	const struct group *group =
		&s->pick->groups.groups[-1 - place->rid];

	row->uid = xasprintf("%s%s", heading_uid, group->value);
	row->key = seal_place(s, place, s->rank + (int64_t)at);
	row->group = xstrdup(group->value);
	row->count = group->count;
	row->folded = group->folded;
	record_init(&row->record, s->spec->kind);
}

/* --- What they refer to ------------------------------------------------- */

static bool
is_named(const struct desk_page *page, const char *ref)
{
	for (size_t i = 0; i < page->n_named; i++)
		if (strcmp(page->named[i].ref, ref) == 0)
			return true;
	return false;
}

static bool
add_named(struct slice *s, struct desk_page *page, const struct field *f,
	const char *ref, struct err *err)
{
	struct store *store = &s->session->store;
	struct db_entry e;
	char *title = NULL;

	if (!ref_resolve(store, &s->session->viewer, ref, f->kinds, &e, NULL))
		return true;
	if (!linktell_title(store, &e, &title, err))
		return false;
	if (!title)
		return true;
	page->named = xrealloc_array(page->named, page->n_named + 1,
		sizeof(*page->named));
	page->named[page->n_named++] = (struct desk_named){ xstrdup(ref), title };
	return true;
}

/* The records that the kind's own fields name: a ref alone says little, the code of a
 * party enough. */
static bool
name_refs(struct slice *s, struct desk_page *page, const struct record *r,
	struct err *err)
{
	for (size_t i = HEADER_N; i < kind_n(r->kind) &&
	     page->n_named < NAMED_MOST; i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *ref = f && f->type == FIELD_REF &&
			f->kinds != KIND_BIT(KIND_PARTY) &&
			!r->values[i].invalid ? record_text(r, i) : NULL;

		if (ref && !is_named(page, ref) && 
		    !add_named(s, page, f, ref, err))
			return false;
	}
	return true;
}

/* One row as it goes out. Left without uid when the record is not there for the
 * viewer (any more). */
static bool
load_row(struct slice *s, size_t at, struct desk_row *row, struct err *err)
{
	const struct db_place *place = &s->places[at];
	struct store *store = &s->session->store;
	const struct viewer *v = &s->session->viewer;
	enum desk_standing standing;
	struct err why = ERR_INIT;
	struct db_entry e;

	if (place->rid < 0) {
		load_heading(s, at, row);
		return true;
	}
	if (db_entry_of_rid(store->db, place->rid, &e, &why)) {
		if (!viewer_sees(v, store, &e))
			return true;
		if (!door_load(store, &e, &row->record, err) ||
		    !standing_of(store, v, &e, &row->record, &s->seen,
			&standing, err))
			return false;
		row->standing = (int)standing;
		row->foreign = change_is_foreign(v, &row->record);
		door_out_among(store, v, s->shown, &row->record);
		row->uid = xstrdup(e.uid);
		row->key = seal_place(s, place, s->rank + (int64_t)at);
		return true;
	}
	if (why.code != ERR_NOT_FOUND && err)
		*err = why;
	return why.code == ERR_NOT_FOUND;
}

/* From one row on in one direction, until the end or the budget. Returns how
 * many were gone through; SIZE_MAX on failure. */
static size_t
load_side(struct slice *s, struct desk_row *rows, size_t from, bool back,
	struct err *err)
{
	size_t n = back ? from : s->n - from, bytes = 0, i = 0;

	for (; i < n && bytes <= SIDE_BYTES; i++) {
		size_t at = back ? from - 1 - i : from + i;

		if (!load_row(s, at, &rows[at], err))
			return SIZE_MAX;
		if (rows[at].uid)
			bytes += bytes_of(&rows[at].record);
	}
	return i;
}

/* Close the gaps, and let the page begin with the first that was loaded. */
static void
put_rows(const struct slice *s, size_t first, size_t end, struct desk_page *page)
{
	struct desk_row *rows = page->rows;

	page->n = 0;
	page->at = 0;
	for (size_t i = first; i < end; i++) {
		if (i == s->at) {
			page->at = (int64_t)page->n;
			page->gone |= !rows[i].uid;
		}
		if (rows[i].uid)
			rows[page->n++] = rows[i];
	}
	if (page->n && page->at == (int64_t)page->n)
		page->at--;
}

static bool
load_rows(struct slice *s, struct desk_row *rows, size_t *ahead, size_t *behind,
	struct err *err)
{
	s->shown = shown_new(&s->session->store, &s->session->viewer);
	*ahead = load_side(s, rows, s->at, false, err);
	*behind = *ahead == SIZE_MAX ? SIZE_MAX :
		load_side(s, rows, s->at, true, err);
	shown_free(s->shown);
	s->shown = NULL;
	return *behind != SIZE_MAX;
}

bool
slice_load(struct slice *s, struct desk_page *page, struct err *err)
{
	size_t ahead, behind;

	page->rows = xcalloc(s->n + 1, sizeof(*page->rows));
	page->n = s->n;		/* so that all are freed on failure */
	if (!load_rows(s, page->rows, &ahead, &behind, err))
		return false;
	page->gone = s->gone;
	page->more_before = s->more_before || behind < s->at;
	page->more_after = s->more_after || s->at + ahead < s->n;
	page->rank = s->rank < 0 ? -1 : s->rank + (int64_t)(s->at - behind);
	page->total = s->total;
	put_rows(s, s->at - behind, s->at + ahead, page);
	for (size_t i = 0; i < page->n; i++)
		if (!name_refs(s, page, &page->rows[i].record, err))
			return false;
	return true;
}

void
slice_clear(struct slice *s)
{
	free_places(s->places, s->n);
	s->places = NULL;
	s->n = 0;
}
