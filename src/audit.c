/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.c - the call desk_access: see desk_access.h. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/access.h"
#include "src/codes.h"
#include "src/door.h"
#include "src/member.h"
#include "src/session.h"
#include "base/banned.h"

/* What is asked for, in uids and sort keys. */
struct audit {
	struct session *session;
	struct db_access *log;		/* of the year that it is at */
	struct desk_access *answer;
	size_t limit;
	char from[DATE_KEY_SIZE], after[DATE_KEY_SIZE];	/* "": no end */
	char member[IDS_UID_SIZE], party[IDS_UID_SIZE], item[IDS_UID_SIZE];
	const char *op;
	bool nothing;			/* what is named is not there */
	int year;			/* to begin with, and below which entry; 0: */
	int64_t below;			/* the newest */
};

/* --- The question ------------------------------------------------------- */

static bool
read_dates(struct audit *q, const struct desk_access_ask *ask, struct err *err)
{
	char unused[DATE_KEY_SIZE];
	int64_t now = clock_now();

	return (!ask->from || date_range(ask->from, now, q->session->zone,
			q->from, unused, err)) &&
		(!ask->to || date_range(ask->to, now, q->session->zone, unused,
			q->after, err));
}

static bool
read_op(struct audit *q, const char *op, struct err *err)
{
	struct strbuf words = STRBUF_INIT;

	if (!op)
		return true;
	for (const struct field_code *c = codes_access; c->code; c++) {
		if (strcmp(c->code, op) == 0) {
			q->op = c->code;
			strbuf_clear(&words);
			return true;
		}
		strbuf_printf(&words, "%s%s", words.len ? ", " : "", c->code);
	}
	err_set(err, ERR_USAGE, _("\"%.40s\" is nothing that is logged; one of: %s"),
		op, words.text);
	strbuf_clear(&words);
	return false;
}

static bool
find_ref(const struct audit *q, const char *ref, struct db_entry *e)
{
	char upper[DB_REF_SIZE] = "";

	for (size_t i = 0; ref[i] && i + 1 < sizeof(upper); i++)
		upper[i] = ref[i] >= 'a' && ref[i] <= 'z' ?
			(char)(ref[i] - 'a' + 'A') : ref[i];
	return db_entry_of_ref(q->session->store.db,
		q->session->viewer.case_id, upper, e, NULL);
}

/* All of a case know its members and parties. */
static bool
read_member(struct audit *q, const char *member, struct err *err)
{
	struct db_entry e;

	if (!member)
		return true;
	if (!find_ref(q, member, &e) ||
	    (e.kind != KIND_MEMBER && e.kind != KIND_PARTY))
		return err_set(err, ERR_NOT_FOUND,
			_("no member \"%.40s\" in this case; a member's ref (RO/2) or a party's code is wanted"),
			member);
	strbuf_fill(e.kind == KIND_MEMBER ? q->member : q->party, IDS_UID_SIZE,
		e.uid);
	return true;
}

/* Of a record that is not there nothing is logged: that it is not there is not said. */
static void
read_ref(struct audit *q, const char *ref)
{
	struct db_entry e;

	if (!ref)
		return;
	q->nothing = !find_ref(q, ref, &e) || (e.parent &&
		!db_entry_of_rid(q->session->store.db, e.parent, &e, NULL));
	if (!q->nothing)
		strbuf_fill(q->item, sizeof(q->item), e.uid);
}

/* "2026:123" */
static bool
read_key(struct audit *q, const char *key, struct err *err)
{
	char *end;

	if (!key)
		return true;
	q->year = (int)strtol(key, &end, 10);
	if (*end == ':' && end[1])
		q->below = strtoll(end + 1, &end, 10);
	return (!*end && q->below >= 0) || err_set(err, ERR_USAGE,
		_("a key that no answer gave"));
}

/* --- One row ------------------------------------------------------------ */

/* May the auditor's party know of the record? Its own it does, whatever the role of
 * an auditor lets them read. */
static bool
may_know(const struct audit *q, const struct db_entry *e)
{
	const struct viewer *v = &q->session->viewer;
	size_t n = strlen(v->party_code);

	return e->case_id == v->case_id &&
		((strncmp(e->ref, v->party_code, n) == 0 && e->ref[n] == '-') ||
		 viewer_sees(v, &q->session->store, e));
}

/* Of a case that somebody of the auditor's party sits at, only its own auditors. */
static bool
is_elsewhere(const struct audit *q, const struct db_entry *e)
{
	return (e->kind == KIND_CASEFILE ? e->rid : e->case_id) !=
		q->session->viewer.case_id;
}

static void
add_refs(const struct audit *q, const struct access_entry *e, bool ours,
	struct desk_access_row *row)
{
	struct db_entry found;
	char uid[IDS_UID_SIZE];

	row->refs = xcalloc(e->n_items, sizeof(*row->refs));
	for (size_t i = 0; i < e->n_items; i++) {
		ids_from_bytes(e->items[i], uid);
		if (db_entry_of_uid(q->session->store.db, uid, &found, NULL) &&
		    !is_elsewhere(q, &found) && (ours || may_know(q, &found)))
			row->refs[row->n_refs++].text = xstrdup(
				*found.ref ? found.ref : uid);
	}
}

static void
add_person(const struct audit *q, const struct access_entry *e,
	struct desk_access_row *row)
{
	struct store *s = &q->session->store;
	struct db_entry found;
	struct record r;

