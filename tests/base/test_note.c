/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/note.h"

#include "tests/support/test.h"

/* The key and the note of the documentation of golang.org/x/mod/sumdb/note. */
#define GO_VERIFIER "PeterNeumann+c74f20a3+" \
	"ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
#define GO_KEY "PRIVATE+KEY+PeterNeumann+c74f20a3+" \
	"AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
#define GO_TEXT "If you think cryptography is the answer to your problem,\n" \
	"then you don't know what your problem is.\n"
#define GO_SIGNATURE "\xe2\x80\x94 PeterNeumann " \
	"x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvq" \
	"fqdngotpRZb6KE6RyyBwJnAM=\n"

/* A checkpoint that the Go checksum database has published, and its key. */
#define SUM_VERIFIER "sum.golang.org+033de0ae+" \
	"Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
#define SUM_TEXT "go.sum database tree\n6476701\n" \
	"mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=\n"
#define SUM_SIGNATURE "\xe2\x80\x94 sum.golang.org " \
	"Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4n" \
	"PRYfvimWEPWL+o3GeoWwOoAw=\n"
#define SUM_NOTE SUM_TEXT "\n" SUM_SIGNATURE

/* What note_check gives back, or why it does not. */
static enum err_code
check(const char *checkpoint, const char *verifier)
{
	char origin[NOTE_ORIGIN_SIZE] = "kept";
	uint8_t root[HASH_SIZE] = { 7 };
	uint64_t size = 7;
	struct err err = ERR_INIT;

	if (note_check(checkpoint, verifier, origin, &size, root, &err))
		return ERR_NONE;
	assert_string_equal(origin, "kept");
	assert_int_equal(size, 7);
	assert_int_equal(root[0], 7);
	assert_true(err.text[0]);
	return err.code;
}

static void
expect(const char *checkpoint, const char *verifier, enum err_code want)
{
	enum err_code got = check(checkpoint, verifier);

	if (got != want)
		fail_msg("%s, not %s, for:\n%s\nwith %s", err_word(got),
			err_word(want), checkpoint, verifier);
}

static struct note_key
go_key(void)
{
	struct note_key key;
	struct err err = ERR_INIT;

	assert_ok(note_key_read(&key, GO_KEY "\n", &err), err);
	return key;
}

static void
test_keys_are_those_of_go(void **state)
{
	struct note_key key = go_key();
	struct strbuf out = STRBUF_INIT;

	(void)state;
	assert_string_equal(key.name, "PeterNeumann");
	note_verifier(&key, &out);
	assert_string_equal(out.text, GO_VERIFIER);
	strbuf_reset(&out);
	note_key_write(&key, &out);
	assert_string_equal(out.text, GO_KEY "\n");
	note_wipe(&out);
	assert_string_equal(out.text, "");
	note_wipe(&out);
}

static void
test_signs_as_go_does(void **state)
{
	struct note_key key = go_key();
	struct strbuf out = STRBUF_INIT;

	(void)state;
	note_sign(&key, GO_TEXT, &out);
	assert_string_equal(out.text, GO_TEXT "\n" GO_SIGNATURE);
	/* A signed note, but of no tree. */
	expect(out.text, GO_VERIFIER, ERR_DAMAGED);
	strbuf_clear(&out);
}

static void
test_checks_a_checkpoint_that_go_signed(void **state)
{
	char origin[NOTE_ORIGIN_SIZE], hex[HASH_HEX_SIZE];
	uint8_t root[HASH_SIZE];
	uint64_t size;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(note_check(SUM_NOTE, SUM_VERIFIER, origin, &size, root, &err),
		err);
	assert_string_equal(origin, "go.sum database tree");
	assert_int_equal(size, 6476701);
	hash_hex(root, HASH_SIZE, hex);
	assert_string_equal(hex,
		"99bf102d022cd19d323f90acb6aea0ba3f3ba1759e0bd80433ca158a49a6f569");
}

