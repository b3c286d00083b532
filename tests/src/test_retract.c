/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_retract.c - records and parts made void: gone from what is listed, counted
 * and searched, kept in what is told. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

static bool
retract(struct desk *d, const char *ref, const char *reason, struct err *err)
{
	const struct desk_retract ask = { ref, reason };
	struct desk_acted acted = { 0 };
	bool ok = desk_retract(d, &ask, &acted, err);

	desk_acted_clear(&acted);
	return ok;
}

static void
make_void(struct desk *d, const char *ref)
{
	struct err err = ERR_INIT;

	assert_ok(retract(d, ref, "entered twice", &err), err);
}

static void
refuse(struct desk *d, const char *ref, enum err_code code)
{
	struct err err = ERR_INIT;

	assert_err(retract(d, ref, "x", &err), err, code);
}

static void
verifies(void)
{
	struct err err = ERR_INIT;

	if (!store_verifies(CASE_STORE, &err))
		fail_msg("%s", err.text);
}

static void
test_a_void_record_is_in_no_list_count_or_search(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "lead", "title=Container", "due=2026-01-04", NULL);
	case_put(ro, "lead", "title=Container twin", "due=2026-01-04", NULL);
	case_put(bg, "lead", "title=Theirs", NULL);
	make_void(ro, "RO-L2");
	struct desk *both[] = { ro, bg };

	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(count_list(both[i], "lead", "", NULL), 2);
		assert_int_equal(count_list(both[i], "lead", "", "due"), 2);
		assert_int_equal(count_list(both[i], "lead", "", "title"), 2);
		assert_int_equal(count_list(both[i], "lead", "container", NULL), 1);
		assert_int_equal(count_list(both[i], "lead", "is:overdue", NULL), 1);
		assert_int_equal(count_list(both[i], "lead", "due:none", NULL), 1);
		assert_int_equal(count_list(both[i], "lead", "is:retracted", NULL), 1);
		assert_int_equal(count_list(both[i], "lead",
			"is:retracted container", NULL), 1);
		assert_int_equal(count_list(both[i], "lead",
			"not is:retracted", NULL), 2);
		assert_int_equal(count_list(both[i], "lead",
			"retract_reason:twice", NULL), 1);
		assert_true(case_sees(both[i], "RO-L2"));
	}
	verifies();
	desk_close(bg);
	desk_close(ro);
}

static void
test_it_tells_when_and_why_and_keeps_its_ref(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_history_ask ask = { .ref = "RO-L1" };
	struct desk_history history = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=One", NULL);
	make_void(ro, "RO-L1");
	case_is(ro, "RO-L1", "retract_reason", "entered twice");
	case_is(ro, "RO-L1", "changed_by", "RO/1");
	case_is(ro, "RO-L1", "version", "2");
	char *when = case_value(ro, "RO-L1", "retracted");

	assert_non_null(when);
	free(when);
	assert_ok(desk_history(ro, &ask, &history, &err), err);
	assert_int_equal(history.n, 2);
	assert_string_equal(history.entries[0].verb, "retract");
	desk_history_clear(&history);
	char *next = case_add(ro, "lead", "title=Two", NULL);

	assert_string_equal(next, "RO-L2");
	free(next);
	desk_close(ro);
}

static void
test_only_those_who_saw_it_see_it_void(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk *eu = case_desk("EUROPOL/1");
	char *own = case_add(ro, "lead", "title=Quiet", "share=own", NULL);
	char *team = case_add(ro, "lead", "title=Loud", NULL);

	(void)state;
	make_void(ro, own);
	make_void(ro, team);
	assert_true(case_sees(ro, own));
	assert_false(case_sees(bg, own));
	assert_false(case_sees(eu, own));
	assert_true(case_sees(bg, team));
	assert_false(case_sees(eu, team));
	assert_int_equal(count_list(ro, "lead", "is:retracted", NULL), 2);
	assert_int_equal(count_list(bg, "lead", "is:retracted", NULL), 1);
	assert_int_equal(count_list(eu, "lead", "is:retracted", NULL), 0);
	verifies();
	free(own);
	free(team);
	desk_close(eu);
	desk_close(bg);
	desk_close(ro);
}

