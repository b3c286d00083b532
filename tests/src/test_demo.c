/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_demo.c - see src/demo.h: the story that is compiled in hangs together. */
#include "tests/support/test.h"
#include "tests/support/folder.h"


#include "base/clock.h"
#include "base/hash.h"
#include "base/ids.h"
#include "src/demo.h"
#include "src/desk.h"
#include "src/payment.h"
#include "tests/support/verify.h"

#define DEMO "demo.store"

enum { NOON = 12 * 60 * 60 };

/* 5 January 2026 and days after. */
static void
stand_at(int day, int second)
{
	clock_stop((INT64_C(1767571200) + day * 86400 + second) * 1000, 1);
}

static int
enter(void **state)
{
	struct err err = ERR_INIT;

	if (folder_enter(state) || !hash_init())
		return -1;
	unsetenv("SOURCE_DATE_EPOCH");
	stand_at(0, NOON);
	assert_ok(demo_make(DEMO, &err), err);
	stand_at(0, NOON);
	return 0;
}

static int
leave(void **state)
{
	clock_go();
	return folder_leave(state);
}

static struct desk *
sit_down(const char *as)
{
	struct desk_login login = { .path = DEMO, .as = as };
	struct err err = ERR_INIT;
	struct desk *d = NULL;

	assert_ok(desk_open(&d, &login, &err), err);
	return d;
}

/* All records of a kind that a filter picks. */
static struct desk_page
pick(struct desk *d, enum kind_no kind, const char *filter)
{
	struct desk_list_spec spec = { .kind = (int)kind, .filter = filter };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	struct desk_page_ask ask = { .handle = opened.handle,
		.anchor = DESK_FIRST, .after = 500, .wait = 1 };

	assert_ok(desk_list_page(d, &ask, &page, &err), err);
	desk_list_close(d, opened.handle, NULL);
	return page;
}

static int64_t
count(struct desk *d, enum kind_no kind, const char *filter)
{
	struct desk_page page = pick(d, kind, filter);
	int64_t n = page.total;

	desk_page_clear(&page);
	return n;
}

/* What the payments that a filter picks come to, all in one currency. */
static int64_t
sum(struct desk *d, const char *filter, const char *currency)
{
	struct desk_page page = pick(d, KIND_PAYMENT, filter);
	int64_t minor = 0;

	for (size_t i = 0; i < page.n; i++) {
		const char *text = record_text(&page.rows[i].record,
			PAYMENT_AMOUNT);
		const char *blank = strchr(text, ' ');
		char *point;

		assert_string_equal(blank + 1, currency);
		minor += strtoll(text, &point, 10) * 100;
		minor += *point == '.' ? strtoll(point + 1, NULL, 10) : 0;
	}
	desk_page_clear(&page);
	return minor;
}

static void
test_there_is_enough_to_explore(void **state)
{
	struct desk *d = sit_down(NULL);

	(void)state;
	assert_true(count(d, KIND_LEAD, "") >= 35);
	assert_true(count(d, KIND_TASK, "") >= 30);
	assert_true(count(d, KIND_TASK, "is:open") >= 10);
	assert_true(count(d, KIND_EVIDENCE, "") >= 55);
	assert_true(count(d, KIND_ASSET, "") >= 25);
	assert_true(count(d, KIND_PAYMENT, "") >= 80);
	assert_true(count(d, KIND_PERSON, "") +
		count(d, KIND_ORGANISATION, "") >= 37);
	assert_true(count(d, KIND_EVENT, "") >= 14);
	assert_true(count(d, KIND_DECISION, "") >= 6);
	assert_true(count(d, KIND_LINK, "") >= 70);
	assert_int_equal(count(d, KIND_PARTY, "class:signatory"), 3);
	assert_int_equal(count(d, KIND_PARTY, "class:third"), 1);
	assert_int_equal(count(d, KIND_PARTY, "class:participant"), 2);
	desk_close(d);
}

/* Lyon's money goes on to Varna and from there, to the cent, to Piraeus; what
 * Cyprus lent is the price of the villa. */
