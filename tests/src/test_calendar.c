/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_calendar.c - what is due across all kinds, while it is open, for those who
 * see it. The clock stands at noon of Monday 5 January 2026. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

#include "src/codes.h"

/* "overdue 2026-01-03 RO-L1 due\n" for each. */
static void
check_from(struct desk *d, const char *from, const char *to, const char *want)
{
	struct desk_due_ask ask = { .from = from, .to = to };
	struct strbuf got = STRBUF_INIT;
	struct desk_dues dues;
	struct err err = ERR_INIT;

	assert_ok(desk_due(d, &ask, &dues, &err), err);
	for (size_t i = 0; i < dues.n; i++)
		strbuf_printf(&got, "%s %s %s %s\n",
			codes_due[dues.rows[i].when].code, dues.rows[i].on,
			value(&dues.rows[i].record, "ref"), dues.rows[i].field);
	assert_string_equal(got.text, want);
	assert_false(dues.capped);
	strbuf_clear(&got);
	desk_dues_clear(&dues);
}

static void
check(struct desk *d, const char *want)
{
	check_from(d, NULL, NULL, want);
}

static void
set(struct desk *d, const char *kind, const char *ref, const char *value)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(d, &acted, &err, kind, ref, 0, value, NULL), err);
	desk_acted_clear(&acted);
}

static void
test_all_kinds_are_in_one_order(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	set(d, "casefile", "TIDE", "ends_on=2026-12-31");
	case_put(d, "lead", "title=A", "due=2026-01-04",
		"feedback_due=2026-01-05", NULL);
	case_put(d, "task", "title=B", "due=2026-01-12", "follow_up=2026-01-11",
		NULL);
	case_put(d, "event", "title=C", "starts=2026-01-05T15:00+00:00", NULL);
	case_put(d, "evidence", "description=D", "valid_until=2025-12",
		"return_by=2026", NULL);
	case_put(d, "person", "name=E", "review_on=2026-01-06",
		"erase_on=2031-01-01", NULL);
	case_put(d, "note", "text=F", NULL);
	case_put(d, "translation", "of=RO-N1", "from=ro", "to=en",
		"due=2026-01-05", NULL);
	check(d, "overdue 2025-12 RO-E1 valid_until\n"
		"later 2026 RO-E1 return_by\n"
		"overdue 2026-01-04 RO-L1 due\n"
		"today 2026-01-05 RO-L1 feedback_due\n"
		"today 2026-01-05 RO-N1 translation.due\n"
		"today 2026-01-05T15:00+00:00 RO-V1 starts\n"
		"week 2026-01-06 RO-P1 review_on\n"
		"week 2026-01-11 RO-T1 follow_up\n"
		"later 2026-01-12 RO-T1 due\n"
		"later 2026-01-19 RO-P1 category.until\n"
		"later 2026-12-31 TIDE ends_on\n"
		"later 2031-01-01 RO-P1 erase_on\n");
	check_from(d, "today", "today", "today 2026-01-05 RO-L1 feedback_due\n"
		"today 2026-01-05 RO-N1 translation.due\n"
		"today 2026-01-05T15:00+00:00 RO-V1 starts\n");
	check_from(d, "2026-01-06", "2026-01-11",
		"week 2026-01-06 RO-P1 review_on\n"
		"week 2026-01-11 RO-T1 follow_up\n");
	check_from(d, "2027", NULL, "later 2031-01-01 RO-P1 erase_on\n");
	desk_close(d);
}

