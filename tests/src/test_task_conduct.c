/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_task_conduct.c - who moves a task on. The leaders of RO, BG and GR and two
 * police members sit at one case. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"

#include "src/remark.h"

struct desks {
	struct desk *ro, *bg, *gr, *ion, *petar;
};

static void
sit_down(struct desks *d)
{
	d->ro = case_desk(NULL);
	d->bg = case_desk("BG");
	d->gr = case_desk("GR");
	d->ion = case_desk("RO/2");
	d->petar = case_desk("BG/2");
}

static void
stand_up(struct desks *d)
{
	desk_close(d->ro);
	desk_close(d->bg);
	desk_close(d->gr);
	desk_close(d->ion);
	desk_close(d->petar);
}

/* Set values that must be taken; the first notice is *notice's to free. */
static void
moves(struct desk *desk, const char *ref, const char *a, const char *b)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!case_set(desk, &acted, &err, "task", ref, 0, a, b, NULL))
		fail_msg("%s %s: %s", ref, a, err.text);
	desk_acted_clear(&acted);
}

/* Set what must be refused, in words that hold some. */
static void
stays(struct desk *desk, const char *ref, const char *a, const char *words)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (case_set(desk, &acted, &err, "task", ref, 0, a, NULL))
		fail_msg("%s %s should have been refused", ref, a);
	assert_int_equal(err.code, ERR_RULE);
	if (!strstr(err.text, words))
		fail_msg("%s %s: \"%s\" does not say \"%s\"", ref, a, err.text,
			words);
	desk_acted_clear(&acted);
}

static char *
ask_bg(struct desk *ro)
{
	return case_add(ro, "task", "title=Hear the skipper", "for_party=BG",
		"status=done", NULL);
}

static void
test_task_for_another_party_is_proposed_whatever_was_typed(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	case_is(d.ro, ref, "status", "proposed");
	case_put(d.ro, "task", "title=Ours", "for_party=RO", NULL);
	case_is(d.ro, "RO-T2", "status", "open");
	case_refuse(d.ro, ERR_RULE, "task", "title=x", "status=proposed", NULL);
	free(ref);
	stand_up(&d);
}

static void
test_only_a_leader_of_the_party_asked_accepts(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	stays(d.ro, ref, "status=accepted", "BG accepts or declines");
	stays(d.ro, ref, "status=in_work", "accepts it before");
	stays(d.gr, ref, "status=accepted", "BG accepts or declines");
	stays(d.gr, ref, "status=done", "accepts it before");
	stays(d.petar, ref, "status=accepted", "BG accepts or declines");
	stays(d.bg, ref, "status=in_work", "accepts it before");
	moves(d.bg, ref, "status=accepted", "assignee=BG/2");
	moves(d.petar, ref, "status=in_work", NULL);
	moves(d.ro, ref, "status=waiting", "reason=the ship is late");
	moves(d.gr, ref, "status=done", NULL);
	stays(d.ro, ref, "status=proposed", "has accepted it");
	free(ref);
	stand_up(&d);
}

static void
test_declining_needs_a_reason_of_its_own(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	moves(d.ro, ref, "reason=please soon", NULL);
	stays(d.bg, ref, "status=declined", "says why");
	stays(d.petar, ref, "status=declined", "BG accepts or declines");
	moves(d.bg, ref, "status=declined", "reason=no boat");
	case_is(d.ro, ref, "reason", "no boat");
	stays(d.ro, ref, "status=in_work", "accepts it before");
	stays(d.gr, ref, "status=proposed", "cannot be proposed");
	moves(d.ro, ref, "status=proposed", NULL);
	moves(d.bg, ref, "status=accepted", NULL);
	moves(d.bg, ref, "status=declined", "reason=no boat");
	free(ref);
	stand_up(&d);
}

static void
test_only_its_own_party_cancels(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	moves(d.bg, ref, "status=accepted", NULL);
	stays(d.bg, ref, "status=cancelled", "cancels it");
	moves(d.ion, ref, "status=cancelled", NULL);
	stays(d.bg, ref, "status=in_work", "takes it up again");
	moves(d.ro, ref, "status=in_work", NULL);
	case_is(d.ro, ref, "status", "proposed");
	free(ref);
	stand_up(&d);
}

