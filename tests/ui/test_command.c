/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_command.c - what can be done is told, and each key does one thing. */
#include "tests/support/test.h"

#include "ui/app.h"
#include "ui/key.h"
#include "ui/screens.h"

/* Call f for each key of a table. */
static void
each_key(const struct command *table,
	void (*f)(const struct command *c, int key, void *data), void *data)
{
	for (const struct command *c = table; c->keys; c++)
		for (const char *k = c->keys; *k; k += strspn(k, " ")) {
			size_t len = strcspn(k, " ");

			f(c, key_of_name(k, len), data);
			k += len;
		}
}

/* Where a text is typed letters are no keys, so F2 to F8 have more to do there:
 * saving, finding, taking what others typed. F1 and ^P are the same everywhere. */
static bool
is_own(const struct screen_row *screen, int key)
{
	return screen->typing && key >= K_F1 + 1 && key <= K_F1 + 7;
}

struct bound {
	const struct screen_row *screen;
	int keys[200];
	const char *names[200];
	size_t n;
};

/* In one table no key has two meanings; and what a screen takes from what all have
 * is the same thing there. */
static void
bind_once(const struct command *c, int key, void *data)
{
	struct bound *b = data;

	if (key == K_NONE)
		fail_msg("%s: a name in \"%s\" is no key", c->name, c->keys);
	for (size_t i = 0; i < b->n; i++)
		if (b->keys[i] == key)
			fail_msg("%s: a key of \"%s\" is bound twice", c->name,
				c->keys);
	b->keys[b->n] = key;
	b->names[b->n++] = c->name;
}

static void
bind_same(const struct command *c, int key, void *data)
{
	struct bound *b = data;

	for (size_t i = 0; i < b->n; i++)
		if (b->keys[i] == key && !is_own(b->screen, key) &&
		    strcmp(b->names[i], c->name) != 0)
			fail_msg("%s: %s is \"%s\" there and \"%s\" everywhere",
				b->screen->name, c->keys, b->names[i], c->name);
}

static void
test_no_key_is_bound_twice_in_a_screen(void **state)
{
	(void)state;
	for (const struct screen_row *r = screens; r->name; r++) {
		struct bound b = { .screen = r };

		each_key(r->commands, bind_once, &b);
		each_key(app_commands, bind_same, &b);
	}
}

struct meanings {
	const char *names[128], *screens[128];
	const char *screen;
};

/* A text is searched where a list is filtered, and nothing new is made there: what
 * begins the next one like this shows what a value is made of. */
static bool
is_of_search(const struct command *c)
{
	return strcmp(c->name, "search") == 0 ||
		strcmp(c->name, "codes") == 0 ||
		strcmp(c->name, "next") == 0 ||
		strcmp(c->name, "previous") == 0;
}

/* Any other letter, whatever the screen, is one thing. */
static void
mean_one_thing(const struct command *c, int key, void *data)
{
	struct meanings *m = data;

	if (key <= ' ' || key >= 0x7F || is_of_search(c))
		return;
	if (m->names[key] && strcmp(m->names[key], c->name) != 0)
		fail_msg("%c is \"%s\" in %s and \"%s\" in %s", key, c->name,
			m->screen, m->names[key], m->screens[key]);
	m->names[key] = c->name;
	m->screens[key] = m->screen;
}

static void
test_letter_means_the_same_on_all_screens(void **state)
{
	struct meanings m = { .screen = "*" };

	(void)state;
	each_key(app_commands, mean_one_thing, &m);
	for (const struct screen_row *r = screens; r->name; r++) {
		m.screen = r->name;
		each_key(r->commands, mean_one_thing, &m);
	}
}

static void
forbid(const struct command *c, int key, void *data)
{
	static const char taken[] = "ABMQS";

	(void)data;
	/* Of the multiplexers, flow control, or another key's own code; and what
	 * many keyboards reach only with AltGr. */
	for (const char *t = taken; *t; t++)
		if (key == K_CTRL(*t) && key != K_ENTER)
			fail_msg("%s: ^%c is not ours", c->name, *t);
	if (key > 0x20 && key < 0x7F && strchr("[]{}@\\|~", key))
		fail_msg("%s: '%c' cannot be typed everywhere", c->name, key);
}

static void
test_no_command_needs_a_key_that_is_not_there(void **state)
{
	(void)state;
	for (const struct screen_row *r = screens; r->name; r++)
		each_key(r->commands, forbid, NULL);
	each_key(app_commands, forbid, NULL);
}

/* A name is a word that a file of keys can hold; it stands once in a table. */
static void
is_explained(const struct command *table)
{
	for (const struct command *c = table; c->keys; c++) {
		size_t len;

		assert_non_null(c->run);
		assert_non_null(c->help);
		len = strlen(c->help);
		assert_true(len > 5 && c->help[len - 1] == '.');
		assert_non_null(c->name);
		assert_int_equal(strspn(c->name,
			"abcdefghijklmnopqrstuvwxyz-"), strlen(c->name));
		assert_string_not_equal(c->name, "none");
		if (command_named(table, c->name, strlen(c->name)) != c)
			fail_msg("two commands of one screen are called %s",
				c->name);
	}
}

static void
test_every_command_has_a_name_and_is_explained(void **state)
{
	(void)state;
	is_explained(app_commands);
	for (const struct screen_row *r = screens; r->name; r++)
		is_explained(r->commands);
}

/* Shift-digits and letters are nowhere on some boards: each view can be left by a
 * key that all have. */
static void
test_every_view_can_be_left_by_escape(void **state)
{
	(void)state;
	for (const struct screen_row *r = screens; r->name; r++)
		assert_non_null(command_find(r->commands, K_ESC));
	assert_non_null(command_find(app_commands, K_F1));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_no_key_is_bound_twice_in_a_screen),
	cmocka_unit_test(test_letter_means_the_same_on_all_screens),
	cmocka_unit_test(test_no_command_needs_a_key_that_is_not_there),
	cmocka_unit_test(test_every_command_has_a_name_and_is_explained),
	cmocka_unit_test(test_every_view_can_be_left_by_escape),
};

int
main(void)
{
	return RUN_TESTS("ui/command", tests);
}
