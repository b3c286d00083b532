/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field.c - see field.h. */
#include "base/field.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/strbuf.h"

#include "base/banned.h"

static const struct {
	const char *word;
	size_t max;		/* where the field says nothing else */
} types[FIELD_TYPE_N] = {
	[FIELD_TEXT] = { "text", 1000 },
	[FIELD_LONG] = { "long", 1 << 20 },
	[FIELD_CODE] = { "code", 64 },
	[FIELD_TAGS] = { "tags", 1000 },
	[FIELD_CODES] = { "codes", 500 },
	[FIELD_REF] = { "ref", 200 },
	[FIELD_DATE] = { "date", DATE_TEXT_SIZE - 1 },
	[FIELD_MONEY] = { "money", MONEY_TEXT_SIZE - 1 },
	[FIELD_COUNT] = { "count", 16 },	/* 10^15 */
	[FIELD_PERCENT] = { "percent", 16 },	/* 33.3333 % */
	[FIELD_TIME] = { "time", 20 },		/* any int64_t */
	[FIELD_IDENT] = { "ident", IDENT_TEXT_SIZE - 1 },
	[FIELD_ACCOUNT] = { "account", 64 },
	[FIELD_STATE] = { "state", 64 },	/* an unknown one is kept */
};

size_t
field_max(const struct field *f)
{
	assert((size_t)f->type < FIELD_TYPE_N);
	return f->max ? f->max : types[f->type].max;
}

const char *
field_type_word(enum field_type type)
{
	assert((size_t)type < FIELD_TYPE_N);
	return types[type].word;
}

const struct field_code *
field_code(const struct field_code *codes, const char *text, size_t len)
{
	for (; codes->code; codes++) {
		if (strlen(codes->code) == len &&
		    strncasecmp(codes->code, text, len) == 0)
			return codes;
	}
	return NULL;
}

void
field_codes_text(const struct field_code *codes, struct strbuf *out)
{
	for (const struct field_code *c = codes; c->code; c++) {
		if (c != codes)
			strbuf_puts(out, c[1].code ? ", " : _(" or "));
		strbuf_puts(out, c->code);
	}
}

const char *
field_code_label(const struct field_code *codes, const char *code)
{
	const struct field_code *c = field_code(codes, code, strlen(code));

	return c && *c->label ? _(c->label) : code;
}
