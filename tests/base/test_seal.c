/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_seal.c - see base/seal.h. */
#include "tests/support/test.h"

#include "base/hash.h"
#include "base/seal.h"

static void
test_a_note_comes_back_whole(void **state)
{
	static const char note[] = "RO\0 and \xff more";
	struct strbuf text = STRBUF_INIT, back = STRBUF_INIT;
	struct seal s;

	(void)state;
	seal_init(&s);
	for (size_t len = 0; len <= sizeof(note); len++) {
		strbuf_reset(&text);
		strbuf_reset(&back);
		seal_put(&s, note, len, &text);
		assert_int_equal(strspn(text.text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			"abcdefghijklmnopqrstuvwxyz0123456789-_"), text.len);
		assert_true(seal_get(&s, text.text, &back));
		assert_int_equal(back.len, len);
		assert_memory_equal(back.text, note, len);
	}
	strbuf_clear(&text);
	strbuf_clear(&back);
}

static void
test_one_note_never_looks_the_same(void **state)
{
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;
	struct seal s;

	(void)state;
	seal_init(&s);
	seal_put(&s, "place", 5, &a);
	seal_put(&s, "place", 5, &b);
	assert_string_not_equal(a.text, b.text);
	strbuf_clear(&a);
	strbuf_clear(&b);
}

static void
test_what_was_changed_or_is_not_ours_does_not_open(void **state)
{
	struct strbuf text = STRBUF_INIT, back = STRBUF_INIT;
	struct seal s, other;

	(void)state;
	seal_init(&s);
	seal_init(&other);
	seal_put(&s, "place", 5, &text);
	assert_false(seal_get(&other, text.text, &back));
	for (size_t i = 0; i < text.len; i++) {
		char was = text.text[i];

		text.text[i] = was == 'A' ? 'B' : 'A';
		assert_false(seal_get(&s, text.text, &back));
		text.text[i] = was;
	}
	assert_false(seal_get(&s, "", &back));
	assert_false(seal_get(&s, "AAAA", &back));
	assert_false(seal_get(&s, "not base64!", &back));
	assert_int_equal(back.len, 0);
	strbuf_clear(&text);
	strbuf_clear(&back);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_note_comes_back_whole),
		cmocka_unit_test(test_one_note_never_looks_the_same),
		cmocka_unit_test(test_what_was_changed_or_is_not_ours_does_not_open),
	};

	if (!hash_init())
		return 1;
	return RUN_TESTS("base/seal", tests);
}
