/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_news.c - what is new since the last visit, and when a visit has been one. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"

#include "base/strbuf.h"

/* "BG 1+2, GR 0+1": new and changed. */
static void
check(struct desk *desk, const char *want)
{
	const struct desk_news_ask ask = { .wait = 1 };
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_news n;

	assert_ok(desk_news(desk, &ask, &n, &err), err);
	assert_false(n.more);
	for (size_t i = 0; i < n.n; i++)
		strbuf_printf(&got, "%s%s %d+%d", i ? ", " : "",
			n.parties[i].party, (int)n.parties[i].added,
			(int)n.parties[i].changed);
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_news_clear(&n);
}

/* "add BG-L1, set RO-L1": newest first. */
static void
entries(struct desk *desk, const char *party, int64_t skip, int64_t limit,
	const char *want)
{
	const struct desk_news_entries_ask ask = { party, skip, limit };
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_history h;

	assert_ok(desk_news_entries(desk, &ask, &h, &err), err);
	for (size_t i = 0; i < h.n; i++)
		strbuf_printf(&got, "%s%s %s", i ? ", " : "",
			h.entries[i].verb, h.entries[i].ref);
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_history_clear(&h);
}

static void
visit(struct desk *desk)
{
	struct err err = ERR_INIT;

	assert_ok(desk_visited(desk, &err), err);
}

/* Somebody who was here and has seen all that there is. */
static struct desk *
come_back(const char *as)
{
	const struct desk_news_ask ask = { .wait = 1 };
	struct desk *d = case_desk(as);
	struct desk_news n;
	struct err err = ERR_INIT;

	assert_ok(desk_news(d, &ask, &n, &err), err);
	desk_news_clear(&n);
	visit(d);
	desk_close(d);
	return case_desk(as);
}

static void
change(struct desk *desk, const char *ref, const char *what)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(desk, &acted, &err, "lead", ref, 0, what, NULL), err);
	desk_acted_clear(&acted);
}

static void
test_records_of_others_are_counted_once(void **state)
{
	struct desk *ro = come_back(NULL), *bg = case_desk("BG");

	(void)state;
	check(ro, "");
	case_put(ro, "lead", "title=Mine", NULL);
	check(ro, "");
	case_put(bg, "lead", "title=Theirs", NULL);
	change(bg, "BG-L1", "title=Theirs still");
	case_put(bg, "comment", "of=BG-L1", "text=a", NULL);
	case_put(bg, "comment", "of=RO-L1", "text=b", NULL);
	case_put(bg, "comment", "of=RO-L1", "text=c", NULL);
	check(ro, "BG 1+1");
	entries(ro, "BG", 0, 100, "add RO-L1/comment2, add RO-L1/comment1,"
		" add BG-L1/comment1, set BG-L1, add BG-L1");
	entries(ro, "BG", 1, 2, "add RO-L1/comment1, add BG-L1/comment1");
	entries(ro, "GR", 0, 100, "");
	entries(ro, NULL, 4, 100, "add BG-L1");
	desk_close(ro);
	desk_close(bg);
}

