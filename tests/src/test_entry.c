/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/entry.h"

#include "base/merkle.h"
#include "base/note.h"

#include "tests/support/test.h"

#define LOG "5d0f3c1e-7a44-4b6e-9c1b-2f8e6a913d70"
#define ACT "48c6a2e9-1d7f-4035-b9e8-c07f63d4a51b"
#define LEAD "c3a7f1d8-2e95-4b04-a6d1-7f50e8c92b3a"
#define MEMBER "d9042f6b-5c1e-4a83-97b0-2ec8f5a6714d"
#define PARTY "3e7a5c90-b2d8-4f16-a9c4-8d60e1f7235b"

static void
check_hex(const void *bytes, size_t n, const char *want)
{
	char *hex = malloc(2 * n + 1);

	hash_hex(bytes, n, hex);
	assert_string_equal(hex, want);
	free(hex);
}

/* The bytes below were frozen with the first commit of this format. */

static void
test_commitments_are_the_frozen_ones(void **state)
{
	const uint8_t salt[ENTRY_SALT_SIZE] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
		10, 11, 12, 13, 14, 15 };
	static const struct {
		uint16_t field;
		const char *value;
		const char *commitment;
	} frozen[] = {
		{ 1, "", "dfafcabb16ed6e77ccebe0234c65e09df970a74db74cc33f1abf340537be1390" },
		{ 64, "ALFA", "077ec7cb91399d9b225d15196fb0b2a6395b0e59f3e0a0443639a8cb89ca99ea" },
		{ 256, "ALFA", "25b1d3342084b406229ce3d640075ccbd86ef5f2501dfae7538144519d7f0162" },
		{ 65535, "Ma\xc8\x99in\xc4\x83", "4f874260d9ef4de499f2a012b2764ac14cdc7eefb1197bcf4cec7df5da979726" },
	};
	uint8_t out[HASH_SIZE];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(frozen); i++) {
		entry_commit(salt, frozen[i].field, frozen[i].value,
			strlen(frozen[i].value), out);
		check_hex(out, HASH_SIZE, frozen[i].commitment);
	}
}

static const struct entry_field two_fields[] = {
	{ 23, { 0x11, 0x22 } }, { 256, { 0x33, [31] = 0x44 } },
};

static const struct entry sample = {
	.log = LOG, .seq = 1000, .act = ACT, .verb = "set", .kind = "lead",
	.uid = LEAD, .member = MEMBER, .party = PARTY, .time = 1773475200000,
	.zone = "Europe/Bucharest", .base = 1, .fields = two_fields,
	.n_fields = 2,
};

static void
test_the_encoding_is_the_frozen_one(void **state)
{
	struct strbuf out = STRBUF_INIT;
	uint8_t leaf[HASH_SIZE];

	(void)state;
	entry_encode(&sample, &out);
	check_hex(out.text, out.len,
		"8e" "01" "505d0f3c1e7a444b6e9c1b2f8e6a913d70" "1903e8"
		"5048c6a2e91d7f4035b9e8c07f63d4a51b" "63736574" "646c656164"
		"50c3a7f1d82e954b04a6d17f50e8c92b3a" "f6"
		"50d9042f6b5c1e4a8397b02ec8f5a6714d"
		"503e7a5c90b2d84f16a9c48d60e1f7235b" "1b0000019ceb5bfc00"
		"704575726f70652f427563686172657374" "01" "82"
		"82" "17" "5820"
		"1122000000000000000000000000000000000000000000000000000000000000"
		"82" "190100" "5820"
		"3300000000000000000000000000000000000000000000000000000000000044");
	entry_leaf(out.text, out.len, leaf);
	check_hex(leaf, HASH_SIZE, "bf9736ca562402bc492bfffe58ab2bea87709be5b3bad08f7fe6f83602a7b77c");
	strbuf_clear(&out);
}

static void
assert_same_text(const char *a, const char *b)
{
	assert_int_equal(!a, !b);
	if (a)
		assert_string_equal(a, b);
}

