/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident.c - see ident.h. */
#include "base/ident.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident_rules.h"

#include "base/banned.h"

enum country_sort { COUNTRY_country, COUNTRY_reserved, COUNTRY_user };

static const struct country {
	char code[3];
	enum country_sort sort;
} countries[] = {
#define ROW(code, sort, name) { code, COUNTRY_##sort },
#include "data/countries.inc"
#undef ROW
};

/* The table begins its rows with the code. */
static int
compare_country(const void *code, const void *row)
{
	return memcmp(code, row, 2);
}

static const struct country *
find_country(const char *code)
{
	return strlen(code) != 2 ? NULL : bsearch(code, countries,
		ARRAY_SIZE(countries), sizeof(countries[0]), compare_country);
}

bool
ident_country(const char *code)
{
	return find_country(code);
}

bool
ident_state(const char *code)
{
	const struct country *c = find_country(code);

	return c && c->sort != COUNTRY_reserved;
}

static bool
as_it_is(const char *text, char *out, struct err *err)
{
	(void)err;
	memcpy(out, text, strlen(text) + 1);
	return true;
}

static bool
itself(const char *normal, char *out)
{
	memcpy(out, normal, strlen(normal) + 1);
	return true;
}

/* How a type is brought to its normal form, and what equal ones have in common;
 * NULL: equal ones mean nothing. */
static const struct {
	ident_rule *normalise;
	ident_common *key;
} rules[IDENT_N] = {
	[IDENT_NONE] = { as_it_is, NULL },
	[IDENT_IBAN] = { ident_iban, itself },
	[IDENT_BIC] = { ident_bic, NULL },
	[IDENT_PHONE] = { ident_phone, itself },
	[IDENT_EMAIL] = { ident_email, ident_email_key },
	[IDENT_PLATE] = { ident_plate, itself },
	[IDENT_VIN] = { ident_vin, itself },
	[IDENT_IMEI] = { ident_imei, ident_imei_key },
	[IDENT_IMO] = { ident_imo, itself },
	[IDENT_MMSI] = { ident_mmsi, itself },
	[IDENT_DOCUMENT] = { ident_document, itself },
	[IDENT_CRYPTO] = { ident_crypto, itself },
	[IDENT_COMPANY] = { ident_company, itself },
	[IDENT_EUID] = { ident_euid, itself },
	[IDENT_LEI] = { ident_lei, itself },
	[IDENT_VAT] = { ident_vat, itself },
	[IDENT_IP] = { ident_ip, ident_ip_key },
	[IDENT_DOMAIN] = { ident_domain, ident_domain_key },
	[IDENT_ISIN] = { ident_isin, itself },
	[IDENT_CADASTRE] = { ident_cadastre, itself },
};

const char *
ident_code(enum ident_type type)
{
	static const char *const codes[IDENT_N] = {
		"",
#define X(name, code, label) code,
		IDENT_TYPES(X)
#undef X
	};

	assert(type < IDENT_N);
	return codes[type];
}

enum ident_type
ident_of_code(const char *code)
{
	for (int i = IDENT_NONE + 1; i < IDENT_N; i++)
		if (strcmp(ident_code((enum ident_type)i), code) == 0)
			return (enum ident_type)i;
	return IDENT_NONE;
}

/* Copy text without outer blanks; false if it had to be cut. */
static bool
trim(const char *text, char out[IDENT_TEXT_SIZE])
{
	static const char blanks[] = " \t\r\n";

	text += strspn(text, blanks);
	size_t len = strlen(text), whole;

	while (len > 0 && strchr(blanks, text[len - 1]))
		len--;
	whole = len;
	if (len >= IDENT_TEXT_SIZE)
		for (len = IDENT_TEXT_SIZE - 1; len > 0 &&
		     ((unsigned char)text[len] & 0xC0) == 0x80;)
			len--;
	memcpy(out, text, len);
	out[len] = '\0';
	return len == whole;
}

bool
ident_normalise(enum ident_type type, const char *text,
	char out[IDENT_TEXT_SIZE], struct err *err)
{
	char trimmed[IDENT_TEXT_SIZE];

	assert(type < IDENT_N);
	if (!trim(text, trimmed)) {
		memcpy(out, trimmed, sizeof(trimmed));
		return err_set(err, ERR_INVALID, _("this is longer than any "
			"number or address of its kind"));
	}
	if (rules[type].normalise(trimmed, out, err))
		return true;
	memcpy(out, trimmed, strlen(trimmed) + 1);
	return false;
}

bool
ident_key(enum ident_type type, const char *normal, char out[IDENT_TEXT_SIZE])
{
	assert(type < IDENT_N);
	return rules[type].key && rules[type].key(normal, out);
}
