/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import.h - tables taken in through the door. Include after case.h. */
#ifndef TESTS_SUPPORT_IMPORT_H
#define TESTS_SUPPORT_IMPORT_H

#include "tests/support/jobrun.h"

#define has(text, words) do { \
	if (!strstr(text, words)) \
		fail_msg("no \"%s\" in: %.600s", words, text); \
} while (0)

static inline struct jobrun
run_of(const char *data, size_t len)
{
	struct jobrun r = { .what = "import", .data = data, .len = len };
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE];

	hash_sha256(data, len, digest);
	hash_hex(digest, sizeof(digest), hex);
	r.params[r.n++] = (struct desk_param){ strdup("digest"), strdup(hex) };
	r.params[r.n++] = (struct desk_param){ strdup("file"),
		strdup("table.csv") };
	return r;
}

/* Import text as a kind; what follows are parameters up to NULL. */
static inline struct jobrun
import(struct desk *d, const char *data, ...)
{
	struct jobrun r = run_of(data, strlen(data));
	va_list ap;

	va_start(ap, data);
	jobrun_params(&r, ap);
	va_end(ap);
	jobrun(d, &r);
	return r;
}

/* It ended with these counts: read, added, updated, unchanged, rejected. */
static inline void
expect(struct jobrun *r, const char *counts)
{
	int n[5];
	char *want;

	assert_ok(r->err.code == ERR_NONE, r->err);
	assert_true(r->done);
	assert_int_equal(sscanf(counts, "%d %d %d %d %d", &n[0], &n[1], &n[2],
		&n[3], &n[4]), 5);
	assert_true(asprintf(&want, "read %d added %d updated %d unchanged %d rejected %d",
		n[0], n[1], n[2], n[3], n[4]) > 0);
	assert_string_equal(r->result, want);
	assert_int_equal(r->bad, n[4] > 0);
	if (!n[4])
		assert_string_equal(r->out.text, "");
	free(want);
	jobrun_clear(r);
}

#define expect_import(counts, ...) do { \
	struct jobrun run_ = import(__VA_ARGS__); \
	expect(&run_, counts); \
} while (0)

/* It was refused with this code, and the reason holds these words. */
#define expect_refusal(code_, words, ...) do { \
	struct jobrun run_ = import(__VA_ARGS__); \
	assert_string_equal(err_word(run_.err.code), err_word(code_)); \
	if (!strstr(run_.err.text, words)) \
		fail_msg("no \"%s\" in: %s", words, run_.err.text); \
	jobrun_clear(&run_); \
} while (0)

/* How many records of a kind, shared with the team, has RO made so far? */
static inline int
count_by_ref(struct desk *d, const char *kind, const char *value)
{
	char *ref = case_add(d, kind, value, NULL);
	int n = atoi(ref + strlen("RO-X"));

	free(ref);
	return n - 1;
}

#endif
