/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar.h - the Gregorian calendar, counted in days since 1970-01-01. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <stdint.h>

struct calendar_date {
	int year, month, day;	/* month 1 to 12, day 1 to 31 */
};

/* Days of a month, leap years minded; 0 if there is no such month. */
int calendar_month_days(int year, int month);

/* The number of a date that exists, and the date of a number. The calendar is
 * reckoned backwards without the change of 1582. */
int64_t calendar_day(struct calendar_date date);
struct calendar_date calendar_date(int64_t day);

/* 0 is Monday, 6 is Sunday. */
int calendar_weekday(int64_t day);

/* So many months later, or earlier; 31 January + 1 is the last of February. */
struct calendar_date calendar_add_months(struct calendar_date date,
	int months);

/* Which day a count of seconds since 1970 lies in, also before 1970; *second
 * is the second of that day. */
int64_t calendar_split(int64_t seconds, int *second);

#endif
