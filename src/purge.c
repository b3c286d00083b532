/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purge.c - see purge.h. */
#include "src/purge.h"

#include <string.h>

#include "db/entry.h"
#include "db/erase.h"
#include "db/log.h"
#include "src/entry.h"
#include "base/banned.h"

bool
purge_was_done(struct db *db, const struct erased_line *line, bool *done,
	struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_log_row row;
	struct db_entry e;

	*done = false;
	if (!db_entry_of_uid(db, line->uid, &e, &why) ||
	    !db_log_of_record(db, e.rid, &c, &why)) {
		if (why.code != ERR_NOT_FOUND && err)
			*err = why;
		return why.code == ERR_NOT_FOUND;
	}
	while (!*done && db_log_next(c, &row, &why)) {
		struct entry entry = ENTRY_INIT;

		if (!entry_decode(&entry, row.data, row.len, &why))
			break;
		*done = strcmp(entry.act, line->act) == 0;
		entry_clear(&entry);
	}
	db_log_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

bool
purge_settle(struct db *db, struct erased *list, struct err *err)
{
	const struct erased_line *last = list->n ? &list->lines[list->n - 1] : NULL;
	bool done;

	if (list->state != ERASED_BEGUN)
		return true;
	list->state = ERASED_VACUUM;
	if (!last)
		return true;
	if (!purge_was_done(db, last, &done, err))
		return false;
	char act[sizeof(last->act)];

	memcpy(act, last->act, sizeof(act));
	while (!done && list->n && strcmp(list->lines[list->n - 1].act, act) == 0)
		list->n--;
	return true;
}

/* Note how far it came, unless somebody else began another meanwhile: then that is
 * what is to be finished. */
static bool
note(struct store *s, const struct erased *was, enum erased_state state,
	struct err *err)
{
	struct erased now = ERASED_INIT;

	if (!db_begin(s->db, err))
		return false;
	bool ok = erased_read(db_path(s->db), &now, err);

	if (ok && now.n == was->n && now.state == was->state) {
		now.state = state;
		ok = erased_write(db_path(s->db), &now, err);
	}
	db_rollback(s->db);
	erased_clear(&now);
	return ok;
}

/* A connection of its own, without the limits that are meant for a person's wait. */
static bool
clean(struct store *s, bool vacuum, struct err *err)
{
	struct db *db;

	if (!db_open(&db, db_path(s->db), DB_MAINTENANCE, err))
		return false;
	bool ok = vacuum ? db_erase_residue(db, err) : db_checkpoint(db, err);

	db_close(db);
	return ok;
}

/* What was cut short is noted anew as what it came to. */
static bool
settle(struct store *s, struct erased *list, struct err *err)
{
	if (list->state != ERASED_BEGUN)
		return true;
	if (!db_begin(s->db, err))
		return false;
	erased_clear(list);
	bool ok = erased_read(db_path(s->db), list, err) &&
		purge_settle(s->db, list, err) &&
		erased_write(db_path(s->db), list, err);

	db_rollback(s->db);
	return ok;
}

static bool
finish(struct store *s, struct erased *list, struct err *err)
{
	if (!settle(s, list, err))
		return false;
	if (list->state == ERASED_VACUUM) {
		if (!clean(s, true, err) || !note(s, list, ERASED_FOLD, err))
			return false;
		list->state = ERASED_FOLD;
	}
	return list->state != ERASED_FOLD || (clean(s, false, err) &&
		(!s->local || db_local_purge(s->local, err)) &&
		note(s, list, ERASED_DONE, err));
}

bool
purge_finish(struct store *s, struct err *err)
{
	struct erased list = ERASED_INIT;
	bool ok = erased_read(db_path(s->db), &list, err) &&
		(list.state == ERASED_DONE || finish(s, &list, err));

	erased_clear(&list);
	return ok;
}

/* Nobody else knows the file. */
bool
purge_new(const char *path, struct err *err)
{
	struct db *db;

	if (!db_open(&db, path, DB_MAINTENANCE, err))
		return false;
	bool ok = db_erase_residue(db, err) && db_checkpoint(db, err);

	db_close(db);
	return ok;
}
