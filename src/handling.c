/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handling.c - see handling.h. */
#include "src/handling.h"

#include <string.h>

#include "base/compiler.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/codes.h"
#include "src/door.h"
#include "src/handling_code.h"
#include "src/party.h"
#include "src/permission.h"
#include "src/table.h"
#include "base/banned.h"

/* --- Marking ------------------------------------------------------------ */

void
handling_explain_marking(const char *typed, struct err *err)
{
	/* Council Decision 2013/488/EU, art. 2, and what they are shortened to. */
	static const char *const higher[] = {
		"confiden", "secret", "c-ue", "c_ue", "s-ue", "s_ue", "ts-ue",
		"ts_ue", "eu-c", "eu-s"
	};
	struct strbuf folded = STRBUF_INIT;
	bool is = false;

	fold_key(&folded, typed, strlen(typed));
	for (size_t i = 0; i < ARRAY_SIZE(higher); i++)
		is = is || strstr(folded.text, higher[i]);
	strbuf_clear(&folded);
	/* Regulation (EU) 2023/969, recital 23. */
	if (is)
		err_field(err, ERR_INVALID, header_fields[HEADER_MARKING].id,
			_("marking: nothing above RESTREINT UE/EU RESTRICTED may be entered; leave out what is marked \"%.60s\""),
			typed);
}

/* --- Terms -------------------------------------------------------------- */

/* A record under the terms of another authority than its party. */
struct terms {
	struct intake *in;
	const char *origin;
	struct permissions permissions;
};

/* Does the text name the party, by code, name or authority? */
static bool
names_party(struct store *s, const char *uid, const char *text)
{
	static const size_t names[] = { PARTY_CODE, PARTY_NAME, PARTY_AUTHORITY };
	struct db_entry e;
	struct record party;
	bool is = false;

	if (!db_entry_of_uid(s->db, uid, &e, NULL) ||
	    !door_load(s, &e, &party, NULL))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(names) && !is; i++)
		is = record_text(&party, names[i]) &&
			fold_same(record_text(&party, names[i]), text);
	record_clear(&party);
	return is;
}

const char *
handling_origin(struct store *s, const struct record *r)
{
	const char *origin = kind_field(r->kind, HEADER_ORIGIN) ?
		record_text(r, HEADER_ORIGIN) : NULL;
	const char *party = record_text(r, HEADER_PARTY);

	return origin && party && names_party(s, party, origin) ? NULL : origin;
}

static bool
is_lifted(const struct terms *t, const char *what)
{
	return permissions_have(&t->permissions, "lift", what, NULL);
}

static void
refuse(const struct terms *t, size_t index)
{
	intake_refuse(t->in, index,
		_("%s: %.100s laid it down and alone lifts it: add permission of=%s what=lift by=... on=... doc_no=..."),
		kind_field(t->in->kind, index)->name, t->origin,
		t->in->entry.ref);
}

static void
keep_codes(const struct terms *t)
{
	for (const struct field_code *c = codes_handling; c->code; c++)
		if (record_has(&t->in->now, HEADER_HANDLING, c->code) &&
		    !record_has(&t->in->next, HEADER_HANDLING, c->code) &&
		    !is_lifted(t, c->code)) {
			refuse(t, HEADER_HANDLING);
			return;
		}
}

/* More may be said, and a value be given where there was none. */
static bool
is_kept(const struct terms *t, size_t index, bool may_grow)
{
	const char *now = record_text(&t->in->now, index);
	const char *next = record_text(&t->in->next, index);

	return !now || (next && strncmp(now, next, strlen(now)) == 0 &&
		(may_grow || strlen(now) == strlen(next)));
}

/* The origin itself is bound as soon as it has laid something down. */
static bool
has_terms(const struct record *now)
{
	static const size_t fields[] = {
		HEADER_HANDLING, HEADER_GRADE, HEADER_ORIGIN_TERMS
	};

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		if (record_text(now, fields[i]))
			return true;
	return false;
}

static bool
names_same_origin(const struct terms *t)
{
	const char *next = record_text(&t->in->next, HEADER_ORIGIN);

	return next && fold_same(t->origin, next);
}

/* Is the party that the cursor stands on one of the team that may not have it? */
static bool
is_left_out(const struct terms *t, const struct db_cursor *c)
{
	const char *class = db_cursor_text(c, PARTY_CLASS);
	struct db_entry e;

	return class && strcmp(class, "signatory") == 0 &&
		db_entry_of_rid(t->in->session->store.db, db_cursor_rid(c), &e,
			NULL) &&
		strcmp(e.uid, t->in->session->viewer.party) != 0 &&
		!permissions_have(&t->permissions, "onward", NULL, e.uid);
}

