/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exports.h - exports run to their end. Include after case.h. */
#ifndef TESTS_SUPPORT_EXPORTS_H
#define TESTS_SUPPORT_EXPORTS_H

#include "tests/support/jobrun.h"

/* Export; the parameters go up to NULL. */
static inline struct jobrun
export(struct desk *d, ...)
{
	struct jobrun r = { .what = "export", .data = "" };
	va_list ap;

	va_start(ap, d);
	jobrun_params(&r, ap);
	va_end(ap);
	jobrun(d, &r);
	return r;
}

/* The bytes, which the caller frees. */
#define export_text(...) export_text_of(export(__VA_ARGS__))
static inline char *
export_text_of(struct jobrun r)
{
	assert_ok(r.err.code == ERR_NONE, r.err);
	assert_true(r.done);
	char *text = strbuf_detach(&r.out);

	jobrun_clear(&r);
	return text;
}

#define expect_refusal(code_, words, ...) do { \
	struct jobrun run_ = export(__VA_ARGS__); \
	assert_string_equal(err_word(run_.err.code), err_word(code_)); \
	if (!strstr(run_.err.text, words)) \
		fail_msg("no \"%s\" in: %s", words, run_.err.text); \
	jobrun_clear(&run_); \
} while (0)

#define has(text, words) do { \
	if (!strstr(text, words)) \
		fail_msg("no \"%s\" in: %s", words, text); \
} while (0)

#define lacks(text, words) do { \
	if (strstr(text, words)) \
		fail_msg("\"%s\" in: %s", words, text); \
} while (0)

static inline size_t
count(const char *text, const char *word)
{
	size_t n = 0;

	for (; (text = strstr(text, word)); text += strlen(word))
		n++;
	return n;
}

#endif
