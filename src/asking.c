/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asking.c - the calls desk_ask, desk_answer and desk_asks. */
#include "src/asking.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/ask.h"
#include "src/conduct.h"
#include "src/deed.h"
#include "src/door.h"
#include "src/handling.h"
#include "src/inquiry.h"
#include "src/intake.h"
#include "src/permission.h"
#include "src/quarantine.h"
#include "src/ref.h"
#include "src/retract.h"
#include "src/role.h"
#include "src/shapes.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

/* One act, of which each rule is held against what is there once the lock is. */
static bool
act(struct session *s, const void *ask,
	bool (*inside)(struct act *act, const void *ask, struct intake *in,
		struct desk_acted *a, struct err *err),
	struct desk_acted *a, struct err *err)
{
	struct intake in = { .session = s };
	struct act act;

	if (!deed_begin(&act, s, NULL, err))
		return false;
	bool ok = session_ready(s, err) &&
		inside(&act, ask, &in, a, err);

	ok = deed_end(&act, s, ok, err);
	intake_clear(&in);
	if (!ok)
		desk_acted_clear(a);
	return ok;
}

/* --- Asking ------------------------------------------------------------- */

static void
put(struct record *r, size_t index, const char *text)
{
	if (text && *text)
		record_set(r, index, text);
}

/* Who is asked: the party of the record, or the one that is named. */
static bool
find_asked(struct session *s, const struct desk_asking *ask,
	struct record *typed, struct err *err)
{
	struct db_entry e;
	struct record about;

	bool of_jits = ask->what &&
		ask_what(ask->what)->flags & ASK_OF_JITS;

	if (of_jits && (ask->ref || ask->of_party || ask->due))
		return err_set(err, ERR_USAGE,
			_("other JITs are asked about an identifier or a name, and none of them is named, nor a day"));
	if (!ask->ref) {
		put(typed, ASK_TO_PARTY, ask->of_party);
		return true;
	}
	if (!ref_resolve(&s->store, &s->viewer, ask->ref, UINT64_MAX, &e, err))
		return false;
	if (!kind_field(kind_of((enum kind_no)e.kind), HEADER_SHARE))
		return err_set(err, ERR_RULE,
			_("%s (%s) is not asked about: that is a record that is shared as a whole"),
			e.ref, kind_of((enum kind_no)e.kind)->name);
	if (!door_load(&s->store, &e, &about, err))
		return false;
	put(typed, ASK_TO_PARTY, record_text(&about, HEADER_PARTY));
	record_clear(&about);
	return true;
}

/* What the program asks of itself, or nobody asks. */
static bool
is_asked(const char *what, struct err *err)
{
	const struct field *f = kind_field(&ask_kind, ASK_WHAT);
	const struct field_code *code = what ?
		field_code(f->codes, what, strlen(what)) : NULL;

	if (!what || (code && !(ask_what(code->code)->flags & ASK_BY_PROGRAM)))
		return true;
	return err_field(err, code ? ERR_USAGE : ERR_INVALID, f->id,
		_("\"%.20s\" is not asked by a person: share, court, onward, lift, use or hit"),
		what);
}

static bool
ask_inside(struct act *act, const void *arg, struct intake *in,
	struct desk_acted *a, struct err *err)
{
	const struct desk_asking *ask = arg;
	struct session *s = in->session;
	struct record typed;
	char leaf[ACT_LEAF_SIZE] = "";

	if (!role_may(s->viewer.role, RIGHT_ASK, err) ||
	    !is_asked(ask->what, err))
		return false;
	intake_init(in, s, &ask_kind);
	record_init(&typed, &ask_kind);
	put(&typed, ASK_WHAT, ask->what);
	put(&typed, ASK_ABOUT, ask->ref);
	put(&typed, ASK_IDENT_TYPE, ask->ident_type);
	put(&typed, ASK_IDENT_VALUE, ask->ident_value);
	put(&typed, ASK_FOR_USE, ask->for_use);
	put(&typed, ASK_FOR_PARTY, ask->for_party);
	put(&typed, ASK_PURPOSE, ask->purpose);
	put(&typed, ASK_DUE, ask->due);
	bool ok = find_asked(s, ask, &typed, err) &&
		intake_read(in, &typed, err) && intake_good(in, err) &&
		act_add(act, &in->next, s->viewer.case_id, NULL, &in->entry,
			leaf, err);

	record_clear(&typed);
	if (ok)
		deed_answer(in, leaf, a);
	return ok;
}

bool
asking_put(struct session *s, const struct desk_asking *ask,
	struct desk_acted *a, struct err *err)
{
	if (!act(s, ask, ask_inside, a, err))
		return false;
	inquiry_log(s, a->uid);
	return true;
}

/* --- Answering ---------------------------------------------------------- */

