/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rule.c - see rule.h. */
#include "src/rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "base/banned.h"

static const struct field *
field_at(const struct record *r, size_t index)
{
	return kind_field(r->kind, index);
}

void
rule_default(struct record *r, size_t index, const char *text)
{
	if (!record_text(r, index))
		record_set(r, index, text);
}

static bool
is_code_name(const char *s, size_t min, size_t max, bool dashed)
{
	size_t len = strlen(s);

	if (len < min || len > max || s[0] < 'A' || s[0] > 'Z' ||
	    s[len - 1] == '-')
		return false;
	for (size_t i = 0; i < len; i++)
		if (!((s[i] >= 'A' && s[i] <= 'Z') ||
		      (s[i] >= '0' && s[i] <= '9') || (dashed && s[i] == '-')))
			return false;
	return true;
}

bool
rule_code_name(struct record *r, size_t index, size_t min, size_t max,
	bool dashed, struct err *err)
{
	const struct field *f = field_at(r, index);
	char *upper = xstrdup(record_text(r, index));
	bool ok;

	for (char *c = upper; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	ok = is_code_name(upper, min, max, dashed);
	if (ok)
		record_set(r, index, upper);
	else
		err_field(err, ERR_INVALID, f->id,
			dashed ? _("%s: %zu to %zu of A-Z, 0-9 and -, a letter first, not \"%s\"")
			       : _("%s: %zu to %zu of A-Z and 0-9, a letter first, not \"%s\""),
			manner_field(f), min, max, record_text(r, index));
	free(upper);
	return ok;
}

bool
rule_hex(struct record *r, size_t index, size_t n, struct err *err)
{
	const char *text = record_text(r, index);

	if (!text)
		return true;
	char *lower = xstrdup(text);
	bool ok = strlen(lower) == n;

	for (char *c = lower; *c && ok; c++) {
		if (*c >= 'A' && *c <= 'F')
			*c = (char)(*c - 'A' + 'a');
		ok = (*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'f');
	}
	if (ok)
		record_set(r, index, lower);
	else
		err_field(err, ERR_INVALID, field_at(r, index)->id,
			_("%s: %zu hex digits, not \"%s\""),
			field_at(r, index)->name, n, text);
	free(lower);
	return ok;
}

bool
rule_header(struct record *r, struct err *err)
{
	const char *legal = record_text(r, HEADER_LEGAL);

	if (!(r->kind->header & HEADER_BIT(HEADER_SHARE)))
		return true;
	if (record_has(r, HEADER_HANDLING, "H3") &&
	    !record_text(r, HEADER_HANDLING_TEXT))
		return err_field(err, ERR_RULE,
			header_fields[HEADER_HANDLING_TEXT].id,
			_("handling_text: H3 needs words that say what it restricts"));
	if (legal && strcmp(legal, "restricted") == 0 &&
	    !record_text(r, HEADER_LEGAL_REASON))
		return err_field(err, ERR_RULE,
			header_fields[HEADER_LEGAL_REASON].id,
			_("legal_reason: a restricted record needs the reason"));
	if (record_text(r, HEADER_SPECIAL) &&
	    !record_text(r, HEADER_SPECIAL_REASON))
		return err_field(err, ERR_RULE,
			header_fields[HEADER_SPECIAL_REASON].id,
			_("special_reason: say why it is strictly necessary (Directive (EU) 2016/680, art. 10)"));
	return true;
}
