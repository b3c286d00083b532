/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moment.c - see moment.h. */
#include "src/moment.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/due.h"
#include "src/moment_text.h"
#include "src/person.h"
#include "src/table.h"
#include "src/veiled.h"
#include "base/banned.h"

/* --- Order -------------------------------------------------------------- */

static void
add(struct moments *m, const struct moment *one)
{
	m->all = xgrow(m->all, m->n, &m->room, sizeof(*m->all));
	m->all[m->n++] = *one;
}

void
moments_add_due(struct moments *m, const struct db_due *due)
{
	struct moment one = { .owner = due->owner, .rid = due->rid,
		.field = due->field, .due = due->what };

	strbuf_fill(one.at, sizeof(one.at), due->at);
	add(m, &one);
}

void
moments_add_change(struct moments *m, const struct history_spot *spot,
	int64_t time)
{
	struct moment one = { .change = true, .owner = spot->seq,
		.rid = spot->rid, .tree = spot->tree };

	date_key_of_ms(time, one.at);
	add(m, &one);
}

static int
by_number(int64_t x, int64_t y)
{
	return (x > y) - (x < y);
}

int
moment_compare(const void *a, const void *b)
{
	const struct moment *x = a, *y = b;
	int order = strcmp(x->at, y->at);

	if (!order)
		order = by_number(x->change, y->change);
	if (!order)
		order = by_number(x->owner, y->owner);
	if (!order)
		order = by_number(x->rid, y->rid);
	return order ? order : by_number(x->field, y->field);
}

void
moment_key(struct session *s, const struct moment *m, struct strbuf *out)
{
	seal_put(&s->seal, m, sizeof(*m), out);
}

bool
moment_of_key(const struct session *s, struct moment *m, const char *key,
	struct err *err)
{
	struct strbuf note = STRBUF_INIT;
	bool ok = seal_get(&s->seal, key, &note) && note.len == sizeof(*m);

	if (ok)
		memcpy(m, note.text, sizeof(*m));
	strbuf_clear(&note);
	return ok || err_set(err, ERR_USAGE,
		_("this is no place in a timeline"));
}

/* --- Telling ------------------------------------------------------------ */

static enum desk_moment_what
sort_of(const struct moment *m, int kind)
{
	if (m->due == DB_DUE_ASKS)
		return DESK_MOMENT_DUE;
	switch (kind) {
	case KIND_EVENT:
		return DESK_MOMENT_EVENT;
	case KIND_CHAIN:
		return DESK_MOMENT_CUSTODY;
	case KIND_PAYMENT:
		return DESK_MOMENT_PAYMENT;
	case KIND_LINK:
		return DESK_MOMENT_LINK;
	default:
		return DESK_MOMENT_FACT;
	}
}

static bool
is_asked(const struct moment_ask *ask, enum desk_moment_what sort)
{
	return ask->what == 0 || (ask->what & ((int64_t)1 << sort));
}

