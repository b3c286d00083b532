/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_succession.c - what a member who leaves was the last of their party to see goes
 * to who comes after, and nobody else learns that it is there. */
#include "tests/support/test.h"

#include "tests/support/case.h"
#include "tests/support/verify.h"

/* notices: how many sentences whoever ends it is told. */
static void
leaves(struct desk *d, const char *member, const char *successor, size_t notices)
{
	const struct desk_leave leave = { .member = member, .successor = successor };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_leave(d, &leave, &acted, &err), err);
	assert_int_equal(acted.n_notices, notices);
	desk_acted_clear(&acted);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
shares(struct desk *d, const char *ref, const char *whom)
{
	struct desk_text who = { .text = (char *)(uintptr_t)whom };
	const struct desk_sharing ask = { .ref = ref, .who = &who, .n_who = 1,
		.reason = "for the search" };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_share(d, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
}

static size_t
entries(struct desk *d)
{
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_history(d, &(struct desk_history_ask){ .limit = 500 }, &h,
		&err), err);
	size_t n = h.n;

	desk_history_clear(&h);
	return n;
}

/* How many rows of the inbox say that this record was shared. */
static size_t
told(struct desk *d, const char *ref)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits w = { 0 };
	struct err err = ERR_INIT;
	size_t n = 0;

	assert_ok(desk_waits(d, &ask, &w, &err), err);
	for (size_t i = 0; i < w.n; i++)
		n += w.rows[i].what == DESK_WAIT_SHARED && strcmp(
			record_text(&w.rows[i].record, HEADER_REF), ref) == 0;
	desk_waits_clear(&w);
	return n;
}

/* RO/3, who will come after RO/2. */
static void
seat(const char *role)
{
	struct desk *ro = case_desk(NULL);
	char *text = NULL;

	assert_true(asprintf(&text, "role=%s", role) > 0);
	case_put(ro, "member", "party=RO", "name=Oana Dinu", text, NULL);
	free(text);
	desk_close(ro);
}

static char *
keep_task(struct desk *d, const char *assignee)
{
	char *text = NULL;

	assert_true(asprintf(&text, "assignee=%s", assignee) > 0);
	char *ref = case_add(d, "task", "title=Meet the source", text,
		"share=named", NULL);

	free(text);
	return ref;
}

static void
test_what_they_alone_saw_goes_to_the_successor(void **state)
{
	seat("police");
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2"),
		*oana = case_desk("RO/3");
	char *task = keep_task(ion, "RO/2");
	char *lead = case_add(ion, "lead", "title=Source", "share=named", NULL);
	char *shut = case_add(ion, "task", "title=Met", "assignee=RO/2",
		"status=done", "share=named", NULL);
	size_t n = entries(ro);

	(void)state;
	assert_false(case_sees(oana, task));
	leaves(ro, "RO/2", "RO/3", 0);
	case_is(oana, task, "assignee", "RO/3");
	assert_true(case_sees(oana, lead));
	/* Who did it stays who did it. */
	case_is(oana, shut, "assignee", "RO/2");
	assert_int_equal(told(oana, task), 1);
	assert_int_equal(told(oana, lead), 1);
	assert_false(case_sees(ro, task));
	assert_false(case_sees(ro, lead));
	/* Of all that the leader's log tells the end of the membership alone. */
	assert_int_equal(entries(ro), n + 1);
	free(task);
	free(lead);
	free(shut);
	desk_close(oana);
	desk_close(ion);
	desk_close(ro);
}

/* Both ways in which a membership ends. */
static void
test_where_nobody_is_named_who_leads_gets_it(void **state)
{
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2");
	char *task = keep_task(ion, "RO/2");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(case_set(ro, &acted, &err, "member", "RO/2", 0,
		"left_on=today", NULL), err);
	assert_int_equal(acted.n_notices, 0);
	desk_acted_clear(&acted);
	case_is(ro, task, "assignee", "RO/1");
	assert_int_equal(told(ro, task), 1);
	free(task);
	desk_close(ion);
	desk_close(ro);
}

