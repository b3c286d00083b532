/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_craft.c - vehicles and ships; see ident_rules.h. */
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/ident_prefix.h"
#include "base/ident_rules.h"
#include "base/squeeze.h"

#include "base/banned.h"

enum { VIN_LENGTH = 17, VIN_CHECK = 8, IMO_LENGTH = 7, MMSI_LENGTH = 9 };

/* "BG 123-AB" is a plate of Belgrade, "RO AB 123" one of Rosenheim: the country
 * stands before a colon, or two states' plates would be one. */
bool
ident_plate(const char *text, char *out, struct err *err)
{
	static const struct ident_prefix rule = { ".-/", "", 16 };

	return ident_prefixed(&rule, text, out) ||
		err_set(err, ERR_INVALID, _("a number plate is the code of its "
			"country, a colon, letters and digits, such as "
			"RO:B123ABC"));
}

/* 49 CFR 565.15, tables III and IV. */
static char
vin_check(const char *vin)
{
	static const char values[] = "12345678_12345_7_923456789";
	static const int weights[VIN_LENGTH] = {
		8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2
	};
	int sum = 0;

	for (int i = 0; i < VIN_LENGTH; i++) {
		char c = ascii_is_digit(vin[i]) ? vin[i] : values[vin[i] - 'A'];

		sum += (c - '0') * weights[i];
	}
	return "0123456789X"[sum % 11];
}

/* North America (49 CFR 565; regions 1 to 5 of ISO 3780) and China (GB 16735)
 * have a check digit; elsewhere the ninth place is the maker's. */
bool
ident_vin(const char *text, char *out, struct err *err)
{
	char vin[VIN_LENGTH + 2];
	bool good = squeeze_text(text, ".*", vin, sizeof(vin)) &&
		strlen(vin) == VIN_LENGTH;

	for (int i = 0; good && i < VIN_LENGTH; i++)
		good = ascii_is_word(vin[i]) && !strchr("IOQ", vin[i]);
	if (!good)
		return err_set(err, ERR_INVALID, _("a VIN has %d letters and "
			"digits, without I, O and Q"), VIN_LENGTH);
	if (strchr("12345L", vin[0]) && vin[VIN_CHECK] != vin_check(vin))
		return err_set(err, ERR_INVALID, _("the check digit of the VIN, "
			"its ninth character, is wrong; look for a mistyped "
			"character"));
	memcpy(out, vin, sizeof(vin) - 1);
	return true;
}

/* IMO Resolution A.1117(30): seven digits; the first six by 7 to 2 end in the
 * seventh. */
bool
ident_imo(const char *text, char *out, struct err *err)
{
	char squeezed[sizeof("IMO") + IMO_LENGTH + 1];
	bool whole = squeeze_text(text, ".:", squeezed, sizeof(squeezed));
	const char *number = squeezed + (strncmp(squeezed, "IMO", 3) ? 0 : 3);
	int sum = 0;

	if (!whole || strlen(number) != IMO_LENGTH || number[0] == '0' ||
	    strspn(number, "0123456789") != IMO_LENGTH)
		return err_set(err, ERR_INVALID, _("an IMO number has %d digits, "
			"such as IMO 9074729"), IMO_LENGTH);
	for (int i = 0; i < IMO_LENGTH - 1; i++)
		sum += (number[i] - '0') * (IMO_LENGTH - i);
	if (sum % 10 != number[IMO_LENGTH - 1] - '0')
		return err_set(err, ERR_INVALID, _("the check digit of the IMO "
			"number is wrong; look for a mistyped digit"));
	memcpy(out, "IMO", 3);
	memcpy(out + 3, number, IMO_LENGTH + 1);
	return true;
}

/* Begins with a maritime identification digit: 2 to 7, and two more. */
static bool
has_mid(const char *digits)
{
	return digits[0] >= '2' && digits[0] <= '7';
}

/* ITU-R M.585, annex 1: stations of ships and coasts, groups, aircraft that
 * search, handhelds, devices that call for help, boats of a ship, marks. */
bool
ident_mmsi(const char *text, char *out, struct err *err)
{
	char squeezed[sizeof("MMSI") + MMSI_LENGTH + 1];
	bool good = squeeze_text(text, ".:", squeezed, sizeof(squeezed));
	const char *n = squeezed + (strncmp(squeezed, "MMSI", 4) ? 0 : 4);

	good = good && strlen(n) == MMSI_LENGTH &&
		strspn(n, "0123456789") == MMSI_LENGTH &&
		(has_mid(n) || (n[0] == '0' && has_mid(n + 1)) ||
		 (!strncmp(n, "00", 2) && has_mid(n + 2)) ||
		 (!strncmp(n, "111", 3) && has_mid(n + 3)) ||
		 (n[0] == '8' && has_mid(n + 1)) || !strncmp(n, "970", 3) ||
		 !strncmp(n, "972", 3) || !strncmp(n, "974", 3) ||
		 ((!strncmp(n, "98", 2) || !strncmp(n, "99", 2)) &&
		  has_mid(n + 2)));
	if (!good)
		return err_set(err, ERR_INVALID, _("an MMSI has %d digits, of a "
			"ship with 2 to 7 first"), MMSI_LENGTH);
	memcpy(out, n, MMSI_LENGTH + 1);
	return true;
}
