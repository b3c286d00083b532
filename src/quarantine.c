/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quarantine.c - see quarantine.h. */
#include "src/quarantine.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/ids.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "db/audience.h"
#include "src/door.h"
#include "src/party.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/share.h"
#include "src/sharing.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

/* --- What waits --------------------------------------------------------- */

static bool
load_party(struct db *db, const char *uid, struct record *party, struct err *err)
{
	struct db_entry e;

	return db_entry_of_uid(db, uid, &e, err) &&
		table_load(db, &e, party, err);
}

static bool
is_third(struct db *db, const char *uid)
{
	struct record party;

	if (!uid || !*uid || !load_party(db, uid, &party, NULL))
		return false;
	bool is = record_has(&party, PARTY_CLASS, "third");

	record_clear(&party);
	return is;
}

/* What was said of it last: was it refused? */
static bool
is_refused(const struct shares *s)
{
	bool refused = false;

	for (size_t i = 0; i < s->n; i++)
		if (record_has(&s->all[i], SHARE_ACTION, "refused"))
			refused = true;
		else if (record_has(&s->all[i], SHARE_ACTION, "released"))
			refused = false;
	return refused;
}

static bool
was_refused(struct db *db, int64_t rid, bool *refused, struct err *err)
{
	struct shares s;

	if (!shares_load(&s, db, rid, err))
		return false;
	*refused = is_refused(&s);
	shares_clear(&s);
	return true;
}

bool
quarantine_waits(struct db *db, int64_t rid, const struct record *r, bool *waits,
	struct err *err)
{
	bool refused;

	/* What waits is always its party's own: most records are not. */
	*waits = false;
	if (!kind_field(r->kind, HEADER_SHARE) ||
	    !record_has(r, HEADER_SHARE, "own") ||
	    record_text(r, HEADER_RETRACTED) ||
	    !is_third(db, record_text(r, HEADER_PARTY)))
		return true;
	if (!was_refused(db, rid, &refused, err))
		return false;
	*waits = !refused;
	return true;
}

bool
quarantine_free(struct db *db, const struct db_entry *e, const struct record *r,
	struct err *err)
{
	bool refused;

	/* The team's it is by its release alone, and no more when it is taken back. */
	if (!kind_field(r->kind, HEADER_SHARE) ||
	    record_has(r, HEADER_SHARE, "team") ||
	    !is_third(db, record_text(r, HEADER_PARTY)))
		return true;
	return was_refused(db, e->rid, &refused, err) &&
		err_set(err, ERR_RULE, refused ?
			_("%s was not released by the space administrator: it stays its party's own") :
			_("%s waits for a space administrator, who releases what a third state brings"),
			e->ref);
}

/* --- What others see ---------------------------------------------------- */

/* Is the record the third state's own still, so that nobody else sees what is said of
 * it? */
static bool
is_kept(const struct session *s, const struct record *r)
{
	return kind_field(r->kind, HEADER_SHARE) &&
		record_has(r, HEADER_PARTY, s->viewer.party) &&
		!record_has(r, HEADER_SHARE, "team");
}

/* Does it say something at this field that is not one of the program's codes, a day or
 * the name of a record that others may see for themselves? */
static bool
says_words(const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);
	const char *text = record_text(r, index);

	if (!f || !text)
		return false;
	return f->type == FIELD_REF ? *text == VALUE_MARK :
		f->type != FIELD_CODE && f->type != FIELD_CODES &&
		f->type != FIELD_DATE;
}

#define IS_RELEASED N_("%s: %s was released as it is; take it back first (unshare), and it waits to be released anew")
#define SAYS_WORDS N_("%s: what %s says waits until a space administrator has released it: enter it as a record of its own, such as a note")

bool
quarantine_tells(const struct intake *in)
{
	struct session *s = in->session;
	struct db_entry parent;
	struct record of;

	if (!s->viewer.third)
		return false;
	if (!in->entry.parent)
		return !is_kept(s, &in->now);
	if (!db_entry_of_rid(s->store.db, in->entry.parent, &parent, NULL) ||
	    !door_load(&s->store, &parent, &of, NULL))
		return true;
	bool kept = is_kept(s, &of);

	record_clear(&of);
	return !kept;
}