static void
test_what_another_of_the_party_sees_stays_theirs(void **state)
{
	seat("police");
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2"),
		*oana = case_desk("RO/3"), *bg = case_desk("BG");
	char *kept = case_add(ion, "lead", "title=The leader's brother",
		"share=named", NULL);
	char *abroad = case_add(ion, "lead", "title=With Petya", "share=named",
		NULL);
	char *theirs = case_add(bg, "lead", "title=Of BG", "share=own", NULL);

	(void)state;
	shares(ion, kept, "RO/3");
	assert_int_equal(told(oana, kept), 1);
	shares(ion, abroad, "BG/1");
	shares(bg, theirs, "RO/2");
	leaves(ro, "RO/2", NULL, 0);
	assert_false(case_sees(ro, kept));
	assert_true(case_sees(oana, kept));
	/* That another party has it does not make anybody of RO answer for it. */
	assert_true(case_sees(ro, abroad));
	/* What BG gave to them is BG's to give. */
	assert_false(case_sees(ro, theirs));
	assert_false(case_sees(oana, theirs));
	free(kept);
	free(abroad);
	free(theirs);
	desk_close(bg);
	desk_close(oana);
	desk_close(ion);
	desk_close(ro);
}

static void
test_a_successor_who_is_not_cleared_for_it_gets_nothing(void **state)
{
	seat("analyst");
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2"),
		*oana = case_desk("RO/3");
	char *plain = case_add(ion, "lead", "title=Plain", "share=named", NULL);
	char *source = case_add(ion, "lead", "title=Source", "legal=restricted",
		"legal_reason=contested", "share=named", NULL);
	struct err err = ERR_INIT;

	(void)state;
	leaves(ro, "RO/2", "RO/3", 0);
	assert_true(case_sees(oana, plain));
	assert_false(case_sees(ro, plain));
	assert_ok(desk_purpose(ro, NULL, "who comes after RO/2", &err), err);
	assert_ok(desk_purpose(oana, NULL, "who comes after RO/2", &err), err);
	assert_false(case_sees(oana, source));
	assert_true(case_sees(ro, source));
	free(plain);
	free(source);
	desk_close(oana);
	desk_close(ion);
	desk_close(ro);
}

/* Whoever takes it back has it still. */
static void
test_who_got_it_does_not_make_it_nobodys(void **state)
{
	seat("police");
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2"),
		*oana = case_desk("RO/3");
	char *kept = case_add(ion, "lead", "title=Source", "share=named", NULL);
	struct desk_text who = { .text = (char *)"RO/3" };
	const struct desk_sharing ask = { .ref = kept, .who = &who, .n_who = 1,
		.reason = "no longer mine" };
	struct desk_unshared unshared;
	struct err err = ERR_INIT;

	(void)state;
	leaves(ro, "RO/2", "RO/3", 0);
	assert_err(desk_unshare(oana, &ask, &unshared, &err), err, ERR_RULE);
	assert_non_null(strstr(err.text, "nobody takes a record from themselves"));
	shares(oana, kept, "RO/1");
	assert_ok(desk_unshare(ro, &ask, &unshared, &err), err);
	desk_unshared_clear(&unshared);
	assert_false(case_sees(oana, kept));
	assert_true(case_sees(ro, kept));
	free(kept);
	desk_close(oana);
	desk_close(ion);
	desk_close(ro);
}

/* Another party's administrator ends it, and sees nothing of it; where nobody who is
 * left answers for a party, it stays as it is. */
static void
test_no_administrator_of_another_party_gets_it(void **state)
{
	struct desk *ro = case_desk(NULL), *europol = case_desk("EUROPOL");

	(void)state;
	case_put(ro, "member", "party=RO", "name=Sorin Ene", "role=admin", NULL);
	case_put(ro, "member", "party=EUROPOL", "name=Lena Holm", "role=analyst",
		NULL);
	struct desk *admin = case_desk("RO/3"), *lena = case_desk("EUROPOL/2");
	char *kept = case_add(europol, "lead", "title=Source", "share=named", NULL);

	/* Said of everybody, whether anything is kept or not. */
	leaves(ro, "EUROPOL/1", NULL, 1);
	assert_false(case_sees(admin, kept));
	assert_false(case_sees(ro, kept));
	assert_false(case_sees(lena, kept));
	free(kept);
	desk_close(lena);
	desk_close(admin);
	desk_close(europol);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_what_they_alone_saw_goes_to_the_successor),
		CASE_TEST(test_where_nobody_is_named_who_leads_gets_it),
		CASE_TEST(test_what_another_of_the_party_sees_stays_theirs),
		CASE_TEST(test_a_successor_who_is_not_cleared_for_it_gets_nothing),
		CASE_TEST(test_who_got_it_does_not_make_it_nobodys),
		CASE_TEST(test_no_administrator_of_another_party_gets_it),
	};

	return RUN_TESTS("src/succession", tests);
}
