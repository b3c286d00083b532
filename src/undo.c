/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo.c - see undo.h. */
#include "src/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/log.h"
#include "src/act.h"
#include "src/change.h"
#include "src/conduct.h"
#include "src/deed.h"
#include "src/entry.h"
#include "src/history.h"
#include "src/intake.h"
#include "src/quarantine.h"
#include "src/replay.h"
#include "src/retract.h"
#include "src/role.h"
#include "src/table.h"
#include "src/undo_since.h"
#include "base/banned.h"

/* An act that is to be undone. */
struct undo {
	struct session *session;
	char act[IDS_UID_SIZE];
	int64_t tree;
	struct history_spot *spots;	/* its entries, newest first */
	size_t n, room;
	struct undo_since *subjects;	/* its records, the one written last first */
	size_t n_subjects, subjects_room;
};

static void
undo_clear(struct undo *u)
{
	for (size_t i = 0; i < u->n_subjects; i++)
		undo_since_clear(&u->subjects[i]);
	free(u->subjects);
	free(u->spots);
}

/* --- Which act ---------------------------------------------------------- */

static bool
none(const struct desk_undo *ask, struct err *err)
{
	if (ask->entry)
		return err_set(err, ERR_NOT_FOUND, _("no entry \"%.20s\""),
			ask->entry);
	return err_set(err, ERR_NOT_FOUND,
		_("there is nothing of yours in this case that could be undone"));
}

/* Is this the one asked for: the entry, or else any of the viewer's? */
static bool
is_wanted(struct session *s, const struct desk_undo *ask,
	const struct db_log_row *row, const struct entry *e)
{
	uint8_t leaf[HASH_SIZE];
	char hex[ACT_LEAF_SIZE];

	if (!ask->entry)
		return e->member && strcmp(e->member, s->viewer.member) == 0 &&
			history_is_told(s, row);
	entry_leaf(row->data, row->len, leaf);
	hash_hex(leaf, 4, hex);
	return strcasecmp(hex, ask->entry) == 0 && history_is_told(s, row);
}