static void
show_ref(const struct intake *in, size_t index, char ref[REF_SIZE])
{
	struct session *s = in->session;
	const char *uid = record_text(&in->now, index);

	if (!uid || !ref_show(&s->store, &s->viewer, uid, ref))
		strbuf_fill(ref, REF_SIZE, "?");
}

/* Once, and by who is asked. */
static bool
may_answer(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;
	const char *answer = record_text(&in->now, ASK_ANSWER);
	char who[REF_SIZE];

	if (!ask_is_put_to(&in->now, v->party, v->member)) {
		show_ref(in, record_text(&in->now, ASK_TO_MEMBER) ?
			(size_t)ASK_TO_MEMBER : (size_t)ASK_TO_PARTY, who);
		return err_set(err, ERR_RULE,
			_("%s is asked of %s, which alone answers it"),
			in->entry.ref, who);
	}
	if (ask_what(record_text(&in->now, ASK_WHAT))->flags & ASK_TELLS)
		return err_set(err, ERR_RULE,
			_("%s tells something and asks nothing"), in->entry.ref);
	if (!answer)
		return true;
	show_ref(in, ASK_ANSWERED_BY, who);
	return err_set(err, ERR_RULE,
		_("%s was answered on %s by %s: %s; a new one has to be asked"),
		in->entry.ref, record_text(&in->now, ASK_ANSWERED_ON), who,
		answer);
}

/* A value of a field that nobody types directly. */
static bool
read_value(struct intake *in, size_t index, const char *text, struct err *err)
{
	const struct field *f = kind_field(in->kind, index);
	struct value_context ctx = { clock_now(), in->session->zone, NULL };
	struct strbuf out = STRBUF_INIT;
	bool invalid, ok = value_parse(f, text, strlen(text), &ctx, &out,
		&invalid, err);

	if (ok)
		record_set(&in->delta, index, out.text);
	strbuf_clear(&out);
	return ok;
}

/* Without words nothing is limited, and a third state says none here (quarantine.h). */
static bool
read_terms(struct intake *in, const struct desk_answering *ask, struct err *err)
{
	bool has_terms = ask->terms && *ask->terms;
	bool limits = record_has(&in->delta, ASK_ANSWER, "limited");

	if (in->session->viewer.third && (has_terms || limits)) {
		quarantine_refuse_words(in, ASK_TERMS);
		return intake_good(in, err);
	}
	if (has_terms && !read_value(in, ASK_TERMS, ask->terms, err))
		return false;
	return record_text(&in->delta, ASK_TERMS) ||
		in->session->viewer.third ||
		record_has(&in->delta, ASK_ANSWER, "granted") ||
		err_field(err, ERR_INVALID,
			kind_field(in->kind, ASK_TERMS)->id, limits ?
			_("terms: within which limits it is granted is wanted") :
			_("terms: why it is refused is wanted"));
}

static bool
read_answer(struct intake *in, const struct desk_answering *ask, struct err *err)
{
	if (!ask->answer || !read_value(in, ASK_ANSWER, ask->answer, err))
		return ask->answer ? false : err_set(err, ERR_USAGE,
			_("an answer is granted, limited or refused"));
	if (!read_terms(in, ask, err))
		return false;
	record_set(&in->delta, ASK_ANSWERED_BY, in->session->viewer.member);
	return read_value(in, ASK_ANSWERED_ON, "today", err);
}

/*
 * What another authority laid down, that authority alone permits (decisions.md D9):
 * its permission must be there before the party that holds the record says yes.
 */
static bool
is_permitted(const struct intake *in, const struct db_entry *e,
	const struct record *about, struct err *err)
{
	struct store *s = &in->session->store;
	const char *what = record_text(&in->now, ASK_WHAT);
	const char *to = record_text(&in->now, ASK_FOR_PARTY);
	const char *origin = handling_origin(s, about);
	struct permissions p;

	if (!origin)
		return true;
	if (!permissions_load(&p, s->db, e->rid, err))
		return false;
	bool has = permissions_have(&p, what, record_text(&in->now, ASK_FOR_USE),
		to ? to : record_text(&in->now, HEADER_PARTY));

	permissions_clear(&p);
	return has || err_set(err, ERR_RULE,
		_("%s comes from %.100s, which alone permits that: add its permission of=%s what=%s by=... first, or refuse"),
		e->ref, origin, e->ref, what);
}

/* Is the yes, if it is one, the party's to say? */
static bool
may_grant(const struct intake *in, struct err *err)
{
	const char *uid = record_text(&in->now, ASK_ABOUT);
	struct store *s = &in->session->store;
	struct db_entry e;
	struct record about;

	if (!uid || record_has(&in->delta, ASK_ANSWER, "refused") ||
	    !(ask_what(record_text(&in->now, ASK_WHAT))->flags & ASK_PERMITS))
		return true;
	if (!db_entry_of_uid(s->db, uid, &e, err) ||
	    !door_load(s, &e, &about, err))
		return false;
	bool ok = is_permitted(in, &e, &about, err);

	record_clear(&about);
	return ok;
}

