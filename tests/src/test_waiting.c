/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_waiting.c - what waits for whom. The leaders of RO, BG and GR, a police member
 * of RO and BG each and an analyst of EUROPOL sit at one case. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"

#include "base/strbuf.h"
#include "src/codes.h"

struct desks {
	struct desk *ro, *bg, *gr, *ion, *petar, *nora;
};

static void
sit_down(struct desks *d)
{
	d->ro = case_desk(NULL);
	d->bg = case_desk("BG");
	d->gr = case_desk("GR");
	d->ion = case_desk("RO/2");
	d->petar = case_desk("BG/2");
	d->nora = case_desk("EUROPOL/1");
}

static void
stand_up(struct desks *d)
{
	struct desk *all[] = { d->ro, d->bg, d->gr, d->ion, d->petar, d->nora };

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		desk_close(all[i]);
}

static void
put_row(struct strbuf *out, const struct desk_wait *w)
{
	strbuf_printf(out, "%s%s %s", out->len ? ", " : "",
		codes_wait[w->what].code, w->part ? w->part :
		value(&w->record, "ref"));
}

/* Asked about one record the answer is what all that waits has of it, but for what is
 * told. */
static void
check_about(struct desk *desk, const struct desk_waits *all, const char *ref)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME, .about = ref };
	struct strbuf got = STRBUF_INIT, want = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_waits w;

	assert_ok(desk_waits(desk, &ask, &w, &err), err);
	for (size_t i = 0; i < w.n; i++)
		put_row(&got, &w.rows[i]);
	for (size_t i = 0; i < all->n; i++)
		if (!all->rows[i].told && strcmp(value(&all->rows[i].record,
		    "ref"), ref) == 0)
			put_row(&want, &all->rows[i]);
	assert_string_equal(got.len ? got.text : "", want.len ? want.text : "");
	strbuf_clear(&got);
	strbuf_clear(&want);
	desk_waits_clear(&w);
}

/* "accept RO-T1, mention RO-L2/comment1" */
static void
check(struct desk *desk, int whose, const char *party, const char *want)
{
	struct desk_waits_ask ask = { .whose = whose, .party = party };
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_waits w;

	assert_ok(desk_waits(desk, &ask, &w, &err), err);
	assert_true(w.total == (int64_t)w.n);
	assert_false(w.at_least);
	for (size_t i = 0; i < w.n; i++) {
		put_row(&got, &w.rows[i]);
		if (whose == DESK_FOR_ME)
			check_about(desk, &w, value(&w.rows[i].record, "ref"));
	}
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_waits_clear(&w);
}

static void
for_me(struct desk *desk, const char *want)
{
	check(desk, DESK_FOR_ME, NULL, want);
}

static void
set(struct desk *desk, const char *ref, const char *a, const char *b)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(desk, &acted, &err, "task", ref, 0, a, b, NULL), err);
	desk_acted_clear(&acted);
}

/* "BG 2 3, GR 1 0": party, count, days. */
static void
owing(struct desk *desk, const char *want)
{
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_owing o;

	assert_ok(desk_owing(desk, &o, &err), err);
	for (size_t i = 0; i < o.n; i++)
		strbuf_printf(&got, "%s%s %d %d", i ? ", " : "",
			o.parties[i].party, (int)o.parties[i].n,
			(int)o.parties[i].days);
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_owing_clear(&o);
}

static void
test_proposed_task_waits_for_the_leader_then_for_who_gets_it(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_put(d.ro, "task", "title=Hear the skipper", "for_party=BG", NULL);
	for_me(d.bg, "accept RO-T1");
	for_me(d.petar, "");
	for_me(d.ro, "");
	owing(d.ro, "BG 1 0");
	check(d.ro, DESK_FOR_THEM, "BG", "accept RO-T1");
	check(d.bg, DESK_FOR_US, "RO", "accept RO-T1");
	check(d.bg, DESK_FOR_THEM, "RO", "");
	set(d.bg, "RO-T1", "status=accepted", "assignee=BG/2");
	for_me(d.bg, "");
	for_me(d.petar, "task RO-T1");
	check(d.ro, DESK_FOR_THEM, "BG", "task RO-T1");
	set(d.petar, "RO-T1", "status=in_work", NULL);
	for_me(d.petar, "");
	owing(d.ro, "BG 1 0");
	set(d.petar, "RO-T1", "status=done", NULL);
	owing(d.ro, "");
	stand_up(&d);
}

