/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_paper.c - numbers that a state's register or office gave; see
 * ident_rules.h. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/checkdigit.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/ident_prefix.h"
#include "base/ident_rules.h"
#include "base/squeeze.h"

#include "base/banned.h"

enum { MRZ_NUMBER = 9, LEI_LENGTH = 20, MAX_EUID = 64, MAX_VAT = 20 };

/*
 * "UT:L898902C<3" is read off a machine-readable zone: nine places filled up
 * with <, and their check digit (ICAO Doc 9303 part 3). Cut it back to the
 * number. Elsewhere a < means nothing, and is refused.
 */
static bool
read_mrz(char *squeezed, struct err *err)
{
	char *number = squeezed + 3;

	if (!strchr(squeezed, '<'))
		return true;
	bool good = strlen(squeezed) == 3 + MRZ_NUMBER + 1 && *number != '<';

	for (size_t i = 0; good && i < MRZ_NUMBER; i++)
		good = ascii_is_word(number[i]) || number[i] == '<';
	if (!good || number[MRZ_NUMBER] != checkdigit_mrz(number, MRZ_NUMBER))
		return err_set(err, ERR_INVALID, _("a document number with < is "
			"that of a machine-readable zone: nine places and their "
			"check digit, which do not fit here"));
	number[strcspn(number, "<")] = '\0';
	return true;
}

bool
ident_document(const char *text, char *out, struct err *err)
{
	static const struct ident_prefix rule = { ".-/", "", 30 };
	char squeezed[IDENT_TEXT_SIZE];

	if (!squeeze_letters(text, squeezed, sizeof(squeezed)))
		squeezed[0] = '\0';
	return read_mrz(squeezed, err) &&
		(ident_prefixed(&rule, squeezed, out) ||
		 err_set(err, ERR_INVALID, _("a document number is the code of "
			"the country that issued it, a colon, letters and "
			"digits, such as RO:123456789")));
}

/* A slash parts a number from its year (J40/123/2020); blanks, dots and dashes
 * only group. */
bool
ident_company(const char *text, char *out, struct err *err)
{
	static const struct ident_prefix rule = { ".-", "/", 40 };

	return ident_prefixed(&rule, text, out) ||
		err_set(err, ERR_INVALID, _("a company number is the code of its "
			"country, a colon and the number in the register, such "
			"as RO:J40/123/2020"));
}

/* Sheet, block and parcel: every sign may part two of them. */
bool
ident_cadastre(const char *text, char *out, struct err *err)
{
	static const struct ident_prefix rule = { "", "./-", 60 };

	return ident_prefixed(&rule, text, out) ||
		err_set(err, ERR_INVALID, _("a cadastral number is the code of "
			"its country, a colon and the number, such as "
			"BG:68134.1234.56"));
}

/* Commission Implementing Regulation (EU) 2021/1042, annex, point 9: country,
 * register, a dot, the number, at times _ and check characters. Greece is EL. */
bool
ident_euid(const char *text, char *out, struct err *err)
{
	char euid[MAX_EUID], country[3] = "";
	bool good = squeeze_letters(text, euid, sizeof(euid));
	size_t dot = good ? strcspn(euid, ".") : 0;

	if (dot >= 2)
		memcpy(country, euid, 2);
	good = good && (ident_state(country) || strcmp(country, "EL") == 0) &&
		euid[dot] == '.' && ascii_is_word(euid[dot + 1]);
	for (size_t i = 0; good && euid[i]; i++)
		good = ascii_is_word(euid[i]) ||
			(i >= dot && strchr("./-_", euid[i]));
	if (!good)
		return err_set(err, ERR_INVALID, _("an EUID is a country, a "
			"register, a dot and the number in it, such as "
			"ROONRC.J40/123/2020"));
	memcpy(out, euid, strlen(euid) + 1);
	return true;
}

bool
ident_lei(const char *text, char *out, struct err *err)
{
	char lei[LEI_LENGTH + 2];
	bool good = squeeze_text(text, "", lei, sizeof(lei)) &&
		strlen(lei) == LEI_LENGTH;

	for (int i = 0; good && i < LEI_LENGTH; i++)
		good = i < LEI_LENGTH - 2 ? ascii_is_word(lei[i]) :
			ascii_is_digit(lei[i]);
	if (!good)
		return err_set(err, ERR_INVALID, _("an LEI has %d letters and "
			"digits, two digits last"), LEI_LENGTH);
	if (checkdigit_mod97(lei, LEI_LENGTH, 0) != 1)
		return err_set(err, ERR_INVALID, _("the check digits of the LEI "
			"are wrong; look for a mistyped character"));
	memcpy(out, lei, sizeof(lei) - 1);
	return true;
}

/* Prefix and the shapes that may follow it, parted by |: 9 is a digit, A a
 * letter, X either; others are themselves. */
static const struct vat_shape {
	char prefix[4];
	const char *shapes;
} vat_shapes[] = {
#define ROW(prefix, shapes, name) { prefix, shapes },
#include "data/vat.inc"
#undef ROW
};

/* Does number have the shape at *shape? Go on behind it. */
static bool
fits_shape(const char *number, const char **shape)
{
	size_t len = strcspn(*shape, "|"), i = 0;
	bool fits = strlen(number) == len;

	for (; fits && i < len; i++)
		switch ((*shape)[i]) {
		case '9':
			fits = ascii_is_digit(number[i]);
			break;
		case 'A':
			fits = ascii_is_capital(number[i]);
			break;
		case 'X':
			fits = ascii_is_word(number[i]) ||
				number[i] == '+' || number[i] == '*';
			break;
		default:
			fits = number[i] == (*shape)[i];
		}
	*shape += len + ((*shape)[len] == '|');
	return fits;
}

bool
ident_vat(const char *text, char *out, struct err *err)
{
	char vat[MAX_VAT + 1];

	if (!squeeze_text(text, "./:", vat, sizeof(vat)))
		vat[0] = '\0';
	if (!strncmp(vat, "GR", 2))
		memcpy(vat, "EL", 2);	/* Directive 2006/112/EC art. 215 */
	for (size_t i = 0; i < ARRAY_SIZE(vat_shapes); i++) {
		const struct vat_shape *v = &vat_shapes[i];
		size_t len = strlen(v->prefix);

		if (strncmp(vat, v->prefix, len) != 0)
			continue;
		for (const char *shape = v->shapes; *shape;)
			if (fits_shape(vat + len, &shape)) {
				memcpy(out, vat, strlen(vat) + 1);
				return true;
			}
		return err_set(err, ERR_INVALID, _("a VAT number of %s looks "
			"like one of these, 9 a digit, A a letter, X either: "
			"%s"), v->prefix, v->shapes);
	}
	return err_set(err, ERR_INVALID, _("a VAT number begins with a member "
		"state of the EU (EL of Greece), XI, GB or CHE"));
}
