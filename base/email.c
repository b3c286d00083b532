/* SPDX-License-Identifier: GPL-3.0-or-later */
/* email.c - see email.h. */
#include "base/email.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/domain.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include "base/banned.h"

enum { MAX_LOCAL_PART = 64 };	/* RFC 5321 section 4.5.3.1.1 */

/* Letters, digits, marks and signs: what RFC 6531 adds to a local part. */
static bool
is_beyond_ascii(int32_t cp)
{
	if (cp < 0x80)
		return false;
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PO:
		return true;
	default:
		return domain_is_letter(cp);
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
		if (!dot && !(cp > 0 && cp < 0x80 && (strchr(signs, cp) ||
		    domain_is_letter(cp))) && !is_beyond_ascii(cp))
			return false;
		after_dot = dot;
	}
	return len > 0 && !after_dot;
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
	if (!domain_is(at + 1))
		return err_set(err, ERR_INVALID, _("what follows the @ is not "
			"a domain such as example.org"));

	char *domain = domain_lower(at + 1);
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
