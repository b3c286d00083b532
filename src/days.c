/* SPDX-License-Identifier: GPL-3.0-or-later */
/* days.c - see days.h. */
#include "src/days.h"

#include <string.h>

#include "base/banned.h"

bool
days_read(int64_t now, const char *zone, struct days *d, struct err *err)
{
	char date[DATE_TEXT_SIZE];

	date_key_of_ms(now, d->now);
	if (!date_parse("today", now, zone, date, err))
		return false;
	date_key(date, d->today);
	if (!date_parse("+7d", now, zone, date, err))
		return false;
	date_key(date, d->week);
	return date_range("today", now, zone, d->first, d->after, err);
}

bool
days_over(const struct days *d, const char *key)
{
	return strchr(key, 'T') ? strcmp(key, d->now) < 0 :
		strncmp(key, d->today, strlen(key)) < 0;
}

enum desk_due_when
days_when(const struct days *d, const struct db_due *due)
{
	if (days_over(d, due->at))
		return due->what == DB_DUE_PASSES ? DESK_DUE_PAST : DESK_DUE_OVERDUE;
	/* A month that has begun is no day of it. */
	if (strlen(due->at) < strlen(d->today))
		return DESK_DUE_LATER;
	if (strcmp(due->at, d->after) < 0)
		return DESK_DUE_TODAY;
	return strncmp(due->at, d->week, strlen(d->week)) < 0 ? DESK_DUE_WEEK :
		DESK_DUE_LATER;
}
