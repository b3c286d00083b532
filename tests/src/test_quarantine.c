/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_quarantine.c - what an authority of a third state brings: nobody learns that it
 * is there but who releases it, and that once. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

#include "src/codes.h"

struct desks {
	struct desk *ro, *admin, *bg, *ch;
	char *ref;		/* what CH brought */
};

static void
sit_down(struct desks *d)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	d->ro = case_desk(NULL);
	case_put(d->ro, "party", "code=CH", "name=Geneva", "class=third",
		"signed_on=2026-01-02", NULL);
	case_put(d->ro, "member", "party=CH", "name=B. Favre", "role=judicial",
		NULL);
	case_put(d->ro, "member", "party=RO", "name=Ada Min", "role=admin", NULL);
	if (!case_set(d->ro, &acted, &err, "party", "CH", 0, "controller=RO/3",
	    NULL))
		fail_msg("%s", err.text);
	desk_acted_clear(&acted);
	d->admin = case_desk("RO/3");
	d->bg = case_desk("BG");
	d->ch = case_desk("CH/1");
	d->ref = case_add(d->ch, "lead", "title=From Geneva", "share=team", NULL);
}

static void
stand_up(struct desks *d)
{
	struct err err = ERR_INIT;

	if (!store_verifies(CASE_STORE, &err))
		fail_msg("%s", err.text);
	free(d->ref);
	desk_close(d->ch);
	desk_close(d->bg);
	desk_close(d->admin);
	desk_close(d->ro);
}

static bool
answer(struct desk *d, const char *ref, const char *word, const char *terms,
	struct err *err)
{
	const struct desk_answering ask = { ref, word, terms };
	struct desk_acted acted = { 0 };
	bool ok = desk_answer(d, &ask, &acted, err);

	desk_acted_clear(&acted);
	return ok;
}

/* How many wait for them, and is each to be released? */
static size_t
releases(struct desk *d)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits w;
	struct err err = ERR_INIT;

	assert_ok(desk_waits(d, &ask, &w, &err), err);
	size_t n = w.n;

	for (size_t i = 0; i < n; i++)
		assert_string_equal(codes_wait[w.rows[i].what].code, "release");
	desk_waits_clear(&w);
	return n;
}

static size_t
finds(struct desk *d, const char *text)
{
	const struct desk_find_ask ask = { .text = text };
	struct desk_found found;
	struct err err = ERR_INIT;

	assert_ok(desk_find(d, &ask, &found, &err), err);
	size_t n = 0;

	for (size_t i = 0; i < found.n; i++)
		n += found.rows[i].record.kind->no == KIND_LEAD;
	desk_found_clear(&found);
	return n;
}

static size_t
entries(struct desk *d)
{
	const struct desk_history_ask ask = { 0 };
	struct desk_history h;
	struct err err = ERR_INIT;

	assert_ok(desk_history(d, &ask, &h, &err), err);
	size_t n = h.n;

	desk_history_clear(&h);
	return n;
}

static void
test_it_waits_for_administrators_and_nobody_else_learns_of_it(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_is(d.ch, d.ref, "share", "own");
	assert_int_equal(releases(d.admin), 1);
	assert_int_equal(releases(d.ro), 0);
	assert_int_equal(releases(d.bg), 0);
	assert_int_equal(releases(d.ch), 0);
	struct desk *others[] = { d.ro, d.bg, d.admin };

	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(count_list(others[i], "lead", "", NULL), 0);
		assert_int_equal(finds(others[i], "Geneva"), 0);
		assert_int_equal(entries(others[i]), entries(d.ro));
	}
	assert_int_equal(entries(d.ch), entries(d.ro) + 1);
	assert_false(case_sees(d.ro, d.ref));
	assert_false(case_sees(d.bg, d.ref));
	assert_true(case_sees(d.admin, d.ref));
	stand_up(&d);
}

static void
test_it_is_released_once_with_need_and_conditions_in_words(void **state)
{
	struct desks d;
	struct err err = ERR_INIT;

	(void)state;
	sit_down(&d);
	assert_err(answer(d.ro, d.ref, "granted", "for us", &err), err,
		ERR_NOT_FOUND);
	assert_err(answer(d.ch, d.ref, "granted", "for us", &err), err,
		ERR_NOT_FOUND);
	assert_err(answer(d.admin, d.ref, "granted", NULL, &err), err,
		ERR_INVALID);
	assert_err(answer(d.admin, d.ref, "limited", "x", &err), err, ERR_USAGE);
	assert_ok(answer(d.admin, d.ref, "granted", "the trail; art. 4", &err),
		err);
	assert_err(answer(d.admin, d.ref, "refused", "x", &err), err, ERR_RULE);
	assert_int_equal(releases(d.admin), 0);
	assert_int_equal(count_list(d.ro, "lead", "", NULL), 1);
	assert_int_equal(count_list(d.bg, "lead", "", NULL), 1);
	assert_int_equal(count_list(d.ch, "lead", "", NULL), 1);
	case_is(d.bg, d.ref, "party", "CH");
	case_is(d.bg, d.ref, "share", "team");
	stand_up(&d);
}

static void
test_what_was_refused_stays_its_partys_own(void **state)
{
	struct desks d;
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	sit_down(&d);
	assert_ok(answer(d.admin, d.ref, "refused", "not needed", &err), err);
	assert_int_equal(releases(d.admin), 0);
	assert_false(case_sees(d.admin, d.ref));
	assert_int_equal(count_list(d.ro, "lead", "", NULL), 0);
	assert_false(case_set(d.ch, &acted, &err, "lead", d.ref, 0, "share=team",
		NULL));
	assert_int_equal(err.code, ERR_RULE);
	desk_acted_clear(&acted);
	stand_up(&d);
}

static void
test_its_party_goes_round_by_no_other_way(void **state)
{
	struct desk_text who[] = { { (char *)(uintptr_t)"RO" } };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	struct desks d;

	(void)state;
	sit_down(&d);
	const struct desk_sharing give = { .ref = d.ref, .who = who, .n_who = 1,
		.reason = "here" };

	assert_false(case_set(d.ch, &acted, &err, "lead", d.ref, 0, "share=team",
		NULL));
	assert_int_equal(err.code, ERR_RULE);
	desk_acted_clear(&acted);
	assert_err(desk_share(d.ch, &give, &acted, &err), err, ERR_RULE);
	desk_acted_clear(&acted);
	assert_int_equal(count_list(d.ro, "lead", "", NULL), 0);
	stand_up(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_it_waits_for_administrators_and_nobody_else_learns_of_it),
		CASE_TEST(test_it_is_released_once_with_need_and_conditions_in_words),
		CASE_TEST(test_what_was_refused_stays_its_partys_own),
		CASE_TEST(test_its_party_goes_round_by_no_other_way),
	};

	return RUN_TESTS("src/quarantine", tests);
}
