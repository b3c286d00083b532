/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_correction.c - who received a record is told of what becomes of it. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/verify.h"

#include "src/codes.h"

static char *lead;

static void
set(struct desk *d, const char *value)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, "lead", lead, 0, value, NULL))
		fail_msg("%s", err.text);
	desk_acted_clear(&acted);
}

/* "shared; corrected: changed ..., of what is told; and each is looked at. */
static void
told(struct desk *d, const char *want)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_waits w;

	assert_ok(desk_waits(d, &ask, &w, &err), err);
	for (size_t i = 0; i < w.n; i++) {
		const char *colon = w.rows[i].text ?
			strrchr(w.rows[i].text, ':') : NULL;

		strbuf_printf(&got, "%s%s%s", i ? "; " : "",
			codes_wait[w.rows[i].what].code, colon ? colon : "");
	}
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_waits_clear(&w);
}

static void
begin(struct desk **ro, struct desk **bg, struct desk **gr)
{
	*ro = case_desk(NULL);
	*bg = case_desk("BG");
	*gr = case_desk("GR");
	lead = case_add(*ro, "lead", "title=Container", "share=own", NULL);
	share_with(*ro, lead, "BG", NULL);
}

static void
end(struct desk *ro, struct desk *bg, struct desk *gr)
{
	struct err err = ERR_INIT;

	if (!store_verifies(CASE_STORE, &err))
		fail_msg("%s", err.text);
	free(lead);
	desk_close(gr);
	desk_close(bg);
	desk_close(ro);
}

static void
test_what_a_party_was_given_is_told_until_somebody_of_it_has_looked(void **state)
{
	struct desk *ro, *bg, *gr, *petar = case_desk("BG/2");
	struct err err = ERR_INIT;

	(void)state;
	begin(&ro, &bg, &gr);
	told(bg, "shared");
	told(petar, "shared");
	told(gr, "");
	told(ro, "");
	clock_stop(CASE_TIME + 1000, 1);
	assert_ok(desk_seen(petar, lead, &err), err);
	told(bg, "");
	told(petar, "");
	desk_close(petar);
	end(ro, bg, gr);
}

static void
test_a_change_is_told_to_those_who_have_it(void **state)
{
	struct desk *ro, *bg, *gr;
	struct err err = ERR_INIT;

	(void)state;
	begin(&ro, &bg, &gr);
	assert_ok(desk_seen(bg, lead, &err), err);
	clock_stop(CASE_TIME + 1000, 1);
	set(ro, "title=Two containers");
	told(bg, "corrected: title");
	told(gr, "");
	told(ro, "");
	clock_stop(CASE_TIME + 2000, 1);
	set(ro, "detail=from Varna");
	told(bg, "corrected: detail");
	end(ro, bg, gr);
}

/* Who reads the record has read what was told of it, and needs no notice besides; what
 * is told of another stays. */
static void
test_a_notice_is_done_with_when_the_record_is_read(void **state)
{
	struct desk *ro, *bg, *gr;
	struct err err = ERR_INIT;

	(void)state;
	begin(&ro, &bg, &gr);
	char *first = lead, *other = case_add(ro, "lead", "title=Boat",
		"share=own", NULL);

	clock_stop(CASE_TIME + 1000, 1);
	set(ro, "title=Two containers");
	lead = other;
	share_with(ro, lead, "BG", NULL);
	told(bg, "shared; corrected: title; shared");
	clock_stop(CASE_TIME + 2000, 1);
	assert_ok(desk_seen(bg, first, &err), err);
	told(bg, "shared");
	assert_ok(desk_seen(bg, other, &err), err);
	told(bg, "");
	lead = first;
	free(other);
	end(ro, bg, gr);
}

static void
test_a_change_that_was_told_is_undone_and_that_is_told_too(void **state)
{
	const struct desk_undo undo = { .ref = NULL };
	struct desk *ro, *bg, *gr;
	struct desk_history gone = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	begin(&ro, &bg, &gr);
	assert_ok(desk_seen(bg, lead, &err), err);
	clock_stop(CASE_TIME + 1000, 1);
	set(ro, "title=Two containers");
	told(bg, "corrected: title");
	assert_ok(desk_undo(ro, &undo, &gone, &err), err);
	case_is(ro, lead, "title", "Container");
	told(bg, "corrected: title");
	desk_history_clear(&gone);
	end(ro, bg, gr);
}

static void
test_a_retraction_is_told_and_its_undoing_too(void **state)
{
	struct desk_retract ask = { .reason = "a slip" };
	struct desk_acted acted = { 0 };
	struct desk_history gone = { 0 };
	struct err err = ERR_INIT;
	struct desk *ro, *bg, *gr;

	(void)state;
	begin(&ro, &bg, &gr);
	assert_ok(desk_seen(bg, lead, &err), err);
	clock_stop(CASE_TIME + 1000, 1);
	ask.ref = lead;
	assert_ok(desk_retract(ro, &ask, &acted, &err), err);
	told(bg, "corrected: retracted");
	told(gr, "");
	const struct desk_undo undo = { .entry = acted.entry };

	assert_ok(desk_undo(ro, &undo, &gone, &err), err);
	told(bg, "corrected: retracted");
	desk_acted_clear(&acted);
	desk_history_clear(&gone);
	end(ro, bg, gr);
}

