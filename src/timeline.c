/* SPDX-License-Identifier: GPL-3.0-or-later */
/* timeline.c - the call desk_timeline: the dates of a case (due.h) and the entries
 * of its log, both read from their indexes and merged by time; or those of one
 * record with what lies around it. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/edge.h"
#include "src/entry.h"
#include "src/moment.h"
#include "src/ref.h"
#include "src/role.h"
#include "base/banned.h"

enum {
	LOOKED_MOST = 2000,	/* moments in one call: a filter may leave none */
	BATCH = 200,
	AROUND_MOST = 2000,	/* records around one that are looked at */
	CHANGES_MOST = 1000,	/* of one record that are told */
};

/* One call. */
struct looking {
	struct session *session;
	const struct desk_timeline_ask *ask;
	struct moment place;	/* from where on; not a moment of the answer */
	bool placed;		/* false: from the end that is asked from */
	bool changes;		/* those of the log are told, too */
	int64_t tree;
	uint64_t size;		/* of the log */
	int64_t self;		/* rid of the record; 0: the case */
};

/* --- Where it begins ---------------------------------------------------- */

static bool
find_place(struct looking *l, struct err *err)
{
	const struct desk_timeline_ask *ask = l->ask;
	char unused[DATE_KEY_SIZE];

	l->placed = ask->key || ask->from;
	if (ask->key)
		return moment_of_key(l->session, &l->place, ask->key, err);
	/* Nothing has the number -1: a place before all of that time. */
	l->place = (struct moment){ .owner = -1 };
	if (!ask->from)
		strbuf_fill(l->place.at, sizeof(l->place.at),
			ask->backward ? "~" : "");
	return !ask->from || date_range(ask->from, clock_now(),
		l->session->zone, l->place.at, unused, err);
}

/* --- The case ----------------------------------------------------------- */

