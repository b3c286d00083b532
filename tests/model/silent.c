/* SPDX-License-Identifier: GPL-3.0-or-later */
/* silent.c - check of who has said no purpose: of a record whose processing is
 * restricted they are told that it is there and no word of it, of one with data of
 * special categories its name alone; once they say why, all of it. */
#include "tests/support/test.h"

#include "tests/model/checks.h"
#include "tests/model/paths.h"

/* Is it one of these: with a name that is told? A note's text is all of it. */
static bool
is_veiled(const struct t_record *r, bool *named)
{
	*named = !t_value(r, "legal") && r->kind != T_NOTE;
	return t_value(r, "legal") || t_value(r, "special");
}

/* ... of which the member has not said a purpose where they say as little as can be. */
static bool
is_unsaid(const struct world *w, int member, int record, bool *named)
{
	return is_veiled(&w->t.records[record], named) &&
		!w->said[member][record];
}

/* Some such record that the member sees, -1 for none. */
static int
some_unsaid(const struct world *w, int member)
{
	int n = 0, found = -1;
	bool named;

	for (int i = 0; i < (int)w->t.n_records; i++)
		if (is_unsaid(w, member, i, &named) && t_sees(&w->t, member, i) &&
		    chance((uint32_t)++n) == 0)
			found = i;
	return found;
}

/* The desk of the member's at which a purpose was said of those records alone. */
static struct desk *
sit_silent(struct world *w, int member)
{
	const struct t_member *m = &w->t.members[member];
	struct desk_login login = { .path = WORLD_STORE, .as = m->ref,
		.casefile = w->t.cases[m->casefile].code };
	struct desk *desk = NULL;
	struct err err = ERR_INIT;

	if (w->silent[member])
		return w->silent[member];
	assert_ok(desk_open(&desk, &login, &err), err);
	return w->silent[member] = desk;
}

/* Nothing was said at the next one. */
static void
stand_up(struct world *w, int member)
{
	desk_close(w->silent[member]);
	w->silent[member] = NULL;
	memset(w->said[member], false, sizeof(w->said[member]));
}

/* --- A path ------------------------------------------------------------- */

static void
check_words(struct world *w, int member, const char *path, const char *text)
{
	for (const char *at = text; (at = strstr(at, "zq")); at += 2) {
		int record = t_marked(&w->t, at);
		const struct t_record *r = &w->t.records[record < 0 ? 0 : record];
		bool named;

		if (record < 0 || !is_unsaid(w, member, record, &named) ||
		    (named && strncmp(at, t_value(r,
			t_kinds[r->kind].title)->text, T_MARK - 1) == 0))
			continue;
		world_fail(w, "%s tells %s \"%.7s\" of %s, for no purpose:\n%s",
			path, w->t.members[member].ref, at, r->ref, text);
	}
}

static void
check_path(struct world *w, int member, const struct path *path)
{
	struct strbuf out = STRBUF_INIT;

	path->say(w, member, (int)chance((uint32_t)path->forms), &out);
	check_words(w, member, path->name, out.text ? out.text : "");
	strbuf_clear(&out);
}

/* --- A record ----------------------------------------------------------- */

/* By what it is known again, and what may be done with it. */
static bool
is_told(const char *line)
{
	static const char *const told[] = { "ref=", "id=", "kind=", "case=",
		"party=", "version=", "created=", "created_by=", "changed=",
		"changed_by=", "share=", "handling=", "privilege=", "legal=",
		"special=", "retracted=", "retract_reason=" };

	for (size_t i = 0; i < ARRAY_SIZE(told); i++)
		if (strncmp(line, told[i], strlen(told[i])) == 0)
			return true;
	return false;
}

/* Of its row in the list no line but those that are told all the same. */
static void
check_row(struct world *w, int member, int record, const struct record *row)
{
	const struct t_record *r = &w->t.records[record];
	const char *title = t_kinds[r->kind].title;
	struct strbuf out = STRBUF_INIT;
	size_t n = strlen(title);
	bool named;

	is_veiled(r, &named);
	said_record(row, &out);
	for (const char *at = out.text; *at; at += strcspn(at, "\n") + 1)
		if (!is_told(at) && !(named && strncmp(at, title, n) == 0 &&
		    at[n] == '='))
			world_fail(w, "the list tells %s of %s: %.*s",
				w->t.members[member].ref, r->ref,
				(int)strcspn(at, "\n"), at);
	strbuf_clear(&out);
}