static void
test_what_is_signed_is_read_again(void **state)
{
	static const uint64_t sizes[] = { 0, 1, 9, 10, UINT64_MAX / 10,
		UINT64_MAX };
	struct strbuf out = STRBUF_INIT, verifier = STRBUF_INIT;
	struct note_key key;
	uint8_t root[HASH_SIZE], read[HASH_SIZE];
	char origin[NOTE_ORIGIN_SIZE];
	struct err err = ERR_INIT;
	uint64_t size;

	(void)state;
	note_key_new(&key, "beispiel.invalid/h\xc3\xa4user");
	note_verifier(&key, &verifier);
	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
		memset(root, (int)i, sizeof(root));
		note_checkpoint(&key, "liaison/x", sizes[i], root, &out);
		assert_ok(note_check(out.text, verifier.text, origin, &size,
			read, &err), err);
		assert_string_equal(origin, "liaison/x");
		assert_true(size == sizes[i]);
		assert_memory_equal(read, root, HASH_SIZE);
		strbuf_reset(&out);
	}
	note_key_wipe(&key);
	assert_int_equal(key.seed[0] | key.seed[31] | key.name[0], 0);
	strbuf_clear(&out);
	strbuf_clear(&verifier);
}

static void
test_new_keys_differ(void **state)
{
	struct note_key a, b;

	(void)state;
	note_key_new(&a, "x");
	note_key_new(&b, "x");
	assert_memory_not_equal(a.seed, b.seed, NOTE_SEED_SIZE);
	assert_memory_not_equal(a.public, b.public, NOTE_PUBLIC_SIZE);
}

static void
test_any_changed_byte_of_a_note_is_found(void **state)
{
	char note[] = SUM_NOTE;

	(void)state;
	for (size_t i = 0; note[i]; i++) {
		for (int bit = 0; bit < 8; bit++) {
			note[i] = (char)(note[i] ^ 1 << bit);
			if (check(note, SUM_VERIFIER) == ERR_NONE)
				fail_msg("bit %d of byte %zu", bit, i);
			note[i] = (char)(note[i] ^ 1 << bit);
		}
	}
	for (size_t n = 0; n < strlen(SUM_NOTE); n++) {
		char *cut = strndup(SUM_NOTE, n);

		expect(cut, SUM_VERIFIER, ERR_DAMAGED);
		free(cut);
	}
}

#define OTHER "\xe2\x80\x94 test.example.com " \
	"qTGhC/xIPQ0AXKHK6Y+9ypRfuvMZWPjRXM8NiOg5M1WREn07VQXyuIXM3NRNav3ieVFL" \
	"UqDRK77PWDmL6w8w84UqeAw=\n"

static void
test_signatures_of_other_keys_are_ignored(void **state)
{
	(void)state;
	expect(SUM_TEXT "\n" OTHER SUM_SIGNATURE, SUM_VERIFIER, ERR_NONE);
	expect(SUM_TEXT "\n" SUM_SIGNATURE OTHER, SUM_VERIFIER, ERR_NONE);
	expect(SUM_TEXT "\n" OTHER, SUM_VERIFIER, ERR_CHECK);
	expect(SUM_NOTE, GO_VERIFIER, ERR_CHECK);
	/* The name alone, or the id alone, is another key. */
	expect(SUM_TEXT "\n\xe2\x80\x94 sum.golang.org qTGhC/xI\n" SUM_SIGNATURE,
		SUM_VERIFIER, ERR_NONE);
	expect(SUM_TEXT "\n\xe2\x80\x94 sum.example Az3grsLX\n" SUM_SIGNATURE,
		SUM_VERIFIER, ERR_NONE);
	expect(SUM_TEXT "\n\xe2\x80\x94 sum.golang Az3grsLX\n" SUM_SIGNATURE,
		SUM_VERIFIER, ERR_NONE);
	/* A bad signature of the key spoils the note, a good one beside it
	 * or not. */
	expect(SUM_TEXT "\n" SUM_SIGNATURE "\xe2\x80\x94 sum.golang.org Az3grsLX\n",
		SUM_VERIFIER, ERR_CHECK);
}

/* Sixteen signatures of five kilobytes each must pass (C2SP signed-note). */
static void
test_many_long_signatures_of_others_pass(void **state)
{
	struct strbuf note = STRBUF_INIT;

	(void)state;
	strbuf_puts(&note, SUM_TEXT "\n");
	for (int i = 0; i < 15; i++) {
		strbuf_printf(&note, "\xe2\x80\x94 witness-%d.example ", i);
		for (int k = 0; k < 6668; k++)
			strbuf_putc(&note, 'A');
		strbuf_putc(&note, '\n');
	}
	strbuf_puts(&note, SUM_SIGNATURE);
	expect(note.text, SUM_VERIFIER, ERR_NONE);
	while (note.len <= NOTE_MAX)
		strbuf_puts(&note, OTHER);
	expect(note.text, SUM_VERIFIER, ERR_DAMAGED);
	strbuf_clear(&note);
}

