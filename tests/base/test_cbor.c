/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/cbor.h"

#include "base/hash.h"

#include "tests/support/test.h"

/* Bytes of a case, written as hex. */
struct bytes {
	uint8_t at[64];
	size_t len;
};

static struct bytes
unhex(const char *hex)
{
	struct bytes b = { .len = strlen(hex) / 2 };

	assert_true(b.len <= sizeof(b.at));
	if (!hash_unhex(hex, b.at, b.len))
		fail_msg("%s is no hex", hex);
	return b;
}

static void
check_out(struct strbuf *out, const char *want)
{
	char hex[1200];

	assert_true(2 * out->len < sizeof(hex));
	hash_hex((const uint8_t *)out->text, out->len, hex);
	assert_string_equal(hex, want);
	strbuf_clear(out);
}

/* RFC 8949 appendix A, and both ends of each length. */
static const struct {
	int64_t n;
	const char *hex;
} ints[] = {
	{ 0, "00" }, { 1, "01" }, { 10, "0a" }, { 23, "17" }, { 24, "1818" },
	{ 25, "1819" }, { 100, "1864" }, { 255, "18ff" }, { 256, "190100" },
	{ 1000, "1903e8" }, { 65535, "19ffff" }, { 65536, "1a00010000" },
	{ 1000000, "1a000f4240" }, { 4294967295, "1affffffff" },
	{ 4294967296, "1b0000000100000000" },
	{ 1000000000000, "1b000000e8d4a51000" },
	{ INT64_MAX, "1b7fffffffffffffff" }, { -1, "20" }, { -10, "29" },
	{ -24, "37" }, { -25, "3818" }, { -100, "3863" }, { -256, "38ff" },
	{ -257, "390100" }, { -1000, "3903e7" },
	{ -4294967297, "3b0000000100000000" }, { INT64_MIN, "3b7fffffffffffffff" },
};

static void
test_integers_are_those_of_the_rfc(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(ints); i++) {
		struct bytes b = unhex(ints[i].hex);
		struct cbor c = CBOR_INIT(b.at, b.len);
		struct strbuf out = STRBUF_INIT;
		int64_t n;

		cbor_put_int(&out, ints[i].n);
		check_out(&out, ints[i].hex);
		assert_true(cbor_get_int(&c, &n));
		assert_true(n == ints[i].n);
		assert_true(cbor_done(&c));
	}
}

static const struct {
	const char *text;
	const char *hex;
} texts[] = {
	{ "", "60" }, { "a", "6161" }, { "IETF", "6449455446" },
	{ "\"\\", "62225c" }, { "\xc3\xbc", "62c3bc" },
	{ "\xe6\xb0\xb4", "63e6b0b4" }, { "\xf0\x90\x85\x91", "64f0908591" },
	{ "twenty-three characters", "777477656e74792d74687265652063686172616374657273" },
	{ "twenty-four characters..", "78187477656e74792d666f757220636861726163746572732e2e" },
};

static void
test_texts_are_those_of_the_rfc(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct bytes b = unhex(texts[i].hex);
		struct cbor c = CBOR_INIT(b.at, b.len);
		struct strbuf out = STRBUF_INIT;
		const char *text;
		size_t len;

		cbor_put_text(&out, texts[i].text);
		check_out(&out, texts[i].hex);
		assert_true(cbor_get_text(&c, &text, &len));
		assert_int_equal(len, strlen(texts[i].text));
		assert_memory_equal(text, texts[i].text, len);
		assert_true(cbor_done(&c));
	}
}

static void
test_bytes_and_simple_values_are_those_of_the_rfc(void **state)
{
	struct bytes b = unhex("404401020304f4f5f6f6");
	struct cbor c = CBOR_INIT(b.at, b.len);
	struct strbuf out = STRBUF_INIT;
	const void *data;
	size_t len;
	bool yes;

	(void)state;
	cbor_put_bytes(&out, NULL, 0);
	cbor_put_bytes(&out, "\1\2\3\4", 4);
	cbor_put_bool(&out, false);
	cbor_put_bool(&out, true);
	cbor_put_null(&out);
	cbor_put_text(&out, NULL);
	check_out(&out, "404401020304f4f5f6f6");

	assert_true(cbor_get_bytes(&c, &data, &len));
	assert_int_equal(len, 0);
	assert_true(cbor_get_bytes(&c, &data, &len));
	assert_int_equal(len, 4);
	assert_memory_equal(data, "\1\2\3\4", 4);
	assert_true(cbor_get_bool(&c, &yes) && !yes);
	assert_true(cbor_get_bool(&c, &yes) && yes);
	assert_true(cbor_is_null(&c));
	assert_false(cbor_done(&c));
	assert_true(cbor_is_null(&c));
	assert_false(cbor_is_null(&c));
	assert_true(cbor_done(&c));
}

