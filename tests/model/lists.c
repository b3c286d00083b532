/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lists.c - checks of lists, filters, counts and finds: each record that should be
 * there, in its place, and no other. */
#include "tests/support/test.h"

#include "tests/model/checks.h"

static const struct kind *
kind_at(enum t_kind kind)
{
	return kind_find(t_kinds[kind].name);
}

/* The refs of a list, a line each; its total must be their number. */
static void
read_list(struct world *w, int member, enum t_kind kind, const char *filter,
	const char *sort, struct strbuf *out)
{
	struct desk_list_spec spec = { .kind = (int)kind_at(kind)->no,
		.filter = filter, .sort = sort };
	struct desk_page_ask ask = { .after = 1000, .wait = 1 };
	struct err err = ERR_INIT;
	struct desk_opened opened;
	struct desk_page page;

	if (!desk_list_open(w->desks[member], &spec, &opened, &err))
		world_fail(w, "list %s \"%s\": %s", t_kinds[kind].name, filter,
			err.text);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(w->desks[member], &ask, &page, &err), err);
	for (size_t i = 0; i < page.n; i++)
		strbuf_printf(out, "%s\n",
			record_text(&page.rows[i].record, HEADER_REF));
	if (page.total != (int64_t)page.n || page.at_least || page.more_after ||
	    page.more_before)
		world_fail(w, "list %s \"%s\" of %zu says %lld",
			t_kinds[kind].name, filter, page.n,
			(long long)page.total);
	desk_page_clear(&page);
	desk_list_close(w->desks[member], opened.handle, NULL);
}

/* Both in this order; clears both. */
static void
check_order(struct world *w, int member, const char *what, struct strbuf *want,
	struct strbuf *got)
{
	if (strcmp(want->text ? want->text : "", got->text ? got->text : ""))
		world_fail(w, "%s to %s\n--- should be\n%s--- is\n%s", what,
			w->t.members[member].ref, want->text, got->text);
	strbuf_clear(want);
	strbuf_clear(got);
}

void
checks_list(struct world *w, int member, enum t_kind kind)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	int found[T_RECORDS];
	size_t n = t_list(&w->t, member, kind, found);

	for (size_t i = 0; i < n; i++)
		strbuf_printf(&want, "%s\n", w->t.records[found[i]].ref);
	read_list(w, member, kind, "", "", &got);
	check_order(w, member, "list", &want, &got);
}

/* --- Filters ------------------------------------------------------------ */

/* What a filter asks of a record. */
struct wish {
	enum { OPEN, MINE, LEADS_TO, NAMES_NONE, NAMES_ANY, WORD, VOID, SHARE } what;
	int record;			/* LEADS_TO */
	const char *word;		/* WORD, SHARE */
};

static bool
is_mine(const struct t_record *r, int member)
{
	const struct t_value *v = t_value(r, "assignee");

	if (r->kind == T_LEAD || r->kind == T_TASK)
		return v && v->member == member;
	return r->maker == member;
}

static bool
grants(const struct truth *t, int member, int i, const struct wish *wish)
{
	const struct t_record *r = &t->records[i];
	const struct t_kind_info *k = &t_kinds[r->kind];
	const struct t_value *v = k->refers ? t_value(r, k->refers) : NULL;
	const char *named = v ? t_told(t, member, v) : NULL;

	switch (wish->what) {
	case OPEN:
		return strcmp(t_value(r, "status")->text, k->closed) != 0;
	case MINE:
		return is_mine(r, member);
	case LEADS_TO:
		return named && v->record == wish->record;
	case NAMES_NONE:
		return !named;
	case NAMES_ANY:
		return named != NULL;
	case WORD:
		return t_holds(t, i, wish->word, true);
	case VOID:
		return r->voided;
	case SHARE:
		return strcmp(t_value(r, "share")->text, wish->word) == 0;
	}
	return false;
}

static void
check_filter(struct world *w, int member, enum t_kind kind,
	const struct wish *wish, const char *filter)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	const struct truth *t = &w->t;

	for (int i = (int)t->n_records - 1; i >= 0; i--)
		if (t->records[i].kind == kind && (wish->what == VOID ?
		    t_sees(t, member, i) : t_lists(t, member, i)) &&
		    grants(t, member, i, wish))
			strbuf_printf(&want, "%s\n", t->records[i].ref);
	read_list(w, member, kind, filter, "", &got);
	check_order(w, member, filter, &want, &got);
}

