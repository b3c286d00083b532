/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_paths_back.c - what a rule refuses does not come in by an undo, by an undo of
 * one, as something made void or brought back, or by a draft of a day on which it
 * was allowed. */
#include "tests/support/test.h"
#include "tests/support/tries.h"

/* --- Undo and undo of an undo ------------------------------------------------ */

/* Set as somebody; the entry, which the caller frees. */
static char *
set_entry(const char *as, const char *kind, const char *ref, const char *value)
{
	struct desk *d = case_desk(as);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(d, &acted, &err, kind, ref, 0, value, NULL), err);
	char *entry = strdup(acted.entry);

	desk_acted_clear(&acted);
	desk_close(d);
	return entry;
}

static bool
undo(const char *as, const char *ref, const char *entry, struct err *err)
{
	struct desk *d = case_desk(as);
	struct desk_history gone = { 0 };
	bool ok = desk_undo(d, &(struct desk_undo){ .ref = ref, .entry = entry },
		&gone, err);

	desk_history_clear(&gone);
	desk_close(d);
	return ok;
}

/* By its entry (or NULL), and as the last act on the record (or NULL): refused in these
 * words. */
static void
undo_refused(const char *as, const char *ref, const char *entry,
	enum err_code code, const char *words)
{
	for (int by_ref = !entry; by_ref < 1 + (ref != NULL); by_ref++) {
		char *before = mark(), *after;
		struct err err = ERR_INIT;

		if (undo(as, by_ref ? ref : NULL, by_ref ? NULL : entry, &err))
			fail_msg("%s undid what was done to %s", as,
				ref ? ref : entry);
		if (strcmp(err_word(err.code), err_word(code)) != 0 ||
		    !strstr(err.text, words))
			fail_msg("%s undoes %s: %s: %s", as, ref ? ref : entry,
				err_word(err.code), err.text);
		after = mark();
		assert_string_equal(before, after);
		free(before);
		free(after);
	}
}

static void
must_undo(const char *as, const char *ref)
{
	struct err err = ERR_INIT;

	if (!undo(as, ref, NULL, &err))
		fail_msg("%s undoes %s: %s", as, ref, err.text);
}

/* What another may not do, they do not by taking back either, nor by taking back that
 * it was taken back. */
static void
test_no_undo_goes_round_a_rule(void **state)
{
	static const struct {
		const char *owner, *kind, *ref, *value, *as;
		enum err_code code;
		const char *words;
		bool lasts;		/* whoever did it does not undo it either */
	} acts[] = {
		{ "BG/1", "member", "BG/2", "unit=K9", "RO/3",
		  ERR_DENIED, "may not change records", true },
		{ "BG/1", "member", "BG/2", "unit=K8", "RO/1", ERR_RULE,
		  "what was set for a member stands", true },
		{ "BG/1", "member", "BG/2", "unit=K7", "BG/2", ERR_RULE,
		  "what was set for a member stands", true },
		{ "RO/1", "lead", "RO-L1", "detail=x", "BG/1", ERR_RULE,
		  "only that party changes its detail", false },
		{ "RO/1", "lead", "RO-L1", "detail=y", "CH/1", ERR_RULE,
		  "only that party changes its detail", false },
		{ "RO/1", "lead", "RO-L1", "grade=B2", "BG/1", ERR_RULE, "grade",
		  true },
		{ "RO/1", "lead", "RO-L1", "handling=H1", "BG/1", ERR_RULE,
		  "handling", true },
		{ "BG/1", "task", "RO-T1", "status=accepted", "GR/1", ERR_RULE,
		  "BG has accepted it", true },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(acts); i++) {
		char *entry = set_entry(acts[i].owner, acts[i].kind, acts[i].ref,
			acts[i].value);

		undo_refused(acts[i].as, acts[i].ref, entry, acts[i].code,
			acts[i].words);
		free(entry);
		if (acts[i].lasts)
			continue;
		must_undo(acts[i].owner, acts[i].ref);
		undo_refused(acts[i].as, acts[i].ref, NULL, acts[i].code,
			acts[i].words);
	}
}

static void
retract_refused(const char *as, const char *kind, const char *ref,
	enum err_code code, const char *words)
{
	struct desk *d = case_desk(as);
	const struct desk_retract ask = { ref, "mine" };
	struct desk_acted acted = { 0 };
	struct desk_many_done done = { 0 };
	struct err one = ERR_INIT, many = ERR_INIT;
	struct record fields;
	char *before = mark(), *after;

	record_init(&fields, kind_find(kind));
	record_set(&fields, HEADER_RETRACT_REASON, "mine");
	const struct desk_change change = { .verb = "retract", .ref = ref,
		.fields = &fields };

	assert_false(desk_retract(d, &ask, &acted, &one));
	if (desk_act_many(d, &(struct desk_many){ .changes = &change, .n = 1 },
	    &done, &many))
		take_faults(done.each[0].faults, done.each[0].n_faults, &many);
	assert_string_equal(one.text, many.text);
	assert_string_equal(err_word(one.code), err_word(many.code));
	if (strcmp(err_word(one.code), err_word(code)) || !strstr(one.text, words))
		fail_msg("%s retracts %s: %s", as, ref, one.text);
	after = mark();
	assert_string_equal(before, after);
	free(before);
	free(after);
	desk_acted_clear(&acted);
	desk_many_done_clear(&done);
	record_clear(&fields);
	desk_close(d);
}

