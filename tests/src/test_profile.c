/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_profile.c - what a person has and does, as far as the viewer sees it. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"

#include "src/desk.h"

/* "part ref how percent amount on" in a line for each. */
static void
check(struct desk *d, const char *ref, const char *want)
{
	const struct desk_profile_ask ask = { ref };
	struct desk_profile a = { 0 };
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_ok(desk_profile(d, &ask, &a, &err), err);
	for (size_t i = 0; i < a.n; i++) {
		const struct desk_profile_row *row = &a.rows[i];

		strbuf_printf(&got, "%d %s: %s|%s|%s|%s|%s\n", row->part,
			value(&row->record, "ref"), row->how,
			row->percent ? row->percent : "",
			row->amount ? row->amount : "",
			row->on ? row->on : "", row->pays ? "pays" : row->gets ?
			"gets" : "");
	}
	assert_string_equal(got.text ? got.text : "", want);
	assert_false(a.capped);
	strbuf_clear(&got);
	desk_profile_clear(&a);
}

static void
make_person(struct desk *d)
{
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "organisation", "name=Delta", NULL);
	case_put(d, "asset", "type=BANK", "description=Account",
		"holder=RO-P1", NULL);
	case_put(d, "asset", "type=REAL", "description=Villa", NULL);
	case_put(d, "asset", "type=REAL", "description=Of others", NULL);
	case_put(d, "owner", "of=RO-A2", "who=RO-P1", "role=owner",
		"percent=60", NULL);
	case_put(d, "valuation", "of=RO-A2", "amount=9.00 EUR", "on=2025-11-02",
		NULL);
	case_put(d, "valuation", "of=RO-A2", "amount=7.00 EUR", "on=2025-10-02",
		NULL);
	case_put(d, "payment", "from=RO-A1", "to=RO-A3", "amount=5.00 EUR",
		"value_date=2025-12-01", NULL);
	case_put(d, "payment", "from=RO-O1", "to=RO-P1", "amount=6.00 EUR",
		"value_date=2025-12-02", NULL);
	case_put(d, "task", "title=Find him", "about=RO-P1", NULL);
	case_put(d, "link", "type=directs", "a=RO-P1", "b=RO-O1", NULL);
}

static void
test_what_is_paid_between_two_accounts_of_one_goes_both_ways(void **state)
{
	struct desk *d = case_desk(NULL);
	const struct desk_profile_ask ask = { "RO-P1" };
	struct desk_profile a = { 0 };
	struct err err = ERR_INIT;
	size_t found = 0;

	(void)state;
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "asset", "type=BANK", "description=One", "holder=RO-P1", NULL);
	case_put(d, "asset", "type=BANK", "description=Two", "holder=RO-P1", NULL);
	case_put(d, "payment", "from=RO-A1", "to=RO-A2", NULL);
	assert_ok(desk_profile(d, &ask, &a, &err), err);
	for (size_t i = 0; i < a.n; i++)
		if (a.rows[i].part == DESK_PROFILE_PAYMENT) {
			assert_true(a.rows[i].pays && a.rows[i].gets);
			found++;
		}
	assert_int_equal(found, 1);
	desk_profile_clear(&a);
	desk_close(d);
}

static void
test_all_that_lies_around_is_told_by_parts(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_person(d);
	check(d, "RO-P1", "0 RO-A1: Holder||||\n"
		"0 RO-A2: Owner|60|9.00 EUR|2025-11-02|\n"
		"1 RO-F2: To||6.00 EUR|2025-12-02|gets\n"
		"1 RO-F1: RO-A1||5.00 EUR|2025-12-01|pays\n"
		"3 RO-O1: is a director of||||\n"
		"4 RO-T1: About||||\n");
	desk_close(d);
}

static void
test_a_payment_that_a_link_leads_to_goes_neither_way(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "payment", "amount=5.00 EUR", NULL);
	case_put(d, "payment", "to=RO-P1", "amount=6.00 EUR", NULL);
	case_put(d, "link", "type=related", "a=RO-F1", "b=RO-P1", NULL);
	case_put(d, "link", "type=related", "a=RO-F2", "b=RO-P1", NULL);
	check(d, "RO-P1", "1 RO-F1: is related to||5.00 EUR||\n"
		"1 RO-F2: is related to, To||6.00 EUR||gets\n");
	desk_close(d);
}

static void
test_only_what_the_viewer_sees_is_on_the_page(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "person", "name=Ion Vlad", NULL);
	char *own = case_add(ro, "asset", "type=BANK", "description=Kept",
		"holder=RO-P1", "share=own", NULL);
	char *from = NULL;

	assert_true(asprintf(&from, "from=%s", own) > 0);
	case_put(ro, "payment", from, "amount=5.00 EUR", NULL);
	check(bg, "RO-P1", "");
	desk_close(ro);
	desk_close(bg);
	free(own);
	free(from);
}

static void
test_other_kinds_have_no_such_page(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_profile a = { 0 };
	struct err err = ERR_INIT;
	static const struct desk_profile_ask lead = { "RO-L1" },
		none = { "RO-P9" };

	(void)state;
	case_put(d, "lead", "title=A", NULL);
	assert_err(desk_profile(d, &lead, &a, &err), err, ERR_RULE);
	assert_err(desk_profile(d, &none, &a, &err), err, ERR_NOT_FOUND);
	desk_close(d);
}

/* What is restricted is on the page, and nothing that it says before somebody said
 * why they want to know. */
static void
test_of_what_is_restricted_no_amount_is_told(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "payment", "to=RO-P1", "amount=7.00 EUR",
		"value_date=2025-12-01", NULL);
	assert_ok(case_set(d, &acted, &err, "payment", "RO-F1", 0,
		"legal=restricted", "legal_reason=contested", NULL), err);
	desk_acted_clear(&acted);
	desk_close(d);
	d = case_desk(NULL);
	check(d, "RO-P1", "1 RO-F1: To||||gets\n");
	assert_ok(desk_purpose(d, "RO-F1", "the trial", &err), err);
	check(d, "RO-P1", "1 RO-F1: To||7.00 EUR|2025-12-01|gets\n");
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_what_is_paid_between_two_accounts_of_one_goes_both_ways),
		CASE_TEST(test_all_that_lies_around_is_told_by_parts),
		CASE_TEST(test_a_payment_that_a_link_leads_to_goes_neither_way),
		CASE_TEST(test_only_what_the_viewer_sees_is_on_the_page),
		CASE_TEST(test_of_what_is_restricted_no_amount_is_told),
		CASE_TEST(test_other_kinds_have_no_such_page),
	};

	return RUN_TESTS("src/profile", tests);
}