/* Some record of the kinds in the member's case, whether they see it or not. */
static int
any_record(const struct world *w, int member, unsigned of)
{
	for (int tries = 0; w->t.n_records && tries < 10; tries++) {
		int i = (int)chance((uint32_t)w->t.n_records);

		if ((of >> w->t.records[i].kind & 1) &&
		    w->t.records[i].casefile == w->t.members[member].casefile)
			return i;
	}
	return -1;
}

static void
check_references(struct world *w, int member, enum t_kind kind)
{
	const struct t_kind_info *k = &t_kinds[kind];
	struct wish wish = { .what = NAMES_NONE };
	int to = any_record(w, member, k->to);
	char filter[T_TEXT];

	snprintf(filter, sizeof(filter), "%s:none", k->refers);
	check_filter(w, member, kind, &wish, filter);
	wish.what = NAMES_ANY;
	snprintf(filter, sizeof(filter), "%s:*", k->refers);
	check_filter(w, member, kind, &wish, filter);
	if (to < 0)
		return;
	wish = (struct wish){ .what = LEADS_TO, .record = to };
	snprintf(filter, sizeof(filter), "%s:%s", k->refers,
		w->t.records[to].ref);
	check_filter(w, member, kind, &wish, filter);
}

/* Of some record of the member's case, the mark of its title. */
static bool
some_mark(const struct world *w, int member, char mark[T_MARK])
{
	int i = any_record(w, member, ~0u);

	if (i < 0)
		return false;
	snprintf(mark, T_MARK, "%.7s", t_value(&w->t.records[i],
		t_kinds[w->t.records[i].kind].title)->text);
	return true;
}

void
checks_filters(struct world *w, int member, enum t_kind kind)
{
	const struct t_kind_info *k = &t_kinds[kind];
	char mark[T_MARK];

	check_filter(w, member, kind, &(struct wish){ .what = MINE }, "is:mine");
	check_filter(w, member, kind, &(struct wish){ .what = VOID },
		"is:retracted");
	check_filter(w, member, kind, &(struct wish){ .what = WORD,
		.word = "harbo" }, "harbo");
	check_filter(w, member, kind, &(struct wish){ .what = SHARE,
		.word = "own" }, "share:own");
	if (some_mark(w, member, mark))
		check_filter(w, member, kind, &(struct wish){ .what = WORD,
			.word = mark }, mark);
	if (k->status)
		check_filter(w, member, kind, &(struct wish){ .what = OPEN },
			"is:open");
	if (k->refers)
		check_references(w, member, kind);
}

/* --- Counts ------------------------------------------------------------- */

static bool
is_overdue(const struct truth *t, const struct t_record *r)
{
	const struct t_kind_info *k = &t_kinds[r->kind];
	const struct t_value *due = k->status ? t_value(r, k->due) : NULL;
	char today[12];

	t_today(t, today);
	return due && strcmp(due->text, today) < 0 &&
		strcmp(t_value(r, "status")->text, k->closed) != 0;
}

static void
want_count(const struct truth *t, int member, enum t_kind kind,
	struct strbuf *out)
{
	const struct t_kind_info *k = &t_kinds[kind];
	int found[T_RECORDS], open = 0, overdue = 0;
	size_t n = t_list(t, member, kind, found);

	for (size_t i = 0; i < n; i++) {
		const struct t_record *r = &t->records[found[i]];

		open += k->status && strcmp(t_value(r, "status")->text,
			k->status) == 0;
		overdue += is_overdue(t, r);
	}
	strbuf_printf(out, "%s %zu", k->name, n);
	if (k->status && open)
		strbuf_printf(out, " %s %d", k->status, open);
	if (k->status && (int)n > open)
		strbuf_printf(out, " %s %d", k->closed, (int)n - open);
	strbuf_printf(out, " overdue %d\n", overdue);
}

