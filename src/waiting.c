/* SPDX-License-Identifier: GPL-3.0-or-later */
/* waiting.c - the calls desk_waits and desk_owing: what waits for whom, as the viewer
 * may know it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/zone.h"
#include "db/page.h"
#include "db/wait.h"
#include "src/ask.h"
#include "src/clash.h"
#include "src/door.h"
#include "src/inquiry.h"
#include "src/member.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/quarantine.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/session.h"
#include "src/shapes.h"
#include "src/slim.h"
#include "src/table.h"
#include "src/told.h"
#include "src/unlinked.h"
#include "src/value.h"
#include "src/wait.h"
#include "base/banned.h"

enum { MAX_PARTIES = 64, TEXT_BYTES = 300 };

_Static_assert((int)WAIT_ANSWERED == (int)DESK_WAIT_ANSWERED &&
	(int)WAIT_RINGS == (int)DESK_WAIT_RINGS,
	"what waits has one number on both sides of the door");

/* --- Which -------------------------------------------------------------- */

struct found {
	struct db_wait *all;
	size_t n, room;
	bool at_least;
};

static void
keep(struct found *f, const struct db_wait *w)
{
	f->all = xgrow(f->all, f->n, &f->room, sizeof(*f->all));
	f->all[f->n++] = *w;
}

static bool
run_query(struct session *s, const struct db_wait_query *ask, struct found *f,
	struct err *err)
{
	const char *member = ask->member;
	struct db_wait_query q = *ask;
	struct db_wait *waits;
	size_t n;

	q.newest = member && *member == *WAIT_TOLD;
	q.limit = DESK_WAITS_MOST + 1;
	bool seen, ok = db_wait_find(s->store.db, &q, &waits, &n, err);

	if (!ok)
		return false;
	/* Of what was told long ago and never looked at the latest is enough. */
	f->at_least = f->at_least || (n > DESK_WAITS_MOST && !q.newest);
	n = n > DESK_WAITS_MOST ? DESK_WAITS_MOST : n;
	for (size_t i = 0; ok && i < n; i++) {
		ok = !member || told_seen(s, &waits[i], &seen, err);
		if (ok && !(member && seen))
			keep(f, &waits[i]);
	}
	free(waits);
	return ok;
}

static bool
find(struct session *s, const char *whom, const char *member,
	const char *asker, struct found *f, struct err *err)
{
	const struct db_wait_query q = {
		.audiences = s->viewer.audiences,
		.n_audiences = s->viewer.n_audiences,
		.whom = whom, .member = member, .asker = asker,
	};

	return run_query(s, &q, f, err);
}

/* What waits to be released is in no audience of who releases it. */
static bool
find_releases(struct session *s, struct found *f, struct err *err)
{
	struct db_wait_query q = { .whom = WAIT_ANY_PARTY,
		.member = WAIT_RELEASERS };
	int64_t *audiences;

	if (!quarantine_audiences(s, &audiences, &q.n_audiences, err))
		return false;
	q.audiences = audiences;
	bool ok = run_query(s, &q, f, err);

	free(audiences);
	return ok;
}

static int
oldest_first(const void *a, const void *b)
{
	const struct db_wait *x = a, *y = b;

	if (x->since != y->since)
		return x->since > y->since ? 1 : -1;
	if (x->rid != y->rid)
		return x->rid > y->rid ? 1 : -1;
	return (x->what > y->what) - (x->what < y->what);
}

/* The longest first; one comment may call upon a member and their party, and waits
 * once. */
static void
order(struct found *f)
{
	size_t kept = 0;

	if (f->n)
		qsort(f->all, f->n, sizeof(*f->all), oldest_first);
	for (size_t i = 0; i < f->n; i++)
		if (!kept || f->all[kept - 1].rid != f->all[i].rid ||
		    f->all[kept - 1].what != f->all[i].what)
			f->all[kept++] = f->all[i];
	f->n = kept;
}

/* By whom of their party the viewer is meant, of what waits for a word. Whoever may
 * only read is nobody's turn but their own. */
struct turns {
	const char *member[4];
	size_t n;
};

static struct turns
turns_of(const struct viewer *v)
{
	struct turns t = { { v->member_ref }, 1 };

	if (role_may(v->role, RIGHT_ANSWER, NULL))
		t.member[t.n++] = WAIT_ANSWERERS;
	if (viewer_speaks(v))
		t.member[t.n++] = WAIT_LEADERS;
	if (role_may(v->role, RIGHT_ADD, NULL))
		t.member[t.n++] = WAIT_ANYBODY;
	return t;
}

