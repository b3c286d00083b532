/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history.c - see history.h: what was done to a record with its parts, or in the
 * case, as the viewer may know it. */
#include "src/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/entry.h"
#include "db/log.h"
#include "src/door.h"
#include "src/member.h"
#include "src/ref.h"
#include "src/replay.h"
#include "src/role.h"
#include "src/session.h"
#include "src/table.h"
#include "base/banned.h"

/* An entry that is to be told. */
struct chosen {
	int64_t tree, seq, rid;
	size_t place;		/* in the answer: 0 is the newest */
};

struct chosen_list {
	struct chosen *all;
	size_t n, room;
};

static void
choose(struct chosen_list *list, const struct db_log_row *row)
{
	list->all = xgrow(list->all, list->n, &list->room, sizeof(*list->all));
	list->all[list->n] = (struct chosen){ row->tree, row->seq, row->rid,
		list->n };
	list->n++;
}

static bool
give_err(const struct err *why, struct err *err)
{
	if (why->code != ERR_NONE && err)
		*err = *why;
	return why->code == ERR_NONE;
}

/* --- Which entries: of one record --------------------------------------- */

static bool
choose_record(struct session *s, const struct db_entry *e,
	struct chosen_list *list, struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;

	if (!db_log_of_record(s->store.db, e->rid, &c, err))
		return false;
	while (db_log_next(c, &row, &why))
		if (!replay_is_note(k, row.tree))
			choose(list, &row);
	db_log_cursor_close(c);
	return give_err(&why, err);
}

static bool
choose_parts(struct session *s, const struct kind *k, int64_t parent,
	struct chosen_list *list, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!viewer_sees_parts(&s->viewer, k, parent))
		return true;
	if (!db_row_parts(s->store.db, table_of(k), parent, &c, err))
		return false;
	while (db_cursor_next(c, &why))
		if (!db_entry_of_rid(s->store.db, db_cursor_rid(c), &e, &why) ||
		    !choose_record(s, &e, list, &why))
			break;
	db_cursor_close(c);
	return give_err(&why, err);
}

/* A record and its parts are of one tree: its order is theirs. */
static int
newest_first(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;

	return (x->seq < y->seq) - (x->seq > y->seq);
}

static bool
choose_of_ref(struct session *s, const struct desk_history_ask *ask,
	struct chosen_list *list, struct err *err)
{
	struct db_entry e;

	if (!ref_resolve(&s->store, &s->viewer, ask->ref, UINT64_MAX, &e, err) ||
	    !choose_record(s, &e, list, err))
		return false;
	const struct kind *k = kind_of((enum kind_no)e.kind);

	for (size_t i = 0; kinds[i]; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) &&
		    !choose_parts(s, kinds[i], e.rid, list, err))
			return false;
	if (list->n)
		qsort(list->all, list->n, sizeof(*list->all), newest_first);
	if (ask->limit && list->n > (size_t)ask->limit)
		list->n = (size_t)ask->limit;
	for (size_t i = 0; i < list->n; i++)
		list->all[i].place = i;
	return true;
}

/* --- Which entries: of the whole case ----------------------------------- */

/* One tree, from its newest entry back; stands on one that the viewer may see. */
struct reader {
	struct db_log_cursor *c;
	struct db_log_row row;
	int64_t time;
	bool there;
};

bool
history_is_told(struct session *s, const struct db_log_row *row)
{
	struct db_entry e;

	if (!db_entry_of_rid(s->store.db, row->rid, &e, NULL) ||
	    (e.kind == KIND_CASEFILE && e.rid != s->viewer.case_id))
		return false;
	const struct kind *k = kind_of((enum kind_no)e.kind);

	return k && !replay_is_note(k, row->tree) &&
		viewer_sees(&s->viewer, &s->store, &e);
}

static bool
next_told(struct session *s, struct reader *r, struct err *err)
{
	struct entry e = ENTRY_INIT;
	struct err why = ERR_INIT;

	do {
		r->there = db_log_next(r->c, &r->row, &why);
	} while (r->there && !history_is_told(s, &r->row));
	if (!r->there)
		return give_err(&why, err);
	if (!entry_decode(&e, r->row.data, r->row.len, err))
		return false;
	r->time = e.time;
	entry_clear(&e);
	return true;
}

