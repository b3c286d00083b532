/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_walk.c - each command of each screen is reached by arrows, Enter, Esc, Tab and
 * the palette alone, and its letters from a Greek keyboard. It goes through the table
 * of screens: what is listed there is covered. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/folder.h"
#include "tests/support/screen.h"

#include "base/utf8.h"
#include "ui/layout.h"
#include "ui/place.h"
#include "ui/screens.h"
#include "ui/view.h"

/*
 * How a screen is come to, from a view: by name, and by keys that all keyboards
 * have; ~ is Down as often as it takes. A screen that is a place of its own needs no
 * row. Of one that has none it is only seen that the palette can be opened over it,
 * which has all its commands.
 */
static const struct way {
	const char *name;
	int state;		/* the how manieth row of its name */
	const char *view, *keys;
} ways[] = {
	{ "section", 0, "section:due", "" },
	{ "list", 0, "list:lead", "" },
	{ "list", 1, "list:lead", "<F2>filter<Enter>" },
	{ "columns", 0, "list:lead", "<F2>columns<Enter>" },
	{ "query", 0, "list:lead", "<F2>query<Enter>" },
	{ "record", 0, "RO-L1", "" },
	{ "record", 1, "RO-L1", "<F2>search<Enter>" },
	{ "history", 0, "RO-L1", "<F2>history<Enter>" },
	{ "entry", 0, "RO-L1", "<F2>history<Enter><Enter>" },
	{ "codes", 0, "RO-L1", "<F2>codes<Enter>" },
	{ "find", 0, "find:Courier", "" },
	{ "person", 0, "person:RO-P4", "" },
	{ "relations", 0, "relations:RO-L1", "" },
	{ "form", 0, "list:lead", "<F2>new<Enter>" },
	{ "cell", 0, "list:lead", "<F2>cell<Enter>" },
	{ "sheet", 0, "sheet:lead", "" },
	{ "pasted", 0, "sheet:lead", "<Paste:Courier\\tnew\\nVilla\\tnew>" },
	{ "lookup", 0, "list:task", "<F2>new<Enter>~<Enter>" },
	{ "memo", 0, "list:lead", "<F2>new<Enter>~<Enter>" },
	{ "memo", 1, "list:lead", "<F2>new<Enter>~<Enter><^P>find<Enter>" },
	{ "palette", 0, "list:lead", "<F2>zqzq" },
	{ "pick", 0, "list:lead", "<F2>sort<Enter>" },
	{ "plain", 0, "list:lead", "<F2>plain<Enter>" },
	{ "ask", 0, "list:lead", "<F2>dump<Enter>" },
};

/* Of these keys alone nobody is without. */
static const char *const everywhere[] = { "Enter", "Esc", "Tab", "BackTab", "Up",
	"Down", "Left", "Right", "Home", "End", "PgUp", "PgDn" };

static struct desk *
make(void)
{
	struct desk *d = fake_open();

	fake_add(d, "lead", "title=Courier", "status=new",
		"detail=He comes on Fridays.", NULL);
	fake_add(d, "lead", "title=Villa", "status=new", NULL);
	fake_add(d, "task", "title=Letter", "status=open", NULL);
	fake_add(d, "person", "name=Asen Minkov", NULL);
	return d;
}

static int
state_of(const struct screen_row *row)
{
	int n = 0;

	for (const struct screen_row *r = screens; r != row; r++)
		n += strcmp(r->name, row->name) == 0;
	return n;
}

static struct way
way_to(const struct screen_row *row)
{
	int state = state_of(row);

	for (size_t i = 0; i < ARRAY_SIZE(ways); i++)
		if (strcmp(ways[i].name, row->name) == 0 &&
		    ways[i].state == state)
			return ways[i];
	return place_is_known(row->name, NULL) ?
		(struct way){ row->name, 0, row->name, "" } :
		(struct way){ row->name, 0, NULL, NULL };
}

static void
begin(struct screen *s, struct desk *d, const char *view, const char *keys)
{
	screen_begin(s, d, view, keys, 80, 24);
	s->app.store = "case.store";
}

/* The keys of a way with so many Downs. */
static void
put_keys(struct strbuf *out, const struct way *w, int downs)
{
	for (const char *k = w->keys; *k; k++)
		if (*k != '~')
			strbuf_putc(out, *k);
		else if (downs > 0)
			strbuf_printf(out, "<Down*%d>", downs);
}

static bool
leads_to(const struct screen_row *row, const char *view, const char *keys)
{
	struct desk *d = make();
	struct screen s;
	bool there;

	begin(&s, d, view, keys);
	screen_run(&s);
	there = s.app.top && view_commands(s.app.top) == row->commands;
	screen_close(&s);
	fake_close(d);
	return there;
}

/* Append the keys by which a screen is come to, which is tried. */
static void
find_way(const struct screen_row *row, const struct way *w, struct strbuf *out)
{
	int most = strchr(w->keys, '~') ? 30 : 0;

	for (int downs = 0; downs <= most; downs++) {
		strbuf_reset(out);
		put_keys(out, w, downs);
		if (leads_to(row, w->view, out->text))
			return;
	}
	fail_msg("%s is not come to by %s", row->label, w->keys);
}