static void
test_amounts_add_up(void **state)
{
	struct desk *d = sit_down(NULL);

	(void)state;
	int64_t to_varna = sum(d, "tx_ref:DT-*", "EUR");

	assert_true(to_varna > 0);
	assert_int_equal(to_varna, sum(d, "tx_ref:CH-*", "EUR"));
	assert_int_equal(to_varna * 10 / 6 / 1000,
		sum(d, "tx_ref:RN-*", "EUR") / 1000);
	assert_int_equal(sum(d, "purpose:Loan*", "EUR"), 61200000);
	assert_int_equal(sum(d, "tx_ref:NL-410", "EUR"), 61200000);
	assert_int_equal(sum(d, "purpose:Yacht*", "EUR"), 18500000);
	desk_close(d);
}

/* No number has a slip, and every name is of somebody. */
static void
test_nothing_in_it_is_invalid(void **state)
{
	struct desk *d = sit_down(NULL);

	(void)state;
	for (size_t i = 0; kinds[i]; i++)
		if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)))
			assert_int_equal(count(d, kinds[i]->no, "is:invalid"),
				0);
	desk_close(d);
}

/* Nobody wrote down what had not happened, and no act is of tomorrow. */
static void
test_times_fit(void **state)
{
	struct desk *d = sit_down(NULL);
	struct desk_history h;
	struct desk_history_ask ask = { 0 };
	struct err err = ERR_INIT;
	int64_t after = INT64_MAX;

	(void)state;
	assert_ok(desk_history(d, &ask, &h, &err), err);
	assert_true(h.n > 400);
	assert_true(h.entries[0].at < clock_now());
	for (size_t i = 0; i < h.n; i++) {
		assert_true(h.entries[i].at <= after);
		after = h.entries[i].at;
	}
	desk_history_clear(&h);
	assert_int_equal(count(d, KIND_LEAD, "received_on>2026-01-05"), 0);
	assert_int_equal(count(d, KIND_EVIDENCE, "seized_at>2026-01-05"), 0);
	assert_int_equal(count(d, KIND_PAYMENT, "value_date>2026-01-05"), 0);
	desk_close(d);
}

static void
test_each_party_keeps_something_back(void **state)
{
	static const char *const parties[] = { "RO/2", "BG", "FR" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(parties); i++) {
		struct desk *d = sit_down(parties[i]);

		assert_true(count(d, KIND_LEAD, "share:own or share:named") > 0);
		desk_close(d);
	}
	/* Switzerland has what it brought and what it was given, and no more. */
	struct desk *d = sit_down("CH/1");

	assert_int_equal(count(d, KIND_LEAD, ""), 1);
	assert_int_equal(count(d, KIND_ORGANISATION, ""), 1);
	assert_int_equal(count(d, KIND_EVIDENCE, ""), 0);
	desk_close(d);
}

/* Something of this sort is among what waits for a member. */
static void
assert_waits(const char *as, int what)
{
	struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits waits = { 0 };
	struct err err = ERR_INIT;
	struct desk *d = sit_down(as);
	bool there = false;

	assert_ok(desk_waits(d, &ask, &waits, &err), err);
	for (size_t i = 0; i < waits.n; i++)
		there = there || waits.rows[i].what == what;
	assert_true(there);
	desk_waits_clear(&waits);
	desk_close(d);
}

static void
test_each_side_is_waited_for(void **state)
{
	(void)state;
	assert_waits("RO", DESK_WAIT_SHARED);
	assert_waits("RO/4", DESK_WAIT_RELEASE);
	assert_waits("BG", DESK_WAIT_ANSWER);
	assert_waits("BG", DESK_WAIT_ANSWERED);
	assert_waits("FR", DESK_WAIT_RETURN);
	assert_waits("CH", DESK_WAIT_ANSWER);
	assert_waits("CH", DESK_WAIT_SHARED);
	assert_waits("EUROJUST", DESK_WAIT_ANSWER);
	assert_waits("EUROPOL", DESK_WAIT_SHARED);
	assert_waits("EUROPOL", DESK_WAIT_MENTION);
}

/* What was given for a time says until when. */
static void
test_a_share_has_an_end(void **state)
{
	struct desk_sheet sheet = { 0 };
	struct err err = ERR_INIT;
	struct desk *d = sit_down("RO");
	struct desk_page page = pick(d, KIND_ASSET, "type:REAL Vourvourou");

	(void)state;
	assert_int_equal(page.n, 1);
	assert_ok(desk_sheet(d, record_text(&page.rows[0].record, HEADER_REF),
		&sheet, &err), err);
	bool ends = false;

	for (size_t i = 0; i < sheet.n; i++)
		ends = ends || (strcmp(sheet.rows[i].party, "EUROJUST") == 0 &&
			sheet.rows[i].until > clock_now());
	assert_true(ends);
	desk_sheet_clear(&sheet);
	desk_page_clear(&page);
	desk_close(d);
}

