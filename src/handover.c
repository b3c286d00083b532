/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handover.c - see handover.h and the calls of session.h. */
#include "src/handover.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/compiler.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/page.h"
#include "src/chain.h"
#include "src/door.h"
#include "src/evidence.h"
#include "src/member.h"
#include "src/role.h"
#include "src/session.h"
#include "src/shapes.h"
#include "src/table.h"
#include "base/banned.h"

enum { PAGE = 64, DAY = 24 * 60 * 60 };

static const char *const standings[CUSTODY_STANDINGS] = {
	[CUSTODY_COUNTS] = "counts", [CUSTODY_OPEN] = "unconfirmed",
	[CUSTODY_UNFOUNDED] = "unfounded", [CUSTODY_CORRECTED] = "corrected",
	[CUSTODY_RETRACTED] = "retracted",
};

static const struct {
	unsigned gap;
	const char *code, *text;
} gaps[CUSTODY_GAPS] = {
	{ CUSTODY_GAP_HOLDER, "holder",
		N_("it does not begin where the exhibit was: a step is missing") },
	{ CUSTODY_GAP_SEAL, "seal",
		N_("the seal is another than before, and no step says that it was opened") },
	{ CUSTODY_GAP_TIME, "time", N_("nobody said when it was") },
	{ CUSTODY_GAP_OVER, "over",
		N_("before, it had been returned, destroyed or lost") },
};

/* --- One step ----------------------------------------------------------- */

/* The day of a step; what is said less exactly than by a day counts from its
 * entry. */
int64_t
handover_since(const struct custody_step *s)
{
	struct calendar_date d;
	char key[DATE_KEY_SIZE] = "";

	if (s->at)
		date_key(s->at, key);
	if (strlen(key) >= 8 && sscanf(key, "%4d%2d%2d", &d.year, &d.month,
	    &d.day) == 3)
		return calendar_day(d) * DAY * 1000;
	return s->created;
}

/* How many days ago a step was: by the calendar, where its day was said. */
static int64_t
days_since(const struct custody_step *s)
{
	int64_t days = (clock_now() - handover_since(s)) / 1000 / DAY;

	return days > 0 ? days : 0;
}

static void
put_gaps(const struct custody_step *s, struct desk_step *a)
{
	a->gaps = xcalloc(CUSTODY_GAPS, sizeof(*a->gaps));
	for (size_t i = 0; i < ARRAY_SIZE(gaps); i++)
		if (s->gaps & gaps[i].gap)
			a->gaps[a->n_gaps++] = (struct desk_gap){
				.code = xstrdup(gaps[i].code),
				.text = xstrdup(_(gaps[i].text)),
			};
}

static void
put_record(struct store *s, const struct viewer *v, const struct record *from,
	struct record *to)
{
	record_copy(to, from);
	door_out(s, v, to);
}

/* Nobody confirms in another's name: is there nobody of the party (uid) any more?
 * Members are told to all of the case. */
static bool
is_deserted(struct store *s, const struct viewer *v, const char *party,
	bool *deserted, struct err *err)
{
	struct err why = ERR_INIT;

	*deserted = *party != '\0';
	for (size_t i = 0; *deserted && i < v->n_audiences; i++) {
		struct db_cursor *c = NULL;

		if (!db_row_scan(s->db, table_of(&member_kind), NULL, v->case_id,
		    v->audiences[i], INT64_MAX, &c, err))
			return false;
		while (*deserted && db_cursor_next(c, &why)) {
			const char *of = db_cursor_text(c, MEMBER_PARTY);

			*deserted = !of || strcmp(of, party) != 0 ||
				db_cursor_text(c, MEMBER_LEFT_ON);
		}
		db_cursor_close(c);
		if (why.code == ERR_NONE)
			continue;
		if (err)
			*err = why;
		return false;
	}
	return true;
}

/* Of a hand-over that waits: for whom, and since when. */
static bool
put_open(struct store *s, const struct viewer *v, const struct custody_step *step,
	struct desk_step *a, struct err *err)
{
	const struct custody_end *ends = step->ends;

	a->lacks_giver = custody_lacks(step, CUSTODY_GIVER);
	a->lacks_receiver = custody_lacks(step, CUSTODY_RECEIVER);
	a->waits = custody_waits_for(step, v->party);
	a->days = days_since(step);
	return (!a->lacks_giver || is_deserted(s, v, ends[CUSTODY_GIVER].party,
			&a->giver_gone, err)) &&
		(!a->lacks_receiver || is_deserted(s, v,
			ends[CUSTODY_RECEIVER].party, &a->receiver_gone, err));
}

