/* SPDX-License-Identifier: GPL-3.0-or-later */
/* latin_tables.c - see latin_tables.h. */
#include "base/latin_tables.h"

#include <stdlib.h>

#include "base/compiler.h"

#include "base/banned.h"

struct cyrillic {
	int32_t cp;
	const char *text[LATIN_N];
};

#define SAME(text) { text, text, text, text, text, text }

/*
 * In the order of code points. Where a national alphabet lacks a letter its
 * column has what its neighbours write, so that a foreign name in it is read.
 * ICAO: Doc 9303 part 3, eighth edition (2021), section 6 B; in all but words
 * of several languages ICAO's own exceptions are in the second table. Letters
 * of Central Asia (the last rows) are in none of these sources and are written
 * by the Latin letter that their base is.
 */
static const struct cyrillic cyrillics[] = {
	/*         Bulgarian Russian Ukrainian Serbian Macedonian ICAO */
	{ 0x0430, SAME("a") },						/* а */
	{ 0x0431, SAME("b") },						/* б */
	{ 0x0432, SAME("v") },						/* в */
	{ 0x0433, { "g", "g", "h", "g", "g", "g" } },			/* г */
	{ 0x0434, SAME("d") },						/* д */
	{ 0x0435, SAME("e") },						/* е */
	{ 0x0436, { "zh", "zh", "zh", "z", "zh", "zh" } },		/* ж */
	{ 0x0437, SAME("z") },						/* з */
	{ 0x0438, { "i", "i", "y", "i", "i", "i" } },			/* и */
	{ 0x0439, { "y", "y", "i", "j", "j", "i" } },			/* й */
	{ 0x043A, SAME("k") },						/* к */
	{ 0x043B, SAME("l") },						/* л */
	{ 0x043C, SAME("m") },						/* м */
	{ 0x043D, SAME("n") },						/* н */
	{ 0x043E, SAME("o") },						/* о */
	{ 0x043F, SAME("p") },						/* п */
	{ 0x0440, SAME("r") },						/* р */
	{ 0x0441, SAME("s") },						/* с */
	{ 0x0442, SAME("t") },						/* т */
	{ 0x0443, SAME("u") },						/* у */
	{ 0x0444, SAME("f") },						/* ф */
	{ 0x0445, { "h", "kh", "kh", "h", "h", "kh" } },		/* х */
	{ 0x0446, { "ts", "ts", "ts", "c", "c", "ts" } },		/* ц */
	{ 0x0447, { "ch", "ch", "ch", "c", "ch", "ch" } },		/* ч */
	{ 0x0448, { "sh", "sh", "sh", "s", "sh", "sh" } },		/* ш */
	{ 0x0449, { "sht", "shch", "shch", "sht", "sht", "shch" } },	/* щ */
	{ 0x044A, { "a", "", "", "a", "a", "ie" } },			/* ъ */
	{ 0x044B, { "y", "y", "y", "i", "i", "y" } },			/* ы */
	{ 0x044C, { "y", "", "", "", "", "" } },			/* ь */
	{ 0x044D, SAME("e") },						/* э */
	{ 0x044E, { "yu", "yu", "iu", "ju", "ju", "iu" } },		/* ю */
	{ 0x044F, { "ya", "ya", "ia", "ja", "ja", "ia" } },		/* я */
	{ 0x0451, { "e", "e", "io", "jo", "jo", "e" } },		/* ё */
	{ 0x0452, { "d", "d", "d", "d", "gj", "d" } },			/* ђ */
	{ 0x0453, { "gj", "gj", "gj", "dj", "gj", "g" } },		/* ѓ */
	{ 0x0454, { "ye", "ye", "ie", "je", "je", "ie" } },		/* є */
	{ 0x0455, SAME("dz") },						/* ѕ */
	{ 0x0456, SAME("i") },						/* і */
	{ 0x0457, { "i", "yi", "i", "ji", "ji", "i" } },		/* ї */
	{ 0x0458, { "y", "y", "i", "j", "j", "j" } },			/* ј */
	{ 0x0459, SAME("lj") },						/* љ */
	{ 0x045A, SAME("nj") },						/* њ */
	{ 0x045B, { "ch", "ch", "ch", "c", "kj", "c" } },		/* ћ */
	{ 0x045C, { "kj", "kj", "kj", "c", "kj", "k" } },		/* ќ */
	{ 0x045E, { "u", "u", "u", "u", "u", "u" } },			/* ў */
	{ 0x045F, { "dzh", "dzh", "dzh", "dz", "dj", "dz" } },		/* џ */
	{ 0x0463, { "ya", "e", "i", "e", "e", "e" } },			/* ѣ */
	{ 0x046B, { "a", "u", "u", "u", "a", "u" } },			/* ѫ */
	{ 0x0473, SAME("f") },						/* ѳ */
	{ 0x0475, { "i", "i", "y", "i", "i", "y" } },			/* ѵ */
	{ 0x0491, SAME("g") },						/* ґ */
	{ 0x0493, SAME("g") },						/* ғ */
	{ 0x0497, SAME("zh") },						/* җ */
	{ 0x049B, SAME("k") },						/* қ */
	{ 0x04A3, SAME("n") },						/* ң */
	{ 0x04AF, SAME("u") },						/* ү */
	{ 0x04B1, SAME("u") },						/* ұ */
	{ 0x04B3, { "h", "kh", "kh", "h", "h", "kh" } },		/* ҳ */
	{ 0x04B7, { "ch", "ch", "ch", "c", "ch", "ch" } },		/* ҷ */
	{ 0x04BB, SAME("h") },						/* һ */
	{ 0x04C0, SAME("") },						/* palochka */
	{ 0x04CF, SAME("") },
	{ 0x04D9, SAME("a") },						/* ә */
	{ 0x04E9, SAME("o") },						/* ө */
};