static void
check_same(const struct entry *a, const struct entry *b)
{
	assert_string_equal(a->log, b->log);
	assert_true(a->seq == b->seq);
	assert_string_equal(a->act, b->act);
	assert_string_equal(a->verb, b->verb);
	assert_string_equal(a->kind, b->kind);
	assert_string_equal(a->uid, b->uid);
	assert_same_text(a->parent, b->parent);
	assert_same_text(a->member, b->member);
	assert_same_text(a->party, b->party);
	assert_true(a->time == b->time);
	assert_string_equal(a->zone, b->zone);
	assert_true(a->base == b->base);
	assert_int_equal(a->n_fields, b->n_fields);
	for (size_t i = 0; i < a->n_fields; i++) {
		assert_int_equal(a->fields[i].id, b->fields[i].id);
		assert_memory_equal(a->fields[i].commitment,
			b->fields[i].commitment, HASH_SIZE);
	}
}

/* Encode, decode and encode again. */
static void
check_round(const struct entry *e)
{
	struct strbuf out = STRBUF_INIT, again = STRBUF_INIT;
	struct entry read;
	struct err err = ERR_INIT;

	entry_encode(e, &out);
	assert_ok(entry_decode(&read, out.text, out.len, &err), err);
	check_same(e, &read);
	entry_encode(&read, &again);
	assert_int_equal(again.len, out.len);
	assert_memory_equal(again.text, out.text, out.len);
	strbuf_clear(&out);
	strbuf_clear(&again);
	entry_clear(&read);
	assert_null(read.log);
	assert_int_equal(read.n_fields, 0);
	entry_clear(&read);
}

static void
test_what_is_encoded_is_decoded(void **state)
{
	struct entry e = sample;

	(void)state;
	check_round(&e);
	e.parent = LEAD;
	e.member = NULL;
	check_round(&e);
	e.party = NULL;
	e.fields = NULL;
	e.n_fields = 0;
	check_round(&e);
	e.seq = e.base = INT64_MAX;
	e.time = INT64_MIN;
	check_round(&e);
	e.seq = e.base = e.time = 0;
	e.verb = e.kind = "abcdefghijklmnopqrstuvwxyz_-090";
	assert_int_equal(strlen(e.kind), ENTRY_WORD_MAX);
	e.zone = "!~34567890123456789012345678901234567890123456789012345678901xy";
	assert_int_equal(strlen(e.zone), ENTRY_ZONE_MAX);
	check_round(&e);
}

static void
test_an_entry_may_hold_every_field_there_can_be(void **state)
{
	struct entry_field *fields = calloc(UINT16_MAX, sizeof(*fields));
	struct entry e = sample;

	(void)state;
	for (size_t i = 0; i < UINT16_MAX; i++)
		fields[i].id = (uint16_t)(i + 1);
	e.fields = fields;
	e.n_fields = UINT16_MAX;
	check_round(&e);
	free(fields);
}

/* The sample in parts, of which the cases below replace one each. */
static const char *const parts[] = {
	"8e", "01", "505d0f3c1e7a444b6e9c1b2f8e6a913d70", "1903e8",
	"5048c6a2e91d7f4035b9e8c07f63d4a51b", "63736574", "646c656164",
	"50c3a7f1d82e954b04a6d17f50e8c92b3a", "f6",
	"50d9042f6b5c1e4a8397b02ec8f5a6714d",
	"503e7a5c90b2d84f16a9c48d60e1f7235b", "1b0000019ceb5bfc00",
	"704575726f70652f427563686172657374", "01", "82", "82", "17",
	"58201122000000000000000000000000000000000000000000000000000000000000",
	"82", "190100",
	"58203300000000000000000000000000000000000000000000000000000000000044",
};

