/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone.c - see zone.h. */
#include "base/zone.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/xalloc.h"

#include "base/banned.h"

#define ZONE_FOLDER "/usr/share/zoneinfo/"

enum { A_DAY = 24 * 60 * 60, DAYS_KEPT = 4096 };

/*
 * Setting TZ makes the library read two files, which an import of many dates
 * would feel. So for the last zone asked for we keep the days around which
 * its offset does not change: nearly all.
 */
static struct {
	char name[ZONE_NAME_SIZE];
	struct {
		int64_t day;
		int offset;
		bool filled, steady;
	} days[DAYS_KEPT];
} kept;

bool
zone_well_formed(const char *name)
{
	size_t len = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789_+-/");

	return len > 0 && name[len] == '\0' && len < ZONE_NAME_SIZE &&
		name[0] != '/' && name[len - 1] != '/' && !strstr(name, "//");
}

/* Entries of the folder that are no zones, or count leap seconds. */
static bool
is_something_else(const char *name)
{
	return !strncmp(name, "right/", 6) || !strncmp(name, "posix/", 6) ||
		!strcmp(name, "localtime") || !strcmp(name, "posixrules");
}

static bool
has_file(const char *name)
{
	char path[sizeof(ZONE_FOLDER) + ZONE_NAME_SIZE], magic[4];

	snprintf(path, sizeof(path), ZONE_FOLDER "%s", name);
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	bool good = read(fd, magic, sizeof(magic)) == sizeof(magic) &&
		!memcmp(magic, "TZif", sizeof(magic));

	close(fd);
	return good;
}

static bool
is_utc(const char *name)
{
	return !strcmp(name, "UTC");
}

bool
zone_known(const char *name)
{
	if (is_utc(name) || (name[0] && !strcmp(name, kept.name)))
		return true;
	if (!zone_well_formed(name) || is_something_else(name) ||
	    !has_file(name))
		return false;
	memset(&kept, 0, sizeof(kept));
	snprintf(kept.name, sizeof(kept.name), "%s", name);
	return true;
}

/* From here to leave() the library reckons in this zone. Returns the value of
 * TZ to put back, NULL if it was not set. */
static char *
enter(const char *name)
{
	char path[sizeof(ZONE_FOLDER) + 1 + ZONE_NAME_SIZE];
	char *old = xstrdup(getenv("TZ"));

	/* The full path: no name is looked up in $TZDIR or as a POSIX rule. */
	snprintf(path, sizeof(path), ":" ZONE_FOLDER "%s", name);
	setenv("TZ", path, 1);
	tzset();
	return old;
}

static void
leave(char *old)
{
	if (old)
		setenv("TZ", old, 1);
	else
		unsetenv("TZ");
	tzset();
	free(old);
}

/* The offset in the zone that was entered. */
static int
offset_at(int64_t instant)
{
	time_t t = (time_t)instant;
	struct tm tm;

	return localtime_r(&t, &tm) ? (int)tm.tm_gmtoff : 0;
}

/* Does the offset stay from a day before this UTC day to a day after it? No
 * zone changes twice within one of those days. */
static bool
is_steady(const char *name, int64_t day, int *offset)
{
	size_t i = (uint64_t)day % DAYS_KEPT;

	if (!kept.days[i].filled || kept.days[i].day != day) {
		char *old = enter(name);
		int first = offset_at((day - 1) * A_DAY);

		kept.days[i].steady = true;
		for (int next = 0; next <= 2; next++)
			if (offset_at((day + next) * A_DAY) != first)
				kept.days[i].steady = false;
		leave(old);
		kept.days[i].filled = true;
		kept.days[i].day = day;
		kept.days[i].offset = first;
	}
	*offset = kept.days[i].offset;
	return kept.days[i].steady;
}

int
zone_offset(const char *name, int64_t instant)
{
	int offset = 0, second;

	if (is_utc(name))
		return 0;
	assert(zone_known(name));
	if (is_steady(name, calendar_split(instant, &second), &offset))
		return offset;
	char *old = enter(name);

	offset = offset_at(instant);
	leave(old);
	return offset;
}

int
zone_offsets(const char *name, int64_t local, int offset[2])
{
	int second;

	offset[0] = offset[1] = 0;
	if (is_utc(name))
		return 1;
	assert(zone_known(name));
	if (is_steady(name, calendar_split(local, &second), &offset[0]))
		return 1;

	char *old = enter(name);
	int before = offset_at(local - A_DAY), after = offset_at(local + A_DAY);
	bool still = offset_at(local - before) == before;
	bool already = offset_at(local - after) == after;

	leave(old);
	offset[0] = still || !already ? before : after;
	offset[1] = after;
	if (still && already && before != after)
		return 2;
	return still || already ? 1 : 0;
}
