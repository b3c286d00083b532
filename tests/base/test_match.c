/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/match.h"

#include "base/fold.h"
#include "base/strbuf.h"
#include "tests/support/noise.h"
#include "tests/support/test.h"

enum { CELLS = 5, NAMES = 256 };

struct labelled {
	enum name_kind kind;
	bool is_same;
	char *cells[CELLS];
};

static struct labelled pairs[NAMES];
static size_t n_pairs;
static char *file;

static int
read_pairs(void **state)
{
	const char *folder = getenv("srcdir");
	char path[1024];
	char *at, *line, *rest;
	FILE *f;

	(void)state;
	snprintf(path, sizeof(path), "%s/tests/support/names.tsv",
		folder ? folder : ".");
	f = fopen(path, "r");
	assert_non_null(f);
	file = calloc(1, 1 << 16);
	assert_non_null(file);
	assert_in_range(fread(file, 1, (1 << 16) - 1, f), 1, (1 << 16) - 2);
	fclose(f);
	for (at = file; (line = strtok_r(at, "\n", &rest)); at = NULL) {
		struct labelled *p = &pairs[n_pairs];
		char *cell = line, *more;

		if (*line == '#')
			continue;
		for (size_t i = 0; i < CELLS; i++, cell = NULL)
			p->cells[i] = strtok_r(cell, "\t", &more);
		assert_non_null(p->cells[CELLS - 1]);
		p->kind = *p->cells[0] == 'P' ? NAME_PERSON :
			NAME_ORGANISATION;
		p->is_same = *p->cells[1] == '+';
		assert_in_range(++n_pairs, 1, NAMES - 1);
	}
	return 0;
}

static int
free_pairs(void **state)
{
	(void)state;
	free(file);
	return 0;
}

static int
score(enum name_kind kind, const char *a, const char *b)
{
	struct match m;

	match_names(&m, kind, a, b);
	assert_in_range(m.score, 0, MATCH_SURE);
	return m.score;
}

static bool
says(const struct match *m, enum match_why why, const char *a, const char *b)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->lines[i].why == why && strcmp(m->lines[i].a, a) == 0 &&
		    strcmp(m->lines[i].b, b) == 0)
			return true;
	return false;
}

static void
test_pairs_are_the_same_as_their_rules_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < n_pairs; i++) {
		const struct labelled *p = &pairs[i];
		int got = score(p->kind, p->cells[2], p->cells[3]);

		if ((got >= MATCH_SAME) != p->is_same)
			fail_msg("%s | %s (%s): %d", p->cells[2], p->cells[3],
				p->cells[4], got);
	}
}

static void
test_the_order_of_names_does_not_matter(void **state)
{
	static const enum name_kind kinds[] = { NAME_ANY, NAME_PERSON,
		NAME_ORGANISATION };

	(void)state;
	for (size_t i = 0; i < n_pairs; i++)
		for (size_t j = i; j < n_pairs; j += 1 + (j > i) * 6)
			for (size_t k = 0; k < ARRAY_SIZE(kinds); k++)
				assert_int_equal(score(kinds[k],
					pairs[i].cells[2], pairs[j].cells[3]),
					score(kinds[k], pairs[j].cells[3],
					pairs[i].cells[2]));
}

/* Words so near to each other that many pair as well as others. */
static void
near_name(char name[64], uint32_t *seed)
{
	static const char *const words[] = { "mira", "mara", "mora", "bira",
		"mirab", "mi", "m", "bin", "dr", "miramara", "ra" };

	*name = '\0';
	for (uint32_t n = 1 + noise_next(seed) % 4; n > 0; n--) {
		strcat(name, words[noise_next(seed) % ARRAY_SIZE(words)]);
		strcat(name, n > 1 ? " " : "");
	}
}

static void
test_the_order_does_not_matter_where_pairs_are_as_good(void **state)
{
	char a[64], b[64];
	uint32_t seed = 17;

	(void)state;
	for (int round = 0; round < 20000 / SLOWED; round++) {
		near_name(a, &seed);
		near_name(b, &seed);
		if (score(NAME_PERSON, a, b) != score(NAME_PERSON, b, a))
			fail_msg("%s | %s", a, b);
	}
}

static void
test_columns_keep_to_the_order_that_was_asked(void **state)
{
	struct match m;

	(void)state;
	match_names(&m, NAME_PERSON, "Zoe Alba", "Soe Alba");
	assert_true(says(&m, WHY_SLIP, "zoe", "soe"));
	match_names(&m, NAME_PERSON, "Soe Alba", "Zoe Alba");
	assert_true(says(&m, WHY_SLIP, "soe", "zoe"));
	match_names(&m, NAME_PERSON, "Zoe X Alba", "Zoe Alba");
	assert_true(says(&m, WHY_MISSING, "x", ""));
	match_names(&m, NAME_PERSON, "Zoe Alba", "Zoe X Alba");
	assert_true(says(&m, WHY_MISSING, "", "x"));
}

