/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_paths.c - by every path: what a rule refuses is refused in the same words on
 * each way by which a change comes in, and leaves the store as it was; what it allows
 * is done on each. Back again: test_paths_back.c. */
#include "tests/support/test.h"
#include "tests/support/tries.h"
#include "tests/support/import.h"

#include "src/role.h"

/* --- Ways in ------------------------------------------------------------- */

/* set REF, add KIND; each line of add --from-jsonl. */
static bool
by_command(struct desk *d, const struct try *t, struct err *err)
{
	struct record fields;

	typed(t, &fields);
	const struct desk_change change = { .verb = t->verb, .ref = t->ref,
		.fields = &fields };
	bool ok = act(d, &change, err);

	record_clear(&fields);
	return ok;
}

/* A form is checked while it is typed, and saved from the version that it began with;
 * a part is saved with the record on whose form it was typed. */
static bool
by_form(struct desk *d, const struct try *t, struct err *err)
{
	struct record fields;
	struct desk_checked checked = { 0 };
	struct desk_item item = { 0 };

	typed(t, &fields);
	struct desk_change change = { .verb = t->verb, .ref = t->ref,
		.fields = &fields };

	if (t->ref && desk_get(d, 0, t->ref, &item, NULL))
		change.version = record_int(&item.record, HEADER_VERSION);
	desk_item_clear(&item);
	desk_check(d, &change, &checked, NULL);
	desk_checked_clear(&checked);
	bool ok = act(d, &change, err);

	record_clear(&fields);
	return ok;
}

/* Marks of a list, set over a filter, rows that were pasted: and a second time in the
 * same act. */
static bool
in_bulk(struct desk *d, const struct try *t, struct err *err)
{
	struct record fields;
	struct desk_many_done done = { 0 };

	typed(t, &fields);
	const struct desk_change change = { .verb = t->verb, .ref = t->ref,
		.fields = &fields };
	const struct desk_change twice[] = { change, change };
	bool ok = desk_act_many(d, &(struct desk_many){ .changes = twice, .n = 2,
		.draft = DRAFT }, &done, err) && done.done > 0;

	for (size_t i = 0; i < done.n; i++)
		take_faults(done.each[i].faults, done.each[i].n_faults, err);
	desk_many_done_clear(&done);
	record_clear(&fields);
	return ok;
}

/* Typed, kept, and saved later. It is kept when it is refused. */
static bool
from_draft(struct desk *d, const struct try *t, struct err *err)
{
	struct desk_draft draft = { .id = (char[]){ DRAFT }, .ref = NULL };
	struct desk_drafts drafts = { 0 };
	char *ref = t->ref ? strdup(t->ref) : NULL;

	typed(t, &draft.fields);
	draft.ref = ref;
	assert_true(desk_draft_put(d, &draft, NULL));
	const struct desk_change change = { .verb = t->verb, .ref = t->ref,
		.fields = &draft.fields, .draft = DRAFT };
	bool ok = act(d, &change, err);

	assert_true(desk_drafts(d, &drafts, NULL));
	assert_int_equal(drafts.n, !ok);
	desk_drafts_clear(&drafts);
	desk_draft_drop(d, DRAFT, NULL);
	record_clear(&draft.fields);
	free(ref);
	return ok;
}

/* The next one like what is there: with its values, then what was typed. */
static bool
by_like(struct desk *d, const struct try *t, struct err *err)
{
	struct desk_checked like = { 0 };
	struct record fields;

	if (!t->like)
		return by_command(d, t, err);
	assert_ok(desk_like(d, t->like, &like, err), *err);
	typed(t, &fields);
	record_apply(&like.record, &fields);
	const struct desk_change change = { .verb = "add",
		.fields = &like.record };
	bool ok = act(d, &change, err);

	desk_checked_clear(&like);
	record_clear(&fields);
	return ok;
}

