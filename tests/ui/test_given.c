/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_given.c - options, operands and the tables that they are read by. */
#include "tests/support/test.h"

#include "ui/given.h"
#include "base/banned.h"

static bool
given(struct given *g, struct err *err, const char *const *args)
{
	int n = 0;

	*err = (struct err)ERR_INIT;
	while (args[n])
		n++;
	return given_read(g, n, (char *const *)args, err);
}

#define ARGS(...) ((const char *const[]){ "liaison", __VA_ARGS__, NULL })

static void
test_read_takes_options_before_and_after_and_in_one_piece(void **state)
{
	struct given g;
	struct err err;

	(void)state;
	assert_ok(given(&g, &err, ARGS("--store=x", "list", "--case", "C",
		"lead", "-n5", "--sort", "-due", "--", "-status:new")), err);
	assert_string_equal(g.command->name, "list");
	assert_string_equal(given_value(&g, "store"), "x");
	assert_string_equal(given_value(&g, "case"), "C");
	assert_string_equal(given_value(&g, "limit"), "5");
	assert_string_equal(given_value(&g, "sort"), "-due");
	assert_int_equal(g.n_operands, 2);
	assert_string_equal(g.operands[1], "-status:new");
	given_free(&g);
}

static void
test_read_takes_the_last_of_an_option_and_all_of_a_repeated_one(void **state)
{
	struct given g;
	struct err err;

	(void)state;
	assert_ok(given(&g, &err, ARGS("import", "lead", "-", "--case", "A",
		"--case", "B", "--map", "x=y", "--map=z=w")), err);
	assert_string_equal(given_value(&g, "case"), "B");
	assert_string_equal(given_nth(&g, "map", 0), "x=y");
	assert_string_equal(given_nth(&g, "map", 1), "z=w");
	assert_null(given_nth(&g, "map", 2));
	assert_string_equal(g.operands[1], "-");
	given_free(&g);
}

static void
test_read_tells_the_version_of_a_record_from_that_of_the_program(void **state)
{
	struct given g;
	struct err err;

	(void)state;
	assert_ok(given(&g, &err, ARGS("set", "RO-L1", "title=x", "--version",
		"3")), err);
	assert_false(given_global(&g, "version"));
	assert_string_equal(given_value(&g, "version"), "3");
	given_free(&g);
	assert_ok(given(&g, &err, ARGS("--version")), err);
	assert_true(given_global(&g, "version"));
	given_free(&g);
	assert_ok(given(&g, &err, ARGS("list", "--help")), err);
	assert_true(given_global(&g, "help"));
	given_free(&g);
}

static void
test_read_refuses_what_is_in_no_table(void **state)
{
	static const struct {
		const char *const args[6];
		const char *says;
	} bad[] = {
		{ { "liaison", "lst", "lead" }, "did you mean list?" },
		{ { "liaison", "frobnicate" }, "there are: init" },
		{ { "liaison", "link", "a", "b" }, "link" },
		{ { "liaison", "list", "lead", "--fromat", "csv" },
			"did you mean --format?" },
		{ { "liaison", "list", "lead", "-x" }, "-x" },
		{ { "liaison", "list", "lead", "-due:none" }, "--" },
		{ { "liaison", "list", "lead", "--sort" }, "--sort FIELD" },
		{ { "liaison", "list", "lead", "--sort=" }, "--sort FIELD" },
		{ { "liaison", "list", "lead", "--raw=yes" }, "no value" },
		{ { "liaison", "list" }, "list KIND" },
		{ { "liaison", "show", "a", "b" }, "one argument too many" },
		{ { "liaison", "--limit", "3", "list", "lead" }, "--limit" },
		{ { "liaison", "--dump", "list", "lead" }, "screens" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct given g;
		struct err err;

		assert_err(given(&g, &err, bad[i].args), err, ERR_USAGE);
		if (!strstr(err.text, bad[i].says))
			fail_msg("\"%s\" does not say \"%s\"", err.text,
				bad[i].says);
		given_free(&g);
	}
}

static void
test_count_takes_whole_numbers_only(void **state)
{
	static const char *const bad[] = {
		"-1", "1.5", "x", "3x", "99999999999999999999", " 1", "+1"
	};
	struct given g;
	struct err err;
	long n;

	(void)state;
	assert_ok(given(&g, &err, ARGS("list", "lead", "--limit", "12")), err);
	assert_ok(given_count(&g, "limit", 7, &n, &err), err);
	assert_int_equal(n, 12);
	given_free(&g);
	assert_ok(given(&g, &err, ARGS("list", "lead")), err);
	assert_ok(given_count(&g, "limit", 7, &n, &err), err);
	assert_int_equal(n, 7);
	given_free(&g);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_ok(given(&g, &err, ARGS("list", "lead", "--limit",
			bad[i])), err);
		assert_err(given_count(&g, "limit", 7, &n, &err), err,
			ERR_USAGE);
		given_free(&g);
	}
}

/* Every row of the table can be found, says what it does, and its options have
 * names and letters of their own. */
static void
test_every_command_is_whole(void **state)
{
	(void)state;
	for (size_t i = 0; cli_commands[i]; i++) {
		const struct cli_command *c = cli_commands[i];

		assert_ptr_equal(cli_find(c->name, NULL), c);
		assert_non_null(c->run);
		assert_true(strlen(c->summary) > 0);
		assert_true(c->most < 0 || c->most >= c->least);
		const struct cli_option *o = c->options;

		for (; o && o->name; o++) {
			assert_ptr_equal(cli_option(c->options, o->name,
				strlen(o->name)), o);
			if (o->letter)
				assert_ptr_equal(cli_letter(c->options,
					o->letter), o);
			if (o->letter)
				assert_null(cli_letter(cli_globals, o->letter));
			assert_true(strlen(o->help) > 0);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_takes_options_before_and_after_and_in_one_piece),
		cmocka_unit_test(test_read_takes_the_last_of_an_option_and_all_of_a_repeated_one),
		cmocka_unit_test(test_read_tells_the_version_of_a_record_from_that_of_the_program),
		cmocka_unit_test(test_read_refuses_what_is_in_no_table),
		cmocka_unit_test(test_count_takes_whole_numbers_only),
		cmocka_unit_test(test_every_command_is_whole),
	};

	return RUN_TESTS("ui/given", tests);
}