static void
check_counts_of_case(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_counts counts;

	assert_ok(desk_counts(w->desks[member], &counts, &err), err);
	for (int kind = 0; kind < T_KINDS; kind++)
		want_count(&w->t, member, (enum t_kind)kind, &want);
	for (size_t i = 0; i < counts.n; i++) {
		const struct desk_count *c = &counts.kinds[i];
		const char *name = kind_of((enum kind_no)c->kind)->name;

		if (!strstr("party member casefile", name))
			strbuf_printf(&got, "%s %lld", name, (long long)c->total);
		else
			continue;
		for (size_t k = 0; k < c->n && strcmp(name, "decision"); k++)
			strbuf_printf(&got, " %s %lld", c->statuses[k].status,
				(long long)c->statuses[k].n);
		strbuf_printf(&got, " overdue %lld\n", (long long)c->overdue);
	}
	desk_counts_clear(&counts);
	check_text(w, member, "counts", &want, &got);
}

static void
check_shared(struct world *w, int member, int party)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	const struct truth *t = &w->t;
	struct err err = ERR_INIT;
	struct desk_shared shared;
	int found[T_RECORDS];

	for (int kind = 0; kind < T_KINDS; kind++) {
		size_t n = t_list(t, member, (enum t_kind)kind, found), seen = 0;

		for (size_t i = 0; i < n; i++)
			seen += t_party_sees(t, party, found[i]);
		if (n)
			strbuf_printf(&want, "%s %zu of %zu\n",
				t_kinds[kind].name, seen, n);
	}
	assert_ok(desk_shared(w->desks[member], t->parties[party].code, &shared,
		&err), err);
	for (size_t i = 0; i < shared.n; i++)
		strbuf_printf(&got, "%s %lld of %lld\n",
			kind_of((enum kind_no)shared.kinds[i].kind)->name,
			(long long)shared.kinds[i].seen,
			(long long)shared.kinds[i].total);
	desk_shared_clear(&shared);
	check_text(w, member, t->parties[party].code, &want, &got);
}

void
checks_counts(struct world *w, int member)
{
	check_counts_of_case(w, member);
	for (int p = 0; p < (int)w->t.n_parties; p++)
		if (w->t.parties[p].casefile == w->t.members[member].casefile)
			check_shared(w, member, p);
}

/* --- Finding ------------------------------------------------------------ */

/* Those that hold it as a word, then those that hold a word that begins so. */
static void
want_found(const struct truth *t, int member, const char *word,
	struct strbuf *out)
{
	for (int prefix = 0; prefix < 2; prefix++)
		for (int i = (int)t->n_records - 1; i >= 0; i--)
			if (t_lists(t, member, i) &&
			    t_holds(t, i, word, prefix) &&
			    !(prefix && t_holds(t, i, word, false)))
				strbuf_printf(out, "%s\n", t->records[i].ref);
}

static void
check_find(struct world *w, int member, const char *word)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_find_ask ask = { .text = word };
	struct err err = ERR_INIT;
	struct desk_found found;

	assert_ok(desk_find(w->desks[member], &ask, &found, &err), err);
	want_found(&w->t, member, word, &want);
	for (size_t i = 0; i < found.n; i++)
		if (found.rows[i].how == DESK_FIND_EXACT ||
		    found.rows[i].how == DESK_FIND_PREFIX)
			strbuf_printf(&got, "%s\n", record_text(
				&found.rows[i].record, HEADER_REF));
	assert_false(found.capped);
	desk_found_clear(&found);
	check_order(w, member, word, &want, &got);
}

/* By its name: found by who lists it, by nobody else. */
static void
check_find_ref(struct world *w, int member, int record)
{
	const struct t_record *r = &w->t.records[record];
	struct desk_find_ask ask = { .text = r->uid };
	struct err err = ERR_INIT;
	struct desk_found found;
	bool there = false;

	assert_ok(desk_find(w->desks[member], &ask, &found, &err), err);
	for (size_t i = 0; i < found.n; i++)
		there = there || strcmp(record_text(&found.rows[i].record,
			HEADER_ID), r->uid) == 0;
	desk_found_clear(&found);
	if (there != t_lists(&w->t, member, record))
		world_fail(w, "%s is %sfound by %s%s", r->ref, there ? "" :
			"not ", w->t.members[member].ref,
			t_stands(&w->t, record) ? "" : ": it does not stand");
}

void
checks_find(struct world *w, int member, int record)
{
	const struct t_record *r = &w->t.records[record];
	const char *title = t_value(r, t_kinds[r->kind].title)->text;
	char mark[T_MARK];

	snprintf(mark, sizeof(mark), "%.7s", title);
	check_find(w, member, mark);
	mark[5] = '\0';
	check_find(w, member, mark);
	check_find(w, member, "harbour");
	check_find_ref(w, member, record);
}