/* A part comes with a save of its record. */
static bool
with_record(struct desk *d, const struct try *t, struct err *err)
{
	const struct kind *of = NULL;
	struct record fields, none;
	struct desk_item item = { 0 };
	const char *ref;

	typed(t, &fields);
	ref = record_text(&fields, HEADER_OF);
	if (!(fields.kind->flags & KIND_IS_PART) || !desk_get(d, 0, ref, &item,
	    NULL)) {
		record_clear(&fields);
		return by_command(d, t, err);
	}
	of = item.record.kind;
	record_init(&none, of);
	struct desk_part part = { fields };
	const struct desk_change change = { .verb = "set", .ref = ref,
		.fields = &none, .parts = &part, .n_parts = 1 };
	bool ok = act(d, &change, err);

	desk_item_clear(&item);
	record_clear(&none);
	record_clear(&fields);
	return ok;
}

/* A table of one row, its cells parted by that sign. */
static bool
import_table(struct desk *d, const struct try *t, char sign, struct err *err)
{
	struct strbuf table = STRBUF_INIT;
	char kind[40], key[40];
	const char *all[FIELDS + 1] = { t->key };
	size_t n = t->key ? 1 : 0;

	for (size_t i = 0; i < FIELDS && t->fields[i]; i++)
		all[n++] = t->fields[i];
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&table, "%.*s%c", (int)strcspn(all[i], "="),
			all[i], i + 1 < n ? sign : '\n');
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&table, "%s%c", strchr(all[i], '=') + 1,
			i + 1 < n ? sign : '\n');
	snprintf(kind, sizeof(kind), "kind=%s", t->kind);
	snprintf(key, sizeof(key), "key=%.*s", t->key ?
		(int)strcspn(t->key, "=") : 0, t->key);

	struct jobrun r = import(d, table.text, kind, "again=yes", t->key ? key :
		NULL, NULL);
	bool ok = r.done && !r.bad;

	/* Why a row was not taken stands in the table of those that were not. */
	if (r.done && r.bad) {
		err->code = t->code;
		strbuf_fill(err->text, sizeof(err->text), r.out.text);
	} else if (!r.done) {
		*err = r.err;
	}
	jobrun_clear(&r);
	strbuf_clear(&table);
	return ok;
}

static bool
from_csv(struct desk *d, const struct try *t, struct err *err)
{
	return import_table(d, t, ',', err);
}

static bool
from_tabs(struct desk *d, const struct try *t, struct err *err)
{
	return import_table(d, t, '\t', err);
}

static const struct way {
	const char *name;
	bool (*go)(struct desk *d, const struct try *t, struct err *err);
	bool imports;
} ways[] = {
	{ "command", by_command, false },
	{ "form", by_form, false },
	{ "bulk", in_bulk, false },
	{ "draft", from_draft, false },
	{ "like", by_like, false },
	{ "with its record", with_record, false },
	{ "csv", from_csv, true },
	{ "tabs", from_tabs, true },
};

/* --- What is refused ------------------------------------------------------ */

static bool
may_import(struct desk *d)
{
	struct desk_who who = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_who(d, &who, &err), err);
	bool may = role_may(who.role, RIGHT_IMPORT, NULL);

	desk_who_clear(&who);
	return may;
}

static void
unchanged(const struct way *w, const struct try *t, char **before, int64_t n)
{
	char *after = mark();

	if (entries() != n || (!w->imports && strcmp(*before, after) != 0))
		fail_msg("%s %s %s %s: by %s the store is %s, not %s", t->as,
			t->verb, t->kind, t->fields[0], w->name, after, *before);
	free(*before);
	*before = after;
}