static void
test_arrays_are_those_of_the_rfc(void **state)
{
	struct bytes b = unhex("8301820203820405");
	struct cbor c = CBOR_INIT(b.at, b.len);
	struct strbuf out = STRBUF_INIT;
	int64_t sum = 0, n;
	size_t items;

	(void)state;
	cbor_put_array(&out, 0);
	check_out(&out, "80");
	cbor_put_array(&out, 25);
	check_out(&out, "9819");
	cbor_put_array(&out, 3);
	cbor_put_int(&out, 1);
	for (int i = 2; i < 6; i++) {
		if (i % 2 == 0)
			cbor_put_array(&out, 2);
		cbor_put_int(&out, i);
	}
	check_out(&out, "8301820203820405");

	assert_true(cbor_get_array(&c, &items) && items == 3);
	assert_true(cbor_get_int(&c, &n) && n == 1);
	for (int i = 0; i < 2; i++) {
		assert_true(cbor_get_array(&c, &items) && items == 2);
		for (int k = 0; k < 2; k++) {
			assert_true(cbor_get_int(&c, &n));
			sum += n;
		}
	}
	assert_int_equal(sum, 2 + 3 + 4 + 5);
	assert_true(cbor_done(&c));
}

/* Read one item, and those in it; what type it is of is found by trying. */
static bool
read_any(struct cbor *c, int depth)
{
	struct cbor try;
	const void *data;
	const char *text;
	int64_t number;
	size_t n;
	bool yes;

#define TRY(call) (try = *c, (call) && (*c = try, true))
	if (TRY(cbor_is_null(&try)) || TRY(cbor_get_bool(&try, &yes)) ||
	    TRY(cbor_get_int(&try, &number)) ||
	    TRY(cbor_get_bytes(&try, &data, &n)) ||
	    TRY(cbor_get_text(&try, &text, &n)))
		return true;
	if (depth == 0 || !TRY(cbor_get_array(&try, &n)))
		return false;
#undef TRY
	while (n--)
		if (!read_any(c, depth - 1))
			return false;
	return true;
}

/* Write it again, in the same way. */
static void
copy_any(struct cbor *c, struct strbuf *out)
{
	struct cbor try;
	const void *data;
	const char *text;
	int64_t number;
	size_t n;
	bool yes;

	if (cbor_is_null(c))
		cbor_put_null(out);
	else if (try = *c, cbor_get_bool(&try, &yes))
		*c = try, cbor_put_bool(out, yes);
	else if (try = *c, cbor_get_int(&try, &number))
		*c = try, cbor_put_int(out, number);
	else if (try = *c, cbor_get_bytes(&try, &data, &n))
		*c = try, cbor_put_bytes(out, data, n);
	else if (try = *c, cbor_get_text(&try, &text, &n)) {
		char *ended = strndup(text, n);

		*c = try, cbor_put_text(out, ended);
		free(ended);
	} else {
		assert_true(cbor_get_array(c, &n));
		for (cbor_put_array(out, n); n--;)
			copy_any(c, out);
	}
}

static const char *const refused[] = {
	/* Not in shortest form. */
	"1817", "1800", "190000", "1900ff", "1a00000000", "1a0000ffff",
	"1b0000000000000000", "1b00000000ffffffff", "3817", "3900ff",
	"3b00000000ffffffff", "5800", "580401020304", "590001ff", "780161",
	"5a0000000100", "9800", "99000100", "9a00000000",
	/* Beyond 64 bits with a sign. */
	"1b8000000000000000", "1bffffffffffffffff", "3b8000000000000000",
	"3bffffffffffffffff",
	/* Cut short. */
	"", "18", "19ff", "1a00ffff", "1b00ffffffffffff", "41", "440102", "61",
	"6261", "81", "8201", "9818", "838001", "5b7fffffffffffffff",
	"5bffffffffffffffff", "7bffffffffffffffff", "9bffffffffffffffff",
	"9affffffff", "830102",
	/* Reserved lengths, and indefinite ones. */
	"1c", "1d", "1e", "1f", "3f", "5c", "5f42010243030405ff",
	"7f657374726561646d696e67ff", "9fff", "9f0102ff", "9f", "ff",
	/* Types that are not of the subset. */
	"a0", "a10102", "bf6161019fff", "c0", "c11a514b67b0", "d74401020304",
	"d818456449455446", "f7", "f0", "f8ff", "f820", "f814", "f815", "f816",
	"f90000", "f93e00", "f97e00", "fa47c35000", "fb3ff199999999999a",
	/* Text that is no UTF-8, or holds NUL. */
	"61ff", "62c328", "6180", "62c080", "63eda080", "64f4908080", "6100",
	"63610062", "63e6b0",
	/* The fault lies deep. */
	"81811817", "82018161ff", "8261618163eda080",
};

