/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_leave.c - a membership ends when what the member had in hand is somebody
 * else's; then access ends at once, and what they did stays theirs. */
#include "tests/support/test.h"

#include "base/ids.h"
#include "base/manner.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"

/* Set one field of a member, or be refused with words that hold `why`. */
static void
sets(struct desk *d, const char *member, const char *change, const char *why)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	bool ok = case_set(d, &acted, &err, "member", member, 0, change, NULL);

	desk_acted_clear(&acted);
	if (!why)
		assert_ok(ok, err);
	if (why && ok)
		fail_msg("%s %s should have been refused", member, change);
	if (why && !strstr(err.text, why))
		fail_msg("\"%s\" does not say \"%s\"", err.text, why);
}

/* The same of leaving; told counts the notices. */
static void
leaves(struct desk *d, const struct desk_leave *leave, const char *why,
	size_t told)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	bool ok = desk_leave(d, leave, &acted, &err);

	if (!why)
		assert_ok(ok, err);
	if (why && ok)
		fail_msg("%s should have stayed", leave->member);
	if (why && !strstr(err.text, why))
		fail_msg("\"%s\" does not say \"%s\"", err.text, why);
	assert_int_equal(acted.n_notices, told);
	desk_acted_clear(&acted);
}

/* RO/2 has a task and an exhibit, and is to confirm another hand-over. */
static struct desk *
busy(void)
{
	struct desk *ro = case_desk(NULL);

	case_put(ro, "task", "title=Ask the bank", "assignee=RO/2", NULL);
	case_put(ro, "evidence", "description=Telephone", NULL);
	case_put(ro, "chain", "of=RO-E1", "action=seized", "to=RO/2",
		"at=2026-01-02", NULL);
	return ro;
}

static void
test_what_is_in_hand_is_named_with_the_command_that_helps(void **state)
{
	struct desk *ro = busy();

	(void)state;
	case_put(ro, "evidence", "description=Van", NULL);
	case_put(ro, "chain", "of=RO-E2", "action=seized", "to=RO/1",
		"at=2026-01-02", NULL);
	case_put(ro, "chain", "of=RO-E2", "action=handed_over", "to=RO/2",
		"at=2026-01-03", NULL);
	sets(ro, "RO/2", "left_on=today", "RO-T1 (open tasks); "
		"RO-E2/chain2 (not confirmed); RO-E1 (held)");
	sets(ro, "RO/2", "left_on=today", "liaison member RO/2 --successor REF");
	case_is(ro, "RO/2", "left_on", NULL);
	desk_close(ro);
}

static void
test_duties_are_listed_as_far_as_they_are_seen(void **state)
{
	struct desk *ro = busy(), *bg = case_desk("BG");
	struct desk_duties d = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "task", "title=Ours", "assignee=RO/2", "share=own", NULL);
	assert_ok(desk_duties(ro, "RO/2", &d, &err), err);
	assert_int_equal(d.n, 3);
	assert_string_equal(d.rows[2].what, "exhibit");
	assert_string_equal(d.rows[2].title, "Telephone");
	assert_null(d.denied);
	desk_duties_clear(&d);
	assert_ok(desk_duties(bg, "RO/2", &d, &err), err);
	assert_int_equal(d.n, 2);
	assert_non_null(strstr(d.denied, "changed by its own leader"));
	desk_duties_clear(&d);
	assert_err(desk_duties(bg, "RO/9", &d, &err), err, ERR_NOT_FOUND);
	desk_close(bg);
	desk_close(ro);
}

/* What only they see does not hinder: a refusal would tell of it. */
static void
test_what_nobody_else_sees_does_not_hinder(void **state)
{
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2");

	(void)state;
	case_put(ion, "task", "title=For myself", "assignee=RO/2",
		"share=named", NULL);
	sets(ro, "RO/2", "left_on=today", NULL);
	desk_close(ion);
	desk_close(ro);
}

static void
test_all_goes_to_the_successor_in_one_act(void **state)
{
	struct desk *ro = busy();
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	sets(ro, "RO/1", "rank=prosecutor", NULL);
	sets(ro, "RO/2", "rank=inspector", NULL);
	leaves(ro, &(struct desk_leave){ .member = "ro/2", .successor = "RO/1",
		.receipt_no = "R 7/2026" }, NULL, 2);
	case_is(ro, "RO-T1", "assignee", "RO/1");
	case_is(ro, "RO-E1", "custodian", "RO/1");
	case_is(ro, "RO-E1/chain2", "mode", "paper");
	case_is(ro, "RO-E1/confirmation1", "name", "Ion Marin");
	case_is(ro, "RO-E1/confirmation1", "side", "giver");
	case_is(ro, "RO-E1/confirmation2", "receipt_no", "R 7/2026");
	case_is(ro, "RO/2", "left_on", "2026-01-05");
	/* One moment, one act: the newest five entries. */
	assert_ok(desk_history(ro, &(struct desk_history_ask){ .limit = 5 }, &h,
		&err), err);
	for (size_t i = 0; i < h.n; i++)
		assert_int_equal(h.entries[i].at, h.entries[0].at);
	desk_history_clear(&h);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	desk_close(ro);
}