static void
test_a_task_given_to_another_party_is_proposed_anew(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	moves(d.bg, ref, "status=accepted", NULL);
	stays(d.bg, ref, "for_party=GR", "another party's record");
	moves(d.ro, ref, "for_party=GR", NULL);
	case_is(d.ro, ref, "status", "proposed");
	stays(d.bg, ref, "status=accepted", "GR accepts or declines");
	moves(d.ro, ref, "for_party=", NULL);
	case_is(d.ro, ref, "status", "open");
	free(ref);
	stand_up(&d);
}

static void
test_assignee_is_of_the_party_that_does_it_and_sees_it(void **state)
{
	struct desks d;
	char *kept;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	stays(d.ro, ref, "assignee=RO/2", "no member of BG");
	stays(d.gr, ref, "assignee=GR/1", "no member of BG");
	moves(d.gr, ref, "assignee=BG/2", NULL);
	stays(d.ro, ref, "for_party=", "no member of RO");
	case_refuse(d.ro, ERR_RULE, "task", "title=x", "assignee=BG/1", NULL);
	kept = case_add(d.ro, "task", "title=Quiet", "share=own",
		"assignee=RO/2", NULL);
	case_refuse(d.ro, ERR_RULE, "task", "title=x", "share=own",
		"for_party=BG", "assignee=BG/1", NULL);
	case_refuse(d.ro, ERR_RULE, "task", "title=x", "handling=H2",
		"for_party=BG", "assignee=BG/1", NULL);
	case_refuse(d.ro, ERR_RULE, "task", "title=x", "share=named",
		"assignee=RO/2", NULL);
	case_put(d.ro, "task", "title=x", "share=named", "assignee=RO/1", NULL);
	stays(d.ro, ref, "share=own", "does not see the task");
	free(kept);
	kept = case_add(d.ro, "task", "title=Later", "share=own",
		"for_party=BG", NULL);
	stays(d.ro, kept, "assignee=BG/1", "does not see the task");
	moves(d.ro, kept, "share=team", "assignee=BG/1");
	free(kept);
	free(ref);
	stand_up(&d);
}

static void
test_member_who_left_gets_no_task_and_keeps_the_old(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "task", "title=x", "assignee=RO/2", "status=done", NULL);
	assert_ok(case_set(ro, &acted, &err, "member", "RO/2", 0,
		"left_on=2026-01-02", NULL), err);
	desk_acted_clear(&acted);
	case_refuse(ro, ERR_RULE, "task", "title=y", "assignee=RO/2", NULL);
	moves(ro, "RO-T1", "title=z", "due=fri");
	desk_close(ro);
}

static void
test_circles_of_waiting_are_refused_by_name(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "task", "title=1", NULL);
	case_put(ro, "task", "title=2", "blocked_by=RO-T1", NULL);
	case_put(ro, "task", "title=3", "blocked_by=RO-T2", NULL);
	stays(ro, "RO-T1", "blocked_by=RO-T3",
		"RO-T1, RO-T3, RO-T2, RO-T1");
	stays(ro, "RO-T1", "blocked_by=RO-T1", "RO-T1, RO-T1");
	moves(ro, "RO-T3", "blocked_by=RO-T1", NULL);
	moves(ro, "RO-T2", "blocked_by=", NULL);
	moves(ro, "RO-T1", "blocked_by=RO-T2", NULL);
	desk_close(ro);
}

/* What GR does not see may close a circle; nobody is told of it. */
static void
test_circle_through_what_is_kept_tells_nothing(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char text[80];

	(void)state;
	case_put(bg, "task", "title=open", NULL);
	char *kept = case_add(ro, "task", "title=kept", "share=own",
		"blocked_by=BG-T1", NULL);

	snprintf(text, sizeof(text), "blocked_by=%s", kept);
	case_put(ro, "task", "title=shown", text, NULL);
	moves(bg, "BG-T1", "blocked_by=RO-T1", NULL);
	stays(ro, "RO-T1", text, "RO-T1");
	free(kept);
	desk_close(ro);
	desk_close(bg);
}

static void
test_done_before_what_it_waits_for_is_told(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "task", "title=1", NULL);
	case_put(ro, "task", "title=2", "blocked_by=RO-T1", NULL);
	assert_ok(case_set(ro, &acted, &err, "task", "RO-T2", 0, "status=done",
		NULL), err);
	assert_int_equal(acted.n_notices, 1);
	assert_non_null(strstr(acted.notices[0].text, "RO-T1"));
	desk_acted_clear(&acted);
	moves(ro, "RO-T1", "status=done", NULL);
	moves(ro, "RO-T2", "status=in_work", NULL);
	assert_ok(case_set(ro, &acted, &err, "task", "RO-T2", 0, "status=done",
		NULL), err);
	assert_int_equal(acted.n_notices, 0);
	desk_acted_clear(&acted);
	desk_close(ro);
}

