/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wait.c - see wait.h; the calls that read them are in waiting.c. */
#include "src/wait.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/row.h"
#include "db/wait.h"
#include "src/ask.h"
#include "src/chain.h"
#include "src/handover.h"
#include "src/quarantine.h"
#include "src/share.h"
#include "src/table.h"
#include "src/talk.h"
#include "src/task.h"
#include "base/banned.h"

struct waits {
	struct db *db;
	int64_t owner;
	struct db_wait *all;
	size_t n, room;
};

static void
add(struct waits *w, int64_t rid, enum wait_what what, const char *whom,
	const char *member, const char *asker, int64_t since)
{
	struct db_wait wait = { .owner = w->owner, .rid = rid, .what = (int)what,
		.since = since };

	if (!*whom || !*asker)
		return;
	strbuf_fill(wait.whom, sizeof(wait.whom), whom);
	strbuf_fill(wait.member, sizeof(wait.member), member);
	strbuf_fill(wait.asker, sizeof(wait.asker), asker);
	w->all = xgrow(w->all, w->n, &w->room, sizeof(*w->all));
	w->all[w->n++] = wait;
}

/* The ref of a uid, "" for none. */
static bool
find_ref(struct db *db, const char *uid, char ref[DB_REF_SIZE], struct err *err)
{
	struct db_entry e;

	*ref = '\0';
	if (!uid || !*uid)
		return true;
	if (!db_entry_of_uid(db, uid, &e, err))
		return false;
	strbuf_fill(ref, DB_REF_SIZE, e.ref);
	return true;
}

/* --- Tasks -------------------------------------------------------------- */

static bool
is(const char *status, const char *code)
{
	return status && strcmp(status, code) == 0;
}

/* Whose turn it is with a task that is in hand: whoever it was given to and has not
 * begun. Who gave it to themselves knows. */
static void
find_turn(const struct record *r, const char *assignee, const char *author,
	char member[DB_REF_SIZE])
{
	const char *status = record_text(r, TASK_STATUS);
	bool begun = !is(status, "open") && !is(status, "accepted");

	strbuf_fill(member, DB_REF_SIZE, begun || !*assignee ||
		strcmp(assignee, author) == 0 ? WAIT_NOBODY : assignee);
}

static bool
add_task(struct waits *w, const struct record *r, struct err *err)
{
	const char *status = record_text(r, TASK_STATUS);
	char owner[DB_REF_SIZE], doer[DB_REF_SIZE], assignee[DB_REF_SIZE],
		author[DB_REF_SIZE], member[DB_REF_SIZE];
	int64_t since = record_int(r, TASK_SINCE);

	if (!kind_is_open(r->kind, status))
		return true;
	if (!find_ref(w->db, record_text(r, HEADER_PARTY), owner, err) ||
	    !find_ref(w->db, record_text(r, TASK_FOR_PARTY), doer, err) ||
	    !find_ref(w->db, record_text(r, TASK_ASSIGNEE), assignee, err) ||
	    !find_ref(w->db, record_text(r, HEADER_CREATED_BY), author, err))
		return false;
	bool asked = *doer && strcmp(doer, owner) != 0;

	since = since ? since : record_int(r, HEADER_CREATED);
	if (asked && is(status, "proposed")) {
		add(w, w->owner, WAIT_ACCEPT, doer, WAIT_LEADERS, owner, since);
		return true;
	}
	find_turn(r, assignee, author, member);
	if (asked || strcmp(member, WAIT_NOBODY) != 0)
		add(w, w->owner, WAIT_TASK, asked ? doer : owner, member, owner,
			since);
	return true;
}

/* --- Hand-overs --------------------------------------------------------- */

static bool
add_step(struct waits *w, const struct chain *c, size_t i, struct err *err)
{
	static const enum wait_what whats[CUSTODY_SIDES] = {
		[CUSTODY_GIVER] = WAIT_GIVER, [CUSTODY_RECEIVER] = WAIT_RECEIVER,
	};
	const struct custody_step *s = &c->custody.steps[i];
	struct db_entry e;

	if (!db_entry_of_uid(w->db, record_text(&c->steps[i], HEADER_ID), &e, err))
		return false;
	for (int side = 0; side < CUSTODY_SIDES; side++) {
		const char *other = s->ends[!side].party;
		char whom[DB_REF_SIZE], asker[DB_REF_SIZE];

		if (!custody_lacks(s, (enum custody_side)side))
			continue;
		if (!find_ref(w->db, s->ends[side].party, whom, err) ||
		    !find_ref(w->db, *other ? other : s->author, asker, err))
			return false;
		add(w, e.rid, whats[side], whom, WAIT_ANYBODY, asker,
			handover_since(s));
	}
	return true;
}

