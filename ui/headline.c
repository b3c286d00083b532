/* SPDX-License-Identifier: GPL-3.0-or-later */
/* headline.c - see headline.h. */
#include "ui/headline.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/format.h"
#include "base/banned.h"

static void
part(struct strbuf *out, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_puts(out, out->len ? "  .  " : "");
	if (label)
		strbuf_printf(out, "%s ", label);
	strbuf_puts(out, text);
}

/* A value of the record as a person reads it; nothing when it is not set. */
static void
value(struct strbuf *out, const struct record *r, size_t index,
	const char *zone, bool label)
{
	struct strbuf text = STRBUF_INIT;

	if (kind_field(r->kind, index) && record_text(r, index)) {
		format_cell(&text, r, index, zone);
		part(out, label ? _(kind_field(r->kind, index)->label) : NULL,
			text.text);
	}
	strbuf_clear(&text);
}

/* Codes that people know by themselves: H2, B2. Their words stand below. */
static void
code(struct strbuf *out, const struct record *r, size_t index)
{
	if (kind_field(r->kind, index))
		part(out, NULL, record_text(r, index));
}

void
headline_put(struct strbuf *out, const struct record *r, const char *zone)
{
	static const size_t rest[] = { HEADER_REVIEW_ON, HEADER_ERASE_ON };

	if (r->kind->status)
		value(out, r, r->kind->status, zone, false);
	if (r->kind->due)
		value(out, r, r->kind->due, zone, true);
	code(out, r, HEADER_PARTY);
	value(out, r, HEADER_SHARE, zone, false);
	code(out, r, HEADER_HANDLING);
	code(out, r, HEADER_GRADE);
	for (size_t i = 0; i < ARRAY_SIZE(rest); i++)
		value(out, r, rest[i], zone, true);
	if (record_int(r, HEADER_VERSION) > 1)
		value(out, r, HEADER_VERSION, zone, true);
}
