/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash.c - see clash.h. */
#include "src/clash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/audience.h"
#include "db/due.h"
#include "db/held.h"
#include "src/codes.h"
#include "src/door.h"
#include "src/event.h"
#include "src/hit.h"
#include "src/hit_contact.h"
#include "src/hit_rule.h"
#include "src/link.h"
#include "src/role.h"
#include "src/same.h"
#include "src/slim.h"
#include "src/table.h"
#include "src/task.h"
#include "src/value.h"
#include "base/banned.h"

/* Plans of a side that are looked at; bytes of a place that tells one. */
enum { PLANS = 100, PLACE_LEAST = 4, DAY_CHARS = 8 /* 20260314 */ };

#define TYPE_RECORD "record"
#define TYPE_PLACE "place"

/* --- Plans -------------------------------------------------------------- */

struct plan {
	struct db_entry entry;
	struct record record;
	int64_t day;
	struct idents keys;
};

struct plans {
	struct plan all[PLANS];
	size_t n;
};

struct clash {
	struct session *session;
	struct desk_waits *waits;
	size_t limit;
	int told;
	struct plans ours, theirs;
	struct hit_contacts contacts;
};

static void
plans_clear(struct plans *p)
{
	for (size_t i = 0; i < p->n; i++) {
		record_clear(&p->all[i].record);
		idents_clear(&p->all[i].keys);
	}
	p->n = 0;
}

/* The day that a sort key names; false of a month, a year. */
static bool
day_of(const char *key, int64_t *day)
{
	struct calendar_date d;

	if (strlen(key) < DAY_CHARS || sscanf(key, "%4d%2d%2d", &d.year,
	    &d.month, &d.day) != 3)
		return false;
	*day = calendar_day(d);
	return true;
}

static bool
is_plan(const struct db_due *due, const struct db_entry *e)
{
	return due->rid == due->owner && ((e->kind == KIND_TASK && due->field ==
			kind_field(&task_kind, TASK_DUE)->id) ||
		(e->kind == KIND_EVENT && due->field ==
			kind_field(&event_kind, EVENT_STARTS)->id));
}

static bool
is_ours(const struct viewer *v, const struct db_entry *e)
{
	size_t len = strlen(v->party_code);

	return strncmp(e->ref, v->party_code, len) == 0 && e->ref[len] == '-';
}

/* --- What they are about ------------------------------------------------ */

/* What a record carries, or is itself: of the viewer's own plan all of it. */
static bool
add_target(struct clash *c, struct plan *p, const struct db_entry *target,
	bool ours, struct err *err)
{
	struct session *s = c->session;
	struct idents set = { 0 };

	if (ours && !viewer_sees(&s->viewer, &s->store, target))
		return true;
	if (target->rid != p->entry.rid)
		idents_put(&p->keys, &(struct db_ident){ TYPE_RECORD,
			(char *)target->uid, 0 });
	bool ok = idents_kept(s->store.db, target->rid, !ours, &set, err);

	for (size_t i = 0; ok && i < set.n; i++)
		idents_put(&p->keys, &set.list[i]);
	idents_clear(&set);
	return ok;
}

static bool
add_named(struct clash *c, struct plan *p, const char *uid, bool ours,
	struct err *err)
{
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!uid || !*uid || *uid == VALUE_MARK)
		return true;
	if (db_entry_of_uid(c->session->store.db, uid, &e, &why))
		return add_target(c, p, &e, ours, err);
	if (why.code == ERR_NOT_FOUND)
		return true;
	if (err)
		*err = why;
	return false;
}

/* What links from this end of it lead to. */
static bool
add_linked(struct clash *c, struct plan *p, size_t end, bool ours,
	struct err *err)
{
	struct session *s = c->session;
	size_t other = end == LINK_A ? LINK_B : LINK_A;
	struct db_cursor *cursor = NULL;
	struct err why = ERR_INIT;
	struct db_entry link;
	bool ok = true;