/* A yes to sharing shares nothing by itself: what, and with which limits, is an act
 * of its own. */
static void
advise(struct intake *in)
{
	char about[REF_SIZE] = "", asker[REF_SIZE];

	if (strcmp(record_text(&in->now, ASK_WHAT), "share") != 0 ||
	    record_has(&in->delta, ASK_ANSWER, "refused"))
		return;
	show_ref(in, HEADER_PARTY, asker);
	if (record_text(&in->now, ASK_ABOUT))
		show_ref(in, ASK_ABOUT, about);
	if (!manner_is_screens())
		intake_tell(in,
			_("nothing is shared by this answer: liaison share %s %s --reason ..."),
			*about ? about : "REF", asker);
	else if (*about)
		intake_tell(in,
			_("Nothing is shared by this answer: S on %s gives it to %s"),
			about, asker);
	else
		intake_tell(in,
			_("Nothing is shared by this answer: S on a record gives it to %s"),
			asker);
}

/* --- Releasing ---------------------------------------------------------- */

/* Need, and the conditions of the agreement, are said in words that stay. */
static bool
read_release(const struct desk_answering *ask, struct strbuf *reason,
	bool *granted, struct err *err)
{
	const char *word = ask->answer ? ask->answer : "";

	*granted = strcmp(word, "granted") == 0;
	if (!*granted && strcmp(word, "refused") != 0)
		return err_set(err, ERR_USAGE,
			_("what a third state brought is released, granted, or refused"));
	if (!ask->terms || !*ask->terms)
		return err_set(err, ERR_INVALID, *granted ?
			_("terms: what it is needed for, and how it meets the conditions of the agreement, is wanted") :
			_("terms: why it is refused is wanted"));
	return retract_reason(ask->terms, reason, err);
}

static bool
nothing_waits(const struct intake *in, const char *ref, struct err *err)
{
	struct session *s = in->session;
	struct db_entry e;

	return ref_resolve(&s->store, &s->viewer, ref, UINT64_MAX, &e, err) &&
		err_set(err, ERR_RULE,
			_("%s waits for no release: what a third state brings does, until it is answered"),
			e.ref);
}

static bool
release_inside(struct act *act, const void *arg, struct intake *in,
	struct desk_acted *a, struct err *err)
{
	const struct desk_answering *ask = arg;
	struct session *s = in->session;
	struct strbuf reason = STRBUF_INIT;
	char leaf[ACT_LEAF_SIZE] = "";
	bool granted, ok;
	struct db_entry e;

	if (!role_may(s->viewer.role, RIGHT_RELEASE, err))
		return false;
	if (!quarantine_find(s, ask->ref ? ask->ref : "", &e))
		return nothing_waits(in, ask->ref ? ask->ref : "", err);
	ok = intake_line(in, s, &e, err) &&
		read_release(ask, &reason, &granted, err) &&
		quarantine_answer(act, in, granted, reason.text, leaf, err);
	strbuf_clear(&reason);
	if (ok)
		deed_answer(in, leaf, a);
	return ok;
}

/* What another case asks; it learns nothing of a no. */
static bool
answer_inquiry(struct act *act, const struct desk_answering *ask,
	struct intake *in, struct desk_acted *a, struct err *err)
{
	struct session *s = in->session;
	char leaf[ACT_LEAF_SIZE] = "";
	struct inquiry q;

	if (!inquiry_get(s, ask->ref, &q, err))
		return false;
	intake_init(in, s, &ask_kind);
	bool ok = read_answer(in, ask, err) &&
		inquiry_answer(act, in, &q, leaf, err);

	inquiry_clear(&q);
	if (ok)
		deed_answer(in, leaf, a);
	return ok;
}

/* Who is asked by name answers for themselves. To whom else may not answer there is
 * nothing, whatever they name. */
static bool
find_ask(struct intake *in, const struct desk_answering *ask, struct err *err)
{
	struct session *s = in->session;
	struct err why = ERR_INIT;
	struct db_entry e;
	bool found = ref_resolve(&s->store, &s->viewer, ask->ref ? ask->ref : "",
			KIND_BIT(KIND_ASK), &e, &why) &&
		intake_load(in, s, e.uid, &why);

	if (!(found && record_text(&in->now, ASK_TO_MEMBER) &&
	      ask_is_put_to(&in->now, s->viewer.party, s->viewer.member)) &&
	    !role_may(s->viewer.role, RIGHT_ANSWER, err))
		return false;
	if (!found && err)
		*err = why;
	return found;
}

