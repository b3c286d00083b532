/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grouping.c - see grouping.h. */
#include "src/grouping.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/desk.h"
#include "src/grouped.h"
#include "src/value.h"
#include "base/banned.h"

enum { DAY = 24 * 60 * 60 * 1000, DAY_CHARS = 10, MONTH_CHARS = 7 };

static void
day_of(int64_t ms, const char *zone, char day[12])
{
	char text[CLOCK_TEXT_SIZE];

	clock_local(ms, zone, text);
	snprintf(day, 12, "%.*s", DAY_CHARS, text);
}

void
grouping_begin(struct grouping *g, const struct kind *k, size_t field,
	const char *folded, int64_t now, const char *zone)
{
	*g = (struct grouping){ .kind = k, .field = field, .zone = zone,
		.folded = folded ? folded : "" };
	day_of(now, zone, g->today);
	day_of(now + 7 * (int64_t)DAY, zone, g->soon);
}

void
grouping_clear(struct grouping *g)
{
	for (size_t i = 0; i < g->n; i++) {
		free(g->groups[i].value);
		free(g->groups[i].key);
	}
	free(g->groups);
	free(g->order);
	*g = (struct grouping){ 0 };
}

void
grouping_wants(const struct grouping *g, bool *wanted)
{
	wanted[g->field] = true;
	if (grouped_by(g->kind, g->field) == GROUPED_DUE && g->kind->status)
		wanted[g->kind->status] = true;
}

/* --- What a row falls into ---------------------------------------------- */

/* How near a day is: a month or a year is as near as its end would be late. */
static const char *
nearness(const struct grouping *g, const struct filter_row *row,
	const char *day)
{
	const char *status = g->kind->status ?
		row->text(row->of, g->kind->status) : NULL;
	const char *date = day + (*day == '~');
	size_t len = strlen(date) < DAY_CHARS ? strlen(date) : DAY_CHARS;
	int today = strncmp(date, g->today, len);
	enum desk_due_when when = today < 0 ? DESK_DUE_OVERDUE :
		today == 0 && len == DAY_CHARS ? DESK_DUE_TODAY :
		strncmp(date, g->soon, len) <= 0 && len == DAY_CHARS ?
		DESK_DUE_WEEK : DESK_DUE_LATER;

	if (g->kind->status && !kind_is_open(g->kind, status))
		when = DESK_DUE_PAST;
	return codes_due[when].code;
}

/* "2026-03" of a day, a month, a moment; a year stays one. */
static void
month_of(const struct grouping *g, const struct field *f, const char *text,
	struct strbuf *out)
{
	char day[12];

	if (f->type == FIELD_TIME) {
		day_of(strtoll(text, NULL, 10), g->zone, day);
		text = day;
	}
	text += *text == '~';
	strbuf_add(out, text, strlen(text) < MONTH_CHARS ? strlen(text) :
		MONTH_CHARS);
}

static void
value_of(const struct grouping *g, const struct filter_row *row,
	struct shown *shown, struct strbuf *out)
{
	const struct field *f = kind_field(g->kind, g->field);
	const char *text = row->text(row->of, g->field);

	if (row->hides && row->hides(row->of, g->field)) {
		strbuf_puts(out, GROUPED_UNTOLD);
		return;
	}
	if (text && f->type == FIELD_REF)
		text = value_is_marked(f, text) ? text + 1 :
			shown_ref(shown, text);
	if (!text)
		return;
	switch (grouped_by(g->kind, g->field)) {
	case GROUPED_DUE:
		strbuf_puts(out, nearness(g, row, text));
		break;
	case GROUPED_MONTH:
		month_of(g, f, text, out);
		break;
	default:
		strbuf_puts(out, text);
	}
	/* Values part by line breaks in grouping.folded. */
	for (char *p = out->text; *p; p++)
		if (*p == '\n')
			*p = ' ';
}

/* Where a code stands in its list; behind it when it is none of it. */
static int
place_of(const struct field_code *codes, const char *code)
{
	int i = 0;

	while (codes && codes[i].code && strcmp(codes[i].code, code) != 0)
		i++;
	return i;
}

/* Months: the newest first. Those without a value come last, but for those whose value
 * is not told. */
static char *
key_of(const struct grouping *g, const char *value)
{
	const struct field *f = kind_field(g->kind, g->field);
	enum grouped_by by = grouped_by(g->kind, g->field);
	char *key;

	if (!*value)
		return xstrdup("\xFF");
	if (strcmp(value, GROUPED_UNTOLD) == 0)
		return xstrdup("\xFF\xFF");
	if (by == GROUPED_DUE || f->type == FIELD_CODE)
		return xasprintf("%04d%s", place_of(by == GROUPED_DUE ?
			codes_due : f->codes, value), value);
	key = xstrdup(value);
	for (char *p = key; by == GROUPED_MONTH && *p; p++)
		if (*p >= '0' && *p <= '9')
			*p = (char)('9' - *p + '0');
	return key;
}

/* --- Groups ------------------------------------------------------------- */

/* Where a key is in the order, or would be. */
static size_t
rank_of(const struct grouping *g, const char *key)
{
	size_t low = 0, high = g->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcmp(g->groups[g->order[mid]].key, key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool
is_folded(const struct grouping *g, const char *value)
{
	size_t len = strlen(value);

	for (const char *at = g->folded; *at; at += strcspn(at, "\n"), at +=
	    *at == '\n')
		if (strncmp(at, value, len) == 0 && at[len] == '\n')
			return true;
	return false;
}

static size_t
add(struct grouping *g, const char *value, char *key, size_t rank)
{
	g->groups = xgrow(g->groups, g->n, &g->room, sizeof(*g->groups));
	g->order = xrealloc_array(g->order, g->room, sizeof(*g->order));
	memmove(g->order + rank + 1, g->order + rank,
		(g->n - rank) * sizeof(*g->order));
	g->groups[g->n] = (struct group){ .value = xstrdup(value), .key = key,
		.folded = is_folded(g, value) };
	g->order[rank] = g->n;
	return g->n++;
}

size_t
grouping_take(struct grouping *g, const struct filter_row *row,
	struct shown *shown)
{
	struct strbuf value = STRBUF_INIT;
	size_t rank, at;
	char *key;

	value_of(g, row, shown, &value);
	key = key_of(g, value.text);
	rank = rank_of(g, key);
	if (rank < g->n && strcmp(g->groups[g->order[rank]].key, key) == 0) {
		at = g->order[rank];
		free(key);
	} else if (g->n == GROUPING_MOST) {
		at = g->order[g->n - 1];
		free(key);
	} else {
		at = add(g, value.text, key, rank);
	}
	g->groups[at].count++;
	strbuf_clear(&value);
	return at;
}
