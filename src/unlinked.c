/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unlinked.c - see unlinked.h. */
#include "src/unlinked.h"

#include <stdint.h>
#include <string.h>

#include "base/clock.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/idents.h"
#include "src/role.h"
#include "src/same.h"
#include "src/slim.h"
#include "src/table.h"
#include "base/banned.h"

enum { LOOKED_AT = 60 /* records */ };

static const int64_t DAY = 24 * 60 * 60 * INT64_C(1000);

/* Of two equal ones of our own the newer asks. */
static bool
asks_about(const struct session *s, const struct db_entry *self,
	const struct db_entry *other)
{
	size_t len = strlen(s->viewer.party_code);
	bool ours = strncmp(other->ref, s->viewer.party_code, len) == 0 &&
		other->ref[len] == '-';

	return !ours || other->rid < self->rid;
}

static bool
put_row(struct session *s, const struct record *r, const struct db_ident *ident,
	const struct db_entry *other, struct desk_waits *a, struct err *err)
{
	struct desk_wait *row = &a->rows[a->n++];
	struct strbuf text = STRBUF_INIT;
	int64_t since = record_int(r, HEADER_CREATED), now = clock_now();

	*row = (struct desk_wait){ .what = DESK_WAIT_LINK,
		.asker = xstrdup(s->viewer.party_code), .since = since,
		.days = now > since ? (now - since) / DAY : 0 };
	record_copy(&row->record, r);
	slim_record(&row->record);
	door_out(&s->store, &s->viewer, &row->record);
	strbuf_printf(&text, "%s: ", ident->value);
	bool ok = same_name(s, other, &text, err);

	row->text = strbuf_detach(&text);
	return ok;
}

static bool
look_at(struct session *s, const struct db_entry *self, const struct record *r,
	struct desk_waits *a, size_t limit, int *told, struct err *err)
{
	struct idents set = { 0 };
	bool ok = idents_of(s->store.db, self->rid, r, &set, err);

	for (size_t i = 0; ok && i < set.n; i++) {
		struct same found;

		ok = same_find(s, &set.list[i], self->rid, &found, err) &&
			same_unlinked(s, self, &found, err);
		for (size_t k = 0; ok && k < found.n && *told < UNLINKED_MOST;
		     k++) {
			if (!asks_about(s, self, &found.on[k]))
				continue;
			++*told;
			a->total++;
			ok = a->n >= limit || put_row(s, r, &set.list[i],
				&found.on[k], a, err);
		}
	}
	idents_clear(&set);
	return ok;
}

static bool
is_ours(const struct session *s, const struct db_entry *e)
{
	size_t len = strlen(s->viewer.party_code);

	return e->case_id == s->viewer.case_id &&
		strncmp(e->ref, s->viewer.party_code, len) == 0 &&
		e->ref[len] == '-' && viewer_lists(&s->viewer, e->audience_id);
}

/* Whoever cannot link cannot say it. */
static bool
may_say(const struct session *s)
{
	return role_may(s->viewer.role, RIGHT_ADD, NULL);
}

/* Those on one record of the viewer's party. */
static bool
add_on(struct session *s, const struct db_entry *e, struct desk_waits *a,
	size_t limit, int *told, struct err *err)
{
	struct record r;

	if (!is_ours(s, e))
		return true;
	if (!table_load(s->store.db, e, &r, err))
		return false;
	bool ok = look_at(s, e, &r, a, limit, told, err);

	record_clear(&r);
	return ok;
}

bool
unlinked_add_on(struct session *s, const struct db_entry *e,
	struct desk_waits *a, size_t limit, struct err *err)
{
	int told = 0;

	return !may_say(s) || add_on(s, e, a, limit, &told, err);
}

bool
unlinked_add(struct session *s, struct desk_waits *a, size_t limit,
	struct err *err)
{
	int64_t below = INT64_MAX;
	struct db_entry e;
	int told = 0;
	bool ok = true;

	for (int i = 0; ok && i < LOOKED_AT && told < UNLINKED_MOST &&
	    may_say(s); i++) {
		if (!db_ident_newest(s->store.db, below, &below, err))
			return false;
		if (!below)
			break;
		ok = db_entry_of_rid(s->store.db, below, &e, err) &&
			add_on(s, &e, a, limit, &told, err);
	}
	return ok;
}