/* The sentence is the one that the first way gave: it becomes that of `as_said`. */
static void
refused_on(struct desk *d, const struct way *w, const struct try *t,
	char as_said[ERR_TEXT_SIZE])
{
	struct err err = ERR_INIT;
	bool role = w->imports && !may_import(d);

	if (w->go(d, t, &err))
		fail_msg("%s %s %s %s: done by %s", t->as, t->verb, t->kind,
			t->fields[0], w->name);
	if (strcmp(err_word(err.code), err_word(role ? ERR_DENIED : t->code)) ||
	    !strstr(err.text, role ? "may not import" : t->words) ||
	    (!role && !strstr(err.text, as_said)))
		fail_msg("%s %s %s %s: by %s it is %s: %s", t->as, t->verb,
			t->kind, t->fields[0], w->name, err_word(err.code),
			err.text);
	if (!*as_said)
		strbuf_fill(as_said, ERR_TEXT_SIZE, err.text);
}

/* On every way, by the same code and sentence, and nothing is written. */
static void
refused(const struct try *tries, size_t n)
{
	char *before = mark();
	int64_t all = entries();

	for (size_t i = 0; i < n; i++) {
		const struct try *t = &tries[i];
		struct desk *d = case_desk(t->as);
		char as_said[ERR_TEXT_SIZE] = "";

		for (size_t w = 0; w < ARRAY_SIZE(ways); w++) {
			if ((w + i) % SLOWED || (ways[w].imports && !t->key &&
			    strcmp(t->verb, "add") != 0))
				continue;
			refused_on(d, &ways[w], t, as_said);
			unchanged(&ways[w], t, &before, all);
		}
		desk_close(d);
	}
	free(before);
}

#define REFUSED(tries) refused(tries, ARRAY_SIZE(tries))
#define KOLEV "name=Petar Kolev"
#define OF_BG "what is said of a member of BG is changed by its own leader"
#define SEAT_OF_BG "who has a seat of BG, and who leads it, is said by those who lead it"
#define SEAT_OF_RO "who has a seat of RO, and who leads it, is said by those who lead it"
#define MAY_NOT_ADMIT "may not admit parties and members"

static void
test_a_seat_of_a_party_that_is_led_is_its_leaders_to_give(void **state)
{
	static const struct try tries[] = {
		/* By a space administrator of another party; */
		{ "RO/3", "set", "member", "BG/2", { "role=analyst" }, KOLEV, NULL,
		  ERR_RULE, SEAT_OF_BG },
		{ "RO/3", "set", "member", "BG/2", { "unit=K9" }, KOLEV, NULL,
		  ERR_RULE, OF_BG },
		{ "RO/3", "set", "member", "BG/2", { "joined_on=2026-01-01" },
		  KOLEV, NULL, ERR_RULE, OF_BG },
		{ "RO/3", "set", "member", "BG/2", { "left_on=2026-01-05" }, KOLEV,
		  NULL, ERR_RULE, OF_BG },
		{ "RO/3", "set", "member", "BG/1", { "rank=prosecutor" },
		  "name=Boyana Ilieva", NULL, ERR_RULE, OF_BG },
		{ "RO/3", "add", "member", NULL, { "party=BG", "name=X",
		  "role=observer" }, NULL, NULL, ERR_RULE, SEAT_OF_BG },
		/* of the own one; */
		{ "RO/3", "set", "member", "RO/2", { "role=analyst" },
		  "name=Ion Marin", NULL, ERR_RULE, SEAT_OF_RO },
		{ "RO/3", "set", "member", "RO/3", { "role=leader" },
		  "name=Ada Min", NULL, ERR_RULE, "nobody gives themselves" },
		/* by whoever admitted the party; */
		{ "RO/1", "set", "member", "BG/2", { "unit=K9" }, KOLEV, NULL,
		  ERR_RULE, OF_BG },
		{ "RO/1", "set", "member", "BG/2", { "role=leader" }, KOLEV, NULL,
		  ERR_RULE, OF_BG },
		{ "RO/1", "add", "member", NULL, { "party=BG", "name=X",
		  "role=observer" }, NULL, NULL, ERR_RULE,
		  "BG admits its own members" },
		/* and by a member of the party who does not lead it. */
		{ "BG/2", "set", "member", "BG/2", { "unit=K9" }, KOLEV, NULL,
		  ERR_DENIED, MAY_NOT_ADMIT },
		{ "BG/2", "set", "member", "BG/1", { "left_on=2026-01-05" },
		  "name=Boyana Ilieva", NULL, ERR_DENIED, MAY_NOT_ADMIT },
		{ "BG/2", "add", "member", NULL, { "party=BG", "name=X",
		  "role=observer" }, NULL, NULL, ERR_DENIED, MAY_NOT_ADMIT },
	};

	(void)state;
	REFUSED(tries);
}

