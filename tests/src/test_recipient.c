/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_recipient.c - handling codes at the gate: what its origin permits goes where it
 * permits it, and what leaves the Union says on which basis. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/exports.h"
#include "tests/support/share.h"

/* Does a lead called Secret go out, for whom ("for=court:X")? */
static bool
goes(struct desk *d, const char *whom)
{
	char *text = export_text(d, "format=jsonl", "kind=lead", whom,
		"acknowledge=yes", NULL);
	bool is = strstr(text, "Secret") != NULL;

	free(text);
	return is;
}

static void
permit(struct desk *d, const char *what, const char *more, const char *again)
{
	case_put(d, "permission", "of=RO-L1", what, "by=A. Lind",
		"on=2026-01-05", "doc_no=7", more, again, NULL);
}

static void
test_h1_goes_to_the_court_that_its_origin_named_and_to_no_other(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=Secret", "handling=H1", "origin=Europol", NULL);
	assert_false(goes(d, "for=court:Olt"));
	permit(d, "what=court", "for_use=Olt", NULL);
	assert_true(goes(d, "for=court:Olt"));
	assert_true(goes(d, "for=court:OLT"));
	assert_false(goes(d, "for=court:Dolj"));
	assert_false(goes(d, "for=defence:M. Radu"));
	desk_close(d);
}

static void
test_a_permission_for_a_party_is_for_its_courts_alone(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "lead", "title=Secret", "handling=H1", NULL);
	permit(ro, "what=court", "to_party=BG", NULL);
	assert_false(goes(ro, "for=court:Olt"));
	assert_true(goes(bg, "for=court:Sofia"));
	assert_true(goes(ro, "for=party:BG"));
	assert_false(goes(ro, "for=party:GR"));
	desk_close(bg);
	desk_close(ro);
}

static void
test_what_is_no_permission_for_a_court_opens_none(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=Secret", "handling=H1", NULL);
	permit(d, "what=onward", "to_party=BG", NULL);
	permit(d, "what=use", "for_use=U2", NULL);
	permit(d, "what=lift", "for_use=H2", NULL);
	assert_false(goes(d, "for=court:Olt"));
	permit(d, "what=lift", "for_use=H1", NULL);
	assert_true(goes(d, "for=court:Olt"));
	desk_close(d);
}

static void
test_a_permission_that_was_corrected_or_retracted_opens_nothing(void **state)
{
	const struct desk_retract gone = { "RO-L1/permission2", "withdrawn" };
	struct desk *d = case_desk(NULL);
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "lead", "title=Secret", "handling=H1", NULL);
	permit(d, "what=court", "for_use=Olt", NULL);
	permit(d, "what=court", "for_use=Dolj", "corrects=permission1");
	assert_false(goes(d, "for=court:Olt"));
	assert_true(goes(d, "for=court:Dolj"));
	assert_ok(desk_retract(d, &gone, &acted, &err), err);
	assert_false(goes(d, "for=court:Dolj"));
	desk_acted_clear(&acted);
	desk_close(d);
}

static void
test_h2_goes_to_no_court_that_its_origin_did_not_permit(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Secret", NULL);
	assert_ok(case_set(ro, &acted, &err, "lead", "RO-L1", 0, "handling=H2",
		NULL), err);
	desk_acted_clear(&acted);
	assert_true(goes(bg, "for=internal"));
	assert_true(goes(ro, "for=party:BG"));
	assert_false(goes(bg, "for=court:Sofia"));
	assert_false(goes(bg, "for=defence:M. Radu"));
	struct jobrun r = export(bg, "format=jsonl", "for=court:Sofia",
		"schedule=yes", NULL);

	has(r.beside, "left out\tRO-L1\tlead\tH2: ");
	jobrun_clear(&r);
	permit(ro, "what=onward", "to_party=GR", NULL);
	assert_false(goes(bg, "for=court:Sofia"));
	permit(ro, "what=court", "for_use=Sofia", NULL);
	assert_true(goes(bg, "for=court:Sofia"));
	assert_false(goes(bg, "for=court:Ruse"));
	permit(ro, "what=onward", NULL, NULL);
	assert_true(goes(bg, "for=court:Ruse"));
	desk_close(bg);
	desk_close(ro);
}

static void
test_what_is_not_for_court_is_not_listed_as_disclosed(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "evidence", "description=Phone", "handling=H1", NULL);
	case_refuse(d, ERR_RULE, "disclosure", "of=RO-E1", "proceeding=Olt 12/2026",
		NULL);
	case_put(d, "disclosure", "of=RO-E1", "proceeding=Olt 12/2026",
		"withheld=the whole: H1", NULL);
	case_put(d, "permission", "of=RO-E1", "what=court", "by=A. Lind",
		"for_use=Olt 12/2026", NULL);
	case_put(d, "disclosure", "of=RO-E1", "proceeding=Olt 12/2026", NULL);
	case_refuse(d, ERR_RULE, "disclosure", "of=RO-E1", "proceeding=Dolj 1/2026",
		NULL);
	desk_close(d);
}