static bool
answer_inside(struct act *act, const void *arg, struct intake *in,
	struct desk_acted *a, struct err *err)
{
	const struct desk_answering *ask = arg;
	struct session *s = in->session;
	char leaf[ACT_LEAF_SIZE] = "";

	if (inquiry_is_named(s, ask->ref))
		return role_may(s->viewer.role, RIGHT_ANSWER, err) &&
			answer_inquiry(act, ask, in, a, err);
	if (!find_ask(in, ask, err) || !may_answer(in, err) ||
	    !read_answer(in, ask, err) || !may_grant(in, err))
		return false;
	advise(in);
	record_clear(&in->next);
	record_copy(&in->next, &in->now);
	if (!act_set(act, "answer", &in->next, &in->delta, &in->entry, leaf,
	    err) || !conduct_follow(act, in, err))
		return false;
	deed_answer(in, leaf, a);
	return true;
}

bool
asking_answer(struct session *s, const struct desk_answering *ask,
	struct desk_acted *a, struct err *err)
{
	/* An administrator of the space speaks for no party, and releases. */
	bool releases = session_ready(s, NULL) &&
		role_may(s->viewer.role, RIGHT_RELEASE, NULL);

	if (!act(s, ask, releases ? release_inside : answer_inside, a, err))
		return false;
	inquiry_log(s, a->uid);
	return true;
}

/* --- Those there are ---------------------------------------------------- */

struct listing {
	struct session *session;
	const char *about;	/* uid, or NULL */
	bool open;
	struct desk_asks *asks;
	size_t room;
};

/* Does it wait for a word? */
static bool
is_open(const struct session *s, const struct record *r)
{
	return ask_is_open(r) || inquiry_is_open(r, &s->viewer);
}

static bool
take(struct listing *l, const struct db_cursor *c, struct err *err)
{
	struct session *s = l->session;
	struct record r;
	struct db_entry e;

	if (!db_entry_of_rid(s->store.db, db_cursor_rid(c), &e, err))
		return false;
	table_record(&r, &ask_kind, c, &e);
	const char *about = record_text(&r, ASK_ABOUT);
	const char *party = record_text(&r, HEADER_PARTY);
	struct desk_ask_row row = { .record = r, .open = is_open(s, &r),
		.ours = party && strcmp(party, s->viewer.party) == 0 };

	if ((l->open && !row.open) ||
	    (l->about && (!about || strcmp(about, l->about) != 0))) {
		record_clear(&row.record);
		return true;
	}
	l->asks->rows = xgrow(l->asks->rows, l->asks->n, &l->room,
		sizeof(*l->asks->rows));
	l->asks->rows[l->asks->n++] = row;
	return true;
}

static bool
take_audience(struct listing *l, int64_t audience, struct err *err)
{
	struct session *s = l->session;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	bool ok = true;

	if (!db_row_scan(s->store.db, table_of(&ask_kind), NULL,
	    s->viewer.case_id, audience, INT64_MAX, &c, err))
		return false;
	for (size_t i = 0; ok && i < DESK_ASKS_MOST &&
	    db_cursor_next(c, &why); i++)
		ok = take(l, c, &why);
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static int
newest_first(const void *a, const void *b)
{
	const struct desk_ask_row *x = a, *y = b;
	int64_t at = record_int(&x->record, HEADER_CREATED);
	int64_t other = record_int(&y->record, HEADER_CREATED);

	if (at != other)
		return at < other ? 1 : -1;
	return strcmp(record_text(&x->record, HEADER_REF),
		record_text(&y->record, HEADER_REF));
}

static bool
fill(struct listing *l, struct err *err)
{
	struct session *s = l->session;
	struct desk_asks *a = l->asks;

	for (size_t i = 0; i < s->viewer.n_audiences; i++)
		if (!take_audience(l, s->viewer.audiences[i], err))
			return false;
	if (a->n)
		qsort(a->rows, a->n, sizeof(*a->rows), newest_first);
	while (a->n > DESK_ASKS_MOST)
		record_clear(&a->rows[--a->n].record);
	for (size_t i = 0; i < a->n; i++)
		door_out(&s->store, &s->viewer, &a->rows[i].record);
	return true;
}

bool
asking_list(struct session *s, const struct desk_asks_ask *ask,
	struct desk_asks *a, struct err *err)
{
	struct listing l = { .session = s, .open = ask->open, .asks = a };
	struct db_entry e = { 0 };

	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = !ask->ref || ref_resolve(&s->store, &s->viewer, ask->ref,
		UINT64_MAX, &e, err);

	l.about = ask->ref ? e.uid : NULL;
	ok = ok && fill(&l, err);
	db_read_end(s->store.db);
	if (!ok)
		wire_clear(&shape_asks, a);
	return ok;
}
