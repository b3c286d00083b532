/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat.c - the calls desk_seats and desk_sit_as: see desk_seat.h. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/page.h"
#include "src/member.h"
#include "src/session.h"
#include "src/shapes.h"
#include "src/table.h"
#include "base/banned.h"

enum { PAGE = 64 };

/* Only there may anybody act as anybody. */
static bool
may_change_seats(struct session *s, struct err *err)
{
	if (!session_ready(s, err))
		return false;
	return s->store.training || err_set(err, ERR_DENIED,
		_("only in a training store does one act as another"));
}

static bool
put_seat(struct session *s, int64_t rid, struct desk_seats *a, size_t *room,
	struct err *err)
{
	struct db_entry e, party;
	struct record r;

	if (!db_entry_of_rid(s->store.db, rid, &e, err) ||
	    !table_load(s->store.db, &e, &r, err))
		return false;
	const char *of = record_text(&r, MEMBER_PARTY);
	bool ok = member_has_left(&r) || !of ||
		db_entry_of_uid(s->store.db, of, &party, err);

	if (ok && of && !member_has_left(&r)) {
		a->seats = xgrow(a->seats, a->n, room, sizeof(*a->seats));
		a->seats[a->n++] = (struct desk_seat){
			.member = xstrdup(e.ref), .party = xstrdup(party.ref),
			.name = xstrdup(record_text(&r, MEMBER_NAME)),
			.role = xstrdup(record_text(&r, MEMBER_ROLE)),
			.here = strcmp(e.uid, s->viewer.member) == 0,
		};
	}
	record_clear(&r);
	return ok;
}

static bool
put_seats(struct session *s, struct db_order *o, struct desk_seats *a,
	struct err *err)
{
	struct db_place places[PAGE], last;
	size_t n, room = 0;
	bool ok = db_page_after(s->store.db, o, NULL, PAGE, places, &n, err);

	while (ok && n > 0) {
		for (size_t i = 0; ok && i < n; i++)
			ok = put_seat(s, places[i].rid, a, &room, err);
		last = places[n - 1];
		ok = ok && db_page_after(s->store.db, o, &last, PAGE, places, &n,
			err);
	}
	return ok;
}

/* RO/2 before RO/10. */
static int
by_number(const void *a, const void *b)
{
	const struct desk_seat *x = a, *y = b;
	int order = strcmp(x->party, y->party);
	size_t n = strlen(x->member), m = strlen(y->member);

	if (order != 0)
		return order;
	return n != m ? (n > m) - (n < m) : strcmp(x->member, y->member);
}

bool
seat_list(struct session *s, struct desk_seats *a, struct err *err)
{
	struct db_order o = { .table = table_of(&member_kind),
		.sort = DB_PAGE_NEWEST };
	int64_t *audiences;

	if (!may_change_seats(s, err) || !viewer_audiences(&s->viewer, &s->store,
	    &member_kind, &o.case_id, &audiences, &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	bool ok = db_read_begin(s->store.db, err);

	if (ok) {
		ok = put_seats(s, &o, a, err);
		db_read_end(s->store.db);
	}
	free(audiences);
	if (ok && a->n)
		qsort(a->seats, a->n, sizeof(*a->seats), by_number);
	if (!ok)
		wire_clear(&shape_seats, a);
	return ok;
}

bool
seat_take(struct session *s, const char *member, struct err *err)
{
	char identity[sizeof(s->viewer.identity)];

	if (!may_change_seats(s, err) || !viewer_as(&s->store, s->viewer.case_id,
	    member, identity, err) || !viewer_load(&s->viewer, &s->store,
	    s->viewer.case_id, identity, err))
		return false;
	/* All that was open was opened by another. */
	list_close_all(s);
	job_end_all(s);
	linked_end(s);
	news_end(s);
	draft_end(s);
	s->watch = (struct watch){ .stamp = s->watch.stamp + 1 };
	return true;
}