/* Nobody confirms in another's name: without the number of a paper it waits. */
static void
test_an_exhibit_goes_by_a_receipt_or_not_at_all(void **state)
{
	struct desk *ro = busy();
	const struct desk_leave bare = { .member = "RO/2", .successor = "RO/1" };
	const struct desk_leave receipt = { .member = "RO/2",
		.successor = "RO/1", .receipt_no = "R 7" };

	(void)state;
	leaves(ro, &bare, "--receipt NUMBER", 0);
	leaves(ro, &receipt, "set RO/2 rank=", 0);
	manner_set_screens(true);
	leaves(ro, &bare, "both confirm the hand-over of RO-E1 to RO/1", 0);
	leaves(ro, &receipt, "e on the page of RO/2", 0);
	manner_set_screens(false);
	/* Nothing of it was done. */
	case_is(ro, "RO-T1", "assignee", "RO/2");
	case_is(ro, "RO/2", "left_on", NULL);
	assert_false(case_sees(ro, "RO-E1/chain2"));
	desk_close(ro);
}

static void
test_a_side_that_is_not_confirmed_is_confirmed_first(void **state)
{
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2"),
		*bg = case_desk("BG");
	const struct desk_leave go = { .member = "RO/2", .successor = "RO/1" };

	(void)state;
	case_put(bg, "evidence", "description=Laptop", NULL);
	case_put(bg, "chain", "of=BG-E1", "action=seized", "to=BG/2",
		"at=2026-01-02", NULL);
	case_put(bg, "chain", "of=BG-E1", "action=handed_over", "to=RO/2",
		"at=2026-01-03", NULL);
	leaves(ro, &go, "BG-E1/chain2 is not confirmed by RO/2", 0);
	manner_set_screens(true);
	leaves(ro, &go, "on the page of BG-E1", 0);
	manner_set_screens(false);
	/* The other side is another's, and a successor's word for nobody's. */
	case_put(ion, "confirmation", "of=BG-E1", "step=chain2", NULL);
	leaves(ro, &go, NULL, 0);
	case_is(ro, "BG-E1", "custodian", "BG/2");
	desk_close(bg);
	desk_close(ion);
	desk_close(ro);
}

static void
test_a_successor_is_of_the_party_and_there(void **state)
{
	struct desk *ro = busy();

	(void)state;
	case_put(ro, "member", "party=RO", "name=Oana Dinu", "role=analyst", NULL);
	sets(ro, "RO/3", "left_on=today", NULL);
	leaves(ro, &(struct desk_leave){ "RO/2", "BG/1", NULL, NULL, NULL },
		"same party", 0);
	leaves(ro, &(struct desk_leave){ "RO/2", "RO/2", NULL, NULL, NULL },
		"own", 0);
	leaves(ro, &(struct desk_leave){ "RO/2", "RO/3", NULL, NULL, NULL },
		"left", 0);
	leaves(ro, &(struct desk_leave){ "RO/2", "RO/9", NULL, NULL, NULL },
		"RO/9", 0);
	leaves(ro, &(struct desk_leave){ "RO/9", NULL, NULL, NULL, NULL },
		"RO/9", 0);
	desk_close(ro);
}

static void
test_whoever_leads_last_does_not_go(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	sets(ro, "RO/1", "left_on=today", "nobody else leads RO");
	sets(ro, "RO/1", "role=police", "nobody gives themselves another one");
	sets(ro, "RO/2", "role=deputy", NULL);
	sets(ro, "RO/1", "left_on=today", NULL);
	desk_close(ro);
	struct desk *ion = case_desk("RO/2");

	sets(ion, "RO/2", "left_on=today", "nobody else leads RO");
	desk_close(ion);
}

