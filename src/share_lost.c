/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_lost.c - see share_lost.h. */
#include "src/share_lost.h"

#include <stdlib.h>
#include <string.h>

#include "src/access.h"
#include "src/cut.h"
#include "src/share.h"
#include "base/banned.h"

/* Does what was given to it by an act of its own, or to one of it, still stand? What was
 * given before the share was set to the team is kept by that (act.c). */
static bool
is_given(const struct shares *given, int slot, int64_t now)
{
	for (size_t i = 0; i < given->n; i++)
		if (given->steps[i].slot == slot && shares_stand(given, i, now))
			return true;
	return false;
}

static bool
was_shown(struct session *s, const char *uid, const char *party)
{
	struct db_access_receipt *rows = NULL;
	size_t n = 0;
	bool read = access_receipts(&s->store, uid, party, &rows, &n, NULL);

	free(rows);
	return !read || n > 0;
}

/* Keep of all those that it is taken from. */
static void
leave_lost(struct share_whoms *all, struct session *s, const struct db_entry *e,
	const struct db_audience *has, const struct shares *given)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct share_whom *w = &all->all[i];

		if (share_whom_is_in(w, has) &&
		    (is_given(given, w->slot, viewer_now(&s->viewer)) ||
		     was_shown(s, e->uid, w->party.uid)))
			all->all[kept++] = *w;
		else
			record_clear(&w->of_party);
	}
	all->n = kept;
}

bool
share_lost(struct share_whoms *lost, struct db_audience *had, struct session *s,
	const struct db_entry *e, const struct record *now, const char *share,
	struct err *err)
{
	struct db_audience has = { 0 };
	struct shares given = { 0 };

	*lost = (struct share_whoms){ 0 };
	/* The team keeps what each had besides (act.c). */
	if (share && strcmp(share, "team") == 0)
		return true;
	bool ok = cut_given(s->store.db, e->rid, now, &has, err) &&
		shares_load(&given, s->store.db, e->rid, err) &&
		share_whoms_add_all(lost, s, err);

	if (ok) {
		audience_drop_ended(&has, viewer_now(&s->viewer));
		leave_lost(lost, s, e, &has, &given);
	} else {
		share_whoms_clear(lost);
	}
	shares_clear(&given);
	if (ok && had)
		*had = has;
	else
		db_audience_clear(&has);
	return ok;
}
