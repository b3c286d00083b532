/* SPDX-License-Identifier: GPL-3.0-or-later */
/* news.c - the calls desk_news, desk_news_entries and desk_visited: what others entered
 * since the viewer was here last. The mark says how far each tree of the log went then
 * (I8: the log's order, and no clock), and lies in STORE.local. */
#include "src/news.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/local.h"
#include "db/log.h"
#include "src/entry.h"
#include "src/history.h"
#include "src/role.h"
#include "src/session.h"
#include "src/shapes.h"
#include "base/banned.h"

enum { STEP_MS = 10, TREES = 2, AUTHORS_MOST = 65, ENTRIES_MOST = 1000 };

static const int64_t DAY = 24 * 60 * 60 * INT64_C(1000);

/* An entry that is told. */
struct spot {
	struct history_spot at;
	int64_t record;		/* rid: of a part, that of its record */
	int64_t time;
	size_t author;		/* index in authors */
	bool adds;		/* it made the record */
};

/* Of one case, for the whole session. */
struct news {
	struct news *next;
	int64_t case_id;
	char name[64];		/* of the mark in STORE.local */

	/* Where the last visit ended. */
	bool first;		/* there was none */
	int64_t since;		/* ms UTC */
	int64_t mark[TREES];	/* entries of each tree that were there then */

	/* A look through the log, from its end back to the mark. */
	int64_t stamp;		/* db_stamp when it began; -1: none did */
	char party[40];		/* for whose eyes */
	int64_t tree[TREES];
	int64_t top[TREES];	/* entries of each tree that were there */
	int64_t below[TREES];	/* still to be looked at */
	struct spot *spots;
	size_t n, room;
	char (*authors)[12];	/* codes of parties */
	size_t n_authors;
	bool done, capped;

	/* What was told as a whole: the mark of the next visit. */
	bool told;
	int64_t told_at, told_stamp, told_top[TREES];
};

void
news_end(struct session *s)
{
	while (s->news) {
		struct news *n = s->news;

		s->news = n->next;
		free(n->spots);
		free(n->authors);
		free(n);
	}
}

/* --- The mark ----------------------------------------------------------- */

static bool
read_mark(struct session *s, struct news *n, struct err *err)
{
	char *value = NULL;
	long long since, store, casefile;

	n->first = true;
	n->since = clock_now() - DESK_NEWS_DAYS * DAY;
	if (!s->store.local)
		return true;
	if (!db_local_get(s->store.local, s->viewer.identity, n->name, &value,
	    err))
		return false;
	if (value && sscanf(value, "%lld %lld %lld", &since, &store, &casefile) == 3) {
		n->first = false;
		n->since = since;
		n->mark[0] = store;
		n->mark[1] = casefile;
	}
	free(value);
	return true;
}

static bool
find_news(struct session *s, struct news **found, struct err *err)
{
	struct news *n = s->news;

	while (n && n->case_id != s->viewer.case_id)
		n = n->next;
	if (!n) {
		n = xcalloc(1, sizeof(*n));
		n->case_id = s->viewer.case_id;
		n->stamp = -1;
		snprintf(n->name, sizeof(n->name), "%s%s", NEWS_MARK,
			s->viewer.case_uid);
		if (!read_mark(s, n, err)) {
			free(n);
			return false;
		}
		n->next = s->news;
		s->news = n;
	}
	*found = n;
	return true;
}

/* --- The look ----------------------------------------------------------- */

static bool
begin_look(struct session *s, struct news *n, struct err *err)
{
	struct db_tree tree;

	n->tree[0] = DB_LOG_STORE;
	if (!db_log_tree_of_case(s->store.db, n->case_id, &n->tree[1], err))
		return false;
	for (int i = 0; i < TREES; i++) {
		if (!db_log_tree_get(s->store.db, n->tree[i], &tree, err))
			return false;
		n->top[i] = n->below[i] = (int64_t)tree.merkle.size;
		db_tree_clear(&tree);
		/* A restored store may be behind the mark: then only time tells. */
		if (n->mark[i] > n->top[i])
			n->mark[i] = 0;
	}
	strbuf_fill(n->party, sizeof(n->party), s->viewer.party);
	n->stamp = db_stamp(s->store.db);
	n->n = n->n_authors = 0;
	n->done = n->capped = false;
	return true;
}

static size_t
author_index(struct session *s, struct news *n, const char *uid)
{
	char code[sizeof(*n->authors)] = "";
	struct db_entry e;

	if (uid && db_entry_of_uid(s->store.db, uid, &e, NULL))
		strbuf_fill(code, sizeof(code), e.ref);
	for (size_t i = 0; i < n->n_authors; i++)
		if (strcmp(n->authors[i], code) == 0)
			return i;
	if (n->n_authors == AUTHORS_MOST)
		return 0;
	if (!n->authors)
		n->authors = xcalloc(AUTHORS_MOST, sizeof(*n->authors));
	strbuf_fill(n->authors[n->n_authors], sizeof(*n->authors), code);
	return n->n_authors++;
}