static bool
add_steps(struct waits *w, struct err *err)
{
	struct chain c;
	bool ok = true;

	if (!chain_read(w->db, w->owner, &c, err))
		return false;
	for (size_t i = 0; ok && i < c.custody.n; i++)
		if (c.custody.steps[i].standing == CUSTODY_OPEN)
			ok = add_step(w, &c, i, err);
	chain_clear(&c);
	return ok;
}

/* --- Comments ----------------------------------------------------------- */

static bool
add_talk(struct waits *w, const struct record *r, struct err *err)
{
	char owner[DB_REF_SIZE];
	struct talk talk = { 0 };

	if (!find_ref(w->db, record_text(r, HEADER_PARTY), owner, err) ||
	    !talk_read(&talk, w->db, r->kind, w->owner, owner, err))
		return false;
	for (size_t i = 0; i < talk.n; i++) {
		const struct talk_call *c = &talk.calls[i];

		add(w, c->rid, c->asks ? WAIT_QUESTION : WAIT_MENTION, c->whom,
			c->asks ? WAIT_ANYBODY : *c->member ? c->member :
			WAIT_LEADERS, c->asker, c->since);
	}
	talk_clear(&talk);
	return true;
}

/* --- Asks --------------------------------------------------------------- */

/* Whoever asked other cases is told that one holds something; nobody here waits for
 * them, and what they wait for themselves is no debt of anybody (inquiry.h). */
static bool
add_ring(struct waits *w, const struct record *r, const char *party,
	struct err *err)
{
	const char *uid = record_text(r, ASK_ABOUT);
	char author[DB_REF_SIZE], member[DB_REF_SIZE];
	struct db_entry e;
	struct record inquiry;

	if (!uid || !record_text(r, ASK_IDENT_VALUE))
		return true;	/* it was erased */
	if (!db_entry_of_uid(w->db, uid, &e, err) ||
	    !table_load(w->db, &e, &inquiry, err))
		return false;
	bool ok = find_ref(w->db, record_text(&inquiry, HEADER_CREATED_BY),
		author, err);

	record_clear(&inquiry);
	if (!ok || !*author)
		return ok;
	snprintf(member, sizeof(member), WAIT_TOLD "%.40s", author);
	add(w, w->owner, WAIT_RINGS, party, member, WAIT_NOBODY,
		record_int(r, HEADER_CHANGED));
	return true;
}

static bool
add_ask(struct waits *w, const struct record *r, struct err *err)
{
	char asker[DB_REF_SIZE], asked[DB_REF_SIZE], author[DB_REF_SIZE],
		member[DB_REF_SIZE], by_name[DB_REF_SIZE];

	if (!find_ref(w->db, record_text(r, HEADER_PARTY), asker, err) ||
	    !find_ref(w->db, record_text(r, ASK_TO_PARTY), asked, err) ||
	    !find_ref(w->db, record_text(r, ASK_TO_MEMBER), by_name, err) ||
	    !find_ref(w->db, record_text(r, HEADER_CREATED_BY), author, err))
		return false;
	if (is(record_text(r, ASK_WHAT), "rings"))
		return add_ring(w, r, asker, err);
	if (ask_what(record_text(r, ASK_WHAT))->flags & ASK_OF_JITS)
		return true;
	if (ask_what(record_text(r, ASK_WHAT))->flags & ASK_TELLS) {
		add(w, w->owner, is(record_text(r, ASK_WHAT), "erased") ?
			WAIT_ERASED : WAIT_CORRECTED, asked, WAIT_TOLD,
			WAIT_NOBODY, record_int(r, HEADER_CHANGED));
		return true;
	}
	if (!record_text(r, ASK_ANSWER)) {
		add(w, w->owner, is(record_text(r, ASK_WHAT), "return") ?
			WAIT_RETURN : WAIT_ANSWER, asked,
			*by_name ? by_name : WAIT_ANSWERERS, asker,
			record_int(r, HEADER_CREATED));
		return true;
	}
	snprintf(member, sizeof(member), WAIT_TOLD "%.40s", author);
	add(w, w->owner, WAIT_ANSWERED, asker, member, WAIT_NOBODY,
		record_int(r, HEADER_CHANGED));
	return true;
}

/* --- Shares ------------------------------------------------------------- */

