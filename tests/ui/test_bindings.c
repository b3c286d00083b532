/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_bindings.c - a file of keys holds where it is right, and is told of where it
 * is wrong. */
#include "tests/support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/desk_fake.h"
#include "tests/support/folder.h"
#include "tests/support/screen.h"

#include "ui/bindings.h"
#include "ui/screens.h"

static struct bindings
parsed(const char *text)
{
	struct bindings b = { 0 };

	bindings_parse(&b, text, strlen(text));
	return b;
}

/* One line with one fault, which names the line and says this. */
static void
assert_fault(const char *line, const char *says)
{
	struct bindings b = parsed(line);

	if (b.n_faults != 1)
		fail_msg("\"%s\" has %zu faults", line, b.n_faults);
	assert_non_null(strstr(b.faults[0], "keys line 1: "));
	if (!strstr(b.faults[0], says))
		fail_msg("\"%s\": %s", line, b.faults[0]);
	assert_int_equal(b.map.n, 0);
	bindings_free(&b);
}

static void
test_lines_are_read(void **state)
{
	struct bindings b = parsed("# mine\n\n  list x = open\r\n"
		"* F9 = go list:task status:open\nlist ^N\t= move Down\n"
		"record h = none\nlist = = sort");

	(void)state;
	assert_int_equal(b.n_faults, 0);
	assert_int_equal(b.map.n, 5);
	assert_string_equal(b.map.rows[0].command, "open");
	assert_int_equal(b.map.rows[0].as, K_NONE);
	assert_int_equal(b.map.rows[0].line, 3);
	assert_string_equal(b.map.rows[1].place, "list:task status:open");
	assert_int_equal(b.map.rows[2].key, K_CTRL('N'));
	assert_int_equal(b.map.rows[2].as, K_DOWN);
	assert_string_equal(b.map.rows[3].command, "none");
	assert_int_equal(b.map.rows[4].key, '=');
	bindings_free(&b);
}

static void
test_fault_says_what_would_be_accepted(void **state)
{
	(void)state;
	assert_fault("list x open", "SCREEN KEY = COMMAND");
	assert_fault("list x =", "SCREEN KEY = COMMAND");
	assert_fault("lst x = open", "did you mean list?");
	assert_fault("zebra x = open", "liaison help keys");
	assert_fault("list xx = open", "F1 to F12");
	assert_fault("list x = opne", "did you mean open?");
	assert_fault("list x = zebra", "has no command \"zebra\"");
	assert_fault("list x = move Tab", "they are: Down Up");
	assert_fault("list Esc = close", "leads back on every screen");
	assert_fault("form x = save", "x is text there");
	assert_fault("* F9 = go list:zebra", "There is nothing called");
	assert_fault("* F9 = go nowhere", "glance");
	assert_fault("* F9 = go", "has no command \"go\"");
}

static void
test_conflict_is_told_and_the_first_holds(void **state)
{
	struct bindings b = parsed("list x = open\nlist x = edit\n"
		"list Enter = keep\nlist Enter = edit\nrecord x = edit\n");

	(void)state;
	assert_int_equal(b.n_faults, 1);
	assert_string_equal(b.faults[0], "keys line 2: x has a meaning on "
		"\"list\" from line 1 already");
	/* Enter has one meaning in each state of the list. */
	assert_int_equal(b.map.n, 4);
	bindings_free(&b);
}

static void
test_list_of_all_keys_is_a_file_that_changes_nothing(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct bindings b;

	(void)state;
	bindings_list(&text);
	b = parsed(text.text);
	for (size_t i = 0; i < b.n_faults; i++)
		fail_msg("%s", b.faults[i]);
	for (const struct screen_row *r = screens; r->name; r++) {
		const struct keyset plain = { .view = r->name,
			.own = r->commands, .all = app_commands,
			.typing = r->typing };
		struct keyset own = plain;

		own.map = &b.map;
		for (int key = 0; key <= K_F12; key == 0x7F ? key = K_UP : key++) {
			int as, as_own;

			if (keymap_find(&plain, key, &as) !=
			    keymap_find(&own, key, &as_own) || as != as_own)
				fail_msg("%s: key %x differs", r->label,
					(unsigned)key);
		}
	}
	bindings_free(&b);
	strbuf_clear(&text);
}