static void
add_spot(struct session *s, struct news *n, const struct db_log_row *row,
	const struct entry *e, const struct db_entry *line)
{
	n->spots = xgrow(n->spots, n->n, &n->room, sizeof(*n->spots));
	n->spots[n->n++] = (struct spot){
		.at = { row->tree, row->seq, row->rid },
		.record = line->parent ? line->parent : line->rid,
		.time = e->time, .author = author_index(s, n, e->party),
		.adds = !line->parent && strcmp(e->verb, "add") == 0,
	};
}

/* *past: this and all before it is older than what counts as new. */
static bool
look_at(struct session *s, struct news *n, const struct db_log_row *row,
	bool *past, struct err *err)
{
	struct entry e = ENTRY_INIT;
	struct db_entry line;

	if (!history_is_told(s, row))
		return true;
	if (!db_entry_of_rid(s->store.db, row->rid, &line, err) ||
	    !entry_decode(&e, row->data, row->len, err))
		return false;
	*past = n->mark[row->tree == DB_LOG_STORE ? 0 : 1] == 0 &&
		e.time < n->since;
	if (!*past && n->n == DESK_NEWS_MOST)
		n->capped = true;
	else if (!*past && !(e.member && strcmp(e.member, s->viewer.member) == 0))
		add_spot(s, n, row, &e, &line);
	entry_clear(&e);
	return true;
}

