/* SPDX-License-Identifier: GPL-3.0-or-later */
/* due.c - see due.h; the call that reads them is in calendar.c. */
#include "src/due.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/due.h"
#include "db/row.h"
#include "src/ask.h"
#include "src/chain.h"
#include "src/evidence.h"
#include "src/person.h"
#include "src/table.h"
#include "base/banned.h"

struct dues {
	struct db_due *all;
	size_t n, room;
	char whose[sizeof(((struct db_due *)NULL)->whose)];
};

static void
add(struct dues *d, int64_t owner, int64_t rid, const struct field *f,
	const char *date)
{
	struct db_due due = { .owner = owner, .rid = rid, .field = f->id,
		.what = f->flags & FIELD_PASSES ? DB_DUE_PASSES :
			f->flags & FIELD_TOOK ? DB_DUE_TOOK : DB_DUE_ASKS };

	date_key(date, due.at);
	strbuf_fill(due.whose, sizeof(due.whose), d->whose);
	if (!*due.at)
		return;
	d->all = xgrow(d->all, d->n, &d->room, sizeof(*d->all));
	d->all[d->n++] = due;
}

/* Is it a date that is told here at all; does it ask for anything? */
static bool
is_due(const struct field *f)
{
	return f && (f->flags & (FIELD_DUE | FIELD_PASSES | FIELD_TOOK));
}

static bool
asks(const struct field *f)
{
	return f->flags & (FIELD_DUE | FIELD_PASSES);
}

static bool
has_due(const struct kind *k)
{
	for (size_t i = 0; i < kind_n(k); i++)
		if (is_due(kind_field(k, i)))
			return true;
	return false;
}

/* --- Parts -------------------------------------------------------------- */

static bool
is_done(const struct kind *part, const struct field *f,
	const struct db_cursor *c)
{
	return (asks(f) && f->done &&
			db_cursor_text(c, kind_index(part, f->done))) ||
		(kind_field(part, HEADER_RETRACTED) &&
			db_cursor_text(c, HEADER_RETRACTED));
}

static bool
add_parts(struct db *db, const struct kind *part, int64_t owner, bool open,
	struct dues *d, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_parts(db, table_of(part), owner, &c, err))
		return false;
	while (db_cursor_next(c, &why))
		for (size_t i = 0; i < kind_n(part); i++) {
			const struct field *f = kind_field(part, i);
			const char *date = is_due(f) ? db_cursor_text(c, i) : NULL;

			if (date && (open || !asks(f)) && !is_done(part, f, c))
				add(d, owner, db_cursor_rid(c), f, date);
		}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* --- The record --------------------------------------------------------- */

/* Is the exhibit out of everybody's hands, by the last step that counts? */
static bool
is_gone(struct db *db, int64_t rid, bool *gone, struct err *err)
{
	struct chain chain;

	*gone = false;
	if (!chain_read(db, rid, &chain, err))
		return false;
	for (size_t i = 0; i < chain.custody.n; i++) {
		const struct custody_step *s =
			&chain.custody.steps[chain.custody.order[i]];

		if (s->standing == CUSTODY_COUNTS)
			*gone = s->action == CUSTODY_RETURNED ||
				s->action == CUSTODY_DESTROYED;
	}
	chain_clear(&chain);
	return true;
}

/* Of a person without a category: the day that its making counts towards. What
 * follows from parts is not in a record as the log tells it. */
static bool
add_clarify(struct db *db, int64_t rid, const struct record *r, struct dues *d,
	struct err *err)
{
	char date[DATE_TEXT_SIZE];
	struct record made;

	record_init(&made, r->kind);
	bool ok = r->kind->derive(db, rid, &made, err);

	if (ok && !record_text(&made, PERSON_CATEGORY)) {
		person_clarify_by(record_int(r, HEADER_CREATED), date);
		add(d, rid, rid, &header_fields[HEADER_CREATED], date);
	}
	record_clear(&made);
	return ok;
}

/* Of a person against whom the proceedings are over: the day from which what the case
 * holds on them is to be erased, until somebody set another. */
static bool
add_over(struct db *db, int64_t rid, const struct record *r, struct dues *d,
	struct err *err)
{
	char date[DATE_TEXT_SIZE];

	if (record_text(r, HEADER_ERASE_ON))
		return true;
	if (!person_over_on(db, rid, date, err))
		return false;
	if (*date)
		add(d, rid, rid, &header_fields[HEADER_ERASE_ON], date);
	return true;
}

