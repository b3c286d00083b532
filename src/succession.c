/* SPDX-License-Identifier: GPL-3.0-or-later */
/* succession.c - see succession.h. */
#include "src/succession.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/inside.h"
#include "src/legal.h"
#include "src/member.h"
#include "src/role.h"
#include "src/roster.h"
#include "src/share.h"
#include "src/sharing.h"
#include "src/table.h"
#include "base/banned.h"

/* Who is asked first to take what is left; NOBODY only counts as one who sees it. */
enum rank { SUCCESSOR, LEADER, DEPUTY, JUDGE, NOBODY };

/* One of the party who stays. */
struct heir {
	int64_t rid;
	char uid[40];
	enum rank rank;
	enum role_clearance clearance;
};

struct succession {
	struct act *act;
	struct session *session;
	const struct record *gone;
	const char *party;	/* uid: theirs, and of all heirs */
	struct heir *heirs;	/* owned; by rank, then who was there earlier */
	size_t n, room;
	int64_t *alone;		/* owned: audiences that of the party they alone are in */
	size_t n_alone;
	struct left {
		int64_t rid;
		const struct heir *to;
	} *left;		/* owned: the records, oldest first */
	size_t n_left, room_left;
};

/* --- Who stays ---------------------------------------------------------- */

static enum rank
rank_of(const struct succession *s, const char *uid, const char *role)
{
	if (strcmp(uid, s->session->successor) == 0)
		return SUCCESSOR;
	if (role && role_leads(role))
		return strcmp(role, "leader") == 0 ? LEADER : DEPUTY;
	return role && role_may(role, RIGHT_ANSWER, NULL) ? JUDGE : NOBODY;
}

static bool
take_heir(void *arg, const struct db_entry *e, const struct record *r)
{
	struct succession *s = arg;
	const char *role = record_text(r, MEMBER_ROLE);

	if (member_has_left(r) || !record_has(r, MEMBER_PARTY, s->party))
		return true;
	s->heirs = xgrow(s->heirs, s->n, &s->room, sizeof(*s->heirs));
	struct heir *h = &s->heirs[s->n++];

	*h = (struct heir){ .rid = e->rid, .rank = rank_of(s, e->uid, role),
		.clearance = role_clearance(role) };
	strbuf_fill(h->uid, sizeof(h->uid), e->uid);
	return true;
}

static int
by_rank(const void *a, const void *b)
{
	const struct heir *x = a, *y = b;

	return x->rank != y->rank ? (int)x->rank - (int)y->rank :
		(x->rid > y->rid) - (x->rid < y->rid);
}

static bool
find_heirs(struct succession *s, struct err *err)
{
	if (!roster_each(s->act->store->db, &member_kind, s->session->viewer.case_id,
	    take_heir, s, err))
		return false;
	if (s->n)
		qsort(s->heirs, s->n, sizeof(*s->heirs), by_rank);
	return true;
}

/* --- What they alone see ------------------------------------------------ */

static bool
audiences_of(const struct succession *s, const char *member, int64_t **ids, size_t *n,
	struct err *err)
{
	struct store *store = &s->session->store;
	struct db_audience_viewer of;

	return viewer_of_member(&s->session->viewer, store, member, &of, err) &&
		db_audience_visible(store->db, &of, false, ids, n, err);
}

/* Take from the first those of the second; both ascend. */
static void
subtract(int64_t *ids, size_t *n, const int64_t *less, size_t n_less)
{
	size_t kept = 0, k = 0;

	for (size_t i = 0; i < *n; i++) {
		while (k < n_less && less[k] < ids[i])
			k++;
		if (k == n_less || less[k] != ids[i])
			ids[kept++] = ids[i];
	}
	*n = kept;
}

static bool
find_alone(struct succession *s, struct err *err)
{
	bool ok = audiences_of(s, record_text(s->gone, HEADER_ID), &s->alone,
		&s->n_alone, err);

	for (size_t i = 0; ok && s->n_alone && i < s->n; i++) {
		int64_t *seen = NULL;
		size_t n = 0;

		ok = audiences_of(s, s->heirs[i].uid, &seen, &n, err);
		if (ok)
			subtract(s->alone, &s->n_alone, seen, n);
		free(seen);
	}
	return ok;
}

