/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acts.c - what members do, by chance: each act goes through the door, and the truth
 * is told of it. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

/* --- Through the door --------------------------------------------------- */

void
ask_init(struct ask *a, const char *verb, const char *kind, const char *ref)
{
	*a = (struct ask){ .verb = verb, .ref = ref };
	record_init(&a->fields, kind_find(kind));
}

void
ask_field(struct ask *a, const char *field, const char *text)
{
	size_t at = kind_index_typed(a->fields.kind, field);

	assert_true(at < kind_n(a->fields.kind));
	record_set(&a->fields, at, text);
}

bool
ask_do(struct world *w, int member, struct ask *a, struct err *err)
{
	struct desk_change change = { .verb = a->verb, .ref = a->ref,
		.fields = &a->fields };
	struct strbuf what = STRBUF_INIT;

	for (size_t i = 0; i < kind_n(a->fields.kind); i++)
		if (a->fields.values[i].state != VALUE_UNSET)
			strbuf_printf(&what, " %s=%s",
				kind_field(a->fields.kind, i)->name,
				a->fields.values[i].text ?
				a->fields.values[i].text : "");
	snprintf(w->last, sizeof(w->last), "%s: %s %s %s%s",
		w->t.members[member].ref, a->verb, a->fields.kind->name,
		a->ref ? a->ref : "", what.text ? what.text : "");
	strbuf_clear(&what);
	*err = (struct err)ERR_INIT;
	bool ok = desk_act(w->desks[member], &change, &a->acted, err);

	record_clear(&a->fields);
	return ok;
}

