/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_timeline.c - what took place and what is to come, in the order of time, page
 * by page, for those who see it. The clock stands at noon of Monday 5 January 2026. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

#include "src/codes.h"

enum {
	ALL_BUT_CHANGES = ((1 << DESK_MOMENT_N) - 1) & ~(1 << DESK_MOMENT_CHANGE)
};

static void
put_rows(const struct desk_timeline *a, struct strbuf *out)
{
	for (size_t i = 0; i < a->n; i++)
		strbuf_printf(out, "%s %s %s: %s\n",
			a->rows[i].on ? a->rows[i].on : "-",
			codes_moment[a->rows[i].what].code,
			a->rows[i].ref ? a->rows[i].ref : "-", a->rows[i].text);
}

/* All pages of so many rows, one after the other. */
static void
read_all(struct desk *d, const struct desk_timeline_ask *how, struct strbuf *out)
{
	struct desk_timeline_ask ask = *how;
	struct err err = ERR_INIT;
	char *key = NULL;
	bool more;

	do {
		struct desk_timeline a = { 0 };

		ask.key = key;
		ask.from = key ? NULL : how->from;
		assert_ok(desk_timeline(d, &ask, &a, &err), err);
		put_rows(&a, out);
		free(key);
		key = a.key ? strdup(a.key) : NULL;
		more = a.more;
		assert_true(!more || key);
		desk_timeline_clear(&a);
	} while (more);
	free(key);
}

static void
check(struct desk *d, const struct desk_timeline_ask *ask, const char *want)
{
	struct strbuf got = STRBUF_INIT;

	read_all(d, ask, &got);
	assert_string_equal(got.text ? got.text : "", want);
	strbuf_clear(&got);
}

static void
make_case(struct desk *d)
{
	case_put(d, "event", "title=Search", "starts=2025-11-03T06:00+02:00",
		"place=Galati", NULL);
	case_put(d, "evidence", "description=Phone", "seized_at=2025-11-03",
		NULL);
	case_put(d, "chain", "of=RO-E1", "action=seized", "to=RO/1",
		"at=2025-11-03T07:00+02:00", NULL);
	case_put(d, "asset", "type=BANK", "description=Tide Bank", NULL);
	case_put(d, "asset", "type=REAL", "description=Villa", NULL);
	case_put(d, "payment", "from=RO-A1", "to=RO-A2", "amount=100.00 EUR",
		"value_date=2025-10-30", NULL);
	case_put(d, "task", "title=Ask the bank", "due=2026-01-09",
		"about=RO-A1", NULL);
	case_put(d, "valuation", "of=RO-A1", "amount=5.00 EUR", "on=2025-12",
		"method=balance", NULL);
}

static void
test_all_sorts_are_in_one_order(void **state)
{
	const struct desk_timeline_ask ask = { .what = ALL_BUT_CHANGES,
		.limit = 100 };
	struct desk *d = case_desk(NULL);

	(void)state;
	make_case(d);
	check(d, &ask, "2025-10-30 payment RO-F1: 100.00 EUR, RO-A1 -> RO-A2\n"
		"2025-11-03 fact RO-E1: Seized: Phone\n"
		"2025-11-03T06:00+02:00 event RO-V1: Search, Galati\n"
		"2025-11-03T07:00+02:00 custody RO-E1: seized, ? -> RO/1: Phone\n"
		"2025-12 fact RO-A1: Valuation, 5.00 EUR, balance: Tide Bank\n"
		"2026-01-09 due RO-T1: Due: Ask the bank\n");
	desk_close(d);
}

static void
test_pages_go_on_in_both_directions(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_case(d);
	for (int64_t limit = 1; limit <= 3; limit++) {
		const struct desk_timeline_ask on = { .what = ALL_BUT_CHANGES,
			.from = "2025-11-03", .limit = limit };
		const struct desk_timeline_ask back = { .what = ALL_BUT_CHANGES,
			.from = "2025-12-01", .backward = true, .limit = limit };

		check(d, &on, "2025-11-03 fact RO-E1: Seized: Phone\n"
			"2025-11-03T06:00+02:00 event RO-V1: Search, Galati\n"
			"2025-11-03T07:00+02:00 custody RO-E1: seized, ? -> RO/1: Phone\n"
			"2025-12 fact RO-A1: Valuation, 5.00 EUR, balance: Tide Bank\n"
			"2026-01-09 due RO-T1: Due: Ask the bank\n");
		/* A month stands before each of its days. */
		check(d, &back, "2025-12 fact RO-A1: Valuation, 5.00 EUR, balance: Tide Bank\n"
			"2025-11-03T07:00+02:00 custody RO-E1: seized, ? -> RO/1: Phone\n"
			"2025-11-03T06:00+02:00 event RO-V1: Search, Galati\n"
			"2025-11-03 fact RO-E1: Seized: Phone\n"
			"2025-10-30 payment RO-F1: 100.00 EUR, RO-A1 -> RO-A2\n");
	}
	desk_close(d);
}

static void
test_one_sort_alone_is_told(void **state)
{
	const struct desk_timeline_ask ask = {
		.what = 1 << DESK_MOMENT_PAYMENT, .limit = 2 };
	struct desk *d = case_desk(NULL);

	(void)state;
	make_case(d);
	check(d, &ask, "2025-10-30 payment RO-F1: 100.00 EUR, RO-A1 -> RO-A2\n");
	desk_close(d);
}

