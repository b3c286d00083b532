/* SPDX-License-Identifier: GPL-3.0-or-later */
/* advice.c - see advice.h. */
#include "src/advice.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/called.h"
#include "src/idents.h"
#include "src/parts.h"
#include "src/same.h"
#include "src/slip.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

/* Of equal ones, so many are named; a line of notice has no room for more. */
enum { NAMED = 4 };

struct advice {
	struct session *session;
	struct desk_remark *remarks;
	size_t n;
};

/* The text changes owners. */
static void
add(struct advice *a, int field, char *text)
{
	a->remarks = xrealloc_array(a->remarks, a->n + 1, sizeof(*a->remarks));
	a->remarks[a->n++] = (struct desk_remark){ field, text };
}

/* --- What is kept, marked ----------------------------------------------- */

static void
add_invalid(struct advice *a, const struct field *f, enum ident_type type,
	const char *text)
{
	char normal[IDENT_TEXT_SIZE];
	struct err why = ERR_INIT;

	if (!ident_normalise(type, text, normal, &why))
		add(a, f->id, xasprintf(_("%s: kept as typed, marked invalid: %s"),
			manner_field(f), why.text));
}

static void
look_at_values(struct advice *a, const struct record *next,
	const struct record *delta)
{
	for (size_t i = HEADER_N; i < kind_n(next->kind); i++) {
		const struct field *f = kind_field(next->kind, i);
		const char *text = record_text(next, i);

		if (!text || delta->values[i].state == VALUE_UNSET)
			continue;
		if (f->type == FIELD_IDENT && value_is_marked(f, text))
			add_invalid(a, f, f->ident, text + 1);
		if (f->type == FIELD_ACCOUNT && value_is_marked(f, text))
			add_invalid(a, f, IDENT_IBAN, text + 1);
	}
	if (next->kind->no == KIND_IDENTIFIER &&
	    strcmp(record_text(next, IDENTIFIER_VALID), "no") == 0)
		add_invalid(a, kind_field(next->kind, IDENTIFIER_VALUE),
			ident_of_code(record_text(next, IDENTIFIER_TYPE)),
			record_text(next, IDENTIFIER_VALUE));
}

/* --- What is unlikely --------------------------------------------------- */

/* Was the date changed, or the one that it is held against? */
static bool
is_new(const struct record *delta, size_t index)
{
	if (delta->values[index].state != VALUE_UNSET)
		return true;
	for (size_t i = 0; i < kind_n(delta->kind); i++)
		if (delta->values[i].state != VALUE_UNSET &&
		    slip_reads(delta->kind, index, i))
			return true;
	return false;
}

static void
look_at_dates(struct advice *a, const struct record *next,
	const struct record *delta)
{
	for (size_t i = 0; i < kind_n(next->kind); i++) {
		struct strbuf text = STRBUF_INIT;

		if (is_new(delta, i) && slip_of(&text, next, i, clock_now()))
			add(a, kind_field(next->kind, i)->id,
				strbuf_detach(&text));
		strbuf_clear(&text);
	}
}

/* --- Who else carries it ------------------------------------------------ */

static bool
name_them(struct session *s, const struct same *found, struct strbuf *out,
	struct err *err)
{
	for (size_t i = 0; i < found->n && i < NAMED; i++) {
		strbuf_puts(out, i ? ", " : "");
		if (!same_name(s, &found->on[i], out, err))
			return false;
	}
	if (found->n > NAMED)
		strbuf_printf(out, _(" and %d more"), (int)found->n - NAMED);
	return true;
}

static bool
look_for(struct advice *a, const struct db_ident *ident,
	const struct db_entry *self, struct err *err)
{
	struct strbuf names = STRBUF_INIT;
	struct same found;

	if (!same_find(a->session, ident, self->rid, &found, err) ||
	    !same_unlinked(a->session, self, &found, err))
		return false;
	bool ok = name_them(a->session, &found, &names, err);

	if (ok && found.many)
		add(a, ident->field, xasprintf(_("%s is on %d+ records, which says nothing of any two: a leader can take it out of correlation"),
			ident->value, SAME_MOST));
	else if (ok && found.n)
		add(a, ident->field, xasprintf(_("%s also on %s: linked?"),
			ident->value, names.text));
	strbuf_clear(&names);
	return ok;
}

/* Does the record that a part is added to say nothing to anybody? */
static bool
parent_is_void(const struct intake *in, bool *is_void, struct err *err)
{
	struct record r;

	*is_void = false;
	if (!in->parent.rid)
		return true;
	if (!table_load(in->session->store.db, &in->parent, &r, err))
		return false;
	*is_void = idents_void(&r);
	record_clear(&r);
	return true;
}

static bool
look_at_identifiers(struct advice *a, const struct intake *in, struct err *err)
{
	const struct db_entry *self = in->parent.rid ? &in->parent : &in->entry;
	struct idents was = { 0 }, is = { 0 };
	bool is_void = false, ok = true;

	idents_add(&was, &in->now);
	idents_add(&is, &in->next);
	if (is.n)
		ok = parent_is_void(in, &is_void, err);
	for (size_t i = 0; ok && !is_void && i < is.n; i++)
		if (!idents_have(&was, &is.list[i]))
			ok = look_for(a, &is.list[i], self, err);
	idents_clear(&was);
	idents_clear(&is);
	return ok;
}

/* --- Who is called and does not hear ------------------------------------ */

static void
look_at_calls(struct advice *a, const struct intake *in)
{
	char *texts[CALLED_MOST];
	size_t n = called_remarks(in, texts);

	for (size_t i = 0; i < n; i++)
		add(a, kind_field(in->kind, in->kind->no == KIND_COMMENT ?
			(size_t)COMMENT_TEXT : (size_t)JOURNAL_TEXT)->id,
			texts[i]);
}

bool
advice_give(const struct intake *in, struct desk_remark **remarks, size_t *n,
	struct err *err)
{
	struct advice a = { .session = in->session };

	look_at_values(&a, &in->next, &in->delta);
	look_at_dates(&a, &in->next, &in->delta);
	look_at_calls(&a, in);
	bool ok = !in->session->viewer.case_id ||
		look_at_identifiers(&a, in, err);

	*remarks = a.remarks;
	*n = a.n;
	return ok;
}
