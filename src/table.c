/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.c - see table.h. */
#include "src/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/search.h"
#include "src/value.h"
#include "base/banned.h"

/* No kind has more fields than this, header included. */
enum { MAX_FIELDS = 64 };

const struct db_table *
table_of(const struct kind *k)
{
	static struct db_table tables[KIND_END];
	static const struct field *fields[KIND_END][MAX_FIELDS];
	struct db_table *t = &tables[k->no];

	if (t->name)
		return t;
	assert(kind_n(k) <= MAX_FIELDS);
	for (size_t i = 0; i < kind_n(k); i++)
		fields[k->no][i] = kind_field(k, i);
	*t = (struct db_table){
		.name = k->name, .kind = (int)k->no,
		.is_part = k->flags & KIND_IS_PART,
		.fields = fields[k->no], .n = kind_n(k),
	};
	return t;
}

/* Values that the directory keeps have no column. */
static bool
has_column(const struct field *f)
{
	return f && !(f->flags & FIELD_DIRECTORY);
}

void
table_row_make(struct table_row *row, const struct record *r)
{
	size_t n = kind_n(r->kind);

	row->kind = r->kind;
	row->values.text = xcalloc(n, sizeof(*row->values.text));
	row->values.keys = xcalloc(n, sizeof(*row->values.keys));
	row->keys = xcalloc(n, sizeof(*row->keys));
	for (size_t i = 0; i < n; i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = record_text(r, i);

		row->keys[i] = (struct strbuf)STRBUF_INIT;
		if (!has_column(f) || !text)
			continue;
		row->values.text[i] = text;
		if (f->flags & FIELD_SORTED) {
			value_key(f, text, &row->keys[i]);
			row->values.keys[i] = row->keys[i].text;
		}
	}
}

void
table_row_clear(struct table_row *row)
{
	for (size_t i = 0; i < kind_n(row->kind); i++)
		strbuf_clear(&row->keys[i]);
	free(row->keys);
	free(row->values.text);
	free(row->values.keys);
}

void
table_record(struct record *r, const struct kind *k,
	const struct db_cursor *c, const struct db_entry *e)
{
	record_init(r, k);
	for (size_t i = 0; i < kind_n(k); i++) {
		const char *text = has_column(kind_field(k, i)) ?
			db_cursor_text(c, i) : NULL;

		if (text)
			record_set(r, i, text);
	}
	if (*e->ref)
		record_set(r, HEADER_REF, e->ref);
	record_set(r, HEADER_ID, e->uid);
	record_set(r, HEADER_KIND, k->name);
}

static bool
is_searched(const struct kind *k)
{
	for (size_t i = HEADER_N; i < kind_n(k); i++)
		if (kind_field(k, i)->flags & FIELD_SEARCHED)
			return true;
	return false;
}

/* The words of the rows of one kind of part. */
static bool
put_words_of(struct db *db, const struct kind *part, int64_t rid,
	struct strbuf *out, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_parts(db, table_of(part), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why))
		for (size_t i = HEADER_N; i < kind_n(part); i++) {
			const char *text = kind_field(part, i)->flags &
				FIELD_SEARCHED ? db_cursor_text(c, i) : NULL;

			if (!text)
				continue;
			strbuf_putc(out, '\n');
			fold_key(out, text, strlen(text));
		}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

bool
table_part_words(struct db *db, const struct kind *k, int64_t rid,
	struct strbuf *out, struct err *err)
{
	for (size_t i = 0; kinds[i]; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) &&
		    is_searched(kinds[i]) &&
		    !put_words_of(db, kinds[i], rid, out, err))
			return false;
	return true;
}

bool
table_search_text(struct db *db, int64_t rid, const struct record *r,
	struct strbuf *out, struct err *err)
{
	const char *ref = record_text(r, HEADER_REF);

	if (r->kind->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
		return true;
	if (ref)
		fold_key(out, ref, strlen(ref));
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = record_text(r, i);

		if (!f || !text || !(f->flags & FIELD_SEARCHED))
			continue;
		strbuf_putc(out, '\n');
		fold_key(out, text, strlen(text));
	}
	return !rid || table_part_words(db, r->kind, rid, out, err);
}

bool
table_load(struct db *db, const struct db_entry *e, struct record *r,
	struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_get(db, table_of(k), NULL, e->rid, &c, err))
		return false;
	bool ok = db_cursor_next(c, &why);

	if (ok)
		table_record(r, k, c, e);
	db_cursor_close(c);
	if (ok)
		return true;
	if (why.code == ERR_NONE)
		return err_set(err, ERR_NOT_FOUND, _("no record \"%s\""), e->ref);
	if (err)
		*err = why;
	return false;
}

static bool
write_row(struct db *db, const struct record *r, struct db_entry *e,
	struct err *err)
{
	const struct db_table *t = table_of(r->kind);
	struct table_row row;

	table_row_make(&row, r);
	bool ok = e->rid ? db_row_update(db, t, e, &row.values, err) :
		db_row_insert(db, t, e, &row.values, err);

	table_row_clear(&row);
	return ok;
}

static bool
write_words(struct db *db, const struct record *r, const struct db_entry *e,
	struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	bool ok = table_search_text(db, e->rid, r, &text, err) &&
		(text.len == 0 || db_search_put(db, e->rid, (int)r->kind->no,
			e->audience_id, text.text, err));

	strbuf_clear(&text);
	return ok;
}

/* The words of a part are found as its record's. */
static bool
write_words_of_parent(struct db *db, int64_t rid, struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	bool ok = write_words(db, &r, &e, err);

	record_clear(&r);
	return ok;
}

bool
table_write(struct db *db, const struct record *r, struct db_entry *e,
	struct err *err)
{
	if (!write_row(db, r, e, err))
		return false;
	if (r->kind->flags & KIND_IS_PART)
		return !is_searched(r->kind) ||
			write_words_of_parent(db, e->parent, err);
	return write_words(db, r, e, err);
}
