/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_assign.c - FIELD=VALUE arguments. */
#include "tests/support/test.h"

#include "src/lead.h"
#include "src/payment.h"
#include "tests/support/folder.h"
#include "ui/assign.h"
#include "base/banned.h"

/* A file in the folder of the test's own. */
static char *
file_with(const void *data, size_t len)
{
	char *path = strdup("assign-XXXXXX");
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, data, len), len);
	close(fd);
	return path;
}

static bool
assign(struct record *r, const struct kind *kind, struct err *err,
	const char *const *args)
{
	size_t n = 0;

	record_init(r, kind);
	*err = (struct err)ERR_INIT;
	while (args[n])
		n++;
	return assign_fields(r, args, n, err);
}

#define ARGS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_fields_are_set_cleared_and_changed_as_sets(void **state)
{
	struct record r;
	struct err err;

	(void)state;
	assert_ok(assign(&r, &lead_kind, &err, ARGS("title=a=b", "detail=",
		"tags+=x", "tags+=y,z", "handling-=H1", "method=@@x")), err);
	assert_string_equal(record_text(&r, LEAD_TITLE), "a=b");
	assert_int_equal(r.values[LEAD_DETAIL].state, VALUE_CLEARED);
	assert_int_equal(r.values[HEADER_TAGS].state, VALUE_PLUS);
	assert_string_equal(r.values[HEADER_TAGS].text, "x,y,z");
	assert_int_equal(r.values[HEADER_HANDLING].state, VALUE_MINUS);
	assert_string_equal(record_text(&r, LEAD_METHOD), "@x");
	assert_int_equal(r.values[LEAD_DUE].state, VALUE_UNSET);
	record_clear(&r);
}

static void
test_fields_refuse_what_is_no_assignment(void **state)
{
	static const char *const bad[] = {
		"title", "=x", "", "titel=x", "audience=x", "ref=RO-L1",
		"title+=x", "tags+=", "currency=EUR", "currency=", "+=x",
	};
	struct record r;
	struct err err;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_err(assign(&r, &lead_kind, &err, ARGS(bad[i])), err,
			ERR_USAGE);
		record_clear(&r);
	}
	assert_false(assign(&r, &lead_kind, &err, ARGS("titel=x")));
	assert_non_null(strstr(err.text, "did you mean title?"));
	record_clear(&r);
}

static void
test_fields_refuse_a_field_that_is_given_twice(void **state)
{
	struct record r;
	struct err err;

	(void)state;
	assert_err(assign(&r, &lead_kind, &err, ARGS("title=a", "title=b")),
		err, ERR_USAGE);
	record_clear(&r);
	assert_err(assign(&r, &lead_kind, &err, ARGS("tags+=a", "tags-=b")),
		err, ERR_USAGE);
	record_clear(&r);
	assert_err(assign(&r, &lead_kind, &err, ARGS("title=", "title=b")),
		err, ERR_USAGE);
	record_clear(&r);
}

static void
test_currency_goes_to_amounts_without_one(void **state)
{
	struct record r;
	struct err err;

	(void)state;
	assert_ok(assign(&r, &payment_kind, &err,
		ARGS("currency=EUR", "amount=12.50")), err);
	assert_string_equal(record_text(&r, PAYMENT_AMOUNT), "12.50 EUR");
	record_clear(&r);
	assert_err(assign(&r, &payment_kind, &err,
		ARGS("amount=12.50 BGN", "currency=EUR")), err, ERR_USAGE);
	record_clear(&r);
}

static void
test_files_give_values_without_their_last_line_end(void **state)
{
	char *path = file_with("one\ntwo\r\n", 9);
	char *arg = NULL;
	struct record r;
	struct err err;

	(void)state;
	assert_true(asprintf(&arg, "detail=@%s", path) > 0);
	assert_ok(assign(&r, &lead_kind, &err, ARGS(arg)), err);
	assert_string_equal(record_text(&r, LEAD_DETAIL), "one\ntwo");
	record_clear(&r);
	unlink(path);
	assert_err(assign(&r, &lead_kind, &err, ARGS(arg)), err, ERR_NO_FILE);
	record_clear(&r);
	free(arg);
	free(path);
}

static void
test_files_are_refused_when_too_long_or_no_text(void **state)
{
	size_t most = field_max(kind_field(&lead_kind, LEAD_DETAIL));
	char *big = calloc(1, most + 3), *arg = NULL;
	struct record r;
	struct err err;

	(void)state;
	memset(big, 'x', most + 2);
	big[most + 1] = '\n';
	for (size_t more = 0; more < 2; more++) {
		/* With its line end cut the first is just short enough. */
		char *path = file_with(big + 1 - more, most + 1 + more);

		assert_true(asprintf(&arg, "detail=@%s", path) > 0);
		if (more == 0)
			assert_ok(assign(&r, &lead_kind, &err, ARGS(arg)), err);
		else
			assert_err(assign(&r, &lead_kind, &err, ARGS(arg)),
				err, ERR_INVALID);
		record_clear(&r);
		unlink(path);
		free(path);
		free(arg);
	}
	free(big);
	char *path = file_with("a\0b", 3);
	assert_true(asprintf(&arg, "detail=@%s", path) > 0);
	assert_err(assign(&r, &lead_kind, &err, ARGS(arg)), err, ERR_INVALID);
	record_clear(&r);
	unlink(path);
	free(path);
	free(arg);
}

static void
test_standard_input_is_for_one_field(void **state)
{
	int keep = dup(STDIN_FILENO), ends[2];
	struct record r;
	struct err err;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "text\n", 5), 5);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	assert_err(assign(&r, &lead_kind, &err,
		ARGS("detail=@-", "title=@-")), err, ERR_USAGE);
	assert_string_equal(record_text(&r, LEAD_DETAIL), "text");
	record_clear(&r);
	dup2(keep, STDIN_FILENO);
	close(keep);
	close(ends[0]);
}

int
main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)
	const struct CMUnitTest tests[] = {
		T(test_fields_are_set_cleared_and_changed_as_sets),
		T(test_fields_refuse_what_is_no_assignment),
		T(test_fields_refuse_a_field_that_is_given_twice),
		T(test_currency_goes_to_amounts_without_one),
		T(test_files_give_values_without_their_last_line_end),
		T(test_files_are_refused_when_too_long_or_no_text),
		T(test_standard_input_is_for_one_field),
	};

	return RUN_TESTS("ui/assign", tests);
}
