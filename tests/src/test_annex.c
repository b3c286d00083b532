/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_annex.c - see src/annex.h: the members of the team, as an agreement's annex. */
#include "tests/support/test.h"

#include "tests/support/case.h"
#include "tests/support/jobrun.h"

static bool
runs(struct desk *d, struct jobrun *r, const char *format)
{
	*r = (struct jobrun){ .what = "annex" };
	r->params[r->n++] = (struct desk_param){ strdup("format"), strdup(format) };
	return jobrun(d, r);
}

static void
says(struct desk *d, const char *format, const char *const *texts, size_t n)
{
	struct jobrun r;
	const char *at;

	assert_ok(runs(d, &r, format), r.err);
	at = r.out.text;
	/* One after another: parties by class and code, members by number. */
	for (size_t i = 0; i < n; i++) {
		at = strstr(at, texts[i]);
		if (!at)
			fail_msg("%s: no \"%s\" where it belongs in:\n%s",
				format, texts[i], r.out.text);
	}
	jobrun_clear(&r);
}

#define SAYS(d, format, ...) says(d, format, (const char *const[]){ __VA_ARGS__ }, \
	ARRAY_SIZE(((const char *const[]){ __VA_ARGS__ })))

/* One who has left, ten members of a party, words that mean something to a sink. */
static struct desk *
team(void)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	for (int i = 0; i < 8; i++)
		case_put(ro, "member", "party=RO", "name=Somebody", "role=police",
			NULL);
	case_put(ro, "member", "party=RO", "name=<b>Lia</b> | Ene",
		"role=observer", "rank==1+1", "authority=Court of Galati",
		"joined_on=2026-01-03", NULL);
	assert_ok(case_set(ro, &acted, &err, "member", "RO/2", 0,
		"left_on=2026-01-05", NULL), err);
	desk_acted_clear(&acted);
	return ro;
}

static void
test_a_document_lists_parties_and_members_with_their_days(void **state)
{
	struct desk *ro = team();

	(void)state;
	SAYS(ro, "text", "Annex: members of the team", "Members as of",
		"2026-01-05", "Parties", "BG", "GR", "RO", "EUROPOL",
		"BG: Bulgaria", "RO\n", "RO/1 ", "RO/2 ", " to\n", "RO/3 ",
		"RO/11 ", "2026-01-03", "EUROPOL: Europol");
	SAYS(ro, "md", "## Parties", "| BG |", "| EUROPOL |", "## Members",
		"### RO", "| RO/2 | Ion Marin |", " to 2026-01-05 |",
		"\\<b\\>Lia\\</b\\> \\| Ene", "\\=1+1, Court of Galati");
	SAYS(ro, "html", "<h2", "BG/1", "RO/2", "RO/11",
		"&lt;b&gt;Lia&lt;/b&gt; | Ene");
	desk_close(ro);
}

static void
test_data_hold_the_same(void **state)
{
	struct desk *ro = team();

	(void)state;
	SAYS(ro, "csv", "party,class,signed_on,ref,name,role,rank,unit,authority,"
		"joined_on,left_on\r\n", "BG/1,", "RO/1,",
		"RO/2,Ion Marin,police,", ",2026-01-05\r\n", "RO/10,",
		"RO/11,<b>Lia</b> | Ene,observer,\"'=1+1\",,Court of Galati,2026-01-03,",
		"EUROPOL/1,");
	SAYS(ro, "json", "\"parties\"", "\"code\": \"BG\"", "\"ref\": \"RO/2\"",
		"\"left_on\": \"2026-01-05\"", "\"ref\": \"RO/11\"",
		"\"rank\": \"=1+1\"", "\"authority\": \"Court of Galati\"",
		"\"class\": \"participant\"");
	desk_close(ro);
}

/* No word of the program's own is broken in two in the columns of a page. */
static void
test_no_role_is_broken_in_two(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "member", "party=RO", "name=Sorin Ene", "role=admin",
		"rank=investigating judge", NULL);
	SAYS(ro, "text", "investigating", "administrator");
	desk_close(ro);
}

static void
test_it_is_in_the_log_that_it_went_out(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_history_ask ask = { .limit = 1 };
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;
	struct jobrun r;

	(void)state;
	assert_ok(runs(ro, &r, "csv"), r.err);
	assert_string_equal(r.result, "exported 6");
	jobrun_clear(&r);
	assert_ok(desk_history(ro, &ask, &h, &err), err);
	assert_int_equal(h.n, 1);
	assert_string_equal(h.entries[0].kind, "export");
	desk_history_clear(&h);
	desk_close(ro);
}

static void
test_other_formats_and_those_who_may_not_are_refused(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct jobrun r;

	(void)state;
	assert_err(runs(ro, &r, "xml"), r.err, ERR_USAGE);
	jobrun_clear(&r);
	case_put(ro, "member", "party=RO", "name=Lia Munteanu", "role=observer",
		NULL);
	struct desk *lia = case_desk("RO/3");

	assert_err(runs(lia, &r, "csv"), r.err, ERR_DENIED);
	assert_int_equal(r.out.len, 0);
	jobrun_clear(&r);
	desk_close(lia);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_document_lists_parties_and_members_with_their_days),
		CASE_TEST(test_data_hold_the_same),
		CASE_TEST(test_no_role_is_broken_in_two),
		CASE_TEST(test_it_is_in_the_log_that_it_went_out),
		CASE_TEST(test_other_formats_and_those_who_may_not_are_refused),
	};

	return RUN_TESTS("src/annex", tests);
}