/* --- Leaving it --------------------------------------------------------- */

/* Who of the heirs may see what is of this class, first in rank; or NULL. */
static const struct heir *
heir_to(const struct succession *s, int class)
{
	for (size_t i = 0; i < s->n && s->heirs[i].rank != NOBODY; i++)
		if ((int)s->heirs[i].clearance >= class)
			return &s->heirs[i];
	return NULL;
}

static bool
write_share(struct succession *s, const struct db_entry *e, const struct heir *to,
	struct err *err)
{
	char leaf[ACT_LEAF_SIZE];
	struct record part;

	record_init(&part, &share_kind);
	record_set(&part, SHARE_ACTION, "left");
	record_set(&part, SHARE_TO, s->party);
	record_set(&part, SHARE_TO_MEMBER, to->uid);
	bool ok = sharing_write(s->act, e, &part, leaf, err);

	record_clear(&part);
	return ok;
}

/* What is open and theirs to do becomes that of the heir. */
static bool
give_task(struct succession *s, int64_t rid, const struct heir *to, struct err *err)
{
	struct db *db = s->act->store->db;
	char leaf[ACT_LEAF_SIZE];
	struct record r, change;
	struct db_entry e;

	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	const struct kind *k = r.kind;
	bool ok = true;

	if (k->assignee && record_has(&r, k->assignee,
	    record_text(s->gone, HEADER_ID)) &&
	    kind_is_open(k, record_text(&r, k->status))) {
		record_init(&change, k);
		record_set(&change, k->assignee, to->uid);
		ok = act_set(s->act, "set", &r, &change, &e, leaf, err);
		record_clear(&change);
	}
	record_clear(&r);
	return ok;
}

static bool
leave_one(struct succession *s, int64_t rid, const struct heir *to, struct err *err)
{
	struct db *db = s->act->store->db;
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	bool is_left = record_has(&r, HEADER_PARTY, s->party) && !legal_is_erased(&r);

	record_clear(&r);
	return !is_left || (write_share(s, &e, to, err) &&
		give_task(s, rid, to, err));
}

/* What is in an audience is of one class, and goes to one heir. */
static bool
find_left(struct succession *s, int64_t id, struct err *err)
{
	struct db *db = s->act->store->db;
	struct db_audience a = { 0 };
	struct inside found = { 0 };
	bool ok = db_audience_get(db, id, &a, err);
	const struct heir *to = ok ? heir_to(s, a.class) : NULL;

	ok = ok && (!to || inside_find(&found, db, a.case_id, &id, 1, err));
	for (size_t i = 0; ok && i < found.n; i++) {
		s->left = xgrow(s->left, s->n_left, &s->room_left,
			sizeof(*s->left));
		s->left[s->n_left++] = (struct left){ found.rids[i], to };
	}
	inside_clear(&found);
	db_audience_clear(&a);
	return ok;
}

static int
by_age(const void *a, const void *b)
{
	const struct left *x = a, *y = b;

	return (x->rid > y->rid) - (x->rid < y->rid);
}

static bool
leave_all(struct succession *s, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; ok && i < s->n_alone; i++)
		ok = find_left(s, s->alone[i], err);
	if (s->n_left)
		qsort(s->left, s->n_left, sizeof(*s->left), by_age);
	for (size_t i = 0; ok && i < s->n_left; i++)
		ok = leave_one(s, s->left[i].rid, s->left[i].to, err);
	return ok;
}

bool
succession_follow(struct act *a, struct session *session, const struct record *gone,
	struct err *err)
{
	struct succession s = { .act = a, .session = session, .gone = gone,
		.party = record_text(gone, MEMBER_PARTY) };
	bool ok = !s.party || (find_heirs(&s, err) && find_alone(&s, err) &&
		leave_all(&s, err));

	free(s.heirs);
	free(s.alone);
	free(s.left);
	return ok;
}