static void
test_person_is_to_be_categorised_within_two_weeks(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_retract ask = { .reason = "another Ivan" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ivan", NULL);
	check(d, "later 2026-01-19 RO-P1 category.until\n");
	char *part = case_add(d, "category", "of=RO-P1", "category=SUS", NULL);

	check(d, "");
	/* What was taken back says nothing: it is open again. */
	ask.ref = part;
	assert_ok(desk_retract(d, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	clock_stop(CASE_TIME + INT64_C(20) * 86400000, 1);
	check(d, "overdue 2026-01-19 RO-P1 category.until\n");
	ask.ref = "RO-P1";
	assert_ok(desk_retract(d, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	check(d, "");
	free(part);
	desk_close(d);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_what_is_done_is_due_no_more(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=A", "due=2026-01-04", "review_on=2026-02-01",
		NULL);
	case_put(d, "task", "title=B", "due=2026-01-12", NULL);
	case_put(d, "translation", "of=RO-T1", "from=ro", "to=en",
		"due=2026-01-06", NULL);
	case_put(d, "translation", "of=RO-T1", "from=ro", "to=de",
		"due=2026-01-06", "received=2026-01-05", NULL);
	check(d, "overdue 2026-01-04 RO-L1 due\n"
		"week 2026-01-06 RO-T1 translation.due\n"
		"later 2026-01-12 RO-T1 due\n"
		"later 2026-02-01 RO-L1 review_on\n");
	set(d, "lead", "RO-L1", "status=unfounded");
	set(d, "task", "RO-T1", "status=done");
	/* The law's dates hold for what is closed, too. */
	check(d, "later 2026-02-01 RO-L1 review_on\n");
	set(d, "task", "RO-T1", "status=in_work");
	set(d, "task", "RO-T1", "due=2026-01-05");
	check(d, "today 2026-01-05 RO-T1 due\n"
		"week 2026-01-06 RO-T1 translation.due\n"
		"later 2026-02-01 RO-L1 review_on\n");
	desk_close(d);
}

static void
test_exhibit_that_was_returned_asks_for_nothing(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "evidence", "description=Phone", "return_by=2026-01-10", NULL);
	case_put(d, "chain", "of=RO-E1", "action=seized", "at=2026-01-01",
		"to=RO/1", NULL);
	check(d, "week 2026-01-10 RO-E1 return_by\n");
	case_put(d, "chain", "of=RO-E1", "action=returned", "at=2026-01-04",
		"from=RO/1", "to=The owner", NULL);
	check(d, "");
	desk_close(d);
}

static void
test_what_took_place_is_past_and_not_overdue(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "event", "title=Over", "starts=2026-01-03", NULL);
	case_put(d, "event", "title=This morning", "starts=2026-01-05T08:00+00:00",
		NULL);
	case_put(d, "event", "title=Some day", "starts=2026-01", NULL);
	check(d, "later 2026-01 RO-V3 starts\n"
		"past 2026-01-05T08:00+00:00 RO-V2 starts\n");
	check_from(d, "2026-01-01", NULL, "past 2026-01-03 RO-V1 starts\n"
		"past 2026-01-05T08:00+00:00 RO-V2 starts\n");
	desk_close(d);
}

static void
test_only_what_the_viewer_sees_is_due(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_due_ask ask = { .limit = 1 };
	struct desk_dues dues;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Ours", "due=2026-01-05", NULL);
	char *own = case_add(ro, "lead", "title=Kept", "due=2026-01-05",
		"share=own", NULL);
	char *of = NULL;

	assert_true(asprintf(&of, "of=%s", own) > 0);
	case_put(ro, "translation", of, "from=ro", "to=en", "due=2026-01-05",
		NULL);
	check(bg, "today 2026-01-05 RO-L1 due\n");
	/* Nor is it counted. */
	assert_ok(desk_due(bg, &ask, &dues, &err), err);
	assert_int_equal(dues.n, 1);
	assert_false(dues.capped);
	desk_dues_clear(&dues);
	assert_ok(desk_due(ro, &ask, &dues, &err), err);
	assert_int_equal(dues.n, 1);
	assert_true(dues.capped);
	desk_dues_clear(&dues);
	set(ro, "lead", own, "share=team");
	assert_ok(desk_due(bg, &(struct desk_due_ask){ 0 }, &dues, &err), err);
	assert_int_equal(dues.n, 3);
	desk_dues_clear(&dues);
	desk_close(ro);
	desk_close(bg);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	free(own);
	free(of);
}

/* By when an answer is needed is the business of who is asked, until it is given. */
static void
test_an_answer_is_due_at_who_is_asked(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*gr = case_desk("GR");
	const struct desk_asking ask = { .what = "share", .of_party = "BG",
		.ident_type = "iban", .ident_value = "BG80BNBG96611020345678",
		.purpose = "whose is it", .due = "2026-01-08" };
	struct desk_due_ask ours = { .ours = true };
	struct desk_acted acted = { 0 };
	struct desk_dues dues;
	struct err err = ERR_INIT;
	char want[80];

	(void)state;
	assert_ok(desk_ask(ro, &ask, &acted, &err), err);
	snprintf(want, sizeof(want), "week 2026-01-08 %s due\n", acted.ref);
	check(bg, want);
	check(ro, want);
	check(gr, "");
	assert_ok(desk_due(bg, &ours, &dues, &err), err);
	assert_int_equal(dues.n, 1);
	assert_string_equal(dues.rows[0].whose, "BG");
	desk_dues_clear(&dues);
	assert_ok(desk_due(ro, &ours, &dues, &err), err);
	assert_int_equal(dues.n, 0);
	desk_dues_clear(&dues);

	const struct desk_answering answer = { .ref = acted.ref,
		.answer = "refused", .terms = "no" };
	struct desk_acted answered = { 0 };

	assert_ok(desk_answer(bg, &answer, &answered, &err), err);
	check(bg, "");
	check(ro, "");
	assert_ok(store_verifies(CASE_STORE, &err), err);
	desk_acted_clear(&answered);
	desk_acted_clear(&acted);
	desk_close(gr);
	desk_close(bg);
	desk_close(ro);
}

static void
test_no_date_is_refused(void **state)
{
	static const char *const bad[] = { "5/1/2026", "soon", "2026-13", "" };
	struct desk *d = case_desk(NULL);
	struct desk_dues dues;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct desk_due_ask from = { .from = bad[i] };
		struct desk_due_ask to = { .to = bad[i] };

		assert_err(desk_due(d, &from, &dues, &err), err, ERR_INVALID);
		assert_err(desk_due(d, &to, &dues, &err), err, ERR_INVALID);
	}
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_all_kinds_are_in_one_order),
		CASE_TEST(test_person_is_to_be_categorised_within_two_weeks),
		CASE_TEST(test_what_is_done_is_due_no_more),
		CASE_TEST(test_exhibit_that_was_returned_asks_for_nothing),
		CASE_TEST(test_what_took_place_is_past_and_not_overdue),
		CASE_TEST(test_only_what_the_viewer_sees_is_due),
		CASE_TEST(test_an_answer_is_due_at_who_is_asked),
		CASE_TEST(test_no_date_is_refused),
	};

	return RUN_TESTS("src/calendar", tests);
}
