/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_header.c - contract: the rules of the header hold for every kind that has
 * it. Ana leads RO, Ion is a police member, Dana a judicial one. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/jobrun.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

#include "src/kind.h"

/* The kinds with a full header that somebody adds by hand, and what they need. */
static const struct {
	const char *kind, *needs;
} all[] = {
	{ "lead", "title=Quayside" }, { "task", "title=Quayside" },
	{ "evidence", "description=Quayside" }, { "asset", "type=CASH" },
	{ "payment", "purpose=Quayside" }, { "person", "name=Quayside" },
	{ "organisation", "name=Quayside" }, { "event", "title=Quayside" },
	{ "decision", "title=Quayside" }, { "contact", "name=Quayside" },
	{ "note", "text=Quayside" },
};

static struct desk *ana, *ion, *dana, *bg;

static int
setup(void **state)
{
	if (case_setup(state))
		return -1;
	ana = case_desk("RO/1");
	case_put(ana, "member", "party=RO", "name=Dana Rusu", "role=judicial",
		NULL);
	ion = case_desk("RO/2");
	dana = case_desk("RO/3");
	bg = case_desk("BG");
	return 0;
}

static int
teardown(void **state)
{
	desk_close(ana);
	desk_close(ion);
	desk_close(dana);
	desk_close(bg);
	return case_teardown(state);
}

static void
takes(struct desk *d, const char *kind, const char *ref, const char *a,
	const char *b)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, kind, ref, 0, a, b, NULL))
		fail_msg("%s: %s: %s", ref, a, err.text);
	desk_acted_clear(&acted);
}

static void
refuses(struct desk *d, const char *kind, const char *ref, const char *a,
	const char *field)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (case_set(d, &acted, &err, kind, ref, 0, a, NULL))
		fail_msg("%s: %s should have been refused", ref, a);
	assert_int_equal(err.code, ERR_RULE);
	if (strncmp(err.text, field, strlen(field)) != 0)
		fail_msg("%s: %s: %s", ref, a, err.text);
	desk_acted_clear(&acted);
}

static void
assert_sound(void)
{
	struct err err = ERR_INIT;

	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_every_kind_with_a_full_header_is_here(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; kinds[i]; i++)
		n += kinds[i]->header == HEADER_FULL &&
			!(kinds[i]->flags & KIND_IS_HIDDEN);
	assert_true(n >= sizeof(all) / sizeof(all[0]));
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		assert_int_equal(kind_find(all[i].kind)->header, HEADER_FULL);
}

/* With the team, by one who has read what H3 says. */
static void
share_read(struct desk *d, const char *ref)
{
	struct desk_text with[SHARE_WITH_MOST];
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	char text[200];
	struct desk_sharing ask = share_ask(ref, "team", with, text);

	ask.acknowledged = true;
	assert_ok(desk_share(d, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
}

static void
test_what_another_authority_laid_down_it_alone_lifts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		const char *kind = all[i].kind;
		char of[60], *ref = case_add(ana, kind, all[i].needs,
			"origin=Europol", "origin_terms=No copies",
			"handling=H1,H2,H3", "handling_text=Ask first",
			"grade=B2", NULL);

		snprintf(of, sizeof(of), "of=%s", ref);
		refuses(ana, kind, ref, "handling=H2,H3", "handling");
		refuses(ana, kind, ref, "handling-=H2", "handling");
		refuses(ana, kind, ref, "handling_text=Nothing", "handling_text");
		refuses(ana, kind, ref, "grade=A1", "grade");
		refuses(ana, kind, ref, "origin_terms=", "origin_terms");
		refuses(ana, kind, ref, "origin=", "origin");
		refuses(ana, kind, ref, "origin=RO", "origin");
		refuses(ana, kind, ref, "share=team", "share");
		takes(ana, kind, ref, "origin=EUROPOL",
			"handling_text=Ask first, in writing");
		case_put(ana, "permission", of, "what=lift", "by=Europol SIENA",
			"on=2026-01-05", "doc_no=77", "for_use=H1", NULL);
		refuses(ana, kind, ref, "handling=", "handling");
		takes(ana, kind, ref, "handling=H2,H3", NULL);
		case_put(ana, "permission", of, "what=onward", "by=Europol",
			"to_party=BG", NULL);
		refuses(ana, kind, ref, "share=team", "share");
		case_put(ana, "permission", of, "what=onward", "by=Europol",
			"to_party=GR", NULL);
		refuses(ana, kind, ref, "share=team", "share");
		share_read(ana, ref);
		case_put(ana, "permission", of, "what=lift", "by=Europol",
			"on=2026-01-05", "doc_no=78", NULL);
		takes(ana, kind, ref, "handling=", "grade=A1");
		takes(ana, kind, ref, "origin=", "origin_terms=");
		free(ref);
	}
}

