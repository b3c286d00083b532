/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_row.c - see import_row.h. */
#include "src/import_row.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/change.h"
#include "src/intake.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

void
import_refusal_clear(struct import_refusal *why)
{
	strbuf_clear(&why->column);
	strbuf_clear(&why->reason);
}

static void
refuse(const struct mapping *m, int field, const char *text,
	struct import_refusal *why)
{
	if (!why->reason.len && field != ERR_NOWHERE)
		strbuf_puts(&why->column, mapping_name(m, field));
	strbuf_puts(&why->reason, why->reason.len ? "; " : "");
	strbuf_puts(&why->reason, text);
}

/* Is it the row that is at fault, or is all the rest in vain, too? */
static bool
is_of_row(enum err_code code)
{
	return code == ERR_INVALID || code == ERR_RULE ||
		code == ERR_NOT_FOUND || code == ERR_USAGE ||
		code == ERR_PURPOSE;
}

/* --- What a dry run would have made ------------------------------------- */

/* A value that tells records apart, and the row that has it now. */
struct seen {
	size_t field;
	char *value;
	uint8_t row[HASH_SIZE];
};

static int
compare_seen(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;

	if (x->field != y->field)
		return x->field < y->field ? -1 : 1;
	return strcmp(x->value, y->value);
}

static void
free_seen(void *seen)
{
	free(((struct seen *)seen)->value);
	free(seen);
}

static struct seen *
seen_new(size_t field, const char *value)
{
	struct seen *s = xcalloc(1, sizeof(*s));

	s->field = field;
	s->value = xstrdup(value);
	return s;
}

static struct seen *
seen_find(const struct import_rows *all, size_t field, const char *value)
{
	if (all->act)
		return NULL;
	struct seen *wanted = seen_new(field, value);
	struct seen **node = tfind(wanted, &all->seen, compare_seen);

	free_seen(wanted);
	return node ? *node : NULL;
}

static bool
seen_put(struct import_rows *all, size_t field, const char *value,
	const uint8_t row[HASH_SIZE], struct err *err)
{
	struct seen *s = seen_new(field, value);
	struct seen **node = tsearch(s, &all->seen, compare_seen);

	if (!node || *node != s)
		free_seen(s);
	if (!node)
		return err_set(err, ERR_INTERNAL, _("out of memory"));
	memcpy((*node)->row, row, HASH_SIZE);
	return true;
}

void
import_rows_clear(struct import_rows *all)
{
	tdestroy(all->seen, free_seen);
	all->seen = NULL;
	trial_clear(&all->trial);
	hit_list_clear(&all->hits);
}

/* All that a row says, as a number to compare. */
static void
hash_typed(const struct record *typed, uint8_t hash[HASH_SIZE])
{
	struct hash_stream *h = hash_stream_new();

	for (size_t i = 0; i < kind_n(typed->kind); i++) {
		const char *text = record_text(typed, i);
		char state = (char)typed->values[i].state;

		hash_stream_add(h, &state, 1);
		if (text)
			hash_stream_add(h, text, strlen(text) + 1);
	}
	hash_stream_end(h, hash);
}

/* --- Which record ------------------------------------------------------- */

/* One row on its way. */
struct arrival {
	struct import_rows *all;
	struct record typed;
	struct intake in;
	struct strbuf key;	/* canonical value of the key; "" without one */
	struct seen *twin;	/* dry run: an earlier row with this key */
	uint8_t row[HASH_SIZE];	/* dry run: of all that it says */
	long line;		/* of the file */
	struct import_refusal *why;
};

/* Records of the viewer's party with a value in a field that has an index:
 * *rid is one of them. How many there are, but not all when there are many. */
