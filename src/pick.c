/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pick.c - see pick.h. */
#include "src/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/fold.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/search.h"
#include "src/access.h"
#include "src/shown.h"
#include "src/table.h"
#include "src/value.h"
#include "src/veiled.h"
#include "base/banned.h"

enum {
	/* Hits of the index that are fetched at once, which is not broken off
	 * within: the most take 2 ms of a step's 10. */
	HITS_FIRST = 128, HITS_GROW = 4, HITS_MOST = 2048,
	KEY_BYTES = 96,		/* of a sort key made here */
};

/* --- Rows --------------------------------------------------------------- */

/* The row that a cursor stands on, and its directory line once it was needed. */
struct row {
	struct pick *pick;
	const struct db_cursor *cursor;
	bool has_entry;
	struct db_entry entry;
};

static const struct db_entry *
entry_of(struct row *row)
{
	if (!row->has_entry)
		row->has_entry = db_entry_of_rid(row->pick->session->store.db,
			db_cursor_rid(row->cursor), &row->entry, NULL);
	return row->has_entry ? &row->entry : NULL;
}

static const char *
row_text(const void *of, size_t index)
{
	struct row *row = (struct row *)(uintptr_t)of;	/* it remembers */
	const struct kind *k = row->pick->spec.kind;
	const struct db_entry *e;

	switch (index) {
	case HEADER_KIND:
		return k->name;
	case HEADER_CASE:
		if (k->no != KIND_CASEFILE)
			return row->pick->session->viewer.case_code;
		/* A case is its own. */
		e = entry_of(row);
		return e ? e->ref : NULL;
	case HEADER_REF:
		e = entry_of(row);
		return e && *e->ref ? e->ref : NULL;
	case HEADER_ID:
		e = entry_of(row);
		return e ? e->uid : NULL;
	default:
		return db_cursor_text(row->cursor, index);
	}
}

/* See veil.h. */
static bool
row_hides(const void *of, size_t index)
{
	struct row *row = (struct row *)(uintptr_t)of;

	return veiled_hides(row->pick->veiled, db_cursor_rid(row->cursor), index);
}

/* A row whose parts cannot be read has none: the next look says why. */
static const char *
row_words(const void *of)
{
	const struct row *row = of;
	struct pick *p = row->pick;

	struct strbuf *words = &p->words.keys[DB_SEARCH_WORDS];
	const struct strbuf *latin = &p->words.keys[DB_SEARCH_LATIN];

	words_reset(&p->words);
	if (!words_of_parts(p->session->store.db, p->spec.kind,
	    db_cursor_rid(row->cursor), &p->words, NULL) || !words->len)
		return NULL;
	strbuf_putc(words, '\n');
	strbuf_add(words, latin->text, latin->len);
	return words->text;
}

/* Refs order by their numbers: RO-L2 comes before RO-L10. A run of digits is
 * preceded by how many they are. */
static void
put_ref_key(const char *ref, struct strbuf *out)
{
	struct strbuf folded = STRBUF_INIT;
	const char *at;

	fold_key(&folded, ref, strlen(ref));
	for (at = folded.text; *at && out->len < KEY_BYTES; ) {
		size_t digits;

		at += strspn(at, "0");
		digits = strspn(at, "0123456789");
		if (digits || (at > folded.text && at[-1] == '0'))
			strbuf_printf(out, "%02zu", digits % 100);
		strbuf_add(out, at, digits);
		at += digits;
		if (*at)
			strbuf_putc(out, *at++);
	}
	strbuf_clear(&folded);
}

/* The sort key of a row, owned; NULL when it has none, for this viewer. */
static char *
key_of(struct pick *p, struct row *row)
{
	const size_t sort = (size_t)p->spec.sort;
	const struct field *f;
	const char *text;
	struct strbuf key = STRBUF_INIT;

	if (p->spec.sort == DB_PAGE_NEWEST)
		return NULL;
	f = kind_field(p->spec.kind, sort);
	text = row_hides(row, sort) ? NULL : row_text(row, sort);
	if (text && f->type == FIELD_REF)
		text = value_is_marked(f, text) ? text + 1 :
			shown_ref(p->shown, text);
	if (!text)
		return NULL;
	if (f->type == FIELD_REF || sort == HEADER_REF)
		put_ref_key(text, &key);
	else
		value_key(f, text, &key);
	return strbuf_detach(&key);
}

