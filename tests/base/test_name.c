/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/name.h"

#include "base/strbuf.h"
#include "tests/support/test.h"

static struct name name;

static void
read_as(enum name_kind kind, const char *text)
{
	name_read(&name, kind, text, strlen(text));
}

/* The words with a mark for the part that each plays. */
static void
assert_words(enum name_kind kind, const char *text, const char *want)
{
	static const char marks[] = { [NAME_PLAIN] = ' ', [NAME_PARTICLE] = '-',
		[NAME_TITLE] = '!', [NAME_INITIAL] = '.', [NAME_GENERIC] = '~',
		[NAME_NUMBER] = '#', [NAME_FORM] = '=' };
	struct strbuf sb = STRBUF_INIT;

	read_as(kind, text);
	for (size_t i = 0; i < name.n; i++)
		strbuf_printf(&sb, "%c%s", marks[name.words[i].role],
			name.words[i].text);
	assert_string_equal(sb.text, want);
	strbuf_clear(&sb);
}

static void
test_a_name_falls_into_words(void **state)
{
	(void)state;
	assert_words(NAME_PERSON, "", "");
	assert_words(NAME_PERSON, "... - !", "");
	assert_words(NAME_PERSON, "POPESCU-Rosu, Ana", " popescu rosu ana");
	assert_words(NAME_PERSON, "Sean O’Brien", " sean obrien");
	assert_words(NAME_PERSON, "J.R. Harrow", ".j.r harrow");
	assert_words(NAME_PERSON, "Иван Петров", " иван петров");
}

static void
test_words_of_persons_have_their_parts(void **state)
{
	(void)state;
	assert_words(NAME_PERSON, "Dr. Omar bin Said al-Tamari",
		"!dr omar-bin said-al tamari");
	assert_words(NAME_PERSON, "Joost van der Hoef", " joost-van-der hoef");
	assert_words(NAME_PERSON, "Nestor Ltd", " nestor=ltd");
	assert_words(NAME_PERSON, "Ltd", " ltd");
	/* Ben is Benjamin where it comes first. */
	assert_words(NAME_PERSON, "Ben Harrow", " ben harrow");
	assert_words(NAME_PERSON, "Omar Ben Harrow", " omar-ben harrow");
}

static void
test_words_of_firms_have_their_parts(void **state)
{
	(void)state;
	assert_words(NAME_ORGANISATION, "Blue Harbour Trading & Sons",
		" blue harbour~trading~& sons");
	assert_words(NAME_ORGANISATION, "Danube Fund IV", " danube~fund#iv");
	assert_words(NAME_ORGANISATION, "Brigade Forty 4", " brigade#44");
	assert_words(NAME_ORGANISATION, "A.B.C. Co.", " abc~co");
}

static void
test_legal_forms_are_found_where_they_stand(void **state)
{
	(void)state;
	assert_words(NAME_ORGANISATION, "Pier G.m.b.H.", " pier=gmbh");
	assert_words(NAME_ORGANISATION, "Pier A/S", " pier=as");
	assert_words(NAME_ORGANISATION, "Pier Sp. z o.o.", " pier=spzoo");
	assert_words(NAME_ORGANISATION, "Pier Joint Stock Company",
		" pier=jointstockcompany");
	assert_words(NAME_ORGANISATION, "Pier Joynt Stock Company",
		" pier=joyntstockcompany");
	assert_words(NAME_ORGANISATION, "Pier Public Limited Company",
		" pier=publiclimitedcompany");
	assert_words(NAME_ORGANISATION, "Pier Co., Ltd.", " pier=coltd");
	assert_words(NAME_ORGANISATION, "ООО \"Пирс\"", "=ооо пирс");
	assert_words(NAME_ORGANISATION, "Α.Ε. Πείρος", "=αε πειροσ");
	/* Two letters in the midst are a word; a form alone is a name. */
	assert_words(NAME_ORGANISATION, "Pier as Sea", " pier as sea");
	assert_words(NAME_ORGANISATION, "GmbH", " gmbh");
	assert_words(NAME_ORGANISATION, "AG SE", " ag=se");
}

static void
test_limits_cut_between_characters(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 300; i++)
		strbuf_puts(&sb, "ხ");
	for (int i = 0; i < 300; i++)
		strbuf_puts(&sb, " щука");
	read_as(NAME_PERSON, sb.text);
	assert_int_equal(name.n, NAME_WORDS);
	assert_int_equal(strlen(name.words[0].text), 63);
	assert_in_range(strlen(name.words[0].skeleton), 1, 63);
	strbuf_clear(&sb);
}

static void
test_a_cyrillic_word_is_read_by_the_rules_of_several_states(void **state)
{
	(void)state;
	read_as(NAME_PERSON, "Щерба");
	assert_int_equal(name.words[0].n_latin, 2);
	assert_string_equal(name.words[0].latin[0], "shterba");
	assert_string_equal(name.words[0].latin[1], "shcherba");
	read_as(NAME_PERSON, "Pоpa");
	assert_true(name.words[0].is_mixed);
	assert_string_equal(name.words[0].latin[0], "popa");
}

static void
test_joined_words_are_one(void **state)
{
	(void)state;
	read_as(NAME_PERSON, "Joost van der Hoef");
	name_join(&name, 1, 3);
	assert_int_equal(name.n, 2);
	assert_string_equal(name.words[1].text, "vanderhoef");
	assert_int_equal(name.words[1].role, NAME_PLAIN);
}

static void
test_one_word_may_be_the_only_one_that_tells(void **state)
{
	static const struct {
		enum name_kind kind;
		const char *text, *only;
	} cases[] = {
		{ NAME_PERSON, "Petkov", "petkov" },
		{ NAME_PERSON, "Dr I. Petkov", "petkov" },
		{ NAME_PERSON, "Ivan Petkov", NULL },
		{ NAME_PERSON, "Ivan", "ivan" },
		{ NAME_PERSON, "I. P.", NULL },
		{ NAME_PERSON, "", NULL },
		{ NAME_ORGANISATION, "Petkov Trading Ltd", "petkov" },
		{ NAME_ORGANISATION, "Sea Land Ltd", NULL },
		{ NAME_ORGANISATION, "Petkov 44", NULL },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct name_word *only;

		name_read(&name, cases[i].kind, cases[i].text,
			strlen(cases[i].text));
		only = name_only_telling(&name);
		if (cases[i].only)
			assert_string_equal(only->text, cases[i].only);
		else
			assert_null(only);
	}
}

static void
test_firms_look_like_firms(void **state)
{
	static const struct {
		const char *text;
		bool is_firm;
	} cases[] = {
		{ "Ivan Petrov", false }, { "Pier AG", true },
		{ "Danube Trading", true }, { "Brigade 44", true },
		{ "Ana de la Cruz", false }, { "", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_int_equal(name_is_of_firm(cases[i].text,
			strlen(cases[i].text)), cases[i].is_firm);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_name_falls_into_words),
		cmocka_unit_test(test_words_of_persons_have_their_parts),
		cmocka_unit_test(test_words_of_firms_have_their_parts),
		cmocka_unit_test(test_legal_forms_are_found_where_they_stand),
		cmocka_unit_test(test_limits_cut_between_characters),
		cmocka_unit_test(test_a_cyrillic_word_is_read_by_the_rules_of_several_states),
		cmocka_unit_test(test_joined_words_are_one),
		cmocka_unit_test(test_one_word_may_be_the_only_one_that_tells),
		cmocka_unit_test(test_firms_look_like_firms),
	};

	return RUN_TESTS("base/name", tests);
}
