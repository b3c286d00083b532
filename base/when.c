/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.c - see when.h. */
#include "base/when.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"

#include "base/banned.h"

enum {
	MAX_DIGITS = 6,		/* of a length: no sum overflows */
	A_MINUTE = 60,
	AN_HOUR = 60 * A_MINUTE,
	/* No place was ever further from UTC (Manila: 15:56 west). */
	MAX_OFFSET = 16 * AN_HOUR,
};

static const char *const weekdays[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
	"sunday",
};

static bool
refuse(struct err *err)
{
	return err_set(err, ERR_INVALID, _("this is not a date; write "
		"2026-03-14, 14.3.2026, 2026-03, 2026, ~2026, today, fri or "
		"+3d, and a time after it as 14:00"));
}

static bool
refuse_time(struct err *err)
{
	return err_set(err, ERR_INVALID, _("this is not a time; write 14:00 or "
		"14:00:30 (00:00 to 23:59:59), and Z, +02:00 or a zone such as "
		"[Europe/Bucharest] after it if it is not local"));
}

static bool
refuse_length(struct err *err)
{
	return err_set(err, ERR_INVALID, _("a length is a number and one "
		"letter: +3d days, -2w weeks, +1m months, +1y years, +48h "
		"hours"));
}

/* Take up to max digits; returns how many there were. */
static int
take_digits(const char **p, int max, int *n)
{
	int count = 0;

	for (*n = 0; count < max && **p >= '0' && **p <= '9'; count++, ++*p)
		*n = *n * 10 + (**p - '0');
	return count;
}

static bool
take(const char **p, char c)
{
	if (**p != c)
		return false;
	++*p;
	return true;
}

static void
skip_blanks(const char **p)
{
	while (**p == ' ' || **p == '\t')
		++*p;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
check_date(const struct calendar_date *date, struct err *err)
{
	int last = calendar_month_days(date->year, date->month);

	if (date->year < WHEN_FIRST_YEAR || date->year > WHEN_LAST_YEAR)
		return err_set(err, ERR_INVALID,
			_("years go from %d to %d, with four digits"),
			WHEN_FIRST_YEAR, WHEN_LAST_YEAR);
	if (last == 0)
		return err_set(err, ERR_INVALID,
			_("there is no month %d; months go from 1 to 12"),
			date->month);
	if (date->day < 1 || date->day > last)
		return err_set(err, ERR_INVALID,
			_("there is no day %d in %04d-%02d; its last is %d"),
			date->day, date->year, date->month, last);
	return true;
}

/* 2026  2026-03  2026-03-14; the year is taken already. */
static bool
scan_iso(const char **p, int year, struct when *w, struct err *err)
{
	w->date = (struct calendar_date){ year, 1, 1 };
	w->precision = WHEN_YEAR;
	if (take(p, '-')) {
		if (take_digits(p, 2, &w->date.month) != 2)
			return refuse(err);
		w->precision = WHEN_MONTH;
		if (take(p, '-')) {
			if (take_digits(p, 2, &w->date.day) != 2)
				return refuse(err);
			w->precision = WHEN_DAY;
		}
	}
	return check_date(&w->date, err);
}

/* 14.3.2026  3.2026; the first number is taken already. */
static bool
scan_day_first(const char **p, int first, struct when *w, struct err *err)
{
	int n;
	int digits = take_digits(p, 4, &n);

	w->precision = WHEN_MONTH;
	w->date = (struct calendar_date){ n, first, 1 };
	if (digits && digits <= 2 && take(p, '.')) {
		digits = take_digits(p, 4, &w->date.year);
		w->date.month = n;
		w->date.day = first;
		w->precision = WHEN_DAY;
	}
	if (digits == 0)
		return refuse(err);
	if (digits != 4)
		return err_set(err, ERR_INVALID, _("write the year with four "
			"digits, and the day first: 14.3.2026"));
	return check_date(&w->date, err);
}

/* today tomorrow yesterday now, monday or mon */
static bool
scan_word(const char **p, struct when *w, struct err *err)
{
	static const struct {
		const char *word;
		enum when_form form;
		int n;
	} words[] = {
		{ "today", WHEN_DAYS_AWAY, 0 },
		{ "tomorrow", WHEN_DAYS_AWAY, 1 },
		{ "yesterday", WHEN_DAYS_AWAY, -1 },
		{ "now", WHEN_NOW, 0 },
	};
	char word[12];
	size_t len = 0;

	for (; len < sizeof(word) - 1 && lower(**p) >= 'a' &&
	     lower(**p) <= 'z'; ++*p)
		word[len++] = lower(**p);
	word[len] = '\0';
	w->precision = WHEN_DAY;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (!strcmp(word, words[i].word)) {
			w->form = words[i].form;
			w->n = words[i].n;
			return true;
		}
	}
	for (int i = 0; len >= 3 && i < (int)ARRAY_SIZE(weekdays); i++) {
		if (!strncmp(word, weekdays[i], len)) {
			w->form = WHEN_WEEKDAY;
			w->n = i;
			return true;
		}
	}
	return refuse(err);
}