static bool
put_step(struct store *s, const struct viewer *v, const struct chain *c,
	size_t i, struct desk_step *a, struct err *err)
{
	const struct custody_step *step = &c->custody.steps[i];

	put_record(s, v, &c->steps[i], &a->record);
	a->standing = xstrdup(standings[step->standing]);
	if (step->standing == CUSTODY_CORRECTED)
		a->corrected_by = xstrdup(record_text(
			&c->steps[step->corrected_by], HEADER_REF));
	a->signs = xcalloc(CUSTODY_SIDES, sizeof(*a->signs));
	for (int side = 0; side < CUSTODY_SIDES; side++)
		if (step->signs[side] != CUSTODY_NONE)
			put_record(s, v, &c->signs[step->signs[side]],
				&a->signs[a->n_signs++].record);
	put_gaps(step, a);
	return step->standing != CUSTODY_OPEN || put_open(s, v, step, a, err);
}

bool
handover_steps(struct store *s, const struct viewer *v,
	const struct db_entry *exhibit, bool open, struct desk_step **steps,
	size_t *n, struct err *err)
{
	struct chain c;
	struct record r;

	if (!table_load(s->db, exhibit, &r, err))
		return false;
	if (!chain_read(s->db, exhibit->rid, &c, err)) {
		record_clear(&r);
		return false;
	}
	*steps = xrealloc_array(*steps, *n + c.custody.n + 1, sizeof(**steps));
	bool ok = true;

	for (size_t i = 0; ok && i < c.custody.n; i++) {
		size_t at = c.custody.order[i];
		struct desk_step *a = &(*steps)[*n];

		if (open && c.custody.steps[at].standing != CUSTODY_OPEN)
			continue;
		*a = (struct desk_step){ .exhibit = xstrdup(exhibit->ref),
			.title = xstrdup(record_text(&r, EVIDENCE_DESCRIPTION)) };
		++*n;
		ok = put_step(s, v, &c, at, a, err);
	}
	chain_clear(&c);
	record_clear(&r);
	return ok;
}

/* --- All that wait ------------------------------------------------------ */

static bool
take_places(struct session *s, const struct db_place *places, size_t n,
	struct desk_custody *a, struct err *err)
{
	struct db_entry e;

	for (size_t i = 0; i < n; i++)
		if (places[i].key &&
		    (!db_entry_of_rid(s->store.db, places[i].rid, &e, err) ||
		     !handover_steps(&s->store, &s->viewer, &e, true, &a->steps,
			&a->n, err)))
			return false;
	return true;
}

/* Those with something unconfirmed come first in the order of its count. */
static bool
take_pages(struct session *s, const struct db_order *o, struct desk_custody *a,
	struct err *err)
{
	struct db_place places[PAGE], from = { 0 };
	size_t n = 0;
	bool ok = true, more = true, begun = false;

	while (ok && more) {
		ok = db_page_after(s->store.db, o, begun ? &from : NULL, PAGE,
			places, &n, err);
		if (!ok)
			break;
		ok = take_places(s, places, n, a, err);
		more = n == PAGE && places[n - 1].key;
		free(from.key);
		from = (struct db_place){ 0 };
		if (more) {
			from = (struct db_place){ places[n - 1].rid,
				xstrdup(places[n - 1].key) };
			begun = true;
		}
		for (size_t i = 0; i < n; i++)
			free(places[i].key);
	}
	free(from.key);
	return ok;
}

static int
by_age(const void *a, const void *b)
{
	const struct desk_step *x = a, *y = b;

	if (x->days != y->days)
		return x->days < y->days ? 1 : -1;
	return strcmp(record_text(&x->record, HEADER_REF),
		record_text(&y->record, HEADER_REF));
}

static bool
list_all(struct session *s, struct desk_custody *a, struct err *err)
{
	struct db_order o = { .table = table_of(&evidence_kind),
		.sort = EVIDENCE_UNCONFIRMED, .descending = true };
	int64_t *audiences;

	if (!viewer_audiences(&s->viewer, &s->store, &evidence_kind, &o.case_id,
	    &audiences, &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	bool ok = take_pages(s, &o, a, err);

	free(audiences);
	if (ok && a->n)
		qsort(a->steps, a->n, sizeof(*a->steps), by_age);
	return ok;
}

bool
handover_list(struct session *s, struct desk_custody *a, struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = list_all(s, a, err);

	db_read_end(s->store.db);
	if (!ok)
		wire_clear(&shape_custody, a);
	return ok;
}