static const char *const malformed_signatures[] = {
	"", "\n", "\n" SUM_SIGNATURE,	/* an empty line more */
	"sum.golang.org Az3grsLX\n", "- sum.golang.org Az3grsLX\n",
	"\xe2\x80\x94sum.golang.org Az3grsLX\n",
	"\xe2\x80\x94  sum.golang.org Az3grsLX\n",
	"\xe2\x80\x94 sum.golang.org\n", "\xe2\x80\x94 sum.golang.org \n",
	"\xe2\x80\x94 Az3grsLX\n", "\xe2\x80\x94 a+b Az3grsLX\n",
	"\xe2\x80\x94 a\xc2\xa0" "b Az3grsLX\n", "\xe2\x80\x94 a Az3gr\n",
	"\xe2\x80\x94 a Az3grg==\n",		/* the key id alone */
	"\xe2\x80\x94 a Az3grsLX Az3grsLX\n", "\xe2\x80\x94 a Az3grsLX \n",
	"\xe2\x80\x94 a Az3grsK=\n",		/* stray bits in the last digit */
	"\xe2\x80\x94 a Az3_-sLX\n", "\xe2\x80\x94 a Az3g\trsLX\n",
	"\xe2\x80\x94 a\x7f Az3\xffrsLX\n", SUM_SIGNATURE "x",
	SUM_SIGNATURE "\r\n", "\xe2\x80\x94 a\xed\xa0\x80 Az3grsLX\n",
};

static void
test_malformed_signature_lines_are_refused(void **state)
{
	char note[1000];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(malformed_signatures); i++) {
		snprintf(note, sizeof(note), "%s\n%s", SUM_TEXT,
			malformed_signatures[i]);
		expect(note, SUM_VERIFIER, ERR_DAMAGED);
		if (!strncmp(malformed_signatures[i], SUM_SIGNATURE,
			    strlen(SUM_SIGNATURE)))
			continue;
		/* Nor does a good one beside it help. */
		snprintf(note, sizeof(note), "%s\n%s%s", SUM_TEXT,
			SUM_SIGNATURE, malformed_signatures[i]);
		if (*malformed_signatures[i])
			expect(note, SUM_VERIFIER, ERR_DAMAGED);
	}
}

#define ROOT "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

static const struct {
	const char *text;
	enum err_code want;
} signed_texts[] = {
	{ "o\n1\n" ROOT "\n", ERR_NONE },
	{ "o r+i/g\xc3\xafn\n18446744073709551615\n" ROOT "\n", ERR_NONE },
	{ "o\n1\n" ROOT "\nextension\nanother\n", ERR_NONE },
	{ "o\n1\n" ROOT "\nextension\n\nafter a gap\n", ERR_DAMAGED },
	{ "o\n1\n" ROOT "\n\n", ERR_DAMAGED },
	{ "\n1\n" ROOT "\n", ERR_DAMAGED },
	{ "1\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n1\n", ERR_DAMAGED },
	{ "o\n", ERR_DAMAGED },
	{ "\n", ERR_DAMAGED },
	{ "o\n\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n01\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n+1\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n-1\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n 1\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n0x1\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n1a\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n1:\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n18446744073709551616\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n99999999999999999999\n" ROOT "\n", ERR_DAMAGED },
	{ "o\n1\nAAAA\n", ERR_DAMAGED },
	{ "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n", ERR_DAMAGED },
	{ "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", ERR_DAMAGED },
	{ "o\n1\n" ROOT " \n", ERR_DAMAGED },
	{ "o\n1\n" ROOT "AAAA\n", ERR_DAMAGED },
	{ "o\r\n1\n" ROOT "\n", ERR_DAMAGED },
	{ "o\xff\n1\n" ROOT "\n", ERR_DAMAGED },
};

/* A good signature does not make a text a checkpoint. */
static void
test_malformed_texts_are_refused_though_signed(void **state)
{
	struct note_key key = go_key();
	struct strbuf out = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(signed_texts); i++) {
		note_sign(&key, signed_texts[i].text, &out);
		expect(out.text, GO_VERIFIER, signed_texts[i].want);
		strbuf_reset(&out);
	}
	for (size_t n = NOTE_ORIGIN_SIZE - 1; n <= NOTE_ORIGIN_SIZE; n++) {
		char text[2 * NOTE_ORIGIN_SIZE];

		snprintf(text, sizeof(text), "%0*d\n1\n" ROOT "\n", (int)n, 0);
		note_sign(&key, text, &out);
		expect(out.text, GO_VERIFIER,
			n < NOTE_ORIGIN_SIZE ? ERR_NONE : ERR_DAMAGED);
		strbuf_reset(&out);
	}
	strbuf_clear(&out);
}