/* +3d -2w +1m +1y +48h; the sign, if any, and the number are taken already. */
static bool
scan_unit(const char **p, struct when *w, struct err *err)
{
	w->form = WHEN_LENGTH;
	w->precision = WHEN_DAY;
	w->unit = lower(**p);
	if (!w->unit || !strchr("hdwmy", w->unit))
		return w->sign ? refuse_length(err) : refuse(err);
	++*p;
	if (w->sign == '-')
		w->n = -w->n;
	return true;
}

/* Z  +02:00  +0200  +02 */
static bool
scan_offset(const char **p, struct when *w, struct err *err)
{
	char sign = **p;
	int hours, minutes = 0;

	++*p;
	w->has_offset = true;
	if (lower(sign) == 'z') {
		w->zulu = true;
		return true;
	}
	if (take_digits(p, 2, &hours) != 2)
		return refuse_time(err);
	bool colon = take(p, ':');
	int digits = take_digits(p, 2, &minutes);

	if ((digits != 2 && (digits || colon)) || minutes > 59)
		return refuse_time(err);
	w->offset = hours * AN_HOUR + minutes * A_MINUTE;
	if (w->offset >= MAX_OFFSET)
		return refuse_time(err);
	if (sign == '-')
		w->offset = -w->offset;
	/* -00:00 says that the local offset is not known, as Z does (RFC 9557
	 * section 2). */
	w->zulu = sign == '-' && w->offset == 0;
	return true;
}

static bool
scan_zone(const char **p, struct when *w, struct err *err)
{
	size_t len = strcspn(*p, "]");

	if ((*p)[len] != ']' || len >= sizeof(w->zone))
		return refuse_time(err);
	memcpy(w->zone, *p, len);
	w->zone[len] = '\0';
	if (!zone_well_formed(w->zone))
		return refuse_time(err);
	*p += len + 1;
	w->zulu = false;
	return true;
}

/* 14:00  9:05  14:00:30+02:00[Europe/Bucharest] */
static bool
scan_time(const char **p, struct when *w, struct err *err)
{
	int hour, minute, second = 0;

	if (!take_digits(p, 2, &hour) || !take(p, ':') ||
	    take_digits(p, 2, &minute) != 2)
		return refuse_time(err);
	w->precision = WHEN_MINUTE;
	if (take(p, ':')) {
		if (take_digits(p, 2, &second) != 2)
			return refuse_time(err);
		w->precision = WHEN_SECOND;
	}
	if (hour > 23 || minute > 59 || second > 59)
		return refuse_time(err);
	w->second = hour * AN_HOUR + minute * A_MINUTE + second;
	if (**p && strchr("Zz+-", **p) && !scan_offset(p, w, err))
		return false;
	return !take(p, '[') || scan_zone(p, w, err);
}

static bool
scan_day(const char **p, struct when *w, struct err *err)
{
	int n;

	if (**p == '+' || **p == '-')
		w->sign = *(*p)++;
	int digits = take_digits(p, MAX_DIGITS, &n);

	if (digits == 0)
		return w->sign ? refuse(err) : scan_word(p, w, err);
	if (!w->sign && digits <= 2 && take(p, '.'))
		return scan_day_first(p, n, w, err);
	if (!w->sign && digits == 4 && (!**p || strchr("- \t", **p)))
		return scan_iso(p, n, w, err);
	w->n = n;
	return scan_unit(p, w, err);
}

bool
when_scan(const char *text, struct when *w, struct err *err)
{
	const char *p = text;

	memset(w, 0, sizeof(*w));
	if (strchr(text, '/') && !strchr(text, '['))
		return err_set(err, ERR_INVALID, _("a date with slashes can "
			"mean two days; write 2026-03-14 or 14.3.2026"));
	skip_blanks(&p);
	w->about = take(&p, '~');
	if (!scan_day(&p, w, err))
		return false;

	bool joined = w->form == WHEN_DATE && lower(*p) == 't';
	bool apart = *p == ' ' || *p == '\t';

	skip_blanks(&p);
	if (joined || (apart && *p)) {
		p += joined;
		if (w->precision != WHEN_DAY || w->form == WHEN_NOW ||
		    w->unit == 'h')
			return refuse(err);
		if (!scan_time(&p, w, err))
			return false;
		skip_blanks(&p);
	}
	return *p == '\0' || refuse(err);
}
