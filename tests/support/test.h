/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test.h - what every cmocka test includes, in the order cmocka wants. */
#ifndef TESTS_SUPPORT_TEST_H
#define TESTS_SUPPORT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"
#include "base/err.h"

/*
 * Run the group and turn the count of failed cases into an exit status:
 * returned as it is, 77 failures would read as SKIP and 256 as success.
 */
#define RUN_TESTS(name, tests) \
	(cmocka_run_group_tests_name(name, tests, NULL, NULL) ? 1 : 0)

/* Fail with the error's own words. */
#define assert_ok(call, err) do { \
	if (!(call)) \
		fail_msg("%s: %s: %s", #call, err_word((err).code), (err).text); \
} while (0)

/* The call must fail with this code. */
#define assert_err(call, err, want) do { \
	if (call) \
		fail_msg("%s: should have failed", #call); \
	assert_string_equal(err_word((err).code), err_word(want)); \
} while (0)

/* Under the sanitizers everything takes ten times as long, under valgrind thirty times
 * (tests/local.mk, tests/valgrind.sh): long loops then take every SLOWED-th turn. */
#define SLOWED (getenv("LIAISON_TESTS_SLOWED") ? 7 : 1)

#endif
