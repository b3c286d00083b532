/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/latin.h"

#include "tests/support/keys.h"

struct sample {
	const char *text, *latin;
};

static void
check_scheme(enum latin_scheme scheme, const struct sample *samples, size_t n)
{
	struct strbuf sb = STRBUF_INIT;

	for (size_t i = 0; i < n; i++) {
		strbuf_reset(&sb);
		latin_by(&sb, scheme, samples[i].text, strlen(samples[i].text));
		assert_string_equal(sb.text, samples[i].latin);
	}
	strbuf_clear(&sb);
}

static void
check_by_word(const struct sample *samples, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_key_of(latin_key, samples[i].text, samples[i].latin);
}

/* Names of towns and words as the law of 2009 has them written (articles 3 to 6
 * and the registers that follow it). */
static const struct sample bulgarian[] = {
	{ "Ален мак", "alen mak" },
	{ "Жабляно", "zhablyano" },
	{ "Хаджидимово", "hadzhidimovo" },
	{ "Кюстендил", "kyustendil" },
	{ "Щъркелово", "shtarkelovo" },
	{ "Търговище", "targovishte" },
	{ "Цар Калоян", "tsar kaloyan" },
	{ "Чирпан", "chirpan" },
	{ "Шумен", "shumen" },
	{ "Ямбол", "yambol" },
	{ "Йовково", "yovkovo" },
	{ "Синьо бърдо", "sinyo bardo" },
	{ "София", "sofia" },		/* final -ия, article 5 */
	{ "Мария", "maria" },
	{ "Илия Илиев", "ilia iliev" },
	{ "Фотев", "fotev" },
	{ "ВЕЛИКО ТЪРНОВО", "veliko tarnovo" },
};

static void
test_bulgarian_is_written_by_the_law_of_2009(void **state)
{
	(void)state;
	check_scheme(LATIN_BULGARIAN, bulgarian, ARRAY_SIZE(bulgarian));
	check_by_word(bulgarian, ARRAY_SIZE(bulgarian));
}

/* BGN/PCGN 1947 system for Russian: the table and its note 1. */
static const struct sample russian[] = {
	{ "Ельцин", "yeltsin" },
	{ "Алексеев", "alekseyev" },
	{ "Артемьев", "artemyev" },
	{ "Подъезд", "podyezd" },
	{ "Сергей", "sergey" },
	{ "Ёлкин", "yelkin" },
	{ "Семён", "semen" },
	{ "Щербаков", "shcherbakov" },
	{ "Рыжков", "ryzhkov" },
	{ "Юрий", "yuriy" },
	{ "Яшин", "yashin" },
	{ "Хабаров", "khabarov" },
	{ "Цветаева", "tsvetayeva" },
	{ "Эдуард", "eduard" },
	{ "Игорь", "igor" },
};

static void
test_russian_is_written_as_maps_and_lists_have_it(void **state)
{
	static const struct sample told[] = {
		{ "Ольга", "olga" },
		{ "Рыжаев", "ryzhayev" },
		{ "Подъяпольский", "podyapolskiy" },
		{ "Бульонов", "bulyonov" },	/* ьо might be Bulgarian */
	};

	(void)state;
	check_scheme(LATIN_RUSSIAN, russian, ARRAY_SIZE(russian));
	check_by_word(told, ARRAY_SIZE(told));
}