static void
test_wrong_verifiers_are_refused(void **state)
{
	static const char *const bad[] = {
		"", "+", "++", "x", GO_VERIFIER "\n", GO_VERIFIER " ",
		" " GO_VERIFIER, GO_VERIFIER "AAAA", GO_KEY,
		/* Another length, another algorithm, with the id to match. */
		"PeterNeumann+cc469956+"
		"ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
		"PeterNeumann+173116ae+"
		"ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
		/* A blank in the name, with the id to match. */
		"Peter Neumann+004fb23e+"
		"ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
		"PeterNeumann+C74F20A3+"
		"ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
	};
	char line[] = GO_VERIFIER;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		expect(SUM_NOTE, bad[i], ERR_INVALID);
	for (size_t i = 0; line[i]; i++) {
		line[i]++;
		expect(SUM_NOTE, line, ERR_INVALID);
		line[i]--;
	}
	expect(SUM_NOTE, line, ERR_CHECK);
}

static void
test_wrong_key_files_are_refused(void **state)
{
	static const char *const bad[] = {
		"", "\n", "x", GO_VERIFIER, GO_KEY "\n\n", GO_KEY " \n",
		" " GO_KEY, GO_KEY "\r\n", GO_KEY "\n" GO_KEY, "PRIVATE+KEY+",
	};
	char line[] = GO_KEY;
	struct note_key key;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_err(note_key_read(&key, bad[i], &err), err, ERR_DAMAGED);
	for (size_t i = 0; line[i]; i++) {
		line[i]++;
		assert_err(note_key_read(&key, line, &err), err, ERR_DAMAGED);
		/* The sentence must not give the secret away. */
		assert_null(strstr(err.text, "AYEK"));
		line[i]--;
		char *cut = strndup(line, i);

		assert_err(note_key_read(&key, cut, &err), err, ERR_DAMAGED);
		free(cut);
	}
	assert_ok(note_key_read(&key, line, &err), err);
}

static void
test_names_hold_no_blank_and_no_plus(void **state)
{
	static const char *const bad[] = {
		"", " ", "a b", "a+b", "a\tb", "a\n", "a\xc2\x85", "a\xc2\xa0",
		"\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x8a", "\xe2\x80\xa8",
		"\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80",
		"\xff", "a\xc3",
	};
	char name[NOTE_NAME_SIZE + 1];
	struct note_key key, read;
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (note_name_valid(bad[i]))
			fail_msg("\"%s\" was taken", bad[i]);
	assert_true(note_name_valid("RO.example/h\xc3\xa4user-1"));
	memset(name, 'x', NOTE_NAME_SIZE);
	name[NOTE_NAME_SIZE] = '\0';
	assert_false(note_name_valid(name));
	name[NOTE_NAME_SIZE - 1] = '\0';
	assert_true(note_name_valid(name));
	/* The longest one fits everywhere. */
	note_key_new(&key, name);
	note_key_write(&key, &out);
	assert_ok(note_key_read(&read, out.text, &err), err);
	assert_memory_equal(&read, &key, sizeof(key));
	note_wipe(&out);
	/* One byte more is one too many. */
	strbuf_printf(&out, "PRIVATE+KEY+x%s%s", name,
		strstr(GO_KEY, "+c74f20a3+"));
	assert_err(note_key_read(&read, out.text, &err), err, ERR_DAMAGED);
	note_wipe(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys_are_those_of_go),
		cmocka_unit_test(test_signs_as_go_does),
		cmocka_unit_test(test_checks_a_checkpoint_that_go_signed),
		cmocka_unit_test(test_what_is_signed_is_read_again),
		cmocka_unit_test(test_new_keys_differ),
		cmocka_unit_test(test_any_changed_byte_of_a_note_is_found),
		cmocka_unit_test(test_signatures_of_other_keys_are_ignored),
		cmocka_unit_test(test_many_long_signatures_of_others_pass),
		cmocka_unit_test(test_malformed_signature_lines_are_refused),
		cmocka_unit_test(test_malformed_texts_are_refused_though_signed),
		cmocka_unit_test(test_wrong_verifiers_are_refused),
		cmocka_unit_test(test_wrong_key_files_are_refused),
		cmocka_unit_test(test_names_hold_no_blank_and_no_plus),
	};

	return !hash_init() || RUN_TESTS("base/note", tests);
}
