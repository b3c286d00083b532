/* SPDX-License-Identifier: GPL-3.0-or-later */
/* truth.c - see truth.h. */
#include "tests/model/truth.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define BIT(kind) (1u << (kind))
#define WHO (BIT(T_PERSON) | BIT(T_ORGANISATION))
#define ANY (BIT(T_LINK) - 1)

const struct t_kind_info t_kinds[T_KINDS] = {
	[T_LEAD] = { .name = "lead", .title = "title", .refers = "assignee",
		.status = "new", .closed = "unfounded", .due = "due",
		.took = "received_on" },
	[T_TASK] = { .name = "task", .title = "title", .refers = "blocked_by",
		.to = BIT(T_TASK), .refers_too = "about",
		.to_too = ANY & ~BIT(T_TASK), .status = "open", .closed = "done",
		.due = "due" },
	[T_EVIDENCE] = { .name = "evidence", .title = "description",
		.due = "return_by", .took = "seized_at" },
	[T_ASSET] = { .name = "asset", .title = "description",
		.refers = "holder", .to = WHO },
	[T_PAYMENT] = { .name = "payment", .title = "purpose",
		.refers = "from", .to = WHO | BIT(T_ASSET),
		.refers_too = "to", .to_too = WHO | BIT(T_ASSET),
		.took = "value_date" },
	[T_PERSON] = { .name = "person", .title = "name" },
	[T_ORGANISATION] = { .name = "organisation", .title = "name" },
	[T_EVENT] = { .name = "event", .title = "title", .passes = "starts" },
	[T_DECISION] = { .name = "decision", .title = "title", .took = "on" },
	[T_CONTACT] = { .name = "contact", .title = "name" },
	[T_NOTE] = { .name = "note", .title = "text", .refers = "about",
		.to = ANY | BIT(T_LINK) },
	[T_LINK] = { .name = "link", .title = "note", .took = "from_date" },
};
const char *const t_shares[] = { "team", "own", "named" };

/* --- Who sees what ------------------------------------------------------ */

static bool
is_value(const struct t_record *r, const char *field, const char *text)
{
	const struct t_value *v = t_value(r, field);

	return v && strcmp(v->text, text) == 0;
}

int
t_class(const struct t_record *r)
{
	return t_value(r, "protection") ? 2 :
		is_value(r, "legal", "restricted") ? 1 : 0;
}

int
t_class_whole(const struct truth *t, int record)
{
	const struct t_record *r = &t->records[record];
	int class = t_class(r);

	for (int end = 0; r->kind == T_LINK && end < 2; end++) {
		int of = t_class_whole(t, end ? r->b : r->a);

		class = of > class ? of : class;
	}
	return class;
}

bool
t_closed(const struct t_record *r)
{
	return t_value(r, "privilege") && !is_value(r, "privilege", "cleared");
}

/* What the share of the record was changed to for a party, step by step. */
static int
meant_of(const struct truth *t, int party, int record)
{
	const struct t_record *r = &t->records[record];
	int is = r->share == T_NAMED ? T_NOT : (int)r->meant[party];

	for (size_t i = r->steps_from; i < t->n_steps && !t_closed(r); i++) {
		const struct t_step *s = &t->steps[i];

		if (s->record == record && !s->gives && s->party == party &&
		    s->member < 0)
			is = T_NOT;
		if (s->record == record && s->gives && !s->until &&
		    s->party == party && s->member < 0)
			is = T_IN;
	}
	return is;
}

bool
t_has(const struct truth *t, int party, int member, int record, int64_t *until)
{
	const struct t_record *r = &t->records[record];
	bool has = member >= 0 && r->share == T_NAMED && r->named == member;

	*until = 0;
	if (member < 0 && meant_of(t, party, record) == T_IN)
		return true;
	for (size_t i = r->steps_from; i < t->n_steps && !t_closed(r); i++) {
		const struct t_step *s = &t->steps[i];

		if (s->record != record || s->party != party)
			continue;
		/* What is taken from a party is taken from its members. */
		if (s->member == member && s->gives) {
			has = true;
			*until = s->until;
		} else if (!s->gives && (s->member < 0 || s->member == member)) {
			has = false;
		}
	}
	return has && (!*until || *until > t->now);
}