/* Within a tree the log's order holds; between the two there is only time. */
static bool
merge(struct session *s, struct reader r[2], int64_t limit,
	struct chosen_list *list, struct err *err)
{
	if (!next_told(s, &r[0], err) || !next_told(s, &r[1], err))
		return false;
	while ((r[0].there || r[1].there) &&
	       (!limit || list->n < (size_t)limit)) {
		struct reader *newest = !r[0].there || (r[1].there &&
			r[1].time >= r[0].time) ? &r[1] : &r[0];

		choose(list, &newest->row);
		if (!next_told(s, newest, err))
			return false;
	}
	return true;
}

static bool
choose_of_case(struct session *s, const struct desk_history_ask *ask,
	struct chosen_list *list, struct err *err)
{
	struct db *db = s->store.db;
	struct reader r[2] = { { .c = NULL }, { .c = NULL } };
	int64_t tree;

	bool ok = db_log_tree_of_case(db, s->viewer.case_id, &tree, err) &&
		db_log_newest(db, DB_LOG_STORE, INT64_MAX, &r[0].c, err) &&
		db_log_newest(db, tree, INT64_MAX, &r[1].c, err) &&
		merge(s, r, ask->limit, list, err);

	db_log_cursor_close(r[0].c);
	db_log_cursor_close(r[1].c);
	return ok;
}

/* --- What they say ------------------------------------------------------ */

/* Who asks, and what was looked up for them: members and parties, of which a case has
 * few, and the log that was read last. */
struct teller {
	struct session *session;
	struct known {
		char uid[DB_UID_SIZE];
		char *ref, *name;	/* NULL: not theirs to see, or no member */
	} *known;
	size_t n, room;
	int64_t tree;
	char log_id[DB_UID_SIZE];	/* of the tree; "" before the first */
};

static void
teller_clear(struct teller *t)
{
	for (size_t i = 0; i < t->n; i++) {
		free(t->known[i].ref);
		free(t->known[i].name);
	}
	free(t->known);
}

/* The name of a member whom the viewer sees: all those of the case. */
static char *
name_of(struct session *s, const char *uid)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_uid(s->store.db, uid, &e, NULL) ||
	    e.kind != KIND_MEMBER || !viewer_sees(&s->viewer, &s->store, &e) ||
	    !door_load(&s->store, &e, &r, NULL))
		return NULL;
	char *name = xstrdup(record_text(&r, MEMBER_NAME));

	record_clear(&r);
	return name;
}

static char *
ref_of(struct session *s, const char *uid)
{
	char ref[REF_SIZE];

	return ref_show(&s->store, &s->viewer, uid, ref) ? xstrdup(ref) : NULL;
}

/* Who did it, or their party; lent until the next. */
static const struct known *
know(struct teller *t, const char *uid)
{
	static const struct known nobody = { .ref = NULL };

	for (size_t i = 0; uid && i < t->n; i++)
		if (strcmp(t->known[i].uid, uid) == 0)
			return &t->known[i];
	if (!uid)
		return &nobody;
	t->known = xgrow(t->known, t->n, &t->room, sizeof(*t->known));
	struct known *k = &t->known[t->n++];

	*k = (struct known){ .ref = ref_of(t->session, uid),
		.name = name_of(t->session, uid) };
	strbuf_fill(k->uid, sizeof(k->uid), uid);
	return k;
}

static bool
find_log(struct teller *t, int64_t tree, struct err *err)
{
	struct db_tree found;

	if (*t->log_id && t->tree == tree)
		return true;
	if (!db_log_tree_get(t->session->store.db, tree, &found, err))
		return false;
	t->tree = tree;
	strbuf_fill(t->log_id, sizeof(t->log_id), found.log_id);
	db_tree_clear(&found);
	return true;
}

/* A value as the viewer gets it, or NULL. */
static char *
shown(struct session *s, const struct field *f, const char *text)
{
	struct strbuf out = STRBUF_INIT;

	if (!text || !door_out_value(&s->store, &s->viewer, f, text, &out))
		return NULL;
	return strbuf_detach(&out);
}

/* Is the value gone by law, or is this the entry that says so? */
static bool
is_erased(const struct replay_step *step, size_t at)
{
	return step->erased[at] || (strcmp(step->entry.verb, "erase") == 0 &&
		step->change.values[at].state == VALUE_CLEARED);
}

