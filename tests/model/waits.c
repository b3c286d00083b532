/* SPDX-License-Identifier: GPL-3.0-or-later */
/* waits.c - check of what waits for a member: each record to be released, question to
 * be answered, ask, and share that they have not looked at; no other of these. */
#include "tests/support/test.h"

#include "tests/model/acts.h"
#include "tests/model/checks.h"

static const char *
text_of(const struct t_part *p, const char *field)
{
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->values[i].field, field) == 0)
			return p->values[i].text;
	return "";
}

/* What its party itself does not see of a link, nobody is asked to release. */
static void
want_releases(const struct truth *t, int member, struct strbuf *out)
{
	for (int i = 0; i < (int)t->n_records; i++)
		if (t_releases(t, member) && t_waits(t, i) &&
		    t_shown(t, member, i) && t_stands(t, i) &&
		    t_party_sees(t, t->records[i].party, i))
			strbuf_printf(out, "release %s\n", t->records[i].ref);
}

/* Given to the member, or to the party of theirs as a whole. */
static bool
is_given_to(const struct truth *t, int member, const struct t_part *p)
{
	const struct t_member *m = &t->members[member];
	const char *to_member = text_of(p, "to_member");

	return strcmp(p->kind, "share") == 0 &&
		strcmp(text_of(p, "action"), "given") == 0 &&
		strcmp(text_of(p, "to"), t->parties[m->party].code) == 0 &&
		(!*to_member || strcmp(to_member, m->ref) == 0);
}

/* Has anybody of the record's party said something since? */
static bool
is_answered(const struct truth *t, size_t part)
{
	const struct t_part *asks = &t->parts[part];

	for (size_t i = part + 1; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];

		if (p->record == asks->record && !p->voided &&
		    strcmp(p->kind, "comment") == 0 &&
		    p->party == t->records[asks->record].party)
			return true;
	}
	return false;
}

static void
want_parts(const struct truth *t, int member, struct strbuf *out)
{
	const struct t_member *m = &t->members[member];

	for (size_t i = 0; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];
		const struct t_record *r = &t->records[p->record];

		if (p->voided || !t_lists(t, member, p->record))
			continue;
		if (is_given_to(t, member, p))
			strbuf_printf(out, "given %s\n", p->ref);
		if (strcmp(p->kind, "comment") == 0 && m->writes &&
		    strchr(text_of(p, "text"), '?') && p->party != r->party &&
		    r->party == m->party && !is_answered(t, i))
			strbuf_printf(out, "question %s\n", p->ref);
	}
}

static void
want_asks(const struct world *w, int member, struct strbuf *out)
{
	const struct truth *t = &w->t;
	const struct t_member *m = &t->members[member];

	for (size_t i = 0; i < t->n_asks; i++) {
		const struct t_ask *a = &t->asks[i];

		if (a->asked == m->party && !a->answered &&
		    acts_may_disclose(w, member) && !a->returns)
			strbuf_printf(out, "ask %s: %s\n", a->ref, a->purpose);
		if (a->asked == m->party && acts_may_disclose(w, member) &&
		    a->returns && !t->unsure[m->party])
			strbuf_printf(out, "return %s\n", a->purpose);
		if (a->answered && a->author == member)
			strbuf_printf(out, "answered %s\n", a->ref);
	}
}

static void
got_wait(const struct truth *t, int member, const struct desk_wait *wait,
	struct strbuf *out)
{
	const char *ref = record_text(&wait->record, HEADER_REF);
	const char *purpose = wait->text ? strstr(wait->text, ": ") : NULL;

	switch (wait->what) {
	case DESK_WAIT_RELEASE:
		strbuf_printf(out, "release %s\n", ref);
		break;
	case DESK_WAIT_SHARED:
		strbuf_printf(out, "given %s\n", wait->part);
		break;
	case DESK_WAIT_QUESTION:
		strbuf_printf(out, "question %s\n", wait->part);
		break;
	case DESK_WAIT_ANSWER:
		strbuf_printf(out, "ask %s%s\n", ref, purpose);
		break;
	case DESK_WAIT_RETURN:
		if (!t->unsure[t->members[member].party])
			strbuf_printf(out, "return %s\n", purpose + 2);
		break;
	case DESK_WAIT_ANSWERED:
		strbuf_printf(out, "answered %s\n", ref);
		break;
	case DESK_WAIT_LINK:
	case DESK_WAIT_PLAN:
	case DESK_WAIT_CORRECTED:
		break;
	default:
		strbuf_printf(out, "something else %d %s\n", wait->what, ref);
	}
}

void
checks_waits(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct err err = ERR_INIT;
	struct desk_waits waits;

	want_releases(&w->t, member, &want);
	want_parts(&w->t, member, &want);
	want_asks(w, member, &want);
	assert_ok(desk_waits(w->desks[member], &ask, &waits, &err), err);
	for (size_t i = 0; i < waits.n; i++)
		got_wait(&w->t, member, &waits.rows[i], &got);
	desk_waits_clear(&waits);
	check_text(w, member, "what waits", &want, &got);
}