static bool
gather_dates(struct looking *l, struct moments *m, struct err *err)
{
	const struct viewer *v = &l->session->viewer;
	const struct moment *p = &l->place;
	struct db_due_place from = { .owner = p->owner, .rid = p->rid,
		.field = p->field };
	struct db_due *dues;
	size_t n;

	strbuf_fill(from.at, sizeof(from.at), p->at);
	/* Behind a change of some time are no more dates of that time. */
	if (p->change)
		from.owner = INT64_MAX;
	if (!db_due_from(l->session->store.db, v->audiences, v->n_audiences,
	    &from, l->ask->backward, BATCH, &dues, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		moments_add_due(m, &dues[i]);
	free(dues);
	return true;
}

/* The time of an entry. */
static bool
time_of(const struct db_log_row *row, int64_t *time, struct err *err)
{
	struct entry e = ENTRY_INIT;

	if (!entry_decode(&e, row->data, row->len, err))
		return false;
	*time = e.time;
	entry_clear(&e);
	return true;
}

static bool
key_at(struct looking *l, int64_t seq, char key[DATE_KEY_SIZE],
	struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	int64_t time = 0;
	bool ok = db_log_scan(l->session->store.db, l->tree, seq, &c, &why) &&
		db_log_next(c, &row, &why) && time_of(&row, &time, &why);

	db_log_cursor_close(c);
	if (!ok && err)
		*err = why;
	date_key_of_ms(time, key);
	return ok;
}

/* The number of the first entry that is not before the place. Times of a log go
 * up, but for clocks that were set: then it is near. */
static bool
find_entry(struct looking *l, int64_t *seq, struct err *err)
{
	int64_t low = 0, high = (int64_t)l->size;
	char key[DATE_KEY_SIZE];

	if (l->place.change) {
		*seq = l->place.owner + !l->ask->backward;
		return true;
	}
	while (low < high) {
		int64_t mid = low + (high - low) / 2;

		if (!key_at(l, mid, key, err))
			return false;
		if (strcmp(key, l->place.at) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	*seq = low;
	return true;
}

/* Entries from there on, whether told or not: each counts as looked at. */
static bool
gather_changes(struct looking *l, struct moments *m, struct err *err)
{
	struct session *s = l->session;
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	int64_t seq, time;

	if (!find_entry(l, &seq, err) || !(l->ask->backward ?
	    db_log_newest(s->store.db, l->tree, seq, &c, err) :
	    db_log_scan(s->store.db, l->tree, seq, &c, err)))
		return false;
	for (int i = 0; i < BATCH && db_log_next(c, &row, &why); i++) {
		const struct history_spot spot = { row.tree, row.seq, row.rid };

		if (!time_of(&row, &time, &why))
			break;
		moments_add_change(m, &spot, time);
	}
	db_log_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* How much of a batch holds: where one sort was cut off, the other may only be
 * told up to there. */
static size_t
whole_of(const struct moments *m, size_t dates, bool backward)
{
	const struct moment *bound = NULL;
	size_t n = 0;

	if (dates == BATCH)
		bound = &m->all[dates - 1];
	if (m->n - dates == BATCH && (!bound || (moment_compare(
	    &m->all[m->n - 1], bound) < 0) != backward))
		bound = &m->all[m->n - 1];
	if (!bound)
		return m->n;
	const struct moment last = *bound;

	for (size_t i = 0; i < m->n; i++) {
		int order = moment_compare(&m->all[i], &last);

		if (backward ? order >= 0 : order <= 0)
			n++;
	}
	return n;
}

static int
compare_back(const void *a, const void *b)
{
	return moment_compare(b, a);
}

/* The next moments of the case; *over when these are the last. */
static bool
next_of_case(struct looking *l, struct moments *m, bool *over,
	struct err *err)
{
	m->n = 0;
	if (!gather_dates(l, m, err))
		return false;
	size_t dates = m->n;

	if (l->changes && !gather_changes(l, m, err))
		return false;
	size_t whole = whole_of(m, dates, l->ask->backward);

	*over = dates < BATCH && m->n - dates < BATCH;
	if (m->n)
		qsort(m->all, m->n, sizeof(*m->all), l->ask->backward ?
			compare_back : moment_compare);
	m->n = whole;
	return true;
}

/* Is an entry of the log one that this viewer is told? */
static bool
is_told(struct looking *l, const struct moment *m)
{
	const struct db_log_row row = { .tree = m->tree, .seq = m->owner,
		.rid = m->rid };

	return !m->change || history_is_told(l->session, &row);
}

static bool
tell(struct looking *l, const struct moment *m, struct desk_timeline *a,
	struct err *err)
{
	const struct moment_ask ask = { l->ask->what, l->self };
	struct desk_moment row = { 0 };
	bool told = false;

	if (is_told(l, m) && !moment_tell(l->session, m, &ask, &row, &told,
	    err))
		return false;
	if (told)
		a->rows[a->n++] = row;
	return true;
}

static bool
tell_case(struct looking *l, struct desk_timeline *a, struct err *err)
{
	struct moments m = { 0 };
	size_t looked = 0;
	bool ok = true, over = false, full = false;

	while (ok && !over && !full && looked < LOOKED_MOST) {
		ok = next_of_case(l, &m, &over, err);
		for (size_t i = 0; ok && i < m.n; i++) {
			full = a->n == (size_t)l->ask->limit;
			if (full)
				break;
			ok = tell(l, &m.all[i], a, err);
			l->place = m.all[i];
			l->placed = true;
			looked++;
		}
	}
	free(m.all);
	a->more = !over || full;
	return ok;
}

/* --- One record --------------------------------------------------------- */

static bool
add_dates(struct looking *l, int64_t rid, bool parts, struct moments *m,
	struct err *err)
{
	struct db_due *dues;
	size_t n;

	if (!db_due_of(l->session->store.db, rid, &dues, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (parts || dues[i].rid == rid)
			moments_add_due(m, &dues[i]);
	free(dues);
	return true;
}

static bool
add_around(struct looking *l, const struct db_entry *e, struct moments *m,
	bool *capped, struct err *err)
{
	struct edges found = { 0 };
	bool ok = edge_find(&l->session->store, &l->session->viewer, e,
		EDGE_ALL, AROUND_MOST, &found, err);

	*capped = ok && found.total > (int64_t)found.n;
	for (size_t i = 0; ok && i < found.n; i++) {
		const struct edge *edge = &found.all[i];

		ok = edge->kind->no == KIND_LINK ?
			add_dates(l, edge->via, false, m, err) : true;
		if (ok)
			ok = add_dates(l, edge->far.rid, false, m, err);
	}
	free(found.all);
	return ok;
}

static bool
add_changes(struct looking *l, struct moments *m, struct err *err)
{
	struct history_spot *spots;
	size_t n;

	if (!history_spots_of(l->session, l->ask->ref, CHANGES_MOST, &spots, &n,
	    err))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct db_log_cursor *c = NULL;
		struct db_log_row row;
		struct err why = ERR_INIT;
		int64_t time;
		bool ok = db_log_scan(l->session->store.db, spots[i].tree,
			spots[i].seq, &c, &why) && db_log_next(c, &row, &why) &&
			time_of(&row, &time, &why);

		db_log_cursor_close(c);
		if (!ok) {
			free(spots);
			if (err)
				*err = why;
			return false;
		}
		moments_add_change(m, &spots[i], time);
	}
	free(spots);
	return true;
}

/* In order, and each once: two links may lead to one record. */
static void
put_in_order(struct moments *m, bool backward)
{
	size_t n = 0;

	if (m->n)
		qsort(m->all, m->n, sizeof(*m->all), backward ? compare_back :
			moment_compare);
	for (size_t i = 0; i < m->n; i++)
		if (n == 0 || moment_compare(&m->all[i], &m->all[n - 1]) != 0)
			m->all[n++] = m->all[i];
	m->n = n;
}

static bool
tell_record(struct looking *l, struct desk_timeline *a, struct err *err)
{
	struct session *s = l->session;
	struct moments m = { 0 };
	struct db_entry e;
	size_t i;

	if (!ref_resolve(&s->store, &s->viewer, l->ask->ref, UINT64_MAX, &e,
	    err))
		return false;
	l->self = e.rid;
	bool ok = add_dates(l, e.rid, true, &m, err) &&
		add_around(l, &e, &m, &a->capped, err) &&
		(!l->changes || add_changes(l, &m, err));

	put_in_order(&m, l->ask->backward);
	for (i = 0; ok && i < m.n && a->n < (size_t)l->ask->limit; i++) {
		int order = moment_compare(&m.all[i], &l->place);

		if (l->placed && (l->ask->backward ? order >= 0 : order <= 0))
			continue;
		ok = tell(l, &m.all[i], a, err);
		l->place = m.all[i];
	}
	a->more = i < m.n;
	free(m.all);
	return ok;
}

/* --- The call ----------------------------------------------------------- */

static bool
look(struct looking *l, struct desk_timeline *a, struct err *err)
{
	struct session *s = l->session;
	struct strbuf key = STRBUF_INIT;
	struct db_tree tree;

	if (!find_place(l, err) || !db_log_tree_of_case(s->store.db,
	    s->viewer.case_id, &l->tree, err) ||
	    !db_log_tree_get(s->store.db, l->tree, &tree, err))
		return false;
	l->size = tree.merkle.size;
	db_tree_clear(&tree);
	l->changes = role_may(s->viewer.role, RIGHT_LOG, NULL) &&
		(l->ask->what == 0 ||
		 (l->ask->what & (1 << DESK_MOMENT_CHANGE)));
	a->rows = xcalloc((size_t)l->ask->limit + 1, sizeof(*a->rows));
	if (!(l->ask->ref ? tell_record(l, a, err) : tell_case(l, a, err)))
		return false;
	if (a->more) {
		moment_key(s, &l->place, &key);
		a->key = strbuf_detach(&key);
	}
	return true;
}

bool
timeline_read(struct session *s, const struct desk_timeline_ask *ask,
	struct desk_timeline *a, struct err *err)
{
	struct looking l = { .session = s, .ask = ask };

	if (ask->limit < 1 || ask->limit > DESK_TIMELINE_MOST)
		return err_set(err, ERR_USAGE, _("limit: 1 to %d"),
			(int)DESK_TIMELINE_MOST);
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = look(&l, a, err);

	db_read_end(s->store.db);
	if (!ok)
		desk_timeline_clear(a);
	return ok;
}
