/* SPDX-License-Identifier: GPL-3.0-or-later */
/* logs.c - checks of history, of one record and of the case, and of what goes out. */
#include "tests/support/test.h"

#include "tests/model/acts.h"
#include "tests/model/checks.h"
#include "tests/support/jobrun.h"

/* --- History ------------------------------------------------------------ */

static const char *
ref_of(const struct truth *t, const struct t_entry *e)
{
	return e->part >= 0 ? t->parts[e->part].ref : t->records[e->record].ref;
}

static void
put_line(size_t at, const char *verb, const char *ref, const char *member,
	int64_t when, struct strbuf *out)
{
	strbuf_printf(out, "%03zu %s %s by %s at %lld\n", at, verb, ref, member,
		(long long)when);
}

/* What changed, as the member may know it: a name of what they do not see is not even
 * known to have changed. */
static void
want_changes(const struct truth *t, int member, size_t at,
	const struct t_entry *e, struct strbuf *out)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct t_change *c = &e->changes[i];
		const char *was = t_told(t, member, &c->was);
		const char *is = t_told(t, member, &c->is);

		if ((was || is) && strcmp(c->is.field, "since") != 0)
			strbuf_printf(out, "%03zu %s: %s -> %s\n", at,
				*c->is.field ? c->is.field : c->was.field,
				was ? was : "-", is ? is : "-");
	}
}

static void
got_changes(size_t at, const struct desk_entry *e, struct strbuf *out)
{
	static const char *const others[] = { "id", "kind", "case", "party",
		"version", "created", "created_by", "changed", "changed_by",
		"retracted", "retract_reason", "since" };

	for (size_t i = 0; i < e->n_fields; i++) {
		const struct desk_entry_field *f = &e->fields[i];
		size_t k = 0;

		while (k < ARRAY_SIZE(others) && strcmp(others[k], f->field) != 0)
			k++;
		if (k == ARRAY_SIZE(others))
			strbuf_printf(out, "%03zu %s: %s -> %s\n", at, f->field,
				f->old ? f->old : "-", f->new ? f->new : "-");
	}
}

/* Not what the program itself wrote: cuts of links, and shares that ended. */
static bool
is_of_somebody(const struct desk_entry *e)
{
	return e->member && strcmp(e->verb, "cut") != 0;
}

void
checks_history(struct world *w, int member, int record)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	const struct truth *t = &w->t;
	struct desk_history_ask ask = { .ref = t->records[record].ref };
	struct err err = ERR_INIT;
	struct desk_history h;
	size_t at = 0;

	if (!t_sees(t, member, record))
		return;
	for (size_t i = t->n_entries; i-- > 0;) {
		const struct t_entry *e = &t->entries[i];

		if (e->record != record)
			continue;
		put_line(at, e->verb, ref_of(t, e), t->members[e->member].ref,
			e->at, &want);
		want_changes(t, member, at++, e, &want);
	}
	assert_ok(desk_history(w->desks[member], &ask, &h, &err), err);
	at = 0;
	for (size_t i = 0; i < h.n; i++) {
		const struct desk_entry *e = &h.entries[i];

		if (!is_of_somebody(e))
			continue;
		put_line(at, e->verb, e->ref, e->member, e->at, &got);
		got_changes(at++, e, &got);
	}
	desk_history_clear(&h);
	check_text(w, member, "history", &want, &got);
}

/* Is it of the case's own tree? Parties and members stand in another. */
bool
check_is_of_case(const struct desk_entry *e)
{
	return !strstr("party member casefile export ask exchange", e->kind) &&
		is_of_somebody(e);
}

/* All of the case that the member may know; of others: but for what they did. */
static void
want_log(const struct truth *t, int member, bool of_others, struct strbuf *out)
{
	size_t n = 0;

	for (size_t i = t->n_entries; i-- > 0;) {
		const struct t_entry *e = &t->entries[i];

		if (t_sees(t, member, e->record) &&
		    !(of_others && e->member == member))
			put_line(n++, e->verb, ref_of(t, e),
				t->members[e->member].ref, e->at, out);
	}
}

static void
got_log(const struct desk_history *h, size_t *n, struct strbuf *out)
{
	for (size_t i = 0; i < h->n; i++)
		if (check_is_of_case(&h->entries[i]))
			put_line((*n)++, h->entries[i].verb, h->entries[i].ref,
				h->entries[i].member, h->entries[i].at, out);
}

/* Both are long: what differs first is shown. */
static void
check_log(struct world *w, int member, const char *what, struct strbuf *want,
	struct strbuf *got)
{
	if (strcmp(want->text ? want->text : "", got->text ? got->text : ""))
		fail_differs(w, member, what, want->text ? want->text : "",
			got->text ? got->text : "");
	strbuf_clear(want);
	strbuf_clear(got);
}

