/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_screens.c - all screens, at any size and with any text. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/noise.h"
#include "tests/support/screen.h"

#include "base/clean.h"
#include "src/kind.h"

/* What opens each screen from the list of leads. */
static const char *const screens[] = {
	"", "/e", "<Enter>", "<Enter>a", "<Enter>H", "n", "e<End>", "e<Tab><Enter>",
	"s", "?", "<Tab>", "e<PgDn*5>", "e<Tab*9><Enter>",
	"J", ":counts<Enter>", ":section:due<Enter>", ":section:mine<Enter>",
};

static struct desk *
make(const char *text)
{
	struct desk *d = fake_open();
	char title[400], detail[400], tags[400];

	snprintf(title, sizeof(title), "title=%s", text);
	snprintf(detail, sizeof(detail), "detail=%s", text);
	snprintf(tags, sizeof(tags), "tags=%s", text);
	for (int i = 0; i < 30; i++)
		fake_add(d, "lead", title, detail, tags, "due=2026-01-02",
			"status=new", NULL);
	return d;
}

static void
test_no_size_is_too_odd(void **state)
{
	static const int sizes[][2] = { { 1, 1 }, { 2, 3 }, { 80, 1 }, { 1, 24 },
		{ 10, 5 }, { 39, 8 }, { 40, 7 }, { 40, 8 }, { 40, 10 },
		{ 41, 9 }, { 59, 11 }, { 80, 24 }, { 99, 17 }, { 100, 18 },
		{ 160, 50 }, { 400, 200 }, { 1000, 9 } };
	struct desk *d = make("Courier with a suitcase, 東京 and Łódź");

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(screens); i++)
		for (size_t j = 0; j < ARRAY_SIZE(sizes); j++) {
			struct screen s;
			char keys[100];

			screen_play_at(&s, d, "list:lead", screens[i],
				sizes[j][0], sizes[j][1]);
			screen_close(&s);
			/* The same by resizing, and back. */
			snprintf(keys, sizeof(keys), "%s<Size:%dx%d><Size:80x24>",
				screens[i], sizes[j][0], sizes[j][1]);
			screen_play(&s, d, "list:lead", keys);
			screen_has(&s, "TIDE");
			screen_close(&s);
		}
	fake_close(d);
}

static void
test_too_small_says_so(void **state)
{
	struct desk *d = make("x");
	struct screen s;

	(void)state;
	screen_play_at(&s, d, "list:lead", "", 39, 24);
	screen_has(&s, "Too small: needs 40x8");
	screen_close(&s);
	screen_play_at(&s, d, "list:lead", "", 40, 10);
	screen_has(&s, "> RO-L30");
	screen_close(&s);
	fake_close(d);
}

static void
assert_harmless(const struct screen *s, const char *keys)
{
	for (size_t i = 0; i < s->text.len;) {
		int32_t cp;

		i += utf8_next(s->text.text + i, s->text.len - i, &cp);
		if (cp != '\n' && clean_hides(cp))
			fail_msg("U+%04X came through after \"%s\"",
				(unsigned)cp, keys);
	}
}

static void
test_hostile_text_is_harmless_on_every_screen(void **state)
{
	static const char *const hostile[] = {
		"a\033]52;c;cHduZWQ=\007b", "a\033]2;title\033\\b", "a\033[31mred",
		"a\xC2\x9B" "31mb", "a\rb", "a\xE2\x80\xAE" "b\xE2\x81\xA6",
		"a\xE2\x80\x8B" "b\xC2\xAD", "a\xF3\xA0\x81\x81" "b",
		"\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", "a\tb\x7F\x08",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(hostile); i++) {
		struct desk *d = make(hostile[i]);

		for (size_t j = 0; j < ARRAY_SIZE(screens); j++) {
			struct screen s;

			screen_play(&s, d, "list:lead", screens[j]);
			assert_harmless(&s, screens[j]);
			screen_close(&s);
		}
		fake_close(d);
	}
}

