/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share that is set, and what is taken back of what was given: the same rules. */
#include <sys/stat.h>

#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/verify.h"

static struct desk *ro, *bg, *gr;

static int
setup(void **state)
{
	if (case_setup(state) != 0)
		return -1;
	ro = case_desk("RO");
	bg = case_desk("BG");
	gr = case_desk("GR");
	return 0;
}

/* Whatever was given and taken, the log holds. */
static int
teardown(void **state)
{
	struct err err = ERR_INIT;
	bool holds = store_verifies(CASE_STORE, &err);

	desk_close(ro);
	desk_close(bg);
	desk_close(gr);
	if (!holds)
		print_error("%s\n", err.text);
	return case_teardown(state) != 0 || !holds ? -1 : 0;
}

#define SHARE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static void
takes(struct desk *d, const char *kind, const char *ref, const char *field)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(d, &acted, &err, kind, ref, 0, field, NULL), err);
	desk_acted_clear(&acted);
}

static void
refuses(struct desk *d, const char *ref, const char *field, const char *words)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (case_set(d, &acted, &err, "lead", ref, 0, field, NULL))
		fail_msg("%s %s was taken", ref, field);
	if (err.code != ERR_RULE || !strstr(err.text, words))
		fail_msg("%s: %s", err_word(err.code), err.text);
	desk_acted_clear(&acted);
}

/* How many asks does the desk's party have to answer of this record? */
static size_t
wanted_back(struct desk *d)
{
	struct desk_asks_ask ask = { .open = true };
	struct desk_asks a;
	struct err err = ERR_INIT;
	size_t n = 0;

	assert_ok(desk_asks(d, &ask, &a, &err), err);
	for (size_t i = 0; i < a.n; i++)
		n += !a.rows[i].ours;
	desk_asks_clear(&a);
	return n;
}

/* --- To fewer ----------------------------------------------------------- */

static void
test_what_nobody_received_is_set_to_less_at_once(void **state)
{
	char *ref = case_add(ro, "lead", "title=Slip", NULL);

	(void)state;
	takes(ro, "lead", ref, "share=own");
	assert_false(case_sees(bg, ref));
	assert_int_equal(wanted_back(bg), 0);
	takes(ro, "lead", ref, "share=team");
	takes(ro, "lead", ref, "share=named");
	assert_false(case_sees(bg, ref));
	free(ref);
}

static void
test_what_was_opened_is_taken_back_by_unshare_alone(void **state)
{
	char *ref = case_add(ro, "lead", "title=Read", NULL);

	(void)state;
	assert_true(case_sees(bg, ref));
	refuses(ro, ref, "share=own", "was received by BG:");
	refuses(ro, ref, "share=named", "unshare");
	assert_true(case_sees(bg, ref));
	unshare_from(ro, ref, "team");
	assert_false(case_sees(bg, ref));
	case_is(ro, ref, "share", "own");
	assert_int_equal(wanted_back(bg), 1);
	assert_int_equal(wanted_back(gr), 1);
	free(ref);
}

/* An act of its own counts as received, opened or not. */
static void
test_what_was_given_is_not_taken_back_by_set(void **state)
{
	char *ref = case_add(ro, "lead", "title=Given", "share=own", NULL);

	(void)state;
	share_with(ro, ref, "EUROPOL BG/2", NULL);
	refuses(ro, ref, "share=named", "BG");
	unshare_from(ro, ref, "EUROPOL BG/2");
	takes(ro, "lead", ref, "share=named");
	free(ref);
}

static void
test_a_form_is_told_before_it_is_saved(void **state)
{
	char *ref = case_add(ro, "lead", "title=Read", NULL);
	struct desk_change change = { .verb = "set", .ref = ref };
	struct desk_checked checked;
	struct record fields;
	struct err err = ERR_INIT;

	(void)state;
	assert_true(case_sees(bg, ref));
	record_init(&fields, kind_find("lead"));
	record_set(&fields, HEADER_SHARE, "own");
	change.fields = &fields;
	assert_ok(desk_check(ro, &change, &checked, &err), err);
	assert_int_equal(checked.n, 1);
	assert_int_equal(checked.faults[0].field, header_fields[HEADER_SHARE].id);
	desk_checked_clear(&checked);
	record_clear(&fields);
	free(ref);
}

static void
test_each_of_many_is_held_to_it(void **state)
{
	char *seen = case_add(ro, "lead", "title=Read", NULL);
	char *other = case_add(ro, "lead", "title=Unread", NULL);
	struct record fields;
	const struct desk_change changes[] = {
		{ .verb = "set", .ref = seen, .fields = &fields },
		{ .verb = "set", .ref = other, .fields = &fields },
	};
	const struct desk_many many = { .changes = changes, .n = 2 };
	struct desk_many_done done;
	struct err err = ERR_INIT;

	(void)state;
	assert_true(case_sees(bg, seen));
	record_init(&fields, kind_find("lead"));
	record_set(&fields, HEADER_SHARE, "own");
	assert_ok(desk_act_many(ro, &many, &done, &err), err);
	assert_int_equal(done.done, 1);
	assert_null(done.each[0].ref);
	desk_many_done_clear(&done);
	assert_true(case_sees(bg, seen));
	assert_false(case_sees(bg, other));
	record_clear(&fields);
	free(seen);
	free(other);
}

/* Nobody could give a reason: privilege is the reason. */
static void
test_what_turns_out_privileged_is_asked_back(void **state)
{
	char *ref = case_add(ro, "lead", "title=Letter", NULL);

	(void)state;
	assert_true(case_sees(bg, ref));
	takes(ro, "lead", ref, "privilege=to_review");
	assert_false(case_sees(bg, ref));
	assert_int_equal(wanted_back(bg), 1);
	assert_int_equal(wanted_back(gr), 0);
	free(ref);
}