static bool
find_own(struct session *s, const struct kind *k, size_t field,
	const char *value, int64_t *rid, size_t *n, struct err *err)
{
	const struct field *f = kind_field(k, field);
	const struct db_table *t = table_of(k);
	bool *wanted = xcalloc(t->n, sizeof(*wanted));
	struct strbuf key = STRBUF_INIT;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	*n = 0;
	wanted[field] = wanted[HEADER_PARTY] = wanted[HEADER_RETRACTED] = true;
	if (!(f->flags & FIELD_UNIQUE))
		value_key(f, value, &key);
	bool ok = db_row_find(s->store.db, t, wanted, s->viewer.case_id, field,
		key.len ? key.text : value, &c, &why);

	while (ok && *n < 2 && db_cursor_next(c, &why)) {
		const char *text = db_cursor_text(c, field);
		const char *party = db_cursor_text(c, HEADER_PARTY);

		if (!text || strcmp(text, value) != 0 ||
		    db_cursor_text(c, HEADER_RETRACTED) ||
		    (party && strcmp(party, s->viewer.party) != 0))
			continue;
		*rid = db_cursor_rid(c);
		++*n;
	}
	db_cursor_close(c);
	strbuf_clear(&key);
	free(wanted);
	if (why.code == ERR_NONE)
		return true;
	if (err)
		*err = why;
	return false;
}

/* The key as it would stand in the store; "" if the row's is none. */
static void
canonical_key(struct arrival *a, size_t key)
{
	const char *text = record_text(&a->typed, key);
	struct value_context ctx = { clock_now(), a->all->session->zone, NULL };
	bool invalid;

	if (text)
		value_parse(kind_field(a->typed.kind, key), text, strlen(text),
			&ctx, &a->key, &invalid, NULL);
}

/* The one record that the key names, or a new one. */
static bool
load_by_key(struct arrival *a, size_t key, struct err *err)
{
	struct session *s = a->all->session;
	const struct kind *k = a->typed.kind;
	struct db_entry e;
	int64_t rid = 0;
	size_t n = 0;

	intake_init(&a->in, s, k);
	a->twin = seen_find(a->all, key, a->key.text);
	if (a->twin)
		return true;
	if (!find_own(s, k, key, a->key.text, &rid, &n, err))
		return false;
	if (n == 0)
		return true;
	if (!db_entry_of_rid(s->store.db, rid, &e, err))
		return false;
	if (n > 1 || !viewer_sees(&s->viewer, &s->store, &e)) {
		refuse(a->all->mapping, kind_field(k, key)->id, n > 1 ?
			_("the key names several records") :
			_("another record of the party has this value already"),
			a->why);
		return true;
	}
	intake_clear(&a->in);
	/* The key says which it is; to say it again is no change. */
	record_unset(&a->typed, key);
	return intake_load(&a->in, s, e.uid, err);
}

static bool
choose_record(struct arrival *a, struct err *err)
{
	const struct kind *k = a->typed.kind;
	size_t key = a->all->mapping->key;

	if (key == kind_n(k)) {
		intake_init(&a->in, a->all->session, k);
		return true;
	}
	if (!record_text(&a->typed, key)) {
		refuse(a->all->mapping, kind_field(k, key)->id,
			_("the key is absent"), a->why);
		return true;
	}
	canonical_key(a, key);
	if (a->key.len)
		return load_by_key(a, key, err);
	intake_init(&a->in, a->all->session, k);	/* which says why */
	return true;
}

/* --- What is wrong with it ---------------------------------------------- */

static bool
check_unique(struct arrival *a, struct err *err)
{
	struct session *s = a->all->session;

	for (size_t i = 0; i < kind_n(a->in.kind); i++) {
		const struct field *f = kind_field(a->in.kind, i);
		int64_t rid = 0;
		size_t n;

		if (!f || !(f->flags & FIELD_UNIQUE) ||
		    a->in.delta.values[i].state != VALUE_SET ||
		    (a->twin && i == a->all->mapping->key))
			continue;
		const char *value = record_text(&a->in.delta, i);

		if (!find_own(s, a->in.kind, i, value, &rid, &n, err))
			return false;
		if ((n && rid != a->in.entry.rid) ||
		    seen_find(a->all, i, value))
			refuse(a->all->mapping, f->id,
				_("another record of the party has this value already"),
				a->why);
	}
	return true;
}

/* What intake found, unless it is the store that failed; and may it be done? */
static bool
take_faults(struct arrival *a, struct err *err)
{
	struct err why = ERR_INIT;

	/* Nor is it told whether the row says what is there already. */
	if (!change_stated(&a->in, &why)) {
		refuse(a->all->mapping, why.field, why.text, a->why);
		return true;
	}
	/* Who changes nothing needs no right to. */
	if (a->in.is_new || intake_differs(&a->in))
		change_permitted(&a->in, NULL);
	if (!intake_good(&a->in, &why) && !is_of_row(why.code)) {
		if (err)
			*err = why;
		return false;
	}
	for (size_t i = 0; i < a->in.n_faults; i++)
		refuse(a->all->mapping, (int)a->in.faults[i].field,
			a->in.faults[i].text, a->why);
	return true;
}

