/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_alike.c - records that may be the same one are proposed, to those who see
 * them, until somebody has said whether they are. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#include "base/match.h"

/* "RO-P1 1000, RO-P2 967" */
static void
check_alike(struct desk *d, const char *ref, const char *want)
{
	struct desk_alike_ask ask = { .ref = ref };
	struct desk_alike alike = { 0 };
	struct err err = ERR_INIT;
	struct strbuf got = STRBUF_INIT;

	assert_ok(desk_alike(d, &ask, &alike, &err), err);
	for (size_t i = 0; i < alike.n; i++) {
		assert_in_range(alike.rows[i].score, MATCH_SAME, MATCH_SURE);
		assert_true(i == 0 ||
			alike.rows[i].score <= alike.rows[i - 1].score);
		strbuf_printf(&got, "%s%s", i ? " " : "", alike.rows[i].ref);
	}
	if (strcmp(got.text, want) != 0)
		fail_msg("%s: \"%s\" instead of \"%s\"", ref, got.text, want);
	strbuf_clear(&got);
	desk_alike_clear(&alike);
}

static void
test_other_spellings_are_proposed_the_likeliest_first(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Stoyan Dimitrov", NULL);
	case_put(d, "person", "name=Димитров Стоян", NULL);	/* script, order */
	case_put(d, "person", "name=Stoian Dimitroff", NULL);	/* sound */
	case_put(d, "person", "name=Stoyan Dimitrev", NULL);	/* slip at the end */
	case_put(d, "person", "name=Stoyan Timitrov", NULL);	/* ... at the front */
	case_put(d, "person", "name=Stoyam Dimitrob", NULL);	/* in both words */
	case_put(d, "person", "name=Stoyan Georgiev", NULL);
	case_put(d, "person", "name=Maria Dimitrova", NULL);
	case_put(d, "organisation", "name=Stoyan Dimitrov", NULL);
	check_alike(d, "RO-P1", "RO-P2 RO-P3 RO-P5 RO-P4 RO-P6");
	check_alike(d, "RO-P8", "");
	check_alike(d, "RO-O1", "");
	desk_close(d);
}

static void
test_every_name_of_a_record_counts(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=The Captain", "given=Nikos",
		"family=Manolakis", NULL);
	case_put(d, "person", "name=Manolakis, Nikos", NULL);
	case_put(d, "person", "name=Pier Renard", NULL);
	case_put(d, "name", "of=RO-P3", "text=Νίκος Μανωλάκης", NULL);
	case_put(d, "person", "name=Nicholas Manolakis", NULL);
	check_alike(d, "RO-P2", "RO-P3 RO-P1 RO-P4");
	check_alike(d, "RO-P1", "RO-P3 RO-P2 RO-P4");
	desk_close(d);
}

static void
test_what_else_is_known_decides(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ana Rusu", "birth_date=1961-03-14", NULL);
	case_put(d, "person", "name=Anna Rusu", "birth_date=1961-03-14", NULL);
	case_put(d, "person", "name=Ana Rusu", "birth_date=1990-07-02", NULL);
	case_put(d, "person", "name=Ana Rusu", NULL);
	check_alike(d, "RO-P1", "RO-P4 RO-P2");
	case_put(d, "organisation", "name=Alpha Nautical Ltd", "reg_no=C 1234",
		NULL);
	case_put(d, "organisation", "name=Old Pier Trading", "reg_no=c-1234",
		NULL);
	case_put(d, "organisation", "name=Alpha Nautical", "reg_no=C 9999", NULL);
	case_put(d, "organisation", "name=ALPHA NAUTICAL LIMITED", NULL);
	check_alike(d, "RO-O1", "RO-O4");
	case_put(d, "name", "of=RO-O2", "text=Alpha Shipping", NULL);
	desk_close(d);
}

static void
test_what_was_said_is_not_asked_again(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ivan Petrov", NULL);
	case_put(d, "person", "name=Иван Петров", NULL);
	case_put(d, "person", "name=Iwan Petrow", NULL);
	check_alike(d, "RO-P1", "RO-P2 RO-P3");
	case_put(d, "link", "type=not_same_as", "a=RO-P2", "b=RO-P1", NULL);
	check_alike(d, "RO-P1", "RO-P3");
	check_alike(d, "RO-P2", "RO-P3");
	case_put(d, "link", "type=same_as", "a=RO-P1", "b=RO-P3", NULL);
	check_alike(d, "RO-P1", "");
	/* Another link says nothing of that. */
	case_put(d, "link", "type=knows", "a=RO-P2", "b=RO-P3", NULL);
	check_alike(d, "RO-P2", "RO-P3");
	/* Nothing was merged. */
	case_is(d, "RO-P3", "name", "Iwan Petrow");
	desk_close(d);
}