/* Was a part replaced by a later one? Then it tells what did not take place. */
static bool
is_corrected(struct store *s, const struct db_entry *e, bool *corrected,
	struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	*corrected = false;
	if (!db_row_parts(s->db, table_of(k), e->parent, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		const char *of = db_cursor_text(c, HEADER_CORRECTS);

		if (of && strcmp(of, e->ref) == 0 &&
		    !db_cursor_text(c, HEADER_RETRACTED))
			*corrected = true;
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* The date in a field; under that of its making stands the day by which a person is
 * to be categorised (due.h). */
static char *
date_of(struct session *s, const struct record *r, const struct moment *m,
	size_t index)
{
	char date[DATE_TEXT_SIZE];

	if (index != HEADER_CREATED)
		return due_text(s->store.db, m->rid, r, index);
	person_clarify_by(record_int(r, HEADER_CREATED), date);
	return xstrdup(date);
}

static bool
fill(struct session *s, const struct moment *m, const struct db_entry *owner,
	const struct db_entry *part, bool is_own, struct desk_moment *a,
	struct err *err)
{
	struct record record, own;
	bool is_part = part->rid != owner->rid;
	struct strbuf text = STRBUF_INIT;

	if (!door_show(&s->store, &s->viewer, owner, &record, err))
		return false;
	if (is_part && !door_show(&s->store, &s->viewer, part, &own, err)) {
		record_clear(&record);
		return false;
	}
	const struct record *dated = is_part ? &own : &record;
	size_t index = kind_index_of_id(dated->kind, m->field);

	a->on = date_of(s, dated, m, index);
	a->entered = record_int(dated, HEADER_CREATED);
	a->ref = xstrdup(owner->ref);
	a->kind = xstrdup(record.kind->name);
	moment_text(&text, &record, is_part ? &own : NULL, index, is_own,
		s->zone);
	a->text = strbuf_detach(&text);
	if (is_part)
		record_clear(&own);
	record_clear(&record);
	return true;
}

/* Is it a date that is not told of its record before a purpose is said? Then it gives
 * the record no place in the order of time: there it would be told to the day. */
static bool
is_veiled(struct session *s, const struct moment *m, const struct db_entry *dated,
	bool *veiled, struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)dated->kind);
	const struct veiled *v;

	if (!veiled_of(s, &v, err))
		return false;
	*veiled = dated->parent ? veiled_has(v, m->owner) :
		veiled_hides(v, m->rid, kind_index_of_id(k, m->field));
	return true;
}

static bool
tell_date(struct session *s, const struct moment *m,
	const struct moment_ask *ask, struct desk_moment *a, bool *told,
	struct err *err)
{
	struct db_entry owner, part;
	bool corrected = false, veiled = false;

	if (!db_entry_of_rid(s->store.db, m->owner, &owner, err) ||
	    !db_entry_of_rid(s->store.db, m->rid, &part, err))
		return false;
	enum desk_moment_what sort = sort_of(m, part.kind);

	if (!is_asked(ask, sort) ||
	    !viewer_sees(&s->viewer, &s->store, &owner))
		return true;
	if (part.parent && !is_corrected(&s->store, &part, &corrected, err))
		return false;
	if (corrected)
		return true;
	if (!is_veiled(s, m, &part, &veiled, err))
		return false;
	if (veiled)
		return true;
	a->what = (int)sort;
	*told = fill(s, m, &owner, &part, owner.rid == ask->self, a, err);
	return *told;
}

/* The record that an entry is about; of a part, its record. */
static void
name_record(struct desk_moment *a, const struct desk_entry *e)
{
	const struct kind *k = kind_find(e->kind);

	a->ref = e->ref ? xstrndup(e->ref, k && (k->flags & KIND_IS_PART) ?
		strcspn(e->ref, "/") : strlen(e->ref)) : NULL;
	a->kind = xstrdup(e->kind);
}

static bool
tell_change(struct session *s, const struct moment *m, struct desk_moment *a,
	bool *told, struct err *err)
{
	const struct history_spot spot = { m->tree, m->owner, m->rid };
	struct desk_history history = { 0 };
	struct strbuf text = STRBUF_INIT;

	if (!history_tell(s, &spot, 1, &history, err))
		return false;
	if (history.n == 1 && history.entries[0].entry) {
		const struct desk_entry *e = &history.entries[0];

		a->what = DESK_MOMENT_CHANGE;
		a->entered = e->at;
		a->entry = xstrdup(e->entry);
		name_record(a, e);
		moment_text_change(&text, e, s->zone);
		a->text = strbuf_detach(&text);
		*told = true;
	}
	desk_history_clear(&history);
	return true;
}

bool
moment_tell(struct session *s, const struct moment *m,
	const struct moment_ask *ask, struct desk_moment *a, bool *told,
	struct err *err)
{
	struct strbuf key = STRBUF_INIT;

	*told = false;
	if (m->change ? is_asked(ask, DESK_MOMENT_CHANGE) &&
	    !tell_change(s, m, a, told, err) :
	    !tell_date(s, m, ask, a, told, err))
		return false;
	if (*told) {
		moment_key(s, m, &key);
		a->key = strbuf_detach(&key);
	}
	return true;
}
