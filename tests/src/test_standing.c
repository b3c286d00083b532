/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_standing.c - how far a record has gone, as rows of a list say it. */
#include "tests/support/test.h"
#include "tests/support/case.h"

/* The standing of the one lead with this ref; -1 when the desk does not list it. Is it
 * another party's? */
static int
look(struct desk *d, const char *ref, bool *foreign)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = 50,
		.wait = 1 };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;
	int is = -1;

	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(d, &ask, &page, &err), err);
	for (size_t i = 0; i < page.n; i++)
		if (strcmp(record_text(&page.rows[i].record, HEADER_REF),
		    ref) == 0) {
			is = page.rows[i].standing;
			*foreign = page.rows[i].foreign;
		}
	desk_page_clear(&page);
	assert_ok(desk_list_close(d, opened.handle, &err), err);
	return is;
}

static int
standing(struct desk *d, const char *ref)
{
	bool foreign;

	return look(d, ref, &foreign);
}

static void
test_each_row_says_whether_its_record_is_another_partys(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");
	char *ref = case_add(ro, "lead", "title=A", "share=team", NULL);
	bool foreign = true;

	(void)state;
	assert_int_equal(look(ro, ref, &foreign), DESK_TEAM);
	assert_false(foreign);
	assert_int_equal(look(bg, ref, &foreign), DESK_TEAM);
	assert_true(foreign);
	free(ref);
	desk_close(ro);
	desk_close(bg);
}

static void
test_each_row_says_how_far_its_record_has_gone(void **state)
{
	static const struct { const char *fields[3]; int ro, bg; } rows[] = {
		{ { "title=A", "share=team" }, DESK_TEAM, DESK_TEAM },
		{ { "title=B", "share=own" }, DESK_OWN, -1 },
		{ { "title=C", "share=named" }, DESK_OWN, -1 },
		{ { "title=D", "share=own", "handling=H2" }, DESK_KEPT, -1 },
		{ { "title=E", "share=team", "handling=H1" }, DESK_TEAM,
			DESK_TEAM },
		/* One who is not cleared for it does not see it at all. */
		{ { "title=F", "legal=restricted", "legal_reason=contested" },
			DESK_RESTRICTED, DESK_RESTRICTED },
	};
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const char *const *f = rows[i].fields;
		char *ref = case_add(ro, "lead", f[0], f[1], f[2], NULL);

		assert_int_equal(standing(ro, ref), rows[i].ro);
		assert_int_equal(standing(bg, ref), rows[i].bg);
		free(ref);
	}
	desk_close(ro);
	desk_close(bg);
}

static void
test_who_brings_what_the_team_gets_tells_single_parties(void **state)
{
	struct desk *europol = case_desk("EUROPOL/1"), *ro = case_desk("RO");
	char *ref = case_add(europol, "lead", "title=Hint", NULL);

	(void)state;
	assert_int_equal(standing(europol, ref), standing(ro, ref));
	free(ref);
	desk_close(europol);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_each_row_says_how_far_its_record_has_gone),
		CASE_TEST(test_each_row_says_whether_its_record_is_another_partys),
		CASE_TEST(test_who_brings_what_the_team_gets_tells_single_parties),
	};

	return RUN_TESTS("src/standing", tests);
}