static void
test_only_its_own_leader_ends_a_membership_while_there_is_one(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*petar = case_desk("BG/2");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	sets(ro, "BG/2", "left_on=today", "BG is changed by its own leader");
	assert_err(case_set(petar, &acted, &err, "member", "BG/2", 0,
		"left_on=today", NULL), err, ERR_DENIED);
	desk_acted_clear(&acted);
	assert_err(desk_leave(petar, &(struct desk_leave){ .member = "BG/9" },
		&acted, &err), err, ERR_DENIED);
	/* It has none of its own. */
	case_put(ro, "member", "party=EUROPOL", "name=Iva Horn", "role=analyst",
		NULL);
	sets(ro, "EUROPOL/1", "left_on=today", NULL);
	case_put(ro, "member", "party=RO", "name=Sorin Ene", "role=admin", NULL);
	struct desk *admin = case_desk("RO/3");

	sets(admin, "BG/2", "left_on=today", "BG is changed by its own leader");
	sets(admin, "EUROPOL/2", "left_on=today", NULL);
	desk_close(admin);
	desk_close(petar);
	desk_close(bg);
	desk_close(ro);
}

/* Nobody leads it: what a member of the party had goes to another of it, by who may end
 * a membership, and by nobody else. */
static void
test_an_administrator_hands_on_what_a_member_had(void **state)
{
	struct desk *ro = case_desk(NULL), *eu = case_desk("EUROPOL/1");
	const struct desk_leave leave = { .member = "EUROPOL/1",
		.successor = "EUROPOL/2", .receipt_no = "R 9/2026" };

	(void)state;
	case_put(ro, "member", "party=RO", "name=Sorin Ene", "role=admin", NULL);
	case_put(ro, "member", "party=EUROPOL", "name=Iva Horn", "role=analyst",
		NULL);
	case_put(eu, "task", "title=Ask the bank", "assignee=EUROPOL/1", NULL);
	case_put(eu, "task", "title=Ours", "assignee=EUROPOL/1", "share=own",
		NULL);
	case_put(eu, "evidence", "description=Telephone", NULL);
	case_put(eu, "chain", "of=EUROPOL-E1", "action=seized", "to=EUROPOL/1",
		"at=2026-01-02", NULL);
	sets(ro, "EUROPOL/1", "rank=specialist", NULL);
	sets(ro, "EUROPOL/2", "rank=analyst", NULL);
	desk_close(eu);
	struct desk *admin = case_desk("RO/3");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	/* On its own, neither is theirs to do; nor is it where somebody leads. */
	assert_err(case_set(admin, &acted, &err, "task", "EUROPOL-T1", 0,
		"assignee=EUROPOL/2", NULL), err, ERR_DENIED);
	desk_acted_clear(&acted);
	leaves(admin, &(struct desk_leave){ .member = "BG/2",
		.successor = "BG/1" }, "BG is changed by its own leader", 0);
	leaves(admin, &(struct desk_leave){ .member = "EUROPOL/1",
		.successor = "RO/1" }, "of the same party", 0);
	leaves(admin, &leave, NULL, 3);
	assert_err(case_set(admin, &acted, &err, "task", "EUROPOL-T1", 0,
		"priority=high", NULL), err, ERR_DENIED);
	desk_acted_clear(&acted);
	eu = case_desk("EUROPOL/2");
	case_is(eu, "EUROPOL-T1", "assignee", "EUROPOL/2");
	case_is(eu, "EUROPOL-E1", "custodian", "EUROPOL/2");
	case_is(eu, "EUROPOL/1", "left_on", "2026-01-05");
	assert_ok(store_verifies(CASE_STORE, &err), err);
	desk_close(admin);
	desk_close(eu);
	desk_close(ro);
}

static void
test_an_end_is_said_on_the_day_and_never_taken_back(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_undo undo = { .ref = "RO/2" };
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	sets(ro, "RO/2", "left_on=2026-01-06", "not ahead");
	sets(ro, "RO/2", "left_on=2026-01-05", NULL);
	sets(ro, "RO/2", "left_on=", "admitted again");
	assert_err(desk_undo(ro, &undo, &h, &err), err, ERR_RULE);
	/* A slip in the day is set right. */
	sets(ro, "RO/2", "left_on=2026-01-02", NULL);
	desk_close(ro);
}

/* --- Access --------------------------------------------------------------- */

static bool
page_of(struct desk *d, int64_t handle, struct err *err)
{
	struct desk_page_ask ask = { .handle = handle, .after = 10, .wait = 1 };
	struct desk_page page = { 0 };
	bool ok = desk_list_page(d, &ask, &page, err);

	assert_true(ok || page.n == 0);
	desk_page_clear(&page);
	return ok;
}

