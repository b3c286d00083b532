/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/punycode.h"

/* RFC 3492 section 7.1, without the two whose labels are longer than a domain's
 * may be or hold no letter beyond ASCII, in small letters. */
static const struct {
	const char *label, *code;
} samples[] = {
		{ "\xD9\x84\xD9\x8A\xD9\x87\xD9\x85\xD8\xA7\xD8\xA8\xD8\xAA\xD9\x83\xD9\x84\xD9\x85\xD9\x88\xD8\xB4\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\xD8\x9F",
		  "egbpdaj6bu4bxfgehfvwxn" },
		{ "\xE4\xBB\x96\xE4\xBB\xAC\xE4\xB8\xBA\xE4\xBB\x80\xE4\xB9\x88\xE4\xB8\x8D\xE8\xAF\xB4\xE4\xB8\xAD\xE6\x96\x87",
		  "ihqwcrb4cv8a8dqg056pqjye" },
		{ "\xE4\xBB\x96\xE5\x80\x91\xE7\x88\xB2\xE4\xBB\x80\xE9\xBA\xBD\xE4\xB8\x8D\xE8\xAA\xAA\xE4\xB8\xAD\xE6\x96\x87",
		  "ihqwctvzc91f659drss3x8bo0yb" },
		{ "Pro\xC4\x8Dprost\xC4\x9Bnemluv\xC3\xAD\xC4\x8D" "esky",
		  "Proprostnemluvesky-uyb24dma41a" },
		{ "\xD7\x9C\xD7\x9E\xD7\x94\xD7\x94\xD7\x9D\xD7\xA4\xD7\xA9\xD7\x95\xD7\x98\xD7\x9C\xD7\x90\xD7\x9E\xD7\x93\xD7\x91\xD7\xA8\xD7\x99\xD7\x9D\xD7\xA2\xD7\x91\xD7\xA8\xD7\x99\xD7\xAA",
		  "4dbcagdahymbxekheh6e0a7fei0b" },
		{ "\xE3\x81\xAA\xE3\x81\x9C\xE3\x81\xBF\xE3\x82\x93\xE3\x81\xAA\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x82\x92\xE8\xA9\xB1\xE3\x81\x97\xE3\x81\xA6\xE3\x81\x8F\xE3\x82\x8C\xE3\x81\xAA\xE3\x81\x84\xE3\x81\xAE\xE3\x81\x8B",
		  "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa" },
		{ "\xD0\xBF\xD0\xBE\xD1\x87\xD0\xB5\xD0\xBC\xD1\x83\xD0\xB6\xD0\xB5\xD0\xBE\xD0\xBD\xD0\xB8\xD0\xBD\xD0\xB5\xD0\xB3\xD0\xBE\xD0\xB2\xD0\xBE\xD1\x80\xD1\x8F\xD1\x82\xD0\xBF\xD0\xBE\xD1\x80\xD1\x83\xD1\x81\xD1\x81\xD0\xBA\xD0\xB8",
		  "b1abfaaepdrnnbgefbadotcwatmq2g4l" },
		{ "Porqu\xC3\xA9nopuedensimplementehablarenEspa\xC3\xB1ol",
		  "PorqunopuedensimplementehablarenEspaol-fmd56a" },
		{ "3\xE5\xB9\xB4" "B\xE7\xB5\x84\xE9\x87\x91\xE5\x85\xAB\xE5\x85\x88\xE7\x94\x9F",
		  "3B-ww4c5e180e575a65lsy2b" },
		{ "Hello-Another-Way-\xE3\x81\x9D\xE3\x82\x8C\xE3\x81\x9E\xE3\x82\x8C\xE3\x81\xAE\xE5\xA0\xB4\xE6\x89\x80",
		  "Hello-Another-Way--fc4qua05auwb3674vfr0b" },
		{ "\xE3\x81\xB2\xE3\x81\xA8\xE3\x81\xA4\xE5\xB1\x8B\xE6\xA0\xB9\xE3\x81\xAE\xE4\xB8\x8B" "2",
		  "2-u9tlzr9756bt3uc0v" },
		{ "Maji\xE3\x81\xA7Koi\xE3\x81\x99\xE3\x82\x8B" "5\xE7\xA7\x92\xE5\x89\x8D",
		  "MajiKoi5-783gue6qz075azm5e" },
		{ "\xE3\x83\x91\xE3\x83\x95\xE3\x82\xA3\xE3\x83\xBC" "de\xE3\x83\xAB\xE3\x83\xB3\xE3\x83\x90",
		  "de-jg4avhby1noc0d" },
		{ "\xE3\x81\x9D\xE3\x81\xAE\xE3\x82\xB9\xE3\x83\x94\xE3\x83\xBC\xE3\x83\x89\xE3\x81\xA7",
		  "d9juau41awczczp" },
};

static void
test_samples_of_the_rfc(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		strbuf_reset(&out);
		assert_true(punycode_label(samples[i].label,
			strlen(samples[i].label), &out));
		assert_memory_equal(out.text, "xn--", 4);
		assert_string_equal(out.text + 4, samples[i].code);
	}
	strbuf_clear(&out);
}

static void
test_ascii_stays_as_it_is(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	assert_true(punycode_label("example.org", 7, &out));
	assert_true(punycode_label("", 0, &out));
	assert_string_equal(out.text, "example");
	strbuf_clear(&out);
}

static void
test_too_long_and_broken_labels_have_no_code(void **state)
{
	struct strbuf out = STRBUF_INIT;
	char label[4 * 64];

	(void)state;
	for (int i = 0; i < 64; i++)
		memcpy(label + 4 * i, "\xF4\x8F\xBF\xBF", 4);
	assert_true(punycode_label(label, 4 * 63, &out));
	strbuf_reset(&out);
	assert_false(punycode_label(label, 4 * 64, &out));
	assert_false(punycode_label("b\xC3", 2, &out));
	assert_int_equal(out.len, 0);
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples_of_the_rfc),
		cmocka_unit_test(test_ascii_stays_as_it_is),
		cmocka_unit_test(test_too_long_and_broken_labels_have_no_code),
	};

	return RUN_TESTS("base/punycode", tests);
}