/* Does a value read as it did before? A time is shown to the minute. */
static bool
reads_same(const struct field *f, const char *old, const char *new)
{
	const int64_t minute = INT64_C(60) * 1000;

	if (!old || !new)
		return false;
	return f->type == FIELD_TIME ? strtoll(old, NULL, 10) / minute ==
		strtoll(new, NULL, 10) / minute : strcmp(old, new) == 0;
}

/* A field is told if anything of it may be known: a reference to what the
 * viewer does not see must not even show that it changed (D10). What an erased one
 * named nobody knows any more, so that is told of none. */
static void
tell_field(struct session *s, const struct replay_step *step, size_t at,
	const struct record *before, struct desk_entry *e)
{
	const struct field *f = kind_field(step->kind, at);
	struct desk_entry_field *to = &e->fields[e->n_fields];

	if (step->change.values[at].state == VALUE_UNSET ||
	    (f->flags & (FIELD_HIDDEN | FIELD_DIRECTORY)))
		return;
	*to = (struct desk_entry_field){
		.old = shown(s, f, record_text(before, at)),
		.new = shown(s, f, record_text(&step->change, at)),
		.erased = f->type != FIELD_REF && is_erased(step, at),
	};
	if (!to->erased && reads_same(f, to->old, to->new)) {
		free(to->old);
		free(to->new);
		*to = (struct desk_entry_field){ 0 };
	}
	if (!to->old && !to->new && !to->erased)
		return;
	to->field = xstrdup(f->name);
	e->n_fields++;
}

static void
tell(struct teller *t, const struct replay_step *step,
	const struct record *before, const struct db_entry *line,
	struct desk_entry *e)
{
	struct session *s = t->session;
	char *party = xstrdup(know(t, step->entry.party)->ref);
	const struct known *member = know(t, step->entry.member);

	*e = (struct desk_entry){
		.entry = xstrdup(step->leaf), .at = step->entry.time,
		.zone = xstrdup(step->entry.zone),
		.member = xstrdup(member->ref), .name = xstrdup(member->name),
		.party = party,
		.verb = xstrdup(step->entry.verb),
		.kind = xstrdup(step->kind->name),
		.ref = *line->ref ? xstrdup(line->ref) : NULL,
		.version = step->entry.base + 1,
	};
	e->fields = xcalloc(kind_n(step->kind), sizeof(*e->fields));
	for (size_t i = 0; i < kind_n(step->kind); i++)
		if (kind_field(step->kind, i))
			tell_field(s, step, i, before, e);
}

/*
 * What an undo took back is not said by its entry, but follows: the newest entry
 * before it that has one of its fields (doc/log-format.md). leaves: by field, of
 * the newest entry that has it; of what was only added, the addition.
 */
static void
note_undo(const struct replay_step *step, char (*leaves)[ACT_LEAF_SIZE],
	char undone[ACT_LEAF_SIZE])
{
	bool is_undo = strcmp(step->entry.verb, "undo") == 0;
	bool is_add = strcmp(step->entry.verb, "add") == 0;

	*undone = '\0';
	for (size_t i = 0; i < kind_n(step->kind); i++) {
		const struct field *f = kind_field(step->kind, i);
		bool has = step->change.values[i].state != VALUE_UNSET;

		/* What is derived besides may be of any other entry. */
		if (has && is_undo && !*undone && (i == HEADER_RETRACTED ||
		    !(f->flags & FIELD_DERIVED)))
			memcpy(undone, leaves[i], ACT_LEAF_SIZE);
		if (has || (is_add && f))
			memcpy(leaves[i], step->leaf, ACT_LEAF_SIZE);
	}
}

/* Of the entries told of one record, the one that was undone says by which. */
static void
tell_undone(const struct chosen *chosen, size_t n, const char *undone,
	const char *by, struct desk_history *a)
{
	for (size_t i = 0; *undone && i < n; i++) {
		struct desk_entry *e = &a->entries[chosen[i].place];

		if (!e->entry || strcmp(e->entry, undone) != 0)
			continue;
		free(e->undone_by);
		e->undone_by = xstrdup(by);
	}
}

/*
 * Tell the chosen entries of one record, which are together and in the order
 * of the log. What was there before an entry is what those before it left; what
 * was undone is known at the end.
 */
static bool
tell_record(struct teller *t, const struct chosen *chosen, size_t n,
	struct desk_history *a, struct err *err)
{
	struct session *s = t->session;
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct db_entry line;
	struct err why = ERR_INIT;
	struct record r;
	size_t told = 0;
	char undone[ACT_LEAF_SIZE];

