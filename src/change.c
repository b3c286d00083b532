/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change.c - see change.h and the calls of session.h. */
#include "src/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "db/log.h"
#include "src/admit.h"
#include "src/advice.h"
#include "src/alike.h"
#include "src/change_parts.h"
#include "src/conduct.h"
#include "src/deed.h"
#include "src/door.h"
#include "src/entry.h"
#include "src/following.h"
#include "src/hint.h"
#include "src/hit.h"
#include "src/inquiry.h"
#include "src/legal.h"
#include "src/role.h"
#include "src/share_review.h"
#include "src/unique.h"
#include "src/veil.h"
#include "base/banned.h"

/* --- Rights ------------------------------------------------------------- */

/* What is said of the case opens it, too: until it says that the agreement is signed,
 * hardly anything is shared (share_review.c). */
static enum role_right
right_to(const struct kind *k, enum role_right usual)
{
	if (k->no == KIND_CASEFILE && usual == RIGHT_ADD)
		return RIGHT_CASE;
	return k->no == KIND_PARTY || k->no == KIND_MEMBER || k->no == KIND_CASEFILE ?
		RIGHT_ADMIT : usual;
}

/* Who may end a membership may hand on what is in its hands, and no more: an
 * administrator does where nobody leads the party (leave.c). */
static bool
may(const struct session *s, enum role_right right, struct err *err)
{
	return role_may(s->viewer.role, s->ending ? RIGHT_ADMIT : right, err);
}

static bool
is_own(const struct viewer *v, const struct record *r)
{
	const char *owner = record_text(r, HEADER_PARTY);

	return owner && strcmp(owner, v->party) == 0;
}

bool
change_is_foreign(const struct viewer *v, const struct record *r)
{
	const struct conduct *conduct = conduct_of(r->kind);

	if ((conduct && conduct->allowed) || !record_text(r, HEADER_PARTY) ||
	    is_own(v, r))
		return false;
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);

		if (f && (f->flags & FIELD_JOINT))
			return false;
	}
	return true;
}

/* The rule where a kind has none of its own: of another party's record only the
 * JOINT fields are everybody's. */
static bool
own_fields(const struct intake *in, struct err *err)
{
	if (is_own(&in->session->viewer, &in->now))
		return true;
	for (size_t i = 0; i < kind_n(in->kind); i++) {
		const struct field *f = kind_field(in->kind, i);

		if (in->delta.values[i].state != VALUE_UNSET &&
		    !(f->flags & FIELD_JOINT))
			return err_field(err, ERR_RULE, f->id,
				intake_may_comment(in) ?
				_("%s is another party's record: only that party changes its %s; you can add a comment") :
				_("%s is another party's record: only that party changes its %s"),
				in->entry.ref, manner_field(f));
	}
	return true;
}

/* To overwrite a value tells of it, too, by the rules that it was held against. Who hands
 * on what a member leaves reads nothing. */
bool
change_stated(const struct intake *in, struct err *err)
{
	const struct session *s = in->session;

	if (in->is_new || s->ending || !veil_is_on(s, in->entry.uid, &in->now))
		return true;
	return err_set(err, ERR_PURPOSE, manner_is_screens() ?
		_("%s is restricted, or holds special categories of data: open it first, and say why") :
		_("%s is restricted, or holds special categories of data: say why you change it (--purpose TEXT)"),
		in->entry.ref);
}