/* The key of a command that all keyboards have, or NULL. */
static const char *
common_key(const struct command *c)
{
	for (size_t i = 0; i < ARRAY_SIZE(everywhere); i++)
		if (key_listed(c->keys, key_of_name(everywhere[i],
		    strlen(everywhere[i]))))
			return everywhere[i];
	return NULL;
}

/* What does not apply is reached, too: then it says why. */
static bool
is_refused(const struct screen *s)
{
	const struct app *app = &s->app;

	return app->top && strcmp(app->top->ops->name, "palette") == 0 &&
		app->message && app->message_role == ROLE_WARNING;
}

static void
reach(const struct screen_row *row, const char *view, const char *way,
	const struct command *c)
{
	const char *key = common_key(c);
	struct strbuf keys = STRBUF_INIT;
	struct desk *d = make();
	struct screen s;

	if (key)
		strbuf_printf(&keys, "%s<%s>", way, key);
	else
		strbuf_printf(&keys, "%s<^P>%s<Enter>", way, c->name);
	begin(&s, d, view, keys.text);
	screen_run(&s);
	if (s.app.ran != c && !is_refused(&s))
		fail_msg("%s: \"%s\" is not reached by %s, but %s:\n%s",
			row->label, c->name, keys.text, s.app.ran ?
			s.app.ran->name : "nothing", s.text.text);
	screen_close(&s);
	fake_close(d);
	strbuf_clear(&keys);
}

static void
reach_all(const struct screen_row *row)
{
	struct way way = way_to(row);
	struct strbuf keys = STRBUF_INIT;

	if (way.keys)
		find_way(row, &way, &keys);
	for (const struct command *c = row->commands; c->keys; c++)
		if (way.keys)
			reach(row, way.view, keys.text, c);
		else if (!common_key(c) &&
		    command_find(row->commands, K_CTRL('P')))
			fail_msg("%s: %s has no key for all", row->name, c->name);
	strbuf_clear(&keys);
}

static void
test_every_command_is_reached_without_a_letter_of_its_own(void **state)
{
	(void)state;
	for (const struct screen_row *r = screens; r->name; r++)
		reach_all(r);
}

static void
test_what_every_screen_has_is_reached_from_the_first(void **state)
{
	(void)state;
	for (const struct command *c = app_commands; c->keys; c++)
		reach(&screens[0], NULL, "", c);
}

/* --- Greek -------------------------------------------------------------- */

/* What the key of a Latin letter makes on a Greek keyboard; 0: no letter. */
static int32_t
greek_of(int latin)
{
	for (int32_t cp = 0x370; cp < 0x400; cp++)
		if (layout_latin("greek", NULL, cp) == latin)
			return cp;
	return layout_latin("greek", NULL, ';') == latin ? ';' : 0;
}

static void
type_greek(const struct screen_row *row, const char *view, const char *way,
	const struct command *c, int latin)
{
	struct desk *d = make();
	struct strbuf keys = STRBUF_INIT;
	char letter[5] = "";
	struct screen s;
	struct err err = ERR_INIT;

	letter[utf8_put(letter, greek_of(latin))] = '\0';
	strbuf_printf(&keys, "%s%s", way, letter);
	begin(&s, d, view, keys.text);
	assert_ok(settings_give(&s.app.settings, "keyboard=greek", &err), err);
	screen_run(&s);
	if (s.app.ran != c)
		fail_msg("%s: %s (%c) does not run \"%s\" but \"%s\"", row->label,
			letter, latin, c->name, s.app.ran ? s.app.ran->name : "");
	screen_close(&s);
	fake_close(d);
	strbuf_clear(&keys);
}

/* Type the letters of a table in Greek; how many there were. */
static int
type_table(const struct screen_row *row, const struct command *table,
	const char *view, const char *way)
{
	int typed = 0;

	for (const struct command *c = table; c->keys; c++)
		for (int latin = 'A'; latin <= 'z'; latin++)
			if (key_listed(c->keys, latin) && greek_of(latin)) {
				type_greek(row, view, way, c, latin);
				typed++;
			}
	return typed;
}

static void
test_letters_are_keys_on_a_greek_keyboard(void **state)
{
	int typed = type_table(&screens[0], app_commands, NULL, "");

	(void)state;
	for (const struct screen_row *r = screens; r->name; r++) {
		struct way way = way_to(r);
		struct strbuf keys = STRBUF_INIT;

		if (!r->typing && way.keys) {
			find_way(r, &way, &keys);
			typed += type_table(r, r->commands, way.view, keys.text);
		}
		strbuf_clear(&keys);
	}
	assert_true(typed > 40);
}

static void
test_greek_is_text_where_a_text_is_typed(void **state)
{
	struct desk *d = make();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:lead", "<F2>new<Enter>\xCE\xBE\xCE\xBA\xCE\xB7");
	screen_has(&s, "\xCE\xBE\xCE\xBA\xCE\xB7");
	screen_close(&s);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	folder_test(test_every_command_is_reached_without_a_letter_of_its_own),
	folder_test(test_what_every_screen_has_is_reached_from_the_first),
	folder_test(test_letters_are_keys_on_a_greek_keyboard),
	folder_test(test_greek_is_text_where_a_text_is_typed),
};

int
main(void)
{
	return RUN_TESTS("ui/walk", tests);
}