	if (!db_entry_of_rid(s->store.db, chosen->rid, &line, err) ||
	    !find_log(t, chosen->tree, err))
		return false;
	record_init(&r, kind_of((enum kind_no)line.kind));
	char (*leaves)[ACT_LEAF_SIZE] = xcalloc(kind_n(r.kind), sizeof(*leaves));
	bool ok = db_log_of_record(s->store.db, line.rid, &c, &why);

	while (ok && db_log_next(c, &row, &why)) {
		struct replay_step step;

		if (row.tree != chosen->tree)
			continue;
		ok = replay_read(s->store.db, t->log_id, &row, &step, &why);
		if (!ok)
			break;
		if (told < n && row.seq == chosen[told].seq) {
			tell(t, &step, &r, &line,
				&a->entries[chosen[told].place]);
			told++;
		}
		note_undo(&step, leaves, undone);
		tell_undone(chosen, told, undone, step.leaf, a);
		record_apply(&r, &step.change);
		replay_step_clear(&step);
	}
	db_log_cursor_close(c);
	record_clear(&r);
	free(leaves);
	return give_err(&why, err);
}

static int
by_record(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;

	if (x->rid != y->rid)
		return x->rid < y->rid ? -1 : 1;
	return (x->seq > y->seq) - (x->seq < y->seq);
}

static bool
tell_all(struct session *s, struct chosen_list *list, struct desk_history *a,
	struct err *err)
{
	struct teller t = { .session = s };
	bool ok = true;
	size_t n;

	a->entries = xcalloc(list->n, sizeof(*a->entries));
	a->n = list->n;
	if (list->n)
		qsort(list->all, list->n, sizeof(*list->all), by_record);
	for (size_t i = 0; ok && i < list->n; i += n) {
		for (n = 1; i + n < list->n &&
		     list->all[i + n].rid == list->all[i].rid; n++)
			;
		ok = tell_record(&t, &list->all[i], n, a, err);
	}
	teller_clear(&t);
	return ok;
}

bool
history_newest_of(struct session *s, const char *ref,
	struct history_spot *spot, struct err *err)
{
	const struct desk_history_ask ask = { .ref = ref, .limit = 1 };
	struct chosen_list list = { 0 };
	bool ok = choose_of_ref(s, &ask, &list, err) && (list.n ||
		err_set(err, ERR_NOT_FOUND, _("no record \"%.80s\""), ref));

	if (ok)
		*spot = (struct history_spot){ list.all->tree, list.all->seq,
			list.all->rid };
	free(list.all);
	return ok;
}

bool
history_spots_of(struct session *s, const char *ref, int64_t limit,
	struct history_spot **spots, size_t *n, struct err *err)
{
	const struct desk_history_ask ask = { .ref = ref, .limit = limit };
	struct chosen_list list = { 0 };
	bool ok = choose_of_ref(s, &ask, &list, err);

	*n = ok ? list.n : 0;
	*spots = xcalloc(*n + 1, sizeof(**spots));
	for (size_t i = 0; i < *n; i++)
		(*spots)[i] = (struct history_spot){ list.all[i].tree,
			list.all[i].seq, list.all[i].rid };
	free(list.all);
	if (!ok)
		free(*spots);
	return ok;
}

bool
history_tell(struct session *s, const struct history_spot *spots, size_t n,
	struct desk_history *a, struct err *err)
{
	struct chosen_list list = { .n = n };

	list.all = xcalloc(n, sizeof(*list.all));
	for (size_t i = 0; i < n; i++)
		list.all[i] = (struct chosen){ spots[i].tree, spots[i].seq,
			spots[i].rid, i };
	bool ok = tell_all(s, &list, a, err);

	free(list.all);
	return ok;
}

bool
history_read(struct session *s, const struct desk_history_ask *ask,
	struct desk_history *a, struct err *err)
{
	struct chosen_list list = { 0 };

	if (ask->limit < 0)
		return err_set(err, ERR_USAGE, _("a limit is not below 0"));
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_LOG, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = (ask->ref ? choose_of_ref(s, ask, &list, err) :
			choose_of_case(s, ask, &list, err)) &&
		tell_all(s, &list, a, err);

	db_read_end(s->store.db);
	free(list.all);
	if (!ok)
		desk_history_clear(a);
	return ok;
}