static void
test_mark_stands_still_until_the_visit_is_over(void **state)
{
	struct desk *ro = come_back(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(bg, "lead", "title=First", NULL);
	check(ro, "BG 1+0");
	check(ro, "BG 1+0");
	/* A line that drops is no end of a visit. */
	desk_close(ro);
	ro = case_desk(NULL);
	check(ro, "BG 1+0");
	visit(ro);
	check(ro, "BG 1+0");
	desk_close(ro);
	ro = case_desk(NULL);
	check(ro, "");
	desk_close(ro);
	desk_close(bg);
}

static void
test_what_was_not_told_is_new_the_next_time(void **state)
{
	struct desk *ro = come_back(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(bg, "lead", "title=First", NULL);
	check(ro, "BG 1+0");
	case_put(bg, "lead", "title=Second", NULL);
	visit(ro);
	desk_close(ro);
	ro = case_desk(NULL);
	check(ro, "BG 1+0");
	entries(ro, NULL, 0, 9, "add BG-L2");
	/* Nobody looked this time. */
	desk_close(ro);
	ro = case_desk(NULL);
	visit(ro);
	desk_close(ro);
	ro = case_desk(NULL);
	check(ro, "BG 1+0");
	desk_close(ro);
	desk_close(bg);
}

static void
test_mark_never_goes_back(void **state)
{
	struct desk *one = come_back(NULL), *two = case_desk(NULL);
	struct desk *bg = case_desk("BG");

	(void)state;
	check(one, "");
	case_put(bg, "lead", "title=First", NULL);
	check(two, "BG 1+0");
	visit(two);
	visit(one);
	desk_close(one);
	one = case_desk(NULL);
	check(one, "");
	desk_close(one);
	desk_close(two);
	desk_close(bg);
}

static void
test_first_visit_tells_of_the_last_days(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	const struct desk_news_ask ask = { .wait = 1 };
	struct desk_news n;
	struct err err = ERR_INIT;

	(void)state;
	case_put(bg, "lead", "title=Old", NULL);
	clock_stop(CASE_TIME + INT64_C(8) * 24 * 3600 * 1000, 1);
	case_put(bg, "lead", "title=New", NULL);
	assert_ok(desk_news(ro, &ask, &n, &err), err);
	assert_true(n.first);
	assert_int_equal(n.n, 1);
	assert_int_equal(n.parties[0].added, 1);
	desk_news_clear(&n);
	entries(ro, "BG", 0, 9, "add BG-L2");
	desk_close(ro);
	desk_close(bg);
}

static void
test_what_is_not_shared_is_no_news(void **state)
{
	struct desk *ro = come_back(NULL), *bg = case_desk("BG");
	struct desk *nora = come_back("EUROPOL/1");

	(void)state;
	case_put(bg, "lead", "title=Kept", "share=own", NULL);
	check(ro, "");
	case_put(bg, "lead", "title=Shared", NULL);
	check(ro, "BG 1+0");
	check(nora, "");
	desk_close(ro);
	desk_close(bg);
	desk_close(nora);
}

static void
test_mark_is_the_programs_own(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_texts texts;
	struct err err = ERR_INIT;

	(void)state;
	assert_false(desk_keep(d, "seen:TIDE", "1 2 3", &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_false(desk_kept(d, "seen:TIDE", &texts, &err));
	desk_texts_clear(&texts);
	desk_close(d);
}

static void
test_other_case_is_told_of_from_here(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_elsewhere e;
	struct desk_who who;
	struct err err = ERR_INIT;

	(void)state;
	case_put(bg, "task", "title=Ask", "for_party=RO", NULL);
	case_put(ro, "lead", "title=Late", "due=2026-01-01", NULL);
	case_put(ro, "casefile", "code=EBB", "title=Ebb", NULL);
	assert_ok(desk_use_case(ro, "EBB", &err), err);
	assert_ok(desk_elsewhere(ro, "TIDE", &e, &err), err);
	assert_int_equal(e.overdue, 1);
	assert_int_equal(e.waits, 1);
	assert_int_equal(e.fresh, 2);	/* and whom BG admitted */
	assert_false(e.more);
	desk_elsewhere_clear(&e);
	assert_ok(desk_elsewhere(ro, "EBB", &e, &err), err);
	assert_int_equal(e.waits + e.overdue + e.fresh, 0);
	desk_elsewhere_clear(&e);
	assert_false(desk_elsewhere(ro, "NONE", &e, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	desk_elsewhere_clear(&e);
	/* They sit where they sat. */
	assert_ok(desk_who(ro, &who, &err), err);
	assert_string_equal(who.casefile, "EBB");
	desk_who_clear(&who);
	desk_close(ro);
	desk_close(bg);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_records_of_others_are_counted_once),
		CASE_TEST(test_mark_stands_still_until_the_visit_is_over),
		CASE_TEST(test_what_was_not_told_is_new_the_next_time),
		CASE_TEST(test_mark_never_goes_back),
		CASE_TEST(test_first_visit_tells_of_the_last_days),
		CASE_TEST(test_what_is_not_shared_is_no_news),
		CASE_TEST(test_mark_is_the_programs_own),
		CASE_TEST(test_other_case_is_told_of_from_here),
	};

	return RUN_TESTS("src/news", tests);
}
