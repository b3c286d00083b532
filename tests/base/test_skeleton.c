/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/skeleton.h"

#include "tests/support/keys.h"

/* Spellings of one name; the rule that makes them one. */
static const struct {
	const char *a, *b;
} same[] = {
	{ "Müller", "Mueller" },		/* ü, ue */
	{ "Muller", "Mueller" },		/* ... u */
	{ "Jörg", "Joerg" },
	{ "Schäfer", "Schaefer" },
	{ "Håkan", "Haakan" },
	{ "Yuri", "Juri" },			/* y, i, j */
	{ "Sergey", "Sergej" },
	{ "Sergei", "Sergey" },
	{ "Yuriy", "Yuri" },
	{ "Iulia", "Yulia" },
	{ "Khabarov", "Habarov" },		/* kh, h */
	{ "Maksim", "Maxim" },			/* ks, x */
	{ "Alexandros", "Aleksandros" },
	{ "Tsankov", "Cankov" },		/* ts, c */
	{ "Tzankov", "Tsankov" },
	{ "Tchaikovsky", "Chaikovski" },
	{ "Tschaikowski", "Chaikovsky" },
	{ "Vucic", "Vuchich" },
	{ "Shterev", "Shcherev" },		/* sht, shch */
	{ "Schtscherbakow", "Shcherbakov" },
	{ "Szczerbak", "Shcherbak" },
	{ "Milosevic", "Miloshevich" },
	{ "Zhivkov", "Zivkov" },
	{ "Phillip", "Filip" },			/* ph, f; double letters */
	{ "Nikos Vassiliou", "Nikos Vasiliu" },
	{ "Christos", "Hristos" },
	{ "Thodoros", "Todoros" },
	{ "Mpakogiannis", "Bakogiannis" },	/* Greek mp, nt, gk */
	{ "Ntora", "Dora" },
	{ "Gkikas", "Gikas" },
	{ "Charalampos", "Charalambos" },
	{ "Paulos", "Pavlos" },
	{ "Eugenios", "Evgenios" },
	{ "Đorđević", "Djordjevic" },
	{ "Ivanoff", "Ivanov" },
	{ "Ivanow", "Ivanov" },
	{ "Yevgeni", "Evgeni" },
	{ "Sergeyev", "Sergeev" },
	{ "Nikolayev", "Nikolaev" },
	{ "Karim", "Kareem" },
	{ "Nuristani", "Nooristani" },
	{ "Abdullah", "Abdulla" },
	{ "Viktor", "Victor" },
	{ "Klara", "Clara" },
	{ "Al-Masri", "al Masri" },		/* what parts words */
	{ "O'Brien", "OBrien" },
	{ "Щербаков", "Shterbakov" },		/* through key 2 */
	{ "Юлия", "Iulia" },
	{ "Χρήστος", "Hristos" },
	{ "P\u043Epescu", "Popescu" },
};

static void
test_spellings_of_one_name_have_one_skeleton(void **state)
{
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(same); i++) {
		strbuf_reset(&a);
		strbuf_reset(&b);
		skeleton_key(&a, same[i].a, strlen(same[i].a));
		skeleton_key(&b, same[i].b, strlen(same[i].b));
		assert_string_equal(a.text, b.text);
	}
	strbuf_clear(&a);
	strbuf_clear(&b);
}

static void
test_other_names_keep_their_skeletons(void **state)
{
	(void)state;
	check_key_of(skeleton_key, "Ivan Petrov", "ivan petrov");
	check_key_of(skeleton_key, "Ivana", "ivana");
	check_key_of(skeleton_key, "Popa 44 11b", "popa 44 11b");
	check_key_of(skeleton_key, "  -- ", "");
	check_key_of(skeleton_key, "محمد, علي", "محمد علي");
}

static void
test_appends_words_with_one_blank_between(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_puts(&sb, "x ");
	skeleton_key(&sb, " A--B.\0C ", 9);
	assert_string_equal(sb.text, "x a b c");
	strbuf_clear(&sb);
}

static void
test_letters_beyond_the_limit_do_not_count(void **state)
{
	struct strbuf text = STRBUF_INIT, key = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 5000; i++)
		strbuf_puts(&text, i % 2 ? "a" : "б");
	strbuf_puts(&text, " x");
	skeleton_key(&key, text.text, text.len);
	assert_int_equal(key.len, SKELETON_WORD_MAX + 2);
	strbuf_clear(&text);
	strbuf_clear(&key);
}

static void
test_a_key_is_its_own_key(void **state)
{
	static const char *const letters[] = { "a", "b", "c", "d", "e", "f",
		"g", "h", "i", "j", "k", "m", "n", "o", "p", "q", "r", "s", "t",
		"u", "w", "x", "y", "z", "sch", "ff", "l", "'", " ", "щ", "χ" };

	(void)state;
	check_keys_are_their_own(skeleton_key, letters, ARRAY_SIZE(letters));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spellings_of_one_name_have_one_skeleton),
		cmocka_unit_test(test_other_names_keep_their_skeletons),
		cmocka_unit_test(test_appends_words_with_one_blank_between),
		cmocka_unit_test(test_letters_beyond_the_limit_do_not_count),
		cmocka_unit_test(test_a_key_is_its_own_key),
	};

	return RUN_TESTS("base/skeleton", tests);
}
