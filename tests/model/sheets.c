/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheets.c - check of the sheet of a record: who has it and had it, until when, what they
 * lack of what it names, and, for its own party alone, who of them opened it first and
 * when it was first exported; and of what is said of that when it is taken back. */
#include "tests/support/test.h"

#include "tests/model/checks.h"

/* One who has it or had it: a party, or (not -1) that member of it. */
struct place {
	int party, member;
	enum desk_sheet_state state;
	int64_t until;
};

struct sheet {
	struct place places[4 * (T_MEMBERS + T_PARTIES)];
	size_t n;
};

static void
put_place(struct sheet *s, struct place place)
{
	assert_true(s->n < ARRAY_SIZE(s->places));
	s->places[s->n++] = place;
}

/* --- Who has it, who had it --------------------------------------------- */

/* A party that has it for good has it as a whole; else each member of it may have it for
 * longer than the party. */
static void
want_party(const struct truth *t, int record, int party, struct sheet *s)
{
	int64_t until = 0, longer;
	bool open = t_open_to(t, party, record);
	bool has = !open && t_has(t, party, -1, record, &until);

	if (has || open)
		put_place(s, (struct place){ party, -1, DESK_HAS, until });
	if (open || (has && !until))
		return;
	for (int m = 0; m < (int)t->n_members; m++)
		if (t->members[m].party == party &&
		    t_has(t, party, m, record, &longer) &&
		    !(has && longer && longer <= until))
			put_place(s, (struct place){ party, m, DESK_HAS, longer });
}

static int
member_of(const struct truth *t, int casefile, const char *ref)
{
	for (int m = 0; *ref && m < (int)t->n_members; m++)
		if (t->members[m].casefile == casefile &&
		    strcmp(t->members[m].ref, ref) == 0)
			return m;
	return -1;
}

static int
party_of(const struct truth *t, int casefile, const char *code)
{
	for (int p = 0; p < (int)t->n_parties; p++)
		if (t->parties[p].casefile == casefile &&
		    strcmp(t->parties[p].code, code) == 0)
			return p;
	return -1;
}

/* Was what the part gave taken from its party before it ended? */
static bool
is_taken(const struct truth *t, size_t part)
{
	const struct t_part *given = &t->parts[part];
	const char *until = t_part_text(given, "until");

	for (size_t i = part; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];

		if (p->record == given->record &&
		    strcmp(p->kind, "share") == 0 &&
		    strcmp(t_part_text(p, "action"), "withdrawn") == 0 &&
		    strcmp(t_part_text(p, "to"), t_part_text(given, "to")) == 0)
			return !*until || strtoll(until, NULL, 10) > p->created;
	}
	return false;
}

/* Of those whom it was given to or taken from, who does not have it, by what was done
 * last. */
static void
want_former(const struct truth *t, int record, struct sheet *s)
{
	int casefile = t->records[record].casefile;

	for (size_t i = t->n_parts; i-- > 0;) {
		const struct t_part *p = &t->parts[i];
		struct place is = { .state = is_taken(t, i) ? DESK_WITHDRAWN :
			DESK_EXPIRED };
		bool put = false;

		if (p->record != record || strcmp(p->kind, "share") != 0 ||
		    !*t_part_text(p, "to"))
			continue;
		is.party = party_of(t, casefile, t_part_text(p, "to"));
		is.member = member_of(t, casefile, t_part_text(p, "to_member"));
		is.until = strtoll(t_part_text(p, "until"), NULL, 10);
		for (size_t k = 0; k < s->n; k++)
			put = put || (s->places[k].party == is.party &&
				s->places[k].member == is.member);
		if (!put)
			put_place(s, is);
	}
}

/* --- What they lack ----------------------------------------------------- */

static bool
lacks(const struct truth *t, const struct place *place, int record)
{
	if (place->member < 0)
		return !t_party_sees(t, place->party, record);
	return !t_reaches(t, place->member, record) ||
		t->members[place->member].clearance < t_class_whole(t, record);
}

/* How much of what it names, as far as the member sees. */
static int
want_unseen(const struct truth *t, int member, int record,
	const struct place *place)
{
	static struct t_edge edges[T_RECORDS];
	bool counted[T_RECORDS] = { false };
	size_t n = t_edges(t, member, record, false, edges);
	int unseen = 0;

	if (t->records[record].party != t->members[member].party ||
	    place->state != DESK_HAS)
		return 0;
	for (size_t i = 0; i < n; i++) {
		int far = edges[i].far;

		if ((edges[i].link < 0 && edges[i].holder != record) ||
		    counted[far] || !lacks(t, place, far))
			continue;
		counted[far] = true;
		unseen++;
	}
	return unseen;
}

/* --- Who opened it ------------------------------------------------------ */

/* The first of those of the party, or of that member alone; 0 for none. */
static int64_t
first(const struct truth *t, int record, int party, int member, bool exported)
{
	int64_t when = 0;

	for (int m = 0; m < (int)t->n_members; m++) {
		const struct t_look *look = &t->looks[record][m];
		int64_t at = exported ? look->exported : look->opened;

		if (t->members[m].party == party && at &&
		    (member < 0 || m == member) && (!when || at < when))
			when = at;
	}
	return when;
}