static void
test_what_the_party_laid_down_itself_it_lifts_itself(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		char *ref = case_add(ana, all[i].kind, all[i].needs,
			i % 2 ? "origin=ro" : "tags=a", "handling=H2",
			"grade=B2", NULL);

		takes(ana, all[i].kind, ref, "handling=", "grade=A1");
		takes(ana, all[i].kind, ref, "share=team", NULL);
		refuses(bg, all[i].kind, ref, "handling=H1", ref);
		refuses(bg, all[i].kind, ref, "grade=C1", ref);
		free(ref);
	}
}

/* A permission that was corrected permits nothing any more. */
static void
test_permissions_are_its_own_partys_and_stand_until_corrected(void **state)
{
	(void)state;
	case_put(ana, "lead", "title=x", "origin=Europol", "handling=H1", NULL);
	case_refuse(bg, ERR_RULE, "permission", "of=RO-L1", "what=court",
		"by=Europol", NULL);
	case_refuse(ana, ERR_RULE, "permission", "of=RO-L1", "what=lift",
		"by=Europol", "on=2026-01-05", NULL);
	case_refuse(ana, ERR_RULE, "permission", "of=RO-L1", "what=lift",
		"by=Europol", "doc_no=7", NULL);
	case_refuse(ana, ERR_INVALID, "permission", "of=RO-L1", "what=lift",
		"by=Europol", "on=2026-01-05", "doc_no=7", "for_use=U1", NULL);
	case_refuse(ana, ERR_RULE, "permission", "of=RO-L1", "what=use",
		"by=Europol", NULL);
	case_refuse(ana, ERR_INVALID, "permission", "of=RO-L1", "what=use",
		"by=Europol", "for_use=U5", NULL);
	case_put(ana, "permission", "of=RO-L1", "what=use", "by=Europol",
		"for_use=u3,u2", NULL);
	case_is(ana, "RO-L1/permission1", "for_use", "U2,U3");
	case_put(ana, "permission", "of=RO-L1", "what=lift", "by=Europol",
		"on=2026-01-05", "doc_no=7", NULL);
	case_put(ana, "permission", "of=RO-L1", "what=court", "by=Europol",
		"corrects=RO-L1/permission2", NULL);
	refuses(ana, "lead", "RO-L1", "handling=", "handling");
}

static void
test_privileged_items_are_neither_found_nor_shared(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		const char *kind = all[i].kind;
		char comment[60];
		char *ref = case_add(ion, kind, all[i].needs, "tags=ferry", NULL);

		snprintf(comment, sizeof(comment), "of=%s", ref);
		assert_int_equal(count_list(bg, kind, "ferry", NULL), 1);
		refuses(bg, kind, ref, "privilege=claimed", ref);
		takes(ion, kind, ref, "privilege=to_review", NULL);
		case_is(ion, ref, "share", "own");
		assert_false(case_sees(bg, ref));
		assert_int_equal(count_list(ion, kind, "ferry", NULL), 0);
		assert_int_equal(count_list(ion, kind, "-ferry", NULL), 1);
		assert_int_equal(count_list(dana, kind, "privilege:to_review", NULL), 1);
		case_put(dana, "document", comment, "title=Ferry", NULL);
		assert_int_equal(count_list(ion, kind, "ferry", NULL), 0);
		refuses(ana, kind, ref, "share=team", "share");
		takes(ion, kind, ref, "privilege=excluded", NULL);
		refuses(ion, kind, ref, "privilege=cleared", "privilege");
		refuses(ion, kind, ref, "privilege=", "privilege");
		takes(i % 2 ? ana : dana, kind, ref, "privilege=cleared", NULL);
		assert_int_equal(count_list(ion, kind, "ferry", NULL), 1);
		assert_false(case_sees(bg, ref));
		takes(ion, kind, ref, "share=team", NULL);
		assert_int_equal(count_list(bg, kind, "ferry", NULL), 1);
		free(ref);
	}
	assert_sound();
}

