/* SPDX-License-Identifier: GPL-3.0-or-later */
/* told.c - see told.h. */
#include "src/told.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "db/local.h"
#include "src/kind.h"
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
told_mark(struct session *s, const struct db_entry *e, struct err *err)
{
	char name[NAME_SIZE], now[24];
	bool part = kind_of((enum kind_no)e->kind)->flags & KIND_IS_PART;

	if (!s->store.local)
		return err_set(err, ERR_READ_ONLY,
			_("nothing can be kept beside a store that is read only"));
	name_of(e->uid, name);
	snprintf(now, sizeof(now), "%" PRId64, clock_now());
	return db_local_put(s->store.local, s->viewer.member, name, now, err) &&
		(part || db_local_put(s->store.local, s->viewer.party, name,
			now, err));
}
