/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_many.c - several records in one act: what can be done is done, what is refused
 * leaves no trace, and one undo takes it all back. */
#include "tests/support/test.h"

#include "tests/support/case.h"
#include "tests/support/verify.h"

#include "base/ids.h"
#include "src/evidence.h"
#include "src/lead.h"

enum { MOST = 8 };

static void
verify_ok(const char *path)
{
	struct err err = ERR_INIT;

	assert_ok(store_verifies(path, &err), err);
}

/* What is to be done, gathered. */
struct asked {
	struct record fields[MOST];
	struct desk_change changes[MOST];
	size_t n;
};

static struct record *
ask(struct asked *a, const char *verb, const struct kind *k, const char *ref)
{
	struct record *r = &a->fields[a->n];

	record_init(r, k);
	a->changes[a->n++] = (struct desk_change){ .verb = verb, .ref = ref,
		.fields = r };
	return r;
}

static void
exhibit(struct asked *a, const char *number, const char *description)
{
	struct record *r = ask(a, "add", &evidence_kind, NULL);

	if (*number)
		record_set(r, EVIDENCE_EXHIBIT_NO, number);
	record_set(r, EVIDENCE_DESCRIPTION, description);
}

static struct desk_many_done
act(struct desk *d, struct asked *a, const char *draft)
{
	struct desk_many many = { a->changes, a->n, draft };
	struct desk_many_done done;
	struct err err = ERR_INIT;

	assert_ok(desk_act_many(d, &many, &done, &err), err);
	for (size_t i = 0; i < a->n; i++)
		record_clear(&a->fields[i]);
	*a = (struct asked){ .n = 0 };
	return done;
}

static size_t
entries_of(struct desk *d)
{
	struct desk_history h;
	struct err err = ERR_INIT;

	assert_ok(desk_history(d, &(struct desk_history_ask){ 0 }, &h, &err), err);
	size_t n = h.n;

	desk_history_clear(&h);
	return n;
}

static void
test_what_is_added_together_is_undone_together(void **state)
{
	struct desk *d = case_desk(NULL);
	struct asked a = { .n = 0 };
	struct desk_history h;
	struct err err = ERR_INIT;

	(void)state;
	exhibit(&a, "A-1", "Telephone");
	exhibit(&a, "A-2", "Laptop");
	exhibit(&a, "A-3", "Ledger");
	struct desk_many_done done = act(d, &a, NULL);

	assert_int_equal(done.done, 3);
	assert_string_equal(done.each[2].ref, "RO-E3");
	case_is(d, "RO-E2", "exhibit_no", "A-2");
	assert_ok(desk_undo(d, &(struct desk_undo){ .entry = done.entry }, &h,
		&err), err);
	assert_int_equal(h.n, 3);
	desk_history_clear(&h);
	char *gone = case_value(d, "RO-E1", "retracted");

	assert_non_null(gone);
	free(gone);
	desk_many_done_clear(&done);
	desk_close(d);
	verify_ok(CASE_STORE);
}

static void
test_what_is_refused_leaves_no_trace_and_hinders_nothing(void **state)
{
	struct desk *d = case_desk(NULL);
	struct asked a = { .n = 0 };

	(void)state;
	case_put(d, "evidence", "description=Safe", "exhibit_no=A-1", NULL);
	size_t before = entries_of(d);

	exhibit(&a, "A-1", "Telephone");	/* is there already */
	exhibit(&a, "A-2", "Laptop");
	exhibit(&a, "A-2", "Ledger");		/* was just made */
	exhibit(&a, "A-3", "");			/* lacks what is required */
	exhibit(&a, "A-4", "Key");
	record_set(&a.fields[4], EVIDENCE_SEIZED_AT, "31.2.2026");
	struct desk_many_done done = act(d, &a, NULL);

	assert_int_equal(done.done, 1);
	assert_int_equal(done.n, 5);
	assert_string_equal(done.each[1].ref, "RO-E2");
	assert_null(done.each[0].ref);
	assert_string_equal(done.each[0].faults[0].text,
		"exhibit_no: RO-E1 has it already");
	assert_string_equal(done.each[2].faults[0].text,
		"exhibit_no: RO-E2 has it already");
	assert_string_equal(done.each[3].faults[0].text,
		"description is required");
	assert_int_equal(done.each[4].faults[0].field, 68);
	assert_int_equal(entries_of(d), before + 1);
	desk_many_done_clear(&done);
	desk_close(d);
	verify_ok(CASE_STORE);
}

