/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_admit.c - who comes into a case and as what: classes of parties, bodies of the
 * Union, third states, roles by party, and that 64 slots are all there are. */
#include "tests/support/test.h"

#include "base/strbuf.h"
#include "src/body.h"
#include "src/viewer.h"
#include "tests/support/case.h"

/* A member of the case of case.h who is its administrator: RO/3. */
static struct desk *
administrator(struct desk *ro)
{
	case_put(ro, "member", "party=RO", "name=Sorin Ene", "role=admin", NULL);
	return case_desk("RO/3");
}

static void
test_bodies_are_parties_of_one_class(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_refuse(ro, ERR_RULE, "party", "code=EUROJUST", "name=Eurojust",
		"class=signatory", NULL);
	case_refuse(ro, ERR_RULE, "party", "code=INTERPOL", "name=Interpol",
		"class=participant", NULL);
	/* What a third state brings and is given has its gates. */
	case_refuse(ro, ERR_RULE, "party", "code=US", "name=New York",
		"class=participant", NULL);
	case_refuse(ro, ERR_RULE, "party", "code=IT2", "name=Rome",
		"class=participant", NULL);
	case_put(ro, "party", "code=EUROJUST", "name=Eurojust",
		"class=participant", NULL);
	case_put(ro, "party", "code=EU", "name=A mission", "class=participant",
		NULL);
	case_put(ro, "party", "code=EPPO", "name=EPPO", "class=signatory", NULL);
	desk_close(ro);
}

static void
test_some_bodies_have_no_operational_task(void **state)
{
	(void)state;
	assert_false(body_of("CEPOL")->operational);
	assert_false(body_of("EULISA")->operational);
	assert_true(body_of("EUROPOL")->operational);
	assert_null(body_of("RO"));
	assert_null(body_of(""));
}

static void
test_a_recipient_has_no_members(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "party", "code=INTERPOL", "name=Interpol",
		"class=recipient", NULL);
	case_refuse(ro, ERR_RULE, "member", "party=INTERPOL", "name=X",
		"role=observer", NULL);
	desk_close(ro);
}

static void
test_a_third_state_signs_first_and_never_leads(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_refuse(ro, ERR_RULE, "party", "code=CH", "name=Bern", "class=third",
		NULL);
	case_put(ro, "party", "code=CH", "name=Bern", "class=third",
		"signed_on=2026-01-02", NULL);
	case_refuse(ro, ERR_RULE, "member", "party=CH", "name=Urs Frei",
		"role=leader", NULL);
	case_refuse(ro, ERR_RULE, "member", "party=CH", "name=Urs Frei",
		"role=admin", NULL);
	case_put(ro, "member", "party=CH", "name=Urs Frei", "role=judicial",
		NULL);
	desk_close(ro);
}

/* What it brings and is given would go round the gates. */
static void
test_a_third_state_is_no_signatory(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_refuse(ro, ERR_RULE, "party", "code=CH", "name=Bern",
		"class=signatory", NULL);
	case_refuse(ro, ERR_RULE, "party", "code=CH2", "name=Bern",
		"class=signatory", "state=FR", NULL);
	case_refuse(ro, ERR_RULE, "party", "code=FR3", "name=Bern",
		"class=signatory", "state=CH", NULL);
	case_refuse(ro, ERR_RULE, "party", "code=GENEVA", "name=Geneva",
		"class=signatory", NULL);
	case_put(ro, "party", "code=LYON", "name=Lyon", "class=signatory",
		"state=FR", NULL);
	case_put(ro, "party", "code=EPPO", "name=EPPO", "class=signatory", NULL);
	assert_err(case_set(ro, &acted, &err, "party", "BG", 0, "state=CH",
		NULL), err, ERR_RULE);
	desk_acted_clear(&acted);
	desk_close(ro);
}