static bool
find_mine(struct session *s, struct found *f, struct err *err)
{
	const struct viewer *v = &s->viewer;
	const struct turns t = turns_of(v);
	char told[DB_REF_SIZE];
	bool ok = true;

	snprintf(told, sizeof(told), WAIT_TOLD "%.40s", v->member_ref);
	for (size_t i = 0; ok && i < t.n; i++)
		ok = find(s, v->party_code, t.member[i], NULL, f, err);
	return ok && find_releases(s, f, err) &&
		find(s, v->party_code, told, NULL, f, err) &&
		find(s, v->party_code, WAIT_TOLD, NULL, f, err);
}

static bool
is_mine(const struct viewer *v, const struct turns *t, const struct db_wait *w)
{
	if (strcmp(w->whom, v->party_code) != 0)
		return false;
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(w->member, t->member[i]) == 0)
			return true;
	return false;
}

/* The same of one record, without what is told. */
static bool
find_mine_on(struct session *s, const struct db_entry *e, bool releases,
	struct found *f, struct err *err)
{
	const struct turns t = turns_of(&s->viewer);
	struct db_wait *waits;
	size_t n;
	bool seen, ok = true;

	if (!db_wait_of(s->store.db, e->rid, &waits, &n, err))
		return false;
	for (size_t i = 0; ok && i < n; i++) {
		if (!is_mine(&s->viewer, &t, &waits[i]) &&
		    !(releases && waits[i].what == WAIT_RELEASE))
			continue;
		ok = told_seen(s, &waits[i], &seen, err);
		if (ok && !seen)
			keep(f, &waits[i]);
	}
	free(waits);
	order(f);
	return ok;
}

static bool
find_all(struct session *s, const struct desk_waits_ask *ask, struct found *f,
	struct err *err)
{
	const char *ours = s->viewer.party_code;
	const char *theirs = ask->party ? ask->party : "";
	struct db_entry e;

	if (ask->whose == DESK_FOR_ME) {
		if (!find_mine(s, f, err))
			return false;
	} else if (!ref_resolve(&s->store, &s->viewer, theirs,
	    KIND_BIT(KIND_PARTY), &e, err) ||
	    !(ask->whose == DESK_FOR_THEM ? find(s, e.ref, NULL, ours, f, err) :
		find(s, ours, NULL, e.ref, f, err)))
		return false;
	order(f);
	return true;
}

/* --- What they say ------------------------------------------------------ */

/* Days of the calendar at the viewer's place. */
static int64_t
local_day(const struct session *s, int64_t ms)
{
	int second;

	return calendar_split(ms / 1000 + (zone_known(s->zone) ?
		zone_offset(s->zone, ms / 1000) : 0), &second);
}

static int64_t
days_since(const struct session *s, int64_t since)
{
	int64_t days = local_day(s, clock_now()) - local_day(s, since);

	return days > 0 ? days : 0;
}

/* The first line that says anything, as far as a screen may show it. */
static char *
first_line(const char *text)
{
	size_t len;

	while (*text == '\n' || *text == ' ')
		text++;
	len = strcspn(text, "\n");
	if (len > TEXT_BYTES) {
		len = TEXT_BYTES;
		while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
			len--;
	}
	return strndup(text, len);
}

static char *
copy_text(const struct record *r, size_t index)
{
	return xstrdup(record_text(r, index));
}

/* Who entered it: a member whom everybody in the case sees. */
static bool
put_author(struct session *s, const struct record *r, struct desk_wait *a,
	struct err *err)
{
	const char *uid = record_text(r, HEADER_CREATED_BY);
	char ref[REF_SIZE];
	struct db_entry e;
	struct record member;

	if (!uid || !ref_show(&s->store, &s->viewer, uid, ref))
		return true;
	if (!db_entry_of_uid(s->store.db, uid, &e, err) ||
	    !table_load(s->store.db, &e, &member, err))
		return false;
	a->by = xstrdup(ref);
	a->name = copy_text(&member, MEMBER_NAME);
	record_clear(&member);
	return true;
}

static bool
put_part(struct session *s, int64_t rid, struct desk_wait *a, struct err *err)
{
	struct db_entry e;
	struct record part;

	if (!db_entry_of_rid(s->store.db, rid, &e, err) ||
	    !table_load(s->store.db, &e, &part, err))
		return false;
	a->part = xstrdup(e.ref);
	bool ok = put_author(s, &part, a, err);

	if (part.kind->no == KIND_CHAIN) {
		door_out(&s->store, &s->viewer, &part);
		a->from = copy_text(&part, CHAIN_FROM);
		a->to = copy_text(&part, CHAIN_TO);
	} else if (part.kind->no != KIND_SHARE) {
		const char *text = record_text(&part, part.kind->no ==
			KIND_COMMENT ? (size_t)COMMENT_TEXT :
			(size_t)JOURNAL_TEXT);

		a->text = text ? first_line(text) : NULL;
	}
	record_clear(&part);
	return ok;
}

