/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar.c - the call desk_due: what asks for something, by its date, whatever
 * kind it is of (due.h). */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/xalloc.h"
#include "db/due.h"
#include "src/door.h"
#include "src/role.h"
#include "src/session.h"
#include "src/slim.h"
#include "src/table.h"
#include "base/banned.h"

/* Sort keys of the moments that part what is due. */
struct days {
	char now[DATE_KEY_SIZE];
	char today[DATE_KEY_SIZE];	/* the date */
	char first[DATE_KEY_SIZE];	/* moment of today */
	char after[DATE_KEY_SIZE];	/* the first moment of tomorrow */
	char week[DATE_KEY_SIZE];	/* the date in seven days */
};

static bool
read_days(int64_t now, const char *zone, struct days *d, struct err *err)
{
	char date[DATE_TEXT_SIZE];

	date_key_of_ms(now, d->now);
	if (!date_parse("today", now, zone, date, err))
		return false;
	date_key(date, d->today);
	if (!date_parse("+7d", now, zone, date, err))
		return false;
	date_key(date, d->week);
	return date_range("today", now, zone, d->first, d->after, err);
}

/* A day, month or year is over when it is before today's, a time when it is
 * before now. */
static bool
is_over(const struct days *d, const char *key)
{
	return strchr(key, 'T') ? strcmp(key, d->now) < 0 :
		strncmp(key, d->today, strlen(key)) < 0;
}

static enum desk_due_when
when_of(const struct days *d, const struct db_due *due)
{
	if (is_over(d, due->at))
		return due->passes ? DESK_DUE_PAST : DESK_DUE_OVERDUE;
	/* A month that has begun is no day of it. */
	if (strlen(due->at) < strlen(d->today))
		return DESK_DUE_LATER;
	if (strcmp(due->at, d->after) < 0)
		return DESK_DUE_TODAY;
	return strncmp(due->at, d->week, strlen(d->week)) < 0 ? DESK_DUE_WEEK :
		DESK_DUE_LATER;
}

/* --- Rows --------------------------------------------------------------- */

/* The date and its field, of the record or of one of its parts. */
static bool
read_date(struct store *s, const struct db_due *due, const struct record *r,
	struct desk_due_row *row, struct err *err)
{
	struct db_entry e;
	struct record part;
	size_t index;

	if (due->rid == due->owner) {
		index = kind_index_of_id(r->kind, due->field);
		row->on = xstrdup(record_text(r, index));
		row->field = xstrdup(kind_field(r->kind, index)->name);
		return true;
	}
	if (!db_entry_of_rid(s->db, due->rid, &e, err) ||
	    !table_load(s->db, &e, &part, err))
		return false;
	index = kind_index_of_id(part.kind, due->field);
	row->on = xstrdup(record_text(&part, index));
	row->field = xasprintf("%s.%s", part.kind->name,
		kind_field(part.kind, index)->name);
	record_clear(&part);
	return true;
}

static bool
add_row(struct session *s, const struct days *days, const struct db_due *due,
	struct desk_dues *a, struct err *err)
{
	struct desk_due_row row = { .when = (int)when_of(days, due) };
	struct db_entry e;

	if (!db_entry_of_rid(s->store.db, due->owner, &e, err))
		return false;
	if (!viewer_sees(&s->viewer, &s->store, &e))
		return true;
	if (!table_load(s->store.db, &e, &row.record, err))
		return false;
	if (!read_date(&s->store, due, &row.record, &row, err)) {
		record_clear(&row.record);
		return false;
	}
	slim_record(&row.record);
	door_out(&s->store, &s->viewer, &row.record);
	a->rows[a->n++] = row;
	return true;
}

/* --- The call ----------------------------------------------------------- */

static bool
fill(struct session *s, const struct days *days, struct db_due_query *q,
	struct desk_dues *a, struct err *err)
{
	struct db_due *dues;
	size_t n, limit = q->limit++;
	bool ok = db_due_find(s->store.db, q, &dues, &n, err);

	if (!ok)
		return false;
	a->capped = n > limit;
	n = a->capped ? limit : n;
	a->rows = xcalloc(n + 1, sizeof(*a->rows));
	for (size_t i = 0; ok && i < n; i++)
		ok = add_row(s, days, &dues[i], a, err);
	free(dues);
	return ok;
}

bool
calendar_read(struct session *s, const struct desk_due_ask *ask,
	struct desk_dues *a, struct err *err)
{
	char from[DATE_KEY_SIZE] = "", until[DATE_KEY_SIZE], unused[DATE_KEY_SIZE];
	const int64_t now = clock_now();
	struct db_due_query q = { .from = from, .limit = DESK_DUE_MOST };
	struct days days;

	if (ask->limit > 0 && ask->limit < DESK_DUE_MOST)
		q.limit = (size_t)ask->limit;
	if (!read_days(now, s->zone, &days, err) ||
	    (ask->from && !date_range(ask->from, now, s->zone, from, unused,
		err)) ||
	    (ask->to && !date_range(ask->to, now, s->zone, unused, until, err)))
		return false;
	q.until = ask->to ? until : NULL;
	/* Who names a time of the past wants to see what took place then. */
	q.passes_from = ask->from ? from : days.first;
	q.passes_within = ask->from ? from : days.today;
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	q.audiences = s->viewer.audiences;
	q.n_audiences = s->viewer.n_audiences;
	bool ok = fill(s, &days, &q, a, err);

	db_read_end(s->store.db);
	if (!ok)
		desk_dues_clear(a);
	return ok;
}