static void
test_the_text_of_h3_is_read_before_it_goes_out(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=Secret", NULL);
	case_put(d, "lead", "title=Open", NULL);
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, "lead", "RO-L1", 0, "handling=H3",
	    "handling_text=Name no bank", NULL))
		fail_msg("%s", err.text);
	desk_acted_clear(&acted);
	struct jobrun r = export(d, "format=jsonl", "for=court:Olt", NULL);

	assert_int_equal(r.err.code, ERR_RULE);
	has(r.notices.text, "RO-L1: Name no bank");
	assert_int_equal(count(r.notices.text, "\n"), 1);
	assert_string_equal(r.out.text, "");
	jobrun_clear(&r);
	assert_true(goes(d, "for=court:Olt"));
	free(export_text(d, "format=jsonl", NULL));
	desk_close(d);
}

static void
test_what_leaves_the_union_says_on_which_basis(void **state)
{
	static const char *const whom[] = { "for=party:CH", "for=party:INTERPOL" };
	struct desk *d = case_desk(NULL), *police = case_desk("RO/2");

	(void)state;
	case_put(d, "party", "code=CH", "name=Geneva", "class=third",
		"signed_on=2026-01-02", NULL);
	case_put(d, "party", "code=INTERPOL", "name=Interpol", "class=recipient",
		NULL);
	for (size_t i = 0; i < 2; i++) {
		struct jobrun r = export(d, "format=jsonl", whom[i], NULL);

		assert_int_equal(r.err.code, ERR_RULE);
		has(r.err.text, "--basis");
		jobrun_clear(&r);
		r = export(d, "format=jsonl", whom[i], "basis=friendship",
			"controller=B. Favre", NULL);
		assert_int_equal(r.err.code, ERR_INVALID);
		jobrun_clear(&r);
		r = export(police, "format=jsonl", whom[i], "basis=adequacy",
			"controller=B. Favre", NULL);
		assert_int_equal(r.err.code, ERR_DENIED);
		jobrun_clear(&r);
		free(export_text(d, "format=jsonl", whom[i], "basis=adequacy",
			"controller=B. Favre", NULL));
	}
	struct jobrun r = export(d, "format=jsonl", "for=party:BG",
		"basis=adequacy", "controller=B. Favre", NULL);

	assert_int_equal(r.err.code, ERR_USAGE);
	jobrun_clear(&r);
	desk_close(police);
	desk_close(d);
}

static void
test_the_defence_gets_what_a_judicial_member_gives(void **state)
{
	struct desk *police = case_desk("RO/2");
	struct jobrun r = export(police, "format=jsonl", "for=defence:M. Radu",
		NULL);

	(void)state;
	assert_int_equal(r.err.code, ERR_DENIED);
	jobrun_clear(&r);
	desk_close(police);
}

/* Whom it was given to and why, who is asked elsewhere, what members tell each other
 * and how they are reached: what of it the text of a lead with all that has. */
static const char *const of_work[] = {
	"Meet him twice", "it helps", "WAVE", "Rested", "+40711222333",
	"radu@iasi.example", "desk@varna.example",
};

static void
put_work(struct desk *d)
{
	case_put(d, "lead", "title=Boat", NULL);
	case_put(d, "comment", "of=RO-L1", "text=Meet him twice", NULL);
	share_with(d, "RO-L1", "EUROPOL", NULL);
	case_put(d, "task", "title=Watch", NULL);
	case_put(d, "journal", "of=RO-T1", "text=Rested", "minutes=9", NULL);
	case_put(d, "exchange", "of=TIDE", "jit=WAVE", "reason=letter", NULL);
	case_put(d, "member", "party=RO", "name=Radu", "role=police",
		"phone=+40711222333", "email=radu@iasi.example", NULL);
	case_put(d, "party", "code=IT", "name=Italy", "class=signatory",
		"contact=desk@varna.example", NULL);
	case_put(d, "party", "code=CH", "name=Geneva", "class=third",
		"signed_on=2026-01-02", NULL);
}

static void
test_how_the_team_works_stays_inside(void **state)
{
	static const char *const whom[] = { "for=court:Olt", "for=defence:M. Radu",
		"for=party:CH" };
	struct desk *d = case_desk(NULL);

	(void)state;
	put_work(d);
	for (size_t i = 0; i < ARRAY_SIZE(whom); i++) {
		char *text = export_text(d, "format=jsonl", whom[i],
			i == 2 ? "basis=adequacy" : NULL, "controller=B. Favre",
			NULL);

		has(text, i == 2 ? "Radu" : "Boat");
		for (size_t k = 0; k < ARRAY_SIZE(of_work); k++)
			assert_null(strstr(text, of_work[k]));
		free(text);
	}
	char *text = export_text(d, "format=jsonl", "for=party:BG", NULL);

	for (size_t k = 0; k < ARRAY_SIZE(of_work); k++)
		has(text, of_work[k]);
	free(text);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_h1_goes_to_the_court_that_its_origin_named_and_to_no_other),
		CASE_TEST(test_a_permission_for_a_party_is_for_its_courts_alone),
		CASE_TEST(test_what_is_no_permission_for_a_court_opens_none),
		CASE_TEST(test_a_permission_that_was_corrected_or_retracted_opens_nothing),
		CASE_TEST(test_h2_goes_to_no_court_that_its_origin_did_not_permit),
		CASE_TEST(test_what_is_not_for_court_is_not_listed_as_disclosed),
		CASE_TEST(test_the_text_of_h3_is_read_before_it_goes_out),
		CASE_TEST(test_what_leaves_the_union_says_on_which_basis),
		CASE_TEST(test_how_the_team_works_stays_inside),
		CASE_TEST(test_the_defence_gets_what_a_judicial_member_gives),
	};

	return RUN_TESTS("src/recipient", tests);
}