static void
test_who_has_it_no_more_is_told_nothing(void **state)
{
	struct desk *ro, *bg, *gr;

	(void)state;
	begin(&ro, &bg, &gr);
	unshare_from(ro, lead, "BG");
	set(ro, "title=Two containers");
	told(bg, "return: it helps");
	end(ro, bg, gr);
}

static void
test_a_new_part_is_no_correction_and_what_replaces_one_is(void **state)
{
	struct desk *ro, *bg, *gr;
	struct err err = ERR_INIT;
	char of[64];

	(void)state;
	begin(&ro, &bg, &gr);
	assert_ok(desk_seen(bg, lead, &err), err);
	snprintf(of, sizeof(of), "of=%s", lead);
	clock_stop(CASE_TIME + 1000, 1);
	case_put(ro, "identifier", of, "type=phone", "value=+40721000111", NULL);
	told(bg, "");
	case_put(ro, "identifier", of, "type=phone", "value=+40721000112",
		"corrects=identifier1", NULL);
	told(bg, "corrected: identifier");
	end(ro, bg, gr);
}

/* One of its own party was given it by name: what is done to it is no news of another's
 * record to them. */
static void
test_its_own_party_is_not_told_as_one_that_was_given_it(void **state)
{
	struct desk *ro, *bg, *gr, *ion = case_desk("RO/2");
	struct err err = ERR_INIT;

	(void)state;
	begin(&ro, &bg, &gr);
	free(lead);
	lead = case_add(ro, "lead", "title=Source", "share=named", NULL);
	share_with(ro, lead, "RO/2", NULL);
	share_with(ro, lead, "BG", NULL);
	share_with(ro, lead, "GR", NULL);
	told(ion, "shared");
	assert_ok(desk_seen(ion, lead, &err), err);
	assert_ok(desk_seen(gr, lead, &err), err);
	char *of = NULL, *comment = NULL;

	assert_true(asprintf(&of, "of=%s", lead) > 0);
	char *ref = case_add(bg, "comment", of, "text=In March", NULL);

	assert_true(asprintf(&comment, "corrects=%s", ref) > 0);
	clock_stop(CASE_TIME + 1000, 1);
	case_put(bg, "comment", of, comment, "text=In May", NULL);
	told(gr, "corrected: comment");
	told(ion, "");
	free(comment);
	free(ref);
	free(of);
	desk_close(ion);
	end(ro, bg, gr);
}

static void
test_an_erasure_is_told_to_who_had_it(void **state)
{
	struct desk *ro, *bg, *gr;
	struct desk_erased erased = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	begin(&ro, &bg, &gr);
	const struct desk_erase ask = { .ref = lead, .reason = "acquitted" };

	assert_ok(desk_seen(bg, lead, &err), err);
	clock_stop(CASE_TIME + 1000, 1);
	assert_ok(desk_erase(ro, &ask, &erased, &err), err);
	desk_erased_clear(&erased);
	char want[64];

	snprintf(want, sizeof(want), "erased: %s", lead);
	told(bg, want);
	told(gr, "");
	end(ro, bg, gr);
}

/* Who joined later and was let see what was there before has it as well. */
static void
test_an_erasure_is_told_to_who_came_later_and_sees_it(void **state)
{
	struct desk *ro = case_desk("RO"), *fr, *es;
	struct desk_erased erased = { 0 };
	struct desk_erase ask = { .reason = "acquitted" };
	struct err err = ERR_INIT;

	(void)state;
	lead = case_add(ro, "lead", "title=Container", "share=team", NULL);
	case_put(ro, "party", "code=FR", "name=France", "class=signatory",
		"earlier=yes", NULL);
	case_put(ro, "member", "party=FR", "name=Luc Petit", "role=leader", NULL);
	case_put(ro, "party", "code=ES", "name=Spain", "class=signatory", NULL);
	case_put(ro, "member", "party=ES", "name=Eva Sol", "role=leader", NULL);
	fr = case_desk("FR");
	es = case_desk("ES");
	ask.ref = lead;
	assert_ok(desk_erase(ro, &ask, &erased, &err), err);
	assert_string_equal(strrchr(erased.notices[0].text, ':'), ": BG, GR, FR");
	desk_erased_clear(&erased);
	char want[64];

	snprintf(want, sizeof(want), "erased: %s", lead);
	told(fr, want);
	told(es, "");
	end(ro, fr, es);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_what_a_party_was_given_is_told_until_somebody_of_it_has_looked),
		CASE_TEST(test_a_change_is_told_to_those_who_have_it),
		CASE_TEST(test_a_notice_is_done_with_when_the_record_is_read),
		CASE_TEST(test_a_change_that_was_told_is_undone_and_that_is_told_too),
		CASE_TEST(test_a_retraction_is_told_and_its_undoing_too),
		CASE_TEST(test_who_has_it_no_more_is_told_nothing),
		CASE_TEST(test_a_new_part_is_no_correction_and_what_replaces_one_is),
		CASE_TEST(test_its_own_party_is_not_told_as_one_that_was_given_it),
		CASE_TEST(test_an_erasure_is_told_to_who_had_it),
		CASE_TEST(test_an_erasure_is_told_to_who_came_later_and_sees_it),
	};

	return RUN_TESTS("src/correction", tests);
}