bool
change_allowed(const struct intake *in, struct err *err)
{
	const struct session *s = in->session;
	const struct conduct *conduct = conduct_of(in->kind);

	if (in->kind->flags & KIND_IS_ACT)
		return err_set(err, ERR_RULE,
			_("a %s is made by an act of its own: see liaison help %s"),
			in->kind->name, in->kind->name);
	if (in->is_new)
		return may(s, right_to(in->kind, RIGHT_ADD), err) &&
			admit_may_bring(in->session, err) &&
			(!conduct || !conduct->allowed ||
			 conduct->allowed(in, err));
	if (!may(s, right_to(in->kind, RIGHT_SET), err))
		return false;
	if (legal_is_erased(&in->now))
		return err_set(err, ERR_RULE,
			_("%s was erased by law: nothing is left of it to change"),
			in->entry.ref);
	if (record_text(&in->now, HEADER_RETRACTED))
		return err_set(err, ERR_RULE,
			_("%s was retracted; undo of that brings it back"),
			in->entry.ref);
	if (in->kind->flags & KIND_IS_PART)
		return err_set(err, ERR_RULE,
			_("%s is never overwritten: add a new one with corrects=%s"),
			in->entry.ref, in->entry.ref);
	if (!change_stated(in, err))
		return false;
	if (conduct && conduct->allowed)
		return conduct->allowed(in, err);
	return own_fields(in, err);
}

bool
change_permitted(struct intake *in, struct err *err)
{
	struct err why = ERR_INIT;

	if (change_allowed(in, &why))
		return true;
	intake_denied(in, &why);
	if (err)
		*err = why;
	return false;
}

/* --- Stale saves -------------------------------------------------------- */

/* Which fields did others change since the version that a save began with? */
static bool
changed_since(struct intake *in, int64_t version, bool *changed,
	struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;

	if (!db_log_of_record(in->session->store.db, in->entry.rid, &c, err))
		return false;
	while (db_log_next(c, &row, &why)) {
		struct entry e = ENTRY_INIT;

		if (!entry_decode(&e, row.data, row.len, &why))
			break;
		for (size_t i = 0; e.base >= version && i < e.n_fields; i++) {
			size_t at = kind_index_of_id(in->kind, e.fields[i].id);

			if (at < kind_n(in->kind))
				changed[at] = true;
		}
		entry_clear(&e);
	}
	db_log_cursor_close(c);
	if (why.code == ERR_NONE)
		return true;
	if (err)
		*err = why;
	return false;
}

static void
add_conflict(struct intake *in, size_t index)
{
	const struct field *f = kind_field(in->kind, index);
	const char *now = record_text(&in->now, index);
	struct strbuf theirs = STRBUF_INIT;
	struct err why = ERR_INIT;

	if (now && veil_is_on(in->session, in->entry.uid, &in->now))
		strbuf_puts(&theirs, "...");
	else if (now)
		door_out_value(&in->session->store, &in->session->viewer, f, now,
			&theirs);
	err_field(&why, ERR_STALE, f->id,
		_("%s of %s was changed meanwhile; it is now \"%.120s\""),
		manner_field(f), in->entry.ref, theirs.text);
	intake_fault(in, &why, theirs.len ? theirs.text : NULL);
	strbuf_clear(&theirs);
}

/*
 * A save that started from an older version merges when the two changed
 * different fields, and is refused, both versions at hand, when not (D9).
 */
static bool
merge(struct intake *in, int64_t version, bool *merged, struct err *err)
{
	int64_t now = record_int(&in->now, HEADER_VERSION);

	*merged = false;
	if (version == 0 || version == now)
		return true;
	if (version > now || version < 0)
		return err_set(err, ERR_STALE,
			_("%s has no version %lld; it is at %lld"), in->entry.ref,
			(long long)version, (long long)now);
	bool *changed = xcalloc(kind_n(in->kind), sizeof(*changed));
	bool ok = changed_since(in, version, changed, err);

	for (size_t i = 0; ok && i < kind_n(in->kind); i++)
		if (changed[i] && in->delta.values[i].state != VALUE_UNSET &&
		    !(kind_field(in->kind, i)->flags & FIELD_DERIVED))
			add_conflict(in, i);
	free(changed);
	*merged = in->merged = ok;
	return ok;
}

/* --- Writing ------------------------------------------------------------ */

static bool
write_it(struct act *a, struct intake *in, char leaf[ACT_LEAF_SIZE],
	struct err *err)
{
	int64_t case_id = in->session->viewer.case_id;

