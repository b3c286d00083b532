/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_desk.c - sitting down, cases, drafts, waking. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"

#include "base/ids.h"
#include "base/xalloc.h"
#include "db/schema.h"

static void
test_maker_sits_at_the_only_case(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_who who;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_who(d, &who, &err), err);
	assert_string_equal(who.casefile, "TIDE");
	assert_string_equal(who.title, "Operation Tide");
	assert_string_equal(who.party, "RO");
	assert_string_equal(who.member, "RO/1");
	assert_string_equal(who.name, "Ana Pop");
	assert_string_equal(who.role, "leader");
	assert_true(who.training);
	assert_int_equal(who.n_notices, 0);
	desk_who_clear(&who);
	desk_close(d);
}

static void
test_as_takes_a_member_or_a_partys_leader(void **state)
{
	static const char *const as[][2] = {
		{ "BG", "BG/1" }, { "bg/2", "BG/2" }, { "RO/2", "RO/2" },
		{ "EUROPOL", "EUROPOL/1" },	/* it has an analyst, no leader */
	};
	struct desk_who who;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(as); i++) {
		struct desk *d = case_desk(as[i][0]);

		assert_ok(desk_who(d, &who, &err), err);
		assert_string_equal(who.member, as[i][1]);
		desk_who_clear(&who);
		desk_close(d);
	}
	struct desk_login nobody = { .path = CASE_STORE, .as = "IT" };
	struct desk *d;

	assert_err(desk_open(&d, &nobody, &err), err, ERR_NOT_FOUND);
}

static void
test_another_seat_is_taken_and_sees_what_is_theirs(void **state)
{
	struct desk *d = case_desk("RO");
	char *ref = case_add(d, "lead", "title=Kept", "share=own", NULL);
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_opened opened;
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = 9, .wait = 1 };
	struct desk_page page;
	struct desk_item item;
	struct desk_seats seats;
	struct desk_who who;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	assert_ok(desk_seats(d, &seats, &err), err);
	assert_true(seats.n > 3);
	for (size_t i = 0; i < seats.n; i++)
		assert_int_equal(seats.seats[i].here,
			strcmp(seats.seats[i].member, "RO/1") == 0);
	assert_string_equal(seats.seats[0].member, "BG/1");
	desk_seats_clear(&seats);

	assert_ok(desk_sit_as(d, "BG/1", &err), err);
	assert_ok(desk_who(d, &who, &err), err);
	assert_string_equal(who.member, "BG/1");
	desk_who_clear(&who);
	assert_err(desk_get(d, KIND_LEAD, ref, &item, &err), err, ERR_NOT_FOUND);
	/* What the former had open is not theirs. */
	ask.handle = opened.handle;
	assert_false(desk_list_page(d, &ask, &page, &err));

	assert_err(desk_sit_as(d, "BG/99", &err), err, ERR_NOT_FOUND);
	assert_ok(desk_who(d, &who, &err), err);
	assert_string_equal(who.member, "BG/1");
	desk_who_clear(&who);
	desk_close(d);
	free(ref);
}

static void
test_as_is_for_training_stores_alone(void **state)
{
	struct desk_init init = { "real.store", "RO", "Ana Pop", false };
	struct desk_login login = { .path = "real.store", .as = "RO" };
	struct err err = ERR_INIT;
	struct desk *d;

	(void)state;
	assert_ok(desk_init(&init, &err), err);
	assert_err(desk_open(&d, &login, &err), err, ERR_DENIED);
	login.as = NULL;
	assert_ok(desk_open(&d, &login, &err), err);
	char *code = case_add(d, "casefile", "code=REAL", "title=Real", NULL);
	struct desk_seats seats;

	assert_ok(desk_use_case(d, code, &err), err);
	assert_err(desk_seats(d, &seats, &err), err, ERR_DENIED);
	assert_err(desk_sit_as(d, "RO/1", &err), err, ERR_DENIED);
	desk_close(d);
	free(code);
	assert_err(desk_init(&init, &err), err, ERR_CANNOT_CREATE);
}

static void
test_without_a_case_calls_say_which_there_are(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_cases cases;
	struct desk_item item;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "casefile", "code=EBB", "title=Operation Ebb", NULL);
	desk_close(d);
	d = case_desk(NULL);
	assert_err(desk_get(d, 0, "RO-L1", &item, &err), err, ERR_USAGE);
	assert_non_null(strstr(err.text, "TIDE, EBB"));
	assert_ok(desk_cases(d, &cases, &err), err);
	assert_int_equal(cases.n, 2);
	desk_cases_clear(&cases);
	assert_err(desk_use_case(d, "NONE", &err), err, ERR_USAGE);
	assert_ok(desk_use_case(d, "ebb", &err), err);
	char *ref = case_add(d, "lead", "title=x", NULL);

	assert_string_equal(ref, "RO-L1");
	free(ref);
	desk_close(d);
}