static void
test_several_are_changed_and_made_void_together(void **state)
{
	struct desk *d = case_desk(NULL), *bg;
	struct asked a = { .n = 0 };
	struct desk_history h;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "lead", "title=One", NULL);
	case_put(d, "lead", "title=Two", NULL);
	bg = case_desk("BG");
	case_put(bg, "lead", "title=Theirs", NULL);
	desk_close(bg);
	record_set(ask(&a, "set", &lead_kind, "RO-L1"), LEAD_STATUS, "in_work");
	record_set(ask(&a, "set", &lead_kind, "BG-L1"), LEAD_STATUS, "in_work");
	record_set(ask(&a, "set", &lead_kind, "RO-L9"), LEAD_STATUS, "in_work");
	record_set(ask(&a, "retract", &lead_kind, "RO-L2"),
		HEADER_RETRACT_REASON, "entered twice");
	ask(&a, "retract", &lead_kind, "RO-L1");	/* no reason */
	struct desk_many_done done = act(d, &a, NULL);

	assert_int_equal(done.done, 2);
	assert_string_equal(done.each[0].ref, "RO-L1");
	assert_non_null(strstr(done.each[1].faults[0].text, "another party's"));
	assert_string_equal(done.each[2].faults[0].code, "not-found");
	assert_string_equal(done.each[3].ref, "RO-L2");
	assert_non_null(strstr(done.each[4].faults[0].text, "a reason is wanted"));
	case_is(d, "RO-L1", "status", "in_work");
	case_is(d, "RO-L2", "retract_reason", "entered twice");
	assert_ok(desk_undo(d, &(struct desk_undo){ .entry = done.entry }, &h,
		&err), err);
	desk_history_clear(&h);
	case_is(d, "RO-L1", "status", "new");
	case_is(d, "RO-L2", "retracted", NULL);
	desk_many_done_clear(&done);
	desk_close(d);
	verify_ok(CASE_STORE);
}

static void
test_a_save_of_an_older_version_is_refused_alone(void **state)
{
	struct desk *d = case_desk(NULL);
	struct asked a = { .n = 0 };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "lead", "title=One", NULL);
	assert_true(case_set(d, &acted, &err, "lead", "RO-L1", 0,
		"priority=high", NULL));
	desk_acted_clear(&acted);
	record_set(ask(&a, "set", &lead_kind, "RO-L1"), LEAD_PRIORITY, "low");
	a.changes[0].version = 1;
	struct desk_many_done done = act(d, &a, NULL);

	assert_int_equal(done.done, 0);
	assert_null(done.entry);
	assert_string_equal(done.each[0].faults[0].code, "stale");
	assert_string_equal(done.each[0].faults[0].theirs, "high");
	desk_many_done_clear(&done);
	desk_close(d);
}

static void
test_parts_are_added_together_too(void **state)
{
	struct desk *d = case_desk(NULL);
	struct asked a = { .n = 0 };
	const struct kind *k = kind_find("identifier");

	(void)state;
	case_put(d, "person", "name=Ion Vlad", NULL);
	for (int i = 0; i < 2; i++) {
		struct record *r = ask(&a, "add", k, NULL);

		record_set(r, HEADER_OF, "RO-P1");
		record_set(r, kind_index(k, "type"), "phone");
		record_set(r, kind_index(k, "value"), i ? "+40215550101" :
			"+40215550100");
	}
	struct desk_many_done done = act(d, &a, NULL);

	assert_int_equal(done.done, 2);
	assert_string_equal(done.each[1].ref, "RO-P1/identifier2");
	desk_many_done_clear(&done);
	desk_close(d);
	verify_ok(CASE_STORE);
}

static size_t
draft_count(struct desk *d, size_t *rows)
{
	struct desk_drafts drafts;
	struct err err = ERR_INIT;

	assert_ok(desk_drafts(d, &drafts, &err), err);
	size_t n = drafts.n;

	*rows = n ? drafts.drafts[0].n_rows : 0;
	desk_drafts_clear(&drafts);
	return n;
}

static void
test_the_draft_of_rows_goes_when_none_is_refused(void **state)
{
	struct desk *d = case_desk(NULL);
	struct asked a = { .n = 0 };
	struct desk_part rows[2];
	char id[IDS_UID_SIZE];
	struct desk_draft draft = { .id = id, .rows = rows, .n_rows = 2 };
	struct err err = ERR_INIT;
	size_t n_rows;

	(void)state;
	ids_new(id);
	record_init(&draft.fields, &evidence_kind);
	for (size_t i = 0; i < 2; i++)
		record_init(&rows[i].record, &evidence_kind);
	record_set(&rows[0].record, EVIDENCE_SEIZED_AT, "fri");
	assert_ok(desk_draft_put(d, &draft, &err), err);
	assert_int_equal(draft_count(d, &n_rows), 1);
	assert_int_equal(n_rows, 2);
	for (size_t i = 0; i < 2; i++)
		record_clear(&rows[i].record);
	record_clear(&draft.fields);

	exhibit(&a, "A-1", "Telephone");
	exhibit(&a, "A-1", "Laptop");
	struct desk_many_done done = act(d, &a, id);

	assert_int_equal(done.done, 1);
	desk_many_done_clear(&done);
	assert_int_equal(draft_count(d, &n_rows), 1);
	ids_new(id);
	exhibit(&a, "A-2", "Laptop");
	done = act(d, &a, id);
	desk_many_done_clear(&done);
	assert_int_equal(draft_count(d, &n_rows), 1);
	desk_close(d);
}