	if (!in->is_new) {
		if (!intake_differs(in))
			return true;
		record_clear(&in->next);
		record_copy(&in->next, &in->now);
		/* Who reads the history learns that its author had not seen what
		 * the change before it says. */
		return act_set(a, in->merged ? "merge" : "set", &in->next,
				&in->delta, &in->entry, leaf, err) &&
			share_follow(a, in, err) && conduct_follow(a, in, err);
	}
	if (in->kind->no == KIND_CASEFILE)
		return admit_casefile(a, in, leaf, err);
	return admit_prepare(in, err) && conduct_prepare(a, in, err) &&
		act_add(a, &in->next, case_id,
			in->parent.rid ? &in->parent : NULL, &in->entry, leaf,
			err) && conduct_follow(a, in, err);
}

bool
change_write(struct act *a, struct intake *in, char leaf[ACT_LEAF_SIZE],
	struct err *err)
{
	return write_it(a, in, leaf, err) && (!*leaf || (hit_give(in, err) &&
		inquiry_offer(in, err)));
}

/* The intake of an ask: a new record, or the one that it names. */
static bool
take_in(struct session *s, const struct desk_change *ask, struct intake *in,
	struct err *err)
{
	const struct kind *k = ask->fields->kind;
	bool is_new = strcmp(ask->verb, "add") == 0;

	if (!is_new && strcmp(ask->verb, "set") != 0)
		return err_set(err, ERR_USAGE, _("no verb \"%.20s\": add or set"),
			ask->verb);
	if (k->flags & KIND_IS_HIDDEN)
		return err_set(err, ERR_USAGE, _("no kind \"%s\""), k->name);
	if (k->no == KIND_CASEFILE && is_new ? !session_refresh(s, err)
	    : !session_ready(s, err))
		return false;
	if (is_new)
		intake_init(in, s, k);
	else if (!intake_load(in, s, ask->ref, err))
		return false;
	if (!is_new || !ask->from)
		return intake_read(in, ask->fields, err);

	struct record typed;

	record_copy(&typed, ask->fields);
	following_say(&typed, ask->from);
	bool ok = intake_read(in, &typed, err);

	record_clear(&typed);
	return ok;
}

/* Fill what an answer says of faults and notices; they change owners. */
static void
hand_over(struct intake *in, struct desk_fault **faults, size_t *n_faults)
{
	*faults = in->faults;
	*n_faults = in->n_faults;
	in->faults = NULL;
	in->n_faults = 0;
}

/* What else is wrong, and what is to be known, of a change that may be made. */
static bool
judge_rest(const struct desk_change *ask, struct intake *in,
	struct desk_checked *a, struct err *err)
{
	bool merged;

	return (in->is_new || merge(in, ask->version, &merged, err)) &&
		unique_review(in, err) && (in->n_faults > 0 ||
			advice_give(in, &a->remarks, &a->n_remarks, err));
}

bool
change_check(struct session *s, const struct desk_change *ask,
	struct desk_checked *a, struct err *err)
{
	struct intake in = { 0 };
	bool ok = take_in(s, ask, &in, err);

	/* That it is not theirs to say is a fault of the field, too. */
	if (ok && change_permitted(&in, NULL))
		ok = judge_rest(ask, &in, a, err);
	if (ok) {
		record_copy(&a->record, &in.next);
		door_out(&s->store, &s->viewer, &a->record);
		hand_over(&in, &a->faults, &a->n);
	}
	intake_clear(&in);
	return ok;
}

static void
answer(const struct intake *in, const char *leaf, struct desk_acted *a)
{
	a->ref = xstrdup(in->entry.ref);
	a->uid = xstrdup(in->entry.uid);
	a->version = record_int(&in->next, HEADER_VERSION);
	a->unchanged = !*leaf;
	a->entry = *leaf ? xstrdup(leaf) : NULL;
}

