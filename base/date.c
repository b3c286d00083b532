/* SPDX-License-Identifier: GPL-3.0-or-later */
/* date.c - see date.h. */
#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/when.h"
#include "base/zone.h"

#include "base/banned.h"

enum { A_MINUTE = 60, AN_HOUR = 60 * A_MINUTE, A_DAY = 24 * AN_HOUR };

/* After the key of every moment of the last year. */
#define KEY_OF_THE_END "99991231T235960"

/* "+02:00" */
enum { OFFSET_TEXT_SIZE = 8 };

static void
offset_text(int offset, char text[OFFSET_TEXT_SIZE])
{
	int minutes = abs(offset) / A_MINUTE % (24 * 60);

	snprintf(text, OFFSET_TEXT_SIZE, "%c%02d:%02d", offset < 0 ? '-' : '+',
		minutes / 60, minutes % 60);
}

static void
write_when(const struct when *w, char out[DATE_TEXT_SIZE])
{
	static const int lengths[] = {
		[WHEN_YEAR] = 4, [WHEN_MONTH] = 7, [WHEN_DAY] = 10,
		[WHEN_MINUTE] = 16, [WHEN_SECOND] = 19,
	};
	char text[64], offset[OFFSET_TEXT_SIZE];

	snprintf(text, sizeof(text), "%04d-%02d-%02dT%02d:%02d:%02d",
		w->date.year, w->date.month, w->date.day, w->second / AN_HOUR,
		w->second / A_MINUTE % 60, w->second % A_MINUTE);
	text[lengths[w->precision]] = '\0';
	if (w->precision < WHEN_MINUTE)
		offset[0] = '\0';
	else if (w->zulu)
		snprintf(offset, sizeof(offset), "Z");
	else
		offset_text(w->offset, offset);
	snprintf(out, DATE_TEXT_SIZE, "%s%.19s%s%s%s%s", w->about ? "~" : "", text,
		offset, w->zone[0] ? "[" : "", w->zone, w->zone[0] ? "]" : "");
}

/* The wall clock's time as seconds, as if it were UTC. */
static int64_t
local_of(const struct when *w)
{
	return calendar_day(w->date) * A_DAY + w->second;
}

static bool
refuse_zone(const char *zone, struct err *err)
{
	return err_set(err, ERR_INVALID, _("the time zone %s is not known "
		"here; write a name such as Europe/Bucharest, or an offset (+02:00)"),
		zone_well_formed(zone) ? zone : "?");
}

static bool
check_year(const struct when *w, struct err *err)
{
	struct calendar_date utc = w->date;

	/* Keys have four digits for the year in UTC too. */
	if (w->precision >= WHEN_MINUTE && utc.year >= WHEN_FIRST_YEAR &&
	    utc.year <= WHEN_LAST_YEAR) {
		int second;
		int64_t day = calendar_split(local_of(w) - w->offset, &second);

		utc = calendar_date(day);
	}
	return (utc.year >= WHEN_FIRST_YEAR && utc.year <= WHEN_LAST_YEAR) ||
		err_set(err, ERR_INVALID, _("years go from %d to %d"),
			WHEN_FIRST_YEAR, WHEN_LAST_YEAR);
}

/* Find the offset of a wall clock's time, or check the one that was given. */
static bool
settle_offset(struct when *w, const char *zone, struct err *err)
{
	char clock[DATE_TEXT_SIZE], here[OFFSET_TEXT_SIZE];
	int offset[2];

	if (w->has_offset && !w->zone[0])
		return true;
	if (!zone_known(w->zone[0] ? w->zone : zone))
		return refuse_zone(w->zone[0] ? w->zone : zone, err);
	if (!w->zone[0])
		snprintf(w->zone, sizeof(w->zone), "%s", zone);

	int count = zone_offsets(w->zone, local_of(w), offset);

	snprintf(clock, sizeof(clock), "%02d:%02d", w->second / AN_HOUR,
		w->second / A_MINUTE % 60);
	if (count == 0)
		return err_set(err, ERR_INVALID, _("there is no %s on that day "
			"in %s, where clocks leap over it; write an earlier or "
			"later time"), clock, w->zone);
	offset_text(offset[0], here);
	if (w->has_offset && w->offset != offset[0] &&
	    (count == 1 || w->offset != offset[1]))
		return err_set(err, ERR_INVALID, _("at that time %s is at %s "
			"from UTC; write that offset, or none"), w->zone, here);
	if (!w->has_offset)
		w->offset = offset[0];
	if (w->offset % A_MINUTE != 0)
		return err_set(err, ERR_INVALID, _("at that time the clocks of "
			"%s were not whole minutes from UTC; write an offset "
			"instead of a zone, such as +02:00"), w->zone);
	return true;
}

/* The time on a wall clock in zone at an instant. */
static void
read_wall_clock(struct when *w, int64_t instant, const char *zone)
{
	int second;

	w->offset = zone_offset(zone, instant);
	w->date = calendar_date(calendar_split(instant + w->offset, &second));
	w->second = second - second % A_MINUTE;
	w->precision = WHEN_MINUTE;
	w->has_offset = true;
	snprintf(w->zone, sizeof(w->zone), "%s", zone);
}

