/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inquiry_find.c - see inquiry_find.h. */
#include "src/inquiry_find.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/held.h"
#include "src/ask.h"
#include "src/hit.h"
#include "src/hit_contact.h"
#include "src/idents.h"
#include "src/member.h"
#include "src/nameset.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/same.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

void
inquiry_clear(struct inquiry *q)
{
	record_clear(&q->record);
	viewer_clear(&q->asker);
	free(q->contact);
	*q = (struct inquiry){ 0 };
}

int64_t
inquiry_end(const struct record *ask)
{
	const int64_t day = INT64_C(24) * 60 * 60 * 1000;
	bool is = record_has(ask, ASK_WHAT, "hit") &&
		!record_text(ask, ASK_INQUIRY) &&
		!record_text(ask, ASK_LAPSED) &&
		record_text(ask, ASK_IDENT_TYPE) &&
		record_text(ask, ASK_IDENT_VALUE) &&
		record_text(ask, ASK_PURPOSE);

	return is ? record_int(ask, HEADER_CREATED) + INQUIRY_DAYS * day : 0;
}

bool
inquiry_is_open(const struct record *ask, const struct viewer *v)
{
	return inquiry_end(ask) > viewer_now(v);
}

/* --- What is held ------------------------------------------------------- */

static void
find_keys(const struct record *ask, struct idents *keys)
{
	const char *code = record_text(ask, ASK_IDENT_TYPE);
	const char *value = record_text(ask, ASK_IDENT_VALUE);
	enum ident_type type = ident_of_code(code);
	char normal[IDENT_TEXT_SIZE], key[IDENT_TEXT_SIZE];

	if (strcmp(code, NAMESET_TYPE) == 0)
		nameset_add_typed(keys, value);
	else if (type != IDENT_NONE && ident_normalise(type, value, normal,
	    NULL) && ident_key(type, normal, key))
		idents_put(keys, &(struct db_ident){ (char *)code, key, 0 });
}

/* Does the viewer's party hold what rings on it (hit.c)? Every statement is made,
 * whatever those before it said. */
static bool
is_held(struct session *s, const struct record *ask, bool *held,
	struct err *err)
{
	const struct viewer *v = &s->viewer;
	struct idents keys = { 0 };
	int64_t n[DB_HELD_SLOTS];
	bool muted, ok = true;

	*held = false;
	find_keys(ask, &keys);
	for (size_t i = 0; ok && i < keys.n; i++) {
		ok = db_ident_has(s->store.db, v->case_id, &keys.list[i],
				&muted, err) &&
			db_held_all(s->store.db, v->case_id, &keys.list[i], n,
				err);
		if (ok && !muted && n[v->slot] > 0 && n[v->slot] <= SAME_MOST)
			*held = true;
	}
	idents_clear(&keys);
	return ok;
}

/* --- What was answered -------------------------------------------------- */

/* The answer of the viewer's party to the one with this name. */
static bool
find_answer(struct session *s, const char *name, struct db_entry *e,
	bool *found, struct err *err)
{
	const struct field *f = kind_field(&ask_kind, ASK_INQUIRY);
	struct strbuf key = STRBUF_INIT;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	*found = false;
	value_key(f, name, &key);
	bool ok = db_row_find(s->store.db, table_of(&ask_kind), NULL,
		s->viewer.case_id, ASK_INQUIRY, key.text, &c, err);

	while (ok && !*found && db_cursor_next(c, &why)) {
		const char *party = db_cursor_text(c, HEADER_PARTY);
		const char *to = db_cursor_text(c, ASK_INQUIRY);

		*found = party && strcmp(party, s->viewer.party) == 0 && to &&
			strcmp(to, name) == 0 && db_entry_of_rid(s->store.db,
				db_cursor_rid(c), e, &why);
	}
	db_cursor_close(c);
	strbuf_clear(&key);
	if (why.code != ERR_NONE && err)
		*err = why;
	return ok && why.code == ERR_NONE;
}

/* --- Who asks ----------------------------------------------------------- */

/* NOT_FOUND: they left. */
static bool
load_asker(struct session *s, int64_t case_id, struct inquiry *q,
	struct err *err)
{
	struct db_entry e;
	struct record member;

	if (!db_entry_of_uid(s->store.db,
		record_text(&q->record, HEADER_CREATED_BY), &e, err) ||
	    !table_load(s->store.db, &e, &member, err))
		return false;
	bool ok = viewer_load(&q->asker, &s->store, case_id,
		record_text(&member, MEMBER_IDENTITY), err);

	record_clear(&member);
	return ok;
}

/* Whom to call at the asker's party, as its own case knows it. */
static bool
find_contact(struct session *s, struct inquiry *q, struct err *err)
{
	struct hit_contacts contacts = { 0 };
	struct viewer here = s->viewer;

	s->viewer = q->asker;
	bool ok = hit_contacts_read(s, (uint64_t)1 << q->asker.slot, &contacts,
		err);

	s->viewer = here;
	q->contact = xstrdup(ok && contacts.n ? contacts.all[0].contact : "");
	hit_contacts_clear(&contacts);
	return ok;
}

/* --- Those there are ---------------------------------------------------- */

struct search {
	struct session *session;
	const char *name;	/* that one alone, or NULL */
	struct inquiry *list;
	size_t n, room;
};

/* Take it if the viewer's party is to answer it. */
static bool
take(struct search *f, int64_t case_id, struct inquiry *q, bool *taken,
	struct err *err)
{
	struct session *s = f->session;
	struct err why = ERR_INIT;
	struct db_entry e;
	bool held, answered;

