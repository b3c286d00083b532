/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_command.c - what can be done is told, and each key does one thing. */
#include "tests/support/test.h"

#include "ui/app.h"
#include "ui/key.h"
#include "ui/view_form.h"
#include "ui/view_glance.h"
#include "ui/view_list.h"
#include "ui/view_lookup.h"
#include "ui/view_memo.h"
#include "ui/view_pick.h"
#include "ui/view_record.h"
#include "ui/view_settings.h"

static const struct { const char *name; const struct command *table; } views[] = {
	{ "glance", view_glance_commands },
	{ "list", view_list_commands },
	{ "list, typing", view_list_typing_commands },
	{ "record", view_record_commands },
	{ "form", view_form_commands },
	{ "lookup", view_lookup_commands },
	{ "memo", view_memo_commands },
	{ "pick", view_pick_commands },
	{ "settings", view_settings_commands },
};

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

struct bound {
	int keys[200];
	size_t n;
};

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
	b->keys[b->n++] = key;
}

static void
test_no_key_is_bound_twice_in_a_view(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(views); i++) {
		struct bound b = { .n = 0 };

		each_key(views[i].table, bind_once, &b);
		each_key(app_commands, bind_once, &b);
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
	for (size_t i = 0; i < ARRAY_SIZE(views); i++)
		each_key(views[i].table, forbid, NULL);
	each_key(app_commands, forbid, NULL);
}

static void
test_every_command_is_explained(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(views); i++)
		for (const struct command *c = views[i].table; c->keys; c++) {
			size_t len;

			assert_non_null(c->name);
			assert_non_null(c->run);
			assert_non_null(c->help);
			len = strlen(c->help);
			assert_true(len > 5 && c->help[len - 1] == '.');
		}
}

/* Shift-digits and letters are nowhere on some boards: each view can be left by a
 * key that all have. */
static void
test_every_view_can_be_left_by_escape(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(views); i++)
		assert_non_null(command_find(views[i].table, K_ESC));
	assert_non_null(command_find(app_commands, K_F1));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_no_key_is_bound_twice_in_a_view),
	cmocka_unit_test(test_no_command_needs_a_key_that_is_not_there),
	cmocka_unit_test(test_every_command_is_explained),
	cmocka_unit_test(test_every_view_can_be_left_by_escape),
};

int
main(void)
{
	return RUN_TESTS("ui/command", tests);
}
