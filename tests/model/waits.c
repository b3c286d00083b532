/* SPDX-License-Identifier: GPL-3.0-or-later */
/* waits.c - check of what waits for a member: each record to be released, question to
 * be answered, ask, share and change that they have not looked at, equal number that
 * may mean a link, plan on the same thing; and nothing else. */
#include "tests/support/test.h"

#include "tests/model/acts.h"
#include "tests/model/checks.h"

enum { EQUALS_MOST = 20 };	/* of equal numbers that are told */

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

/* Given to the member, or to the party of theirs as a whole, which was another's. */
static bool
is_given_to(const struct truth *t, int member, const struct t_part *p)
{
	const struct t_member *m = &t->members[member];
	const char *to_member = t_part_text(p, "to_member");

	return strcmp(p->kind, "share") == 0 &&
		(strcmp(t_part_text(p, "action"), "given") == 0 ||
		 strcmp(t_part_text(p, "action"), "left") == 0) &&
		strcmp(t_part_text(p, "to"), t->parties[m->party].code) == 0 &&
		(*to_member ? strcmp(to_member, m->ref) == 0 :
		 t->records[p->record].party != m->party);
}

/* Is it given to the same party or member once more, later on? */
static bool
is_given_again(const struct truth *t, size_t part)
{
	const struct t_part *given = &t->parts[part];

	for (size_t i = part + 1; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];
		const char *action = t_part_text(p, "action");

		if (p->record == given->record && strcmp(p->kind, "share") == 0 &&
		    (strcmp(action, "given") == 0 || strcmp(action, "left") == 0) &&
		    strcmp(t_part_text(p, "to"), t_part_text(given, "to")) == 0 &&
		    strcmp(t_part_text(p, "to_member"),
			t_part_text(given, "to_member")) == 0)
			return true;
	}
	return false;
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
		if (is_given_to(t, member, p) && !is_given_again(t, i))
			strbuf_printf(out, "given %s\n", p->ref);
		if (strcmp(p->kind, "comment") == 0 && m->writes &&
		    strchr(t_part_text(p, "text"), '?') && p->party != r->party &&
		    r->party == m->party && !is_answered(t, i))
			strbuf_printf(out, "question %s\n", p->ref);
	}
}

/* May they have been told of a change, which is not known here: before they came, or
 * until a day that has gone by? */
static bool
is_unsure(const struct world *w, int member)
{
	const struct truth *t = &w->t;
	bool is = false;

	for (size_t i = 0; i < t->n_asks; i++)
		is = is || (t->asks[i].told >= 0 && !t->asks[i].erased &&
			t->asks[i].asked == t->members[member].party &&
			((size_t)member >= t->asks[i].of || (w->waited &&
			 t->records[t->asks[i].told].limited)));
	return is;
}

/* It is told once or, if others saw it in between, more than once. */
static void
put_told(const struct truth *t, int member, int record, struct strbuf *out)
{
	char line[T_TEXT];

	snprintf(line, sizeof(line), "corrected %s\n",
		t_sees(t, member, record) ? t->records[record].ref : "-");
	check_put_once(line, out);
}

static void
want_asks(const struct world *w, int member, struct strbuf *out)
{
	const struct truth *t = &w->t;
	const struct t_member *m = &t->members[member];

	for (size_t i = 0; i < t->n_asks; i++) {
		const struct t_ask *a = &t->asks[i];

		if (a->erased) {
			if (a->to[member])
				strbuf_printf(out, "erased %s: %s\n", a->purpose,
					a->purpose);
			continue;
		}
		if (a->told >= 0) {
			if (a->to[member] && !is_unsure(w, member))
				put_told(t, member, a->told, out);
			continue;
		}
		if (a->asked == m->party && !a->answered &&
		    acts_may_disclose(w, member) && !a->returns)
			strbuf_printf(out, "ask %s: %s\n", a->ref, a->purpose);
		if (a->returns && !t->unsure[m->party] && (a->one < 0 ?
		    a->asked == m->party && acts_may_disclose(w, member) :
		    a->one == member && m->clearance >= a->class))
			strbuf_printf(out, "return: %s\n", a->purpose);
		if (a->answered && a->author == member)
			strbuf_printf(out, "answered %s\n", a->ref);
	}
}

/* --- Equal numbers ------------------------------------------------------ */

/* Has anybody said, as far as they see, what the two are to each other? */
static bool
are_linked(const struct truth *t, int member, int one, int other)
{
	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *r = &t->records[i];

		if (r->kind == T_LINK && !r->voided && t_sees(t, member, i) &&
		    ((r->a == one && r->b == other) ||
		     (r->b == one && r->a == other)))
			return true;
	}
	return false;
}

static void
want_equal(const struct truth *t, int member, int record, const char *number,
	struct strbuf *out)
{
	int party = t->members[member].party;
	bool asks[T_RECORDS] = { false };

	for (size_t i = 0; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];
		const struct t_record *r = &t->records[p->record];

		/* Of two of our own the newer one asks. */
		if (t_carries(t, p->record, number) && p->record != record &&
		    t_lists(t, member, p->record) &&
		    (r->party != party || p->record < record) &&
		    !are_linked(t, member, record, p->record))
			asks[p->record] = true;
	}
	for (int i = 0; i < (int)t->n_records; i++)
		if (asks[i])
			strbuf_printf(out, "link %s %s %s\n",
				t->records[record].ref, number,
				t->records[i].ref);
}

