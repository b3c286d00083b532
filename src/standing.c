/* SPDX-License-Identifier: GPL-3.0-or-later */
/* standing.c - see standing.h. */
#include "src/standing.h"

#include "src/audience.h"
#include "base/banned.h"

static enum desk_standing
by_audience(const struct viewer *v, const struct db_audience *a)
{
	uint64_t own = v->slot >= 0 ? (uint64_t)1 << v->slot : 0;

	if (a->class >= AUDIENCE_RESTRICTED)
		return DESK_RESTRICTED;
	if (a->class == AUDIENCE_CASE || audience_is_team(a))
		return DESK_TEAM;
	if (a->mask & ~own || a->open)
		return DESK_SHARED;
	for (size_t i = 0; i < a->n_who; i++)
		if (a->who[i].slot != v->slot)
			return DESK_SHARED;
	return DESK_OWN;
}

/* What its provider does not want passed on, or has laid down in words. */
static bool
is_kept(const struct record *r)
{
	return kind_field(r->kind, HEADER_HANDLING) &&
		(record_has(r, HEADER_HANDLING, "H2") ||
		 record_has(r, HEADER_HANDLING, "H3"));
}

bool
standing_of(struct store *s, const struct viewer *v, const struct db_entry *e,
	const struct record *r, struct standing_seen *seen,
	enum desk_standing *is, struct err *err)
{
	struct db_audience a = { 0 };

	if (!seen->audience_id || seen->audience_id != e->audience_id) {
		if (!db_audience_get(s->db, e->audience_id, &a, err))
			return false;
		*seen = (struct standing_seen){ e->audience_id,
			by_audience(v, &a) };
		db_audience_clear(&a);
	}
	*is = seen->is != DESK_RESTRICTED && is_kept(r) ? DESK_KEPT : seen->is;
	return true;
}
