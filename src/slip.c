/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slip.c - see slip.h. */
#include "src/slip.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "src/kind.h"
#include "base/banned.h"

enum {
	FIRST_YEAR = 1900,
	YEARS_AHEAD = 50,
	DAY_KEY = 8,		/* bytes of the key of a day */
	/* A day that has begun somewhere is no day to come; clocks differ. */
	EAST_MS = 14 * 60 * 60 * 1000,
	SKEW_MS = 5 * 60 * 1000,
};

static int
year_of(const char *key)
{
	char year[5];

	strbuf_fill(year, sizeof(year), key);
	return atoi(year);
}

static bool
is_to_come(const char *key, int64_t now)
{
	char then[DATE_KEY_SIZE];

	date_key_of_ms(now + (strlen(key) > DAY_KEY ? SKEW_MS : EAST_MS), then);
	return date_key_before(then, key);
}

/* The field that a date is not before; NULL. */
static const char *
text_before(const struct record *r, const struct field *f)
{
	return f->after ? record_text(r, kind_index(r->kind, f->after)) : NULL;
}

bool
slip_reads(const struct kind *k, size_t index, size_t other)
{
	const struct field *f = kind_field(k, index);

	return f && f->after && kind_index(k, f->after) == other;
}

bool
slip_of(struct strbuf *out, const struct record *r, size_t index, int64_t now)
{
	const struct field *f = kind_field(r->kind, index);
	const char *text = f && f->type == FIELD_DATE ? record_text(r, index) :
		NULL;
	const char *before = text ? text_before(r, f) : NULL;
	char key[DATE_KEY_SIZE] = "", other[DATE_KEY_SIZE] = "";
	char shown[DATE_TEXT_SIZE], today[DATE_KEY_SIZE];

	if (!text)
		return false;
	date_key(text, key);
	date_short(text, shown, sizeof(shown));
	date_key_of_ms(now, today);
	if (before)
		date_key(before, other);
	if (year_of(key) < FIRST_YEAR)
		strbuf_printf(out, _("%s: %s is before %d: a slip?"),
			manner_field(f), shown, FIRST_YEAR);
	else if (year_of(key) > year_of(today) + YEARS_AHEAD)
		strbuf_printf(out, _("%s: %s is more than %d years ahead: a slip?"),
			manner_field(f), shown, YEARS_AHEAD);
	else if ((f->flags & FIELD_PAST) && is_to_come(key, now))
		strbuf_printf(out, _("%s: %s is still to come: a slip?"),
			manner_field(f), shown);
	else if (before && date_key_before(key, other))
		strbuf_printf(out, _("%s: %s is before %s (%s): a slip?"),
			manner_field(f), shown, manner_field(kind_field(r->kind,
			kind_index(r->kind, f->after))), before);
	else
		return false;
	return true;
}