static void
shift_day(struct when *w, int64_t today)
{
	if (w->form == WHEN_DAYS_AWAY)
		w->date = calendar_date(today + w->n);
	else if (w->form == WHEN_WEEKDAY)
		w->date = calendar_date(today + 1 + (w->n + 6 -
			calendar_weekday(today)) % 7);
	else if (w->unit == 'd' || w->unit == 'w')
		w->date = calendar_date(today + w->n *
			(w->unit == 'w' ? 7 : 1));
	else
		w->date = calendar_add_months(calendar_date(today), w->n *
			(w->unit == 'y' ? 12 : 1));
}

/* Turn words into a date, and give a time its offset. */
static bool
settle(struct when *w, int64_t now, const char *zone, struct err *err)
{
	int64_t instant = now / 1000 - (now % 1000 < 0);
	int second;

	if (w->form != WHEN_DATE) {
		if (!zone_known(zone))
			return refuse_zone(zone, err);
		if (w->form == WHEN_NOW)
			read_wall_clock(w, instant, zone);
		else if (w->unit == 'h')
			read_wall_clock(w, instant + w->n * (int64_t)AN_HOUR,
				zone);
		else
			shift_day(w, calendar_split(
				instant + zone_offset(zone, instant), &second));
		if (!check_year(w, err))
			return false;
	}
	if (w->precision < WHEN_MINUTE)
		return true;
	return settle_offset(w, zone, err) && check_year(w, err);
}

bool
date_parse(const char *text, int64_t now, const char *zone,
	char out[DATE_TEXT_SIZE], struct err *err)
{
	struct when w;

	if (!when_scan(text, &w, err))
		return false;
	if (w.form == WHEN_LENGTH && !w.sign)
		return err_set(err, ERR_INVALID, _("write +%d%c for so much "
			"later than now, -%d%c for earlier"), w.n, w.unit, w.n,
			w.unit);
	if (!settle(&w, now, zone, err))
		return false;
	write_when(&w, out);
	return true;
}

/* Read what date_parse once wrote. */
static bool
read_canonical(const char *text, struct when *w)
{
	char again[DATE_TEXT_SIZE];

	if (!when_scan(text, w, NULL) || w->form != WHEN_DATE)
		return false;
	if (w->precision >= WHEN_MINUTE && !w->has_offset)
		return false;
	write_when(w, again);
	return !strcmp(text, again) && check_year(w, NULL);
}

/* The key of an instant; the calendar's ends stand for what lies beyond. */
static void
key_of_instant(int64_t instant, char key[DATE_KEY_SIZE])
{
	int s;
	struct calendar_date date = calendar_date(calendar_split(instant, &s));

	if (date.year < 0)
		snprintf(key, DATE_KEY_SIZE, "0000");
	else if (date.year > WHEN_LAST_YEAR)
		snprintf(key, DATE_KEY_SIZE, KEY_OF_THE_END);
	else
		snprintf(key, DATE_KEY_SIZE, "%04d%02d%02dT%02d%02d%02d",
			date.year, date.month, date.day, s / AN_HOUR,
			s / A_MINUTE % 60, s % A_MINUTE);
}

/* The key of a day, month or year. */
static void
key_of_date(struct calendar_date date, enum when_precision precision,
	char key[DATE_KEY_SIZE])
{
	static const int lengths[] = {
		[WHEN_YEAR] = 4, [WHEN_MONTH] = 6, [WHEN_DAY] = 8,
	};

	if (date.year > WHEN_LAST_YEAR) {
		snprintf(key, DATE_KEY_SIZE, KEY_OF_THE_END);
		return;
	}
	snprintf(key, DATE_KEY_SIZE, "%04d%02d%02d", date.year, date.month,
		date.day);
	key[lengths[precision]] = '\0';
}

static void
key_of_when(const struct when *w, char key[DATE_KEY_SIZE])
{
	if (w->precision >= WHEN_MINUTE)
		key_of_instant(local_of(w) - w->offset, key);
	else
		key_of_date(w->date, w->precision, key);
}

void
date_key(const char *canonical, char key[DATE_KEY_SIZE])
{
	struct when w;

	key[0] = '\0';
	if (read_canonical(canonical, &w))
		key_of_when(&w, key);
}

bool
date_key_before(const char *key, const char *other)
{
	size_t n = strlen(key), m = strlen(other);

	return strncmp(key, other, n < m ? n : m) < 0;
}

void
date_key_of_ms(int64_t ms, char key[DATE_KEY_SIZE])
{
	key_of_instant(ms / 1000 - (ms % 1000 < 0), key);
}

int
date_against(const char *canonical, int64_t ms)
{
	char key[DATE_KEY_SIZE], moment[DATE_KEY_SIZE];

	date_key(canonical, key);
	date_key_of_ms(ms, moment);
	return strncmp(key, moment, strlen(key));
}

/*
 * Where a day, month or year begins among the keys. Days that are known alone
 * have keys without a zone, times have UTC: east of UTC the day begins in the
 * evening before, and that comes first.
 */