/* --- To more ------------------------------------------------------------ */

static void
test_set_to_the_team_goes_by_the_rules_of_share(void **state)
{
	char *h3 = case_add(ro, "lead", "title=D", "handling=H3",
		"handling_text=ask Sofia first", NULL);
	char *plain = case_add(ro, "lead", "title=E", "share=own", NULL);

	(void)state;
	refuses(ro, h3, "share=team", "ask Sofia first");
	assert_false(case_sees(bg, h3));
	takes(ro, "lead", plain, "share=team");
	assert_true(case_sees(bg, plain));
	free(h3);
	free(plain);
}

static void
test_set_to_the_team_takes_nothing_from_whom_it_was_given(void **state)
{
	struct desk *eu = case_desk("EUROPOL/1");
	char *ref = case_add(ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	share_with(ro, ref, "EUROPOL", NULL);
	takes(ro, "lead", ref, "share=team");
	/* It was given, before the team had it as much as after. */
	refuses(ro, ref, "share=own", "EUROPOL");
	assert_true(case_sees(eu, ref));
	unshare_from(ro, ref, "EUROPOL");
	assert_false(case_sees(eu, ref));
	free(ref);
	desk_close(eu);
}

/* --- Taking back what nobody sees yet ----------------------------------- */

static void
test_a_link_is_taken_back_while_an_end_hides_it(void **state)
{
	char *a = case_add(ro, "person", "name=Alba", NULL);
	char *b = case_add(ro, "person", "name=Brod", "share=own", NULL);
	char from[80], to[80];
	struct err err = ERR_INIT;

	(void)state;
	snprintf(from, sizeof(from), "a=%s", a);
	snprintf(to, sizeof(to), "b=%s", b);
	char *link = case_add(ro, "link", "type=knows", from, to, "share=own",
		NULL);

	share_with(ro, link, "BG", NULL);
	assert_false(case_sees(bg, link));
	share_refused(ro, link, "BG", ERR_RULE, "has");
	unshare_from(ro, link, "BG");
	/* What they never saw they are not asked for: that would tell of it. */
	assert_int_equal(wanted_back(bg), 0);
	share_with(ro, b, "BG", NULL);
	assert_false(case_sees(bg, link));
	assert_false(unshare_try(ro, link, "BG", NULL, &err));
	free(a);
	free(b);
	free(link);
}

static void
test_what_is_privileged_is_taken_back_before_it_is_cleared(void **state)
{
	char *ref = case_add(ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	share_with(ro, ref, "GR", NULL);
	takes(ro, "lead", ref, "privilege=to_review");
	unshare_from(ro, ref, "GR");
	takes(ro, "lead", ref, "privilege=cleared");
	assert_false(case_sees(gr, ref));
	free(ref);
}

/* The body is at the case, and had nothing of it. */
static void
test_from_the_team_asks_nobody_who_had_nothing(void **state)
{
	struct desk *eu = case_desk("EUROPOL/1");
	char *ref = case_add(ro, "lead", "title=A", NULL);

	(void)state;
	unshare_from(ro, ref, "team");
	assert_int_equal(wanted_back(eu), 0);
	free(ref);
	desk_close(eu);
}

/* To stop access does not wait for a log that cannot be read, and it says so. */
static void
test_is_taken_back_when_the_access_log_cannot_be_read(void **state)
{
	char *ref = case_add(ro, "lead", "title=A", NULL);
	struct desk_unshared u = { 0 };
	struct err err = ERR_INIT;
	FILE *f;

	(void)state;
	assert_true(case_sees(bg, ref));
	desk_close(bg);
	f = fopen(CASE_STORE ".access-2024", "w");
	assert_non_null(f);
	fputs("this is no log of what was read, and long enough to be looked at "
		"as one: it is refused for what it is", f);
	fclose(f);
	assert_ok(unshare_try(ro, ref, "BG", &u, &err), err);
	assert_int_equal(u.n, 0);
	assert_true(u.n_notices > 0);
	assert_non_null(strstr(u.notices[0].text, "cannot be told now"));
	desk_unshared_clear(&u);
	assert_int_equal(remove(CASE_STORE ".access-2024"), 0);
	bg = case_desk("BG");
	assert_false(case_sees(bg, ref));
	assert_int_equal(wanted_back(bg), 1);
	free(ref);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		SHARE_TEST(test_what_nobody_received_is_set_to_less_at_once),
		SHARE_TEST(test_what_was_opened_is_taken_back_by_unshare_alone),
		SHARE_TEST(test_what_was_given_is_not_taken_back_by_set),
		SHARE_TEST(test_a_form_is_told_before_it_is_saved),
		SHARE_TEST(test_each_of_many_is_held_to_it),
		SHARE_TEST(test_what_turns_out_privileged_is_asked_back),
		SHARE_TEST(test_set_to_the_team_goes_by_the_rules_of_share),
		SHARE_TEST(test_set_to_the_team_takes_nothing_from_whom_it_was_given),
		SHARE_TEST(test_a_link_is_taken_back_while_an_end_hides_it),
		SHARE_TEST(test_what_is_privileged_is_taken_back_before_it_is_cleared),
		SHARE_TEST(test_from_the_team_asks_nobody_who_had_nothing),
		SHARE_TEST(test_is_taken_back_when_the_access_log_cannot_be_read),
	};

	return RUN_TESTS("src/share_review", tests);
}
