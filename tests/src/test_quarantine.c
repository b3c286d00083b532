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
		.reason = NULL };

	assert_false(case_set(d.ch, &acted, &err, "lead", d.ref, 0, "share=team",
		NULL));
	assert_int_equal(err.code, ERR_RULE);
	desk_acted_clear(&acted);
	assert_err(desk_share(d.ch, &give, &acted, &err), err, ERR_RULE);
	desk_acted_clear(&acted);
	assert_int_equal(count_list(d.ro, "lead", "", NULL), 0);
	stand_up(&d);
}

/* --- What others see ---------------------------------------------------- */

/* What RO gives to CH: a lead, and a task that it asks of CH. */
static char *
give(struct desks *d, const char *kind, const char *title, const char *more)
{
	struct desk_text who[] = { { (char *)(uintptr_t)"CH" } };
	char *ref = case_add(d->ro, kind, title, more, NULL);
	const struct desk_sharing ask = { .ref = ref, .who = who, .n_who = 1,
		.reason = "yours", .basis = "adequacy", .controller = "RO/1" };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_share(d->ro, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	return ref;
}

static bool
change(struct desk *d, const char *kind, const char *ref, const char *value,
	struct err *err)
{
	struct desk_acted acted = { 0 };
	bool ok = case_set(d, &acted, err, kind, ref, 0, value, NULL);

	desk_acted_clear(&acted);
	return ok;
}

static bool
take_back(struct desk *d, const char *ref, const char *reason, struct err *err)
{
	struct desk_text who[] = { { (char *)(uintptr_t)"team" } };
	const struct desk_sharing ask = { .ref = ref, .who = who, .n_who = 1,
		.reason = reason };
	struct desk_unshared done = { 0 };
	bool ok = desk_unshare(d, &ask, &done, err);

	desk_unshared_clear(&done);
	return ok;
}

static void
test_of_what_others_see_it_says_nothing_in_words(void **state)
{
	struct err err = ERR_INIT;
	struct desk_acted acted = { 0 };
	struct desks d;

	(void)state;
	sit_down(&d);
	char *lead = give(&d, "lead", "title=The yacht", "channel=x");
	char *of = NULL;
	const struct desk_asking ask = { .what = "use", .ref = lead,
		.for_use = "U2", .purpose = "Name of the owner" };

	assert_true(asprintf(&of, "of=%s", lead) > 0);
	case_refuse(d.ch, ERR_RULE, "comment", of, "text=Seen in Geneva", NULL);
	case_refuse(d.ch, ERR_RULE, "identifier", of, "type=phone",
		"value=+41791234567", NULL);
	case_refuse(d.ch, ERR_RULE, "comment", "of=TIDE", "text=Hello", NULL);
	assert_err(desk_ask(d.ch, &ask, &acted, &err), err, ERR_RULE);
	assert_non_null(strstr(err.text, "space administrator"));
	assert_err(change(d.ch, "lead", lead, "title=Mine", &err), err, ERR_RULE);
	assert_null(strstr(err.text, "comment"));
	assert_err(change(d.bg, "lead", lead, "title=Mine", &err), err, ERR_RULE);
	assert_non_null(strstr(err.text, "you can add a comment"));
	/* Its own, until they are released, carry what it likes. */
	free(of);
	assert_true(asprintf(&of, "of=%s", d.ref) > 0);
	case_put(d.ch, "comment", of, "text=Seen in Geneva", NULL);
	free(of);
	free(lead);
	stand_up(&d);
}

static void
test_a_task_moves_on_without_words(void **state)
{
	struct err err = ERR_INIT;
	struct desks d;

	(void)state;
	sit_down(&d);
	char *task = give(&d, "task", "title=Accounts", "for_party=CH");

	assert_err(change(d.ch, "task", task, "reason=The bank is Lac", &err),
		err, ERR_RULE);
	assert_ok(change(d.ch, "task", task, "status=declined", &err), err);
	case_is(d.ro, task, "status", "declined");
	assert_ok(change(d.ch, "task", task, "status=accepted", &err), err);
	assert_ok(change(d.ch, "task", task, "assignee=CH/1", &err), err);
	case_is(d.ro, task, "assignee", "CH/1");
	free(task);
	stand_up(&d);
}

static void
test_an_exhibit_is_signed_for_without_words(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *exhibit = give(&d, "evidence", "description=Phone", "storage=1");
	char *of = NULL;

	assert_true(asprintf(&of, "of=%s", exhibit) > 0);
	case_put(d.ro, "chain", of, "action=seized", "at=2026-01-03", NULL);
	case_put(d.ro, "chain", of, "action=handed_over", "at=2026-01-04",
		"from=RO", "to=CH", NULL);
	case_refuse(d.ch, ERR_RULE, "confirmation", of, "step=chain2",
		"remark=The owner called", NULL);
	case_put(d.ro, "confirmation", of, "step=chain2", NULL);
	case_put(d.ch, "confirmation", of, "step=chain2", NULL);
	case_is(d.ro, exhibit, "custodian", "CH");
	case_refuse(d.ch, ERR_RULE, "chain", of, "action=handed_over", "to=RO",
		"condition=as it was", NULL);
	case_refuse(d.ch, ERR_RULE, "chain", of, "action=handed_over",
		"to=Bank Lac", NULL);
	case_put(d.ch, "chain", of, "action=handed_over", "to=RO", NULL);
	free(of);
	free(exhibit);
	stand_up(&d);
}

static void
test_what_was_released_stands_and_waits_anew_when_it_is_taken_back(void **state)
{
	struct err err = ERR_INIT;
	struct desks d;

	(void)state;
	sit_down(&d);
	assert_ok(answer(d.admin, d.ref, "granted", "the trail", &err), err);
	case_is(d.bg, d.ref, "title", "From Geneva");
	assert_err(change(d.ch, "lead", d.ref, "title=From Bern", &err), err,
		ERR_RULE);
	assert_err(change(d.ch, "lead", d.ref, "status=assessed", &err), err,
		ERR_RULE);
	assert_ok(change(d.ch, "lead", d.ref, "handling=H1", &err), err);
	assert_ok(take_back(d.ch, d.ref, NULL, &err), err);
	assert_ok(change(d.ch, "lead", d.ref, "title=From Bern", &err), err);
	assert_int_equal(count_list(d.bg, "lead", "", NULL), 0);
	assert_err(change(d.ch, "lead", d.ref, "share=team", &err), err,
		ERR_RULE);
	assert_int_equal(releases(d.admin), 1);
	assert_ok(answer(d.admin, d.ref, "granted", "as corrected", &err), err);
	case_is(d.bg, d.ref, "title", "From Bern");
	stand_up(&d);
}

static void
test_it_answers_without_words(void **state)
{
	struct err err = ERR_INIT;
	struct desk_acted acted = { 0 };
	struct desks d;

	(void)state;
	sit_down(&d);
	assert_ok(answer(d.admin, d.ref, "granted", "the trail", &err), err);
	const struct desk_asking ask = { .what = "use", .ref = d.ref,
		.for_use = "U2", .purpose = "the other proceeding" };

	assert_ok(desk_ask(d.bg, &ask, &acted, &err), err);
	assert_err(answer(d.ch, acted.ref, "limited", "not before May", &err),
		err, ERR_RULE);
	assert_err(answer(d.ch, acted.ref, "refused", "he is ours", &err), err,
		ERR_RULE);
	assert_ok(answer(d.ch, acted.ref, "refused", NULL, &err), err);
	desk_acted_clear(&acted);
	stand_up(&d);
}

static bool
share_on(struct desk *d, const char *ref, const char *reason, struct err *err)
{
	struct desk_text who[] = { { (char *)(uintptr_t)"EUROPOL" } };
	const struct desk_sharing ask = { .ref = ref, .who = who, .n_who = 1,
		.reason = reason };
	struct desk_acted acted = { 0 };
	bool ok = desk_share(d, &ask, &acted, err);

	desk_acted_clear(&acted);
	return ok;
}

static bool
make_void(struct desk *d, const char *ref, const char *reason, struct err *err)
{
	struct desk_acted acted = { 0 };
	bool ok = desk_retract(d, &(struct desk_retract){ ref, reason }, &acted,
		err);

	desk_acted_clear(&acted);
	return ok;
}

/* Why it shares, takes back, retracts or erases would be read with the record. */
static void
test_it_gives_no_reason_to_those_who_see_what_was_released(void **state)
{
	struct err err = ERR_INIT;
	struct desk_erased gone = { 0 };
	struct desks d;

	(void)state;
	sit_down(&d);
	char *own = case_add(d.ch, "lead", "title=For us", NULL);
	char *void_one = case_add(d.ch, "lead", "title=Wrong", NULL);

	assert_ok(make_void(d.ch, own, "said to ourselves", &err), err);
	assert_ok(answer(d.admin, d.ref, "granted", "the trail", &err), err);
	assert_ok(answer(d.admin, void_one, "granted", "too", &err), err);
	assert_err(share_on(d.ch, d.ref, "the banker talks", &err), err, ERR_RULE);
	assert_ok(share_on(d.ch, d.ref, NULL, &err), err);
	assert_err(take_back(d.ch, d.ref, "he is ours", &err), err, ERR_RULE);
	assert_ok(take_back(d.ch, d.ref, NULL, &err), err);
	assert_err(make_void(d.ch, void_one, "he is ours", &err), err, ERR_RULE);
	assert_ok(make_void(d.ch, void_one, NULL, &err), err);
	case_is(d.bg, void_one, "retract_reason", NULL);
	assert_err(desk_erase(d.ch, &(struct desk_erase){ .ref = void_one,
		.reason = "a court in Bern" }, &gone, &err), err, ERR_RULE);
	desk_erased_clear(&gone);
	assert_err(make_void(d.ro, void_one, NULL, &err), err, ERR_RULE);
	free(void_one);
	free(own);
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
		CASE_TEST(test_of_what_others_see_it_says_nothing_in_words),
		CASE_TEST(test_a_task_moves_on_without_words),
		CASE_TEST(test_an_exhibit_is_signed_for_without_words),
		CASE_TEST(test_what_was_released_stands_and_waits_anew_when_it_is_taken_back),
		CASE_TEST(test_it_answers_without_words),
		CASE_TEST(test_it_gives_no_reason_to_those_who_see_what_was_released),
	};

	return RUN_TESTS("src/quarantine", tests);
}
