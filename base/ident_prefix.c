/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_prefix.c - see ident_prefix.h. */
#include "base/ident_prefix.h"

#include <stdint.h>
#include <string.h>

#include "base/domain.h"
#include "base/ident.h"
#include "base/squeeze.h"
#include "base/utf8.h"

#include "base/banned.h"

/* "RO:" of "ro : ...", 0 if there is none; the letters that follow in *rest. */
static bool
read_country(const char *squeezed, char country[3])
{
	if (strlen(squeezed) < 3 || squeezed[2] != ':')
		return false;
	memcpy(country, squeezed, 2);
	country[2] = '\0';
	if (strcmp(country, "EL") == 0)
		memcpy(country, "GR", 3);
	if (strcmp(country, "UK") == 0)
		memcpy(country, "GB", 3);
	return ident_country(country);
}

bool
ident_prefixed(const struct ident_prefix *rule, const char *text, char *out)
{
	char squeezed[IDENT_TEXT_SIZE], country[3];
	size_t len = 0, count = 0, words = 0, bytes;
	int32_t cp;

	if (!squeeze_letters(text, squeezed, sizeof(squeezed)) ||
	    !read_country(squeezed, country))
		return false;
	memcpy(out, country, 2);
	out[2] = ':';
	len = 3;
	for (const char *p = squeezed + 3; *p; p += bytes) {
		bytes = utf8_next(p, strlen(p), &cp);
		bool is_word = domain_is_letter(cp);

		if (!is_word && cp > 0 && cp < 0x80 && strchr(rule->dropped, cp))
			continue;
		if (!is_word && !(cp > 0 && cp < 0x80 && strchr(rule->kept, cp)))
			return false;
		words += is_word;
		count++;
		memcpy(out + len, p, bytes);
		len += bytes;
	}
	out[len] = '\0';
	return words > 0 && count <= rule->most;
}