const struct latin_exception latin_exceptions[] = {
	/* The law of 2009, article 5: -ия at the end of a word is -ia. */
	{ 0x044F, LATIN_BULGARIAN, LATIN_N, LATIN_LAST_AFTER_I, "a" },
	/* BGN/PCGN 1947, note 1. */
	{ 0x0435, LATIN_RUSSIAN, LATIN_N, LATIN_OPEN, "ye" },
	{ 0x0451, LATIN_RUSSIAN, LATIN_N, LATIN_OPEN, "ye" },
	/* Resolution 55: another form at the beginning, and зг is zgh. */
	{ 0x0433, LATIN_UKRAINIAN, LATIN_N, LATIN_AFTER_Z, "gh" },
	{ 0x0439, LATIN_UKRAINIAN, LATIN_N, LATIN_FIRST, "y" },
	{ 0x044E, LATIN_UKRAINIAN, LATIN_N, LATIN_FIRST, "yu" },
	{ 0x044F, LATIN_UKRAINIAN, LATIN_N, LATIN_FIRST, "ya" },
	{ 0x0454, LATIN_UKRAINIAN, LATIN_N, LATIN_FIRST, "ye" },
	{ 0x0457, LATIN_UKRAINIAN, LATIN_N, LATIN_FIRST, "yi" },
	/* Doc 9303's "except if" column. */
	{ 0x0433, LATIN_ICAO, LATIN_UKRAINIAN, LATIN_ANYWHERE, "h" },
	{ 0x0433, LATIN_ICAO, LATIN_SERBIAN, LATIN_ANYWHERE, "h" },
	{ 0x0436, LATIN_ICAO, LATIN_SERBIAN, LATIN_ANYWHERE, "z" },
	{ 0x0438, LATIN_ICAO, LATIN_UKRAINIAN, LATIN_ANYWHERE, "y" },
	{ 0x0439, LATIN_ICAO, LATIN_UKRAINIAN, LATIN_FIRST, "y" },
	{ 0x0445, LATIN_ICAO, LATIN_SERBIAN, LATIN_ANYWHERE, "h" },
	{ 0x0445, LATIN_ICAO, LATIN_MACEDONIAN, LATIN_ANYWHERE, "h" },
	{ 0x0446, LATIN_ICAO, LATIN_SERBIAN, LATIN_ANYWHERE, "c" },
	{ 0x0446, LATIN_ICAO, LATIN_MACEDONIAN, LATIN_ANYWHERE, "c" },
	{ 0x0447, LATIN_ICAO, LATIN_SERBIAN, LATIN_ANYWHERE, "c" },
	{ 0x0448, LATIN_ICAO, LATIN_SERBIAN, LATIN_ANYWHERE, "s" },
	{ 0x0449, LATIN_ICAO, LATIN_BULGARIAN, LATIN_ANYWHERE, "sht" },
	{ 0x044E, LATIN_ICAO, LATIN_UKRAINIAN, LATIN_FIRST, "yu" },
	{ 0x044F, LATIN_ICAO, LATIN_UKRAINIAN, LATIN_FIRST, "ya" },
	{ 0x0453, LATIN_ICAO, LATIN_MACEDONIAN, LATIN_ANYWHERE, "gj" },
	{ 0x0454, LATIN_ICAO, LATIN_UKRAINIAN, LATIN_FIRST, "ye" },
	{ 0x0457, LATIN_ICAO, LATIN_UKRAINIAN, LATIN_FIRST, "yi" },
	{ 0x045C, LATIN_ICAO, LATIN_MACEDONIAN, LATIN_ANYWHERE, "kj" },
	{ 0x045F, LATIN_ICAO, LATIN_MACEDONIAN, LATIN_ANYWHERE, "dj" },
};