/* Nobody has ended a visit: all that others did is new. */
static void
check_news(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_news_entries_ask ask = { .limit = 1000 };
	struct err err = ERR_INIT;
	struct desk_history h;
	struct desk_news news;
	int64_t told = 0, counted = 0;
	size_t n = 0;
	bool more;

	do {
		assert_ok(desk_news_entries(w->desks[member], &ask, &h, &err), err);
		got_log(&h, &n, &got);
		ask.skip = told += (int64_t)h.n;
		more = (int64_t)h.n == ask.limit;
		desk_history_clear(&h);
	} while (more);
	want_log(&w->t, member, true, &want);
	check_log(w, member, "news", &want, &got);
	assert_ok(desk_news(w->desks[member], &(struct desk_news_ask){ .wait = 1 },
		&news, &err), err);
	for (size_t i = 0; i < news.n; i++)
		counted += news.parties[i].entries;
	desk_news_clear(&news);
	if (counted != told)
		world_fail(w, "%lld news to %s, not %lld", (long long)counted,
			w->t.members[member].ref, (long long)told);
}

void
checks_case_history(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_history_ask ask = { .ref = NULL };
	struct err err = ERR_INIT;
	struct desk_history h;
	size_t n = 0;

	want_log(&w->t, member, false, &want);
	assert_ok(desk_history(w->desks[member], &ask, &h, &err), err);
	got_log(&h, &n, &got);
	check_log(w, member, "log", &want, &got);
	check_timeline(w, member, &h);
	desk_history_clear(&h);
	check_news(w, member);
}

/* --- Exports ------------------------------------------------------------ */

/* For whom an export is. */
struct receiver {
	int member;	/* who exports */
	int party;	/* or -1 */
	bool court;
};

static bool
reviews(const struct truth *t, int member)
{
	const char *role = t->members[member].role;

	return strcmp(role, "leader") == 0 || strcmp(role, "judicial") == 0;
}

/* The code that keeps it from the receiver, or NULL: H1 from whoever it is, H2 from a
 * court; a party that sees it was given it before. */
static const char *
forbidding(const struct t_record *r, const struct receiver *to)
{
	const struct t_value *code = t_value(r, "handling");

	return code && (strcmp(code->text, "H1") == 0 ||
		(to->court && strcmp(code->text, "H2") == 0)) ? code->text : NULL;
}

/* Is it permitted to whoever may use it in court, that of Bucharest or (not court) in
 * any, or is the code lifted for them? */
static bool
permits(const struct t_part *p, const char *code, bool court)
{
	const char *what = t_part_text(p, "what"), *use = t_part_text(p, "for_use");

	if (strcmp(what, "court") == 0)
		return !court || !*use || strcmp(use, "Bucharest") == 0;
	return strcmp(what, "lift") == 0 && (!*use || strcmp(use, code) == 0);
}

/* May the party use in court what is so handled? */
static bool
is_permitted(const struct truth *t, int record, int party, const char *code,
	bool court)
{
	for (size_t i = 0; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];

		if (p->record == record && !p->voided &&
		    strcmp(p->kind, "permission") == 0 && permits(p, code, court) &&
		    strcmp(t_part_text(p, "to_party"), t->parties[party].code) == 0)
			return true;
	}
	return false;
}

static bool
receives(const struct truth *t, const struct receiver *to, int record)
{
	const struct t_record *r = &t->records[record];
	const char *code = forbidding(r, to);

	if (!t_lists(t, to->member, record))
		return false;
	/* A working copy of what is privileged is for those who review it. */
	if (to->party < 0 && !to->court)
		return !t_closed(r) || reviews(t, to->member);
	if (t_closed(r) || (code && !is_permitted(t, record, to->party >= 0 ?
		to->party : t->members[to->member].party, code, to->court)) ||
	    t_value(r, "legal") ||
	    (to->party >= 0 && !t_party_sees(t, to->party, record)) ||
	    (to->court && r->share != T_TEAM))
		return false;
	return r->kind != T_LINK ||
		(receives(t, to, r->a) && receives(t, to, r->b));
}

static void
put_param(struct jobrun *run, const char *name, const char *value)
{
	if (value)
		run->params[run->n++] = (struct desk_param){ strdup(name),
			strdup(value) };
}

/* May the member export that? Beyond the Union only who decides what goes there. */
static bool
may_export(const struct world *w, const struct receiver *to, bool *leaves)
{
	enum t_sort sort = to->party < 0 ? T_SIGNATORY :
		w->t.parties[to->party].sort;

	*leaves = sort == T_THIRD || sort == T_RECIPIENT;
	return w->t.members[to->member].writes &&
		(!*leaves || acts_may_disclose(w, to->member));
}