/* Keys at random, on any screen they lead to, never come to a bad end. */
static void
test_storm_of_keys_is_survived(void **state)
{
	static const char *const keys[] = { "<Up>", "<Down>", "<Enter>", "<Esc>",
		"<Tab>", "<BackTab>", "<PgUp>", "<PgDn>", "<Home>", "<End>",
		"<F1>", "<F2>", "<F4>", "<F5>", "<F6>", "<F8>", "<Backspace>",
		"<Del>", "<Left>", "<Right>", "<^U>", "<^W>", "<^K>", "<^L>",
		"<^X>", "<Size:40x12>", "<Size:7x3>", "<Size:120x40>", "<Wait>",
		"n", "e", "a", "s", "/", "?", "z", "H", "1", "4", "R", "é", "東",
		"(", "<Space>" };
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 20; round++) {
		struct desk *d = make("Courier");
		struct strbuf script = STRBUF_INIT;
		struct screen s;

		for (int i = 0; i < 150; i++)
			strbuf_puts(&script,
				keys[noise_next(&seed) % ARRAY_SIZE(keys)]);
		screen_play(&s, d, "glance", script.text);
		assert_harmless(&s, script.text);
		screen_close(&s);
		strbuf_clear(&script);
		fake_close(d);
	}
}

static void
test_glance_answers_four_questions(void **state)
{
	static const int sizes[][2] = { { 80, 24 }, { 160, 50 } };
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
		screen_play_at(&s, d, NULL, "", sizes[i][0], sizes[i][1]);
		screen_has(&s, "! 30 overdue");
		screen_has(&s, "Today and overdue  30");
		screen_has(&s, "Waits for me");
		screen_has(&s, "Waits for others");
		screen_has(&s, "New");
		if (sizes[i][1] < 30)
			screen_has(&s, " more");
		screen_close(&s);
	}
	screen_play(&s, d, NULL, "<End><Home><Enter>");
	screen_has(&s, "Lead  RO-L");
	screen_close(&s);
	/* What has no room is a page of its own; and the cursor comes back. */
	screen_play(&s, d, NULL, "<End><Enter>");
	screen_has(&s, "What is due");
	screen_close(&s);
	screen_play(&s, d, NULL, "<End><Enter><Esc>");
	screen_has(&s, "\n>   … ");
	screen_close(&s);
	/* Where there is little room the lines between them go first. */
	screen_play_at(&s, d, NULL, "", 80, 15);
	screen_has(&s, "Nobody waits for you.\n Waits for others");
	screen_has(&s, "New");
	screen_close(&s);
	/* On a small screen the sections follow one another. */
	screen_play_at(&s, d, NULL, "", 40, 12);
	screen_has(&s, "Today and overdue  30");
	screen_lacks(&s, "New");
	screen_close(&s);
	fake_close(d);
}

static void
test_first_day_says_how_to_begin(void **state)
{
	struct desk *d = fake_open();
	struct screen s;

	(void)state;
	screen_play(&s, d, NULL, "");
	screen_has(&s, "Nothing is here yet");
	screen_has(&s, "\n>   Write down the first lead");
	screen_close(&s);
	screen_play(&s, d, NULL, "<Enter>");
	screen_has(&s, "New: Lead");
	screen_close(&s);
	fake_close(d);
}

static void
somebody_adds_a_due_one(struct desk *desk)
{
	fake_add(desk, "lead", "title=Urgent", "due=2026-01-01", "status=new",
		NULL);
}

static void
test_glance_puts_what_is_due_in_one_order(void **state)
{
	struct desk *d = fake_open();
	struct screen s;

	(void)state;
	fake_add(d, "lead", "title=Courier", "due=2026-01-03", "status=new", NULL);
	fake_add(d, "task", "title=Letter", "due=2026-01-02", "status=open", NULL);
	fake_add(d, "lead", "title=Villa", "due=2026-01-01", "status=new", NULL);
	screen_play(&s, d, "glance", "");
	const char *due = strstr(s.text.text, "Today and overdue");

	assert_non_null(due);
	const char *villa = strstr(due, "Villa");
	const char *letter = strstr(due, "Letter");
	const char *courier = strstr(due, "Courier");

	assert_true(villa && letter && courier);
	assert_true(villa < letter && letter < courier);
	screen_close(&s);
	fake_close(d);
}