static void
test_nothing_comes_from_a_third_state_without_a_controller(void **state)
{
	struct desk *ro = case_desk(NULL), *admin = administrator(ro);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "party", "code=CH", "name=Bern", "class=third",
		"signed_on=2026-01-02", NULL);
	case_put(ro, "member", "party=CH", "name=Urs Frei", "role=judicial",
		NULL);
	struct desk *ch = case_desk("CH/1");

	case_refuse(ch, ERR_RULE, "note", "text=from Bern", NULL);
	/* Whoever answers for it is an administrator who is still there. */
	assert_err(case_set(ro, &acted, &err, "party", "CH", 0,
		"controller=RO/2", NULL), err, ERR_RULE);
	assert_non_null(strstr(err.text, "RO/2"));
	desk_acted_clear(&acted);
	assert_ok(case_set(admin, &acted, &err, "party", "CH", 0,
		"controller=RO/3", NULL), err);
	desk_acted_clear(&acted);
	case_put(ch, "note", "text=from Bern", NULL);
	/* A signatory brings what it likes, and has no controller. */
	case_put(ro, "note", "text=ours", NULL);
	assert_err(case_set(ro, &acted, &err, "party", "BG", 0,
		"controller=RO/3", NULL), err, ERR_RULE);
	desk_acted_clear(&acted);
	desk_close(ch);
	desk_close(admin);
	desk_close(ro);
}

static void
test_a_signatory_sees_from_now_on_unless_it_is_said(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_is(ro, "BG", "earlier", "no");
	case_put(ro, "party", "code=FR", "name=France", "class=signatory",
		"earlier=yes", NULL);
	case_is(ro, "FR", "earlier", "yes");
	/* Said once, when it comes. */
	assert_false(case_set(ro, &acted, &err, "party", "FR", 0, "earlier=no",
		NULL));
	desk_acted_clear(&acted);
	case_refuse(ro, ERR_RULE, "party", "code=OLAF", "name=OLAF",
		"class=participant", "earlier=yes", NULL);
	desk_close(ro);
}

static void
test_only_the_team_and_administrators_admit_parties(void **state)
{
	struct desk *ro = case_desk(NULL), *admin = administrator(ro);

	(void)state;
	case_put(ro, "member", "party=EUROPOL", "name=Iva Horn", "role=leader",
		NULL);
	struct desk *eu = case_desk("EUROPOL/2");

	case_refuse(eu, ERR_RULE, "party", "code=OLAF", "name=OLAF",
		"class=participant", NULL);
	case_put(admin, "party", "code=OLAF", "name=OLAF", "class=participant",
		NULL);
	case_refuse(admin, ERR_DENIED, "lead", "title=x", NULL);
	desk_close(eu);
	desk_close(admin);
	desk_close(ro);
}

/* What a role may not do at all is said before any record is looked for. */
static void
test_an_administrator_changes_members_and_nothing_else(void **state)
{
	struct desk *ro = case_desk(NULL), *admin = administrator(ro);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Boat", NULL);
	/* Nobody leads there; where somebody does, it is theirs (test_paths.c). */
	assert_ok(case_set(admin, &acted, &err, "member", "EUROPOL/1", 0,
		"unit=K9", NULL), err);
	desk_acted_clear(&acted);
	assert_err(case_set(admin, &acted, &err, "lead", "RO-L1", 0, "title=x",
		NULL), err, ERR_DENIED);
	desk_acted_clear(&acted);
	assert_err(case_set(admin, &acted, &err, "lead", "RO-L99", 0, "title=x",
		NULL), err, ERR_DENIED);
	desk_acted_clear(&acted);
	/* The role of a member follows the same table when it is changed. */
	assert_err(case_set(admin, &acted, &err, "member", "EUROPOL/1", 0,
		"role=admin", NULL), err, ERR_RULE);
	desk_acted_clear(&acted);
	desk_close(admin);
	desk_close(ro);
}

static void
refuse_role(struct desk *d, const char *ref, const char *role)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_err(case_set(d, &acted, &err, "member", ref, 0, role, NULL), err,
		ERR_RULE);
	desk_acted_clear(&acted);
}

static void
test_an_administrator_says_neither_who_leads_nor_what_they_are(void **state)
{
	struct desk *ro = case_desk(NULL), *admin = administrator(ro);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	refuse_role(admin, "RO/3", "role=leader");
	refuse_role(admin, "RO/3", "role=judicial");
	refuse_role(admin, "BG/2", "role=leader");
	refuse_role(admin, "BG/1", "role=observer");
	case_refuse(admin, ERR_RULE, "member", "party=BG", "name=X", "role=deputy",
		NULL);
	/* Nobody leads there. */
	assert_ok(case_set(admin, &acted, &err, "member", "EUROPOL/1", 0,
		"role=leader", NULL), err);
	desk_acted_clear(&acted);
	desk_close(admin);
	desk_close(ro);
}