/* One tree as far as time allows. */
static bool
look_through(struct session *s, struct news *n, int i, int64_t until,
	struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	bool past = false, ok = true;

	if (n->below[i] <= n->mark[i])
		return true;
	if (!db_log_newest(s->store.db, n->tree[i], n->below[i], &c, err))
		return false;
	while (ok && !past && !n->capped && n->below[i] > n->mark[i] &&
	       clock_ticks() < until && (ok = db_log_next(c, &row, &why))) {
		n->below[i] = row.seq;
		if (row.seq >= n->mark[i])
			ok = look_at(s, n, &row, &past, &why);
	}
	/* The tree's end, or what is too old to be new. */
	if ((!ok && why.code == ERR_NONE) || past)
		n->below[i] = n->mark[i];
	db_log_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* Newest first; between the two trees there is only time. */
static int
by_time(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;

	if (x->at.tree == y->at.tree)
		return (x->at.seq < y->at.seq) - (x->at.seq > y->at.seq);
	if (x->time != y->time)
		return x->time < y->time ? 1 : -1;
	return (x->at.tree < y->at.tree) - (x->at.tree > y->at.tree);
}

static bool
look(struct session *s, struct news *n, bool wait, struct err *err)
{
	int64_t until = wait ? INT64_MAX : clock_ticks() + STEP_MS;

	if (n->stamp != db_stamp(s->store.db) ||
	    strcmp(n->party, s->viewer.party) != 0) {
		if (!begin_look(s, n, err))
			return false;
	} else if (n->done) {
		return true;
	}
	for (int i = 0; i < TREES; i++)
		if (!look_through(s, n, i, until, err))
			return false;
	n->done = n->capped || (n->below[0] <= n->mark[0] &&
		n->below[1] <= n->mark[1]);
	if (n->done && n->n)
		qsort(n->spots, n->n, sizeof(*n->spots), by_time);
	return true;
}

/* --- By party ----------------------------------------------------------- */

static int
by_record(const void *a, const void *b)
{
	const struct spot *x = *(const struct spot *const *)a;
	const struct spot *y = *(const struct spot *const *)b;

	if (x->author != y->author)
		return x->author < y->author ? -1 : 1;
	if (x->record != y->record)
		return x->record < y->record ? -1 : 1;
	return y->adds - x->adds;
}

static int
most_first(const void *a, const void *b)
{
	const struct desk_news_party *x = a, *y = b;

	if (x->entries != y->entries)
		return x->entries < y->entries ? 1 : -1;
	return strcmp(x->party, y->party);
}

/* Each record once for each party that wrote something of it. */
static void
count(const struct news *n, struct desk_news *a)
{
	const struct spot **spots = xcalloc(n->n + 1, sizeof(struct spot *));

	a->parties = xcalloc(n->n_authors + 1, sizeof(*a->parties));
	for (size_t i = 0; i < n->n; i++)
		spots[i] = &n->spots[i];
	if (n->n)
		qsort(spots, n->n, sizeof(struct spot *), by_record);
	for (size_t i = 0; i < n->n; i++) {
		bool other = i == 0 || spots[i]->author != spots[i - 1]->author;
		bool next = other || spots[i]->record != spots[i - 1]->record;

		if (other)
			a->parties[a->n++].party =
				xstrdup(n->authors[spots[i]->author]);
		a->parties[a->n - 1].entries++;
		a->parties[a->n - 1].added += next && spots[i]->adds;
		a->parties[a->n - 1].changed += next && !spots[i]->adds;
	}
	free(spots);
	if (a->n)
		qsort(a->parties, a->n, sizeof(*a->parties), most_first);
}

static bool
answer(struct session *s, struct news *n, struct desk_news *a)
{
	a->since = n->since;
	a->first = n->first;
	a->more = !n->done;
	a->at_least = n->capped;
	if (!n->done)
		return true;
	count(n, a);
	n->told = true;
	n->told_at = clock_now();
	n->told_stamp = db_stamp(s->store.db);
	memcpy(n->told_top, n->top, sizeof(n->top));
	return true;
}

static bool
begin(struct session *s, struct err *err)
{
	return session_ready(s, err) &&
		role_may(s->viewer.role, RIGHT_LOG, err) &&
		db_read_begin(s->store.db, err);
}

bool
news_read(struct session *s, const struct desk_news_ask *ask,
	struct desk_news *a, struct err *err)
{
	struct news *n;

	if (!begin(s, err))
		return false;
	bool ok = find_news(s, &n, err) && look(s, n, ask->wait, err) &&
		answer(s, n, a);

	db_read_end(s->store.db);
	return ok;
}

/* --- One by one --------------------------------------------------------- */

static size_t
choose(const struct news *n, const struct desk_news_entries_ask *ask,
	struct history_spot *spots)
{
	size_t found = 0;
	int64_t skip = ask->skip;

	for (size_t i = 0; i < n->n && found < (size_t)ask->limit; i++) {
		if (ask->party && strcmp(ask->party,
		    n->authors[n->spots[i].author]) != 0)
			continue;
		if (skip-- <= 0)
			spots[found++] = n->spots[i].at;
	}
	return found;
}

bool
news_entries(struct session *s, const struct desk_news_entries_ask *ask,
	struct desk_history *a, struct err *err)
{
	struct history_spot *spots;
	struct news *n;
	bool ok;

	if (ask->skip < 0 || ask->limit < 0 || ask->limit > ENTRIES_MOST)
		return err_set(err, ERR_USAGE,
			_("a limit is from 0 to %d"), ENTRIES_MOST);
	if (!begin(s, err))
		return false;
	spots = xcalloc((size_t)ask->limit + 1, sizeof(*spots));
	ok = find_news(s, &n, err) && look(s, n, true, err) &&
		history_tell(s, spots, choose(n, ask, spots), a, err);
	db_read_end(s->store.db);
	free(spots);
	if (!ok)
		desk_history_clear(a);
	return ok;
}

/* --- The end of a visit ------------------------------------------------- */

/* How far a tree was seen: another session of the same person may have seen more; a
 * mark beyond the tree's end is of a store that was restored since. */
static bool
farthest(struct session *s, const struct news *n, int i, int64_t *mark,
	struct err *err)
{
	struct db_tree tree;

	if (!db_log_tree_get(s->store.db, n->tree[i], &tree, err))
		return false;
	if (*mark < n->told_top[i] || *mark > (int64_t)tree.merkle.size)
		*mark = n->told_top[i];
	db_tree_clear(&tree);
	return true;
}

static bool
move_on(struct session *s, const struct news *n, struct err *err)
{
	struct news now = { .case_id = n->case_id };
	int64_t at = n->told_at;
	char *value;

	memcpy(now.name, n->name, sizeof(now.name));
	if (!read_mark(s, &now, err))
		return false;
	for (int i = 0; i < TREES; i++)
		if (!farthest(s, n, i, &now.mark[i], err))
			return false;
	/* What nothing was added to since is seen until now. */
	if (n->told_stamp == db_stamp(s->store.db))
		at = clock_now();
	if (!now.first && now.since > at)
		at = now.since;
	value = xasprintf("%lld %lld %lld", (long long)at,
		(long long)now.mark[0], (long long)now.mark[1]);
	bool ok = db_local_put(s->store.local, s->viewer.identity, n->name,
		value, err);

	free(value);
	return ok;
}

bool
news_visited(struct session *s, struct err *err)
{
	for (struct news *n = s->news; n && s->store.local; n = n->next)
		if (n->told && !move_on(s, n, err))
			return false;
	return true;
}