static void
test_a_name_is_the_same_as_itself(void **state)
{
	struct strbuf sb = STRBUF_INIT, key = STRBUF_INIT;
	uint32_t seed = 5;

	(void)state;
	for (size_t i = 0; i < n_pairs; i++)
		for (size_t k = 2; k < 4; k++)
			for (int kind = NAME_ANY; kind <= NAME_ORGANISATION; kind++)
				assert_int_equal(score((enum name_kind)kind,
					pairs[i].cells[k], pairs[i].cells[k]),
					MATCH_SURE);
	for (int round = 0; round < 2000; round++) {
		strbuf_reset(&sb);
		strbuf_reset(&key);
		noise_text(&sb, &seed, 30, round % 2);
		fold_key(&key, sb.text, strlen(sb.text));
		assert_int_equal(score(NAME_ANY, sb.text, sb.text),
			fold_has_word(key.text) ? MATCH_SURE : 0);
	}
	strbuf_clear(&sb);
	strbuf_clear(&key);
}

static void
test_noise_never_makes_names_more_alike(void **state)
{
	static const char *const words[] = { " Qwxzk", " Wrbmpf", " Kzzgqv",
		" Xvvdtt" };

	(void)state;
	for (size_t i = 0; i < n_pairs; i++) {
		const struct labelled *p = &pairs[i];
		struct strbuf sb = STRBUF_INIT;
		int last = score(p->kind, p->cells[2], p->cells[3]);

		strbuf_puts(&sb, p->cells[2]);
		for (size_t k = 0; k < ARRAY_SIZE(words); k++) {
			strbuf_puts(&sb, words[k]);
			int now = score(p->kind, sb.text, p->cells[3]);

			if (now > last)
				fail_msg("%s | %s: %d after %d", sb.text,
					p->cells[3], now, last);
			last = now;
		}
		strbuf_clear(&sb);
	}
}

static void
test_each_letter_spoilt_makes_a_name_less_alike(void **state)
{
	static const char *const names[] = { "Konstantinos Papadimitriou",
		"Vladimir Aleksandrovich Sorokin", "Blue Harbour Trading Ltd" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct strbuf sb = STRBUF_INIT;
		int last = MATCH_SURE;

		strbuf_puts(&sb, names[i]);
		for (size_t k = 0; k < sb.len; k++) {
			if (sb.text[k] == ' ')
				continue;
			sb.text[k] = 'q';
			int now = score(NAME_PERSON, sb.text, names[i]);

			if (now > last)
				fail_msg("%s: %d after %d", sb.text, now, last);
			last = now;
		}
		assert_in_range(last, 0, MATCH_SAME - 1);
		strbuf_clear(&sb);
	}
}

static void
test_strange_names_have_an_answer_in_bounded_time(void **state)
{
	struct strbuf word = STRBUF_INIT, words = STRBUF_INIT, a = STRBUF_INIT,
		b = STRBUF_INIT;
	uint32_t seed = 3;

	(void)state;
	assert_int_equal(score(NAME_ANY, "", ""), 0);
	assert_int_equal(score(NAME_ANY, "...", "Ivan"), 0);
	assert_int_equal(score(NAME_ANY, "\xF0\x9F\x99\x82", "Ivan"), 0);
	assert_int_equal(score(NAME_PERSON, "I", "Ivan"), 500);
	assert_true(score(NAME_ANY, "a\xFFz\xC3", "Ivan") < MATCH_SAME);
	for (int i = 0; i < 10000; i++) {
		strbuf_puts(&word, i % 2 ? "щ" : "a");
		strbuf_puts(&words, i % 2 ? " щука" : " жуки");
	}
	assert_int_equal(score(NAME_ANY, word.text, word.text), MATCH_SURE);
	assert_true(score(NAME_ANY, word.text, words.text) < MATCH_SAME);
	assert_int_equal(score(NAME_ANY, words.text, words.text), MATCH_SURE);
	for (int round = 0; round < 3000 / SLOWED; round++) {
		strbuf_reset(&a);
		strbuf_reset(&b);
		noise_text(&a, &seed, 60, round % 3 == 0);
		noise_text(&b, &seed, 60, round % 2 == 0);
		assert_int_equal(score(NAME_ANY, a.text, b.text),
			score(NAME_ANY, b.text, a.text));
	}
	strbuf_clear(&word);
	strbuf_clear(&words);
	strbuf_clear(&a);
	strbuf_clear(&b);
}

