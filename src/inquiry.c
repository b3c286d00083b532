/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inquiry.c - see inquiry.h. */
#include "src/inquiry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/access.h"
#include "src/ask.h"
#include "src/exchange.h"
#include "src/hit.h"
#include "src/hit_contact.h"
#include "src/role.h"
#include "src/table.h"
#include "base/banned.h"

static const int64_t DAY = INT64_C(24) * 60 * 60 * 1000;

/* --- Asking ------------------------------------------------------------- */

bool
inquiry_may(struct session *s, bool *may, struct err *err)
{
	struct exchanges x;

	*may = false;
	if (!hit_is_for(&s->viewer))
		return true;
	if (!exchanges_load(&x, s->store.db, s->viewer.case_id, err))
		return false;
	*may = x.n > 0;
	exchanges_clear(&x);
	return true;
}

bool
inquiry_offer(struct intake *in, struct err *err)
{
	bool may;

	/* A file of a thousand says it once. */
	if (!in->says_new || (in->session->offered && !manner_is_screens()))
		return true;
	if (!inquiry_may(in->session, &may, err))
		return false;
	in->session->offered = may;
	if (may)
		intake_tell(in, manner_is_screens() ?
			_("other JITs may be asked on it: find it, and press I") :
			_("other JITs may be asked on it: liaison ask --jits TYPE VALUE --reason TEXT"));
	return true;
}

/* Those of the viewer that are open, and the one that asks the same. */
struct mine {
	size_t open;
	char same[DB_REF_SIZE];
};

