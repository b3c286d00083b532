/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clock.h - what time it is; tests and training stores stop it. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum { CLOCK_TEXT_SIZE = 40, CLOCK_ZONE_SIZE = 64 };

/* Milliseconds since 1970 UTC; the stopped time if stopped. */
int64_t clock_now(void);

/* A monotonic count of milliseconds, for time-outs only. */
int64_t clock_ticks(void);

/* From now on clock_now() answers ms, which each call moves on by step. */
void clock_stop(int64_t ms, int64_t step);
void clock_go(void);

/* The writer's IANA zone: $TZ if it names a zone file (by name or by path),
 * else what /etc/localtime points to, else "UTC". */
void clock_zone(char zone[CLOCK_ZONE_SIZE]);

/* From now on clock_zone() answers this zone; NULL: this machine's again. */
void clock_place(const char *zone);

/* "2026-03-14T12:00:00.123Z" for people and JSON; UTC. */
void clock_text(int64_t ms, char text[CLOCK_TEXT_SIZE]);

/* "2026-03-14 14:00" in the named zone, for screens; "2026-03-14 12:00Z" when
 * this machine does not know the zone. */
void clock_local(int64_t ms, const char *zone, char text[CLOCK_TEXT_SIZE]);

/* The same with the offset that the zone has then, "2026-03-14 14:00 +02:00". */
void clock_exact(int64_t ms, const char *zone, char text[CLOCK_TEXT_SIZE]);

#endif