static void
assert_waiting(struct desk *d, const char *want)
{
	struct desk_page_ask ask = { .after = 20, .wait = 1,
		.handle = open_list(d, "task", "is:waiting_for_me", NULL) };
	struct desk_page page;
	char got[200] = "";

	get_page(d, &ask, &page);
	for (size_t i = 0; i < page.n; i++) {
		strcat(got, i ? " " : "");
		strcat(got, value(&page.rows[i].record, "ref"));
	}
	assert_string_equal(got, want);
	desk_page_clear(&page);
	close_list(d, ask.handle);
}

static void
test_what_waits_for_me(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	case_put(d.ro, "task", "title=Ours", "assignee=RO/2", NULL);
	assert_waiting(d.ro, "");
	assert_waiting(d.ion, "RO-T2");
	assert_waiting(d.bg, "RO-T1");
	assert_waiting(d.gr, "");
	moves(d.bg, ref, "assignee=BG/2", NULL);
	assert_waiting(d.petar, "");
	moves(d.bg, ref, "status=accepted", NULL);
	assert_waiting(d.bg, "");
	assert_waiting(d.petar, "RO-T1");
	moves(d.petar, ref, "status=done", NULL);
	assert_waiting(d.petar, "");
	free(ref);
	stand_up(&d);
}

static void
assert_remark(struct desk *d, const char *ref, const char *want)
{
	struct strbuf text = STRBUF_INIT;
	struct desk_item item;
	struct err err = ERR_INIT;
	const char *label;

	assert_ok(desk_get(d, 0, ref, &item, &err), err);
	assert_int_equal(remark_of(&text, &label, &item, "UTC"), want != NULL);
	assert_string_equal(text.text, want ? want : "");
	desk_item_clear(&item);
	strbuf_clear(&text);
}

static void
test_show_says_whose_turn_it_is_and_since_when(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	char *ref = ask_bg(d.ro);

	assert_remark(d.bg, ref,
		"proposed to BG; waits for its leader since today");
	clock_stop(CASE_TIME + INT64_C(3) * 24 * 3600 * 1000 + 60000, 1);
	moves(d.gr, ref, "due=fri", NULL);
	assert_remark(d.bg, ref,
		"proposed to BG; has waited for its leader for 3 days");
	moves(d.bg, ref, "status=accepted", NULL);
	assert_remark(d.bg, ref, NULL);
	free(ref);
	stand_up(&d);
}

/* Two saves that both began before: who wins is a matter of the status alone. */
static void
test_stale_status_is_one_fault(void **state)
{
	struct desks d;
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	sit_down(&d);
	case_put(d.ro, "task", "title=Ours", NULL);
	moves(d.bg, "RO-T1", "status=in_work", NULL);
	assert_false(case_set(d.ro, &acted, &err, "task", "RO-T1", 1,
		"status=done", NULL));
	assert_int_equal(err.code, ERR_STALE);
	assert_int_equal(acted.n_faults, 1);
	desk_acted_clear(&acted);
	assert_ok(case_set(d.ro, &acted, &err, "task", "RO-T1", 1,
		"due=fri", NULL), err);
	assert_true(acted.merged);
	desk_acted_clear(&acted);
	stand_up(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_task_for_another_party_is_proposed_whatever_was_typed),
		CASE_TEST(test_only_a_leader_of_the_party_asked_accepts),
		CASE_TEST(test_declining_needs_a_reason_of_its_own),
		CASE_TEST(test_only_its_own_party_cancels),
		CASE_TEST(test_a_task_given_to_another_party_is_proposed_anew),
		CASE_TEST(test_assignee_is_of_the_party_that_does_it_and_sees_it),
		CASE_TEST(test_member_who_left_gets_no_task_and_keeps_the_old),
		CASE_TEST(test_circles_of_waiting_are_refused_by_name),
		CASE_TEST(test_circle_through_what_is_kept_tells_nothing),
		CASE_TEST(test_done_before_what_it_waits_for_is_told),
		CASE_TEST(test_what_waits_for_me),
		CASE_TEST(test_show_says_whose_turn_it_is_and_since_when),
		CASE_TEST(test_stale_status_is_one_fault),
	};

	return RUN_TESTS("src/task_conduct", tests);
}