/* As ask_do, of what must be done. */
void
ask_must(struct world *w, int member, struct ask *a)
{
	struct err err;

	if (!ask_do(w, member, a, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
}

/* What a third state says to others in words is not taken: is it refused, if it is
 * to be? */
bool
ask_words(struct world *w, int member, int record, struct ask *a)
{
	bool may = t_words(&w->t, member, record);
	struct err err;

	if (ask_do(w, member, a, &err) != may)
		world_fail(w, "%s", may ? err.text : "it was not refused");
	if (may)
		return true;
	assert_string_equal(err_word(err.code), "rule");
	desk_acted_clear(&a->acted);
	w->refused++;
	return false;
}

/* --- The truth of it ---------------------------------------------------- */

struct t_entry *
tell_entry(struct world *w, int member, const char *verb, int record, int part)
{
	struct t_entry *e = &w->t.entries[w->t.n_entries++];

	assert_true(w->t.n_entries < T_ENTRIES);
	*e = (struct t_entry){ .record = record, .part = part,
		.member = member, .at = w->now };
	snprintf(e->verb, sizeof(e->verb), "%s", verb);
	return e;
}

static void
put_change(struct t_entry *e, const struct t_value *was,
	const struct t_value *is)
{
	struct t_change *c = &e->changes[e->n++];

	*c = (struct t_change){ .was = { .record = -1, .member = -1 },
		.is = { .record = -1, .member = -1 } };
	if (was)
		c->was = *was;
	if (is)
		c->is = *is;
}

static bool
same_value(const struct t_value *a, const struct t_value *b)
{
	return strcmp(a->text, b->text) == 0 && a->record == b->record &&
		a->member == b->member;
}

void
tell_changes(struct t_entry *e, const struct t_record *was,
	const struct t_record *is)
{
	for (size_t i = 0; is && i < is->n; i++) {
		const struct t_value *old = was ?
			t_value(was, is->values[i].field) : NULL;

		if (!old || !same_value(old, &is->values[i]))
			put_change(e, old, &is->values[i]);
	}
	for (size_t i = 0; was && i < was->n; i++)
		if (!is || !t_value(is, was->values[i].field))
			put_change(e, &was->values[i], NULL);
}

/* --- Records ------------------------------------------------------------ */

static const char *const words[] = {
	"courier", "harbour", "villa", "ledger", "phone", "container"
};

void
put_text(struct world *w, int record, char text[T_TEXT])
{
	char mark[T_MARK];

	t_mark(&w->t, record, mark);
	snprintf(text, T_TEXT, "%s %s %s", mark,
		words[chance(ARRAY_SIZE(words))], words[chance(ARRAY_SIZE(words))]);
}

void
put_since(const struct world *w, struct t_record *task)
{
	char text[T_TEXT];

	snprintf(text, sizeof(text), "%lld", (long long)w->now);
	t_set(task, "since", text);
}

/* Name another record that the member sees; or nothing. */
static void
refer(struct world *w, int member, struct t_record *r, const char *field,
	unsigned of)
{
	int to = field ? world_seen(w, member, of) : -1;
	struct t_value *v;

	if (!field || chance(3) == 0)
		return;
	if (!of) {
		to = world_member(w);
		if (w->t.members[to].casefile != r->casefile)
			return;
		t_set(r, field, w->t.members[to].ref)->member = to;
		return;
	}
	if (to < 0 || &w->t.records[to] == r)
		return;
	v = t_set(r, field, w->t.records[to].ref);
	v->record = to;
}

/* What the program adds of itself. */
static void
add_defaults(struct t_record *r)
{
	const struct t_kind_info *k = &t_kinds[r->kind];

	if (k->status)
		t_set(r, "status", k->status);
	if (r->kind == T_LEAD || r->kind == T_TASK)
		t_set(r, "priority", "normal");
	if (r->kind == T_DECISION)
		t_set(r, "outcome", "open");
}

/* The next record of the truth, not yet one: the caller counts it in. */
static struct t_record *
begin_record(struct world *w, int member, enum t_kind kind, enum t_share share)
{
	struct truth *t = &w->t;
	struct t_record *r = &t->records[t->n_records];

	*r = (struct t_record){ .casefile = t->members[member].casefile,
		.kind = kind, .party = t->members[member].party,
		.maker = member, .a = -1, .b = -1, .version = 1 };
	if (t->parties[r->party].sort == T_THIRD)
		r->held = T_HELD;
	tell_share(t, r, share, member);
	return r;
}

static void
put_values(struct ask *a, const struct t_record *r)
{
	for (size_t i = 0; i < r->n; i++)
		ask_field(a, r->values[i].field, r->values[i].text);
}

static void
count_in(struct world *w, int member, struct ask *a, struct t_record *r)
{
	const struct desk_acted *acted = &a->acted;
	int i = (int)w->t.n_records++;

	snprintf(r->ref, sizeof(r->ref), "%s", acted->ref);
	snprintf(r->uid, sizeof(r->uid), "%s", acted->uid);
	r->created = r->changed = w->now;
	r->changed_by = member;
	/* What is not to be passed on is kept until it is shared by an act; what a
	 * third state brings, until it is released. */
	if (r->held || (r->share == T_TEAM && t_value(r, "handling") &&
	    strcmp(t_value(r, "handling")->text, "H1") != 0))
		tell_share(&w->t, r, T_OWN, member);
	add_defaults(r);
	tell_changes(tell_entry(w, member, "add", i, -1), NULL, r);
	world_after(w, r->casefile, i);
}

/* Of those that it can have, some: by which it is due, on which it takes place or took
 * place. */
static void
put_days(struct t_record *r)
{
	static const char *const days[] = {
		"2026-01-07", "2026-01-08", "2026-01-10", "2026-03-01",
		"2025-12-01", "2026-01-04"
	};
	const struct t_kind_info *k = &t_kinds[r->kind];

	if (k->due && chance(2))
		t_set(r, k->due, days[chance(ARRAY_SIZE(days))]);
	if (k->passes && chance(4))
		t_set(r, k->passes, days[chance(ARRAY_SIZE(days))]);
	if (k->took && chance(3) == 0)
		t_set(r, k->took, days[4 + chance(2)]);
}

/* Where it takes place, or over what it goes: a few words that others have too. */
static void
put_place(struct t_record *r)
{
	static const char *const places[] = { "Sofia airport", "Constanta port" };

	if (r->kind == T_EVENT && chance(3))
		t_set(r, "place", places[chance(ARRAY_SIZE(places))]);
	if (r->kind == T_PAYMENT && chance(2))
		t_set(r, "amount", "5.00 EUR");
}

/* H3 has a text, which whoever shares it has to accept. */
static void
put_handling(struct world *w, struct t_record *r)
{
	static const char *const codes[] = { "H1", "H2", "H3" };
	const char *code = codes[chance(ARRAY_SIZE(codes))];
	char text[T_TEXT];

	if (chance(4))
		return;
	t_set(r, "handling", code);
	if (strcmp(code, "H3") != 0)
		return;
	put_text(w, (int)w->t.n_records, text);
	t_set(r, "handling_text", text);
}

void
acts_add(struct world *w, int member)
{
	enum t_kind kind = (enum t_kind)chance(T_LINK);
	const struct t_kind_info *k = &t_kinds[kind];
	int i = (int)w->t.n_records;
	char text[T_TEXT];
	struct ask a;

	if (acts_are_over(w))
		return;
	struct t_record *r = begin_record(w, member, kind, acts_some_share());

	put_text(w, i, text);
	t_set(r, k->title, text);
	refer(w, member, r, k->refers, k->to);
	refer(w, member, r, k->refers_too, k->to_too);
	put_days(r);
	put_place(r);
	if (kind == T_ASSET)
		t_set(r, "type", "BANK");
	put_handling(w, r);
	if (kind == T_TASK || kind == T_LEAD) {
		put_text(w, i, text);
		t_set(r, "detail", text);
	}
	world_before(w, -1);
	ask_init(&a, "add", k->name, NULL);
	put_values(&a, r);
	ask_must(w, member, &a);
	if (kind == T_TASK)
		put_since(w, r);
	count_in(w, member, &a, r);
	acts_remember(w, member, &a, i, -1, NULL);
}

/* What several may carry. */
static const char *const numbers[] = {
	"+40721000001", "+40721000002", "+40721000003"
};

/* Are these two linked already, as far as the member can tell? */
static bool
are_linked(const struct truth *t, int a, int b)
{
	for (size_t i = 0; i < t->n_records; i++) {
		const struct t_record *r = &t->records[i];

		if (r->kind == T_LINK && ((r->a == a && r->b == b) ||
		    (r->a == b && r->b == a)))
			return true;
	}
	return false;
}

static bool
carries_any(const struct truth *t, int record)
{
	bool does = false;

	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
		does = does || t_carries(t, record, numbers[i]);
	return does;
}

/* Rather one that the member sees of which that is so. */
static void
prefer(const struct world *w, int member,
	bool (*is_so)(const struct truth *t, int record), int *record)
{
	for (int tries = 0; tries < 20; tries++) {
		int i = world_seen(w, member, (1u << T_LINK) - 1);

		if (i >= 0 && is_so(&w->t, i)) {
			*record = i;
			return;
		}
	}
}

void
acts_link(struct world *w, int member)
{
	int from = world_seen(w, member, (1u << T_LINK) - 1);
	int to = world_seen(w, member, (1u << T_LINK) - 1);
	int i = (int)w->t.n_records;
	char text[T_TEXT];
	struct ask a;

	/* Where some are covered, what has a number has to do with them. */
	if (w->covers && chance(2)) {
		prefer(w, member, t_shields, &from);
		prefer(w, member, carries_any, &to);
	}
	if (acts_are_over(w) || from < 0 || to < 0 || from == to ||
	    are_linked(&w->t, from, to))
		return;
	struct t_record *r = begin_record(w, member, T_LINK, acts_some_share());

	put_text(w, i, text);
	r->a = from;
	r->b = to;
	t_set(r, "type", "related");
	t_set(r, "a", w->t.records[from].ref)->record = from;
	t_set(r, "b", w->t.records[to].ref)->record = to;
	t_set(r, "note", text);
	put_days(r);
	world_before(w, -1);
	ask_init(&a, "add", "link", NULL);
	put_values(&a, r);
	ask_must(w, member, &a);
	count_in(w, member, &a, r);
	acts_remember(w, member, &a, i, -1, NULL);
}

/* --- Changes ------------------------------------------------------------ */

int
acts_own(const struct world *w, int member)
{
	for (int tries = 0; tries < 10; tries++) {
		int i = world_seen(w, member, ~0u);

		if (i >= 0 && w->t.records[i].party ==
		    w->t.members[member].party)
			return i;
	}
	return -1;
}

void
tell_set(struct world *w, int member, int i, const struct t_record *was)
{
	struct t_record *r = &w->t.records[i];

	r->version++;
	r->changed = w->now;
	r->changed_by = member;
	tell_changes(tell_entry(w, member, "set", i, -1), was, r);
	world_after(w, r->casefile, i);
}

/* One field takes another value; false when there is none to take. */
static bool
alter(struct world *w, int member, struct t_record *r, const char **field)
{
	const struct t_kind_info *k = &t_kinds[r->kind];
	const struct t_value *old;
	struct t_value before = { .record = -1 };
	char text[T_TEXT];

	switch (chance(4)) {
	case 0:
		if (!k->status)
			return false;
		*field = "status";
		t_set(r, *field, strcmp(t_value(r, *field)->text, k->status) ?
			k->status : k->closed);
		return true;
	case 1:
		*field = k->refers;
		/* A circle of tasks is refused, which is another test's. */
		if (!k->refers || r->kind == T_TASK)
			return false;
		old = t_value(r, *field);
		before = old ? *old : before;
		refer(w, member, r, *field, k->to);
		old = t_value(r, *field);
		return old && !same_value(old, &before);
	default:
		put_text(w, (int)(r - w->t.records), text);
		*field = k->title;
		t_set(r, *field, text);
		return true;
	}
}

void
acts_set(struct world *w, int member)
{
	int i = acts_own(w, member);
	const char *field;
	struct ask a;

	if (i < 0 || acts_are_over(w))
		return;
	struct t_record *r = &w->t.records[i], was = *r;

	if (!alter(w, member, r, &field)) {
		*r = was;
		return;
	}
	world_before(w, i);
	ask_init(&a, "set", t_kinds[r->kind].name, r->ref);
	ask_field(&a, field, t_value(r, field)->text);
	/* Where a task stands are no words: it moves on for whoever sees it. */
	if (r->kind == T_TASK && strcmp(field, "status") == 0) {
		ask_must(w, member, &a);
	} else if (!ask_words(w, member, i, &a)) {
		*r = was;
		return;
	}
	if (a.acted.unchanged) {
		*r = was;
		desk_acted_clear(&a.acted);
		return;
	}
	if (r->kind == T_TASK && strcmp(field, "status") == 0)
		put_since(w, r);
	tell_set(w, member, i, &was);
	tell_corrected(w, member, i);
	acts_remember(w, member, &a, i, -1, &was);
}

/* --- Parts -------------------------------------------------------------- */

void
put_part_value(struct t_part *p, const char *field, const char *text)
{
	struct t_value *v = &p->values[p->n++];

	assert_true(p->n <= ARRAY_SIZE(p->values));
	*v = (struct t_value){ .record = -1, .member = -1 };
	snprintf(v->field, sizeof(v->field), "%s", field);
	snprintf(v->text, sizeof(v->text), "%s", text);
}

/* A comment, or a number that others may carry too. */
static void
put_words(struct world *w, int record, struct t_part *p)
{
	/* Of persons more often the number. */
	bool speaks = chance(3) > (w->t.records[record].kind == T_PERSON);
	char text[T_TEXT];

	snprintf(p->kind, sizeof(p->kind), "%s",
		speaks ? "comment" : "identifier");
	put_text(w, record, text);
	if (speaks && chance(3) == 0)
		strcat(text, " ?");
	put_part_value(p, speaks ? "text" : "value", speaks ? text :
		numbers[chance(ARRAY_SIZE(numbers))]);
	if (!speaks)
		put_part_value(p, "type", "phone");
}

/* Of a person: what they are to the case. */
static void
put_category(struct world *w, struct t_part *p)
{
	static const char *const codes[] = { "SUS", "VIC", "WIT", "INF" };

	snprintf(p->kind, sizeof(p->kind), "category");
	put_part_value(p, "category", codes[w->covers ?
		chance(ARRAY_SIZE(codes)) : 0]);
}

/* Of an exhibit: how it can be used. */
static void
put_use(struct world *w, int record, struct t_part *p)
{
	static const char *const usable[] = { "admissible", "contested" };
	static const char *const languages[] = { "en", "bg" };
	char text[T_TEXT];

	switch (chance(3)) {
	case 0:
		snprintf(p->kind, sizeof(p->kind), "admissibility");
		put_part_value(p, "state", w->t.parties[p->party].code);
		put_part_value(p, "status", usable[chance(2)]);
		break;
	case 1:
		snprintf(p->kind, sizeof(p->kind), "translation");
		put_part_value(p, "from", "ro");
		put_part_value(p, "to", languages[chance(2)]);
		if (chance(2))
			put_part_value(p, "received", "2026-01-04");
		break;
	default:
		snprintf(p->kind, sizeof(p->kind), "disclosure");
		put_text(w, record, text);
		put_part_value(p, "proceeding", text);
		put_part_value(p, "disclosed", chance(2) ? "full" : "redacted");
		put_part_value(p, "on", "2025-12-01");
		break;
	}
}

/* Is a use of it said? By who signs alone, of whom one says for which state; what is
 * H1 or H2 is not disclosed. */
static bool
is_on_use(const struct world *w, int member, int record)
{
	const struct t_record *r = &w->t.records[record];
	const struct t_value *handling = t_value(r, "handling");

	return r->kind == T_EVIDENCE && chance(3) &&
		w->t.parties[w->t.members[member].party].sort == T_SIGNATORY &&
		!(handling && strcmp(handling->text, "H3") != 0);
}

void
acts_part(struct world *w, int member)
{
	/* Where some are covered, persons are what is spoken of. */
	int i = world_seen(w, member, w->covers && chance(2) ?
		1u << T_PERSON : ~0u);
	int n = (int)w->t.n_parts;
	struct t_part *p = &w->t.parts[n];
	struct t_entry *e;
	struct ask a;

	if (i < 0 || acts_are_over(w) || n == T_PARTS)
		return;
	*p = (struct t_part){ .record = i, .maker = member,
		.party = w->t.members[member].party };
	if (is_on_use(w, member, i))
		put_use(w, i, p);
	else if (w->t.records[i].kind == T_PERSON && chance(3) == 0)
		put_category(w, p);
	else
		put_words(w, i, p);
	world_before(w, i);
	ask_init(&a, "add", p->kind, NULL);
	ask_field(&a, "of", w->t.records[i].ref);
	for (size_t k = 0; k < p->n; k++)
		ask_field(&a, p->values[k].field, p->values[k].text);
	if (!ask_words(w, member, i, &a))
		return;
	snprintf(p->ref, sizeof(p->ref), "%s", a.acted.ref);
	snprintf(p->uid, sizeof(p->uid), "%s", a.acted.uid);
	p->created = w->now;
	if (strcmp(p->kind, "identifier") == 0)
		put_part_value(p, "valid", "yes");
	w->t.n_parts++;
	e = tell_entry(w, member, "add", i, n);
	for (size_t k = 0; k < p->n; k++)
		put_change(e, NULL, &p->values[k]);
	world_after(w, w->t.records[i].casefile, i);
	acts_remember(w, member, &a, i, n, NULL);
}