static void
test_another_case_does_not_exist_for_who_is_not_in_it(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_cases cases;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "casefile", "code=EBB", "title=Operation Ebb", NULL);
	assert_ok(desk_cases(bg, &cases, &err), err);
	assert_int_equal(cases.n, 1);
	desk_cases_clear(&cases);
	assert_false(case_sees(bg, "EBB"));
	assert_err(desk_use_case(bg, "EBB", &err), err, ERR_USAGE);
	desk_close(ro);
	desk_close(bg);
}

static void
test_draft_comes_back_until_its_save(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_draft draft = { .version = 0 };
	struct desk_drafts drafts;
	struct err err = ERR_INIT;
	char id[IDS_UID_SIZE];

	(void)state;
	ids_new(id);
	draft.id = id;
	record_init(&draft.fields, kind_find("lead"));
	size_t title = kind_index(draft.fields.kind, "title");

	record_set(&draft.fields, title, "half a sen");
	assert_ok(desk_draft_put(d, &draft, &err), err);
	record_set(&draft.fields, title, "half a sentence");
	assert_ok(desk_draft_put(d, &draft, &err), err);
	desk_close(d);

	d = case_desk(NULL);
	assert_ok(desk_drafts(d, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	assert_string_equal(record_text(&drafts.drafts[0].fields, title),
		"half a sentence");
	desk_drafts_clear(&drafts);
	/* It is its author's alone. */
	assert_ok(desk_drafts(bg, &drafts, &err), err);
	assert_int_equal(drafts.n, 0);

	struct desk_change change = { .verb = "add", .fields = &draft.fields,
		.draft = id };
	struct desk_acted acted;

	assert_ok(desk_act(d, &change, &acted, &err), err);
	desk_acted_clear(&acted);
	assert_ok(desk_drafts(d, &drafts, &err), err);
	assert_int_equal(drafts.n, 0);
	desk_drafts_clear(&drafts);
	record_clear(&draft.fields);
	desk_close(d);
	desk_close(bg);
}

static void
put_lead(struct desk *d, const char *id, const char *title)
{
	struct desk_draft draft = { .id = (char *)id };
	struct err err = ERR_INIT;

	record_init(&draft.fields, kind_find("lead"));
	record_set(&draft.fields, kind_index(draft.fields.kind, "title"), title);
	assert_ok(desk_draft_put(d, &draft, &err), err);
	record_clear(&draft.fields);
}

static void
test_draft_is_held_by_one_session_that_lives(void **state)
{
	struct desk *one = case_desk(NULL), *two = case_desk(NULL);
	struct desk_draft draft = { .version = 0 };
	struct desk_drafts drafts;
	struct err err = ERR_INIT;
	char id[IDS_UID_SIZE];
	struct desk_draft_hold hold = { .id = id };

	(void)state;
	clock_stop(INT64_C(1767614400000), 1);
	ids_new(id);
	assert_err(desk_draft_hold(one, &hold, &err), err, ERR_NOT_FOUND);
	put_lead(one, id, "half");
	assert_ok(desk_drafts(one, &drafts, &err), err);
	assert_null(drafts.drafts[0].held);
	desk_drafts_clear(&drafts);
	assert_ok(desk_drafts(two, &drafts, &err), err);
	assert_non_null(drafts.drafts[0].held);
	desk_drafts_clear(&drafts);
	assert_err(desk_draft_hold(two, &hold, &err), err, ERR_BUSY);
	/* Taken over, it is the other's: here nothing is kept under its name. */
	hold.take = 1;
	assert_ok(desk_draft_hold(two, &hold, &err), err);
	hold.take = 0;
	assert_err(desk_draft_hold(one, &hold, &err), err, ERR_BUSY);
	draft.id = id;
	record_init(&draft.fields, kind_find("lead"));
	assert_err(desk_draft_put(one, &draft, &err), err, ERR_STALE);
	record_clear(&draft.fields);
	put_lead(two, id, "half a tip");
	/* Without a sign of life it is free again, and when it is let go. */
	clock_stop(INT64_C(1767614400000) + DESK_LEASE + 1000, 1);
	assert_ok(desk_draft_hold(one, &hold, &err), err);
	hold.release = 1;
	assert_ok(desk_draft_hold(one, &hold, &err), err);
	hold.release = 0;
	assert_ok(desk_draft_hold(two, &hold, &err), err);
	desk_close(two);
	assert_ok(desk_draft_hold(one, &hold, &err), err);
	desk_close(one);
	clock_go();
}

static void
test_small_texts_are_remembered(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_texts texts;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_kept(d, "list:lead:sort", &texts, &err), err);
	assert_int_equal(texts.n, 0);
	assert_ok(desk_keep(d, "list:lead:sort", "-due", &err), err);
	assert_ok(desk_kept(d, "list:lead:sort", &texts, &err), err);
	assert_int_equal(texts.n, 1);
	assert_string_equal(texts.texts[0].text, "-due");
	desk_texts_clear(&texts);
	desk_close(d);
}

static void
test_only_what_one_may_see_wakes(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;
	int64_t first, stamp;

	(void)state;
	assert_ok(desk_changed(bg, &first, &err), err);
	case_put(ro, "lead", "title=Secret", "share=own", NULL);
	assert_ok(desk_changed(bg, &stamp, &err), err);
	assert_int_equal(stamp, first);
	case_put(ro, "lead", "title=For all", NULL);
	assert_ok(desk_changed(bg, &stamp, &err), err);
	assert_int_not_equal(stamp, first);
	first = stamp;
	case_put(ro, "comment", "of=RO-L1", "text=A part", NULL);
	assert_ok(desk_changed(bg, &stamp, &err), err);
	assert_int_not_equal(stamp, first);
	desk_close(ro);
	desk_close(bg);
}

static void
test_whoever_left_is_out_at_once(void **state)
{
	struct desk *ro = case_desk("RO"), *ion = case_desk("RO/2");
	struct desk_acted acted;
	struct desk_who who;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(case_set(ro, &acted, &err, "member", "RO/2", 0,
		"left_on=2026-01-05", NULL), err);
	desk_acted_clear(&acted);
	assert_err(desk_who(ion, &who, &err), err, ERR_DENIED);
	desk_close(ro);
	desk_close(ion);
}

static void
test_without_a_key_checkpoints_pause_with_a_notice(void **state)
{
	struct desk_who who;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(unlink(CASE_STORE ".key"), 0);
	struct desk *d = case_desk(NULL);

	assert_ok(desk_who(d, &who, &err), err);
	assert_int_equal(who.n_notices, 1);
	desk_who_clear(&who);
	case_put(d, "lead", "title=x", NULL);
	desk_close(d);
}

/* Whoever only reads must not be told to write first. */
static void
test_a_reader_brings_an_older_store_up_to_date(void **state)
{
	struct desk_login login = { .path = CASE_STORE, .read_only = true };
	struct err err = ERR_INIT;
	struct desk *d;
	char sql[100];

	(void)state;
	/* What the newest step of the schema made. */
	for (size_t i = 0; kinds[i]; i++) {
		snprintf(sql, sizeof(sql), "DROP TABLE \"%s\"", kinds[i]->name);
		if (kinds[i]->flags & KIND_IS_PART)
			raw_sql(CASE_STORE, sql);
	}
	snprintf(sql, sizeof(sql), "PRAGMA user_version=%d",
		db_schema_mark(&db_format_store, 2));
	raw_sql(CASE_STORE, sql);
	assert_ok(desk_open(&d, &login, &err), err);
	assert_true(case_sees(d, "RO/1"));
	desk_close(d);
	assert_int_equal(raw_version(CASE_STORE), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_maker_sits_at_the_only_case),
		CASE_TEST(test_as_takes_a_member_or_a_partys_leader),
		CASE_TEST(test_another_seat_is_taken_and_sees_what_is_theirs),
		CASE_TEST(test_as_is_for_training_stores_alone),
		CASE_TEST(test_without_a_case_calls_say_which_there_are),
		CASE_TEST(test_another_case_does_not_exist_for_who_is_not_in_it),
		CASE_TEST(test_draft_comes_back_until_its_save),
		CASE_TEST(test_draft_is_held_by_one_session_that_lives),
		CASE_TEST(test_small_texts_are_remembered),
		CASE_TEST(test_only_what_one_may_see_wakes),
		CASE_TEST(test_whoever_left_is_out_at_once),
		CASE_TEST(test_without_a_key_checkpoints_pause_with_a_notice),
		CASE_TEST(test_a_reader_brings_an_older_store_up_to_date),
	};

	return RUN_TESTS("src/desk", tests);
}