	*taken = false;
	if (!load_asker(s, case_id, q, &why)) {
		if (why.code != ERR_NOT_FOUND && err)
			*err = why;
		return why.code == ERR_NOT_FOUND;
	}
	snprintf(q->name, sizeof(q->name), "%s/%s", q->asker.case_code,
		record_text(&q->record, HEADER_REF));
	if (!is_held(s, &q->record, &held, err) ||
	    !find_answer(s, q->name, &e, &answered, err) ||
	    !find_contact(s, q, err))
		return false;
	*taken = held && !answered && hit_is_for(&q->asker) &&
		inquiry_is_open(&q->record, &q->asker) &&
		(!f->name || strcasecmp(f->name, q->name) == 0);
	if (!*taken)
		return true;
	f->list = xgrow(f->list, f->n, &f->room, sizeof(*f->list));
	f->list[f->n++] = *q;
	return true;
}

static bool
take_row(struct search *f, const struct db_cursor *c, int64_t case_id,
	struct err *err)
{
	struct inquiry q = { .asker = { .slot = -1 } };
	struct db_entry e;
	bool taken = false, ok = true;

	if (!db_entry_of_rid(f->session->store.db, db_cursor_rid(c), &e, err))
		return false;
	table_record(&q.record, &ask_kind, c, &e);
	if (inquiry_is_open(&q.record, &f->session->viewer))
		ok = take(f, case_id, &q, &taken, err);
	if (!taken)
		inquiry_clear(&q);
	return ok;
}

static bool
take_case(struct search *f, int64_t case_id, struct err *err)
{
	struct session *s = f->session;
	struct strbuf key = STRBUF_INIT;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	value_key(kind_field(&ask_kind, ASK_WHAT), "hit", &key);
	bool ok = db_row_find(s->store.db, table_of(&ask_kind), NULL, case_id,
		ASK_WHAT, key.text, &c, err);

	strbuf_clear(&key);
	while (ok && f->n < INQUIRY_SHOWN && db_cursor_next(c, &why))
		ok = take_row(f, c, case_id, &why);
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return ok && why.code == ERR_NONE;
}

/* The case with this code, if it says of this one what this one says of it. */
static bool
take_code(struct search *f, const char *code, struct err *err)
{
	struct session *s = f->session;
	struct err why = ERR_INIT;
	struct exchanges theirs;
	struct db_entry e;

	if (!db_entry_of_ref(s->store.db, 0, code, &e, &why)) {
		if (why.code != ERR_NOT_FOUND && err)
			*err = why;
		return why.code == ERR_NOT_FOUND;
	}
	if (e.kind != KIND_CASEFILE)
		return true;
	if (!exchanges_load(&theirs, s->store.db, e.rid, err))
		return false;
	bool both = exchanges_have(&theirs, s->viewer.case_code);

	exchanges_clear(&theirs);
	return !both || take_case(f, e.rid, err);
}

static int
oldest_first(const void *a, const void *b)
{
	const struct inquiry *x = a, *y = b;
	int64_t at = record_int(&x->record, HEADER_CREATED);
	int64_t other = record_int(&y->record, HEADER_CREATED);

	if (at != other)
		return at > other ? 1 : -1;
	return strcmp(x->name, y->name);
}

static bool
search(struct search *f, struct err *err)
{
	struct session *s = f->session;
	struct exchanges ours;
	bool ok = true;

	if (!role_leads(s->viewer.role) || !hit_is_for(&s->viewer))
		return true;
	if (!exchanges_load(&ours, s->store.db, s->viewer.case_id, err))
		return false;
	for (size_t i = 0; ok && i < ours.n; i++)
		ok = take_code(f, ours.codes[i], err);
	exchanges_clear(&ours);
	if (ok && f->n)
		qsort(f->list, f->n, sizeof(*f->list), oldest_first);
	for (size_t i = 0; !ok && i < f->n; i++)
		inquiry_clear(&f->list[i]);
	if (!ok) {
		free(f->list);
		f->list = NULL;
		f->n = 0;
	}
	return ok;
}

bool
inquiry_find(struct session *s, struct inquiry **list, size_t *n,
	struct err *err)
{
	struct search f = { .session = s };
	bool ok = search(&f, err);

	*list = f.list;
	*n = f.n;
	return ok;
}

/* --- One ---------------------------------------------------------------- */

static bool
was_answered(struct session *s, const struct db_entry *e, const char *name,
	struct err *err)
{
	struct record r;
	char who[REF_SIZE];

	if (!table_load(s->store.db, e, &r, err))
		return false;
	const char *by = record_text(&r, ASK_ANSWERED_BY);
	const char *answer = record_text(&r, ASK_ANSWER);
	const char *on = record_text(&r, ASK_ANSWERED_ON);

	if (!by || !ref_show(&s->store, &s->viewer, by, who))
		strbuf_fill(who, sizeof(who), "?");
	err_set(err, ERR_RULE, _("%s was answered on %s by %s: %s"), name,
		on ? on : "?", who, answer ? answer : "?");
	record_clear(&r);
	return false;
}

bool
inquiry_get(struct session *s, const char *name, struct inquiry *q,
	struct err *err)
{
	struct search f = { .session = s, .name = name };
	char upper[INQUIRY_NAME_SIZE];
	struct db_entry e;
	bool answered;

	*q = (struct inquiry){ .asker = { .slot = -1 } };
	strbuf_fill(upper, sizeof(upper), name);
	for (char *c = upper; *c; c++)
		*c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
	if (!find_answer(s, upper, &e, &answered, err) || !search(&f, err))
		return false;
	if (f.n) {
		*q = f.list[0];
		free(f.list);	/* a name is of one */
		return true;
	}
	if (answered)
		return was_answered(s, &e, upper, err);
	return err_set(err, ERR_NOT_FOUND,
		_("%.80s waits for no answer of yours: it was never asked or has lapsed, or hits are exchanged with that JIT no more"),
		name);
}
