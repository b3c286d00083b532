/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cut.c - see cut.h. */
#include "src/cut.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/link.h"
#include "src/linktype.h"
#include "src/share.h"
#include "src/table.h"
#include "base/banned.h"

/* Narrow an audience by that of the record with this uid. */
static bool
narrow_by(struct db *db, const char *uid, struct db_audience *own,
	struct err *err)
{
	struct db_audience end = { 0 };
	struct db_entry e;

	if (!db_entry_of_uid(db, uid, &e, err) ||
	    !db_audience_get(db, e.audience_id, &end, err))
		return false;
	audience_narrow(own, &end);
	db_audience_clear(&end);
	return true;
}

/* From what the link's own share comes to to what both ends leave of it. */
static bool
narrow(struct db *db, const struct record *link, struct db_audience *own,
	struct err *err)
{
	const char *a = record_text(link, LINK_A), *b = record_text(link, LINK_B);

	if (!a || !b)
		return err_set(err, ERR_DAMAGED, _("a link lacks an end"));
	return narrow_by(db, a, own, err) && narrow_by(db, b, own, err);
}

/* What its own share comes to, with what was given and taken since it was set. */
static bool
effect(struct db *db, int64_t rid, const struct record *r, const char *meant,
	struct db_audience *own, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	struct shares given = { 0 };
	size_t after;

	strbuf_puts(&text, meant ? meant : "");
	share_cut_after(&text, &after);
	bool ok = audience_read(text.text, own) || err_set(err, ERR_DAMAGED,
		_("a record is for an audience that is none"));

	strbuf_clear(&text);
	if (!ok || !kind_field(r->kind, HEADER_SHARE))
		return ok;
	if (rid && !shares_load(&given, db, rid, err))
		return false;
	if (after > given.n)
		after = given.n;
	audience_effect(own, given.n ? given.steps + after : NULL,
		given.n - after, r);
	shares_clear(&given);
	return true;
}

bool
cut_audience(struct db *db, int64_t rid, const struct record *r,
	const char *meant, struct db_audience *a, struct err *err)
{
	struct db_audience own = { 0 };

	if (!effect(db, rid, r, meant, &own, err) ||
	    (r->kind->no == KIND_LINK && !narrow(db, r, &own, err))) {
		db_audience_clear(&own);
		return false;
	}
	db_audience_clear(a);
	*a = own;
	return true;
}

bool
cut_given(struct db *db, int64_t rid, const struct record *r,
	struct db_audience *a, struct err *err)
{
	struct db_audience own = { 0 };
	struct record open;

	record_copy(&open, r);
	if (kind_field(r->kind, HEADER_PRIVILEGE))
		record_unset(&open, HEADER_PRIVILEGE);
	bool ok = effect(db, rid, &open, record_text(r, HEADER_MEANT), &own, err);

	record_clear(&open);
	db_audience_clear(ok ? a : &own);
	if (ok)
		*a = own;
	return ok;
}

bool
cut_is_verb(const char *verb)
{
	return strcmp(verb, "cut") == 0;
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

bool
cut_anew(struct act *a, int64_t rid, struct err *err)
{
	struct db *db = a->store->db;
	struct db_audience now = { 0 }, is = { 0 };
	struct db_entry e;
	struct record r, change;

	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	record_init(&change, r.kind);
	bool ok = cut_audience(db, rid, &r, record_text(&r, HEADER_MEANT), &now,
			err) &&
		db_audience_get(db, e.audience_id, &is, err);

	if (ok && strcmp(now.text, is.text) != 0) {
		record_set(&change, HEADER_AUDIENCE, now.text);
		ok = act_set(a, "cut", &r, &change, &e, NULL, err);
	}
	db_audience_clear(&now);
	db_audience_clear(&is);
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
		ok = cut_anew(a, l.rids[i], err);
	free(l.rids);
	return ok;
}

bool
cut_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err)
{
	struct db_audience should = { 0 }, is = { 0 };

	*holds = true;
	if (!kind_field(r->kind, HEADER_SHARE))
		return true;
	bool ok = cut_audience(db, e->rid, r, record_text(r, HEADER_MEANT),
			&should, err) &&
		db_audience_get(db, e->audience_id, &is, err);

	*holds = ok && strcmp(should.text, is.text) == 0;
	db_audience_clear(&should);
	db_audience_clear(&is);
	return ok;
}