/* The resolution's own examples, all of them that differ by a rule. */
static const struct sample ukrainian[] = {
	{ "Алушта", "alushta" },
	{ "Андрій", "andrii" },
	{ "Борщагівка", "borshchahivka" },
	{ "Борисенко", "borysenko" },
	{ "Вінниця", "vinnytsia" },
	{ "Володимир", "volodymyr" },
	{ "Гадяч", "hadiach" },
	{ "Богдан", "bohdan" },
	{ "Згурський", "zghurskyi" },
	{ "Ґалаґан", "galagan" },
	{ "Ґорґани", "gorgany" },
	{ "Донецьк", "donetsk" },
	{ "Олег", "oleh" },
	{ "Єнакієве", "yenakiieve" },
	{ "Гаєвич", "haievych" },
	{ "Короп'є", "koropie" },
	{ "Житомир", "zhytomyr" },
	{ "Закарпаття", "zakarpattia" },
	{ "Медвин", "medvyn" },
	{ "Їжакевич", "yizhakevych" },
	{ "Кадиївка", "kadyivka" },
	{ "Мар’їне", "marine" },
	{ "Йосипівка", "yosypivka" },
	{ "Стрий", "stryi" },
	{ "Олексій", "oleksii" },
	{ "Харків", "kharkiv" },
	{ "Біла Церква", "bila tserkva" },
	{ "Щербухи", "shcherbukhy" },
	{ "Гоща", "hoshcha" },
	{ "Гаращенко", "harashchenko" },
	{ "Юрій", "yurii" },
	{ "Корюківка", "koriukivka" },
	{ "Яготин", "yahotyn" },
	{ "Костянтин", "kostiantyn" },
	{ "Знам'янка", "znamianka" },
	{ "Феодосія", "feodosiia" },
	{ "Згорани", "zghorany" },
	{ "Розгон", "rozghon" },
};

static void
test_ukrainian_is_written_by_the_resolution_of_2010(void **state)
{
	static const struct sample told[] = {
		{ "Сергій", "serhii" },
		{ "Є", "ye" },
		{ "Лук'яненко", "lukianenko" },
	};

	(void)state;
	check_scheme(LATIN_UKRAINIAN, ukrainian, ARRAY_SIZE(ukrainian));
	check_by_word(told, ARRAY_SIZE(told));
}

/* Serbian has both alphabets, letter for letter (Pravopis srpskoga jezika);
 * passports leave the strokes out, as fold.h does. */
static void
test_serbian_is_written_with_its_own_latin_letters(void **state)
{
	static const struct sample samples[] = {
		{ "Ђорђе", "dorde" },
		{ "Љубиша", "ljubisa" },
		{ "Његош", "njegos" },
		{ "Вучић", "vucic" },
		{ "Џомба", "dzomba" },
		{ "Јовановић", "jovanovic" },
		{ "Михаило Живковић", "mihailo zivkovic" },
	};

	(void)state;
	check_scheme(LATIN_SERBIAN, samples, ARRAY_SIZE(samples));
	check_by_word(samples, 5);
}

/* North Macedonia's rule for names in travel documents. */
static void
test_macedonian_is_written_as_its_passports_do(void **state)
{
	static const struct sample samples[] = {
		{ "Ѓорѓи", "gjorgji" },
		{ "Ќосев", "kjosev" },
		{ "Ѕвездан", "dzvezdan" },
		{ "Тошеќ Џиноски", "toshekj djinoski" },
		{ "Жан Чашуле", "zhan chashule" },
	};

	(void)state;
	check_scheme(LATIN_MACEDONIAN, samples, ARRAY_SIZE(samples));
	check_by_word(samples, 3);
}