bool
t_given(const struct truth *t, int party, int record)
{
	const struct t_record *r = &t->records[record];
	bool is = false;

	for (size_t i = r->steps_from; i < t->n_steps; i++)
		if (t->steps[i].record == record && t->steps[i].party == party &&
		    t->steps[i].member < 0)
			is = t->steps[i].gives && (!t->steps[i].until ||
				t->steps[i].until > t->now);
	return is;
}

bool
t_open_to(const struct truth *t, int party, int record)
{
	return meant_of(t, party, record) == T_OPEN &&
		t->parties[party].earlier &&
		!is_value(&t->records[record], "handling", "H2");
}

bool
t_means(const struct truth *t, int party, int record)
{
	int64_t until;

	return t_has(t, party, -1, record, &until) ||
		t_open_to(t, party, record);
}

/* Is the member one of those whom the record is for? */
static bool
is_meant(const struct truth *t, int member, int record)
{
	const struct t_member *m = &t->members[member];
	int64_t until;

	return m->clearance >= t_class(&t->records[record]) &&
		(t_means(t, m->party, record) ||
		 t_has(t, m->party, member, record, &until));
}

bool
t_sees(const struct truth *t, int member, int record)
{
	const struct t_record *r = &t->records[record];
	const struct t_member *m = &t->members[member];

	if (m->left || m->casefile != r->casefile || !is_meant(t, member, record))
		return false;
	return r->kind != T_LINK ||
		(t_sees(t, member, r->a) && t_sees(t, member, r->b));
}

void
t_categories(const struct truth *t, int record, char text[T_TEXT])
{
	static const char *const codes[] = { "SUS", "VIC", "WIT", "INF" };

	*text = '\0';
	for (int k = 0; k < 4; k++) {
		bool is = false;

		for (size_t i = 0; i < t->n_parts; i++)
			is = is || (t->parts[i].record == record &&
				!t->parts[i].voided && strcmp(codes[k],
				t_part_text(&t->parts[i], "category")) == 0);
		if (is)
			snprintf(text + strlen(text), T_TEXT - strlen(text),
				"%s%s", *text ? "," : "", codes[k]);
	}
}

bool
t_shields(const struct truth *t, int record)
{
	char text[T_TEXT];

	t_categories(t, record, text);
	return t_class(&t->records[record]) == 2 || strstr(text, "VIC") ||
		strstr(text, "WIT") || strstr(text, "INF");
}

bool
t_stands(const struct truth *t, int record)
{
	const struct t_record *r = &t->records[record];

	return !r->voided && (r->kind != T_LINK ||
		(t_stands(t, r->a) && t_stands(t, r->b)));
}

bool
t_reaches(const struct truth *t, int member, int record)
{
	const struct t_record *r = &t->records[record];
	const struct t_member *m = &t->members[member];
	int64_t until;

	return m->casefile == r->casefile && (t_means(t, m->party, record) ||
		t_has(t, m->party, member, record, &until)) &&
		(r->kind != T_LINK || (t_reaches(t, member, r->a) &&
		 t_reaches(t, member, r->b)));
}

bool
t_waits(const struct truth *t, int record)
{
	const struct t_record *r = &t->records[record];

	return r->held == T_HELD && r->share == T_OWN && !r->voided;
}

bool
t_words(const struct truth *t, int member, int record)
{
	const struct t_record *r = &t->records[record];
	int party = t->members[member].party;

	return t->parties[party].sort != T_THIRD ||
		(r->party == party && r->share != T_TEAM);
}