static void
test_only_the_party_of_the_record_or_part_retracts(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "lead", "title=Ours", NULL);
	case_put(bg, "comment", "of=RO-L1", "text=Theirs", NULL);
	refuse(bg, "RO-L1", ERR_RULE);
	refuse(ro, "RO-L1/comment1", ERR_RULE);
	make_void(bg, "RO-L1/comment1");
	make_void(ro, "RO-L1");
	refuse(ro, "RO-L1", ERR_RULE);
	refuse(ro, "RO-L9", ERR_NOT_FOUND);
	refuse(ro, "RO", ERR_RULE);
	refuse(ro, "RO/1", ERR_RULE);
	refuse(ro, "TIDE", ERR_RULE);
	verifies();
	desk_close(bg);
	desk_close(ro);
}

static void
test_a_reason_is_wanted(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Ours", NULL);
	assert_err(retract(ro, "RO-L1", NULL, &err), err, ERR_USAGE);
	assert_err(retract(ro, "RO-L1", " ", &err), err, ERR_INVALID);
	assert_err(retract(ro, "RO-L1", "a\nb", &err), err, ERR_INVALID);
	case_is(ro, "RO-L1", "version", "1");
	desk_close(ro);
}

static void
test_nothing_is_done_to_what_is_void(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=One", NULL);
	case_put(ro, "asset", "type=BANK", NULL);
	make_void(ro, "RO-L1");
	make_void(ro, "RO-A1");
	assert_err(case_set(ro, &acted, &err, "lead", "RO-L1", 0, "title=Two",
		NULL), err, ERR_RULE);
	desk_acted_clear(&acted);
	case_refuse(ro, ERR_RULE, "comment", "of=RO-L1", "text=x", NULL);
	case_refuse(ro, ERR_RULE, "payment", "from=RO-A1", NULL);
	desk_close(ro);
}

static void
test_what_is_void_frees_its_names(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "lead", "title=One", "source_id=A1", NULL);
	case_refuse(ro, ERR_RULE, "lead", "title=Two", "source_id=A1", NULL);
	assert_true(case_sees(ro, "A1"));
	make_void(ro, "RO-L1");
	assert_false(case_sees(ro, "A1"));
	case_put(ro, "lead", "title=Two", "source_id=A1", NULL);
	case_is(ro, "A1", "title", "Two");
	verifies();
	desk_close(ro);
}

static void
test_the_words_of_a_void_part_are_not_found(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "person", "name=Ivan Petrov", NULL);
	case_put(ro, "name", "of=RO-P1", "text=Vanko", NULL);
	assert_int_equal(count_list(ro, "person", "vanko", NULL), 1);
	make_void(ro, "RO-P1/name1");
	assert_int_equal(count_list(ro, "person", "vanko", NULL), 0);
	assert_int_equal(count_list(ro, "person", "ivan", NULL), 1);
	case_is(ro, "RO-P1", "version", "1");
	verifies();
	desk_close(ro);
}

static void
test_a_link_goes_with_its_end(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "person", "name=Ivan Petrov", NULL);
	case_put(ro, "asset", "type=BANK", NULL);
	case_put(ro, "link", "type=owns", "a=RO-P1", "b=RO-A1", NULL);
	case_put(ro, "link", "type=uses", "a=RO-P1", "b=RO-A1", NULL);
	assert_int_equal(count_list(bg, "link", "", NULL), 2);
	make_void(ro, "RO-X2");
	assert_int_equal(count_list(bg, "link", "", NULL), 1);
	verifies();
	make_void(ro, "RO-A1");
	assert_int_equal(count_list(bg, "link", "", NULL), 0);
	/* It was not retracted itself. */
	assert_int_equal(count_list(bg, "link", "is:retracted", NULL), 1);
	verifies();
	desk_close(bg);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_void_record_is_in_no_list_count_or_search),
		CASE_TEST(test_it_tells_when_and_why_and_keeps_its_ref),
		CASE_TEST(test_only_those_who_saw_it_see_it_void),
		CASE_TEST(test_only_the_party_of_the_record_or_part_retracts),
		CASE_TEST(test_a_reason_is_wanted),
		CASE_TEST(test_nothing_is_done_to_what_is_void),
		CASE_TEST(test_what_is_void_frees_its_names),
		CASE_TEST(test_the_words_of_a_void_part_are_not_found),
		CASE_TEST(test_a_link_goes_with_its_end),
	};

	return RUN_TESTS("src/retract", tests);
}