static void
test_only_its_party_makes_a_record_void_and_brings_it_back(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	retract_refused("BG/1", "lead", "RO-L1", ERR_RULE,
		"only that party retracts it");
	retract_refused("CH/1", "lead", "RO-L1", ERR_RULE,
		"only that party retracts it");
	retract_refused("BG/1", "comment", "RO-L1/comment1", ERR_RULE,
		"only that party retracts it");
	retract_refused("RO/1", "member", "BG/2", ERR_RULE,
		"end it with left_on");
	retract_refused("RO/3", "member", "BG/2", ERR_DENIED,
		"may not retract records");
	case_retract(ro, "RO-L1");
	undo_refused("BG/1", "RO-L1", NULL, ERR_RULE,
		"only that party brings it back");
	must_undo("RO/1", "RO-L1");
	undo_refused("BG/1", "RO-L1", NULL, ERR_RULE,
		"only that party retracts it");
	desk_close(ro);
}

static void
release(const char *ref)
{
	struct desk *admin = case_desk("RO/3");
	const struct desk_answering ask = { ref, "granted", "the trail" };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_answer(admin, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	desk_close(admin);
}

/* A comment that was made while nobody else saw the record, and taken back, is not
 * brought to those who see it now; nor is what was typed into a draft by then. */
static void
test_what_a_third_state_took_back_is_not_told_by_an_undo(void **state)
{
	struct desk *ch = case_desk("CH/1");
	char *ref = case_add(ch, "lead", "title=From Geneva", NULL);
	struct strbuf of = STRBUF_INIT, part = STRBUF_INIT;

	(void)state;
	strbuf_printf(&of, "of=%s", ref);
	strbuf_printf(&part, "%s/comment1", ref);
	case_put(ch, "comment", of.text, "text=The owner is N.", NULL);
	must_undo("CH/1", part.text);
	char *entry = set_entry("CH/1", "lead", ref, "detail=The bank is Lac");

	release(ref);
	undo_refused("CH/1", part.text, NULL, ERR_RULE, "was released");
	undo_refused("CH/1", NULL, entry, ERR_RULE, "was released");
	free(entry);
	strbuf_clear(&of);
	strbuf_clear(&part);
	free(ref);
	desk_close(ch);
}

/* --- Drafts of what was still allowed ----------------------------------------- */

/* It was typed as `t` has it; what came between makes it refused, and keeps it. */
static void
late(const struct try *t, void (*between)(void))
{
	struct desk *d = case_desk(t->as);
	struct desk_draft draft = { .id = (char[]){ DRAFT } };
	struct desk_drafts drafts = { 0 };
	struct err err = ERR_INIT;
	char *ref = t->ref ? strdup(t->ref) : NULL;

	typed(t, &draft.fields);
	draft.ref = ref;
	assert_ok(desk_draft_put(d, &draft, &err), err);
	between();

	const struct desk_change change = { .verb = t->verb, .ref = t->ref,
		.fields = &draft.fields, .draft = DRAFT };
	char *before = mark(), *after;

	if (act(d, &change, &err) || strcmp(err_word(err.code),
	    err_word(t->code)) || !strstr(err.text, t->words))
		fail_msg("%s %s: %s: %s", t->as, t->kind, err_word(err.code),
			err.text);
	after = mark();
	assert_string_equal(before, after);
	assert_ok(desk_drafts(d, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	desk_drafts_clear(&drafts);
	free(before);
	free(after);
	free(ref);
	record_clear(&draft.fields);
	desk_close(d);
}

static void
europol_is_led(void)
{
	struct desk *ro = case_desk(NULL);

	case_put(ro, "member", "party=EUROPOL", "name=Iva Horn", "role=leader",
		NULL);
	desk_close(ro);
}

static void
police_becomes_observer(void)
{
	must_set("RO/1", "member", "RO/2", "role=observer");
}

static void
task_is_taken_back(void)
{
	must_set("RO/1", "task", "RO-T1", "for_party=GR");
}

static void
test_a_draft_is_held_against_the_rules_of_the_day_it_is_saved(void **state)
{
	(void)state;
	late(&(struct try){ .as = "RO/3", .verb = "set", .kind = "member",
		.ref = "EUROPOL/1", .fields = { "unit=K9" }, .code = ERR_RULE,
		.words = "a member of EUROPOL is changed by its own leader" },
		europol_is_led);
	late(&(struct try){ .as = "RO/2", .verb = "set", .kind = "lead",
		.ref = "RO-L1", .fields = { "detail=x" }, .code = ERR_DENIED,
		.words = "may not change records" }, police_becomes_observer);
	late(&(struct try){ .as = "BG/1", .verb = "set", .kind = "task",
		.ref = "RO-T1", .fields = { "status=accepted" },
		.code = ERR_RULE, .words = "only a leader or deputy of GR" },
		task_is_taken_back);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TRIES_TEST(test_no_undo_goes_round_a_rule),
		TRIES_TEST(test_only_its_party_makes_a_record_void_and_brings_it_back),
		TRIES_TEST(test_what_a_third_state_took_back_is_not_told_by_an_undo),
		TRIES_TEST(test_a_draft_is_held_against_the_rules_of_the_day_it_is_saved),
	};

	return RUN_TESTS("src/paths_back", tests);
}