static bool
count(const struct intake *in, int64_t audience, struct mine *m,
	struct err *err)
{
	struct session *s = in->session;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_scan(s->store.db, table_of(&ask_kind), NULL,
	    s->viewer.case_id, audience, INT64_MAX, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		struct db_entry e;
		struct record r;

		if (!db_entry_of_rid(s->store.db, db_cursor_rid(c), &e, &why))
			break;
		table_record(&r, &ask_kind, c, &e);
		if (record_has(&r, HEADER_CREATED_BY, s->viewer.member) &&
		    inquiry_is_open(&r, &s->viewer)) {
			m->open++;
			if (record_has(&in->next, ASK_IDENT_TYPE,
				record_text(&r, ASK_IDENT_TYPE)) &&
			    record_has(&in->next, ASK_IDENT_VALUE,
				record_text(&r, ASK_IDENT_VALUE)))
				strbuf_fill(m->same, sizeof(m->same), e.ref);
		}
		record_clear(&r);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static void
review_mine(struct intake *in)
{
	const struct viewer *v = &in->session->viewer;
	struct mine m = { 0 };
	struct err err = ERR_INIT;

	for (size_t i = 0; i < v->n_audiences; i++)
		if (!count(in, v->audiences[i], &m, &err)) {
			intake_fault(in, &err, NULL);
			return;
		}
	if (*m.same)
		intake_refuse(in, ASK_IDENT_VALUE,
			_("%s asks that already, and does for %d days"), m.same,
			INQUIRY_DAYS);
	else if (m.open >= INQUIRY_MOST)
		intake_refuse(in, ASK_WHAT,
			_("you asked other JITs %d times within %d days, which is as often as a member may"),
			INQUIRY_MOST, INQUIRY_DAYS);
}

void
inquiry_review(struct intake *in)
{
	struct session *s = in->session;
	struct err err = ERR_INIT;
	bool may;

	if (!hit_is_for(&s->viewer)) {
		intake_refuse(in, ASK_WHAT,
			_("hits do not come to %s, which has no operational task in this JIT"),
			s->viewer.party_code);
	} else if (!inquiry_may(s, &may, &err)) {
		intake_fault(in, &err, NULL);
	} else if (!may) {
		intake_refuse(in, ASK_WHAT,
			_("%s exchanges hits with no other JIT; a leader can switch it on while it is not closed: add exchange of=%s jit=CODE reason=TEXT"),
			s->viewer.case_code, s->viewer.case_code);
	} else {
		review_mine(in);
		intake_tell(in,
			_("other JITs may learn of it for %d days; of a no you learn nothing"),
			INQUIRY_DAYS);
	}
}

/* --- What waits --------------------------------------------------------- */

static void
copy(struct record *to, const struct record *from)
{
	static const size_t same[] = { ASK_IDENT_TYPE, ASK_IDENT_VALUE,
		ASK_PURPOSE };

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		if (record_text(from, same[i]))
			record_set(to, same[i], record_text(from, same[i]));
}

/* It as the other case gets to know it, and no more of it. */
static void
show(struct record *r, const struct inquiry *q)
{
	record_init(r, &ask_kind);
	record_set(r, ASK_WHAT, "hit");
	copy(r, &q->record);
	record_set(r, ASK_JIT, q->asker.case_code);
	record_set(r, ASK_JIT_PARTY, q->asker.party_code);
	if (*q->contact)
		record_set(r, ASK_CONTACT, q->contact);
}

static void
put_row(const struct inquiry *q, struct desk_wait *row)
{
	int64_t since = record_int(&q->record, HEADER_CREATED);
	int64_t now = clock_now();

	*row = (struct desk_wait){ .what = DESK_WAIT_INQUIRY,
		.asker = xasprintf("%s/%s", q->asker.case_code,
			q->asker.party_code),
		.since = since, .days = now > since ? (now - since) / DAY : 0 };
	show(&row->record, q);
	record_set(&row->record, HEADER_REF, q->name);
	row->text = xasprintf(_("asks whether you hold %s %s: %s; contact: %s"),
		record_text(&q->record, ASK_IDENT_TYPE),
		record_text(&q->record, ASK_IDENT_VALUE),
		record_text(&q->record, ASK_PURPOSE), q->contact);
}

bool
inquiry_add(struct session *s, struct desk_waits *waits, size_t limit,
	struct err *err)
{
	struct inquiry *list;
	size_t n;

	if (!inquiry_find(s, &list, &n, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		waits->total++;
		if (waits->n < limit)
			put_row(&list[i], &waits->rows[waits->n++]);
		inquiry_clear(&list[i]);
	}
	free(list);
	return true;
}

bool
inquiry_note(struct session *s, const struct desk_waits *waits,
	struct err *err)
{
	struct strbuf what = STRBUF_INIT;
	bool ok = true;

	for (size_t i = 0; ok && i < waits->n; i++) {
		const struct desk_wait *w = &waits->rows[i];

		if (w->what != DESK_WAIT_INQUIRY)
			continue;
		strbuf_reset(&what);
		strbuf_printf(&what, "%s %s %s", w->asker,
			record_text(&w->record, ASK_IDENT_TYPE),
			record_text(&w->record, ASK_IDENT_VALUE));
		ok = access_note(s, &(struct access_note){ .op = ACCESS_HIT,
			.what = what.text, .when = ACCESS_ONCE }, err);
	}
	strbuf_clear(&what);
	return ok;
}

void
inquiry_log(struct session *s, const char *uid)
{
	struct strbuf what = STRBUF_INIT;
	struct db_entry e;
	struct record r;

	if (!db_entry_of_uid(s->store.db, uid, &e, NULL) ||
	    !table_load(s->store.db, &e, &r, NULL))
		return;
	if (record_has(&r, ASK_WHAT, "hit")) {
		const char *answer = record_text(&r, ASK_ANSWER);

		if (answer)
			strbuf_printf(&what, "%s/%s ", record_text(&r, ASK_JIT),
				record_text(&r, ASK_JIT_PARTY));
		strbuf_printf(&what, "%s %s", record_text(&r, ASK_IDENT_TYPE),
			record_text(&r, ASK_IDENT_VALUE));
		if (answer)
			strbuf_printf(&what, ": %s", answer);
		access_note_one(s, ACCESS_HIT, uid, answer ? NULL :
			record_text(&r, ASK_PURPOSE), what.text, NULL);
	}
	record_clear(&r);
	strbuf_clear(&what);
}

bool
inquiry_line(struct session *s, const char *ref, struct db_entry *e)
{
	struct record r;

	if (!ref || !db_entry_of_ref(s->store.db, s->viewer.case_id, ref, e,
		NULL) || e->kind != KIND_ASK ||
	    !table_load(s->store.db, e, &r, NULL))
		return false;
	bool is = record_has(&r, HEADER_PARTY, s->viewer.party) &&
		(record_has(&r, ASK_WHAT, "hit") ||
		 record_has(&r, ASK_WHAT, "rings"));

	record_clear(&r);
	return is;
}

/* --- Answering ---------------------------------------------------------- */

/* Refs of this case, with its code before them or without, name nothing elsewhere. */
bool
inquiry_is_named(const struct session *s, const char *ref)
{
	const struct viewer *v = &s->viewer;
	const char *slash = ref ? strchr(ref, '/') : NULL;
	size_t len = strlen(v->case_code);

	return slash && strchr(slash, '-') && role_leads(v->role) &&
		!((size_t)(slash - ref) == len &&
		  strncasecmp(ref, v->case_code, len) == 0);
}

static bool
find_contact(struct session *s, struct strbuf *contact, struct err *err)
{
	struct hit_contacts contacts = { 0 };
	bool ok = hit_contacts_read(s, (uint64_t)1 << s->viewer.slot, &contacts,
		err);

	if (ok && contacts.n)
		strbuf_puts(contact, contacts.all[0].contact);
	hit_contacts_clear(&contacts);
	return ok;
}

/* A notice to whoever asked, in their party's name and nobody's hand. */
static bool
tell_asker(struct act *act, struct intake *in, const struct inquiry *q,
	struct err *err)
{
	struct session *s = in->session;
	const char *terms = record_text(&in->delta, ASK_TERMS);
	struct strbuf contact = STRBUF_INIT;
	struct record r;
	struct db_entry e;

	if (!find_contact(s, &contact, err)) {
		strbuf_clear(&contact);
		return false;
	}
	record_init(&r, &ask_kind);
	record_set(&r, ASK_WHAT, "rings");
	copy(&r, &q->record);
	record_set(&r, ASK_ABOUT, record_text(&q->record, HEADER_ID));
	record_set(&r, ASK_JIT, s->viewer.case_code);
	record_set(&r, ASK_JIT_PARTY, s->viewer.party_code);
	if (contact.len)
		record_set(&r, ASK_CONTACT, contact.text);
	if (terms)
		record_set(&r, ASK_TERMS, terms);
	act_author(act, &q->asker);
	act->member[0] = '\0';
	bool ok = act_add(act, &r, q->asker.case_id, NULL, &e, NULL, err);

	act_author(act, &s->viewer);
	record_clear(&r);
	strbuf_clear(&contact);
	return ok;
}

bool
inquiry_answer(struct act *act, struct intake *in, const struct inquiry *q,
	char leaf[ACT_LEAF_SIZE], struct err *err)
{
	static const size_t said[] = { ASK_ANSWER, ASK_TERMS, ASK_ANSWERED_BY,
		ASK_ANSWERED_ON };
	bool granted = !record_has(&in->delta, ASK_ANSWER, "refused");

	if (granted && !tell_asker(act, in, q, err))
		return false;
	record_clear(&in->next);
	show(&in->next, q);
	record_set(&in->next, ASK_INQUIRY, q->name);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (record_text(&in->delta, said[i]))
			record_set(&in->next, said[i],
				record_text(&in->delta, said[i]));
	if (!act_add(act, &in->next, in->session->viewer.case_id, NULL,
	    &in->entry, leaf, err))
		return false;
	if (granted)
		intake_tell(in,
			_("%s/%s is told that you hold something on it, and whom to call; nothing else"),
			q->asker.case_code, q->asker.party_code);
	else
		intake_tell(in, _("nobody of %s learns anything"),
			q->asker.case_code);
	return true;
}