static void
test_privileged_from_the_beginning_is_kept(void **state)
{
	(void)state;
	char *ref = case_add(ion, "lead", "title=Counsel", "privilege=claimed",
		"share=team", NULL);

	case_is(ion, ref, "share", "own");
	assert_int_equal(strlen(ref), strlen("RO-L") + 5);
	takes(ion, "lead", ref, "share=named", NULL);
	free(ref);
	ref = case_add(ion, "lead", "title=Counsel", "privilege=none", NULL);
	case_is(ion, ref, "share", "team");
	free(ref);
}

static void
assert_exported(struct desk *d, const char *for_whom, bool is)
{
	struct jobrun r = { .what = "export", .data = "", .n = 3, .params = {
		{ strdup("kind"), strdup("lead") },
		{ strdup("format"), strdup("csv") },
		{ strdup("for"), strdup(for_whom) } } };

	assert_ok(jobrun(d, &r), r.err);
	if ((strstr(r.out.text, "Counsel") != NULL) != is)
		fail_msg("for %s: %s", for_whom, r.out.text);
	jobrun_clear(&r);
}

static void
test_privileged_items_leave_with_their_reviewers_alone(void **state)
{
	(void)state;
	free(case_add(ion, "lead", "title=Counsel", "privilege=to_review", NULL));
	assert_exported(ana, "internal", true);
	assert_exported(dana, "internal", true);
	assert_exported(ion, "internal", false);
	assert_exported(dana, "court:Varna", false);
	assert_exported(dana, "party:BG", false);
}

static void
test_what_assists_the_defence_is_taken_back_by_judges_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		const char *kind = all[i].kind;
		char *ref = case_add(ion, kind, all[i].needs,
			"assists_defence=yes", NULL);

		refuses(ion, kind, ref, "assists_defence=no", "assists_defence");
		refuses(ana, kind, ref, "assists_defence=", "assists_defence");
		refuses(dana, kind, ref, "assists_defence=no", "assists_reason");
		takes(dana, kind, ref, "assists_defence=no",
			"assists_reason=it was another day");
		takes(ion, kind, ref, "assists_defence=yes", NULL);
		refuses(dana, kind, ref, "assists_defence=no", "assists_reason");
		free(ref);
	}
}

static void
test_markings_and_dates_of_each_kind(void **state)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		const char *kind = all[i].kind;
		char *ref = case_add(ana, kind, all[i].needs, "marking=r_ue",
			"review_on=1989-01-01", NULL);

		assert_false(case_set(ana, &acted, &err, kind, ref, 0,
			"marking=Confidentiel UE", NULL));
		assert_non_null(strstr(err.text, "nothing above RESTREINT"));
		desk_acted_clear(&acted);
		assert_false(case_set(ana, &acted, &err, kind, ref, 0,
			"marking=purple", NULL));
		assert_null(strstr(err.text, "nothing above RESTREINT"));
		desk_acted_clear(&acted);
		/* Unlikely, and taken (test_slip). */
		takes(ana, kind, ref, "erase_on=1988-12", NULL);
		takes(ana, kind, ref, "erase_on=1989", NULL);
		refuses(ana, kind, ref, "legal=restricted", "legal_reason");
		takes(ana, kind, ref, "legal=restricted",
			"legal_reason=contested");
		assert_ok(desk_purpose(ana, ref, "the trial", &err), err);
		assert_ok(desk_purpose(bg, ref, "the trial", &err), err);
		refuses(ana, kind, ref, "special=health", "special_reason");
		takes(ana, kind, ref, "special=health,union",
			"special_reason=the motive");
		refuses(bg, kind, ref, "special=", ref);
		free(ref);
	}
	assert_sound();
}

#define HEADER_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_kind_with_a_full_header_is_here),
		HEADER_TEST(test_what_another_authority_laid_down_it_alone_lifts),
		HEADER_TEST(test_what_the_party_laid_down_itself_it_lifts_itself),
		HEADER_TEST(test_permissions_are_its_own_partys_and_stand_until_corrected),
		HEADER_TEST(test_privileged_items_are_neither_found_nor_shared),
		HEADER_TEST(test_privileged_from_the_beginning_is_kept),
		HEADER_TEST(test_privileged_items_leave_with_their_reviewers_alone),
		HEADER_TEST(test_what_assists_the_defence_is_taken_back_by_judges_alone),
		HEADER_TEST(test_markings_and_dates_of_each_kind),
	};

	return RUN_TESTS("src/header", tests);
}
