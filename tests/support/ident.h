/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident.h - what an identifier becomes. Include after test.h. */
#ifndef TESTS_SUPPORT_IDENT_H
#define TESTS_SUPPORT_IDENT_H

#include "base/ident.h"

/* It becomes want, which is its own normal form. */
static inline void
assert_normal(enum ident_type type, const char *text, const char *want)
{
	char out[IDENT_TEXT_SIZE];
	struct err err = ERR_INIT;

	assert_ok(ident_normalise(type, text, out, &err), err);
	assert_string_equal(out, want);
	assert_ok(ident_normalise(type, want, out, &err), err);
	assert_string_equal(out, want);
}

/* It is kept as typed, and the reason speaks of the hint. */
static inline void
assert_kept(enum ident_type type, const char *text, const char *hint)
{
	char out[IDENT_TEXT_SIZE], padded[IDENT_TEXT_SIZE];
	struct err err = ERR_INIT;

	snprintf(padded, sizeof(padded), " \t%s ", text);
	assert_err(ident_normalise(type, padded, out, &err), err, ERR_INVALID);
	assert_string_equal(out, text);
	if (!strstr(err.text, hint))
		fail_msg("%s: \"%s\" lacks \"%s\"", text, err.text, hint);
}

/* Two normal forms that are, or are not, the same thing; NULL: equal to none. */
static inline void
assert_key(enum ident_type type, const char *normal, const char *want)
{
	char out[IDENT_TEXT_SIZE];
	bool has = ident_key(type, normal, out);

	if (has != !!want)
		fail_msg("%s: has %s key", normal, has ? "a" : "no");
	if (want)
		assert_string_equal(out, want);
}

#endif