/* May every party of the team have it? */
static bool
is_passed_on(const struct terms *t)
{
	const struct viewer *v = &t->in->session->viewer;
	struct db *db = t->in->session->store.db;
	struct err why = ERR_INIT;
	bool all = true;

	for (size_t i = 0; all && i < v->n_audiences; i++) {
		struct db_cursor *c = NULL;

		if (!db_row_scan(db, table_of(&party_kind), NULL, v->case_id,
		    v->audiences[i], INT64_MAX, &c, NULL))
			return false;
		while (all && db_cursor_next(c, &why))
			all = !is_left_out(t, c);
		db_cursor_close(c);
	}
	return all && why.code == ERR_NONE;
}

/* What its provider does not want passed on goes to no other party. */
static void
keep_share(const struct terms *t)
{
	const char *now = record_text(&t->in->now, HEADER_SHARE);
	const char *next = record_text(&t->in->next, HEADER_SHARE);

	if (!next || strcmp(next, "team") != 0 ||
	    (now && strcmp(now, "team") == 0) ||
	    !record_has(&t->in->now, HEADER_HANDLING, "H2") ||
	    is_lifted(t, "H2") || is_passed_on(t))
		return;
	intake_refuse(t->in, HEADER_SHARE,
		_("share: H2 of %.100s forbids to pass it on: add permission of=%s what=onward by=..., for each party or for all"),
		t->origin, t->in->entry.ref);
}

static void
keep_terms(const struct terms *t)
{
	keep_codes(t);
	if (!is_kept(t, HEADER_HANDLING_TEXT, true) && !is_lifted(t, "H3"))
		refuse(t, HEADER_HANDLING_TEXT);
	if (!is_kept(t, HEADER_GRADE, false) && !is_lifted(t, "grade"))
		refuse(t, HEADER_GRADE);
	if (!is_kept(t, HEADER_ORIGIN_TERMS, true) && !is_lifted(t, "terms"))
		refuse(t, HEADER_ORIGIN_TERMS);
	if (has_terms(&t->in->now) && !names_same_origin(t) &&
	    !is_lifted(t, "terms"))
		refuse(t, HEADER_ORIGIN);
	keep_share(t);
}

void
handling_review(struct intake *in)
{
	struct terms t = { .in = in,
		.origin = handling_origin(&in->session->store, &in->now) };

	if (!kind_field(in->kind, HEADER_HANDLING) || !t.origin ||
	    !permissions_load(&t.permissions, in->session->store.db,
		in->entry.rid, NULL))
		return;
	keep_terms(&t);
	permissions_clear(&t.permissions);
}

/* --- Passing on --------------------------------------------------------- */

bool
handling_onward(struct store *s, const struct db_entry *e,
	const struct record *r, const char *party, enum handling_onward *may,
	struct err *err)
{
	const char *code = handling_code(r, HANDLING_NO_ONWARD);
	struct permissions p;

	*may = HANDLING_FREE;
	if (!code)
		return true;
	if (!permissions_load(&p, s->db, e->rid, err))
		return false;
	if (!permissions_have(&p, "lift", code, NULL) &&
	    !permissions_have(&p, "onward", NULL, party))
		*may = handling_origin(s, r) ? HANDLING_FORBIDDEN :
			HANDLING_OWN;
	permissions_clear(&p);
	return true;
}

#define ANYBODY ""	/* for whom a permission is that names no party */

/* --- In court ----------------------------------------------------------- */

bool
handling_court(struct store *s, const struct db_entry *e, const struct record *r,
	const struct handling_use *use, bool *may, struct err *err)
{
	const char *code = handling_code(r, use->effect);
	struct permissions p;

	*may = !code;
	if (!code)
		return true;
	if (!permissions_load(&p, s->db, e->rid, err))
		return false;
	*may = permissions_have(&p, "lift", code, use->party) ||
		permissions_have(&p, "court", use->in, use->party) ||
		(use->effect == HANDLING_NO_ONWARD &&
		 permissions_have(&p, "onward", NULL, ANYBODY));
	permissions_clear(&p);
	return true;
}

const char *
handling_asks(const struct record *r)
{
	const char *text = record_text(r, HEADER_HANDLING_TEXT);

	if (!handling_code(r, HANDLING_ASKS))
		return NULL;
	return text ? text : _("restricted by its origin, without a text");
}
