/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_answer.c - a word stands for good: what is asked is read whole, and the word
 * goes to what the question was about, whatever happens elsewhere meanwhile. */
#include "tests/support/test.h"

#include "base/xalloc.h"
#include "tests/support/case.h"
#include "tests/support/jits.h"
#include "tests/support/screen.h"

enum { ASKS = 3 };

static char *asked[ASKS];	/* refs of asks or tasks, the oldest first */

static void
forget(void)
{
	for (size_t i = 0; i < ASKS; i++) {
		free(asked[i]);
		asked[i] = NULL;
	}
}

static char *
ask_about(struct desk *d, const char *ref, const char *purpose)
{
	const struct desk_asking ask = { .what = "court", .ref = ref,
		.purpose = purpose };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_ask(d, &ask, &acted, &err), err);
	char *own = xstrdup(acted.ref);

	desk_acted_clear(&acted);
	return own;
}

/* BG, whom RO asks three things; and the desk of RO. */
static struct desk *
with_asks(struct desk **ro)
{
	struct desk *bg = case_desk("BG");

	*ro = case_desk(NULL);
	for (size_t i = 0; i < ASKS; i++) {
		char *lead = case_add(bg, "lead", "title=Boat", NULL);

		asked[i] = ask_about(*ro, lead, "the trial");
		free(lead);
	}
	return bg;
}

static struct desk *
with_tasks(struct desk **ro)
{
	*ro = case_desk(NULL);
	for (size_t i = 0; i < ASKS; i++)
		asked[i] = case_add(*ro, "task", "title=Hear the skipper",
			"for_party=BG", NULL);
	return case_desk("BG");
}

static void
stand_up(struct desk *bg, struct desk *ro)
{
	desk_close(bg);
	desk_close(ro);
	forget();
}

/* Elsewhere a colleague answers one of them. */
static void
refuse(size_t i)
{
	struct desk *colleague = case_desk("BG");
	struct err err = ERR_INIT;

	assert_ok(jits_answer(colleague, asked[i], "refused", "too early", &err),
		err);
	desk_close(colleague);
}

static void
refuse_first(struct desk *desk)
{
	(void)desk;
	refuse(0);
}

static void
refuse_second(struct desk *desk)
{
	(void)desk;
	refuse(1);
}

static void
retract_second(struct desk *desk)
{
	struct desk *ro = case_desk(NULL);

	(void)desk;
	case_retract(ro, asked[1]);
	desk_close(ro);
}

/* --- Where the word goes ------------------------------------------------ */

static void
test_a_word_goes_to_what_the_question_was_about(void **state)
{
	struct desk *ro, *bg = with_asks(&ro);
	struct screen s = { .hook = refuse_first };

	(void)state;
	screen_play(&s, bg, "section:mine", "<Down>w<F12><Wait*2><Enter>");
	screen_close(&s);
	case_is(ro, asked[0], "answer", "refused");
	case_is(ro, asked[1], "answer", "granted");
	case_is(ro, asked[2], "answer", NULL);
	stand_up(bg, ro);
}

static void
test_a_word_on_what_is_answered_goes_nowhere(void **state)
{
	struct desk *ro, *bg = with_asks(&ro);
	struct screen s = { .hook = refuse_second };

	(void)state;
	screen_play(&s, bg, "section:mine", "<Down>w<F12><Wait*2><Enter>");
	screen_has(&s, "refused");
	screen_close(&s);
	case_is(ro, asked[1], "answer", "refused");
	case_is(ro, asked[2], "answer", NULL);
	stand_up(bg, ro);
}

static void
test_terms_that_were_typed_meanwhile_go_there_too(void **state)
{
	struct desk *ro, *bg = with_asks(&ro);
	struct screen s = { .hook = refuse_second };

	(void)state;
	screen_play(&s, bg, "section:mine",
		"<Down>w<Down><Enter>this <F12><Wait*2>trial<Enter>");
	screen_close(&s);
	case_is(ro, asked[1], "answer", "refused");
	case_is(ro, asked[2], "answer", NULL);
	stand_up(bg, ro);
}

static void
test_no_other_task_is_accepted(void **state)
{
	struct desk *ro, *bg = with_tasks(&ro);
	struct screen s = { .hook = retract_second };

	(void)state;
	screen_play(&s, bg, "section:mine", "<Down>w<F12><Wait*2><Enter>");
	screen_close(&s);
	case_is(ro, asked[0], "status", "proposed");
	case_is(ro, asked[2], "status", "proposed");
	stand_up(bg, ro);
}