static void
test_access_ends_at_once_where_a_session_is_open(void **state)
{
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2");
	struct desk_list_spec leads = { .kind = KIND_LEAD };
	struct desk_item item = { 0 };
	struct desk_found found = { 0 };
	struct desk_opened list;
	struct desk_drafts drafts = { 0 };
	struct desk_draft draft = { .id = (char[40]){ 0 } };
	struct err err = ERR_INIT;
	int64_t stamp;

	(void)state;
	case_put(ion, "lead", "title=Boat", NULL);
	assert_ok(desk_list_open(ion, &leads, &list, &err), err);
	assert_ok(page_of(ion, list.handle, &err), err);
	sets(ro, "RO/2", "left_on=today", NULL);
	/* The same sentence, whatever is asked for. */
	assert_err(page_of(ion, list.handle, &err), err, ERR_DENIED);
	assert_non_null(strstr(err.text,
		"your membership as RO/2 in TIDE has ended"));
	assert_err(desk_get(ion, 0, "RO-L1", &item, &err), err, ERR_DENIED);
	assert_err(desk_get(ion, 0, "RO-L9", &item, &err), err, ERR_DENIED);
	assert_err(desk_find(ion, &(struct desk_find_ask){ .text = "boat" },
		&found, &err), err, ERR_DENIED);
	assert_err(desk_changed(ion, &stamp, &err), err, ERR_DENIED);
	case_refuse(ion, ERR_DENIED, "lead", "title=Another", NULL);
	/* What is being typed is theirs, and stays. */
	ids_new(draft.id);
	record_init(&draft.fields, kind_find("lead"));
	record_set(&draft.fields, kind_index(draft.fields.kind, "title"), "Pier");
	assert_ok(desk_draft_put(ion, &draft, &err), err);
	assert_ok(desk_drafts(ion, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	desk_drafts_clear(&drafts);
	record_clear(&draft.fields);
	desk_close(ion);
	desk_close(ro);
}

static void
test_what_they_did_stays_theirs(void **state)
{
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2");
	struct desk_history h = { 0 };
	struct desk_login login = { .path = CASE_STORE, .as = "RO/2" };
	struct desk *again = NULL;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ion, "lead", "title=Boat", NULL);
	desk_close(ion);
	sets(ro, "RO/2", "left_on=today", NULL);
	case_is(ro, "RO-L1", "created_by", "RO/2");
	assert_ok(desk_history(ro, &(struct desk_history_ask){ .ref = "RO-L1" },
		&h, &err), err);
	assert_string_equal(h.entries[0].member, "RO/2");
	assert_string_equal(h.entries[0].name, "Ion Marin");
	desk_history_clear(&h);
	/* And nobody sits down there again. */
	assert_err(desk_open(&again, &login, &err), err, ERR_NOT_FOUND);
	desk_close(ro);
}

static void
test_who_answers_for_a_third_state_finds_a_successor_too(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "member", "party=RO", "name=Sorin Ene", "role=admin", NULL);
	case_put(ro, "member", "party=RO", "name=Dana Rusu", "role=admin", NULL);
	case_put(ro, "party", "code=CH", "name=Bern", "class=third",
		"signed_on=2026-01-02", NULL);
	assert_ok(case_set(ro, &acted, &err, "party", "CH", 0,
		"controller=RO/3", NULL), err);
	desk_acted_clear(&acted);
	sets(ro, "RO/3", "left_on=today", "CH (controller of)");
	leaves(ro, &(struct desk_leave){ .member = "RO/3", .successor = "RO/1" },
		"RO/1 is no space administrator", 0);
	leaves(ro, &(struct desk_leave){ .member = "RO/3", .successor = "RO/4" },
		NULL, 1);
	case_is(ro, "CH", "controller", "RO/4");
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_what_is_in_hand_is_named_with_the_command_that_helps),
		CASE_TEST(test_duties_are_listed_as_far_as_they_are_seen),
		CASE_TEST(test_what_nobody_else_sees_does_not_hinder),
		CASE_TEST(test_all_goes_to_the_successor_in_one_act),
		CASE_TEST(test_an_exhibit_goes_by_a_receipt_or_not_at_all),
		CASE_TEST(test_a_side_that_is_not_confirmed_is_confirmed_first),
		CASE_TEST(test_a_successor_is_of_the_party_and_there),
		CASE_TEST(test_whoever_leads_last_does_not_go),
		CASE_TEST(test_only_its_own_leader_ends_a_membership_while_there_is_one),
		CASE_TEST(test_an_administrator_hands_on_what_a_member_had),
		CASE_TEST(test_an_end_is_said_on_the_day_and_never_taken_back),
		CASE_TEST(test_access_ends_at_once_where_a_session_is_open),
		CASE_TEST(test_what_they_did_stays_theirs),
		CASE_TEST(test_who_answers_for_a_third_state_finds_a_successor_too),
	};

	return RUN_TESTS("src/leave", tests);
}