/* Does the record itself still ask for anything? */
static bool
find_open(struct db *db, int64_t rid, const struct record *r, bool *open,
	struct err *err)
{
	const struct kind *k = r->kind;
	const char *status = k->status ? record_text(r, k->status) : NULL;
	bool gone = false;

	if (k->no == KIND_EVIDENCE && (record_text(r, EVIDENCE_RETURN_BY) ||
	    record_text(r, EVIDENCE_VALID_UNTIL)) &&
	    !is_gone(db, rid, &gone, err))
		return false;
	*open = !gone && kind_is_open(k, status);
	return true;
}

/* Which party has to act: that of who is assigned, else the one that is asked, else
 * the one whose record it is. What takes place, and the JIT itself, are everybody's. */
static bool
find_whose(struct db *db, const struct record *r, struct dues *d, struct err *err)
{
	const struct kind *k = r->kind;
	const char *who = k->assignee ? record_text(r, k->assignee) : NULL;
	struct db_entry e;

	if (k->no == KIND_CASEFILE || k->no == KIND_EVENT)
		return true;
	if (!who && k->asked)
		who = record_text(r, k->asked);
	if (!who)
		who = record_text(r, HEADER_PARTY);
	if (!who)
		return true;
	if (!db_entry_of_uid(db, who, &e, err))
		return false;
	/* BG/2 is of BG. */
	e.ref[strcspn(e.ref, "/")] = '\0';
	strbuf_fill(d->whose, sizeof(d->whose), e.ref);
	return true;
}

static int
by_part(const void *a, const void *b)
{
	const struct db_due *x = a, *y = b;

	if (x->rid != y->rid)
		return x->rid > y->rid ? 1 : -1;
	return (x->field > y->field) - (x->field < y->field);
}

/* Can it have dates at all? An ask has that of its answer, until it is answered. */
static bool
may_ask(const struct record *r)
{
	const struct kind *k = r->kind;

	if (k->no == KIND_ASK)
		return ask_is_open(r);
	return !(k->flags & (KIND_IS_PART | KIND_IS_HIDDEN)) &&
		!record_text(r, HEADER_RETRACTED);
}

static bool
gather(struct db *db, int64_t rid, const struct record *r, struct dues *d,
	struct err *err)
{
	const struct kind *k = r->kind;
	bool open;

	if (!may_ask(r))
		return true;
	if (!find_open(db, rid, r, &open, err) || !find_whose(db, r, d, err))
		return false;
	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);
		const char *date = is_due(f) ? record_text(r, i) : NULL;

		if (date && (open || i < HEADER_N || !asks(f)))
			add(d, rid, rid, f, date);
	}
	if (k->no == KIND_PERSON && (!add_clarify(db, rid, r, d, err) ||
	    !add_over(db, rid, r, d, err)))
		return false;
	for (size_t i = 0; kinds[i]; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) && has_due(kinds[i]) &&
		    !add_parts(db, kinds[i], rid, open, d, err))
			return false;
	if (d->n)
		qsort(d->all, d->n, sizeof(*d->all), by_part);
	return true;
}

static bool
write_of_parent(struct db *db, int64_t rid, const struct kind *part,
	struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(db, rid, &e, err))
		return false;
	const struct kind *k = kind_of((enum kind_no)e.kind);

	if (!has_due(part) && !(k->derives_from & KIND_BIT(part->no)))
		return true;
	if (!table_load(db, &e, &r, err))
		return false;
	bool ok = due_write(db, &r, &e, err);

	record_clear(&r);
	return ok;
}

bool
due_write(struct db *db, const struct record *r, const struct db_entry *e,
	struct err *err)
{
	struct dues d = { 0 };

	if (r->kind->flags & KIND_IS_PART)
		return write_of_parent(db, e->parent, r->kind, err);
	bool ok = gather(db, e->rid, r, &d, err) &&
		db_due_put(db, e->rid, e->audience_id, d.all, d.n, err);

	free(d.all);
	return ok;
}

char *
due_text(struct db *db, int64_t rid, const struct record *r, size_t index)
{
	const char *text = record_text(r, index);
	char date[DATE_TEXT_SIZE];

	if (text || index != HEADER_ERASE_ON || r->kind->no != KIND_PERSON)
		return xstrdup(text);
	return person_over_on(db, rid, date, NULL) && *date ? xstrdup(date) : NULL;
}

bool
due_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err)
{
	struct dues d = { 0 };
	bool ok = gather(db, e->rid, r, &d, err) &&
		db_due_same(db, e->rid, e->audience_id, d.all, d.n, holds, err);

	free(d.all);
	return ok;
}