static void
test_what_was_said_can_be_taken_back(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ivan Petrov", NULL);
	case_put(d, "person", "name=Иван Петров", NULL);
	case_put(d, "link", "type=same_as", "a=RO-P1", "b=RO-P2", NULL);
	check_alike(d, "RO-P1", "");
	case_retract(d, "RO-X1");
	check_alike(d, "RO-P1", "RO-P2");
	/* A void record is like nobody. */
	case_retract(d, "RO-P2");
	check_alike(d, "RO-P1", "");
	desk_close(d);
}

static void
test_only_what_the_viewer_sees_is_proposed(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "person", "name=Ivan Petrov", "share=team", NULL);
	char *kept = case_add(bg, "person", "name=Ivan Petrov", "share=own", NULL);

	check_alike(ro, "RO-P1", "");
	check_alike(bg, "RO-P1", kept);
	/* A refusal that one does not see does not count for him. */
	case_put(bg, "person", "name=Ivan Petrov", "share=team", NULL);
	case_put(bg, "link", "type=not_same_as", "a=RO-P1", "b=BG-P1",
		"share=own", NULL);
	check_alike(bg, "RO-P1", kept);
	check_alike(ro, "RO-P1", "BG-P1");
	/* Nor is there any word of it when the same is entered. */
	case_put(bg, "person", "name=Quirin Zabel", "share=own", NULL);
	assert_true(case_set(ro, &acted, &err, "person", "RO-P1", 0,
		"name=Quirin Zabel", NULL));
	assert_int_equal(acted.n_notices, 0);
	desk_acted_clear(&acted);
	free(kept);
	desk_close(ro);
	desk_close(bg);
}

/* Do what, and read the sentence that tells of a likely one; "" if none does. */
static void
check_notice(struct desk *d, const char *want, const char *verb,
	const char *kind, const char *ref, ...)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	const char *got = "";
	va_list ap;

	va_start(ap, ref);
	char *done = case_try(d, verb, kind, ref, 0, &acted, &err, ap);

	va_end(ap);
	if (!done)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < acted.n_notices; i++)
		if (strncmp(acted.notices[i].text, "this may be", 11) == 0)
			got = acted.notices[i].text;
	assert_string_equal(got, want);
	desk_acted_clear(&acted);
	free(done);
}

static void
check_begins(struct desk *d, const char *want, const char *name)
{
	struct record typed;
	struct desk_change change = { .verb = "add", .fields = &typed };
	struct desk_acted acted;
	struct err err = ERR_INIT;
	bool told = false;

	record_init(&typed, kind_find("person"));
	record_set(&typed, kind_index(typed.kind, "name"), strchr(name, '=') + 1);
	assert_ok(desk_act(d, &change, &acted, &err), err);
	for (size_t i = 0; i < acted.n_notices; i++)
		told |= strncmp(acted.notices[i].text, want, strlen(want)) == 0;
	if (!told)
		fail_msg("%s: not told \"%s\"", name, want);
	desk_acted_clear(&acted);
	record_clear(&typed);
}

static void
test_it_is_told_at_entry(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	check_notice(d, "", "add", "person", NULL, "name=Ivan Petrov", NULL);
	check_notice(d, "this may be RO-P1 (1.00)", "add", "person", NULL,
		"name=Петров Иван", NULL);
	check_notice(d, "", "add", "person", NULL, "name=Maria Lopez", NULL);
	check_notice(d, "", "add", "organisation", NULL, "name=Ivan Petrov Ltd",
		NULL);
	check_notice(d, "", "add", "lead", NULL, "title=Ivan Petrov", NULL);
	/* By a change of the name, not of anything else; and by another name. */
	check_notice(d, "", "set", "person", "RO-P2", "nationality=BG", NULL);
	check_notice(d, "this may be RO-P2 (1.00)", "set", "person", "RO-P3",
		"name=Ivan Petrov", NULL);
	check_notice(d, "", "add", "person", NULL, "name=Karl Weber", NULL);
	check_notice(d, "this may be RO-P3 (1.00)", "add", "name", NULL,
		"of=RO-P4", "text=Ivan Petrov", NULL);
	desk_close(d);
}