/* ELOT 743 / ISO 843, transcription: letters, then its pairs and their limits. */
static void
test_greek_is_written_by_elot_743(void **state)
{
	static const struct sample samples[] = {
		{ "Γεώργιος", "georgios" },
		{ "ΘΗΣΕΑΣ", "thiseas" },
		{ "Ξανθή", "xanthi" },
		{ "Ψαρά", "psara" },
		{ "Χρήστος", "christos" },
		{ "Ζωή", "zoi" },
		{ "Υάκινθος", "yakinthos" },
		{ "Παύλος", "pavlos" },
		{ "Ευάγγελος", "evangelos" },
		{ "Ευτυχία", "eftychia" },
		{ "Σταύρος", "stavros" },
		{ "Λευκάδα", "lefkada" },
		{ "Ιεραπετρεύς", "ierapetrefs" },
		{ "Εφηύρε", "efivre" },
		{ "Παπαδόπουλος", "papadopoulos" },
		{ "Μπακογιάννης", "bakogiannis" },
		{ "Χαράλαμπος", "charalampos" },
		{ "Νταλάρας", "ntalaras" },
		{ "Γκίκας", "gkikas" },
		{ "Αγγελόπουλος", "angelopoulos" },
		{ "Σφίγξ", "sfinx" },
		{ "Αγχίαλος", "anchialos" },
		{ "Ταΰγετος", "taygetos" },	/* the dialytika parts */
		{ "Άυλος", "aylos" },		/* the tonos on the first too */
		{ "Μάιος", "maios" },
		{ "Ἀθηνᾶ", "athina" },
	};

	(void)state;
	check_by_word(samples, ARRAY_SIZE(samples));
	check_scheme(LATIN_ICAO, samples, ARRAY_SIZE(samples));
}

/* Georgian national system of 2002; BGN/PCGN 1981 for Armenian. */
static void
test_georgian_and_armenian_have_one_rule_each(void **state)
{
	static const struct sample samples[] = {
		{ "თბილისი", "tbilisi" },
		{ "ქუთაისი", "kutaisi" },
		{ "წყალტუბო", "tsqaltubo" },
		{ "ზუგდიდი", "zugdidi" },
		{ "ჟღენტი", "zhghenti" },
		{ "ჭავჭავაძე", "chavchavadze" },
		{ "ᲗᲑᲘᲚᲘᲡᲘ", "tbilisi" },	/* capitals */
		{ "Երևան", "yerevan" },
		{ "Գյումրի", "gyumri" },
		{ "Վանաձոր", "vanadzor" },
		{ "Ոսկան", "voskan" },
		{ "Պետրոսյան", "petrosyan" },
		{ "ՍԱՐԳՍՅԱՆ", "sargsyan" },
	};

	(void)state;
	check_by_word(samples, ARRAY_SIZE(samples));
}

/* Doc 9303 part 3, section 6 B, with the exceptions of its table. */
static void
test_icao_makes_its_exceptions_by_language(void **state)
{
	static const struct sample samples[] = {
		{ "Рыжая", "ryzhaia" },
		{ "Подъездов", "podieezdov" },
		{ "Хрыщев", "khryshchev" },
		{ "Щерев", "shterev" },		/* Bulgarian: SHT */
		{ "Міхась Ігар", "mikhas ihar" },	/* H, not G */
		{ "Юрій", "yurii" },		/* first: YU */
		{ "Харків", "kharkiv" },
		{ "Жељко", "zeljko" },		/* Serbian: Z */
		{ "Љубиша", "ljubisa" },
		{ "Ѓорѓи", "gjorgji" },		/* Macedonian: GJ, else G */
		{ "Ќосев", "kjosev" },
	};

	(void)state;
	check_scheme(LATIN_ICAO, samples, ARRAY_SIZE(samples));
}

static void
test_marks_written_apart_make_the_same_letter(void **state)
{
	static const struct sample samples[] = {
		{ "И\u0306овка", "yovka" },
		{ "И\u0301ван", "ivan" },	/* an accent to stress it */
		{ "ЄI\u0308", "yei" },
		{ "Киі\u0308в", "kyiv" },
		{ "Г\u0301о", "gjo" },
		{ "Тαυ\u0308", "tay" },
	};

	(void)state;
	check_by_word(samples, ARRAY_SIZE(samples));
}

static void
test_other_text_stays_as_key_1_has_it(void **state)
{
	static const struct sample samples[] = {
		{ "", "" },
		{ " Łódź  GmbH & Co. ", "lodz gmbh & co." },
		{ "O’Brien", "o'brien" },
		{ "محمد", "محمد" },
		{ "Иван 12-А", "ivan 12-a" },
		{ "Қасым-Жомарт", "kasym-zhomart" },
		{ "Ухнаагийн Хүрэлсүх", "uhnaagiyn khurelsukh" },
		{ "ab\xFF", "ab\uFFFD" },
	};

	(void)state;
	check_by_word(samples, ARRAY_SIZE(samples));
}

