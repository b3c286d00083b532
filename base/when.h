/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.h - a date or time as it was typed, taken apart; for date.c. */
#ifndef BASE_WHEN_H
#define BASE_WHEN_H

#include <stdbool.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/zone.h"

enum { WHEN_FIRST_YEAR = 1000, WHEN_LAST_YEAR = 9999 };

/* How the day was named. */
enum when_form {
	WHEN_DATE,
	WHEN_DAYS_AWAY,		/* today, tomorrow, yesterday */
	WHEN_WEEKDAY,
	WHEN_LENGTH,
	WHEN_NOW,
};

/* As far as it was known. */
enum when_precision {
	WHEN_YEAR, WHEN_MONTH, WHEN_DAY, WHEN_MINUTE, WHEN_SECOND
};

struct when {
	enum when_form form;
	enum when_precision precision;
	bool about;
	struct calendar_date date;	/* month and day are 1 if not known */
	int n;			/* of DAYS_AWAY, WEEKDAY (0 Monday), LENGTH */
	char sign, unit;	/* of LENGTH: one of hdwmy; sign 0 if none */
	int second;		/* of the day, from WHEN_MINUTE on */
	bool has_offset, zulu;	/* zulu: written Z */
	int offset;		/* seconds east of UTC, whole minutes */
	char zone[ZONE_NAME_SIZE];	/* well formed, or empty */
};

/* Read text; the calendar is checked, but no zone is looked up. */
bool when_scan(const char *text, struct when *w, struct err *err);

#endif