/* Is it given to the same once more, later on? */
static bool
is_given_again(const struct shares *s, size_t i)
{
	for (size_t k = i + 1; k < s->n; k++)
		if (s->steps[k].what == AUDIENCE_GIVE &&
		    s->steps[k].slot == s->steps[i].slot &&
		    strcmp(s->steps[k].member, s->steps[i].member) == 0)
			return true;
	return false;
}

/* Who was given it is told so, of one's own party who was meant by name, and once: of
 * what is given for longer by the last. Whoever has it no more does not see the record
 * either. */
static bool
add_shares(struct waits *w, const struct record *r, struct err *err)
{
	const char *own = record_text(r, HEADER_PARTY);
	struct shares s;
	bool ok = true;

	if (!shares_load(&s, w->db, w->owner, err))
		return false;
	for (size_t i = 0; ok && i < s.n; i++) {
		const char *to = record_text(&s.all[i], SHARE_TO);
		char whom[DB_REF_SIZE], member[DB_REF_SIZE], mark[DB_REF_SIZE];
		struct db_entry e;

		if (!to || !share_gives(&s.all[i]) ||
		    is_given_again(&s, i) || (own &&
		    strcmp(own, to) == 0 &&
		    !record_text(&s.all[i], SHARE_TO_MEMBER)))
			continue;
		ok = find_ref(w->db, to, whom, err) && find_ref(w->db,
			record_text(&s.all[i], SHARE_TO_MEMBER), member, err) &&
			db_entry_of_uid(w->db, record_text(&s.all[i], HEADER_ID),
				&e, err);
		if (!ok)
			break;
		snprintf(mark, sizeof(mark), WAIT_TOLD "%.40s", member);
		add(w, e.rid, WAIT_SHARED, whom, mark, WAIT_NOBODY,
			record_int(&s.all[i], HEADER_CREATED));
	}
	shares_clear(&s);
	return ok;
}

static bool
add_release(struct waits *w, const struct record *r, struct err *err)
{
	char asker[DB_REF_SIZE];
	bool waits;

	if (!quarantine_waits(w->db, w->owner, r, &waits, err))
		return false;
	if (!waits)
		return true;
	if (!find_ref(w->db, record_text(r, HEADER_PARTY), asker, err))
		return false;
	add(w, w->owner, WAIT_RELEASE, WAIT_ANY_PARTY, WAIT_RELEASERS, asker,
		record_int(r, HEADER_CREATED));
	return true;
}

/* --- The record --------------------------------------------------------- */

static bool
gather(struct db *db, int64_t rid, const struct record *r, struct waits *w,
	struct err *err)
{
	const struct kind *k = r->kind;

	*w = (struct waits){ .db = db, .owner = rid };
	if (k->no == KIND_ASK)
		return add_ask(w, r, err);
	if ((k->flags & (KIND_IS_PART | KIND_IS_HIDDEN)) ||
	    record_text(r, HEADER_RETRACTED))
		return true;
	bool ok = (k->no != KIND_TASK || add_task(w, r, err)) &&
		(!(k->parts & KIND_BIT(KIND_CHAIN)) || add_steps(w, err)) &&
		(!(k->parts & TALK_PARTS) || add_talk(w, r, err)) &&
		(!(k->parts & KIND_BIT(KIND_SHARE)) || (add_shares(w, r, err) &&
			add_release(w, r, err)));

	w->n = db_wait_sort(w->all, w->n);
	return ok;
}

static bool
write_of_parent(struct db *db, int64_t rid, const struct kind *part,
	struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!(KIND_BIT(part->no) & (TALK_PARTS | KIND_BIT(KIND_CHAIN) |
	    KIND_BIT(KIND_CONFIRMATION) | KIND_BIT(KIND_SHARE))))
		return true;
	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	bool ok = wait_write(db, &r, &e, err);

	record_clear(&r);
	return ok;
}

bool
wait_write(struct db *db, const struct record *r, const struct db_entry *e,
	struct err *err)
{
	struct waits w;

	if (r->kind->flags & KIND_IS_PART)
		return write_of_parent(db, e->parent, r->kind, err);
	bool ok = gather(db, e->rid, r, &w, err) &&
		db_wait_put(db, e->rid, e->audience_id, w.all, w.n, err);

	free(w.all);
	return ok;
}

bool
wait_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err)
{
	struct waits w;
	bool ok = gather(db, e->rid, r, &w, err) &&
		db_wait_same(db, e->rid, e->audience_id, w.all, w.n, holds, err);

	free(w.all);
	return ok;
}