	if (*e->party && db_entry_of_uid(s->db, e->party, &found, NULL))
		row->party = xstrdup(found.ref);
	if (!*e->member || !db_entry_of_uid(s->db, e->member, &found, NULL))
		return;
	row->member = xstrdup(found.ref);
	if (!door_load(s, &found, &r, NULL))
		return;
	if (r.kind->no == KIND_MEMBER)
		row->name = xstrdup(record_text(&r, MEMBER_NAME));
	record_clear(&r);
}

/* Its own purpose, else that of the sitting. */
static bool
add_texts(const struct audit *q, const struct access_entry *e, bool ours,
	struct desk_access_row *row, struct err *err)
{
	uint8_t salt[DB_SALT_SIZE];
	bool own_why = false;

	for (size_t i = 0; i < e->n_texts; i++)
		own_why |= e->texts[i].field == ACCESS_WHY;
	return db_access_text_get(q->log, own_why ? e->seq : e->login, ACCESS_WHY,
			salt, &row->why, err) &&
		(!ours || db_access_text_get(q->log, e->seq, ACCESS_WHAT, salt,
			&row->what, err)) &&
		db_access_text_get(q->log, e->seq, ACCESS_WHOM, salt, &row->whom,
			err);
}

static bool
in_time(const struct audit *q, int64_t at)
{
	char key[DATE_KEY_SIZE];

	date_key_of_ms(at, key);
	return (!*q->from || strcmp(key, q->from) >= 0) &&
		(!*q->after || strcmp(key, q->after) < 0);
}

static void
row_clear(struct desk_access_row *row)
{
	struct desk_access one = { .rows = xmemdup(row, sizeof(*row)), .n = 1 };

	desk_access_clear(&one);
}

/* Others' entries are told as far as they are of records that may be known of. */
static bool
add_row(struct audit *q, const struct access_entry *e,
	const struct db_access_row *found, struct err *err)
{
	bool ours = strcmp(e->party, q->session->viewer.party) == 0;
	struct desk_access *a = q->answer;
	struct desk_access_row row = { .at = e->at };
	char hex[2 * 4 + 1];

	hash_hex(found->leaf, 4, hex);
	row.entry = xstrdup(hex);
	row.zone = xstrdup(e->zone);
	row.op = xstrdup(e->op);
	row.kind = *e->kind ? xstrdup(e->kind) : NULL;
	add_person(q, e, &row);
	add_refs(q, e, ours, &row);
	bool told = ours || row.n_refs || strcmp(e->op, "login") == 0;

	if (!add_texts(q, e, ours, &row, err)) {
		row_clear(&row);
		return false;
	}
	if (!told) {
		row_clear(&row);
		return true;
	}
	a->rows = xrealloc_array(a->rows, a->n + 1, sizeof(*a->rows));
	a->rows[a->n++] = row;
	return true;
}

/* --- All of them -------------------------------------------------------- */

static bool
take(struct audit *q, const struct db_access_row *row, struct err *err)
{
	struct access_entry e;

	if (!access_entry_decode(&e, row->data, row->len, err))
		return false;
	bool ok = !in_time(q, e.at) || add_row(q, &e, row, err);

	access_entry_clear(&e);
	return ok;
}

static const char *
or_null(const char *uid)
{
	return *uid ? uid : NULL;
}

static bool
read_log(struct audit *q, int year, struct err *err)
{
	const struct db_access_filter filter = { .op = q->op,
		.who = { q->session->viewer.case_uid, or_null(q->party),
			or_null(q->member) },
		.item = or_null(q->item), .below = q->below };
	struct desk_access *a = q->answer;
	struct db_access_cursor *c;
	struct db_access_row row;
	struct err why = ERR_INIT;

	if (!db_access_find(q->log, &filter, &c, err))
		return false;
	while (!a->more && db_access_next(c, &row, &why)) {
		if (!take(q, &row, &why))
			break;
		if (a->n < q->limit)
			continue;
		a->more = true;
		a->key = xasprintf("%d:%lld", year, (long long)row.seq);
	}
	db_access_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static bool
read_year(struct audit *q, int year, struct err *err)
{
	if (!db_access_open(&q->log, db_path(q->session->store.db), year,
	    DB_READER, err))
		return false;
	bool ok = read_log(q, year, err);

	db_access_close(q->log);
	q->below = 0;
	return ok;
}

static bool
read_years(struct audit *q, struct err *err)
{
	int *years;
	size_t n;
	bool ok = true;

	if (!db_access_years(db_path(q->session->store.db), &years, &n, err))
		return false;
	while (ok && !q->answer->more && n--)
		if (!q->year || years[n] <= q->year) {
			if (years[n] != q->year)
				q->below = 0;
			ok = read_year(q, years[n], err);
		}
	free(years);
	return ok;
}

bool
audit_read(struct session *s, const struct desk_access_ask *ask,
	struct desk_access *a, struct err *err)
{
	struct audit q = { .session = s, .answer = a,
		.limit = ask->limit > 0 && ask->limit < DESK_ACCESS_MOST ?
			(size_t)ask->limit : DESK_ACCESS_MOST };

	if (!session_ready(s, err) || !read_dates(&q, ask, err) ||
	    !read_op(&q, ask->op, err) || !read_member(&q, ask->member, err) ||
	    !read_key(&q, ask->key, err))
		return false;
	read_ref(&q, ask->ref);
	if (q.nothing || read_years(&q, err))
		return true;
	desk_access_clear(a);
	return false;
}
