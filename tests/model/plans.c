/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plans.c - what two parties plan on the same thing within a few days, neither seeing
 * the other's plan: of that those who lead them are told. */
#include "tests/support/test.h"

#include <time.h>

#include "tests/model/checks.h"

enum { NEAR = 3, AHEAD = 60 };

static int64_t
day_number(const char *text)
{
	struct tm day = { 0 };

	sscanf(text, "%d-%d-%d", &day.tm_year, &day.tm_mon, &day.tm_mday);
	day.tm_year -= 1900;
	day.tm_mon--;
	return (int64_t)timegm(&day) / (24 * 60 * 60);
}

/* The day of a plan, NULL of what is none. */
static const char *
planned(const struct truth *t, int record)
{
	const struct t_record *r = &t->records[record];
	const struct t_value *v = r->kind == T_TASK ? t_value(r, "due") :
		r->kind == T_EVENT ? t_value(r, "starts") : NULL;

	return v && t_stands(t, record) && t_open(r) ? v->text : NULL;
}

/* What a plan is about. */
struct about {
	bool records[T_RECORDS];
	bool numbers[10];	/* by their last digit */
	const char *place;
};

static void
add_target(const struct truth *t, int member, int target, bool ours,
	struct about *a)
{
	if (ours && !t_sees(t, member, target))
		return;
	a->records[target] = true;
	if (!ours && !check_may_ring(t, target))
		return;
	for (size_t i = 0; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];

		if (p->record == target && !p->voided && t_stands(t, target) &&
		    !t_closed(&t->records[target]) &&
		    strcmp(p->kind, "identifier") == 0)
			a->numbers[p->values[0].text[11] - '0'] = true;
	}
}

/* Itself, what it names, and what is linked to it. */
static void
find_about(const struct truth *t, int member, int plan, bool ours,
	struct about *a)
{
	const struct t_record *r = &t->records[plan];
	const struct t_value *about = t_value(r, "about");
	const struct t_value *place = t_value(r, "place");

	*a = (struct about){ .place = r->kind == T_EVENT && place ?
		place->text : NULL };
	add_target(t, member, plan, ours, a);
	/* That both are one and the same is no news. */
	a->records[plan] = false;
	if (r->kind == T_TASK && about)
		add_target(t, member, about->record, ours, a);
	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *l = &t->records[i];

		if (l->kind == T_LINK && !l->voided &&
		    (l->a == plan || l->b == plan) &&
		    (!ours || t_sees(t, member, i)))
			add_target(t, member, l->a == plan ? l->b : l->a, ours,
				a);
	}
}

static bool
have_common(const struct about *a, const struct about *b)
{
	for (int i = 0; i < T_RECORDS; i++)
		if (a->records[i] && b->records[i])
			return true;
	for (int i = 0; i < 10; i++)
		if (a->numbers[i] && b->numbers[i])
			return true;
	return a->place && b->place && strcmp(a->place, b->place) == 0;
}

static void
compare(const struct truth *t, int member, int plan, struct strbuf *out)
{
	const struct t_member *m = &t->members[member];
	int64_t day = day_number(planned(t, plan));
	struct about ours, theirs;
	char line[T_TEXT];

	find_about(t, member, plan, true, &ours);
	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *r = &t->records[i];
		const char *on = planned(t, i);

		if (!on || r->casefile != m->casefile || r->party == m->party ||
		    day_number(on) < day - NEAR || day_number(on) > day + NEAR ||
		    t_sees(t, member, i) || !check_may_ring(t, i) ||
		    !t_rings(&t->parties[r->party]))
			continue;
		find_about(t, member, i, false, &theirs);
		snprintf(line, sizeof(line), "plan %s %s %s\n",
			t->records[plan].ref, t->parties[r->party].code, on);
		/* Of a day and a party one line for each plan of ours. */
		if (have_common(&ours, &theirs))
			check_put_once(line, out);
	}
}

void
want_plans(const struct truth *t, int member, struct strbuf *out)
{
	const struct t_member *m = &t->members[member];
	char text[12];

	t_today(t, text);
	int64_t today = day_number(text);

	if (strcmp(m->role, "leader") != 0 || !t_rings(&t->parties[m->party]))
		return;
	for (int i = 0; i < (int)t->n_records; i++) {
		const char *on = planned(t, i);

		if (on && t->records[i].party == m->party &&
		    t_lists(t, member, i) && day_number(on) >= today &&
		    day_number(on) <= today + AHEAD)
			compare(t, member, i, out);
	}
}
