/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone.h - time zones of the IANA database, by their names. The C library
 * knows one zone at a time, through TZ: only zone.c ever sets it, and puts it
 * back before it returns. For a program of one thread. */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

enum { ZONE_NAME_SIZE = 64 };

/* Could it be the name of a zone ("Europe/Bucharest")? Letters, digits, _ + -
 * and single slashes within; so it never leads out of the database's folder. */
bool zone_well_formed(const char *name);

/* Is it the name of a zone file on this machine? UTC always is. */
bool zone_known(const char *name);

/* Seconds east of UTC in a known zone at an instant (seconds since 1970). */
int zone_offset(const char *name, int64_t instant);

/*
 * The offsets that a wall clock in a known zone may have when it shows local
 * (seconds since 1970 as if it were UTC). Returns how many there are: 1; 2
 * where clocks go back, the earlier instant first; 0 where they leap over that
 * time, and then offset[0] is the one before the leap.
 */
int zone_offsets(const char *name, int64_t local, int offset[2]);

#endif