bool
t_releases(const struct truth *t, int member)
{
	return strcmp(t->members[member].role, "admin") == 0 &&
		!t->members[member].left;
}

bool
t_shown(const struct truth *t, int member, int record)
{
	return t_sees(t, member, record) || (t_releases(t, member) &&
		t_waits(t, record) && t->members[member].casefile ==
		t->records[record].casefile);
}

bool
t_lists(const struct truth *t, int member, int record)
{
	return t_sees(t, member, record) && t_stands(t, record);
}

bool
t_party_sees(const struct truth *t, int party, int record)
{
	const struct t_record *r = &t->records[record];

	if (r->casefile != t->parties[party].casefile ||
	    !t_means(t, party, record))
		return false;
	return r->kind != T_LINK || (t_party_sees(t, party, r->a) &&
		t_party_sees(t, party, r->b));
}

void
t_today(const struct truth *t, char today[12])
{
	time_t now = (time_t)(t->now / 1000);
	struct tm day;

	gmtime_r(&now, &day);
	strftime(today, 12, "%Y-%m-%d", &day);
}

bool
t_open(const struct t_record *r)
{
	const struct t_value *status = t_value(r, "status");
	const char *closed = t_kinds[r->kind].closed;

	return !status || !closed || strcmp(status->text, closed) != 0;
}

bool
t_rings(const struct t_party *p)
{
	return p->sort == T_SIGNATORY || p->sort == T_PARTICIPANT;
}

const char *
t_part_text(const struct t_part *p, const char *field)
{
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->values[i].field, field) == 0)
			return p->values[i].text;
	return "";
}

bool
t_carries(const struct truth *t, int record, const char *number)
{
	for (size_t i = 0; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];

		if (p->record == record && !p->voided &&
		    !t_closed(&t->records[record]) &&
		    strcmp(p->kind, "identifier") == 0 &&
		    strcmp(p->values[0].text, number) == 0)
			return true;
	}
	return false;
}

/* --- Who looked --------------------------------------------------------- */

void
t_open_it(struct truth *t, int member, int record, int64_t at)
{
	struct t_look *look = &t->looks[record][member];
	int i = 0;

	if (!look->opened)
		look->opened = at;
	while (i < T_SET_BACK - 1 && look->perhaps[i] && look->perhaps[i] != at)
		i++;
	if (at < look->opened)
		look->perhaps[i] = at;
}

bool
t_opened(const struct truth *t, int party, int record)
{
	bool is = false;

	for (size_t m = 0; m < t->n_members; m++)
		is = is || (t->members[m].party == party &&
			t->looks[record][m].opened);
	return is;
}

/* --- What they are told ------------------------------------------------- */

const char *
t_told(const struct truth *t, int member, const struct t_value *v)
{
	if (v->member >= 0)
		return t->members[v->member].ref;
	if (v->record >= 0)
		return t_sees(t, member, v->record) ?
			t->records[v->record].ref : NULL;
	return *v->text ? v->text : NULL;
}

const struct t_value *
t_value(const struct t_record *r, const char *field)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->values[i].field, field) == 0)
			return &r->values[i];
	return NULL;
}

struct t_value *
t_set(struct t_record *r, const char *field, const char *text)
{
	struct t_value *v = (struct t_value *)t_value(r, field);

	if (!v)
		v = &r->values[r->n++];
	*v = (struct t_value){ .record = -1, .member = -1 };
	snprintf(v->field, sizeof(v->field), "%s", field);
	snprintf(v->text, sizeof(v->text), "%s", text);
	return v;
}

/* Five letters of the first 25 for a number, so that neighbours have little in common:
 * times a number, modulo 25 to the fifth, and back by its inverse. */
#define SPELL_ALL 9765625UL
#define SPELL_BY 7368787UL
#define SPELL_BACK 8576098UL