static void
test_what_speaks_against_is_said(void **state)
{
	static const struct {
		enum name_kind kind;
		const char *a, *b;
		enum match_why why;
	} cases[] = {
		{ NAME_PERSON, "Ana Pop", "Ana Rusu", WHY_CONFLICT },
		{ NAME_PERSON, "Ana", "Ana Pop Rusu", WHY_ONE_WORD },
		{ NAME_PERSON, "A. P.", "Ana Pop", WHY_INITIALS },
		{ NAME_PERSON, "?", "Ana Pop", WHY_NOTHING },
		{ NAME_PERSON, "Ana P\u043Ep", "Ana Pop", WHY_MIXED },
		{ NAME_ORGANISATION, "Pier 4 AG", "Pier 5 AG", WHY_NUMBERS },
		{ NAME_ORGANISATION, "Pier AG", "Pier GmbH", WHY_FORMS },
		{ NAME_ORGANISATION, "Pier AG", "Pier S.A.", WHY_FORM },
	};
	struct match m;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		bool found = false;

		match_names(&m, cases[i].kind, cases[i].a, cases[i].b);
		for (size_t k = 0; k < m.n; k++)
			found = found || m.lines[k].why == cases[i].why;
		if (!found)
			fail_msg("%s | %s", cases[i].a, cases[i].b);
	}
}

static void
test_what_a_name_is_of_can_be_seen(void **state)
{
	struct match m;

	(void)state;
	match_names(&m, NAME_ANY, "Danube Fund", "Danube Fund");
	assert_int_equal(m.kind, NAME_ORGANISATION);
	match_names(&m, NAME_ANY, "Ivan Petrov", "Petrov Ltd");
	assert_int_equal(m.kind, NAME_ORGANISATION);
	match_names(&m, NAME_ANY, "Ivan Petrov", "Xi Vi Dimov");
	assert_int_equal(m.kind, NAME_PERSON);
}

static int
with_facts(enum name_kind kind, const char *a, const char *b, const char *x,
	const char *y)
{
	struct match m;

	match_names(&m, kind, a, b);
	match_facts(&m, x, y);
	assert_in_range(m.score, 0, MATCH_SURE);
	return m.score;
}

static void
test_birth_dates_decide_when_both_are_known(void **state)
{
	const char *a = "Ana Maria Pop", *b = "Anna Pop";
	int plain = score(NAME_PERSON, a, b);

	(void)state;
	assert_int_equal(with_facts(NAME_PERSON, a, b, NULL, "1961-03-14"),
		plain);
	assert_int_equal(with_facts(NAME_PERSON, a, b, "", "1961-03-14"), plain);
	assert_int_equal(with_facts(NAME_PERSON, a, b, "1961", "1961-03-14"),
		plain);
	assert_true(with_facts(NAME_PERSON, a, b, "1961-03-14", "1961-03-14") >
		plain);
	assert_true(with_facts(NAME_PERSON, a, b, "1961-03-14", "1961-03-15") <
		MATCH_SAME);
	assert_true(with_facts(NAME_PERSON, a, b, "1962", "1961-03-15") <
		MATCH_SAME);
	/* Likely, not the same: the date decides. */
	assert_true(score(NAME_PERSON, "Ana Pop", "Ana Rusu") < MATCH_SAME);
	assert_true(with_facts(NAME_PERSON, "Ana Pop Dima", "Ana Dima Rusu",
		"1961-03-14", "1961-03-14") >= MATCH_SAME);
	/* Twins of the calendar have nothing in common. */
	assert_true(with_facts(NAME_PERSON, "Ana Pop", "Ivan Petrov",
		"1961-03-14", "1961-03-14") < MATCH_SAME);
}

static void
test_registration_numbers_decide_when_both_are_known(void **state)
{
	(void)state;
	assert_int_equal(with_facts(NAME_ORGANISATION, "Pier AG", "Pier Old",
		"HRB 123-4", "hrb1234"), MATCH_SURE);
	assert_true(with_facts(NAME_ORGANISATION, "Pier AG", "Pier AG",
		"HRB 123", "HRB 124") < MATCH_SAME);
	assert_int_equal(with_facts(NAME_ORGANISATION, "Pier AG", "Pier AG",
		"HRB 123", NULL), MATCH_SURE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs_are_the_same_as_their_rules_say),
		cmocka_unit_test(test_the_order_of_names_does_not_matter),
		cmocka_unit_test(test_the_order_does_not_matter_where_pairs_are_as_good),
		cmocka_unit_test(test_columns_keep_to_the_order_that_was_asked),
		cmocka_unit_test(test_a_name_is_the_same_as_itself),
		cmocka_unit_test(test_noise_never_makes_names_more_alike),
		cmocka_unit_test(test_each_letter_spoilt_makes_a_name_less_alike),
		cmocka_unit_test(test_strange_names_have_an_answer_in_bounded_time),
		cmocka_unit_test(test_what_speaks_against_is_said),
		cmocka_unit_test(test_what_a_name_is_of_can_be_seen),
		cmocka_unit_test(test_birth_dates_decide_when_both_are_known),
		cmocka_unit_test(test_registration_numbers_decide_when_both_are_known),
	};

	return cmocka_run_group_tests_name("base/match", tests, read_pairs,
		free_pairs) ? 1 : 0;
}
