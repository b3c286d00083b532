/* SPDX-License-Identifier: GPL-3.0-or-later */
/* date.h - dates of the domain: what was typed, as far as it was known. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { DATE_TEXT_SIZE = 112, DATE_KEY_SIZE = 32 };

/*
 * Read a date as people type it and write its canonical text:
 *   2026  2026-03  2026-03-14  ~2026-03-14 (about)
 *   2026-03-14T14:00+02:00[Europe/Bucharest]
 * Accepted besides: 31.1.2027, 1.2027; "2026-03-14 14:00" (in zone; a Z or an
 * offset that follows is kept and then stands alone, unless a [zone] was given
 * with it); seconds, which are kept if typed; today tomorrow yesterday, mon to
 * sun (the next such day, never today), +3d -2w +1m +1y, each with an optional
 * time; now and +48h, which are times. The last day of a month stands in for
 * one that it lacks: 31 January +1m is 28 February.
 *
 * Refused: slashes, for 1/2/27 means two days; years but 1000 to 9999; days
 * that the calendar lacks; times that daylight saving leaves out, or that the
 * zone does not have at the given offset. Of a time that comes twice the first
 * is meant. Independent of the locale. now is ms UTC, zone the IANA name that
 * decides what "today" is; it must be known here only if that matters.
 */
bool date_parse(const char *text, int64_t now, const char *zone,
	char out[DATE_TEXT_SIZE], struct err *err);

/*
 * The sort key of a canonical date: ASCII that orders by strcmp in time order
 * ("20260314T120000", UTC where a time is known; "202603" before each of its
 * days). Empty if text is no canonical date; the answer is the same on every
 * machine: zones are not looked up.
 */
void date_key(const char *canonical, char key[DATE_KEY_SIZE]);

/*
 * For filters: the same words, but a length ("7d", "-2d", "+2w", "48h") is an
 * instant, counted from now. first and after get the sort keys of the beginning
 * of what was named and of the first moment after it ("2026-03" is all of
 * March; "7d" is one moment, first equals after). Days begin in zone, which
 * must be known; west of UTC they begin no later than the key of the day.
 */
bool date_range(const char *text, int64_t now, const char *zone,
	char first[DATE_KEY_SIZE], char after[DATE_KEY_SIZE], struct err *err);

/* Is the one day before the other, by what both keys know? "2026" is neither before nor
 * after a day of that year. */
bool date_key_before(const char *key, const char *other);

/* The sort key of an act's time. */
void date_key_of_ms(int64_t ms, char key[DATE_KEY_SIZE]);

/* Where canonical text stands against a moment, as far as it is known: less than 0 before
 * it, more after it, 0 for the year, month, day or second that the moment is in. */
int date_against(const char *canonical, int64_t ms);

/* What screens show: canonical text without offset and zone, "2026-03-14
 * 14:00". Writes at most size bytes, the closing NUL among them. */
void date_short(const char *canonical, char *out, size_t size);

/* The same for who is in a zone (NULL: it is not known where): a time on a clock that
 * stands otherwise just then says where, "2026-03-14 14:00 Bucharest". */
void date_local(const char *canonical, const char *zone, char *out, size_t size);

/* The same with the offset of a time, "2026-03-14 14:00 +02:00": for what is read
 * where nobody knows whose clock it was. */
void date_exact(const char *canonical, char *out, size_t size);

#endif
