/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grouped.c - see grouped.h. */
#include "src/grouped.h"

#include <string.h>

#include "base/i18n.h"
#include "src/codes.h"
#include "base/banned.h"

enum grouped_by
grouped_by(const struct kind *k, size_t index)
{
	const struct field *f = kind_field(k, index);

	if (!f || (f->flags & FIELD_HIDDEN) || index == HEADER_OF)
		return GROUPED_NOT;
	switch (f->type) {
	case FIELD_CODE:
	case FIELD_CODES:
	case FIELD_STATE:
	case FIELD_REF:
		return GROUPED_VALUE;
	case FIELD_DATE:
		return f->flags & FIELD_DUE ? GROUPED_DUE : GROUPED_MONTH;
	case FIELD_TIME:
		return GROUPED_MONTH;
	default:
		return GROUPED_NOT;
	}
}

void
grouped_label(const struct kind *k, size_t index, const char *value,
	struct strbuf *out)
{
	const struct field *f = kind_field(k, index);

	if (!*value)
		strbuf_puts(out, _("none"));
	else if (strcmp(value, GROUPED_UNTOLD) == 0)
		/* Over what is restricted and what holds special categories alike. */
		strbuf_puts(out, _("(told for a purpose: say why)"));
	else if (grouped_by(k, index) == GROUPED_DUE &&
	    strcmp(value, "past") == 0)
		strbuf_puts(out, _("closed"));
	else if (grouped_by(k, index) == GROUPED_DUE)
		strbuf_puts(out, field_code_label(codes_due, value));
	else if (f && f->type == FIELD_CODE)
		strbuf_puts(out, field_code_label(f->codes, value));
	else
		strbuf_puts(out, value);
}
