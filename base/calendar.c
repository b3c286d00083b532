/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar.c - see calendar.h. */
#include "base/calendar.h"

#include "base/banned.h"

/* The calendar repeats itself every 400 years. */
enum {
	DAYS_OF_4_YEARS = 4 * 365 + 1,
	DAYS_OF_100_YEARS = 25 * DAYS_OF_4_YEARS - 1,
	DAYS_OF_400_YEARS = 4 * DAYS_OF_100_YEARS + 1,
	DAYS_TO_1970 = 719468,	/* from 1 March of the year 0 */
	SECONDS_OF_A_DAY = 24 * 60 * 60,
};

static int64_t
floor_div(int64_t n, int64_t by)
{
	return n / by - (n % by < 0);
}

int
calendar_month_days(int year, int month)
{
	static const int days[] = {
		0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
	};

	if (month < 1 || month > 12)
		return 0;
	if (month == 2 && year % 4 == 0 && (year % 100 || year % 400 == 0))
		return 29;
	return days[month];
}

/* Years are taken to begin in March: then the leap day comes last, and the
 * months before it follow the pattern 31 30 31 30 31 of 153 days. */
int64_t
calendar_day(struct calendar_date date)
{
	int64_t year = date.month > 2 ? date.year : (int64_t)date.year - 1;
	int64_t era = floor_div(year, 400), of_era = year - era * 400;
	int month = (date.month + 9) % 12;

	return era * DAYS_OF_400_YEARS + of_era * 365 + of_era / 4 -
		of_era / 100 + (153 * month + 2) / 5 + date.day - 1 -
		DAYS_TO_1970;
}

struct calendar_date
calendar_date(int64_t day)
{
	int64_t since = day + DAYS_TO_1970;
	int64_t era = floor_div(since, DAYS_OF_400_YEARS);
	int64_t rest = since - era * DAYS_OF_400_YEARS;
	int64_t leap_days = rest / (DAYS_OF_4_YEARS - 1) -
		rest / DAYS_OF_100_YEARS + rest / (DAYS_OF_400_YEARS - 1);
	int64_t year = (rest - leap_days) / 365;
	int of_year = (int)(rest - (365 * year + year / 4 - year / 100));
	int month = (5 * of_year + 2) / 153;

	return (struct calendar_date){
		.year = (int)(era * 400 + year + (month >= 10)),
		.month = month < 10 ? month + 3 : month - 9,
		.day = of_year - (153 * month + 2) / 5 + 1,
	};
}

int
calendar_weekday(int64_t day)
{
	/* 1970-01-01 was a Thursday. */
	return (int)(day + 3 - floor_div(day + 3, 7) * 7);
}

struct calendar_date
calendar_add_months(struct calendar_date date, int months)
{
	int64_t count = (int64_t)date.year * 12 + date.month - 1 + months;
	int64_t year = floor_div(count, 12);
	struct calendar_date sum = {
		(int)year, (int)(count - year * 12) + 1, date.day
	};
	int last = calendar_month_days(sum.year, sum.month);

	if (sum.day > last)
		sum.day = last;
	return sum;
}

int64_t
calendar_split(int64_t seconds, int *second)
{
	int64_t day = floor_div(seconds, SECONDS_OF_A_DAY);

	*second = (int)(seconds - day * SECONDS_OF_A_DAY);
	return day;
}
