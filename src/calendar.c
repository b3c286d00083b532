/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar.c - the call desk_due: what asks for something, by its date, whatever
 * kind it is of (due.h). */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/xalloc.h"
#include "db/due.h"
#include "src/days.h"
#include "src/door.h"
#include "src/due.h"
#include "src/parts.h"
#include "src/person.h"
#include "src/role.h"
#include "src/session.h"
#include "src/slim.h"
#include "src/table.h"
#include "base/banned.h"

/* --- Rows --------------------------------------------------------------- */

/* The date and its field, of the record or of one of its parts. */
static bool
read_date(struct store *s, const struct db_due *due, const struct record *r,
	struct desk_due_row *row, struct err *err)
{
	struct db_entry e;
	struct record part;
	size_t index;

	if (due->field == header_fields[HEADER_CREATED].id) {
		char date[DATE_TEXT_SIZE];

		person_clarify_by(record_int(r, HEADER_CREATED), date);
		row->on = xstrdup(date);
		row->field = xasprintf("%s.%s", category_kind.name,
			kind_field(&category_kind, CATEGORY_UNTIL)->name);
		return true;
	}
	if (due->rid == due->owner) {
		index = kind_index_of_id(r->kind, due->field);
		row->on = due_text(s->db, due->owner, r, index);
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
	struct desk_due_row row = { .when = (int)days_when(days, due),
		.whose = *due->whose ? xstrdup(due->whose) : NULL };
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

/* Of more than so many it is not said how many there are. */
enum { COUNTED = 1000 };

/* How many there are and are overdue, and the first of them. */
static bool
fill(struct session *s, const struct days *days, struct db_due_query *q,
	struct desk_dues *a, struct err *err)
{
	struct db_due *dues;
	size_t n, limit = q->limit;

	q->limit = (limit > COUNTED ? limit : COUNTED) + 1;
	bool ok = db_due_find(s->store.db, q, &dues, &n, err);

	if (!ok)
		return false;
	a->capped = n > limit;
	a->at_least = n == q->limit;
	n -= a->at_least;
	a->total = (int64_t)n;
	for (size_t i = 0; i < n; i++)
		a->overdue += days_when(days, &dues[i]) == DESK_DUE_OVERDUE;
	n = n > limit ? limit : n;
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
	if (!days_read(now, s->zone, &days, err) ||
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
	q.whose = ask->ours ? s->viewer.party_code : NULL;
	bool ok = fill(s, &days, &q, a, err);

	db_read_end(s->store.db);
	if (!ok)
		desk_dues_clear(a);
	return ok;
}
