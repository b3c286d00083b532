/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clock.c - see clock.h. */
#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/zone.h"

#include "base/banned.h"

static struct {
	bool on;
	int64_t ms, step;
} stopped;

static char placed[CLOCK_ZONE_SIZE];	/* "": where the machine is */

static int64_t
read_clock(clockid_t id)
{
	struct timespec ts;

	clock_gettime(id, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t
clock_now(void)
{
	if (!stopped.on)
		return read_clock(CLOCK_REALTIME);
	int64_t ms = stopped.ms;

	stopped.ms += stopped.step;
	return ms;
}

int64_t
clock_ticks(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

void
clock_stop(int64_t ms, int64_t step)
{
	stopped.on = true;
	stopped.ms = ms;
	stopped.step = step;
}

void
clock_go(void)
{
	stopped.on = false;
}

void
clock_place(const char *zone)
{
	snprintf(placed, sizeof(placed), "%s", zone ? zone : "");
}

/* Take the zone that ends a path of the database, or that is named alone. */
static bool
take_zone(const char *path, char zone[CLOCK_ZONE_SIZE])
{
	static const char folder[] = "/zoneinfo/";
	const char *name = strstr(path, folder);

	name = name ? name + strlen(folder) : path;
	if (!zone_known(name))
		return false;
	snprintf(zone, CLOCK_ZONE_SIZE, "%s", name);
	return true;
}

void
clock_zone(char zone[CLOCK_ZONE_SIZE])
{
	const char *tz = getenv("TZ");
	char link[256];

	if (*placed) {
		snprintf(zone, CLOCK_ZONE_SIZE, "%s", placed);
		return;
	}
	if (tz && take_zone(tz[0] == ':' ? tz + 1 : tz, zone))
		return;

	ssize_t len = readlink("/etc/localtime", link, sizeof(link) - 1);

	if (len > 0) {
		link[len] = '\0';
		if (take_zone(link, zone))
			return;
	}
	snprintf(zone, CLOCK_ZONE_SIZE, "UTC");
}

/* The second that a count of milliseconds lies in, also before 1970. */
static int64_t
second_of(int64_t ms)
{
	return ms / 1000 - (ms % 1000 < 0);
}

void
clock_text(int64_t ms, char text[CLOCK_TEXT_SIZE])
{
	int s, rest = (int)(ms % 1000);
	int64_t day = calendar_split(second_of(ms), &s);
	struct calendar_date date = calendar_date(day);

	snprintf(text, CLOCK_TEXT_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
		date.year, date.month, date.day, s / 3600, s / 60 % 60, s % 60,
		rest < 0 ? rest + 1000 : rest);
}

void
clock_local(int64_t ms, const char *zone, char text[CLOCK_TEXT_SIZE])
{
	bool known = zone_known(zone);
	int64_t second = second_of(ms);
	int s;
	int64_t day = calendar_split(
		second + (known ? zone_offset(zone, second) : 0), &s);
	struct calendar_date date = calendar_date(day);

	snprintf(text, CLOCK_TEXT_SIZE, "%04d-%02d-%02d %02d:%02d%s",
		date.year, date.month, date.day, s / 3600, s / 60 % 60,
		known ? "" : "Z");
}

void
clock_exact(int64_t ms, const char *zone, char text[CLOCK_TEXT_SIZE])
{
	char local[CLOCK_TEXT_SIZE];

	clock_local(ms, zone, local);
	if (!zone_known(zone)) {
		snprintf(text, CLOCK_TEXT_SIZE, "%.16s UTC", local);
		return;
	}
	int minutes = zone_offset(zone, second_of(ms)) / 60;
	int east = minutes < 0 ? -minutes : minutes;

	snprintf(text, CLOCK_TEXT_SIZE, "%.16s %c%02d:%02d", local,
		minutes < 0 ? '-' : '+', east / 60 % 24, east % 60);
}