/* Who tells, of what somebody is told: the party of the record, or the one that
 * answered. */
static char *
teller(struct session *s, const struct record *r)
{
	const char *uid = r->kind->no == KIND_ASK &&
		record_text(r, ASK_ANSWER) ? ask_asked(r) :
		record_text(r, HEADER_PARTY);
	char ref[REF_SIZE];

	if (r->kind->no == KIND_ASK && record_text(r, ASK_JIT))
		return xasprintf("%s/%s", record_text(r, ASK_JIT),
			record_text(r, ASK_JIT_PARTY));
	return xstrdup(uid && ref_show(&s->store, &s->viewer, uid, ref) ? ref :
		"");
}

/* "use in court, RO-L12: the indictment", or, answered, "refused, RO-L12: ...". */
static void
put_ask(const struct session *s, struct desk_wait *a)
{
	const struct record *r = &a->record;
	const char *about = record_text(r, ASK_ABOUT);
	size_t index = a->told && record_text(r, ASK_ANSWER) ? ASK_ANSWER :
		ASK_WHAT;
	struct strbuf text = STRBUF_INIT;

	value_show(kind_field(r->kind, index), record_text(r, index), s->zone,
		&text);
	if (record_text(r, ASK_IDENT_VALUE))
		strbuf_printf(&text, ", %s %s", record_text(r, ASK_IDENT_TYPE),
			record_text(r, ASK_IDENT_VALUE));
	else if (about)
		strbuf_printf(&text, ", %s", about);
	/* What was erased by law is not there. */
	if (record_text(r, ASK_PURPOSE))
		strbuf_printf(&text, ": %s", record_text(r, ASK_PURPOSE));
	a->text = first_line(text.text);
	strbuf_clear(&text);
}

/* "holds something on iban RO49...; contact: ...; terms". */
static void
put_ring(const struct record *r, struct desk_wait *a)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("holds something on %s %s"),
		record_text(r, ASK_IDENT_TYPE) ?
		record_text(r, ASK_IDENT_TYPE) : "",
		record_text(r, ASK_IDENT_VALUE) ?
		record_text(r, ASK_IDENT_VALUE) : "");
	if (record_text(r, ASK_CONTACT))
		strbuf_printf(&text, _("; contact: %s"),
			record_text(r, ASK_CONTACT));
	if (record_text(r, ASK_TERMS))
		strbuf_printf(&text, "; %s", record_text(r, ASK_TERMS));
	a->text = first_line(text.text);
	strbuf_clear(&text);
}

static bool
put_row(struct session *s, const struct db_wait *w, struct desk_waits *a,
	struct err *err)
{
	struct desk_wait *row = &a->rows[a->n];
	struct db_entry e;

	if (!db_entry_of_rid(s->store.db, w->owner, &e, err))
		return false;
	if (!viewer_sees(&s->viewer, &s->store, &e) &&
	    !(w->what == WAIT_RELEASE && quarantine_shows(s, &e)))
		return true;
	if (!table_load(s->store.db, &e, &row->record, err))
		return false;
	a->n++;
	row->what = w->what;
	row->member = strchr(w->member, '/') ?
		xstrdup(w->member + (*w->member == *WAIT_TOLD)) : NULL;
	row->asker = *w->member == *WAIT_TOLD ? teller(s, &row->record) :
		xstrdup(w->asker);
	row->since = w->since;
	row->days = days_since(s, w->since);
	bool ok = w->rid != w->owner ? put_part(s, w->rid, row, err) :
		put_author(s, &row->record, row, err);

	row->told = *w->member == *WAIT_TOLD;
	if (w->what == WAIT_RINGS)
		put_ring(&row->record, row);
	slim_record(&row->record);
	door_out(&s->store, &s->viewer, &row->record);
	if (row->record.kind->no == KIND_ASK && !row->text)
		put_ask(s, row);
	return ok;
}

/* Which record, and the words that wait on it. It may be one that only waits to be
 * released. */
static bool
find_about(struct session *s, const char *about, struct db_entry *e,
	struct found *f, struct err *err)
{
	bool releases = quarantine_find(s, about, e);

	return (releases || ref_resolve(&s->store, &s->viewer, about, UINT64_MAX,
			e, err)) &&
		find_mine_on(s, e, releases, f, err);
}