static void
test_whatever_is_not_of_the_subset_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(refused); i++) {
		struct bytes b = unhex(refused[i]);
		struct cbor c = CBOR_INIT(b.at, b.len);

		if (read_any(&c, 8))
			fail_msg("%s was taken", refused[i]);
	}
}

static void
test_a_broken_reader_stays_broken(void **state)
{
	struct bytes b = unhex("01f6f5416141614180");
	struct cbor c = CBOR_INIT(b.at, b.len);
	const char *text = "kept";
	const void *data;
	size_t n = 77;
	int64_t number;
	bool yes;

	(void)state;
	assert_false(cbor_get_text(&c, &text, &n));
	assert_false(cbor_get_int(&c, &number));
	assert_false(cbor_is_null(&c));
	assert_false(cbor_get_bool(&c, &yes));
	assert_false(cbor_get_bytes(&c, &data, &n));
	assert_false(cbor_get_array(&c, &n));
	assert_false(cbor_done(&c));
	assert_string_equal(text, "kept");
	assert_int_equal(n, 77);
	c.at = c.end;
	assert_false(cbor_done(&c));
	/* Not even what lies at hand is taken. */
	c = (struct cbor)CBOR_INIT("\xF6", 1);
	assert_false(cbor_get_int(&c, &number));
	assert_false(cbor_is_null(&c));
}

/* Else a caller would make room for what cannot be there. */
static void
test_an_array_is_no_longer_than_the_bytes_left(void **state)
{
	struct bytes b = unhex("84010203");
	struct cbor c = CBOR_INIT(b.at, b.len);
	size_t n = 77;

	(void)state;
	assert_false(cbor_get_array(&c, &n));
	assert_int_equal(n, 77);
	b.at[0] = 0x83;
	c = (struct cbor)CBOR_INIT(b.at, b.len);
	assert_true(cbor_get_array(&c, &n));
	assert_int_equal(n, 3);
}

/* xorshift64: the same bytes on each run and machine. */
static uint64_t
next_random(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

/* Heads that are met by chance too seldom. */
static const uint8_t heads[] = {
	0x00, 0x18, 0x1B, 0x20, 0x38, 0x40, 0x41, 0x44, 0x58, 0x60, 0x61, 0x62,
	0x78, 0x80, 0x81, 0x82, 0x83, 0x84, 0x98, 0xF4, 0xF5, 0xF6,
};

/*
 * Whatever the reader takes, the writer gives back byte for byte: nothing has
 * two spellings. And no bytes lead the reader outside of them (sanitizers).
 */
static void
test_what_is_read_of_random_bytes_is_written_the_same(void **state)
{
	uint64_t x = 0x9E3779B97F4A7C15;
	size_t taken = 0, long_ones = 0;

	(void)state;
	for (int round = 0; round < 200000; round++) {
		size_t len = 1 + next_random(&x) % 24;
		uint8_t *bytes = malloc(len);	/* its ends are guarded */

		for (size_t i = 0; i < len; i++) {
			uint64_t r = next_random(&x);

			bytes[i] = r & 0x300 ? heads[r % ARRAY_SIZE(heads)] :
				(uint8_t)r;
		}
		struct cbor c = CBOR_INIT(bytes, len);

		if (read_any(&c, 8)) {
			size_t used = (size_t)(c.at - bytes);
			struct strbuf out = STRBUF_INIT;
			struct cbor again = CBOR_INIT(bytes, used);

			copy_any(&again, &out);
			assert_true(cbor_done(&again));
			assert_int_equal(out.len, used);
			assert_memory_equal(out.text, bytes, used);
			strbuf_clear(&out);
			taken++;
			long_ones += used > 6;
		}
		free(bytes);
	}
	/* Else the test would show little. */
	assert_true(taken > 1000 && taken < 190000 && long_ones > 1000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_integers_are_those_of_the_rfc),
		cmocka_unit_test(test_texts_are_those_of_the_rfc),
		cmocka_unit_test(test_bytes_and_simple_values_are_those_of_the_rfc),
		cmocka_unit_test(test_arrays_are_those_of_the_rfc),
		cmocka_unit_test(test_whatever_is_not_of_the_subset_is_refused),
		cmocka_unit_test(test_a_broken_reader_stays_broken),
		cmocka_unit_test(test_an_array_is_no_longer_than_the_bytes_left),
		cmocka_unit_test(test_what_is_read_of_random_bytes_is_written_the_same),
	};

	return !hash_init() || RUN_TESTS("base/cbor", tests);
}