static void
key_of_beginning(struct calendar_date date, enum when_precision precision,
	const char *zone, char key[DATE_KEY_SIZE])
{
	char midnight[DATE_KEY_SIZE];
	int64_t local = calendar_day(date) * A_DAY;
	int offset[2];

	/* Where clocks leap over midnight, offset[0] leads to the leap. */
	zone_offsets(zone, local, offset);
	key_of_instant(local - offset[0], midnight);
	key_of_date(date, precision, key);
	if (strcmp(midnight, key) < 0)
		snprintf(key, DATE_KEY_SIZE, "%s", midnight);
}

/* now plus a length; days are 24 hours, months and years keep the time. */
static int64_t
instant_away(const struct when *w, int64_t instant)
{
	int second;
	int64_t day;

	switch (w->unit) {
	case 'h':
		return instant + w->n * (int64_t)AN_HOUR;
	case 'd':
		return instant + w->n * (int64_t)A_DAY;
	case 'w':
		return instant + w->n * (int64_t)(7 * A_DAY);
	}
	day = calendar_split(instant, &second);
	return calendar_day(calendar_add_months(calendar_date(day),
		w->n * (w->unit == 'y' ? 12 : 1))) * A_DAY + second;
}

bool
date_range(const char *text, int64_t now, const char *zone,
	char first[DATE_KEY_SIZE], char after[DATE_KEY_SIZE], struct err *err)
{
	int64_t instant = now / 1000 - (now % 1000 < 0);
	struct when w;

	if (!when_scan(text, &w, err))
		return false;
	if (w.form == WHEN_NOW ||
	    (w.form == WHEN_LENGTH && w.precision == WHEN_DAY)) {
		if (w.form == WHEN_LENGTH)
			instant = instant_away(&w, instant);
		key_of_instant(instant, first);
		key_of_instant(instant, after);
		return true;
	}
	if (!zone_known(zone))
		return refuse_zone(zone, err);
	if (!settle(&w, now, zone, err))
		return false;
	if (w.precision >= WHEN_MINUTE) {
		key_of_when(&w, first);
		key_of_instant(local_of(&w) - w.offset +
			(w.precision == WHEN_MINUTE ? A_MINUTE : 1), after);
		return true;
	}
	key_of_beginning(w.date, w.precision, zone, first);
	struct calendar_date next = w.precision == WHEN_DAY ?
		calendar_date(calendar_day(w.date) + 1) :
		calendar_add_months(w.date, w.precision == WHEN_YEAR ? 12 : 1);

	key_of_beginning(next, w.precision, zone, after);
	return true;
}

/* A canonical date as people write it, to the minute; what is none as it stands. */
static void
show(const char *canonical, bool exact, char *out, size_t size)
{
	struct when w;
	char text[DATE_TEXT_SIZE], offset[OFFSET_TEXT_SIZE] = "";

	/* A day, a month or a year is as short as it gets. */
	if (!strchr(canonical, 'T') || !read_canonical(canonical, &w)) {
		snprintf(out, size, "%s", canonical);
		return;
	}
	if (w.precision == WHEN_SECOND)
		w.precision = WHEN_MINUTE;
	w.zone[0] = '\0';
	write_when(&w, text);
	if (w.precision == WHEN_MINUTE) {
		char *t = strchr(text, 'T');

		*t = ' ';
		t[strlen(" 14:00")] = '\0';
		if (exact && w.zulu)
			snprintf(offset, sizeof(offset), "UTC");
		else if (exact)
			offset_text(w.offset, offset);
	}
	snprintf(out, size, "%s%s%s", text, *offset ? " " : "", offset);
}

void
date_short(const char *canonical, char *out, size_t size)
{
	show(canonical, false, out, size);
}

void
date_exact(const char *canonical, char *out, size_t size)
{
	show(canonical, true, out, size);
}

/* Where a clock stands: "Bucharest" of Europe/Bucharest, "+02:00", "UTC". */
static void
place_of(const struct when *w, char place[DATE_TEXT_SIZE])
{
	const char *slash = strrchr(w->zone, '/');

	if (w->zulu)
		snprintf(place, DATE_TEXT_SIZE, "UTC");
	else if (*w->zone)
		snprintf(place, DATE_TEXT_SIZE, "%s", slash ? slash + 1 : w->zone);
	else
		offset_text(w->offset, place);
	for (char *c = place; *c; c++)
		if (*c == '_')
			*c = ' ';
}

void
date_local(const char *canonical, const char *zone, char *out, size_t size)
{
	char text[DATE_TEXT_SIZE], place[DATE_TEXT_SIZE];
	struct when w;

	date_short(canonical, out, size);
	if (!zone || !strchr(canonical, 'T') || !read_canonical(canonical, &w) ||
	    (zone_known(zone) &&
	     zone_offset(zone, local_of(&w) - w.offset) == w.offset))
		return;
	place_of(&w, place);
	strbuf_fill(text, sizeof(text), out);
	snprintf(out, size, "%s %s", text, place);
}