/* Advice as sentences that come with what was done. */
static bool
advise(struct intake *in, struct err *err)
{
	struct desk_remark *remarks;
	size_t n;
	bool ok = advice_give(in, &remarks, &n, err);

	for (size_t i = 0; i < n; i++) {
		intake_notice(in, remarks[i].text);
		free(remarks[i].text);
	}
	free(remarks);
	return ok;
}

bool
change_judge(const struct desk_change *ask, struct intake *in,
	struct desk_acted *a, struct err *err)
{
	bool is_new = strcmp(ask->verb, "add") == 0;

	/* What the role may not do at all is said of no record. */
	return may(in->session, right_to(ask->fields->kind,
			is_new ? RIGHT_ADD : RIGHT_SET), err) &&
		take_in(in->session, ask, in, err) && change_permitted(in, err) &&
		(in->is_new || merge(in, ask->version, &a->merged, err)) &&
		unique_review(in, err) && intake_good(in, err);
}

bool
change_do(struct act *act, const struct desk_change *ask, struct intake *in,
	struct desk_acted *a, struct err *err)
{
	char leaf[ACT_LEAF_SIZE] = "";
	bool ok = change_write(act, in, leaf, err) &&
		change_parts(act, in, ask->parts, ask->n_parts, err) &&
		(!in->is_new || !ask->from ||
		 following_link(act, in, ask->from, err));

	if (ok)
		answer(in, leaf, a);
	return ok;
}

void
change_answer(struct intake *in, bool done, struct desk_acted *a)
{
	if (!in->kind)
		return;
	intake_hand_notices(in, &a->notices, &a->n_notices);
	if (!done) {
		hand_over(in, &a->faults, &a->n_faults);
		return;
	}
	a->hits = in->hits;
	a->n_hits = in->n_hits;
	in->hits = NULL;
	in->n_hits = 0;
}

void
change_note(struct session *s, struct desk_acted *a)
{
	struct hit_list hits = { a->hits, a->n_hits, a->n_hits };

	hit_note(s, &hits, NULL);
	a->hits = hits.list;
	a->n_hits = hits.n;
}

/* Whom the act may have made like another, or NULL. */
static const struct db_entry *
newly_named(const struct intake *in)
{
	if (in->kind->no == KIND_NAME && alike_is_of(
	    kind_of((enum kind_no)in->parent.kind)))
		return &in->parent;
	if (!alike_is_of(in->kind))
		return NULL;
	for (size_t i = HEADER_N; i < kind_n(in->kind); i++)
		if (in->delta.values[i].state != VALUE_UNSET &&
		    alike_reads(in->kind, i))
			return &in->entry;
	return NULL;
}

/* Told when it is done: the act is what it is if nobody can say. */
static void
notice_alike(struct intake *in)
{
	const struct db_entry *e = newly_named(in);
	char *text = NULL;

	if (e && alike_notice(in->session, e, &text, NULL) && text)
		intake_notice(in, text);
	free(text);
}

bool
change_act(struct session *s, const struct desk_change *ask,
	struct desk_acted *a, struct err *err)
{
	struct intake in = { .session = s };
	struct act act;

	if (!deed_begin(&act, s, ask->draft, err))
		return false;
	bool ok = change_judge(ask, &in, a, err) &&
		change_do(&act, ask, &in, a, err) &&
		(a->unchanged || advise(&in, err));

	ok = deed_end(&act, s, ok, err);
	if (!ok)
		admit_note_refused(&in);
	/* A field that was just defined is in force at once. */
	if (ok && in.kind->no == KIND_FIELD)
		session_refresh(s, NULL);
	if (ok && ask->draft)
		draft_drop(s, ask->draft, NULL);
	/* Whoever makes a first case sits down at it. */
	if (ok && in.kind->no == KIND_CASEFILE && !s->viewer.case_id)
		ok = viewer_load(&s->viewer, &s->store, in.entry.rid,
			s->viewer.identity, err);
	if (ok && !a->unchanged) {
		notice_alike(&in);
		hint_give(&in);
	}
	change_answer(&in, ok, a);
	change_note(s, a);
	intake_clear(&in);
	return ok;
}