	if (!db_row_find(s->store.db, table_of(&link_kind), NULL,
	    s->viewer.case_id, end, p->entry.uid, &cursor, err))
		return false;
	while (ok && db_cursor_next(cursor, &why)) {
		if (db_cursor_text(cursor, HEADER_RETRACTED))
			continue;
		ok = db_entry_of_rid(s->store.db, db_cursor_rid(cursor), &link,
			&why) && ((ours && !viewer_sees(&s->viewer, &s->store,
				&link)) ||
			add_named(c, p, db_cursor_text(cursor, other), ours,
				&why));
	}
	db_cursor_close(cursor);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static void
add_place(struct plan *p)
{
	const char *place = p->entry.kind == KIND_EVENT ?
		record_text(&p->record, EVENT_PLACE) : NULL;
	struct strbuf key = STRBUF_INIT;

	if (place)
		fold_key(&key, place, strlen(place));
	if (key.len >= PLACE_LEAST && fold_has_word(key.text))
		idents_put(&p->keys, &(struct db_ident){ TYPE_PLACE, key.text,
			0 });
	strbuf_clear(&key);
}

static bool
find_keys(struct clash *c, struct plan *p, bool ours, struct err *err)
{
	add_place(p);
	return add_target(c, p, &p->entry, ours, err) &&
		(p->entry.kind != KIND_TASK || add_named(c, p,
			record_text(&p->record, TASK_ABOUT), ours, err)) &&
		add_linked(c, p, LINK_A, ours, err) &&
		add_linked(c, p, LINK_B, ours, err);
}

/* --- The next ones ------------------------------------------------------ */

/* Take one that is a plan of this side; of another's only if it may be told of. */
static bool
take(struct clash *c, const struct db_due *due, bool ours, struct plans *to,
	struct err *err)
{
	struct session *s = c->session;
	struct plan *p = &to->all[to->n];
	struct db_ident_of of = { .slot = -1 };

	if (!db_entry_of_rid(s->store.db, due->owner, &p->entry, err))
		return false;
	if (!is_plan(due, &p->entry) || !day_of(due->at, &p->day) ||
	    is_ours(&s->viewer, &p->entry) != ours)
		return true;
	if (!table_load(s->store.db, &p->entry, &p->record, err))
		return false;
	p->keys = (struct idents){ 0 };
	if (!ours && !hit_rule_of(s->store.db, &p->entry, &p->record, &of, err)) {
		record_clear(&p->record);
		return false;
	}
	if (!ours && !of.rings) {
		record_clear(&p->record);
		return true;
	}
	to->n++;
	return find_keys(c, p, ours, err);
}

static bool
find_plans(struct clash *c, const int64_t *audiences, size_t n, bool ours,
	struct plans *to, struct err *err)
{
	const int64_t day = INT64_C(24) * 60 * 60 * 1000;
	const int64_t near = ours ? 0 : CLASH_DAYS * day, now = clock_now();
	char from[DATE_KEY_SIZE], until[DATE_KEY_SIZE];
	struct db_due_query q = { .audiences = audiences, .n_audiences = n,
		.from = from, .until = until, .passes_from = from,
		.passes_within = from, .limit = PLANS };
	struct db_due *dues;
	size_t found;

	date_key_of_ms(now - near, from);
	date_key_of_ms(now + near + CLASH_AHEAD * day, until);
	from[DAY_CHARS] = '\0';	/* today, whatever hour it is */
	if (!db_due_find(c->session->store.db, &q, &dues, &found, err))
		return false;
	bool ok = true;

	for (size_t i = 0; ok && i < found && to->n < PLANS; i++)
		ok = take(c, &dues[i], ours, to, err);
	free(dues);
	return ok;
}

/* Audiences of the case that the viewer is in none of. */
static bool
find_hidden(struct session *s, int64_t **ids, size_t *n, struct err *err)
{
	struct db_audience a = { .id = -1 };
	size_t room = 0;
	int64_t last = -1;
	bool found = true, ok = true;

	*ids = NULL;
	*n = 0;
	while (ok && found) {
		ok = db_audience_next(s->store.db, last, &a, &found, err);
		if (!ok || !found)
			break;
		last = a.id;
		if (a.case_id != s->viewer.case_id || a.voided ||
		    viewer_lists(&s->viewer, a.id))
			continue;
		*ids = xgrow(*ids, *n, &room, sizeof(**ids));
		(*ids)[(*n)++] = a.id;
	}
	db_audience_clear(&a);
	return ok;
}

static bool
gather(struct clash *c, struct err *err)
{
	const struct viewer *v = &c->session->viewer;
	int64_t *hidden = NULL;
	size_t n;
	bool ok = find_plans(c, v->audiences, v->n_audiences, true, &c->ours,
			err) &&
		(c->ours.n == 0 || (find_hidden(c->session, &hidden, &n, err) &&
			find_plans(c, hidden, n, false, &c->theirs, err)));

	free(hidden);
	return ok;
}

/* --- Both on one thing -------------------------------------------------- */

/* A hotline, or what a leader took out, is nothing that two plans share. */
static bool
tells(struct session *s, const struct db_ident *key, bool *does,
	struct err *err)
{
	int64_t n[DB_HELD_SLOTS];
	bool muted;

