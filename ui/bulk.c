/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bulk.c - see bulk.h. */
#include "ui/bulk.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "base/banned.h"

void
bulk_clear(struct bulk *b)
{
	marks_clear(&b->on);
	if (b->fields.kind)
		record_clear(&b->fields);
	free(b->saying);
	free(b->target);
	*b = (struct bulk){ 0 };
}

bool
bulk_begin(struct bulk *b, const struct kind *kind, const struct marks *marks,
	const struct desk_row *row)
{
	bulk_clear(b);
	b->kind = kind;
	for (size_t i = 0; i < marks->n; i++)
		marks_add(&b->on, marks->marks[i].uid, marks->marks[i].ref);
	if (marks->n == 0 && row)
		marks_add(&b->on, row->uid, record_text(&row->record,
			HEADER_REF));
	return b->on.n > 0;
}

static void
begin_fields(struct bulk *b, const char *verb, const struct kind *kind)
{
	b->verb = verb;
	if (b->fields.kind)
		record_clear(&b->fields);
	record_init(&b->fields, kind);
}

/* A set takes "+a" and "-a" as words put in and taken out. */
static void
set_typed(struct record *r, size_t index, const char *text)
{
	enum field_type type = kind_field(r->kind, index)->type;
	bool is_set = type == FIELD_TAGS || type == FIELD_CODES;

	if (!*text)
		record_set(r, index, NULL);
	else if (is_set && *text == '+')
		record_set_state(r, index, VALUE_PLUS, text + 1);
	else if (is_set && *text == '-')
		record_set_state(r, index, VALUE_MINUS, text + 1);
	else
		record_set(r, index, text);
}

void
bulk_set(struct bulk *b, size_t index, const char *text)
{
	const struct field *f = kind_field(b->kind, index);
	struct strbuf saying = STRBUF_INIT;

	if (!b->fields.kind)
		begin_fields(b, "set", b->kind);
	set_typed(&b->fields, index, text);
	if (b->saying)
		return;
	/* TRANSLATORS: a field and what it is set to: "Status: done" */
	strbuf_printf(&saying, _("%s: %s"), _(f->label), f->codes &&
		f->type == FIELD_CODE ? field_code_label(f->codes, text) : text);
	b->saying = strbuf_detach(&saying);
}

void
bulk_retract(struct bulk *b, const char *reason)
{
	begin_fields(b, "retract", b->kind);
	record_set(&b->fields, HEADER_RETRACT_REASON, reason);
	free(b->saying);
	b->saying = xstrdup(_("Withdraw"));
}

void
bulk_add(struct bulk *b, const struct kind *added, const char *each)
{
	begin_fields(b, "add", added);
	b->each = kind_index(added, each);
	free(b->saying);
	b->saying = xstrdup(_(added->label));
}

bool
bulk_do(const struct bulk *b, struct desk *desk, struct desk_many_done *done,
	struct err *err)
{
	size_t n = b->on.n;
	bool adds = strcmp(b->verb, "add") == 0;
	struct desk_change *changes = xcalloc(n, sizeof(*changes));
	struct record *added = xcalloc(n, sizeof(*added));
	struct desk_many many = { .changes = changes, .n = n };

	for (size_t i = 0; i < n; i++) {
		changes[i] = (struct desk_change){ .verb = b->verb,
			.ref = b->on.marks[i].uid, .fields = &b->fields };
		if (!adds)
			continue;
		record_copy(&added[i], &b->fields);
		record_set(&added[i], b->each, b->on.marks[i].uid);
		changes[i].ref = NULL;
		changes[i].fields = &added[i];
	}
	bool ok = desk_act_many(desk, &many, done, err);

	for (size_t i = 0; adds && i < n; i++)
		record_clear(&added[i]);
	free(added);
	free(changes);
	return ok;
}

void
bulk_said(const struct bulk *b, const struct desk_many_done *done,
	struct strbuf *out)
{
	if (done->n == 1 && done->each[0].unchanged)
		strbuf_puts(out, _("It is so already: nothing was written."));
	else if (done->n == 1)
		strbuf_printf(out, _("%s: done with %s; u undoes it."),
			b->saying, done->each[0].ref);
	else
		strbuf_printf(out, ngettext("%s: done with %zu record; u undoes it.",
			"%s: done with %zu records; u undoes it.", done->n),
			b->saying, done->n);
}