const size_t latin_n_exceptions = ARRAY_SIZE(latin_exceptions);

/* ELOT 743 (1982), transcription; ISO 843:1997 type 2. From alpha, 0x03B1. */
static const char *const greeks[] = {
	"a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x",
	"o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o",
};

/* Georgian national system (2002), from an, 0x10D0. */
static const char *const georgians[] = {
	"a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o",
	"p", "zh", "r", "s", "t", "u", "p", "k", "gh", "q", "sh", "ch", "ts",
	"dz", "ts", "ch", "kh", "j", "h",
};

/* BGN/PCGN 1981, from ayb, 0x0561. */
static const char *const armenians[] = {
	"a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts",
	"k", "h", "dz", "gh", "ch", "m", "y", "n", "sh", "o", "ch", "p", "j",
	"rr", "s", "v", "t", "r", "ts", "v", "p", "k", "o", "f",
};

static const struct {
	int32_t cp;
	enum latin_scheme language;
} tells[] = {
	{ 0x044B, LATIN_RUSSIAN },	/* ы */
	{ 0x044D, LATIN_RUSSIAN },	/* э */
	{ 0x0451, LATIN_RUSSIAN },	/* ё */
	{ 0x0452, LATIN_SERBIAN },	/* ђ */
	{ 0x0453, LATIN_MACEDONIAN },	/* ѓ */
	{ 0x0454, LATIN_UKRAINIAN },	/* є */
	{ 0x0455, LATIN_MACEDONIAN },	/* ѕ */
	{ 0x0456, LATIN_UKRAINIAN },	/* і */
	{ 0x0457, LATIN_UKRAINIAN },	/* ї */
	{ 0x0458, LATIN_SERBIAN },	/* ј */
	{ 0x0459, LATIN_SERBIAN },	/* љ */
	{ 0x045A, LATIN_SERBIAN },	/* њ */
	{ 0x045B, LATIN_SERBIAN },	/* ћ */
	{ 0x045C, LATIN_MACEDONIAN },	/* ќ */
	{ 0x045F, LATIN_SERBIAN },	/* џ */
	{ 0x0491, LATIN_UKRAINIAN },	/* ґ */
};

/* From Unicode's confusables.txt, those of both cases alike. */
static const struct {
	int32_t cp;
	char c;
} looks[] = {
	{ 0x03B1, 'a' }, { 0x03B5, 'e' }, { 0x03B9, 'i' }, { 0x03BA, 'k' },
	{ 0x03BF, 'o' }, { 0x03C1, 'p' }, { 0x03C4, 't' }, { 0x03C7, 'x' },
	{ 0x0430, 'a' }, { 0x0432, 'b' }, { 0x0435, 'e' }, { 0x043A, 'k' },
	{ 0x043C, 'm' }, { 0x043D, 'h' }, { 0x043E, 'o' }, { 0x0440, 'p' },
	{ 0x0441, 'c' }, { 0x0442, 't' }, { 0x0443, 'y' }, { 0x0445, 'x' },
	{ 0x0455, 's' }, { 0x0456, 'i' }, { 0x0458, 'j' },
};

static int
compare_cyrillics(const void *a, const void *b)
{
	const struct cyrillic *x = a, *y = b;

	return (x->cp > y->cp) - (x->cp < y->cp);
}

const char *
latin_cyrillic(int32_t cp, enum latin_scheme scheme)
{
	struct cyrillic wanted = { .cp = cp };
	const struct cyrillic *found = bsearch(&wanted, cyrillics,
		ARRAY_SIZE(cyrillics), sizeof(cyrillics[0]), compare_cyrillics);

	return found ? found->text[scheme] : NULL;
}

const char *
latin_greek(int32_t cp)
{
	size_t i = (size_t)(cp - 0x03B1);

	return cp >= 0x03B1 && i < ARRAY_SIZE(greeks) ? greeks[i] : NULL;
}

const char *
latin_caucasian(int32_t cp)
{
	if (cp >= 0x10D0 && cp < 0x10D0 + (int32_t)ARRAY_SIZE(georgians))
		return georgians[cp - 0x10D0];
	if (cp >= 0x0561 && cp < 0x0561 + (int32_t)ARRAY_SIZE(armenians))
		return armenians[cp - 0x0561];
	return NULL;
}

enum latin_scheme
latin_told_by(int32_t cp)
{
	for (size_t i = 0; i < ARRAY_SIZE(tells); i++)
		if (tells[i].cp == cp)
			return tells[i].language;
	return LATIN_N;
}

char
latin_looks_like(int32_t cp)
{
	for (size_t i = 0; i < ARRAY_SIZE(looks); i++)
		if (looks[i].cp == cp)
			return looks[i].c;
	return 0;
}