bool
quarantine_wordless(const struct session *s, const struct field *f,
	const char *typed, struct err *err)
{
	return !s->viewer.third || !typed || !*typed || err_field(err, ERR_RULE,
		f->id, _(SAYS_WORDS), manner_field(f), s->viewer.party_code);
}

void
quarantine_refuse_words(struct intake *in, size_t index)
{
	intake_refuse(in, index, _(SAYS_WORDS),
		manner_field(kind_field(in->kind, index)),
		in->session->viewer.party_code);
}

/* An exhibit is handed over and signed for by codes, days and who is of the case; all
 * else that can be said of what others see are words. */
static void
review_part(struct intake *in)
{
	bool signs = in->kind->no == KIND_CHAIN ||
		in->kind->no == KIND_CONFIRMATION;
	struct record of;

	if (!in->parent.rid ||
	    !door_load(&in->session->store, &in->parent, &of, NULL))
		return;
	bool kept = is_kept(in->session, &of);

	record_clear(&of);
	if (kept)
		return;
	if (!signs)
		quarantine_refuse_words(in, HEADER_OF);
	for (size_t i = HEADER_N; signs && i < kind_n(in->kind); i++)
		if (says_words(&in->delta, i))
			quarantine_refuse_words(in, i);
}

/* Is it a part of such a party's that says something in words? */
static bool
is_worded(const struct intake *in)
{
	bool words = in->kind->no != KIND_CHAIN &&
		in->kind->no != KIND_CONFIRMATION;

	for (size_t i = HEADER_N; !words && i < kind_n(in->kind); i++)
		words = says_words(&in->now, i);
	return words;
}

bool
quarantine_may_revive(const struct intake *in, struct err *err)
{
	struct session *s = in->session;
	struct db_entry of;
	const struct field *f = &header_fields[HEADER_OF];

	if (!in->entry.parent || !quarantine_tells(in) || !is_worded(in))
		return true;
	return db_entry_of_rid(s->store.db, in->entry.parent, &of, err) &&
		err_field(err, ERR_RULE, f->id, _(IS_RELEASED), manner_field(f),
			of.ref);
}

/* Of what others see its terms are changed, and a task moves on. */
static void
review_change(struct intake *in)
{
	if (is_kept(in->session, &in->now))
		return;
	for (size_t i = 0; i < kind_n(in->kind); i++) {
		const struct field *f = kind_field(in->kind, i);

		if (!f || value_same(&in->now.values[i], &in->next.values[i]) ||
		    (f->flags & FIELD_DERIVED) || (!says_words(&in->delta, i) &&
		     (i < HEADER_N || (f->flags & FIELD_JOINT))))
			continue;
		if (record_has(&in->now, HEADER_PARTY, in->session->viewer.party))
			intake_refuse(in, i, _(IS_RELEASED), manner_field(f),
				in->entry.ref);
		else
			quarantine_refuse_words(in, i);
	}
}

static void
review_share(struct intake *in)
{
	struct session *s = in->session;
	struct err why = ERR_INIT;

	if (in->is_new) {
		record_set(&in->next, HEADER_SHARE, "own");
		intake_tell(in,
			_("kept to %s until a space administrator releases it"),
			s->viewer.party_code);
	} else if (record_has(&in->next, HEADER_SHARE, "team") &&
	    !quarantine_free(s->store.db, &in->entry, &in->now, &why)) {
		intake_refuse(in, HEADER_SHARE, "share: %s", why.text);
	}
}

void
quarantine_review(struct intake *in)
{
	if (!in->session->viewer.third)
		return;
	if (in->kind->flags & KIND_IS_PART) {
		review_part(in);
		return;
	}
	if (!in->is_new)
		review_change(in);
	if (kind_field(in->kind, HEADER_SHARE))
		review_share(in);
}

/* --- For whom ----------------------------------------------------------- */

static bool
is_released_by(const struct session *s)
{
	return s->viewer.case_id && role_may(s->viewer.role, RIGHT_RELEASE, NULL);
}

