/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane_record.c - see pane_record.h. */
#include "ui/pane_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "src/kind.h"
#include "src/remark.h"
#include "src/step_text.h"
#include "ui/columns.h"
#include "base/banned.h"

/* --- One value ---------------------------------------------------------- */

/* What Enter opens from a value: borrowed, or NULL. */
static const char *
opens(const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);

	return f && f->type == FIELD_REF && !r->values[index].invalid ?
		record_text(r, index) : NULL;
}

/* What a record nearby is called; borrowed, or NULL. */
static const char *
title_of(const struct pane_of *o, const char *ref)
{
	const char *name = people_name(o->people, ref);

	for (size_t i = 0; !name && o->around && i < o->around->n; i++)
		if (strcmp(o->around->links[i].far, ref) == 0)
			name = o->around->links[i].far_title;
	return name ? name : columns_name(o->page, ref);
}

void
pane_value(const struct pane_of *o, const struct record *r, size_t index,
	struct strbuf *out)
{
	const struct field *f = kind_field(r->kind, index);
	const char *ref = opens(r, index);
	const char *title = ref ? title_of(o, ref) : NULL;

	if (f && f->type == FIELD_LONG)
		strbuf_puts(out, record_text(r, index));
	else
		format_cell(out, r, index, o->zone);
	if (title)
		strbuf_printf(out, "  %s", title);
}

static void
add_field(struct pane *p, const struct pane_of *o, size_t index)
{
	const struct record *r = &o->item->record;
	const struct field *f = kind_field(r->kind, index);
	struct strbuf text = STRBUF_INIT;

	pane_value(o, r, index, &text);
	pane_row(p, opens(r, index), record_text(r, index));
	pane_add(p, _(f->label), text.text, r->values[index].invalid ?
		ROLE_WARNING : ROLE_TEXT);
	pane_row_end(p);
	strbuf_clear(&text);
}

static bool
is_shown(const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);

	return f && !(f->flags & FIELD_HIDDEN) && record_text(r, index);
}

/* --- Its own fields ----------------------------------------------------- */

static bool
is_long(const struct record *r, size_t index)
{
	const char *text = record_text(r, index);

	return kind_field(r->kind, index)->type == FIELD_LONG &&
		(strlen(text) > 200 || strchr(text, '\n'));
}

/* A long text stands below the others, over the whole width. */
static void
add_long(struct pane *p, const struct record *r, size_t index)
{
	pane_heading(p, _(kind_field(r->kind, index)->label), -1);
	pane_row(p, NULL, record_text(r, index));
	pane_add(p, NULL, record_text(r, index), ROLE_TEXT);
	pane_row_end(p);
}

static void
add_own(struct pane *p, const struct pane_of *o)
{
	const struct record *r = &o->item->record;

	for (size_t i = HEADER_N; i < kind_n(r->kind); i++)
		if (is_shown(r, i))
			pane_label(p, _(kind_field(r->kind, i)->label));
	for (size_t i = HEADER_N; i < kind_n(r->kind); i++)
		if (is_shown(r, i) && !is_long(r, i))
			add_field(p, o, i);
	for (size_t i = HEADER_N; i < kind_n(r->kind); i++)
		if (is_shown(r, i) && is_long(r, i))
			add_long(p, r, i);
}

/* --- What should be seen first ------------------------------------------ */

/* Of an exhibit the hand-overs that somebody has yet to confirm. */
static void
add_unconfirmed(struct pane *p, const struct pane_of *o)
{
	for (size_t i = 0; i < o->item->n_custody; i++) {
		const struct desk_step *step = &o->item->custody[i];
		struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;
		bool warns;

		step_name(step, &name);
		if (step_line(step, o->zone, false, 0, &text, &warns) && warns) {
			char *line = xasprintf("! %s: %s", name.text, text.text);

			pane_row(p, record_text(&step->record, HEADER_REF), NULL);
			pane_add(p, NULL, line, ROLE_WARNING);
			pane_row_end(p);
			free(line);
		}
		strbuf_clear(&name);
		strbuf_clear(&text);
	}
}