static void
check_list(struct world *w, int member, int record)
{
	const struct t_record *r = &w->t.records[record];
	struct desk_list_spec spec = { .kind = (int)kind_find(
		t_kinds[r->kind].name)->no };
	struct desk_page_ask ask = { .after = 1000, .wait = 1 };
	struct err err = ERR_INIT;
	struct desk_opened opened;
	struct desk_page page;

	assert_ok(desk_list_open(w->desks[member], &spec, &opened, &err), err);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(w->desks[member], &ask, &page, &err), err);
	for (size_t i = 0; i < page.n; i++)
		if (strcmp(record_text(&page.rows[i].record, HEADER_REF),
		    r->ref) == 0)
			check_row(w, member, record, &page.rows[i].record);
	desk_page_clear(&page);
	desk_list_close(w->desks[member], opened.handle, NULL);
}

static void
got_item(struct world *w, int member, int record, struct strbuf *out)
{
	const struct t_record *r = &w->t.records[record];
	struct err err = ERR_INIT;
	struct desk_item item;

	assert_ok(desk_get(w->desks[member], 0, r->ref, &item, &err), err);
	said_record(&item.record, out);
	desk_item_clear(&item);
	world_opened(w, member, record);
}

/* It is not opened before a purpose was said of it, and then whole: held against who
 * has said theirs. */
static void
check_item(struct world *w, int member, int record, struct desk *silent)
{
	const struct t_record *r = &w->t.records[record];
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk *desk = w->desks[member];
	struct err err = ERR_INIT;
	struct desk_item item;

	got_item(w, member, record, &want);
	if (desk_get(silent, 0, r->ref, &item, &err))
		world_fail(w, "%s is opened by %s for no purpose", r->ref,
			w->t.members[member].ref);
	assert_string_equal(err_word(err.code), "purpose");
	err = (struct err)ERR_INIT;
	w->desks[member] = silent;
	check_list(w, member, record);
	assert_ok(desk_purpose(silent, r->ref, "the trial of it", &err), err);
	w->said[member][record] = true;
	got_item(w, member, record, &got);
	w->desks[member] = desk;
	check_text(w, member, "what is told for a purpose", &want, &got);
}

/* Whose page is looked at: one that a payment names of which no purpose was said, if the
 * member sees any; -1 for none. */
static int
some_page(const struct world *w, int member)
{
	const struct truth *t = &w->t;
	int found = world_seen(w, member, 1u << T_PERSON | 1u << T_ORGANISATION);
	int n = 0;
	bool named;

	for (int i = 0; i < (int)t->n_records; i++)
		for (size_t k = 0; k < t->records[i].n; k++) {
			int to = t->records[i].values[k].record;

			if (t->records[i].kind == T_PAYMENT && to >= 0 &&
			    is_unsaid(w, member, i, &named) &&
			    t_lists(t, member, i) && t_lists(t, member, to) &&
			    t->records[to].kind != T_ASSET &&
			    chance((uint32_t)++n) == 0)
				found = to;
		}
	return found;
}

/* What the page of a person tells of it: that it is there, and nothing that it says. */
static void
check_profile(struct world *w, int member)
{
	int record = some_page(w, member);
	struct desk_profile_ask ask = { record < 0 ? NULL :
		w->t.records[record].ref };
	struct desk_profile profile;
	struct err err = ERR_INIT;
	bool hides;

	/* One that is veiled itself is not opened. */
	if (record < 0 || is_unsaid(w, member, record, &hides))
		return;
	assert_ok(desk_profile(w->desks[member], &ask, &profile, &err), err);
	for (size_t i = 0; i < profile.n; i++) {
		const struct desk_profile_row *row = &profile.rows[i];
		const char *ref = record_text(&row->record, HEADER_REF);
		bool named;

		for (size_t k = 0; k < w->t.n_records; k++)
			if (strcmp(w->t.records[k].ref, ref) == 0 &&
			    w->t.records[k].casefile ==
			    w->t.members[member].casefile &&
			    is_unsaid(w, member, (int)k, &named) &&
			    (row->amount || row->on))
				world_fail(w, "%s tells %s how much %s is of",
					ask.ref, w->t.members[member].ref, ref);
	}
	desk_profile_clear(&profile);
}

void
checks_silent(struct world *w, int member)
{
	struct desk *silent, *desk = w->desks[member];
	const struct path *path = paths;
	int found = some_unsaid(w, member);

	if (found < 0) {
		stand_up(w, member);
		found = some_unsaid(w, member);
	}
	if (found < 0)
		return;
	silent = sit_silent(w, member);
	w->desks[member] = silent;
	for (; path->name; path++)
		if (strcmp(path->name, "changed") != 0 && chance(2))
			check_path(w, member, path);
	check_profile(w, member);
	w->desks[member] = desk;
	check_item(w, member, found, silent);
}
