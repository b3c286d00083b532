/* SPDX-License-Identifier: GPL-3.0-or-later */
/* domain.c - see domain.h. */
#include "base/domain.h"

#include <string.h>

#include <utf8proc.h>

#include "base/punycode.h"
#include "base/utf8.h"

#include "base/banned.h"

enum { MAX_LABEL = 63 };	/* RFC 1035 section 2.3.4 */

bool
domain_is_letter(int32_t cp)
{
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ND:
		return true;
	default:
		return false;
	}
}

static bool
is_label(const char *label, size_t len)
{
	size_t count = 0, bytes;
	int32_t cp;

	if (len == 0 || label[0] == '-' || label[len - 1] == '-')
		return false;
	for (size_t i = 0; i < len; i += bytes, count++) {
		bytes = utf8_next(label + i, len - i, &cp);
		if (cp != '-' && !domain_is_letter(cp))
			return false;
	}
	return count <= MAX_LABEL;
}

bool
domain_is(const char *text)
{
	size_t len = strcspn(text, ".");

	if (!text[len])
		return false;
	while (text[len]) {
		if (!is_label(text, len))
			return false;
		text += len + 1;
		len = strcspn(text, ".");
	}
	return is_label(text, len) && strspn(text, "0123456789") < len;
}

static utf8proc_int32_t
lower_of(utf8proc_int32_t cp, void *data)
{
	(void)data;
	return utf8proc_tolower(cp);
}

char *
domain_lower(const char *text)
{
	utf8proc_uint8_t *lower = NULL;

	utf8proc_map_custom((const utf8proc_uint8_t *)text, 0, &lower,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE,
		lower_of, NULL);
	return (char *)lower;
}

bool
domain_ascii(const char *lower, struct strbuf *out)
{
	for (;;) {
		size_t len = strcspn(lower, ".");

		if (!punycode_label(lower, len, out))
			return false;
		if (!lower[len])
			return true;
		strbuf_putc(out, '.');
		lower += len + 1;
	}
}