static void
add_waits(struct pane *p, const struct pane_of *o)
{
	struct strbuf text = STRBUF_INIT;
	const char *label;

	strbuf_puts(&text, "! ");
	if (format_retracted(&text, &o->item->record, o->zone)) {
		pane_add(p, NULL, text.text, ROLE_WARNING);
		strbuf_reset(&text);
		strbuf_puts(&text, "! ");
	}
	size_t mark = text.len;

	if (remark_of(&text, &label, o->item, o->zone)) {
		struct strbuf line = STRBUF_INIT;

		strbuf_printf(&line, "! %s: %s", _(label), text.text + mark);
		pane_row(p, NULL, NULL);
		pane_add(p, NULL, line.text, ROLE_WARNING);
		pane_row_end(p);
		strbuf_clear(&line);
	}
	add_unconfirmed(p, o);
	if (p->n)
		pane_line(p);
	strbuf_clear(&text);
}

/* --- Its header --------------------------------------------------------- */

/* What of the header has a place of its own elsewhere. */
static bool
is_told_elsewhere(size_t index)
{
	return index == HEADER_REF || index == HEADER_ID ||
		index == HEADER_KIND || index == HEADER_CASE ||
		index == HEADER_OF || index == HEADER_VERSION ||
		index == HEADER_CREATED || index == HEADER_CREATED_BY ||
		index == HEADER_CHANGED || index == HEADER_CHANGED_BY ||
		index == HEADER_RETRACTED || index == HEADER_RETRACT_REASON;
}

/* "2026-07-03 06:55 by Ion Marin (RO)" */
static void
add_act(struct pane *p, const struct pane_of *o, size_t at, size_t by)
{
	const struct record *r = &o->item->record;
	struct strbuf text = STRBUF_INIT, who = STRBUF_INIT;
	const char *ref = record_text(r, by);

	if (!record_text(r, at))
		return;
	format_cell(&text, r, at, o->zone);
	if (ref) {
		people_put(o->people, ref, &who);
		strbuf_printf(&text, _(" by %s"), who.text);
	}
	pane_row(p, ref, NULL);
	pane_add(p, _(kind_field(r->kind, at)->label), text.text, ROLE_TEXT);
	pane_row_end(p);
	strbuf_clear(&text);
	strbuf_clear(&who);
}

static void
add_header(struct pane *p, const struct pane_of *o)
{
	const struct record *r = &o->item->record;

	pane_heading(p, _("Handling and origin"), -1);
	for (size_t i = 0; i < HEADER_N; i++)
		if (is_shown(r, i) && !is_told_elsewhere(i))
			add_field(p, o, i);
	if (record_text(r, HEADER_OF))
		add_field(p, o, HEADER_OF);
	add_act(p, o, HEADER_CREATED, HEADER_CREATED_BY);
	if (record_int(r, HEADER_VERSION) > 1)
		add_act(p, o, HEADER_CHANGED, HEADER_CHANGED_BY);
}

void
pane_same(struct pane *p, const struct pane_of *o)
{
	if (!o->same || o->same->n == 0)
		return;
	pane_heading(p, _("Also on"), (long)o->same->n);
	for (size_t i = 0; i < o->same->n; i++) {
		const struct desk_equal *e = &o->same->values[i];
		struct strbuf label = STRBUF_INIT, text = STRBUF_INIT;

		format_equal(&label, &text, e);
		strbuf_printf(&label, ": %s", text.text);
		pane_row(p, e->n ? e->records[0].uid : NULL, e->value);
		pane_add(p, NULL, label.text, ROLE_TEXT);
		pane_row_end(p);
		strbuf_clear(&label);
		strbuf_clear(&text);
	}
}

void
pane_person(struct pane *p, const struct pane_of *o)
{
	add_waits(p, o);
	add_own(p, o);
}

void
pane_item(struct pane *p, const struct pane_of *o)
{
	add_waits(p, o);
	add_own(p, o);
	pane_custody(p, o);
	pane_parts(p, o);
	pane_links(p, o);
	pane_same(p, o);
	pane_talk(p, o);
	add_header(p, o);
}

void
pane_version(struct pane *p, const struct record *r, const char *zone)
{
	static const size_t told[] = { HEADER_VERSION, HEADER_CHANGED,
		HEADER_CHANGED_BY };
	struct strbuf head = STRBUF_INIT;

	format_cell(&head, r, HEADER_REF, zone);
	for (size_t i = 0; i < ARRAY_SIZE(told); i++) {
		strbuf_puts(&head, i == 0 ? _("  version ") : "  ");
		format_cell(&head, r, told[i], zone);
	}
	free(p->title);
	p->title = strbuf_detach(&head);
}
