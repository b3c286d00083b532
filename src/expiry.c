/* SPDX-License-Identifier: GPL-3.0-or-later */
/* expiry.c - see expiry.h. */
#include "src/expiry.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "src/act.h"
#include "src/inside.h"
#include "src/lapse.h"
#include "src/share.h"
#include "src/sharing.h"
#include "src/table.h"
#include "base/banned.h"

static bool
log_end(struct act *a, const struct db_entry *e, const struct record *given,
	struct err *err)
{
	static const size_t same[] = { SHARE_TO, SHARE_TO_MEMBER, SHARE_UNTIL };
	struct record part;
	char leaf[ACT_LEAF_SIZE];

	record_init(&part, &share_kind);
	record_set(&part, SHARE_ACTION, "expired");
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		if (record_text(given, same[i]))
			record_set(&part, same[i], record_text(given, same[i]));
	bool ok = sharing_write(a, e, &part, leaf, err);

	record_clear(&part);
	return ok;
}

/* Each part that gave until now, and that no later one overtook: those too of before the
 * share was set to the team, which keeps them with their ends (act.c). */
static bool
end_record(struct act *a, int64_t rid, int64_t now, struct err *err)
{
	struct db *db = a->store->db;
	struct shares all = { 0 };
	struct db_entry e;
	bool ok = db_entry_of_rid(db, rid, &e, err) &&
		shares_load(&all, db, rid, err);

	for (size_t i = 0; ok && i < all.n; i++)
		if (all.steps[i].what == AUDIENCE_GIVE && all.steps[i].until &&
		    all.steps[i].until <= now && !shares_overtaken(&all, i))
			ok = log_end(a, &e, &all.all[i], err);
	shares_clear(&all);
	return ok;
}

static bool
find_all(struct session *s, struct inside *found, struct err *err)
{
	int64_t *ended, case_id = s->viewer.case_id;
	size_t n;

	if (!db_audience_ended(s->store.db, case_id, s->viewer.now, &ended, &n, err))
		return false;
	bool ok = inside_find(found, s->store.db, case_id, ended, n, err);

	free(ended);
	return ok;
}

static bool
end_all(struct session *s, struct act *a, bool *any, struct err *err)
{
	struct inside found = { 0 };
	bool ok = find_all(s, &found, err);

	for (size_t i = 0; ok && i < found.n; i++)
		ok = end_record(a, found.rids[i], s->viewer.now, err);
	*any = found.n > 0;
	inside_clear(&found);
	return ok && lapse_log(a, s->viewer.case_id, s->viewer.now, any, err);
}

static void
settle(struct session *s)
{
	struct act act;
	bool any = false;

	if (!act_begin(&act, &s->store, NULL, NULL))
		return;
	if (session_refresh(s, NULL) && end_all(s, &act, &any, NULL) && any)
		act_commit(&act, NULL);
	else
		act_rollback(&act);
}

/* For one that only reads: on a connection of its own, unless the medium is read only. */
static void
settle_apart(const struct session *s)
{
	struct session own = { .viewer = { .slot = -1 } };

	if (!store_open(&own.store, db_path(s->store.db), DB_SESSION, NULL))
		return;
	if (!db_is_read_only(own.store.db) && viewer_load(&own.viewer, &own.store,
	    s->viewer.case_id, s->viewer.identity, NULL))
		settle(&own);
	viewer_clear(&own.viewer);
	store_close(&own.store);
}

void
expiry_settle(struct session *s)
{
	/* Once for each state of the store: what could not be logged now waits for
	 * the next change. */
	if (!s->viewer.case_id || !session_refresh(s, NULL) ||
	    !s->viewer.ended || s->settled == s->viewer.stamp)
		return;
	s->settled = s->viewer.stamp;
	if (db_is_read_only(s->store.db))
		settle_apart(s);
	else
		settle(s);
}
