/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day.c - see day.h. */
#include "ui/day.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/banned.h"

static const char *
zone_of(const char *zone)
{
	return zone ? zone : "UTC";
}

bool
day_read(const char *typed, const char *zone, char **day, struct err *err)
{
	char date[DATE_TEXT_SIZE] = "";

	if (*typed && !date_parse(typed, clock_now(), zone_of(zone), date, err))
		return false;
	free(*day);
	*day = *date ? xstrdup(date) : NULL;
	return true;
}

/* A day is over with its last moment where the person is. */
static bool
lies_ahead(const char *day, const char *zone, bool *ahead, struct err *err)
{
	char first[DATE_KEY_SIZE], after[DATE_KEY_SIZE], now[DATE_KEY_SIZE];
	int64_t at = clock_now();

	if (!date_range(day, at, zone_of(zone), first, after, err))
		return false;
	date_key_of_ms(at, now);
	*ahead = strcmp(after, now) > 0;
	return true;
}

bool
day_ahead(const char *typed, const char *zone, char **day, struct err *err)
{
	char *read = NULL;
	bool ahead = true;
	bool ok = day_read(typed, zone, &read, err) &&
		(!read || lies_ahead(read, zone, &ahead, err)) &&
		(ahead || err_set(err, ERR_RULE, _("%.40s is over already"),
			typed));

	if (ok) {
		free(*day);
		*day = read;
		read = NULL;
	}
	free(read);
	return ok;
}

void
day_put(struct strbuf *out, const char *day, const char *zone)
{
	char text[DATE_TEXT_SIZE];

	date_local(day, zone, text, sizeof(text));
	strbuf_puts(out, text);
}
