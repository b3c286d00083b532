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
 * Accepted besides: 31.1.2027, 1.2027, "2026-03-14 14:00" (in zone; a trailing Z or offset
 * is kept), today tomorrow yesterday now, +3d -2w +1m +1y, mon..sun with an
 * optional time (the next such day, never today). Slashes are refused, for 1/2/27 means two
 * days. The calendar is checked (no 31 February; a time that daylight saving
 * leaves out is refused). Independent of the locale. now is ms UTC, zone an IANA
 * name that decides what "today" is.
 */
bool date_parse(const char *text, int64_t now, const char *zone,
	char out[DATE_TEXT_SIZE], struct err *err);

/* Is text a canonical date as date_parse writes? */
bool date_is_canonical(const char *text);

/*
 * The sort key of a canonical date: ASCII that orders by strcmp in time order
 * ("20260314T120000", UTC where a time is known; "202603" before each of its days).
 */
void date_key(const char *canonical, char key[DATE_KEY_SIZE]);

/*
 * For filters: the same words read as an instant, a bare length ("7d", "-2d", "2w")
 * counting from now. first and after get the sort keys of the
 * beginning of what was named and of the first moment after it ("2026-03" is
 * all of March; "7d" is one moment, first equals after).
 */
bool date_range(const char *text, int64_t now, const char *zone,
	char first[DATE_KEY_SIZE], char after[DATE_KEY_SIZE], struct err *err);

/* The sort key of an act's time. */
void date_key_of_ms(int64_t ms, char key[DATE_KEY_SIZE]);

/* "14 Mar 2026 14:00" stays out: screens show canonical text shortened, without
 * offset and zone. Writes at most size bytes. */
void date_short(const char *canonical, char *out, size_t size);

#endif
