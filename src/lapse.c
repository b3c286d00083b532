/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lapse.c - see lapse.h. */
#include "src/lapse.h"

#include <stdlib.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/ask.h"
#include "src/inquiry_find.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

/* The inquiries of a case that are over, and when the next one is. */
struct ends {
	int64_t now, next;
	int64_t *rids;		/* owned */
	size_t n, room;
};

static bool
take(struct ends *ends, struct db *db, const struct db_cursor *c, struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(db, db_cursor_rid(c), &e, err))
		return false;
	table_record(&r, &ask_kind, c, &e);
	int64_t end = inquiry_end(&r);

	record_clear(&r);
	if (end && end <= ends->now) {
		ends->rids = xgrow(ends->rids, ends->n, &ends->room,
			sizeof(*ends->rids));
		ends->rids[ends->n++] = e.rid;
	} else if (end && (!ends->next || end < ends->next)) {
		ends->next = end;
	}
	return true;
}

/* They are written after they were gone through. */
static bool
find(struct ends *ends, struct db *db, int64_t case_id, struct err *err)
{
	struct strbuf key = STRBUF_INIT;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	value_key(kind_field(&ask_kind, ASK_WHAT), "hit", &key);
	bool ok = db_row_find(db, table_of(&ask_kind), NULL, case_id, ASK_WHAT,
		key.text, &c, err);

	strbuf_clear(&key);
	while (ok && db_cursor_next(c, &why))
		ok = take(ends, db, c, &why);
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return ok && why.code == ERR_NONE;
}

bool
lapse_look(struct db *db, int64_t case_id, int64_t now, bool *over, int64_t *next,
	struct err *err)
{
	struct ends ends = { .now = now, .next = *next };
	bool ok = find(&ends, db, case_id, err);

	if (ok) {
		*over = ends.n > 0;
		*next = ends.next;
	}
	free(ends.rids);
	return ok;
}

static bool
log_one(struct act *a, int64_t rid, int64_t now, struct err *err)
{
	struct record r, change;
	struct db_entry e;

	if (!db_entry_of_rid(a->store->db, rid, &e, err) ||
	    !table_load(a->store->db, &e, &r, err))
		return false;
	record_init(&change, &ask_kind);
	record_set_int(&change, ASK_LAPSED, now);
	bool ok = act_set(a, "set", &r, &change, &e, NULL, err);

	record_clear(&change);
	record_clear(&r);
	return ok;
}

bool
lapse_log(struct act *a, int64_t case_id, int64_t now, bool *any, struct err *err)
{
	struct ends ends = { .now = now };
	bool ok = find(&ends, a->store->db, case_id, err);

	for (size_t i = 0; ok && i < ends.n; i++)
		ok = log_one(a, ends.rids[i], now, err);
	*any = *any || ends.n > 0;
	free(ends.rids);
	return ok;
}