void
t_mark(struct truth *t, int record, char mark[T_MARK])
{
	unsigned long value = t->n_marks * SPELL_BY % SPELL_ALL;

	snprintf(mark, T_MARK, "zqaaaaa");
	for (int i = 0; i < 5; i++, value /= 25)
		mark[2 + i] = (char)('a' + value % 25);
	t->marks[t->n_marks++] = record;
}

int
t_marked(const struct truth *t, const char *text)
{
	unsigned long value = 0;

	for (int i = 4; i >= 0; i--) {
		if (text[2 + i] < 'a' || text[2 + i] > 'y')
			return -1;
		value = value * 25 + (unsigned long)(text[2 + i] - 'a');
	}
	value = value * SPELL_BACK % SPELL_ALL;
	return value < t->n_marks ? t->marks[value] : -1;
}

/* Is it one of the words of a text, or the beginning of one? */
static bool
has_word(const char *text, const char *word, bool begins)
{
	size_t n = strlen(word);

	for (const char *at = text; (at = strstr(at, word)); at++)
		if ((at == text || at[-1] == ' ') &&
		    (begins || at[n] == ' ' || !at[n]))
			return true;
	return false;
}

bool
t_holds(const struct truth *t, int record, const char *word, bool begins)
{
	const struct t_record *r = &t->records[record];
	const struct t_value *title = t_value(r, t_kinds[r->kind].title);
	const struct t_value *detail = t_value(r, "detail");

	if (t_closed(r))
		return false;
	if ((title && has_word(title->text, word, begins)) ||
	    (detail && has_word(detail->text, word, begins)))
		return true;
	for (size_t i = 0; i < t->n_parts; i++)
		if (t->parts[i].record == record && !t->parts[i].voided &&
		    strstr("comment identifier", t->parts[i].kind) &&
		    has_word(t->parts[i].values[0].text, word, begins))
			return true;
	return false;
}

size_t
t_list(const struct truth *t, int member, enum t_kind kind,
	int found[T_RECORDS])
{
	size_t n = 0;

	for (int i = (int)t->n_records - 1; i >= 0; i--)
		if (t->records[i].kind == kind && t_lists(t, member, i))
			found[n++] = i;
	return n;
}

/* --- What surrounds a record -------------------------------------------- */

/* Fields by which one goes from record to record: not those that name members. */
static bool
leads_on(const struct t_value *v)
{
	return v->record >= 0;
}

size_t
t_edges(const struct truth *t, int member, int record, bool links_alone,
	struct t_edge edges[T_RECORDS])
{
	size_t n = 0;

	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *r = &t->records[i];

		if (r->kind == T_LINK && t_lists(t, member, i) &&
		    (r->a == record || r->b == record))
			edges[n++] = (struct t_edge){ i, -1,
				r->a == record ? r->b : r->a };
		if (r->kind == T_LINK || links_alone)
			continue;
		for (size_t k = 0; k < r->n; k++) {
			const struct t_value *v = &r->values[k];

			if (!leads_on(v))
				continue;
			if (i == record && !r->voided &&
			    t_sees(t, member, v->record))
				edges[n++] = (struct t_edge){ -1, i, v->record };
			if (v->record == record && t_lists(t, member, i))
				edges[n++] = (struct t_edge){ -1, i, i };
		}
	}
	return n;
}

int
t_distance(const struct truth *t, int member, int from, int to, int most)
{
	static struct t_edge edges[T_RECORDS];
	int steps[T_RECORDS];

	for (size_t i = 0; i < t->n_records; i++)
		steps[i] = -1;
	steps[from] = 0;
	for (int depth = 0; depth < most; depth++)
		for (int i = 0; i < (int)t->n_records; i++) {
			if (steps[i] != depth)
				continue;
			size_t n = t_edges(t, member, i, false, edges);

			for (size_t k = 0; k < n; k++)
				if (steps[edges[k].far] < 0)
					steps[edges[k].far] = depth + 1;
		}
	return steps[to];
}
