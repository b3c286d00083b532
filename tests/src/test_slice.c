/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_slice.c - the rows around an anchor, see src/slice.h. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/share.h"

#include "base/xalloc.h"

/* --- Anchors ------------------------------------------------------------ */

static void
add_titles(struct desk *d, const char *titles)
{
	char title[16] = "title=?";

	for (; *titles; titles++) {
		title[6] = *titles;
		case_put(d, "lead", title, NULL);
	}
}

static void
set_lead(struct desk *d, const char *ref, const char *value)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, "lead", ref, 0, value, NULL))
		fail_msg("set %s %s: %s", ref, value, err.text);
	desk_acted_clear(&acted);
}

/* The titles of a page as a word, the anchor's as a capital. */
static void
check_titles(struct desk *d, const struct desk_page_ask *ask, const char *want)
{
	struct desk_page page;
	char titles[64] = "";

	get_page(d, ask, &page);
	for (size_t i = 0; i < page.n; i++) {
		titles[i] = *value(&page.rows[i].record, "title");
		if ((int64_t)i == page.at)
			titles[i] = (char)(titles[i] - 'a' + 'A');
	}
	if (page.gone)
		titles[page.n] = '-';
	assert_string_equal(titles, want);
	desk_page_clear(&page);
}

/* Ask for the row with a title to be the anchor from now on. */
static void
anchor_at(struct desk *d, struct desk_page_ask *ask, const char *title)
{
	struct desk_page_ask whole = { .handle = ask->handle, .after = 99,
		.wait = true };
	struct desk_page page;

	free((char *)(uintptr_t)ask->uid);
	free((char *)(uintptr_t)ask->key);
	get_page(d, &whole, &page);
	for (size_t i = 0; i < page.n; i++)
		if (strcmp(value(&page.rows[i].record, "title"), title) == 0) {
			ask->uid = strdup(page.rows[i].uid);
			ask->key = strdup(page.rows[i].key);
		}
	desk_page_clear(&page);
	ask->anchor = DESK_AT;
}

static void
anchor_free(struct desk_page_ask *ask)
{
	free((char *)(uintptr_t)ask->uid);
	free((char *)(uintptr_t)ask->key);
}

/* By the index, and picked: both keep the person's place. */
static const char *const all_leads[] = { "", "title:*" };

static void
test_the_anchor_follows_its_record(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	add_titles(d, "abcde");
	for (size_t i = 0; i < ARRAY_SIZE(all_leads); i++) {
		struct desk_page_ask ask = { .before = 1, .after = 1, .wait = true,
			.handle = open_list(d, "lead", all_leads[i], "title") };

		anchor_at(d, &ask, "b");
		check_titles(d, &ask, "aBc");
		set_lead(d, "RO-L2", "title=d");
		check_titles(d, &ask, "cDd");
		set_lead(d, "RO-L2", "title=f");
		check_titles(d, &ask, "eF");
		set_lead(d, "RO-L2", "title=b");
		close_list(d, ask.handle);
		anchor_free(&ask);
	}
	desk_close(d);
}

static void
test_an_anchor_that_is_gone_leaves_its_place(void **state)
{
	static const struct {
		const char *sort, *title, *ref, *with, *without;
	} rows[] = {
		{ "title", "c", "RO-L3", "bCd", "bDe-" },
		{ "-title", "c", "RO-L3", "dCb", "dBa-" },
		{ "title", "e", "RO-L5", "dE", "cD-" },
		{ "title", "a", "RO-L1", "Ab", "Bc-" },
		{ NULL, "c", "RO-L3", "dCb", "dBa-" },
		{ NULL, "a", "RO-L1", "bA", "cB-" },
	};
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	add_titles(ro, "abcde");
	for (size_t i = 0; i < 2 * ARRAY_SIZE(rows); i++) {
		size_t r = i / 2;
		struct desk_page_ask ask = { .before = 1, .after = 1, .wait = true,
			.handle = open_list(bg, "lead", all_leads[i % 2],
				rows[r].sort) };

		anchor_at(bg, &ask, rows[r].title);
		check_titles(bg, &ask, rows[r].with);
		unshare_from(ro, rows[r].ref, "team");
		check_titles(bg, &ask, rows[r].without);
		set_lead(ro, rows[r].ref, "share=team");
		check_titles(bg, &ask, rows[r].with);
		close_list(bg, ask.handle);
		anchor_free(&ask);
	}
	desk_close(ro);
	desk_close(bg);
}

static void
test_a_key_of_another_order_or_none_falls_to_the_start(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	char *kept, *hidden;

	(void)state;
	add_titles(d, "abc");
	kept = case_add(d, "lead", "title=d", "share=own", NULL);
	hidden = case_value(d, kept, "id");
	for (size_t i = 0; i < ARRAY_SIZE(all_leads); i++) {
		struct desk_page_ask ask = { .anchor = DESK_AT, .after = 1,
			.wait = true,
			.handle = open_list(bg, "lead", all_leads[i], "title") };
		struct desk_page_ask other = { .wait = true,
			.handle = open_list(bg, "lead", all_leads[i], "-title") };

		anchor_at(bg, &other, "b");
		/* The invisible, the unknown, the garbled: all the same. */
		ask.uid = hidden;
		check_titles(bg, &ask, "Ab-");
		ask.key = other.key;
		check_titles(bg, &ask, "Ab-");
		ask.key = "AAAA";
		check_titles(bg, &ask, "Ab-");
		ask.uid = "00000000-0000-4000-8000-000000000000";
		check_titles(bg, &ask, "Ab-");
		ask.uid = "what";
		check_titles(bg, &ask, "Ab-");
		/* What is there is found without a key. */
		ask.uid = other.uid;
		check_titles(bg, &ask, "Bc");
		close_list(bg, ask.handle);
		close_list(bg, other.handle);
		anchor_free(&other);
	}
	free(kept);
	free(hidden);
	desk_close(d);
	desk_close(bg);
}