bool
quarantine_shows(struct session *s, const struct db_entry *e)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct record r;
	bool waits = false;

	if (!is_released_by(s) || e->case_id != s->viewer.case_id ||
	    (k->flags & (KIND_IS_PART | KIND_IS_HIDDEN)) ||
	    !door_load(&s->store, e, &r, NULL))
		return false;
	bool ok = quarantine_waits(s->store.db, e->rid, &r, &waits, NULL);

	record_clear(&r);
	return ok && waits;
}

/* By its ref in any case of letters, or its uid. */
static bool
entry_of(struct session *s, const char *ref, struct db_entry *e)
{
	char upper[REF_SIZE];
	size_t n = strlen(ref);

	if (ids_valid(ref))
		return db_entry_of_uid(s->store.db, ref, e, NULL);
	if (n >= sizeof(upper))
		return false;
	for (size_t i = 0; i <= n; i++)
		upper[i] = ref[i] >= 'a' && ref[i] <= 'z' ?
			(char)(ref[i] - 'a' + 'A') : ref[i];
	return db_entry_of_ref(s->store.db, s->viewer.case_id, upper, e, NULL);
}

bool
quarantine_find(struct session *s, const char *ref, struct db_entry *e)
{
	return is_released_by(s) && entry_of(s, ref, e) && quarantine_shows(s, e);
}

/* Add the audiences that a third party is in. */
static bool
add_audiences(struct session *s, const char *party, int64_t **ids, size_t *n,
	struct err *err)
{
	struct db_audience_viewer of;
	int64_t *more;
	size_t n_more;

	if (!is_third(s->store.db, party))
		return true;
	if (!viewer_of_party(&s->viewer, &s->store, party, &of, err) ||
	    !db_audience_visible(s->store.db, &of, false, &more, &n_more, err))
		return false;
	*ids = xrealloc_array(*ids, *n + n_more + 1, sizeof(**ids));
	for (size_t i = 0; i < n_more; i++)
		(*ids)[(*n)++] = more[i];
	free(more);
	return true;
}

bool
quarantine_audiences(struct session *s, int64_t **ids, size_t *n,
	struct err *err)
{
	const struct viewer *v = &s->viewer;
	struct err why = ERR_INIT;
	bool ok = true;

	*ids = NULL;
	*n = 0;
	for (size_t i = 0; ok && is_released_by(s) && i < v->n_audiences; i++) {
		struct db_cursor *c = NULL;
		struct db_entry e;

		if (!db_row_scan(s->store.db, table_of(&party_kind), NULL,
		    v->case_id, v->audiences[i], INT64_MAX, &c, &why))
			break;
		while (ok && db_cursor_next(c, &why))
			ok = db_entry_of_rid(s->store.db, db_cursor_rid(c), &e,
					&why) &&
				add_audiences(s, e.uid, ids, n, &why);
		db_cursor_close(c);
	}
	if (why.code == ERR_NONE)
		return true;
	free(*ids);
	*ids = NULL;
	if (err)
		*err = why;
	return false;
}

/* --- The word ----------------------------------------------------------- */

/* The audience of the team, with the party whose record it is: it is its share that
 * is set, by another hand. */
static bool
share_it(struct act *a, struct intake *in, char leaf[ACT_LEAF_SIZE],
	struct err *err)
{
	struct record party;
	int slot = a->slot;

	if (!load_party(a->store->db, record_text(&in->now, HEADER_PARTY),
	    &party, err))
		return false;
	a->slot = (int)record_int(&party, PARTY_SLOT);
	record_clear(&party);
	record_set(&in->delta, HEADER_SHARE, "team");
	record_clear(&in->next);
	record_copy(&in->next, &in->now);
	bool ok = act_set(a, "release", &in->next, &in->delta, &in->entry, leaf,
		err);

	a->slot = slot;
	return ok;
}

bool
quarantine_answer(struct act *a, struct intake *in, bool granted,
	const char *reason, char leaf[ACT_LEAF_SIZE], struct err *err)
{
	struct record part;

	record_init(&part, &share_kind);
	record_set(&part, SHARE_ACTION, granted ? "released" : "refused");
	record_set(&part, SHARE_REASON, reason);
	bool ok = sharing_write(a, &in->entry, &part, leaf, err) &&
		(!granted || share_it(a, in, leaf, err));

	record_clear(&part);
	return ok;
}