	*does = true;
	if (strcmp(key->type, TYPE_RECORD) == 0 ||
	    strcmp(key->type, TYPE_PLACE) == 0)
		return true;
	if (!db_ident_has(s->store.db, s->viewer.case_id, key, &muted, err) ||
	    !db_held_all(s->store.db, s->viewer.case_id, key, n, err))
		return false;
	*does = !muted;
	for (size_t i = 0; i < DB_HELD_SLOTS; i++)
		*does = *does && n[i] <= SAME_MOST;
	return true;
}

/* What both are about, the first that tells anything; NULL: nothing. */
static bool
find_common(struct session *s, const struct plan *a, const struct plan *b,
	const struct db_ident **common, struct err *err)
{
	bool does = false;

	*common = NULL;
	for (size_t i = 0; !does && i < a->keys.n; i++) {
		if (!idents_have(&b->keys, &a->keys.list[i]))
			continue;
		if (!tells(s, &a->keys.list[i], &does, err))
			return false;
		if (does)
			*common = &a->keys.list[i];
	}
	return true;
}

static const char *
label_of(const char *type)
{
	if (strcmp(type, TYPE_RECORD) == 0)
		return _("record");
	if (strcmp(type, TYPE_PLACE) == 0)
		return _("place");
	for (const struct field_code *c = codes_ident; c->code; c++)
		if (strcmp(c->code, type) == 0)
			return _(c->label);
	return _("person");
}

static const char *
contact_of(const struct clash *c, const char *party)
{
	for (size_t i = 0; i < c->contacts.n; i++)
		if (strcmp(c->contacts.all[i].party, party) == 0)
			return c->contacts.all[i].contact;
	return NULL;
}

/* Nothing if the party is none that gives hits. */
static void
tell(struct clash *c, const struct plan *ours, const struct plan *theirs,
	const struct db_ident *common)
{
	struct desk_waits *a = c->waits;
	struct session *s = c->session;
	struct calendar_date d = calendar_date(theirs->day);
	char party[DB_REF_SIZE];

	strbuf_fill(party, sizeof(party), theirs->entry.ref);
	party[strcspn(party, "-")] = '\0';
	const char *contact = contact_of(c, party);

	if (!contact)
		return;
	c->told++;
	a->total++;
	if (a->n >= c->limit)
		return;

	struct desk_wait *row = &a->rows[a->n++];

	*row = (struct desk_wait){ .what = DESK_WAIT_PLAN, .told = true,
		.asker = xstrdup(party),
		.since = record_int(&ours->record, HEADER_CREATED) };
	record_copy(&row->record, &ours->record);
	slim_record(&row->record);
	door_out(&s->store, &s->viewer, &row->record);
	row->text = xasprintf(
		_("plans something on %04d-%02d-%02d that concerns the same %s; contact: %s"),
		d.year, d.month, d.day, label_of(common->type), contact);
}

/* One line for a plan of ours and a day of a party's. */
static bool
is_told(const struct clash *c, size_t theirs, const bool *told)
{
	const struct plan *b = &c->theirs.all[theirs];
	size_t len = strcspn(b->entry.ref, "-") + 1;

	for (size_t i = 0; i < theirs; i++)
		if (told[i] && c->theirs.all[i].day == b->day &&
		    strncmp(c->theirs.all[i].entry.ref, b->entry.ref, len) == 0)
			return true;
	return false;
}

static bool
compare(struct clash *c, size_t i, struct err *err)
{
	const struct plan *ours = &c->ours.all[i];
	bool told[PLANS] = { false };

	for (size_t k = 0; k < c->theirs.n && c->told < CLASH_MOST; k++) {
		const struct plan *theirs = &c->theirs.all[k];
		const struct db_ident *common;

		if (theirs->day < ours->day - CLASH_DAYS ||
		    theirs->day > ours->day + CLASH_DAYS ||
		    is_told(c, k, told))
			continue;
		if (!find_common(c->session, ours, theirs, &common, err))
			return false;
		told[k] = common != NULL;
		if (common)
			tell(c, ours, theirs, common);
	}
	return true;
}

bool
clash_add(struct session *s, struct desk_waits *waits, size_t limit,
	struct err *err)
{
	if (!role_leads(s->viewer.role) || !hit_is_for(&s->viewer))
		return true;
	struct clash *c = xcalloc(1, sizeof(*c));

	*c = (struct clash){ .session = s, .waits = waits, .limit = limit };
	bool ok = gather(c, err) && (c->theirs.n == 0 || hit_contacts_read(s,
		hit_givers(&s->viewer), &c->contacts, err));

	for (size_t i = 0; ok && c->theirs.n && i < c->ours.n; i++)
		ok = compare(c, i, err);
	hit_contacts_clear(&c->contacts);
	plans_clear(&c->ours);
	plans_clear(&c->theirs);
	free(c);
	return ok;
}