static void
test_a_third_state_says_nothing_at_what_others_see(void **state)
{
#define WAITS "waits until a space administrator has released it"
	static const struct try tries[] = {
		{ "CH/1", "set", "lead", "RO-L1", { "detail=He has a boat" }, NULL,
		  NULL, ERR_RULE, "only that party changes its detail" },
		{ "CH/1", "set", "task", "RO-T1", { "reason=The bank is Lac" },
		  NULL, NULL, ERR_RULE, WAITS },
		{ "CH/1", "add", "comment", NULL, { "of=RO-L1", "text=In Geneva" },
		  NULL, "RO-L1/comment1", ERR_RULE, WAITS },
		{ "CH/1", "add", "comment", NULL, { "of=RO-T1", "text=In Geneva" },
		  NULL, NULL, ERR_RULE, WAITS },
		{ "CH/1", "add", "journal", NULL, { "of=RO-T1", "text=Done" },
		  NULL, NULL, ERR_RULE, WAITS },
		{ "CH/1", "add", "identifier", NULL, { "of=RO-L1", "type=phone",
		  "value=+41791234567" }, NULL, NULL, ERR_RULE, WAITS },
		{ "CH/1", "add", "chain", NULL, { "of=RO-E1", "action=viewed",
		  "condition=as it was" }, NULL, NULL, ERR_RULE, WAITS },
	};

	(void)state;
	REFUSED(tries);
}

static void
test_only_the_party_of_a_record_changes_its_terms(void **state)
{
#define ONLY(what) "only that party changes its " what
	static const struct try tries[] = {
		{ "BG/1", "set", "lead", "RO-L1", { "handling=H1" }, NULL, NULL,
		  ERR_RULE, ONLY("handling") },
		{ "BG/1", "set", "lead", "RO-L1", { "grade=B2" }, NULL, NULL,
		  ERR_RULE, ONLY("grade") },
		{ "BG/1", "set", "lead", "RO-L1", { "share=own" }, NULL, NULL,
		  ERR_RULE, ONLY("share") },
		{ "BG/1", "set", "lead", "RO-L1", { "marking=sensitive" }, NULL,
		  NULL, ERR_RULE, ONLY("marking") },
		{ "BG/1", "set", "lead", "RO-L1", { "title=Mine" }, NULL, NULL,
		  ERR_RULE, ONLY("title") },
		{ "BG/1", "set", "task", "RO-T1", { "handling=H1",
		  "status=accepted" }, NULL, NULL, ERR_RULE, ONLY("handling") },
		{ "RO/3", "set", "lead", "RO-L1", { "handling=H1" }, NULL, NULL,
		  ERR_DENIED, "may not change records" },
	};

	(void)state;
	REFUSED(tries);
}

/* --- What is not seen ----------------------------------------------------- */

/* The answer to somebody who changes it, or adds to it; "*" stands for its ref. */
static void
answer_of(const struct way *w, const char *kind, const char *ref,
	struct strbuf *out)
{
	struct desk *d = case_desk("RO/1");
	struct err err = ERR_INIT;
	bool adds = strcmp(kind, "comment") == 0;
	char of[40];

	snprintf(of, sizeof(of), "of=%s", ref);
	const struct try t = { .as = "RO/1", .verb = adds ? "add" : "set",
		.kind = kind, .ref = adds ? NULL : ref,
		.fields = { adds ? of : "title=Mine", adds ? "text=Mine" : NULL },
		.code = ERR_NOT_FOUND };