/* Whatever the seat, whichever the way, and also where they are of that party. */
static void
test_a_party_that_is_led_seats_its_own_members_and_nobody_else_does(void **state)
{
	struct desk *ro = case_desk(NULL), *admin = administrator(ro);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_refuse(admin, ERR_RULE, "member", "party=BG", "name=X",
		"role=observer", NULL);
	case_refuse(admin, ERR_RULE, "member", "party=RO", "name=X",
		"role=analyst", NULL);
	case_refuse(admin, ERR_RULE, "member", "party=BG", "name=X",
		"role=auditor", "joined_on=2026-02-01", NULL);
	case_refuse(ro, ERR_RULE, "member", "party=BG", "name=X",
		"role=observer", NULL);
	refuse_role(admin, "BG/2", "role=analyst");
	refuse_role(admin, "BG/2", "role=seconded");
	assert_err(case_set(ro, &acted, &err, "member", "BG/2", 0, "party=RO",
		NULL), err, ERR_RULE);
	desk_acted_clear(&acted);
	/* A leader who is yet to begin leads: the seat is theirs to give already. */
	case_put(admin, "member", "party=EUROPOL", "name=Iva Horn",
		"role=leader", "joined_on=2026-03-01", NULL);
	case_refuse(admin, ERR_RULE, "member", "party=EUROPOL", "name=Y",
		"role=observer", NULL);
	case_refuse(ro, ERR_RULE, "member", "party=EUROPOL", "name=Y",
		"role=observer", NULL);
	desk_close(admin);
	desk_close(ro);
}

static void
test_the_65th_party_is_refused_in_one_sentence(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;
	struct record party;
	char code[16];

	(void)state;
	/* RO, BG, GR and EUROPOL are there. */
	for (int i = 4; i < 64; i++) {
		char word[24];

		snprintf(word, sizeof(word), "code=P%d", i);
		case_put(ro, "party", word, "name=P", "class=participant", NULL);
	}
	snprintf(code, sizeof(code), "P%d", 64);
	record_init(&party, kind_find("party"));
	record_set(&party, kind_index(party.kind, "code"), code);
	record_set(&party, kind_index(party.kind, "name"), "P");
	record_set(&party, kind_index(party.kind, "class"), "participant");
	const struct desk_change add = { .verb = "add", .fields = &party };

	assert_err(desk_act(ro, &add, &acted, &err), err, ERR_RULE);
	assert_string_equal(err.text,
		"a case has at most 64 parties, those that left included");
	desk_acted_clear(&acted);
	record_clear(&party);
	assert_false(case_sees(ro, "P64"));
	assert_true(case_sees(ro, "P63"));
	desk_close(ro);
}

/* Signatories are the slots 0 and 1. */
static void
test_a_party_without_leaders_is_spoken_for_by_its_judicial_members(void **state)
{
	static const struct {
		const char *role;
		bool in_team, outside;
	} speaks[] = {
		{ "leader", true, true }, { "deputy", true, true },
		{ "judicial", false, true }, { "police", false, false },
		{ "admin", false, false }, { "auditor", false, false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(speaks); i++) {
		struct viewer v = { .slot = 1, .team = 3 };

		strbuf_fill(v.role, sizeof(v.role), speaks[i].role);
		assert_int_equal(viewer_speaks(&v), speaks[i].in_team);
		v.slot = 2;
		assert_int_equal(viewer_speaks(&v), speaks[i].outside);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_bodies_are_parties_of_one_class),
		cmocka_unit_test(test_some_bodies_have_no_operational_task),
		CASE_TEST(test_a_recipient_has_no_members),
		CASE_TEST(test_a_third_state_signs_first_and_never_leads),
		CASE_TEST(test_a_third_state_is_no_signatory),
		CASE_TEST(test_nothing_comes_from_a_third_state_without_a_controller),
		CASE_TEST(test_a_signatory_sees_from_now_on_unless_it_is_said),
		CASE_TEST(test_only_the_team_and_administrators_admit_parties),
		CASE_TEST(test_an_administrator_changes_members_and_nothing_else),
		CASE_TEST(test_an_administrator_says_neither_who_leads_nor_what_they_are),
		cmocka_unit_test(test_a_party_without_leaders_is_spoken_for_by_its_judicial_members),
		CASE_TEST(test_a_party_that_is_led_seats_its_own_members_and_nobody_else_does),
		CASE_TEST(test_the_65th_party_is_refused_in_one_sentence),
	};

	return RUN_TESTS("src/admit", tests);
}