static void
test_own_task_waits_for_its_assignee_alone(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_put(d.ro, "task", "title=Hear the skipper", "assignee=RO/2", NULL);
	case_put(d.ro, "task", "title=Mine", "assignee=RO/1", NULL);
	case_put(d.ro, "task", "title=Nobody's", NULL);
	for_me(d.ion, "task RO-T1");
	for_me(d.ro, "");
	owing(d.ro, "");
	stand_up(&d);
}

static void
test_hand_over_waits_for_each_side(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_put(d.bg, "evidence", "description=Phone", "type=DEVICE", NULL);
	case_put(d.bg, "chain", "of=BG-E1", "action=seized", "to=BG/2",
		"at=2026-01-01", NULL);
	case_put(d.bg, "chain", "of=BG-E1", "action=handed_over", "from=BG/2",
		"to=RO/2", "at=2026-01-02", NULL);
	for_me(d.ion, "receiver BG-E1/chain2");
	for_me(d.petar, "giver BG-E1/chain2");
	for_me(d.gr, "");
	owing(d.bg, "RO 1 3");
	owing(d.ro, "BG 1 3");
	case_put(d.petar, "confirmation", "of=BG-E1", "step=BG-E1/chain2",
		"side=giver", NULL);
	for_me(d.petar, "");
	owing(d.ro, "");
	case_put(d.ion, "confirmation", "of=BG-E1", "step=BG-E1/chain2",
		"side=receiver", NULL);
	for_me(d.ion, "");
	owing(d.bg, "");
	stand_up(&d);
}

static void
test_mention_waits_until_it_is_answered(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_put(d.ro, "lead", "title=Courier", NULL);
	case_put(d.ro, "comment", "of=RO-L1", "text=@BG/2 saw him, @BG/2 knows",
		NULL);
	case_put(d.ro, "comment", "of=RO-L1", "text=What does @BG say?", NULL);
	case_put(d.ro, "comment", "of=RO-L1", "text=And I, @RO/1, say no", NULL);
	for_me(d.petar, "mention RO-L1/comment1");
	for_me(d.bg, "mention RO-L1/comment2");
	for_me(d.ro, "");
	owing(d.ro, "BG 2 0");
	case_put(d.petar, "comment", "of=RO-L1", "text=I did.", NULL);
	for_me(d.petar, "");
	/* One of the party has spoken for it. */
	for_me(d.bg, "");
	owing(d.ro, "");
	case_put(d.bg, "comment", "of=RO-L1", "text=@RO/2 @RO come", NULL);
	for_me(d.ro, "mention RO-L1/comment5");
	for_me(d.ion, "mention RO-L1/comment5");
	case_put(d.ro, "comment", "of=RO-L1", "text=Yes", NULL);
	for_me(d.ro, "");
	for_me(d.ion, "mention RO-L1/comment5");
	stand_up(&d);
}

static void
test_journal_line_calls_too(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_put(d.ro, "task", "title=Watch the port", NULL);
	case_put(d.ro, "journal", "of=RO-T1", "text=Nothing yet, @GR/1", NULL);
	for_me(d.gr, "mention RO-T1/journal1");
	case_put(d.gr, "comment", "of=RO-T1", "text=Seen", NULL);
	for_me(d.gr, "");
	stand_up(&d);
}