static bool
is_visible(const struct pick *p, int64_t audience)
{
	for (size_t i = 0; i < p->n_audiences; i++)
		if (p->audiences[i] == audience)
			return true;
	return false;
}

static void
put_place(struct pick *p, struct pick_place place)
{
	p->places = xgrow(p->places, p->n, &p->room, sizeof(*p->places));
	p->places[p->n++] = place;
}

static void
consider(struct pick *p, const struct db_cursor *c)
{
	struct row row = { .pick = p, .cursor = c };
	const struct filter_row asked = { row_text, &row, row_words, row_hides,
		veiled_has(p->veiled, db_cursor_rid(c)) };

	if (!is_visible(p, db_cursor_audience(c)) ||
	    !filter_match(p->filter, &asked))
		return;
	put_place(p, (struct pick_place){
		.place = { .rid = db_cursor_rid(c), .key = key_of(p, &row) },
		.group = p->spec.grouped ?
			grouping_take(&p->groups, &asked, p->shown) : 0,
	});
}

/* --- Going through them ------------------------------------------------- */

/* What ended a cursor: the end, or an error? */
static bool
ended_well(const struct err *why, struct err *err)
{
	if (why->code == ERR_NONE)
		return true;
	if (err)
		*err = *why;
	return false;
}

/* Rows of the audience at hand. *out_of_time: not all of them. */
static bool
scan_audience(struct pick *p, int64_t until, bool *out_of_time, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	*out_of_time = false;
	if (!db_row_scan(p->session->store.db, table_of(p->spec.kind),
	    p->wanted, p->case_id, p->audiences[p->at], p->below, &c, err))
		return false;
	while (!*out_of_time && db_cursor_next(c, &why)) {
		consider(p, c);
		p->below = db_cursor_rid(c);
		*out_of_time = clock_ticks() >= until;
	}
	db_cursor_close(c);
	return ended_well(&why, err);
}

static bool
scan(struct pick *p, int64_t until, struct err *err)
{
	bool out_of_time;

	while (p->at < p->n_audiences) {
		if (!scan_audience(p, until, &out_of_time, err))
			return false;
		if (out_of_time)
			return true;
		p->at++;
		p->below = INT64_MAX;
	}
	p->done = true;
	return true;
}

/* Of one that is veiled all that words are asked of is read: what the index said of it
 * does not count. */
static bool
consider_rid(struct pick *p, int64_t rid, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_get(p->session->store.db, table_of(p->spec.kind),
	    veiled_has(p->veiled, rid) ? NULL : p->wanted, rid, &c, err))
		return false;
	if (db_cursor_next(c, &why))
		consider(p, c);
	db_cursor_close(c);
	return ended_well(&why, err);
}

/*
 * The next that the index has for the words of the filter: first as many as a page
 * shows, then more at once, for each question costs by itself what all words with
 * such a beginning have.
 */
static bool
fetch_hits(struct pick *p, struct err *err)
{
	const struct db_search_query query = { DB_SEARCH_WORDS,
		(int)p->spec.kind->no, p->audiences, p->n_audiences,
		p->looked_up, p->n_looked_up };
	struct pick_hits *h = &p->hits;
	size_t room = h->room == 0 ? HITS_FIRST : h->room * HITS_GROW;

	if (room > HITS_MOST)
		room = HITS_MOST;
	if (room != h->room) {
		free(h->rids);
		h->rids = xcalloc(room, sizeof(*h->rids));
		h->room = room;
	}
	h->at = h->n = 0;
	return db_search_find(p->session->store.db, &query, p->below, h->rids,
		h->room, &h->n, err);
}

/* Take one that was found; whether it holds the rest of the filter is asked of it,
 * if there is a rest. */
static bool
take_hit(struct pick *p, int64_t rid, struct err *err)
{
	bool reads = p->reads || veiled_has(p->veiled, rid);

	if (reads && !consider_rid(p, rid, err))
		return false;
	if (!reads)
		put_place(p, (struct pick_place){ .place = { .rid = rid } });
	p->below = rid;
	return true;
}