/* One who is there, and the spellings in which somebody else enters them. */
static const struct {
	const char *there, *entered;
} spellings[] = {
	{ "name=Georgios Kalfopoulos", "name=Kalfopoulos Georgios" },
	{ "name=Stoyan Dragomirov", "name=Stojan Dragomiroff" },
	{ "name=Katerina Zlatanova", "name=Катерина Златанова" },
	{ "name=Boyana Ventseslavova", "name=Boyana Ventselsavova" },
	{ "name=Petar Hristodulov", "name=Petar Qristodulov" },
	{ "name=Yorgos Papachristou", "name=George Papachristou" },
	{ "name=Mihai Andrei Lupulescu", "name=Lupulescu Mihai" },
};

static void
test_each_spelling_is_told_at_entry(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		char want[40], *ref = case_add(d, "person", spellings[i].there,
			NULL), *kept;

		snprintf(want, sizeof(want), "this may be %s", ref);
		kept = case_add(bg, "person", spellings[i].entered, "share=own",
			NULL);
		/* What BG keeps is nobody's likeness here. */
		check_begins(d, want, spellings[i].entered);
		free(kept);
		free(ref);
	}
	desk_close(bg);
	desk_close(d);
}

static void
test_reasons_are_given(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_alike_ask ask = { .ref = "RO-P1", .limit = 1 };
	struct desk_alike alike = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ivan Petrov", NULL);
	case_put(d, "person", "name=Dr Ivan Petrof", NULL);
	case_put(d, "person", "name=Ivam Petrof", NULL);
	assert_ok(desk_alike(d, &ask, &alike, &err), err);
	assert_int_equal(alike.n, 1);
	assert_string_equal(alike.rows[0].ref, "RO-P2");
	assert_string_equal(alike.rows[0].ours, "Ivan Petrov");
	assert_string_equal(alike.rows[0].theirs, "Dr Ivan Petrof");
	assert_int_equal(alike.rows[0].n_reasons, 3);
	for (size_t i = 0; i < 3; i++) {
		struct desk_reason *r = &alike.rows[0].reasons[i];

		if (r->why == WHY_SLIP)
			assert_string_equal(r->ours, "petrov");
		if (r->why == WHY_MISSING)
			assert_string_equal(r->theirs, "dr");
	}
	desk_alike_clear(&alike);
	desk_close(d);
}

static void
test_only_persons_and_organisations_are_matched(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_alike_ask ask = { .ref = "RO-L1" };
	struct desk_alike alike = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "lead", "title=Ivan Petrov", NULL);
	assert_err(desk_alike(d, &ask, &alike, &err), err, ERR_RULE);
	ask.ref = "RO-P77";
	assert_err(desk_alike(d, &ask, &alike, &err), err, ERR_NOT_FOUND);
	desk_close(d);
}

/* Names without a letter, of one, of thousands; a hundred of one name. */
static void
test_strange_names_do_no_harm(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=...", NULL);
	case_put(d, "person", "name=X", NULL);
	case_put(d, "person", "name=\"a\" OR b* NEAR(c)", NULL);
	case_put(d, "person", "name=محمد علي", NULL);
	case_put(d, "person", "name=محمد علی", NULL);
	check_alike(d, "RO-P1", "");
	check_alike(d, "RO-P2", "");
	check_alike(d, "RO-P3", "");
	check_alike(d, "RO-P4", "RO-P5");
	for (int i = 0; i < 120; i++)
		case_put(d, "organisation", "name=Ivan Trading", NULL);
	struct desk_alike_ask ask = { .ref = "RO-O1" };
	struct desk_alike alike = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_alike(d, &ask, &alike, &err), err);
	assert_int_equal(alike.n, DESK_ALIKE_MOST);
	assert_string_equal(alike.rows[0].ref, "RO-O120");
	desk_alike_clear(&alike);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_other_spellings_are_proposed_the_likeliest_first),
		CASE_TEST(test_every_name_of_a_record_counts),
		CASE_TEST(test_what_else_is_known_decides),
		CASE_TEST(test_what_was_said_is_not_asked_again),
		CASE_TEST(test_what_was_said_can_be_taken_back),
		CASE_TEST(test_only_what_the_viewer_sees_is_proposed),
		CASE_TEST(test_it_is_told_at_entry),
		CASE_TEST(test_each_spelling_is_told_at_entry),
		CASE_TEST(test_reasons_are_given),
		CASE_TEST(test_only_persons_and_organisations_are_matched),
		CASE_TEST(test_strange_names_do_no_harm),
	};

	return RUN_TESTS("src/alike", tests);
}