static void
test_more_than_one_act_holds_is_refused_with_the_limit(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_change *changes = calloc(DESK_MANY_MOST + 1, sizeof(*changes));
	struct record r;
	struct desk_many many = { changes, DESK_MANY_MOST + 1, NULL };
	struct desk_many_done done;
	struct err err = ERR_INIT;

	(void)state;
	record_init(&r, &lead_kind);
	record_set(&r, LEAD_TITLE, "x");
	for (size_t i = 0; i <= DESK_MANY_MOST; i++)
		changes[i] = (struct desk_change){ .verb = "add", .fields = &r };
	assert_err(desk_act_many(d, &many, &done, &err), err, ERR_USAGE);
	assert_non_null(strstr(err.text, "1000"));
	record_clear(&r);
	free(changes);
	desk_close(d);
}

static void
test_the_next_of_what_is_typed_counts_on_past_what_is_taken(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_checked next;
	struct record typed;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "evidence", "description=Safe", "exhibit_no=A-08", NULL);
	record_init(&typed, &evidence_kind);
	record_set(&typed, EVIDENCE_EXHIBIT_NO, "A-07");
	record_set(&typed, EVIDENCE_SEIZED_AT, "fri");
	record_set(&typed, HEADER_SOURCE_ID, "s1");
	assert_ok(desk_like_typed(d, &typed, &next, &err), err);
	assert_string_equal(record_text(&next.record, EVIDENCE_EXHIBIT_NO),
		"A-09");
	assert_string_equal(record_text(&next.record, EVIDENCE_SEIZED_AT), "fri");
	assert_null(record_text(&next.record, HEADER_SOURCE_ID));
	desk_checked_clear(&next);
	record_clear(&typed);
	desk_close(d);
}

static void
test_a_check_knows_what_is_taken(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_checked checked;
	struct record typed;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "evidence", "description=Safe", "exhibit_no=A-1", NULL);
	record_init(&typed, &evidence_kind);
	record_set(&typed, EVIDENCE_DESCRIPTION, "Key");
	record_set(&typed, EVIDENCE_EXHIBIT_NO, "A-1");
	assert_ok(desk_check(d, &(struct desk_change){ .verb = "add",
		.fields = &typed }, &checked, &err), err);
	assert_int_equal(checked.n, 1);
	assert_string_equal(checked.faults[0].text,
		"exhibit_no: RO-E1 has it already");
	desk_checked_clear(&checked);
	/* Of the record itself it is no news. */
	assert_ok(desk_check(d, &(struct desk_change){ .verb = "set",
		.ref = "RO-E1", .fields = &typed }, &checked, &err), err);
	assert_int_equal(checked.n, 0);
	desk_checked_clear(&checked);
	record_clear(&typed);
	desk_close(d);
}

static void
test_small_texts_are_listed_by_how_their_names_begin(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_texts names;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_keep(d, "template:lead:b", "x", &err), err);
	assert_ok(desk_keep(d, "template:lead:a", "y", &err), err);
	assert_ok(desk_keep(d, "template:leader:a", "y", &err), err);
	assert_ok(desk_kept_names(d, "template:lead:", &names, &err), err);
	assert_int_equal(names.n, 2);
	assert_string_equal(names.texts[0].text, "template:lead:a");
	assert_string_equal(names.texts[1].text, "template:lead:b");
	desk_texts_clear(&names);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_what_is_added_together_is_undone_together),
		CASE_TEST(test_what_is_refused_leaves_no_trace_and_hinders_nothing),
		CASE_TEST(test_several_are_changed_and_made_void_together),
		CASE_TEST(test_a_save_of_an_older_version_is_refused_alone),
		CASE_TEST(test_parts_are_added_together_too),
		CASE_TEST(test_the_draft_of_rows_goes_when_none_is_refused),
		CASE_TEST(test_more_than_one_act_holds_is_refused_with_the_limit),
		CASE_TEST(test_the_next_of_what_is_typed_counts_on_past_what_is_taken),
		CASE_TEST(test_a_check_knows_what_is_taken),
		CASE_TEST(test_small_texts_are_listed_by_how_their_names_begin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