/* Who contests what is said of them is found by whoever may handle such data, once
 * they said what for. */
static void
test_a_restricted_person_is_not_for_analysts(void **state)
{
	struct desk *police = sit_down("BG/2"), *analyst = sit_down("RO/3");
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(count(police, KIND_PERSON, "Минков"), 0);
	assert_ok(desk_purpose(police, NULL, "what he contests", &err), err);
	assert_ok(desk_purpose(analyst, NULL, "what he contests", &err), err);
	assert_int_equal(count(police, KIND_PERSON, "Минков"), 1);
	assert_int_equal(count(analyst, KIND_PERSON, "Минков"), 0);
	desk_close(police);
	desk_close(analyst);
}

static size_t
hits_on(const char *as, const char *iban)
{
	struct desk_find_ask ask = { .text = iban };
	struct desk_found found = { 0 };
	struct err err = ERR_INIT;
	struct desk *d = sit_down(as);

	assert_ok(desk_find(d, &ask, &found, &err), err);
	size_t n = found.n_hits;

	desk_found_clear(&found);
	desk_close(d);
	return n;
}

static void
test_an_iban_rings_for_the_other_side(void **state)
{
	(void)state;
	assert_int_equal(hits_on("RO", "BG18RZBB91550123456789"), 1);
	assert_int_equal(hits_on("BG", "BG18RZBB91550123456789"), 0);
	assert_int_equal(hits_on("BG", "RO74CCCC1B31007593840099"), 1);
}

static char *
root_of(const char *path)
{
	struct desk_login login = { .path = path, .maintenance = true };
	struct err err = ERR_INIT;
	struct desk *d;

	assert_ok(desk_open(&d, &login, &err), err);
	char *line = job_result(d, "verify", NULL, 0, &err);

	assert_non_null(line);
	desk_close(d);
	return line;
}

static void
test_one_day_gives_one_root(void **state)
{
	struct err err = ERR_INIT;
	char *first = root_of(DEMO), *again, *next;

	(void)state;
	stand_at(0, NOON + 5000);
	assert_ok(demo_make("again.store", &err), err);
	/* Afterwards the clock goes on, and what was given for a time ends. */
	stand_at(0, NOON);
	again = root_of("again.store");
	assert_string_equal(first, again);
	stand_at(1, 0);
	assert_ok(demo_make("next.store", &err), err);
	stand_at(1, NOON);
	next = root_of("next.store");
	assert_string_not_equal(first, next);
	free(first);
	free(again);
	free(next);
}

static void
test_nothing_is_written_over_and_nothing_left(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_false(demo_make(DEMO, &err));
	assert_string_equal(err_word(err.code), "cannot-create");
	assert_int_equal(folder_count(DEMO ".new"), 0);
}

/* After it the clock and the dice are the world's again. */
static void
test_making_one_leaves_no_trace_in_the_process(void **state)
{
	uint8_t a[16], b[16];
	struct err err = ERR_INIT;

	(void)state;
	clock_go();
	assert_ok(demo_make("a.store", &err), err);
	ids_random(a, sizeof(a));
	int64_t now = clock_now();

	assert_true(now > INT64_C(1767571200000));
	assert_ok(demo_make("b.store", &err), err);
	ids_random(b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
}

#define DEMO_TEST(f) cmocka_unit_test_setup_teardown(f, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DEMO_TEST(test_there_is_enough_to_explore),
		DEMO_TEST(test_amounts_add_up),
		DEMO_TEST(test_nothing_in_it_is_invalid),
		DEMO_TEST(test_times_fit),
		DEMO_TEST(test_each_party_keeps_something_back),
		DEMO_TEST(test_each_side_is_waited_for),
		DEMO_TEST(test_a_share_has_an_end),
		DEMO_TEST(test_a_restricted_person_is_not_for_analysts),
		DEMO_TEST(test_an_iban_rings_for_the_other_side),
		DEMO_TEST(test_one_day_gives_one_root),
		DEMO_TEST(test_nothing_is_written_over_and_nothing_left),
		DEMO_TEST(test_making_one_leaves_no_trace_in_the_process),
	};

	return RUN_TESTS("src/demo", tests);
}
