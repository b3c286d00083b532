/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door.c - see door.h. */
#include "src/door.h"

#include <stdlib.h>
#include <string.h>

#include "src/ref.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

bool
door_load(struct store *s, const struct db_entry *e, struct record *r,
	struct err *err)
{
	return table_load(s->db, e, r, err);
}

bool
door_out_value(struct store *s, const struct viewer *v, const struct field *f,
	const char *text, struct strbuf *out)
{
	char ref[REF_SIZE];

	if (f->flags & FIELD_HIDDEN)
		return false;
	if (f->type == FIELD_REF && *text != VALUE_MARK) {
		if (!ref_show(s, v, text, ref))
			return false;
		strbuf_puts(out, ref);
		return true;
	}
	strbuf_puts(out, value_is_marked(f, text) ? text + 1 : text);
	return true;
}

void
door_out(struct store *s, const struct viewer *v, struct record *r)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = record_text(r, i);

		if (!f || !text)
			continue;
		bool marked = value_is_marked(f, text);

		strbuf_reset(&out);
		if (door_out_value(s, v, f, text, &out))
			record_set(r, i, out.text);
		else
			record_unset(r, i);
		r->values[i].invalid = marked;
	}
	if (kind_field(r->kind, HEADER_CASE) && *v->case_code &&
	    r->kind->no != KIND_CASEFILE)
		record_set(r, HEADER_CASE, v->case_code);
	if (r->kind->no == KIND_CASEFILE)
		record_set(r, HEADER_CASE, record_text(r, HEADER_REF));
	strbuf_clear(&out);
}

bool
door_show(struct store *s, const struct viewer *v, const struct db_entry *e,
	struct record *r, struct err *err)
{
	if (!door_load(s, e, r, err))
		return false;
	door_out(s, v, r);
	return true;
}