static void
test_question_of_another_party_waits_for_ours(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_put(d.ro, "lead", "title=Courier", NULL);
	case_put(d.ro, "comment", "of=RO-L1", "text=Who is he?", NULL);
	for_me(d.ro, "");
	case_put(d.bg, "comment", "of=RO-L1", "text=Which ship?", NULL);
	case_put(d.bg, "comment", "of=RO-L1", "text=The blue one.", NULL);
	for_me(d.ro, "question RO-L1/comment2");
	for_me(d.ion, "question RO-L1/comment2");
	owing(d.bg, "RO 1 0");
	case_put(d.ion, "comment", "of=RO-L1", "text=The Aurora.", NULL);
	for_me(d.ro, "");
	stand_up(&d);
}

static void
test_what_was_corrected_or_retracted_asks_nothing(void **state)
{
	struct desks d;
	struct desk_retract ask = { "RO-L1/comment2", "Not yet" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	sit_down(&d);
	case_put(d.ro, "lead", "title=Courier", NULL);
	case_put(d.ro, "comment", "of=RO-L1", "text=@GR/1 look", NULL);
	for_me(d.gr, "mention RO-L1/comment1");
	case_put(d.ro, "comment", "of=RO-L1", "text=@BG/2 look",
		"corrects=RO-L1/comment1", NULL);
	for_me(d.gr, "");
	for_me(d.petar, "mention RO-L1/comment2");
	assert_ok(desk_retract(d.ro, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	for_me(d.petar, "");
	for_me(d.gr, "mention RO-L1/comment1");
	ask.ref = "RO-L1";
	assert_ok(desk_retract(d.ro, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	for_me(d.gr, "");
	owing(d.ro, "");
	stand_up(&d);
}

static void
test_who_does_not_see_the_record_hears_nothing(void **state)
{
	struct desks d;
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	sit_down(&d);
	char *ref = case_add(d.ro, "lead", "title=Kept", "share=own", NULL);
	char of[60];

	snprintf(of, sizeof(of), "of=%s", ref);
	case_put(d.ro, "comment", of, "text=@BG/1 @EUROPOL/1 @RO/2 look", NULL);
	for_me(d.bg, "");
	for_me(d.nora, "");
	check(d.bg, DESK_FOR_US, "RO", "");
	assert_ok(case_set(d.ro, &acted, &err, "lead", ref, 0, "share=team",
		NULL), err);
	desk_acted_clear(&acted);
	char *now = case_value(d.ro, ref, "ref"), want[60];

	snprintf(want, sizeof(want), "mention %s/comment1", now);
	for_me(d.bg, want);
	for_me(d.nora, "");
	free(now);
	free(ref);
	stand_up(&d);
}

/* The remarks on a comment, "a|b". */
static void
remarks(struct desk *desk, const char *of, const char *text, const char *want)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct strbuf got = STRBUF_INIT;
	struct desk_checked checked;
	struct err err = ERR_INIT;

	record_init(&fields, kind_of(KIND_COMMENT));
	record_set(&fields, HEADER_OF, of);
	record_set(&fields, HEADER_N, text);
	assert_ok(desk_check(desk, &change, &checked, &err), err);
	for (size_t i = 0; i < checked.n_remarks; i++)
		strbuf_printf(&got, "%s%s", i ? "|" : "",
			checked.remarks[i].text);
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_checked_clear(&checked);
	record_clear(&fields);
}

static void
test_author_is_told_who_will_not_hear(void **state)
{
	struct desks d;
	char want[200];

	(void)state;
	sit_down(&d);
	case_put(d.ro, "lead", "title=Shared", NULL);
	char *ref = case_add(d.ro, "lead", "title=Kept", "share=own", NULL);

	remarks(d.ro, "RO-L1", "@BG/1 and @GR, write to x@BG", "");
	remarks(d.ro, "RO-L1", "@EUROPOL/1 @BG/9 @XX",
		"EUROPOL/1 does not see RO-L1 and will not hear of it|"
		"@BG/9 is nobody in this case|@XX is nobody in this case");
	snprintf(want, sizeof(want), "BG does not see %s and will not hear of it",
		ref);
	remarks(d.ro, ref, "@BG @RO/2", want);
	free(ref);
	stand_up(&d);
}

static void
test_seen_is_for_this_member_alone(void **state)
{
	struct desks d;
	struct err err = ERR_INIT;

	(void)state;
	sit_down(&d);
	case_put(d.gr, "lead", "title=Courier", NULL);
	case_put(d.gr, "comment", "of=GR-L1", "text=@RO/1 @RO/2 look", NULL);
	assert_ok(desk_seen(d.ro, "GR-L1/comment1", &err), err);
	for_me(d.ro, "");
	for_me(d.ion, "mention GR-L1/comment1");
	owing(d.gr, "RO 2 0");
	assert_false(desk_seen(d.ro, "GR-L9", &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	stand_up(&d);
}

static void
test_equal_identifiers_ask_for_a_word(void **state)
{
	struct desks d;

	(void)state;
	sit_down(&d);
	case_put(d.bg, "asset", "type=BANK",
		"account_no=RO49AAAA1B31007593840000", NULL);
	case_put(d.ro, "lead", "title=Tip", NULL);
	case_put(d.ro, "identifier", "of=RO-L1", "type=iban",
		"value=RO49AAAA1B31007593840000", NULL);
	for_me(d.ro, "link RO-L1");
	for_me(d.bg, "link BG-A1");
	for_me(d.nora, "");
	case_put(d.ro, "link", "type=mentions", "a=RO-L1", "b=BG-A1", NULL);
	for_me(d.ro, "");
	for_me(d.bg, "");
	stand_up(&d);
}

static void
test_party_that_is_none_is_not_found(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_waits_ask ask = { .whose = DESK_FOR_THEM, .party = "XX" };
	struct err err = ERR_INIT;
	struct desk_waits w;

	(void)state;
	assert_false(desk_waits(d, &ask, &w, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	desk_waits_clear(&w);
	ask.limit = -1;
	assert_false(desk_waits(d, &ask, &w, &err));
	assert_int_equal(err.code, ERR_USAGE);
	desk_waits_clear(&w);
	desk_close(d);
}

static void
test_limit_leaves_the_total(void **state)
{
	struct desks d;
	struct desk_waits_ask ask = { .whose = DESK_FOR_ME, .limit = 2 };
	struct err err = ERR_INIT;
	struct desk_waits w;

	(void)state;
	sit_down(&d);
	for (int i = 0; i < 5; i++)
		case_put(d.ro, "task", "title=Ask", "for_party=BG", NULL);
	assert_ok(desk_waits(d.bg, &ask, &w, &err), err);
	assert_int_equal(w.n, 2);
	assert_int_equal(w.total, 5);
	assert_string_equal(w.rows[0].name, "Ana Pop");
	assert_string_equal(w.rows[0].asker, "RO");
	assert_string_equal(value(&w.rows[0].record, "ref"), "RO-T1");
	desk_waits_clear(&w);
	stand_up(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_proposed_task_waits_for_the_leader_then_for_who_gets_it),
		CASE_TEST(test_own_task_waits_for_its_assignee_alone),
		CASE_TEST(test_hand_over_waits_for_each_side),
		CASE_TEST(test_mention_waits_until_it_is_answered),
		CASE_TEST(test_journal_line_calls_too),
		CASE_TEST(test_question_of_another_party_waits_for_ours),
		CASE_TEST(test_what_was_corrected_or_retracted_asks_nothing),
		CASE_TEST(test_who_does_not_see_the_record_hears_nothing),
		CASE_TEST(test_author_is_told_who_will_not_hear),
		CASE_TEST(test_seen_is_for_this_member_alone),
		CASE_TEST(test_equal_identifiers_ask_for_a_word),
		CASE_TEST(test_party_that_is_none_is_not_found),
		CASE_TEST(test_limit_leaves_the_total),
	};

	return RUN_TESTS("src/waiting", tests);
}
