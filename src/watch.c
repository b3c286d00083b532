/* SPDX-License-Identifier: GPL-3.0-or-later */
/* watch.c - has something changed that this viewer may see? What they may not
 * see must not even wake them: it would tell that others work, and how much. */
#include "base/clock.h"
#include "db/log.h"
#include "src/session.h"
#include "base/banned.h"

/* The audience that an entry gave its record; *id is 0 if it says nothing of that. */
static bool
audience_of(struct session *s, const struct db_log_row *row, int64_t *id)
{
	const uint8_t *salt;
	const char *text;
	size_t len;
	bool found;

	*id = 0;
	return db_log_value(s->store.db, row->tree, row->seq,
			header_fields[HEADER_AUDIENCE].id, &salt, &text, &len,
			&found, NULL) && (!found || !text ||
		db_audience_of_text(s->store.db, s->viewer.case_id, text, id,
			NULL));
}

/*
 * Did the entry take its record away from the viewer? Then it gave it an audience, and
 * the one that an earlier entry gave has them in it: what they saw goes from their
 * screen, and that alone they are told.
 */
static bool
is_lost(struct session *s, const struct db_log_row *row)
{
	const struct viewer *v = &s->viewer;
	const struct db_audience_viewer self = viewer_self(v);
	struct db_log_cursor *c = NULL;
	struct db_log_row earlier;
	int64_t id, was = 0;
	bool had = false;

	if (!v->case_id || !audience_of(s, row, &id) || !id ||
	    !db_log_of_record(s->store.db, row->rid, &c, NULL))
		return false;
	while (db_log_next(c, &earlier, NULL))
		if (earlier.tree == row->tree && earlier.seq < row->seq &&
		    audience_of(s, &earlier, &id) && id)
			was = id;
	db_log_cursor_close(c);
	return was && db_audience_has(s->store.db, was, &self, &had, NULL) && had;
}

/* Entries of a tree from the newest back to those already looked at. */
static bool
look_through(struct session *s, int64_t tree, int64_t *size, bool *visible,
	struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	int64_t was = *size, now = was;

	if (!db_log_newest(s->store.db, tree, INT64_MAX, &c, err))
		return false;
	while (db_log_next(c, &row, &why) && row.seq >= was) {
		struct db_entry e;

		if (row.seq >= now)
			now = row.seq + 1;
		if (*visible)
			break;	/* the newest says how far the log goes */
		*visible = db_entry_of_rid(s->store.db, row.rid, &e, NULL) &&
			(viewer_sees(&s->viewer, &s->store, &e) ||
			 is_lost(s, &row));
	}
	db_log_cursor_close(c);
	if (why.code != ERR_NONE) {
		if (err)
			*err = why;
		return false;
	}
	*size = now;
	return true;
}

static bool
look(struct session *s, bool *visible, struct err *err)
{
	struct watch *w = &s->watch;
	int64_t tree;

	if (w->case_id != s->viewer.case_id) {
		*visible = true;
		w->case_id = s->viewer.case_id;
		w->size[1] = 0;
	}
	if (!look_through(s, DB_LOG_STORE, &w->size[0], visible, err))
		return false;
	return !w->case_id ||
		(db_log_tree_of_case(s->store.db, w->case_id, &tree, err) &&
		 look_through(s, tree, &w->size[1], visible, err));
}

/* Has what somebody had until then come to its end? */
static bool
is_over(const struct viewer *v)
{
	return v->next_end && clock_now() >= v->next_end;
}

/* What ends by the clock goes without an entry: the viewer is in fewer audiences. The
 * sum is FNV-1a. */
static void
note_audiences(struct session *s)
{
	const struct viewer *v = &s->viewer;
	uint64_t sum = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < v->n_audiences + v->n_voids; i++)
		sum = (sum ^ (uint64_t)v->audiences[i]) * UINT64_C(1099511628211);
	if (s->watch.audiences && s->watch.audiences != sum)
		s->watch.stamp++;
	s->watch.audiences = sum;
}

bool
watch_look(struct session *s, int64_t *stamp, struct err *err)
{
	int64_t now = db_stamp(s->store.db);
	bool visible = false;

	if (!db_is_in_place(s->store.db, err))
		return false;
	if (is_over(&s->viewer) && !session_refresh(s, err))
		return false;
	if (now != s->watch.store_stamp) {
		if (!session_refresh(s, err) ||
		    !db_read_begin(s->store.db, err))
			return false;
		bool ok = look(s, &visible, err);

		db_read_end(s->store.db);
		if (!ok)
			return false;
		s->watch.store_stamp = now;
		if (visible)
			s->watch.stamp++;
	}
	note_audiences(s);
	*stamp = s->watch.stamp;
	return true;
}