static void
test_a_word_in_disguise_is_read_as_it_looks(void **state)
{
	static const struct sample samples[] = {
		{ "P\u043Epescu", "popescu" },		/* Cyrillic о */
		{ "\u0420etrov", "petrov" },		/* Р looks like P */
		{ "\u039F'Brien", "o'brien" },		/* Greek Ο */
		{ "Petrовж", "petrovzh" },		/* ж looks like none */
		{ "Petrov Ров", "petrov rov" },		/* each word alone */
	};

	(void)state;
	check_by_word(samples, ARRAY_SIZE(samples));
}

static void
test_a_key_is_its_own_key(void **state)
{
	static const char *const letters[] = { "а", "Й", "И", "\u0306", "Ї",
		"г", "з", "ь", "о", "ъ", "е", "Љ", "Ѓ", "α", "υ", "ύ", "ϋ",
		"γ", "Μ", "π", "ς", "a", "u", "'", "ʼ", " ", "\u0301", "7",
		"ᾳ", "ո", "ւ", "և", "ე", "ﬁ", "µ", "\xD0", "ß" };

	(void)state;
	check_keys_are_their_own(latin_key, letters, ARRAY_SIZE(letters));
}

static void
test_endless_words_take_bounded_time(void **state)
{
	struct strbuf text = STRBUF_INIT, key = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 200000; i++)
		strbuf_puts(&text, i % 2 ? "щ" : "\u0306");
	latin_key(&key, text.text, text.len);
	assert_int_equal(key.len, 100000 * strlen("sht"));
	strbuf_clear(&text);
	strbuf_clear(&key);
}

static void
test_names_for_people_keep_the_capitals_of_a_firm(void **state)
{
	static const struct sample names[] = {
		{ "Дунав Пак ООД", "Dunav Pak OOD" },
		{ "Обменно бюро Златен Рог ЕООД", "Obmenno Byuro Zlaten Rog EOOD" },
		{ "Θάλασσα Ναυτιλιακή ΑΕ", "Thalassa Naftiliaki AE" },
		{ "Ж. Иванова-Петрова", "Zh. Ivanova-Petrova" },
		{ "  димов   димо ", "Dimov Dimo" },
		{ "", "" },
	};
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		strbuf_reset(&sb);
		latin_name(&sb, names[i].text, strlen(names[i].text));
		assert_string_equal(sb.text, names[i].latin);
	}
	strbuf_clear(&sb);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_for_people_keep_the_capitals_of_a_firm),
		cmocka_unit_test(test_bulgarian_is_written_by_the_law_of_2009),
		cmocka_unit_test(test_russian_is_written_as_maps_and_lists_have_it),
		cmocka_unit_test(test_ukrainian_is_written_by_the_resolution_of_2010),
		cmocka_unit_test(test_serbian_is_written_with_its_own_latin_letters),
		cmocka_unit_test(test_macedonian_is_written_as_its_passports_do),
		cmocka_unit_test(test_greek_is_written_by_elot_743),
		cmocka_unit_test(test_georgian_and_armenian_have_one_rule_each),
		cmocka_unit_test(test_icao_makes_its_exceptions_by_language),
		cmocka_unit_test(test_marks_written_apart_make_the_same_letter),
		cmocka_unit_test(test_other_text_stays_as_key_1_has_it),
		cmocka_unit_test(test_a_word_in_disguise_is_read_as_it_looks),
		cmocka_unit_test(test_a_key_is_its_own_key),
		cmocka_unit_test(test_endless_words_take_bounded_time),
	};

	return RUN_TESTS("base/latin", tests);
}
