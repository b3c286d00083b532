/* SPDX-License-Identifier: GPL-3.0-or-later */
/* email.c - see email.h. */
#include "base/email.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/i18n.h"
#include "base/utf8.h"

#include "base/banned.h"

enum {
	MAX_LOCAL_PART = 64,	/* RFC 5321 section 4.5.3.1.1 */
	MAX_LABEL = 63,		/* RFC 1035 section 2.3.4 */
};

/* Letters, digits, marks, and in a local part signs too: what RFC 6531 adds. */
static bool
is_word(utf8proc_int32_t cp, bool signs)
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
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PO:
		return signs;
	default:
		return false;
	}
}

/* "ana pop": printable ASCII, a backslash before a quote or itself. */
static bool
is_quoted(const char *local, size_t len)
{
	if (len < 3 || local[0] != '"' || local[len - 1] != '"')
		return false;
	for (size_t i = 1; i + 1 < len; i++) {
		if (local[i] == '\\')
			i++;
		else if (local[i] == '"')
			return false;
		if (i + 1 >= len || local[i] < ' ' || local[i] > '~')
			return false;
	}
	return true;
}

/* Words parted by single dots; atext of RFC 5322 and what is not ASCII. */
static bool
is_dot_atom(const char *local, size_t len)
{
	static const char signs[] = "!#$%&'*+-/=?^_`{|}~";
	bool after_dot = true;
	size_t bytes;
	int32_t cp;

	for (size_t i = 0; i < len; i += bytes) {
		bytes = utf8_next(local + i, len - i, &cp);
		bool dot = cp == '.';

		if (dot && after_dot)
			return false;
		if (!dot && !(cp > 0 && cp < 0x80 && strchr(signs, cp)) &&
		    !is_word(cp, cp >= 0x80))
			return false;
		after_dot = dot;
	}
	return len > 0 && !after_dot;
}

/* One label: letters, digits and marks, dashes within, 63 at most. */
static bool
is_label(const char *label, size_t len)
{
	size_t count = 0, bytes;
	int32_t cp;

	if (len == 0 || label[0] == '-' || label[len - 1] == '-')
		return false;
	for (size_t i = 0; i < len; i += bytes, count++) {
		bytes = utf8_next(label + i, len - i, &cp);
		if (cp != '-' && !is_word(cp, false))
			return false;
	}
	return count <= MAX_LABEL;
}

/* Two labels or more, the last not all digits. */
static bool
is_domain(const char *domain)
{
	size_t len = strcspn(domain, ".");

	if (!domain[len])
		return false;
	while (domain[len]) {
		if (!is_label(domain, len))
			return false;
		domain += len + 1;
		len = strcspn(domain, ".");
	}
	return is_label(domain, len) && strspn(domain, "0123456789") < len;
}

static utf8proc_int32_t
lower_of(utf8proc_int32_t cp, void *data)
{
	(void)data;
	return utf8proc_tolower(cp);
}

/* The domain in lower case, composed (NFC); NULL if it is not UTF-8. The caller
 * frees. */
static char *
lower_domain(const char *domain)
{
	utf8proc_uint8_t *lower = NULL;

	utf8proc_map_custom((const utf8proc_uint8_t *)domain, 0, &lower,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE,
		lower_of, NULL);
	return (char *)lower;
}

bool
email_normalise(const char *text, char *out, struct err *err)
{
	const char *at = strrchr(text, '@');
	size_t len = at ? (size_t)(at - text) : 0;

	if (!at || len > MAX_LOCAL_PART ||
	    !(is_dot_atom(text, len) || is_quoted(text, len)))
		return err_set(err, ERR_INVALID, _("an e-mail address is a "
			"name of at most %d characters, @ and a domain, such "
			"as ana@example.org"), MAX_LOCAL_PART);
	if (!is_domain(at + 1))
		return err_set(err, ERR_INVALID, _("what follows the @ is not "
			"a domain such as example.org"));

	char *domain = lower_domain(at + 1);
	size_t domain_len = domain ? strlen(domain) : 0;
	bool fits = domain && len + 1 + domain_len <= EMAIL_MAX;

	if (fits) {
		memcpy(out, text, len + 1);
		memcpy(out + len + 1, domain, domain_len + 1);
	}
	free(domain);
	return fits || err_set(err, ERR_INVALID, _("an e-mail address has at "
		"most %d bytes"), EMAIL_MAX);
}
