/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.c - see table.h. */
#include "src/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/due.h"
#include "src/idents.h"
#include "src/value.h"
#include "src/wait.h"
#include "src/words.h"
#include "base/banned.h"

/* No kind has more fields than this, header included. */
enum { MAX_FIELDS = 128 };

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
		fields[k->no][i] = kind_column(k, i);
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
		const struct field *f = kind_column(r->kind, i);
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
		const char *text = has_column(kind_column(k, i)) ?
			db_cursor_text(c, i) : NULL;

		if (text)
			record_set(r, i, text);
	}
	if (*e->ref)
		record_set(r, HEADER_REF, e->ref);
	record_set(r, HEADER_ID, e->uid);
	record_set(r, HEADER_KIND, k->name);
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

bool
table_derive(struct db *db, const struct db_entry *e, struct record *r,
	struct err *err)
{
	return !r->kind->derive || r->kind->derive(db, e->rid, r, err);
}

/* Some columns of a record follow from its parts, one of which was written. */
static bool
write_derived_of_parent(struct db *db, int64_t rid, const struct kind *part,
	struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(db, rid, &e, err))
		return false;
	const struct kind *k = kind_of((enum kind_no)e.kind);

	if (!(k->derives_from & KIND_BIT(part->no)))
		return true;
	if (!table_load(db, &e, &r, err))
		return false;
	bool ok = table_derive(db, &e, &r, err) && write_row(db, &r, &e, err);

	record_clear(&r);
	return ok;
}

bool
table_write(struct db *db, const struct record *r, struct db_entry *e,
	struct words_debt *debt, struct err *err)
{
	bool is_new = !e->rid;

	if (!write_row(db, r, e, err))
		return false;
	if ((r->kind->flags & KIND_IS_PART) &&
	    !write_derived_of_parent(db, e->parent, r->kind, err))
		return false;
	return words_write(db, r, e, debt, err) &&
		idents_write(db, r, e, is_new, err) &&
		due_write(db, r, e, err) && wait_write(db, r, e, err);
}