/* NULL: it was refused, as it had to be. */
static char *
export_as(struct world *w, const struct receiver *to, const char *format,
	const char *kind)
{
	struct jobrun run = { .what = "export", .data = "" };
	struct truth *t = &w->t;
	char whom[40] = "internal", *text = NULL;
	bool leaves, may = may_export(w, to, &leaves);

	if (to->party >= 0)
		snprintf(whom, sizeof(whom), "party:%s",
			t->parties[to->party].code);
	else if (to->court)
		snprintf(whom, sizeof(whom), "court:Bucharest");
	put_param(&run, "format", format);
	put_param(&run, "for", whom);
	put_param(&run, "kind", kind);
	put_param(&run, "acknowledge", "yes");
	put_param(&run, "basis", leaves ? "safeguards" : NULL);
	put_param(&run, "controller", leaves ? "BG/1" : NULL);
	if (jobrun(w->desks[to->member], &run) != may)
		world_fail(w, "export %s for %s by %s: %s", format, whom,
			t->members[to->member].ref, run.err.text);
	if (may) {
		text = strbuf_detach(&run.out);
		world_noted(w, t->members[to->member].party, 0);
	} else {
		assert_string_equal(err_word(run.err.code), "denied");
		w->refused++;
	}
	jobrun_clear(&run);
	return text;
}

/* It went out, which is noted if reading is. */
static void
note_export(struct world *w, int member, int record)
{
	struct t_look *look = &w->t.looks[record][member];

	if (w->notes && !look->exported)
		look->exported = w->now;
}

/* Of what is not for the receiver there is no word in it. */
static void
check_bytes(struct world *w, const struct receiver *to, const char *text)
{
	for (const char *at = text; (at = strstr(at, "zq")); at += 2) {
		int record = t_marked(&w->t, at);

		if (record < 0 || !receives(&w->t, to, record))
			world_fail(w, "export by %s for %s tells \"%.7s\" of %s:"
				"\n%.*s", w->t.members[to->member].ref, to->party >= 0 ?
				w->t.parties[to->party].code : to->court ?
				"court" : "internal", at, record < 0 ? "?" :
				w->t.records[record].ref, 600,
				at - text > 300 ? at - 300 : text);
	}
}

static void
check_csv(struct world *w, const struct receiver *to, enum t_kind kind)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	const struct truth *t = &w->t;
	char *text = export_as(w, to, "csv", t_kinds[kind].name);

	if (!text)
		return;

	for (int i = (int)t->n_records - 1; i >= 0; i--)
		if (t->records[i].kind == kind && receives(t, to, i)) {
			strbuf_printf(&want, "%s\n", t->records[i].ref);
			note_export(w, to->member, i);
		}
	/* kind,case,ref,... */
	for (const char *at = strchr(text, '\n'); at && at[1];
	     at = strchr(at + 1, '\n')) {
		const char *ref = strchr(strchr(at, ',') + 1, ',') + 1;

		strbuf_printf(&got, "%.*s\n", (int)strcspn(ref, ","), ref);
	}
	check_bytes(w, to, text);
	free(text);
	check_text(w, to->member, "CSV", &want, &got);
}

/* Each mark that is in what goes out, by the title of its record, is there. */
static void
check_json(struct world *w, const struct receiver *to)
{
	const struct truth *t = &w->t;
	char *text = export_as(w, to, "json", NULL);

	if (!text)
		return;
	check_bytes(w, to, text);
	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *r = &t->records[i];
		const char *title = t_value(r, t_kinds[r->kind].title)->text;

		if (!receives(t, to, i))
			continue;
		if (!strstr(text, title))
			world_fail(w, "export by %s lacks %s",
				t->members[to->member].ref, r->ref);
		note_export(w, to->member, i);
	}
	free(text);
}

void
checks_export(struct world *w, int member)
{
	struct receiver to = { .member = member, .party = -1 };
	int party = (int)chance((uint32_t)w->t.n_parties);

	if (chance(3) == 0)
		to.court = true;
	else if (chance(2) && w->t.parties[party].casefile ==
	    w->t.members[member].casefile)
		to.party = party;
	if (chance(2))
		check_json(w, &to);
	else
		check_csv(w, &to, (enum t_kind)chance(T_KINDS));
}

void
checks_copy(struct world *w, int member)
{
	check_json(w, &(struct receiver){ .member = member, .party = -1 });
}

void
checks_court(struct world *w, int member, int record)
{
	check_csv(w, &(struct receiver){ .member = member, .party = -1,
		.court = true }, w->t.records[record].kind);
}