	if (w->go(d, &t, &err))
		fail_msg("%s: done by %s", ref, w->name);
	strbuf_printf(out, "%s: ", err_word(err.code));
	for (const char *at = err.text; *at; at++)
		if (strncmp(at, ref, strlen(ref)) == 0) {
			strbuf_putc(out, '*');
			at += strlen(ref) - 1;
		} else {
			strbuf_putc(out, *at);
		}
	desk_close(d);
}

/* What is kept back is refused like what there never was, on every way. */
static void
test_what_is_not_seen_is_as_if_it_were_not(void **state)
{
	static const char *const kinds_of[] = { "lead", "comment" };
	struct desk *bg = case_desk("BG");
	char *kept = case_add(bg, "lead", "title=Kept", "share=own", NULL);
	char *before = mark();
	int64_t all = entries();

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(kinds_of); i++)
		for (size_t w = 0; w < ARRAY_SIZE(ways); w++) {
			const struct try t = { .as = "RO/1", .verb = "touch",
				.kind = kinds_of[i], .fields = { kept } };
			struct strbuf is = STRBUF_INIT, never = STRBUF_INIT;

			/* By an import one changes one's own alone. */
			if (ways[w].imports && i == 0)
				continue;
			answer_of(&ways[w], kinds_of[i], kept, &is);
			answer_of(&ways[w], kinds_of[i], "BG-LZZZZZ", &never);
			assert_string_equal(is.text, never.text);
			assert_non_null(strstr(is.text, "not-found: "));
			unchanged(&ways[w], &t, &before, all);
			strbuf_clear(&is);
			strbuf_clear(&never);
		}
	free(before);
	free(kept);
	desk_close(bg);
}

/* --- What is allowed -------------------------------------------------------- */

/* Where a task stands, and who does it, is said by the party that is asked, too. */
static void
test_where_a_task_stands_is_said_by_who_is_asked_on_every_way(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	for (size_t w = 0; w < ARRAY_SIZE(ways); w++) {
		char *ref = case_add(ro, "task", "title=Look", "for_party=BG", NULL);
		const struct try t = { .as = "BG/1", .verb = "set",
			.kind = "task", .ref = ref,
			.fields = { "status=accepted", "assignee=BG/2" } };
		struct err err = ERR_INIT;

		if (!ways[w].imports) {
			assert_ok(ways[w].go(bg, &t, &err), err);
			case_is(ro, ref, "status", "accepted");
			case_is(ro, ref, "assignee", "BG/2");
			case_is(ro, ref, "party", "RO");
		}
		free(ref);
	}
	desk_close(bg);
	desk_close(ro);
}

static void
test_nobody_else_says_where_a_task_stands(void **state)
{
	static const struct try tries[] = {
		/* Of who is not asked for it, and of who does not lead them. */
		{ "GR/1", "set", "task", "RO-T1", { "status=accepted" }, NULL, NULL,
		  ERR_RULE, "only a leader or deputy of BG" },
		{ "BG/2", "set", "task", "RO-T1", { "status=accepted" }, NULL, NULL,
		  ERR_RULE, "only a leader or deputy of BG" },
		{ "BG/1", "set", "task", "RO-T1", { "status=declined" }, NULL, NULL,
		  ERR_RULE, "whoever declines a task says why" },
		{ "GR/1", "set", "task", "RO-T1", { "assignee=GR/1" }, NULL, NULL,
		  ERR_RULE, "assignee" },
	};

	(void)state;
	REFUSED(tries);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TRIES_TEST(test_a_seat_of_a_party_that_is_led_is_its_leaders_to_give),
		TRIES_TEST(test_a_third_state_says_nothing_at_what_others_see),
		TRIES_TEST(test_only_the_party_of_a_record_changes_its_terms),
		TRIES_TEST(test_what_is_not_seen_is_as_if_it_were_not),
		TRIES_TEST(test_where_a_task_stands_is_said_by_who_is_asked_on_every_way),
		TRIES_TEST(test_nobody_else_says_where_a_task_stands),
	};

	return RUN_TESTS("src/paths", tests);
}