/* May the member be the one who opened it then, first of these? Once a clock was set back
 * more than one may. */
static bool
may_be_first(const struct truth *t, int record, int member, int64_t at,
	int64_t first)
{
	const struct t_look *look = &t->looks[record][member];
	bool is = look->opened == at;

	for (int i = 0; i < T_SET_BACK; i++)
		is = is || look->perhaps[i] == at;
	return at && at <= first && is;
}

static void
check_opened(struct world *w, int member, int record,
	const struct desk_sheet_row *row)
{
	const struct truth *t = &w->t;
	const struct t_record *r = &t->records[record];
	int party = party_of(t, r->casefile, row->party);
	int only = row->member ? member_of(t, r->casefile, row->member) : -1;
	int by = row->opened_by ? member_of(t, r->casefile, row->opened_by) : -1;
	bool ours = r->party == t->members[member].party;
	int64_t opened = ours ? first(t, record, party, only, false) : 0;
	int64_t exported = ours ? first(t, record, party, only, true) : 0;

	if (opened ? by < 0 || t->members[by].party != party ||
	    (only >= 0 && by != only) ||
	    !may_be_first(t, record, by, row->opened, opened) :
	    by >= 0 || row->opened)
		world_fail(w, "%s is told that %s opened %s by %s at %lld, "
			"not at %lld", t->members[member].ref,
			row->member ? row->member : row->party, r->ref,
			row->opened_by ? row->opened_by : "nobody",
			(long long)row->opened, (long long)opened);
	if (row->exported != exported)
		world_fail(w, "%s is told that %s exported %s at %lld, "
			"not at %lld", t->members[member].ref,
			row->member ? row->member : row->party, r->ref,
			(long long)row->exported, (long long)exported);
}

/* --- The sheet ---------------------------------------------------------- */

static void
want_rows(const struct truth *t, int member, int record, struct strbuf *out)
{
	struct sheet s = { .n = 0 };

	for (int p = 0; p < (int)t->n_parties; p++)
		if (t->parties[p].casefile == t->records[record].casefile)
			want_party(t, record, p, &s);
	want_former(t, record, &s);
	for (size_t i = 0; i < s.n; i++) {
		const struct place *at = &s.places[i];

		strbuf_printf(out, "%s %s %d until %lld lacks %d\n",
			t->parties[at->party].code, at->member < 0 ? "-" :
			t->members[at->member].ref, at->state,
			(long long)at->until, want_unseen(t, member, record, at));
	}
}

/* Of a link its ends cut off what it is shared as: who opened it alone is looked at. */
void
checks_sheet(struct world *w, int member, int record)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	const struct t_record *r = &w->t.records[record];
	struct desk_sheet sheet;
	struct err err = ERR_INIT;

	if (!t_sees(&w->t, member, record))
		return;
	assert_ok(desk_sheet(w->desks[member], r->ref, &sheet, &err), err);
	want_rows(&w->t, member, record, &want);
	for (size_t i = 0; i < sheet.n; i++) {
		const struct desk_sheet_row *row = &sheet.rows[i];

		check_opened(w, member, record, row);
		strbuf_printf(&got, "%s %s %d until %lld lacks %lld\n",
			row->party, row->member ? row->member : "-",
			(int)row->state, (long long)row->until,
			(long long)row->unseen);
	}
	desk_sheet_clear(&sheet);
	world_opened(w, member, record);
	if (r->kind != T_LINK) {
		check_text(w, member, r->ref, &want, &got);
		return;
	}
	strbuf_clear(&want);
	strbuf_clear(&got);
}

/* --- When it is taken back ---------------------------------------------- */

/* Whom the receipt is of, and of what that is known here: opening, or exporting. */
static void
check_receipt(struct world *w, int record, const struct desk_receipt *of)
{
	int member = member_of(&w->t, w->t.records[record].casefile, of->member);
	const struct t_look *look = &w->t.looks[record][member];
	bool opened = strcmp(of->op, "read") == 0;

	if (opened ? !may_be_first(&w->t, record, member, of->first, look->opened) :
	    strcmp(of->op, "export") == 0 && of->first != look->exported)
		world_fail(w, "%s: %s of %s at %lld", w->t.records[record].ref,
			of->op, of->member, (long long)of->first);
}

void
check_receipts(struct world *w, int record, int party,
	const struct desk_unshared *unshared)
{
	const char *code = w->t.parties[party].code;
	size_t found = 0, due = 0;

	for (size_t i = 0; i < unshared->n; i++) {
		const struct desk_receipt *of = &unshared->receipts[i];

		if (strcmp(of->party, code) != 0)
			continue;
		check_receipt(w, record, of);
		found += strcmp(of->op, "read") == 0 ||
			strcmp(of->op, "export") == 0;
	}
	for (int m = 0; m < (int)w->t.n_members; m++)
		if (w->t.members[m].party == party)
			due += (w->t.looks[record][m].opened != 0) +
				(w->t.looks[record][m].exported != 0);
	if (found != due)
		world_fail(w, "%zu receipts of %s on %s, not %zu", found, code,
			w->t.records[record].ref, due);
}