/* The first that are found fill a screen: they are steps of their own, as short as can
 * be, for somebody types. What only makes the number exact takes whole steps. */
static bool
search(struct pick *p, int64_t until, struct err *err)
{
	struct pick_hits *h = &p->hits;

	do {
		if (h->at == h->n && !fetch_hits(p, err))
			return false;
		while (h->at < h->n) {
			if (!take_hit(p, h->rids[h->at++], err))
				return false;
			if (p->reads && clock_ticks() >= until)
				return true;
		}
		p->done = h->n < h->room;
	} while (!p->done && h->room == HITS_MOST && clock_ticks() < until);
	return true;
}

bool
pick_step(struct pick *p, int64_t until, struct err *err)
{
	if (p->done)
		return true;
	if (!veiled_of(p->session, &p->veiled, err))
		return false;
	return p->n_looked_up ? search(p, until, err) : scan(p, until, err);
}

/* --- Making and ending -------------------------------------------------- */

bool
pick_new(struct pick **pick, struct session *s, const struct pick_spec *spec,
	struct err *err)
{
	const struct filter_context ctx = { &s->store, &s->viewer, clock_now(),
		s->zone };
	struct pick *p = xcalloc(1, sizeof(*p));

	p->session = s;
	p->spec = *spec;
	p->below = INT64_MAX;
	p->words = (struct words)WORDS_INIT;
	p->stamp = db_stamp(s->store.db);
	p->stated = access_stated_changes(s);
	p->shown = shown_new(&s->store, &s->viewer);
	p->wanted = xcalloc(kind_n(spec->kind), sizeof(*p->wanted));
	if (!filter_parse(spec->kind, spec->filter, &ctx, &p->filter, err) ||
	    !viewer_audiences(&s->viewer, &s->store, spec->kind, &p->case_id,
		&p->audiences, &p->n_audiences, err)) {
		pick_free(p);
		return false;
	}
	p->voids = filter_asks_void(p->filter);
	if (p->voids)
		viewer_add_voids(&s->viewer, spec->kind, &p->audiences,
			&p->n_audiences);
	p->n_looked_up = filter_look_up(p->filter, p->looked_up, PICK_WORDS);
	p->reads = spec->sort != DB_PAGE_NEWEST || spec->grouped ||
		!filter_is_settled(p->filter);
	filter_wants(p->filter, p->wanted);
	if (spec->sort != DB_PAGE_NEWEST)
		p->wanted[spec->sort] = true;
	if (spec->grouped) {
		grouping_begin(&p->groups, spec->kind, spec->group,
			spec->folded, ctx.now, s->zone);
		grouping_wants(&p->groups, p->wanted);
	}
	*pick = p;
	return true;
}

void
pick_free(struct pick *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n; i++)
		free(p->places[i].place.key);
	free(p->places);
	free(p->lines);
	free(p->hits.rids);
	grouping_clear(&p->groups);
	free(p->audiences);
	free(p->wanted);
	words_clear(&p->words);
	shown_free(p->shown);
	filter_free(p->filter);
	free(p);
}

bool
pick_is_for(const struct pick *p, const struct viewer *v)
{
	size_t n = v->n_audiences + (p->voids ? v->n_voids : 0);

	if (p->stated != access_stated_changes(p->session))
		return false;
	return p->spec.kind->no == KIND_CASEFILE || (p->n_audiences == n &&
		(!n || memcmp(p->audiences, v->audiences,
			n * sizeof(*v->audiences)) == 0));
}

/* --- Order -------------------------------------------------------------- */

/* As db/page.h has it, for both ways. */
static int
compare(const struct db_place *x, const struct db_place *y, bool descending)
{
	int order;

	if (!x->key != !y->key)
		return x->key ? -1 : 1;
	order = x->key ? strcmp(x->key, y->key) : 0;
	if (order == 0)
		order = (x->rid > y->rid) - (x->rid < y->rid);
	return descending || !x->key ? -order : order;
}

