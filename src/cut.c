/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cut.c - see cut.h. */
#include "src/cut.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/link.h"
#include "src/linktype.h"
#include "src/table.h"
#include "base/banned.h"

/* Narrow an audience by that of the record with this uid. */
static bool
narrow_by(struct db *db, const char *uid, struct db_audience *own,
	struct err *err)
{
	struct db_audience end;
	struct db_entry e;

	if (!db_entry_of_uid(db, uid, &e, err) ||
	    !db_audience_get(db, e.audience_id, &end, err))
		return false;
	audience_narrow(own, &end);
	return true;
}

/* From what the link's own share means to what both ends leave of it. */
static bool
narrow(struct db *db, const struct record *link, char text[AUDIENCE_TEXT_SIZE],
	struct err *err)
{
	const char *a = record_text(link, LINK_A), *b = record_text(link, LINK_B);
	struct db_audience own = { 0 };

	if (!a || !b || !audience_read(text, &own))
		return err_set(err, ERR_DAMAGED,
			_("a link lacks an end, or is for an audience that is none"));
	own.voided = record_text(link, HEADER_RETRACTED) != NULL;
	if (!narrow_by(db, a, &own, err) || !narrow_by(db, b, &own, err))
		return false;
	audience_of_row(&own, text);
	return true;
}

bool
cut_audience(const struct act *a, const struct record *r,
	char text[AUDIENCE_TEXT_SIZE], struct err *err)
{
	audience_text(a, r, text);
	return r->kind->no != KIND_LINK || narrow(a->store->db, r, text, err);
}

bool
cut_again(struct db *db, const struct record *r, char text[AUDIENCE_TEXT_SIZE],
	struct err *err)
{
	strbuf_fill(text, AUDIENCE_TEXT_SIZE, record_text(r, LINK_MEANT));
	return narrow(db, r, text, err);
}

/* The links on a record, by row; they are written while they are gone through. */
struct links {
	int64_t *rids;
	size_t n, room;
};

static bool
find_links(struct db *db, const struct db_entry *end, struct links *l,
	struct err *err)
{
	static const size_t ends[] = { LINK_A, LINK_B };
	const bool *nothing = xcalloc(kind_n(&link_kind), sizeof(*nothing));
	struct err why = ERR_INIT;

	for (size_t i = 0; i < 2 && why.code == ERR_NONE; i++) {
		struct db_cursor *c = NULL;

		if (!db_row_find(db, table_of(&link_kind), nothing,
		    end->case_id, ends[i], end->uid, &c, &why))
			break;
		while (db_cursor_next(c, &why)) {
			l->rids = xgrow(l->rids, l->n, &l->room,
				sizeof(*l->rids));
			l->rids[l->n++] = db_cursor_rid(c);
		}
		db_cursor_close(c);
	}
	free((void *)nothing);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static bool
cut_one(struct act *a, int64_t rid, struct err *err)
{
	struct db *db = a->store->db;
	char text[AUDIENCE_TEXT_SIZE] = "";
	struct db_entry e;
	struct record r, change;
	int64_t was;

	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	was = e.audience_id;
	record_init(&change, &link_kind);
	bool ok = cut_again(db, &r, text, err) &&
		audience_intern(db, e.case_id, text, &e.audience_id, err);

	if (ok && e.audience_id != was) {
		record_set(&change, HEADER_AUDIENCE, text);
		ok = act_set(a, "cut", &r, &change, &e, NULL, err);
	}
	record_clear(&change);
	record_clear(&r);
	return ok;
}

bool
cut_follow(struct act *a, const struct db_entry *e, struct err *err)
{
	struct links l = { 0 };

	if (!(linktype_kinds() & KIND_BIT(e->kind)))
		return true;
	bool ok = find_links(a->store->db, e, &l, err);

	for (size_t i = 0; ok && i < l.n; i++)
		ok = cut_one(a, l.rids[i], err);
	free(l.rids);
	return ok;
}

bool
cut_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err)
{
	char text[AUDIENCE_TEXT_SIZE] = "", is[AUDIENCE_TEXT_SIZE];
	struct db_audience row;

	*holds = true;
	if (r->kind->no != KIND_LINK)
		return true;
	if (!cut_again(db, r, text, err) ||
	    !db_audience_get(db, e->audience_id, &row, err))
		return false;
	audience_of_row(&row, is);
	*holds = strcmp(text, is) == 0;
	return true;
}