static const struct {
	size_t part;
	const char *other;
} malformed[] = {
	{ 0, "8d" }, { 0, "8f" }, { 0, "980e" }, { 0, "9f" }, { 0, "ae" },
	{ 0, "c18e" }, { 1, "00" }, { 1, "02" }, { 1, "1801" }, { 1, "f5" },
	{ 1, "f93c00" }, { 1, "20" },
	/* Identifiers. */
	{ 2, "4f5d0f3c1e7a444b6e9c1b2f8e6a913d" }, { 2, "f6" },
	{ 2, "515d0f3c1e7a444b6e9c1b2f8e6a913d7000" },
	{ 2, "7061616161616161616161616161616161" }, { 4, "f6" }, { 7, "f6" },
	{ 8, "f7" }, { 8, "f4" }, { 8, "00" }, { 8, "40" }, { 9, "40" },
	{ 10, "60" },
	/* Numbers. */
	{ 3, "20" }, { 3, "1903e8" "00" }, { 3, "1a000003e8" }, { 3, "6131" },
	{ 3, "1b8000000000000000" }, { 11, "f6" }, { 11, "fb4098000000000000" },
	{ 11, "3b8000000000000000" }, { 13, "20" }, { 13, "1801" },
	/* Words and zone. */
	{ 5, "60" }, { 5, "f6" }, { 5, "43736574" }, { 5, "63534554" },
	{ 5, "63732074" }, { 5, "7820" "6161616161616161616161616161616161616161"
		"616161616161616161616161" },
	{ 6, "62ceb1" }, { 6, "61ff" }, { 6, "636c0064" }, { 12, "60" },
	{ 12, "6120" }, { 12, "617f" }, { 12, "62c2a0" }, { 12, "f6" },
	/* Fields. */
	{ 14, "80" }, { 14, "81" }, { 14, "83" }, { 14, "9802" }, { 14, "a2" },
	{ 14, "9b7fffffffffffffff" }, { 14, "9a00010000" }, { 15, "81" },
	{ 15, "83" }, { 16, "00" }, { 16, "20" }, { 16, "190100" },
	{ 16, "190101" }, { 16, "1817" }, { 16, "f6" }, { 19, "17" },
	{ 19, "16" }, { 19, "1a00010000" }, { 17, "40" }, { 17, "f6" },
	{ 17, "581f11220000000000000000000000000000000000000000000000000000000000" },
	{ 17, "78201122000000000000000000000000000000000000000000000000000000000000" },
};

/* Decode the sample with one part replaced, and something after its end. */
static bool
decode_with(size_t part, const char *other, const char *after)
{
	struct strbuf hex = STRBUF_INIT;
	struct entry read = { .seq = 77 };
	struct err err = ERR_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		strbuf_puts(&hex, i == part ? other : parts[i]);
	strbuf_puts(&hex, after);
	uint8_t *bytes = malloc(hex.len / 2);

	assert_true(hash_unhex(hex.text, bytes, hex.len / 2));
	bool ok = entry_decode(&read, bytes, hex.len / 2, &err);

	if (ok) {
		check_same(&sample, &read);
		entry_clear(&read);
	} else {
		assert_int_equal(err.code, ERR_DAMAGED);
		assert_int_equal(read.seq, 77);
	}
	free(bytes);
	strbuf_clear(&hex);
	return ok;
}

static void
test_malformed_entries_are_refused(void **state)
{
	(void)state;
	assert_true(decode_with(0, parts[0], ""));
	assert_false(decode_with(0, parts[0], "00"));
	assert_false(decode_with(0, parts[0], "80"));
	for (size_t i = 0; i < ARRAY_SIZE(malformed); i++)
		if (decode_with(malformed[i].part, malformed[i].other, ""))
			fail_msg("part %zu: %s was taken", malformed[i].part,
				malformed[i].other);
}

/*
 * Every entry cut short is refused, and whatever is taken of entries with a
 * few bits changed is what the encoder would write.
 */