static bool
fill(struct session *s, const struct desk_waits_ask *ask, struct desk_waits *a,
	struct err *err)
{
	size_t limit = ask->limit > 0 && ask->limit < DESK_WAITS_MOST ?
		(size_t)ask->limit : DESK_WAITS_MOST;
	const char *about = ask->whose == DESK_FOR_ME ? ask->about : NULL;
	struct found f = { 0 };
	struct db_entry e;
	bool ok = about ? find_about(s, about, &e, &f, err) :
		find_all(s, ask, &f, err);

	a->rows = xcalloc(limit + UNLINKED_MOST + CLASH_MOST +
		INQUIRY_SHOWN + 1,
		sizeof(*a->rows));
	for (size_t i = 0; ok && i < f.n && a->n < limit; i++)
		ok = put_row(s, &f.all[i], a, err);
	a->total = (int64_t)f.n;
	a->at_least = f.at_least;
	free(f.all);
	if (about)
		return ok && unlinked_add_on(s, &e, a, limit, err);
	return ok && (ask->whose != DESK_FOR_ME ||
		(unlinked_add(s, a, limit, err) &&
		 clash_add(s, a, limit, err) &&
		 inquiry_add(s, a, limit, err)));
}

static bool
begin(struct session *s, struct err *err)
{
	return session_ready(s, err) &&
		role_may(s->viewer.role, RIGHT_READ, err) &&
		db_read_begin(s->store.db, err);
}

bool
waiting_read(struct session *s, const struct desk_waits_ask *ask,
	struct desk_waits *a, struct err *err)
{
	if (ask->limit < 0)
		return err_set(err, ERR_USAGE, _("a limit is not below 0"));
	if (!begin(s, err))
		return false;
	bool ok = fill(s, ask, a, err);

	db_read_end(s->store.db);
	ok = ok && inquiry_note(s, a, err);
	if (!ok)
		wire_clear(&shape_waits, a);
	return ok;
}

/* --- By party ----------------------------------------------------------- */

static bool
add_debtor(struct session *s, const struct db_entry *party,
	struct desk_owing *a, struct err *err)
{
	struct db_wait_query q = {
		.audiences = s->viewer.audiences,
		.n_audiences = s->viewer.n_audiences,
		.whom = party->ref, .asker = s->viewer.party_code,
		.limit = DESK_WAITS_MOST + 1,
	};
	struct desk_debtor *d = &a->parties[a->n];
	struct record r;
	int64_t n, oldest;

	if (strcmp(party->ref, s->viewer.party_code) == 0)
		return true;
	if (!db_wait_count(s->store.db, &q, &n, &oldest, err))
		return false;
	if (!n)
		return true;
	if (!table_load(s->store.db, party, &r, err))
		return false;
	*d = (struct desk_debtor){ .party = xstrdup(party->ref),
		.name = copy_text(&r, PARTY_NAME),
		.n = n > DESK_WAITS_MOST ? DESK_WAITS_MOST : n,
		.at_least = n > DESK_WAITS_MOST,
		.days = days_since(s, oldest) };
	a->n++;
	record_clear(&r);
	return true;
}

static int
longest_first(const void *a, const void *b)
{
	const struct desk_debtor *x = a, *y = b;

	if (x->days != y->days)
		return x->days < y->days ? 1 : -1;
	return strcmp(x->party, y->party);
}

/* All parties of the case: there are not more than its slots. */
static bool
add_debtors(struct session *s, struct desk_owing *a, struct err *err)
{
	struct db_order o = { .table = table_of(&party_kind),
		.sort = DB_PAGE_NEWEST };
	struct db_place places[MAX_PARTIES];
	int64_t *audiences;
	struct db_entry e;
	size_t n = 0;

	if (!viewer_audiences(&s->viewer, &s->store, &party_kind, &o.case_id,
	    &audiences, &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	a->parties = xcalloc(MAX_PARTIES, sizeof(*a->parties));
	bool ok = db_page_after(s->store.db, &o, NULL, MAX_PARTIES, places, &n,
		err);

	for (size_t i = 0; ok && i < n; i++)
		ok = db_entry_of_rid(s->store.db, places[i].rid, &e, err) &&
			add_debtor(s, &e, a, err);
	free(audiences);
	if (ok && a->n)
		qsort(a->parties, a->n, sizeof(*a->parties), longest_first);
	return ok;
}

bool
waiting_owing(struct session *s, struct desk_owing *a, struct err *err)
{
	if (!begin(s, err))
		return false;
	bool ok = add_debtors(s, a, err);

	db_read_end(s->store.db);
	if (!ok)
		wire_clear(&shape_owing, a);
	return ok;
}