static void
test_glance_keeps_the_cursor_with_its_line(void **state)
{
	struct desk *d = fake_open();
	struct screen s = { .hook = somebody_adds_a_due_one };

	(void)state;
	fake_add(d, "lead", "title=Courier", "due=2026-01-03", "status=new", NULL);
	fake_add(d, "lead", "title=Letter", "due=2026-01-02", "status=new", NULL);
	/* Whoever has not moved yet sees what stands first. */
	screen_play(&s, d, NULL, "<F12><Wait>");
	screen_has(&s, "RO-L3  Urgent");
	screen_close(&s);
	s = (struct screen){ .hook = somebody_adds_a_due_one };
	screen_play(&s, d, NULL, "<Down><F12><Wait>");
	const char *at = strstr(s.text.text, "\n> ");

	assert_non_null(at);
	const char *end = strchr(at + 1, '\n');

	assert_true(strstr(at, "Letter") && strstr(at, "Letter") < end);
	screen_close(&s);
	fake_close(d);
}

static void
test_first_screen_finds_what_is_typed_behind_a_slash(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	screen_play(&s, d, NULL, "");
	screen_has(&s, "/ Find");
	screen_lacks(&s, "w Answer");	/* the cursor is where nothing waits */
	screen_close(&s);
	screen_play(&s, d, NULL, "/RO-L7<Wait><Enter>");
	screen_has(&s, "Lead  RO-L7  Courier");
	screen_close(&s);
	fake_close(d);
}

static void
test_long_refusal_is_read_to_its_end(void **state)
{
	struct desk *d = make("Courier");
	struct screen s = { .hook = NULL };

	(void)state;
	screen_begin(&s, d, "list:lead", "", 80, 24);
	app_say(&s.app, ROLE_ERROR, "BG-P6 is restricted, or holds special "
		"categories of data: open it first, and say why");
	screen_run(&s);
	screen_has(&s, "special categories of data: open it first, and\n"
		" say why\n");
	screen_close(&s);
	fake_close(d);
}

static void
test_what_is_left_out_is_shown_before_it_is_answered(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	screen_play_at(&s, d, "glance", "<Wait><End><Up*9>w", 80, 24);
	screen_has(&s, "Nothing here waits for you");
	screen_close(&s);
	/* Nor does the record offer it. */
	screen_play(&s, d, "RO-L7", "");
	screen_lacks(&s, "w Answer");
	screen_close(&s);
	screen_play(&s, d, "RO-L7", "w");
	screen_has(&s, "Nothing here waits for you");
	screen_close(&s);
	screen_play_at(&s, d, "glance", "<Wait><Down*29>w", 80, 15);
	screen_lacks(&s, "Nothing here waits for you");
	screen_lacks(&s, " more");
	screen_close(&s);
	fake_close(d);
}

static void
test_view_is_opened_by_its_name(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;
	struct err err = ERR_INIT;

	(void)state;
	screen_play(&s, d, "RO-L7", "");
	screen_has(&s, "Lead  RO-L7  Courier");
	screen_close(&s);
	screen_play(&s, d, "RO-L7", "<Esc>");
	screen_has(&s, "Today and overdue");
	assert_err(app_start(&s.app, "list:nothing", &err), err, ERR_USAGE);
	assert_err(app_start(&s.app, "list:comment", &err), err, ERR_USAGE);
	assert_err(app_start(&s.app, "RO-L99", &err), err, ERR_NOT_FOUND);
	screen_close(&s);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_no_size_is_too_odd),
	cmocka_unit_test(test_too_small_says_so),
	cmocka_unit_test(test_hostile_text_is_harmless_on_every_screen),
	cmocka_unit_test(test_storm_of_keys_is_survived),
	cmocka_unit_test(test_glance_answers_four_questions),
	cmocka_unit_test(test_first_day_says_how_to_begin),
	cmocka_unit_test(test_glance_puts_what_is_due_in_one_order),
	cmocka_unit_test(test_glance_keeps_the_cursor_with_its_line),
	cmocka_unit_test(test_first_screen_finds_what_is_typed_behind_a_slash),
	cmocka_unit_test(test_long_refusal_is_read_to_its_end),
	cmocka_unit_test(test_what_is_left_out_is_shown_before_it_is_answered),
	cmocka_unit_test(test_view_is_opened_by_its_name),
};

int
main(void)
{
	return RUN_TESTS("ui/screens", tests);
}