static void
test_no_entry_has_two_spellings(void **state)
{
	struct strbuf out = STRBUF_INIT, again = STRBUF_INIT;
	size_t taken = 0;
	struct entry read;
	struct err err;

	(void)state;
	entry_encode(&sample, &out);
	for (size_t n = 0; n < out.len; n++) {
		uint8_t *cut = malloc(n + 1);

		memcpy(cut, out.text, n);
		assert_err(entry_decode(&read, cut, n, &err), err, ERR_DAMAGED);
		free(cut);
	}
	for (size_t bit = 0; bit < 8 * out.len; bit++) {
		out.text[bit / 8] = (char)(out.text[bit / 8] ^ 1 << bit % 8);
		if (entry_decode(&read, out.text, out.len, &err)) {
			entry_encode(&read, &again);
			assert_int_equal(again.len, out.len);
			assert_memory_equal(again.text, out.text, out.len);
			strbuf_reset(&again);
			entry_clear(&read);
			taken++;
		}
		out.text[bit / 8] = (char)(out.text[bit / 8] ^ 1 << bit % 8);
	}
	assert_true(taken > 1000 && taken < 8 * out.len);
	strbuf_clear(&out);
	strbuf_clear(&again);
}

static void
test_the_origin_names_the_log(void **state)
{
	char origin[ENTRY_ORIGIN_SIZE];

	(void)state;
	entry_origin(LOG, origin);
	assert_string_equal(origin, "liaison/" LOG "/tree");
	assert_true(sizeof(origin) <= NOTE_ORIGIN_SIZE);
}

/* The frozen log that contrib/check-log reads too (doc/log-format.md). */

struct vectors {
	char log[40], verifier[200], root[HASH_HEX_SIZE];
	struct note_key key;
	struct strbuf note;
	long size;

	struct merkle tree;
	struct strbuf told;		/* the bytes of the newest entry */
	struct entry entry;		/* the same, decoded */
	size_t erased;
};

/* The entry line holds what the bytes hold, and only the bytes it makes. */
static void
check_entry_line(char *line, struct vectors *v)
{
	const char *word[12];
	char *rest = line;
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(word); i++) {
		word[i] = strsep(&rest, " ");
		assert_non_null(word[i]);
		if (!strcmp(word[i], "-"))
			word[i] = NULL;
	}
	assert_null(rest);
	const struct entry e = {
		.log = word[0], .seq = atoll(word[1]), .act = word[2],
		.verb = word[3], .kind = word[4], .uid = word[5],
		.parent = word[6], .member = word[7], .party = word[8],
		.time = atoll(word[9]), .zone = word[10],
		.base = atoll(word[11]), .fields = v->entry.fields,
		.n_fields = v->entry.n_fields,
	};

	entry_encode(&e, &out);
	assert_int_equal(out.len, v->told.len);
	assert_memory_equal(out.text, v->told.text, out.len);
	assert_string_equal(e.log, v->log);
	assert_true((uint64_t)e.seq == v->tree.size);
	strbuf_clear(&out);
}

/* The data line comes after its entry line, which is kept until then. */
static void
read_data(const char *hex, char *entry_line, struct vectors *v)
{
	size_t len = strlen(hex) / 2;
	uint8_t *bytes = malloc(len), leaf[HASH_SIZE];
	struct err err = ERR_INIT;

	assert_true(hash_unhex(hex, bytes, len));
	entry_clear(&v->entry);
	assert_ok(entry_decode(&v->entry, bytes, len, &err), err);
	strbuf_reset(&v->told);
	strbuf_add(&v->told, bytes, len);
	check_entry_line(entry_line, v);
	entry_leaf(bytes, len, leaf);
	merkle_append(&v->tree, leaf);
	v->erased += v->entry.n_fields;
	free(bytes);
}

static void
read_value(char *line, bool cleared, struct vectors *v)
{
	int id = atoi(strsep(&line, " "));
	uint8_t salt[ENTRY_SALT_SIZE], out[HASH_SIZE];

	assert_true(hash_unhex(strsep(&line, " "), salt, sizeof(salt)));
	assert_int_equal(cleared, line == NULL);
	for (size_t i = 0; i < v->entry.n_fields; i++) {
		if (v->entry.fields[i].id != id)
			continue;
		entry_commit(salt, (uint16_t)id, line, line ? strlen(line) : 0,
			out);
		assert_memory_equal(out, v->entry.fields[i].commitment,
			HASH_SIZE);
		v->erased--;
		return;
	}
	fail_msg("the entry has no field %d", id);
}