static void
want_links(const struct truth *t, int member, struct strbuf *out)
{
	char number[24];

	for (int i = 0; i < (int)t->n_records; i++)
		for (int k = 1; k <= 3; k++) {
			snprintf(number, sizeof(number), "+4072100000%d", k);
			if (t->members[member].writes && t_lists(t, member, i) &&
			    t->records[i].party == t->members[member].party &&
			    t_carries(t, i, number))
				want_equal(t, member, i, number, out);
		}
}

/* --- What they are told ------------------------------------------------- */

/* "plans something on 2026-03-01 that ...", "changed ..., RO-L1: title", "erased: ...,
 * RO-L1: RO-L1" and "+40721000001: BG-P1 (...)". */
static void
got_told(const struct desk_wait *wait, struct strbuf *out)
{
	const char *ref = record_text(&wait->record, HEADER_REF);
	char line[T_TEXT];
	const char *at;

	switch (wait->what) {
	case DESK_WAIT_PLAN:
		at = strstr(wait->text, " on ");
		strbuf_printf(out, "plan %s %s %.10s\n", ref, wait->asker, at + 4);
		break;
	case DESK_WAIT_CORRECTED:
		at = strstr(wait->text, ", ");
		at = at && strcspn(wait->text, ":") > (size_t)(at - wait->text) ?
			at + 2 : "-";
		snprintf(line, sizeof(line), "corrected %.*s\n",
			(int)strcspn(at, ":"), at);
		check_put_once(line, out);
		break;
	case DESK_WAIT_ERASED:
		at = strstr(wait->text, ", ");
		strbuf_printf(out, "erased %s\n", at ? at + 2 : "-");
		break;
	case DESK_WAIT_INQUIRY:
		strbuf_printf(out, "inquiry %s %.12s\n", ref,
			strstr(wait->text, "+4072"));
		break;
	case DESK_WAIT_RINGS:
		strbuf_printf(out, "rings %s %.12s\n", wait->asker,
			strstr(wait->text, "+4072"));
		break;
	default:
		at = strchr(wait->text, ' ') + 1;
		strbuf_printf(out, "link %s %.12s %.*s\n", ref, wait->text,
			(int)strcspn(at, " "), at);
		break;
	}
}

static void
got_wait(const struct world *w, int member, const struct desk_wait *wait,
	struct strbuf *out)
{
	const struct truth *t = &w->t;
	const char *ref = record_text(&wait->record, HEADER_REF);
	const char *purpose = wait->text ? strstr(wait->text, ": ") : NULL;

	purpose = purpose ? purpose : ": ";

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
			strbuf_printf(out, "return%s\n", purpose);
		break;
	case DESK_WAIT_ANSWERED:
		strbuf_printf(out, "answered %s\n", ref);
		break;
	case DESK_WAIT_LINK:
	case DESK_WAIT_PLAN:
	case DESK_WAIT_INQUIRY:
	case DESK_WAIT_RINGS:
	case DESK_WAIT_CORRECTED:
	case DESK_WAIT_ERASED:
		if (wait->what != DESK_WAIT_CORRECTED || !is_unsure(w, member))
			got_told(wait, out);
		break;
	default:
		strbuf_printf(out, "something else %d %s\n", wait->what, ref);
	}
}

/* Of equal numbers so many are told at most: then any of them. */
static void
want_equals(const struct truth *t, int member, const struct desk_waits *waits,
	struct strbuf *want)
{
	struct strbuf all = STRBUF_INIT, line = STRBUF_INIT;
	size_t lines = 0, told = 0;

	want_links(t, member, &all);
	for (size_t i = 0; i < all.len; i++)
		lines += all.text[i] == '\n';
	if (lines <= EQUALS_MOST && all.len)
		strbuf_puts(want, all.text);
	for (size_t i = 0; lines > EQUALS_MOST && i < waits->n; i++) {
		strbuf_reset(&line);
		if (waits->rows[i].what == DESK_WAIT_LINK)
			got_told(&waits->rows[i], &line);
		if (line.len && told < EQUALS_MOST && strstr(all.text, line.text)) {
			strbuf_puts(want, line.text);
			told++;
		}
	}
	assert_true(lines <= EQUALS_MOST || told == EQUALS_MOST);
	strbuf_clear(&all);
	strbuf_clear(&line);
}

/* What has to do with a protected person is silent: where there is one, only that no
 * plan or inquiry is told of which should not be is looked at. */
static void
want_told(const struct truth *t, int member, const struct desk_waits *waits,
	struct strbuf *want)
{
	struct strbuf plans = STRBUF_INIT, line = STRBUF_INIT;

	want_equals(t, member, waits, want);
	want_plans(t, member, &plans);
	want_inquiries(t, member, &plans);
	if (!check_has_protected(t, t->members[member].casefile)) {
		strbuf_puts(want, plans.len ? plans.text : "");
		strbuf_clear(&plans);
		return;
	}
	for (size_t i = 0; i < waits->n; i++) {
		strbuf_reset(&line);
		if (waits->rows[i].what == DESK_WAIT_PLAN ||
		    waits->rows[i].what == DESK_WAIT_INQUIRY ||
		    waits->rows[i].what == DESK_WAIT_RINGS)
			got_told(&waits->rows[i], &line);
		if (line.len && plans.len && strstr(plans.text, line.text))
			strbuf_puts(want, line.text);
	}
	strbuf_clear(&plans);
	strbuf_clear(&line);
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
	want_told(&w->t, member, &waits, &want);
	for (size_t i = 0; i < waits.n; i++)
		got_wait(w, member, &waits.rows[i], &got);
	desk_waits_clear(&waits);
	check_text(w, member, "what waits", &want, &got);
}