static void
test_an_empty_list_has_a_page(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(all_leads); i++)
		for (int anchor = DESK_FIRST; anchor <= DESK_AT; anchor++) {
			struct desk_page_ask ask = { .anchor = anchor, .uid = "x",
				.before = 5, .after = 5, .wait = true,
				.handle = open_list(d, "lead", all_leads[i], NULL) };
			struct desk_page page;

			get_page(d, &ask, &page);
			assert_int_equal(page.n, 0);
			assert_int_equal(page.total, 0);
			assert_int_equal(page.gone, anchor == DESK_AT);
			assert_false(page.more_before || page.more_after);
			desk_page_clear(&page);
			close_list(d, ask.handle);
		}
	desk_close(d);
}

static void
test_keys_tell_nothing_of_how_much_there_is(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_page_ask ask = { .after = 9 };
	struct desk_page one, two;

	(void)state;
	add_titles(d, "ab");
	ask.handle = open_list(d, "lead", "", "title");
	get_page(d, &ask, &one);
	get_page(d, &ask, &two);
	for (size_t i = 0; i < 2; i++) {
		assert_string_equal(one.rows[i].uid, two.rows[i].uid);
		assert_string_not_equal(one.rows[i].key, two.rows[i].key);
	}
	desk_page_clear(&one);
	desk_page_clear(&two);
	desk_close(d);
}

/* --- Sizes -------------------------------------------------------------- */

static void
test_a_page_has_a_limit_of_rows(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_page page;
	struct desk_page_ask ask = { .before = -5, .after = INT64_MAX, .wait = true };

	(void)state;
	for (int i = 0; i < 1100; i++)
		case_put(d, "note", "text=x", NULL);
	for (int i = 0; i < 2; i++) {
		ask.handle = open_list(d, "note", i ? "text:x" : "", NULL);
		get_page(d, &ask, &page);
		assert_int_equal(page.n, 1001);
		assert_int_equal(page.total, 1100);
		assert_true(page.more_after);
		desk_page_clear(&page);
		close_list(d, ask.handle);
	}
	desk_close(d);
}

/* Rows of a megabyte: a page is cut short on both sides of its anchor. */
static void
test_a_page_has_a_limit_of_bytes(void **state)
{
	struct desk *d = case_desk(NULL);
	char *big = xcalloc((1 << 20) + 16, 1);
	struct desk_page_ask ask = { .before = 9, .after = 9, .wait = true };
	struct desk_page page;
	size_t n;

	(void)state;
	memset(big, 'x', (1 << 20) + 5);
	memcpy(big, "text=", 5);
	for (int i = 0; i < 12; i++)
		case_put(d, "note", big, NULL);
	ask.handle = open_list(d, "note", "", NULL);
	get_page(d, &ask, &page);
	n = page.n;
	assert_true(n > 1 && n < 6 && page.more_after);
	ask.anchor = DESK_AT;
	ask.uid = strdup(page.rows[n - 1].uid);
	ask.key = strdup(page.rows[n - 1].key);
	desk_page_clear(&page);
	get_page(d, &ask, &page);
	assert_true(page.n > n && page.more_after);
	assert_string_equal(page.rows[page.at].uid, ask.uid);
	assert_int_equal(page.rank, (int64_t)n - 1 - page.at);
	desk_page_clear(&page);
	anchor_free(&ask);
	free(big);
	desk_close(d);
}

/* Each once; of what the viewer does not see neither ref nor name. */
static void
test_page_says_what_its_refs_lead_to(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_page_ask ask = { .after = 9 };
	struct desk_page page;

	(void)state;
	case_put(ro, "person", "name=Ana Known", NULL);
	char *kept = case_add(ro, "person", "name=Kept Back", "share=own", NULL);

	case_put(ro, "asset", "type=REAL", "description=Villa", "holder=RO-P1",
		NULL);
	case_put(ro, "asset", "type=REAL", "description=Flat", "holder=RO-P1",
		NULL);
	char *holder = xasprintf("holder=%s", kept);

	case_put(ro, "asset", "type=REAL", "description=Yacht", holder, NULL);
	for (int i = 0; i < 2; i++) {
		struct desk *d = i ? bg : ro;

		ask.handle = open_list(d, "asset", "", NULL);
		get_page(d, &ask, &page);
		assert_int_equal(page.n, 3);
		assert_int_equal(page.n_named, i ? 1 : 2);
		for (size_t k = 0; k < page.n_named; k++)
			assert_string_equal(page.named[k].title, strcmp(
				page.named[k].ref, kept) ? "Ana Known" : "Kept Back");
		desk_page_clear(&page);
	}
	free(kept);
	free(holder);
	desk_close(ro);
	desk_close(bg);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_the_anchor_follows_its_record),
		CASE_TEST(test_an_anchor_that_is_gone_leaves_its_place),
		CASE_TEST(test_a_key_of_another_order_or_none_falls_to_the_start),
		CASE_TEST(test_an_empty_list_has_a_page),
		CASE_TEST(test_keys_tell_nothing_of_how_much_there_is),
		CASE_TEST(test_page_says_what_its_refs_lead_to),
		CASE_TEST(test_a_page_has_a_limit_of_rows),
		CASE_TEST(test_a_page_has_a_limit_of_bytes),
	};

	return RUN_TESTS("src/slice", tests);
}