static void
read_line(char *line, char **entry_line, struct vectors *v)
{
	char *rest = line, *word = strsep(&rest, " ");
	struct err err = ERR_INIT;

	if (!*word || *word == '#')
		return;
	if (!strcmp(word, "log"))
		snprintf(v->log, sizeof(v->log), "%s", rest);
	else if (!strcmp(word, "key"))
		assert_ok(note_key_read(&v->key, rest, &err), err);
	else if (!strcmp(word, "verifier"))
		snprintf(v->verifier, sizeof(v->verifier), "%s", rest);
	else if (!strcmp(word, "entry"))
		*entry_line = rest;
	else if (!strcmp(word, "data"))
		read_data(rest, *entry_line, v);
	else if (!strcmp(word, "leaf")) {
		uint8_t leaf[HASH_SIZE];

		entry_leaf(v->told.text, v->told.len, leaf);
		check_hex(leaf, HASH_SIZE, rest);
	} else if (!strcmp(word, "set") || !strcmp(word, "cleared"))
		read_value(rest, *word == 'c', v);
	else if (!strcmp(word, "size"))
		v->size = atol(rest);
	else if (!strcmp(word, "root"))
		snprintf(v->root, sizeof(v->root), "%s", rest);
	else if (!strcmp(word, "checkpoint"))
		strbuf_printf(&v->note, "%s\n", rest ? rest : "");
	else
		fail_msg("what is a line of \"%s\"?", word);
}

static char *
read_file(const char *name)
{
	const char *srcdir = getenv("srcdir");
	struct strbuf path = STRBUF_INIT;
	char *text = calloc(1, 65536);

	strbuf_printf(&path, "%s/%s", srcdir ? srcdir : ".", name);
	FILE *file = fopen(path.text, "r");

	if (!file)
		fail_msg("%s cannot be read", path.text);
	assert_true(fread(text, 1, 65535, file) > 0);
	fclose(file);
	strbuf_clear(&path);
	return text;
}

static void
check_checkpoint(const struct vectors *v)
{
	struct strbuf made = STRBUF_INIT;
	char origin[NOTE_ORIGIN_SIZE];
	uint8_t root[HASH_SIZE], signed_root[HASH_SIZE];
	uint64_t size;
	struct err err = ERR_INIT;

	merkle_root(&v->tree, root);
	check_hex(root, HASH_SIZE, v->root);
	assert_ok(note_check(v->note.text, v->verifier, origin, &size,
		signed_root, &err), err);
	assert_true(size == v->tree.size);
	assert_memory_equal(signed_root, root, HASH_SIZE);

	entry_origin(v->log, origin);
	note_checkpoint(&v->key, origin, size, root, &made);
	assert_string_equal(made.text, v->note.text);
	strbuf_reset(&made);
	note_verifier(&v->key, &made);
	assert_string_equal(made.text, v->verifier);
	strbuf_clear(&made);
}

static void
test_the_frozen_log_holds_and_would_be_written_the_same(void **state)
{
	struct vectors v = { .note = STRBUF_INIT, .told = STRBUF_INIT };
	char *text = read_file("tests/vectors/log-1.txt"), *rest = text, *line;
	char *entry_line = NULL;

	(void)state;
	while ((line = strsep(&rest, "\n")))
		read_line(line, &entry_line, &v);
	assert_int_equal(v.size, 7);
	assert_true(v.tree.size == (uint64_t)v.size);
	assert_int_equal(v.erased, 1);
	check_checkpoint(&v);
	entry_clear(&v.entry);
	strbuf_clear(&v.note);
	strbuf_clear(&v.told);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commitments_are_the_frozen_ones),
		cmocka_unit_test(test_the_encoding_is_the_frozen_one),
		cmocka_unit_test(test_what_is_encoded_is_decoded),
		cmocka_unit_test(test_an_entry_may_hold_every_field_there_can_be),
		cmocka_unit_test(test_malformed_entries_are_refused),
		cmocka_unit_test(test_no_entry_has_two_spellings),
		cmocka_unit_test(test_the_origin_names_the_log),
		cmocka_unit_test(test_the_frozen_log_holds_and_would_be_written_the_same),
	};

	return !hash_init() || RUN_TESTS("src/entry", tests);
}