static void
test_the_task_of_the_question_is_accepted(void **state)
{
	struct desk *ro, *bg = with_tasks(&ro);
	struct screen s = { .hook = NULL };

	(void)state;
	screen_play(&s, bg, "section:mine", "<Down>w<Enter>");
	screen_has(&s, "Accepted.");
	screen_close(&s);
	case_is(ro, asked[1], "status", "accepted");
	stand_up(bg, ro);
}

static void
test_the_cursor_stays_on_what_its_line_opens(void **state)
{
	struct desk *ro, *bg = with_asks(&ro);
	struct screen s = { .hook = refuse_first };

	(void)state;
	screen_play(&s, bg, "section:mine", "<Down><F12><Wait*2><Enter>");
	screen_has(&s, asked[1]);
	screen_lacks(&s, asked[2]);
	screen_close(&s);
	stand_up(bg, ro);
}

/* Elsewhere much is found to be due before all else. */
static void
put_before(struct desk *desk)
{
	struct desk *colleague = case_desk("RO/1");

	(void)desk;
	for (int i = 0; i < 12; i++)
		case_put(colleague, "task", "title=Sooner", "due=2026-02-01", NULL);
	desk_close(colleague);
}

static void
test_the_cursor_is_seen_where_it_stays(void **state)
{
	struct desk *ro = case_desk("RO/1");
	struct screen s = { .hook = put_before };

	(void)state;
	for (int i = 0; i < 12; i++)
		case_put(ro, "task", "title=Later", "due=2026-03-01", NULL);
	screen_play_at(&s, ro, "section:due", "<Down><F12><Wait*2>", 80, 12);
	screen_has(&s, "RO-T2 ");
	screen_has(&s, "> ");
	screen_close(&s);
	desk_close(ro);
}

/* --- What is read before ------------------------------------------------ */

static void
test_what_is_asked_is_read_whole(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char *lead = case_add(bg, "lead", "title=Boat", NULL);
	struct strbuf purpose = STRBUF_INIT;
	struct screen s = { .hook = NULL };

	(void)state;
	while (purpose.len < 400)
		strbuf_puts(&purpose, "word ");
	strbuf_puts(&purpose, "and the end");
	asked[0] = ask_about(ro, lead, purpose.text);
	screen_play(&s, bg, "section:mine", "w");
	screen_has(&s, "asks: use in court, BG-L1: word word");
	screen_has(&s, "and the end");
	screen_has(&s, "It is answered once");
	screen_close(&s);
	strbuf_clear(&purpose);
	free(lead);
	stand_up(bg, ro);
}

static void
test_what_another_jit_asks_is_answered_from_the_page(void **state)
{
	struct desk *police, *bg;
	struct screen s = { .hook = NULL };
	struct err err = ERR_INIT;

	(void)state;
	jits_say("TIDE", "WAVE", "yes");
	jits_say("WAVE", "TIDE", "yes");
	police = jits_desk("TIDE", "RO/2");
	bg = jits_desk("WAVE", "BG");
	case_put(bg, "asset", "type=BANK", "account_no=" JITS_IBAN, "share=own",
		NULL);
	char *ref = jits_ask(police, "iban", JITS_IBAN, &err);

	assert_non_null(ref);
	screen_play(&s, bg, "section:mine", "w");
	screen_has(&s, "Another JIT asks");
	screen_close(&s);
	screen_play(&s, bg, "section:mine", "w<Enter>");
	screen_has(&s, "Nobody waits for you.");
	screen_close(&s);
	free(ref);
	desk_close(bg);
	desk_close(police);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_word_goes_to_what_the_question_was_about),
		CASE_TEST(test_a_word_on_what_is_answered_goes_nowhere),
		CASE_TEST(test_terms_that_were_typed_meanwhile_go_there_too),
		CASE_TEST(test_no_other_task_is_accepted),
		CASE_TEST(test_the_task_of_the_question_is_accepted),
		CASE_TEST(test_the_cursor_stays_on_what_its_line_opens),
		CASE_TEST(test_the_cursor_is_seen_where_it_stays),
		CASE_TEST(test_what_is_asked_is_read_whole),
		JITS_TEST(test_what_another_jit_asks_is_answered_from_the_page),
	};

	return RUN_TESTS("ui/answer", tests);
}