static void
test_noise_is_survived(void **state)
{
	struct bindings b = parsed("= = =\n\t\nlist\nlist x\nlist = =\n"
		"list \xCE\xBE = open\n* \xE2\x80\xAE = open\n");

	(void)state;
	assert_int_equal(b.map.n, 1);
	assert_int_equal(b.map.rows[0].key, 0x3BE);
	/* Nothing that cannot be seen is in what is said. */
	for (size_t i = 0; i < b.n_faults; i++)
		assert_null(strstr(b.faults[i], "\xE2\x80\xAE"));
	bindings_free(&b);
	b = parsed("list \xFF = open");
	assert_int_equal(b.n_faults, 1);
	bindings_free(&b);
}

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void
test_file_is_found_by_the_environment(void **state)
{
	struct bindings b;
	char *path;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/somewhere", 1);
	path = bindings_path();
	assert_string_equal(path, "/somewhere/liaison/keys");
	free(path);
	setenv("XDG_CONFIG_HOME", "relative", 1);
	setenv("HOME", "/home/ana", 1);
	path = bindings_path();
	assert_string_equal(path, "/home/ana/.config/liaison/keys");
	free(path);
	unsetenv("HOME");
	assert_null(bindings_path());
	bindings_read(&b, NULL);
	assert_int_equal(b.n_faults, 0);
	bindings_free(&b);
}

static void
test_file_that_is_none_is_told_of(void **state)
{
	struct bindings b;

	(void)state;
	bindings_read(&b, strdup("keys"));
	assert_int_equal(b.n_faults, 0);
	bindings_free(&b);
	assert_int_equal(mkdir("keys", 0700), 0);
	bindings_read(&b, strdup("keys"));
	assert_int_equal(b.n_faults, 1);
	bindings_free(&b);
	/* A pipe that nobody writes to is not waited for. */
	assert_int_equal(mkfifo("pipe", 0600), 0);
	bindings_read(&b, strdup("pipe"));
	assert_int_equal(b.n_faults, 1);
	bindings_free(&b);
	rmdir("keys");
	unlink("pipe");
}

/* With the file "keys". */
static void
play(struct screen *s, struct desk *d, const char *keys)
{
	screen_begin(s, d, "list:lead", keys, 80, 24);
	app_bind(&s->app, strdup("keys"));
	screen_run(s);
}

static void
test_own_keys_work_on_the_screens(void **state)
{
	struct desk *d = fake_open();
	struct screen s;

	(void)state;
	fake_add(d, "lead", "title=Courier", "status=new", NULL);
	fake_add(d, "task", "title=Letter", "status=open", NULL);
	write_file("keys", "list b = open\n* F9 = go list:task\n* ? = none\n");
	play(&s, d, "b");
	screen_has(&s, "Lead  RO-L1");
	screen_close(&s);
	play(&s, d, "<F9>");
	screen_has(&s, "Letter");
	screen_close(&s);
	play(&s, d, "?");
	screen_lacks(&s, "What can be done here");
	screen_has(&s, "That key does nothing here");
	screen_close(&s);
	write_file("keys", "list b = opne\nlist = x\n");
	play(&s, d, "");
	screen_has(&s, "did you mean open?");
	screen_has(&s, "and 1 more");
	screen_close(&s);
	play(&s, d, ":keys<Enter>");
	screen_has(&s, "keys line 2: ");
	screen_close(&s);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_lines_are_read),
	cmocka_unit_test(test_fault_says_what_would_be_accepted),
	cmocka_unit_test(test_conflict_is_told_and_the_first_holds),
	cmocka_unit_test(test_list_of_all_keys_is_a_file_that_changes_nothing),
	cmocka_unit_test(test_noise_is_survived),
	cmocka_unit_test(test_file_is_found_by_the_environment),
	folder_test(test_file_that_is_none_is_told_of),
	folder_test(test_own_keys_work_on_the_screens),
};

int
main(void)
{
	return RUN_TESTS("ui/bindings", tests);
}
