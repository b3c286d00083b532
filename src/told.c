/* SPDX-License-Identifier: GPL-3.0-or-later */
/* told.c - see told.h; and the call desk_seen. */
#include "src/told.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "db/local.h"
#include "src/ask.h"
#include "src/desk_home.h"
#include "src/kind.h"
#include "src/ref.h"
#include "src/table.h"
#include "src/wait.h"
#include "base/banned.h"

enum { NAME_SIZE = 64 };

static void
name_of(const char *uid, char name[NAME_SIZE])
{
	snprintf(name, NAME_SIZE, "seen-part:%s", uid);
}

static bool
is_talk(const struct db_wait *w)
{
	return w->what == WAIT_MENTION || w->what == WAIT_QUESTION;
}

static bool
is_told(const struct db_wait *w)
{
	return *w->member == *WAIT_TOLD;
}

/* When the owner last saw it, ms UTC; 0: never. */
static bool
last_seen(struct session *s, const char *owner, const char *uid, int64_t *at,
	struct err *err)
{
	char name[NAME_SIZE], *value = NULL;

	*at = 0;
	name_of(uid, name);
	if (!db_local_get(s->store.local, owner, name, &value, err))
		return false;
	if (value)
		*at = strtoll(value, NULL, 10);
	free(value);
	return true;
}

/* Whose eyes count: one member's, or those of the whole party. Neither is the person
 * (draft_keep), whose own settings are listed to them. */
static const char *
eyes_of(const struct session *s, const struct db_wait *w)
{
	return is_told(w) && !w->member[1] ? s->viewer.party :
		s->viewer.member;
}

bool
told_seen(struct session *s, const struct db_wait *w, bool *seen, struct err *err)
{
	struct db_entry e;
	int64_t at;

	*seen = false;
	if (!s->store.local || (!is_talk(w) && !is_told(w)))
		return true;
	if (!db_entry_of_rid(s->store.db, is_told(w) ? w->owner : w->rid, &e,
		err) ||
	    !last_seen(s, eyes_of(s, w), e.uid, &at, err))
		return false;
	*seen = at >= w->since;
	return true;
}

bool
told_mark(struct session *s, const struct db_entry *e, int64_t since,
	struct err *err)
{
	int64_t at = clock_now() > since ? clock_now() : since;
	char name[NAME_SIZE], now[24];
	bool part = kind_of((enum kind_no)e->kind)->flags & KIND_IS_PART;

	if (!s->store.local)
		return err_set(err, ERR_READ_ONLY,
			_("nothing can be kept beside a store that is read only"));
	name_of(e->uid, name);
	snprintf(now, sizeof(now), "%" PRId64, at);
	return db_local_put(s->store.local, s->viewer.member, name, now, err) &&
		(part || db_local_put(s->store.local, s->viewer.party, name,
			now, err));
}

/* Is what was told told of the record: by itself, or by a notice about it? */
static bool
is_of(struct session *s, const struct db_wait *w, const struct db_entry *e,
	struct db_entry *notice, bool *is, struct err *err)
{
	struct record r;

	*is = w->owner == e->rid;
	*notice = *e;
	if (*is || (w->what != WAIT_CORRECTED && w->what != WAIT_ERASED))
		return true;
	if (!db_entry_of_rid(s->store.db, w->owner, notice, err) ||
	    !table_load(s->store.db, notice, &r, err))
		return false;
	*is = record_has(&r, ASK_ABOUT, e->uid);
	record_clear(&r);
	return true;
}

static bool
read_told(struct session *s, const struct db_entry *e, const char *member,
	struct err *err)
{
	const struct db_wait_query q = {
		.audiences = s->viewer.audiences,
		.n_audiences = s->viewer.n_audiences,
		.whom = s->viewer.party_code, .member = member,
		.newest = true, .limit = DESK_WAITS_MOST,
	};
	struct db_entry notice;
	struct db_wait *waits;
	size_t n;
	bool is, seen, ok = db_wait_find(s->store.db, &q, &waits, &n, err);

	if (!ok)
		return false;
	for (size_t i = 0; ok && i < n; i++)
		ok = is_of(s, &waits[i], e, &notice, &is, err) && (!is ||
			(told_seen(s, &waits[i], &seen, err) &&
			 (seen || told_mark(s, &notice, waits[i].since, err))));
	free(waits);
	return ok;
}

bool
told_read(struct session *s, const struct db_entry *e, struct err *err)
{
	char member[DB_REF_SIZE];

	snprintf(member, sizeof(member), WAIT_TOLD "%.40s",
		s->viewer.member_ref);
	return read_told(s, e, WAIT_TOLD, err) && read_told(s, e, member, err);
}

/* --- The call ----------------------------------------------------------- */

static bool
mark_part(struct session *s, const struct db_entry *e, struct err *err)
{
	struct record r;

	if (!table_load(s->store.db, e, &r, err))
		return false;
	int64_t since = record_int(&r, HEADER_CREATED);

	record_clear(&r);
	return told_mark(s, e, since, err);
}

/* A comment or journal line, or a record of which something is told. */
bool
told_acknowledge(struct session *s, const char *ref, struct err *err)
{
	uint64_t parts = 0;
	struct db_entry e;

	for (size_t i = 0; kinds[i]; i++)
		if ((kinds[i]->flags & KIND_IS_PART) &&
		    kinds[i]->no != KIND_COMMENT && kinds[i]->no != KIND_JOURNAL)
			parts |= KIND_BIT(kinds[i]->no);
	if (!session_ready(s, err) ||
	    !ref_resolve(&s->store, &s->viewer, ref, ~parts, &e, err))
		return false;
	if (kind_of((enum kind_no)e.kind)->flags & KIND_IS_PART)
		return mark_part(s, &e, err);
	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = told_read(s, &e, err);

	db_read_end(s->store.db);
	return ok;
}
