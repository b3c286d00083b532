/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link_conduct.c - see link_conduct.h. */
#include "src/link_conduct.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/link.h"
#include "src/linktype.h"
#include "src/table.h"
#include "base/banned.h"

static void
refuse(struct intake *in, size_t field, const struct err *why)
{
	struct err at = ERR_INIT;

	err_field(&at, ERR_RULE, kind_field(&link_kind, field)->id, "%s",
		why->text);
	intake_fault(in, &at, NULL);
}

/* --- What the ends are -------------------------------------------------- */

static void
refuse_kinds(struct intake *in, const struct linktype *t, enum kind_no a,
	enum kind_no b)
{
	struct strbuf fitting = STRBUF_INIT;
	struct err why = ERR_INIT;

	linktype_fitting(a, b, &fitting);
	err_set(&why, ERR_RULE,
		_("type: no \"%s\" goes from a record of the kind %s to one of the kind %s; these do: %s"),
		t->code, kind_of(a)->name, kind_of(b)->name, fitting.text);
	refuse(in, LINK_TYPE, &why);
	strbuf_clear(&fitting);
}

static bool
ends_fit(struct intake *in, const struct linktype *t)
{
	struct db *db = in->session->store.db;
	const char *a = record_text(&in->next, LINK_A);
	const char *b = record_text(&in->next, LINK_B);
	struct db_entry from, to;
	struct err why = ERR_INIT;

	if (strcmp(a, b) == 0) {
		err_set(&why, ERR_RULE,
			_("b: a record is not linked to itself; name another one"));
		refuse(in, LINK_B, &why);
		return false;
	}
	if (!db_entry_of_uid(db, a, &from, &why) ||
	    !db_entry_of_uid(db, b, &to, &why)) {
		intake_fault(in, &why, NULL);
		return false;
	}
	if (linktype_fits(t, (enum kind_no)from.kind, (enum kind_no)to.kind))
		return true;
	refuse_kinds(in, t, (enum kind_no)from.kind, (enum kind_no)to.kind);
	return false;
}

/* --- The same link again ------------------------------------------------ */

/* Did the one end for certain before the other began? Of two precisions only
 * what both know is compared. */
static bool
is_over(const char *to, const char *from)
{
	char end[DATE_KEY_SIZE], begin[DATE_KEY_SIZE];

	if (!to || !from)
		return false;
	date_key(to, end);
	date_key(from, begin);
	return date_key_before(end, begin);
}

/* Does the row that a cursor stands on say what in->next says? */
static bool
says_same(const struct intake *in, const struct db_cursor *c, bool turned)
{
	const struct record *r = &in->next;
	const char *a = db_cursor_text(c, turned ? LINK_B : LINK_A);
	const char *b = db_cursor_text(c, turned ? LINK_A : LINK_B);
	const char *type = db_cursor_text(c, LINK_TYPE);

	return db_cursor_rid(c) != in->entry.rid && a && b && type &&
		!db_cursor_text(c, HEADER_RETRACTED) &&
		strcmp(a, record_text(r, LINK_A)) == 0 &&
		strcmp(b, record_text(r, LINK_B)) == 0 &&
		strcmp(type, record_text(r, LINK_TYPE)) == 0 &&
		!is_over(db_cursor_text(c, LINK_TO_DATE),
			record_text(r, LINK_FROM_DATE)) &&
		!is_over(record_text(r, LINK_TO_DATE),
			db_cursor_text(c, LINK_FROM_DATE));
}

/* Links of the case with this record at one end; no more of each than says_same
 * asks for. */
static bool
open_end(struct intake *in, size_t end, const char *uid, struct db_cursor **c,
	struct err *err)
{
	static const size_t compared[] = { HEADER_RETRACTED, LINK_TYPE, LINK_A,
		LINK_B, LINK_FROM_DATE, LINK_TO_DATE };
	struct session *s = in->session;
	bool *wanted = xcalloc(kind_n(&link_kind), sizeof(*wanted));

	for (size_t i = 0; i < ARRAY_SIZE(compared); i++)
		wanted[compared[i]] = true;
	bool ok = db_row_find(s->store.db, table_of(&link_kind), wanted,
		s->viewer.case_id, end, uid, c, err);

	free(wanted);
	return ok;
}

/*
 * Such a link that the viewer sees, from the first record to the second or, turned,
 * the other way round. It is at both ends: they are read in turn until one has no
 * more, so that a record with ten thousand links gets another at no more cost. One
 * that the viewer does not see must not show by a refusal either.
 */
static bool
find_same(struct intake *in, bool turned, struct db_entry *e, struct err *err)
{
	struct session *s = in->session;
	const char *a = record_text(&in->next, LINK_A);
	const char *b = record_text(&in->next, LINK_B);
	struct db_cursor *ends[2] = { NULL, NULL };
	bool found = false;

	if (open_end(in, LINK_A, turned ? b : a, &ends[0], err) &&
	    open_end(in, LINK_B, turned ? a : b, &ends[1], err))
		for (size_t i = 0; !found && db_cursor_next(ends[i], err); i = 1 - i)
			found = says_same(in, ends[i], turned) &&
				db_entry_of_rid(s->store.db,
					db_cursor_rid(ends[i]), e, err) &&
				viewer_sees(&s->viewer, &s->store, e);
	db_cursor_close(ends[0]);
	db_cursor_close(ends[1]);
	return found;
}

static void
refuse_again(struct intake *in, const struct linktype *t)
{
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!find_same(in, false, &e, &why) && (why.code != ERR_NONE ||
	    !(t->flags & LINKTYPE_SYMMETRIC) || !find_same(in, true, &e, &why))) {
		if (why.code != ERR_NONE)
			intake_fault(in, &why, NULL);
		return;
	}
	err_set(&why, ERR_RULE,
		_("%s says that already, for days that overlap; change it, or give other dates"),
		e.ref);
	refuse(in, LINK_TYPE, &why);
}

static void
review(struct intake *in)
{
	bool inverse;
	const struct linktype *t = linktype_find(
		record_text(&in->next, LINK_TYPE), &inverse);

	if (ends_fit(in, t))
		refuse_again(in, t);
}

const struct conduct link_conduct = {
	.kind = KIND_LINK, .review = review,
};
