/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_phone.c - telephone numbers and devices; see ident_rules.h. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/checkdigit.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident_rules.h"
#include "base/squeeze.h"

#include "base/banned.h"

enum {
	MIN_PHONE = 7,		/* country code and four digits, as on Niue */
	MAX_PHONE = 15,
	LONGEST_CODE = 3,
	IMEI_DEVICE = 14,	/* type and serial number */
	IMEI_CHECKED = 15,	/* ... and the check digit */
	IMEI_SV = 16,		/* ... or the version of its software */
};

/* In the order of text. */
static const struct dialling {
	const char *code;
} diallings[] = {
#define ROW(code, sort, name) { code },
#include "data/dialling.inc"
#undef ROW
};

static int
compare_code(const void *code, const void *row)
{
	return strcmp(code, ((const struct dialling *)row)->code);
}

/* No code is the beginning of another. */
static bool
has_country_code(const char *digits)
{
	char code[LONGEST_CODE + 1] = "";

	for (size_t i = 0; i < LONGEST_CODE; i++) {
		code[i] = digits[i];
		if (bsearch(code, diallings, ARRAY_SIZE(diallings),
		    sizeof(diallings[0]), compare_code))
			return true;
	}
	return false;
}

bool
ident_phone(const char *text, char *out, struct err *err)
{
	char number[64];
	const char *from = number;
	size_t len = 0;

	if (!squeeze_text(text, "./", number, sizeof(number)))
		number[0] = '\0';
	if (!strncmp(from, "TEL:", 4))
		from += 4;
	if (from[0] == '(' && (from[1] == '+' || !strncmp(from + 1, "00", 2)))
		from++;
	if (from[0] == '+')
		from++;
	else if (!strncmp(from, "00", 2))
		from += 2;
	else
		return err_set(err, ERR_INVALID, _("a phone number begins with "
			"+ and the country code, such as +40 21 555 0100; "
			"without it no other state can match it"));

	out[len++] = '+';
	while (*from && len <= MAX_PHONE + 1) {
		if (len > 1 && !strncmp(from, "(0)", 3))
			from += 3;
		else if (*from == '(' || *from == ')')
			from++;
		else if (ascii_is_digit(*from))
			out[len++] = *from++;
		else
			return err_set(err, ERR_INVALID, _("a phone number has "
				"digits only after its +, without an "
				"extension"));
	}
	out[len] = '\0';
	if (len - 1 < MIN_PHONE || len - 1 > MAX_PHONE || out[1] == '0')
		return err_set(err, ERR_INVALID, _("a phone number has %d to "
			"%d digits, the country code with them, and begins "
			"with no 0 after the +"), MIN_PHONE, MAX_PHONE);
	if (!has_country_code(out + 1))
		return err_set(err, ERR_INVALID, _("+%.3s begins with no "
			"country code; look for a mistyped digit"), out + 1);
	return true;
}

/*
 * Of 14 digits the check digit follows; of 15 it is held against them. The 16 of
 * an IMEISV end in the version of the software and have none.
 */
bool
ident_imei(const char *text, char *out, struct err *err)
{
	char digits[IMEI_SV + 2];
	size_t len = 0;

	if (squeeze_text(text, "./", digits, sizeof(digits)) &&
	    strspn(digits, "0123456789") == strlen(digits))
		len = strlen(digits);
	if (len < IMEI_DEVICE || len > IMEI_SV)
		return err_set(err, ERR_INVALID, _("an IMEI has 14 digits, 15 "
			"with its check digit or 16 with the version of the "
			"software"));
	if (strspn(digits, "0") >= IMEI_DEVICE)
		return err_set(err, ERR_INVALID, _("an IMEI of zeros is that of "
			"no device"));

	char check = checkdigit_luhn_next(digits, IMEI_DEVICE);

	if (len == IMEI_DEVICE) {
		digits[len++] = check;
		digits[len] = '\0';
	}
	if (len == IMEI_CHECKED && digits[IMEI_DEVICE] != check)
		return err_set(err, ERR_INVALID, digits[IMEI_DEVICE] == '0' ?
			_("the check digit of the IMEI is not 0; call records "
			"write 0 in its place: give the 14 digits before it") :
			_("the check digit of the IMEI is wrong; look for a "
			"mistyped digit"));
	memcpy(out, digits, len + 1);
	return true;
}

bool
ident_imei_key(const char *normal, char *out)
{
	memcpy(out, normal, IMEI_DEVICE);
	out[IMEI_DEVICE] = '\0';
	return true;
}
