/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo.c - acts that end or take back others, and those that must be refused. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

/* --- Taking back -------------------------------------------------------- */

/* The act that can be taken back: the last one. */
static struct {
	size_t act;
	int member, record, part;
	char entry[16];
	bool added;
	struct t_record was;
} last;

void
acts_remember(struct world *w, int member, struct ask *a, int record,
	int part, const struct t_record *was)
{
	last.act = w->acts;
	last.member = member;
	last.record = record;
	last.part = part;
	last.added = !was;
	snprintf(last.entry, sizeof(last.entry), "%s", a->acted.entry);
	if (was)
		last.was = *was;
	desk_acted_clear(&a->acted);
}

static void
void_record(struct world *w, int member, int i, const char *verb,
	const char *reason)
{
	struct t_record *r = &w->t.records[i];

	r->voided = true;
	r->voided_at = w->now;
	snprintf(r->reason, sizeof(r->reason), "%s", reason);
	r->version++;
	r->changed = w->now;
	r->changed_by = member;
	tell_entry(w, member, verb, i, -1);
}

static void
void_part(struct world *w, int member, int i, const char *verb,
	const char *reason)
{
	struct t_part *p = &w->t.parts[i];

	p->voided = true;
	p->voided_at = w->now;
	snprintf(p->reason, sizeof(p->reason), "%s", reason);
	tell_entry(w, member, verb, p->record, i);
}

/* The record is as it was, and says who made it so. */
static void
bring_back(struct world *w, int member)
{
	struct t_record *r = &w->t.records[last.record], now = *r;

	*r = last.was;
	r->version = now.version + 1;
	r->changed = w->now;
	r->changed_by = member;
	if (r->kind == T_TASK && strcmp(t_value(r, "status")->text,
	    t_value(&now, "status")->text) != 0)
		put_since(w, r);
	tell_changes(tell_entry(w, member, "undo", last.record, -1), &now, r);
}

void
acts_undo(struct world *w)
{
	struct desk_undo ask = { .entry = last.entry };
	struct desk_history undone;
	struct err err = ERR_INIT;
	const int member = last.member, i = last.record;

	w->actor = member;

	if (!w->acts || last.act != w->acts)
		return;
	last.act = 0;
	world_before(w, i);
	snprintf(w->last, sizeof(w->last), "%s: undo %s of %s",
		w->t.members[member].ref, last.entry, w->t.records[i].ref);
	bool ok = desk_undo(w->desks[member], &ask, &undone, &err);

	/* A day went by, and with it what an end of the link was shared until. */
	if (!t_sees(&w->t, member, i)) {
		if (ok)
			world_fail(w, "what is not seen was undone");
		assert_string_equal(err_word(err.code), "not-found");
		w->refused++;
		return;
	}
	if (!last.added && last.was.share != w->t.records[i].share) {
		/* What others may have seen is not unseen by undo. */
		if (ok)
			world_fail(w, "a share was undone");
		assert_string_equal(err_word(err.code), "rule");
		w->refused++;
		return;
	}
	if (!ok)
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	desk_history_clear(&undone);
	if (!last.added)
		bring_back(w, member);
	else if (last.part >= 0)
		void_part(w, member, last.part, "undo", "undone");
	else
		void_record(w, member, i, "undo", "undone");
	world_after(w, w->t.records[i].casefile, i);
	tell_corrected(w, member, i);
}

/* --- Making void -------------------------------------------------------- */

static void
retract(struct world *w, int member, const char *ref, const char *reason,
	struct ask *a)
{
	struct desk_retract ask = { .ref = ref, .reason = reason };
	struct err err = ERR_INIT;

	snprintf(w->last, sizeof(w->last), "%s: retract %s",
		w->t.members[member].ref, ref);
	if (!desk_retract(w->desks[member], &ask, &a->acted, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
}

/* A lift is for those alone who decide what goes out. */
static bool
may_void(const struct world *w, int member, const struct t_part *p)
{
	const char *role = w->t.members[member].role;

	return strcmp(p->kind, "permission") != 0 ||
		strcmp(t_part_text(p, "what"), "lift") != 0 ||
		strcmp(role, "leader") == 0 || strcmp(role, "judicial") == 0;
}

/* One of the member's party that they see and that stands. */
static int
own_part(const struct world *w, int member)
{
	for (int tries = 0; w->t.n_parts && tries < 10; tries++) {
		int i = (int)chance((uint32_t)w->t.n_parts);
		const struct t_part *p = &w->t.parts[i];

		if (!p->voided && strcmp(p->kind, "share") != 0 &&
		    t_lists(&w->t, member, p->record) &&
		    p->party == w->t.members[member].party &&
		    may_void(w, member, p))
			return i;
	}
	return -1;
}

void
acts_retract(struct world *w, int member)
{
	bool is_part = chance(2);
	int i = is_part ? own_part(w, member) : world_seen(w, member, ~0u);
	struct ask a;

	if (i < 0 || w->t.n_entries >= T_ENTRIES - 4 || (!is_part &&
	    w->t.records[i].party != w->t.members[member].party))
		return;
	int record = is_part ? w->t.parts[i].record : i;
	const struct t_record was = w->t.records[record];

	const char *why = t_words(&w->t, member, record) ? "a slip" : NULL;

	world_before(w, record);
	retract(w, member, is_part ? w->t.parts[i].ref : was.ref, why, &a);
	if (is_part)
		void_part(w, member, i, "retract", why ? why : "");
	else
		void_record(w, member, i, "retract", why ? why : "");
	world_after(w, was.casefile, record);
	tell_corrected(w, member, record);
	if (is_part)
		desk_acted_clear(&a.acted);
	else
		acts_remember(w, member, &a, i, -1, &was);
}

/* --- What is refused ---------------------------------------------------- */

void
acts_trespass(struct world *w, int member)
{
	int i = world_seen(w, member, ~0u);
	struct err err;
	struct ask a;

	if (i < 0 || w->t.records[i].party == w->t.members[member].party)
		return;
	const struct t_record *r = &w->t.records[i];

	ask_init(&a, "set", t_kinds[r->kind].name, r->ref);
	if (chance(2))
		ask_field(&a, "share", r->share == T_TEAM ? "own" : "team");
	else
		ask_field(&a, t_kinds[r->kind].title, "something else");
	if (ask_do(w, member, &a, &err))
		world_fail(w, "another party's record was changed");
	assert_string_equal(err_word(err.code), "rule");
	desk_acted_clear(&a.acted);

	struct desk_retract ask = { .ref = r->ref, .reason = "not mine" };

	if (desk_retract(w->desks[member], &ask, &a.acted, &err))
		world_fail(w, "another party's record was retracted");
	assert_string_equal(err_word(err.code), "rule");
	w->refused += 2;
}
