/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keys.h - what every search key keeps: it is its own key, and text. */
#ifndef TESTS_SUPPORT_KEYS_H
#define TESTS_SUPPORT_KEYS_H

#include "tests/support/test.h"
#include "tests/support/noise.h"

#include "base/strbuf.h"
#include "base/utf8.h"

typedef void make_key(struct strbuf *out, const char *text, size_t len);

static inline void
check_key_of(make_key *make, const char *text, const char *want)
{
	struct strbuf sb = STRBUF_INIT;

	make(&sb, text, strlen(text));
	assert_string_equal(sb.text, want);
	strbuf_clear(&sb);
}

static inline void
check_own_key(make_key *make, const char *text, size_t len)
{
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT;

	make(&once, text, len);
	assert_true(utf8_valid(once.text, once.len));
	make(&twice, once.text, once.len);
	assert_string_equal(twice.text, once.text);
	strbuf_clear(&once);
	strbuf_clear(&twice);
}

/* Of every code point alone, of noise, and of words made of these letters. */
static inline void
check_keys_are_their_own(make_key *make, const char *const *letters, size_t n)
{
	struct strbuf sb = STRBUF_INIT;
	uint32_t seed = 11;

	for (int32_t cp = 0; cp < 0x110000; cp += SLOWED) {
		char buf[4];

		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		check_own_key(make, buf, utf8_put(buf, cp));
	}
	for (int round = 0; round < 2000; round++) {
		strbuf_reset(&sb);
		noise_text(&sb, &seed, 20, round % 2);
		check_own_key(make, sb.text, sb.len);
	}
	for (int round = 0; round < 100000 / SLOWED; round++) {
		strbuf_reset(&sb);
		for (int i = 0; i < 9; i++)
			strbuf_puts(&sb, letters[noise_next(&seed) % n]);
		check_own_key(make, sb.text, sb.len);
	}
	strbuf_clear(&sb);
}

#endif