static void
test_changes_stand_at_their_time(void **state)
{
	const struct desk_timeline_ask ask = {
		.what = 1 << DESK_MOMENT_CHANGE | 1 << DESK_MOMENT_EVENT,
		.limit = 1 };
	struct desk *d = case_desk(NULL);
	struct strbuf got = STRBUF_INIT, back = STRBUF_INIT;
	struct desk_timeline_ask backward = ask;

	(void)state;
	case_put(d, "event", "title=Before", "starts=2025-01-01", NULL);
	case_put(d, "event", "title=After", "starts=2027-01-01", NULL);
	read_all(d, &ask, &got);
	assert_non_null(strstr(got.text, "2025-01-01 event RO-V1: Before\n- change"));
	assert_non_null(strstr(got.text, "added, Event\n2027-01-01 event"));
	/* The other way it is the same. */
	backward.backward = true;
	read_all(d, &backward, &back);
	assert_int_equal(got.len, back.len);
	assert_true(strncmp(back.text, "2027-01-01 event", 16) == 0);
	strbuf_clear(&got);
	strbuf_clear(&back);
	desk_close(d);
}

static void
test_record_has_its_own_and_what_lies_around_it(void **state)
{
	struct desk_timeline_ask ask = { .ref = "RO-A1",
		.what = ALL_BUT_CHANGES, .limit = 2 };
	struct desk *d = case_desk(NULL);

	(void)state;
	make_case(d);
	check(d, &ask, "2025-10-30 payment RO-F1: 100.00 EUR, RO-A1 -> RO-A2\n"
		"2025-12 fact RO-A1: Valuation, 5.00 EUR, balance\n"
		"2026-01-09 due RO-T1: Due: Ask the bank\n");
	ask.backward = true;
	ask.from = "2026-01-01";
	check(d, &ask, "2025-12 fact RO-A1: Valuation, 5.00 EUR, balance\n"
		"2025-10-30 payment RO-F1: 100.00 EUR, RO-A1 -> RO-A2\n");
	ask = (struct desk_timeline_ask){ .ref = "RO-E1",
		.what = 1 << DESK_MOMENT_CHANGE, .limit = 9 };
	check(d, &ask, "- change RO-E1: Ana Pop (RO): added, Exhibit\n"
		"- change RO-E1: Ana Pop (RO): added, Custody step\n");
	desk_close(d);
}

static void
test_corrected_steps_did_not_take_place(void **state)
{
	const struct desk_timeline_ask ask = { .ref = "RO-E1",
		.what = 1 << DESK_MOMENT_CUSTODY, .limit = 9 };
	struct desk *d = case_desk(NULL);

	(void)state;
	make_case(d);
	case_put(d, "chain", "of=RO-E1", "action=seized", "to=RO/1",
		"at=2025-11-04", "corrects=RO-E1/chain1", NULL);
	check(d, &ask, "2025-11-04 custody RO-E1: seized, ? -> RO/1\n");
	desk_close(d);
}

static void
test_only_what_the_viewer_sees_is_told(void **state)
{
	const struct desk_timeline_ask all = { .limit = 100 };
	const struct desk_timeline_ask dates = { .what = ALL_BUT_CHANGES,
		.limit = 1 };
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct strbuf got = STRBUF_INIT;
	struct desk_timeline a = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "event", "title=Ours", "starts=2026-01-06", NULL);
	char *own = case_add(ro, "event", "title=Kept", "starts=2026-01-06",
		"share=own", NULL);

	check(bg, &dates, "2026-01-06 event RO-V1: Ours\n");
	read_all(bg, &all, &got);
	assert_null(strstr(got.text, "Kept"));
	assert_null(strstr(got.text, own));
	assert_err(desk_timeline(bg, &(struct desk_timeline_ask){ .ref = own,
		.limit = 9 }, &a, &err), err, ERR_NOT_FOUND);
	strbuf_clear(&got);
	desk_close(ro);
	desk_close(bg);
	free(own);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_bad_asks_are_refused(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_timeline a = { 0 };
	struct err err = ERR_INIT;
	static const struct desk_timeline_ask limit = { .limit = 0 },
		much = { .limit = DESK_TIMELINE_MOST + 1 },
		key = { .key = "20260105 0 1 1 1", .limit = 1 },
		date = { .from = "5/1/2026", .limit = 1 };

	(void)state;
	assert_err(desk_timeline(d, &limit, &a, &err), err, ERR_USAGE);
	assert_err(desk_timeline(d, &much, &a, &err), err, ERR_USAGE);
	assert_err(desk_timeline(d, &key, &a, &err), err, ERR_USAGE);
	assert_err(desk_timeline(d, &date, &a, &err), err, ERR_INVALID);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_all_sorts_are_in_one_order),
		CASE_TEST(test_pages_go_on_in_both_directions),
		CASE_TEST(test_one_sort_alone_is_told),
		CASE_TEST(test_changes_stand_at_their_time),
		CASE_TEST(test_record_has_its_own_and_what_lies_around_it),
		CASE_TEST(test_corrected_steps_did_not_take_place),
		CASE_TEST(test_only_what_the_viewer_sees_is_told),
		CASE_TEST(test_bad_asks_are_refused),
	};

	return RUN_TESTS("src/timeline", tests);
}
