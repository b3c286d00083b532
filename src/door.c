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

/* A value as it goes out; the ref of a record that is referred to may be remembered. */
static bool
out_value(struct store *s, const struct viewer *v, struct shown *shown,
	const struct field *f, const char *text, struct strbuf *out)
{
	char looked_up[REF_SIZE];
	const char *ref = looked_up;

	if (f->flags & FIELD_HIDDEN)
		return false;
	if (f->type != FIELD_REF || *text == VALUE_MARK) {
		strbuf_puts(out, value_is_marked(f, text) ? text + 1 : text);
		return true;
	}
	if (shown)
		ref = shown_ref(shown, text);
	else if (!ref_show(s, v, text, looked_up))
		ref = NULL;
	if (ref)
		strbuf_puts(out, ref);
	return ref != NULL;
}

bool
door_out_value(struct store *s, const struct viewer *v, const struct field *f,
	const char *text, struct strbuf *out)
{
	return out_value(s, v, NULL, f, text, out);
}

void
door_out(struct store *s, const struct viewer *v, struct record *r)
{
	door_out_among(s, v, NULL, r);
}

void
door_out_among(struct store *s, const struct viewer *v, struct shown *shown,
	struct record *r)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = record_text(r, i);

		if (!f || !text)
			continue;
		bool marked = value_is_marked(f, text);

		strbuf_reset(&out);
		if (out_value(s, v, shown, f, text, &out))
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