static int
compare_up(const void *a, const void *b)
{
	return compare(&((const struct pick_place *)a)->place,
		&((const struct pick_place *)b)->place, false);
}

static int
compare_down(const void *a, const void *b)
{
	return compare(&((const struct pick_place *)a)->place,
		&((const struct pick_place *)b)->place, true);
}

/* Both halves are sorted; make them one. */
static void
merge(struct pick *p, bool descending)
{
	struct pick_place *all = xcalloc(p->room, sizeof(*all));
	size_t i = 0, j = p->n_sorted, n = 0;

	while (i < p->n_sorted || j < p->n) {
		bool first = j == p->n || (i < p->n_sorted &&
			compare(&p->places[i].place, &p->places[j].place,
				descending) < 0);

		all[n++] = p->places[first ? i++ : j++];
	}
	free(p->places);
	p->places = all;
}

/* --- Lines -------------------------------------------------------------- */

/* Where the lines of each group begin, by its index; the headings are put there. */
static size_t *
place_headings(struct pick *p)
{
	const struct grouping *g = &p->groups;
	size_t *at = xcalloc(g->n + 1, sizeof(*at)), n = 0;

	for (size_t i = 0; i < g->n; i++) {
		const struct group *group = &g->groups[g->order[i]];

		at[g->order[i]] = n;
		n += 1 + (group->folded ? 0 : (size_t)group->count);
	}
	p->lines = xcalloc(n + 1, sizeof(*p->lines));
	p->n_lines = n;
	for (size_t i = 0; i < g->n; i++)
		p->lines[at[i]++] = (struct pick_line){ true, i };
	return at;
}

static void
put_under_headings(struct pick *p)
{
	size_t *at = place_headings(p);

	for (size_t i = 0; i < p->n; i++) {
		size_t group = p->places[i].group;

		if (!p->groups.groups[group].folded)
			p->lines[at[group]++] = (struct pick_line){ false, i };
	}
	free(at);
}

/* Is it in order as it came? Newest first, it is. */
static bool
is_sorted(const struct pick *p, size_t from, bool down)
{
	for (size_t i = from + 1; i < p->n; i++)
		if (compare(&p->places[i - 1].place, &p->places[i].place, down) > 0)
			return false;
	return true;
}

static void
sort_new(struct pick *p, size_t new, bool down)
{
	if (!is_sorted(p, p->n_sorted, down))
		qsort(p->places + p->n_sorted, new, sizeof(*p->places),
			down ? compare_down : compare_up);
	if (p->n_sorted && compare(&p->places[p->n_sorted - 1].place,
	    &p->places[p->n_sorted].place, down) > 0)
		merge(p, down);
	p->n_sorted = p->n;
}

void
pick_sort(struct pick *p)
{
	size_t new = p->n - p->n_sorted;
	bool down = p->spec.descending;

	if (p->spec.grouped && !p->done)
		return;		/* headings tell how many there are */
	if (new)
		sort_new(p, new, down);
	if (p->spec.grouped && !p->lines)
		put_under_headings(p);
}

size_t
pick_count(const struct pick *p)
{
	return p->spec.grouped ? p->n_lines : p->n;
}

struct pick_line
pick_line(const struct pick *p, size_t i)
{
	return p->spec.grouped ? p->lines[i] : (struct pick_line){ false, i };
}

size_t
pick_find(const struct pick *p, int64_t rid)
{
	size_t n = p->spec.grouped ? p->n_lines : p->n_sorted, i = 0;

	for (; i < n; i++) {
		struct pick_line line = pick_line(p, i);

		if (!line.heading && p->places[line.at].place.rid == rid)
			return i;
	}
	return pick_count(p);
}

size_t
pick_find_group(const struct pick *p, const char *value)
{
	for (size_t i = 0; i < p->n_lines; i++)
		if (p->lines[i].heading && strcmp(
		    p->groups.groups[p->lines[i].at].value, value) == 0)
			return i;
	return pick_count(p);
}

size_t
pick_nearest(const struct pick *p, const struct db_place *place)
{
	size_t low = 0, high = p->n_sorted;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare(&p->places[mid].place, place, p->spec.descending) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}