/* --- Doing it ----------------------------------------------------------- */

/* A record may be the first of its audience, which the viewer has not met. */
static bool
meet_audience(struct session *s, const struct db_entry *e, struct err *err)
{
	return viewer_sees(&s->viewer, &s->store, e) ||
		viewer_load(&s->viewer, &s->store, s->viewer.case_id,
			s->viewer.identity, err);
}

static bool
write_it(struct arrival *a, struct err *err)
{
	char leaf[ACT_LEAF_SIZE] = "";
	bool is_new = a->in.is_new;
	struct err why = ERR_INIT;

	if (change_write(a->all->act, &a->in, leaf, &why)) {
		hit_list_take(&a->all->hits, &a->in, a->line);
		return !is_new ||
			meet_audience(a->all->session, &a->in.entry, err);
	}
	/* As long as there is no row of it, nothing was written. */
	if (is_new && !a->in.entry.rid && is_of_row(why.code)) {
		refuse(a->all->mapping, why.field, why.text, a->why);
		return true;
	}
	if (err)
		*err = why;
	return false;
}

static bool
remember(struct arrival *a, struct err *err)
{
	const struct kind *k = a->in.kind;
	bool ok = true;

	for (size_t i = 0; ok && i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);
		const char *value = record_text(&a->in.next, i);

		if (f && (f->flags & FIELD_UNIQUE) && value)
			ok = seen_put(a->all, i, value, a->row, err);
	}
	if (ok && a->key.len)
		ok = seen_put(a->all, a->all->mapping->key, a->key.text,
			a->row, err);
	return ok;
}

static bool
do_it(struct arrival *a, enum import_count *verdict, struct err *err)
{
	*verdict = a->in.is_new ? IMPORT_ADDED : intake_differs(&a->in) ?
		IMPORT_UPDATED : IMPORT_UNCHANGED;
	if (a->all->act)
		return *verdict == IMPORT_UNCHANGED || write_it(a, err);
	if (a->twin)
		*verdict = memcmp(a->twin->row, a->row, HASH_SIZE) == 0 ?
			IMPORT_UNCHANGED : IMPORT_UPDATED;
	if (*verdict != IMPORT_UNCHANGED)
		trial_made(&a->all->trial, a->line, &a->in);
	return remember(a, err);
}

static bool
take(struct arrival *a, bool judge_only, enum import_count *verdict,
	struct err *err)
{
	const struct strbuf *reason = &a->why->reason;

	if (!a->all->act)
		hash_typed(&a->typed, a->row);
	return choose_record(a, err) &&
		(reason->len || intake_read(&a->in, &a->typed, err)) &&
		(reason->len || take_faults(a, err)) &&
		(reason->len || check_unique(a, err)) &&
		(reason->len || judge_only || do_it(a, verdict, err));
}

/* Whether it was refused once is known; why, is found out again. */
static void
say_something(struct import_refusal *why)
{
	if (!why->reason.len)
		strbuf_puts(&why->reason,
			_("was refused when this import began; the reason has passed"));
}

bool
import_row_take(struct import_rows *all, const struct batch *b,
	const struct batch_row *row, enum import_count *verdict,
	struct import_refusal *why, struct err *err)
{
	const struct mapping *m = all->mapping;
	struct arrival a = { .all = all, .key = STRBUF_INIT, .why = why,
		.line = row->line };
	struct err bad = ERR_INIT;
	bool ok = true;

	record_init(&a.typed, m->kind);
	if (row->n != m->n_columns)
		strbuf_printf(&why->reason,
			_("%zu cells, but the header has %zu"), row->n,
			m->n_columns);
	else if (!mapping_read(m, b, row, &a.typed, &bad))
		refuse(m, bad.field, bad.text, why);
	else
		ok = take(&a, row->refused, verdict, err);
	if (row->refused)
		say_something(why);
	if (why->reason.len)
		*verdict = IMPORT_REJECTED;
	intake_clear(&a.in);
	record_clear(&a.typed);
	strbuf_clear(&a.key);
	return ok;
}