/* The newest such entry of a tree; spot->rid is 0 when there is none. */
static bool
newest_in(struct session *s, const struct desk_undo *ask, int64_t tree,
	struct history_spot *spot, int64_t *time, struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;

	*spot = (struct history_spot){ 0 };
	if (!db_log_newest(s->store.db, tree, INT64_MAX, &c, err))
		return false;
	while (!spot->rid && db_log_next(c, &row, &why)) {
		struct entry e = ENTRY_INIT;

		if (!entry_decode(&e, row.data, row.len, &why))
			break;
		if (is_wanted(s, ask, &row, &e)) {
			*spot = (struct history_spot){ tree, row.seq, row.rid };
			*time = e.time;
		}
		entry_clear(&e);
	}
	db_log_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* Within a tree the log's order holds; between the two there is only time. */
static bool
find_spot(struct session *s, const struct desk_undo *ask,
	struct history_spot *spot, struct err *err)
{
	struct history_spot of_store;
	int64_t tree, at = 0, at_store = 0;

	if (ask->ref)
		return history_newest_of(s, ask->ref, spot, err);
	if (!db_log_tree_of_case(s->store.db, s->viewer.case_id, &tree, err) ||
	    !newest_in(s, ask, tree, spot, &at, err) ||
	    !newest_in(s, ask, DB_LOG_STORE, &of_store, &at_store, err))
		return false;
	if (of_store.rid && (!spot->rid || at_store > at))
		*spot = of_store;
	return spot->rid || none(ask, err);
}

/* Take in an entry if it is of the act; *is says so. */
static bool
take_entry(struct undo *u, const struct db_log_row *row, bool *is,
	struct err *err)
{
	struct entry e = ENTRY_INIT;

	if (!entry_decode(&e, row->data, row->len, err))
		return false;
	if (u->n == 0)
		strbuf_fill(u->act, sizeof(u->act), e.act);
	*is = strcmp(e.act, u->act) == 0;
	if (*is && history_is_told(u->session, row)) {
		u->spots = xgrow(u->spots, u->n, &u->room, sizeof(*u->spots));
		u->spots[u->n++] = (struct history_spot){ row->tree, row->seq,
			row->rid };
	}
	entry_clear(&e);
	return true;
}

/* The number of the newest entry of the act that this one is of: those of an act
 * stand side by side. */
static bool
find_end(struct session *s, const struct history_spot *spot, int64_t *end,
	struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	char act[IDS_UID_SIZE] = "";
	bool more = true;

	if (!db_log_scan(s->store.db, spot->tree, spot->seq, &c, err))
		return false;
	while (more && db_log_next(c, &row, &why)) {
		struct entry e = ENTRY_INIT;

		if (!entry_decode(&e, row.data, row.len, &why))
			break;
		if (!*act)
			strbuf_fill(act, sizeof(act), e.act);
		more = strcmp(act, e.act) == 0;
		if (more)
			*end = row.seq;
		entry_clear(&e);
	}
	db_log_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static bool
find_act(struct undo *u, const struct desk_undo *ask, struct err *err)
{
	struct session *s = u->session;
	struct history_spot spot;
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	int64_t end;
	bool is = true;

	if (!find_spot(s, ask, &spot, err) || !find_end(s, &spot, &end, err) ||
	    !db_log_newest(s->store.db, spot.tree, end + 1, &c, err))
		return false;
	u->tree = spot.tree;
	while (is && db_log_next(c, &row, &why))
		if (!take_entry(u, &row, &is, &why))
			break;
	db_log_cursor_close(c);
	if (why.code == ERR_NONE)
		return u->n || none(ask, err);
	if (err)
		*err = why;
	return false;
}

/* --- Its records -------------------------------------------------------- */

static bool
has_subject(const struct undo *u, int64_t rid)
{
	for (size_t i = 0; i < u->n_subjects; i++)
		if (u->subjects[i].line.rid == rid)
			return true;
	return false;
}

static bool
find_subjects(struct undo *u, struct err *err)
{
	for (size_t i = 0; i < u->n; i++) {
		const struct history_spot *spot = &u->spots[i];

		if (has_subject(u, spot->rid))
			continue;
		u->subjects = xgrow(u->subjects, u->n_subjects,
			&u->subjects_room, sizeof(*u->subjects));
		if (!undo_since_read(&u->subjects[u->n_subjects], u->session,
		    u->tree, spot->rid, u->act, err))
			return false;
		u->n_subjects++;
	}
	return true;
}

/* Does it go with a record that the same act added? */
static bool
goes_with_parent(const struct undo *u, const struct undo_since *of)
{
	for (size_t i = 0; of->added && i < u->n_subjects; i++)
		if (u->subjects[i].added &&
		    u->subjects[i].line.rid == of->line.parent)
			return true;
	return false;
}

/* --- Doing it ----------------------------------------------------------- */

/* May the viewer bring it back, or make it void again? */
static bool
may_revive(const struct intake *in, struct err *err)
{
	const char *owner = record_text(&in->now, HEADER_PARTY);
	const struct conduct *conduct = conduct_of(in->kind);

	if (!record_text(&in->now, HEADER_RETRACTED))
		return retract_allowed(in, err);
	if (!role_may(in->session->viewer.role, RIGHT_RETRACT, err))
		return false;
	if (!owner || strcmp(owner, in->session->viewer.party) != 0)
		return err_set(err, ERR_RULE,
			_("%s is another party's: only that party brings it back"),
			in->entry.ref);
	if (conduct && conduct->retractable && !conduct->retractable(in, err))
		return false;
	return quarantine_may_revive(in, err);
}

static bool
may_restore(const struct intake *in, struct err *err)
{
	return in->delta.values[HEADER_RETRACTED].state != VALUE_UNSET ?
		may_revive(in, err) : change_allowed(in, err);
}

/* The values that the act found; what is right of them was right then, but other
 * records may have changed. */
static void
take_before(struct intake *in, const struct undo_since *of)
{
	for (size_t i = 0; i < kind_n(in->kind); i++)
		if (of->touched[i] && act_logs(in->kind, i))
			record_set(&in->delta, i, record_text(&of->before, i));
	record_apply(&in->next, &in->delta);
	if (!(in->kind->flags & KIND_IS_PART))
		intake_judge(in);
}

static bool
write_before(struct act *a, struct intake *in, const struct undo_since *of,
	struct err *err)
{
	take_before(in, of);
	if (!may_restore(in, err) || !intake_good(in, err))
		return false;
	if (!intake_differs(in))
		return true;
	if (in->entry.parent && !db_entry_of_rid(a->store->db,
	    in->entry.parent, &in->parent, err))
		return false;
	record_clear(&in->next);
	record_copy(&in->next, &in->now);
	return act_set(a, "undo", &in->next, &in->delta, &in->entry, NULL,
			err) && conduct_follow(a, in, err);
}

/* Loaded anew for each: what is done to one may have changed another. */
static bool
undo_one(struct act *a, const struct undo *u, const struct undo_since *of,
	struct err *err)
{
	struct intake in = { 0 };

	if (goes_with_parent(u, of) || of->follows)
		return true;
	bool ok = intake_load(&in, u->session, of->line.uid, err) &&
		(of->added ? retract_allowed(&in, err) &&
			retract_write(a, &in, "undo", "undone", NULL, err) :
			write_before(a, &in, of, err));

	intake_clear(&in);
	return ok;
}

static bool
undo_all(struct act *a, struct undo *u, const struct desk_undo *ask,
	struct desk_history *answer, struct err *err)
{
	struct session *s = u->session;

	bool ok = session_ready(s, err) &&
		role_may(s->viewer.role, RIGHT_SET, err) &&
		find_act(u, ask, err) && find_subjects(u, err);

	for (size_t i = 0; ok && i < u->n_subjects; i++)
		ok = undo_since_allows(&u->subjects[i], s, err);
	ok = ok && history_tell(s, u->spots, u->n, answer, err);
	for (size_t i = 0; ok && i < u->n_subjects; i++)
		ok = undo_one(a, u, &u->subjects[i], err);
	return ok;
}

bool
undo_act(struct session *s, const struct desk_undo *ask, struct desk_history *a,
	struct err *err)
{
	struct undo u = { .session = s };
	struct act act;

	if (!deed_begin(&act, s, NULL, err))
		return false;
	bool ok = undo_all(&act, &u, ask, a, err);

	undo_clear(&u);
	/* A preview does it all, so that it is refused for the same reasons, and goes
	 * back. */
	if (ask->preview)
		deed_end(&act, s, false, NULL);
	else
		ok = deed_end(&act, s, ok, err);
	if (!ok)
		desk_history_clear(a);
	return ok;
}
