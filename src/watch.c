/* SPDX-License-Identifier: GPL-3.0-or-later */
/* watch.c - has something changed that this viewer may see? What they may not
 * see must not even wake them: it would tell that others work, and how much. */
#include "db/log.h"
#include "src/session.h"
#include "base/banned.h"

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
			viewer_sees(&s->viewer, &s->store, &e);
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

bool
watch_look(struct session *s, int64_t *stamp, struct err *err)
{
	int64_t now = db_stamp(s->store.db);
	bool visible = false;

	if (!db_is_in_place(s->store.db, err))
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
	*stamp = s->watch.stamp;
	return true;
}
