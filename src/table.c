/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.c - see table.h. */
#include "src/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/xalloc.h"
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

void
table_search_text(const struct record *r, struct strbuf *out)
{
	const char *ref = record_text(r, HEADER_REF);

	if (r->kind->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
		return;
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
}
