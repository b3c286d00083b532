/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/decoder.h"

#include "tests/support/test.h"

#define TEXT(s) (s), sizeof(s) - 1

static const struct {
	const char *bytes;
	size_t len;
	const char *want;
	size_t want_len;
} samples[] = {
	{ TEXT(""), TEXT("") },
	{ TEXT("a"), TEXT("a") },
	{ TEXT("Łódź"), TEXT("Łódź") },
	{ TEXT("a\0b,\xFF"), TEXT("a\0b,\xFF") },
	{ TEXT("\xEF\xBB\xBF"), TEXT("") },
	{ TEXT("\xEF\xBB\xBF" "ab"), TEXT("ab") },
	{ TEXT("\xEF\xBB"), TEXT("\xEF\xBB") },
	{ TEXT("ab\xEF\xBB\xBF"), TEXT("ab\xEF\xBB\xBF") },
	{ TEXT("\xFF\xFE"), TEXT("") },
	{ TEXT("\xFF\xFEL\0\x41\x01"), TEXT("LŁ") },
	{ TEXT("\xFE\xFF\0L\x01\x41"), TEXT("LŁ") },
	{ TEXT("\xFF\xFE\x3D\xD8\x00\xDE!\0"), TEXT("\U0001F600!") },
	{ TEXT("\xFE\xFF\xD8\x3D\xDE\x00"), TEXT("\U0001F600") },
	{ TEXT("\xFF\xFE\0\0a\0"), TEXT("\0a") },
	/* Halves: high before text, low alone, two high ones, at the end. */
	{ TEXT("\xFE\xFF\xD8\x3D\0a"), TEXT("\xED\xA0\xBD" "a") },
	{ TEXT("\xFE\xFF\xDE\x00\0a"), TEXT("\xED\xB8\x80" "a") },
	{ TEXT("\xFE\xFF\xD8\x3D\xD8\x3D\xDE\x00"),
	  TEXT("\xED\xA0\xBD\U0001F600") },
	{ TEXT("\xFE\xFF\0a\xD8\x3D"), TEXT("a\xED\xA0\xBD") },
	{ TEXT("\xFF\xFE" "a\0b"), TEXT("a\xFF") },
};

static void
test_every_chunk_size_gives_the_same_text(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct err err;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		for (size_t chunk = 1; chunk < 10; chunk++) {
			struct decoder d = DECODER_INIT;
			size_t len = samples[i].len, n;

			strbuf_reset(&out);
			for (size_t at = 0; at < len; at += n) {
				n = len - at < chunk ? len - at : chunk;
				assert_ok(decoder_feed(&d, &out,
					samples[i].bytes + at, n, &err), err);
			}
			assert_ok(decoder_feed(&d, &out, NULL, 0, &err), err);
			assert_int_equal(out.len, samples[i].want_len);
			assert_memory_equal(out.text, samples[i].want, out.len);
		}
	}
	strbuf_clear(&out);
}

static void
test_refuses_utf16_without_a_mark(void **state)
{
	static const char *const plain[] = { "r\0e\0f\0", "\0r\0e\0f" };
	struct strbuf out = STRBUF_INIT;
	struct err err;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(plain); i++) {
		struct decoder d = DECODER_INIT;

		assert_ok(decoder_feed(&d, &out, plain[i], 3, &err), err);
		assert_err(decoder_feed(&d, &out, plain[i] + 3, 3, &err), err,
			ERR_INVALID);
		assert_err(decoder_feed(&d, &out, NULL, 0, &err), err,
			ERR_INVALID);
		assert_int_equal(out.len, 0);
	}
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_chunk_size_gives_the_same_text),
		cmocka_unit_test(test_refuses_utf16_without_a_mark),
	};

	return RUN_TESTS("base/decoder", tests);
}
