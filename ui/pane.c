/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane.c - see pane.h. */
#include "ui/pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/clock.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "src/kind.h"
#include "src/linkformat.h"
#include "src/remark.h"
#include "src/step_text.h"
#include "ui/sentence.h"
#include "base/banned.h"

enum { LABEL_WIDTH = 16, LEAST_TEXT = 20, MAX_LINES = 5000 };

void
pane_clear(struct pane *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->lines[i].label);
		free(p->lines[i].text);
	}
	free(p->lines);
	free(p->title);
	*p = (struct pane){ 0 };
}

void
pane_begin(struct pane *p, int width, bool ascii)
{
	pane_clear(p);
	p->width = width;
	p->ascii = ascii;
	p->label_width = width - LABEL_WIDTH < LEAST_TEXT ? width / 3 :
		LABEL_WIDTH;
}

static void
add_line(struct pane *p, const char *label, char *text, enum role role)
{
	p->lines = xgrow(p->lines, p->n, &p->room, sizeof(*p->lines));
	p->lines[p->n++] = (struct pane_line){ xstrdup(label), text, role };
}

void
pane_heading(struct pane *p, const char *text)
{
	if (p->n > 0)
		add_line(p, NULL, xstrdup(""), ROLE_TEXT);
	add_line(p, NULL, xstrdup(text), ROLE_HEADING);
}

void
pane_add(struct pane *p, const char *label, const char *text, enum role role)
{
	struct strbuf clean = STRBUF_INIT;
	int width = p->width - (label ? p->label_width : 0);
	size_t next = 0;
	bool hid;

	hid = clean_text(&clean, text ? text : "", text ? strlen(text) : 0,
		CLEAN_LINES | (p->ascii ? CLEAN_ASCII : 0));
	if (hid && role == ROLE_TEXT)
		role = ROLE_WARNING;
	for (size_t at = 0; at < clean.len || at == 0; at += next) {
		size_t len = wrap_line(clean.text + at, clean.len - at,
			width > 0 ? width : 1, &next);

		add_line(p, at == 0 ? label : label ? "" : NULL,
			xstrndup(clean.text + at, len), role);
		if (clean.len == 0 || p->n > MAX_LINES)
			break;
	}
	strbuf_clear(&clean);
}

static void
add_field(struct pane *p, const struct record *r, size_t index,
	const char *zone)
{
	const struct field *f = kind_field(r->kind, index);
	struct strbuf text = STRBUF_INIT;

	if (!f || (f->flags & FIELD_HIDDEN) || !record_text(r, index))
		return;
	if (f->type == FIELD_LONG)
		strbuf_puts(&text, record_text(r, index));
	else
		format_cell(&text, r, index, zone);
	pane_add(p, _(f->label), text.text, r->values[index].invalid ?
		ROLE_WARNING : ROLE_TEXT);
	strbuf_clear(&text);
}

/* What pane_version says, or the screen around it. */
static bool
is_told_elsewhere(size_t index)
{
	return index == HEADER_REF || index == HEADER_ID ||
		index == HEADER_KIND || index == HEADER_CASE ||
		index == HEADER_OF || index == HEADER_VERSION ||
		index == HEADER_CHANGED || index == HEADER_CHANGED_BY ||
		index == HEADER_RETRACTED || index == HEADER_RETRACT_REASON;
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

/* What is void says so before all else. */
static void
add_retracted(struct pane *p, const struct record *r, const char *zone)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, "*** ");
	if (format_retracted(&text, r, zone))
		pane_add(p, NULL, text.text, ROLE_WARNING);
	strbuf_clear(&text);
}

void
pane_record(struct pane *p, const struct record *r, const char *zone)
{
	add_retracted(p, r, zone);
	for (size_t i = HEADER_N; i < kind_n(r->kind); i++)
		add_field(p, r, i, zone);
	for (size_t i = 0; i < HEADER_N; i++)
		if (!is_told_elsewhere(i))
			add_field(p, r, i, zone);
}

static void
add_part(struct pane *p, const struct record *r, const char *zone)
{
	struct strbuf head = STRBUF_INIT;

	format_cell(&head, r, HEADER_REF, zone);
	strbuf_puts(&head, "  ");
	format_cell(&head, r, HEADER_CREATED, zone);
	strbuf_puts(&head, "  ");
	format_cell(&head, r, HEADER_CREATED_BY, zone);
	pane_add(p, NULL, head.text, ROLE_HINT);
	add_retracted(p, r, zone);
	for (size_t i = HEADER_N; i < kind_n(r->kind); i++)
		add_field(p, r, i, zone);
	if (record_text(r, HEADER_CORRECTS))
		add_field(p, r, HEADER_CORRECTS, zone);
	strbuf_clear(&head);
}

/* What counts no more is dim; what somebody should see to is marked. */
static void
add_step(struct pane *p, const struct desk_step *step, const char *zone)
{
	bool is_void = strcmp(step->standing, "corrected") == 0 ||
		strcmp(step->standing, "retracted") == 0;
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;
	bool warns;

	step_name(step, &name);
	step_head(step, zone, &text);
	pane_add(p, name.text, text.text, is_void ? ROLE_HINT : ROLE_STRONG);
	for (size_t i = 0; strbuf_reset(&text),
	     step_line(step, zone, i, &text, &warns); i++)
		if (text.len)
			pane_add(p, "", text.text, warns ? ROLE_WARNING :
				is_void ? ROLE_HINT : ROLE_TEXT);
	strbuf_clear(&name);
	strbuf_clear(&text);
}

void
pane_parts(struct pane *p, const struct desk_item *item, const char *zone)
{
	const struct kind *last = NULL;
	struct strbuf text = STRBUF_INIT;
	const char *label;

	if (remark_of(&text, &label, item, zone))
		pane_add(p, _(label), text.text, ROLE_WARNING);
	strbuf_clear(&text);
	if (item->n_custody)
		pane_heading(p, _(kind_of(KIND_CHAIN)->plural));
	for (size_t i = 0; i < item->n_custody; i++)
		add_step(p, &item->custody[i], zone);
	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *r = &item->parts[i].record;

		if (step_tells(item, r))
			continue;
		if (r->kind != last)
			pane_heading(p, _(r->kind->plural));
		last = r->kind;
		add_part(p, r, zone);
	}
}

void
pane_same(struct pane *p, const struct desk_same *same)
{
	struct strbuf label = STRBUF_INIT, text = STRBUF_INIT;

	if (same->n)
		pane_heading(p, _("Also on"));
	for (size_t i = 0; i < same->n; i++) {
		strbuf_reset(&label);
		strbuf_reset(&text);
		format_equal(&label, &text, &same->values[i]);
		strbuf_printf(&label, ": %s", text.text);
		pane_add(p, NULL, label.text, ROLE_TEXT);
	}
	strbuf_clear(&label);
	strbuf_clear(&text);
}

void
pane_links(struct pane *p, const struct desk_item *item)
{
	struct strbuf words = STRBUF_INIT, text = STRBUF_INIT;

	if (item->n_links == 0)
		return;
	strbuf_puts(&text, _(kind_of(KIND_LINK)->plural));
	if (item->links_total > (int64_t)item->n_links) {
		strbuf_puts(&text, ", ");
		linkformat_capped(&text, item->n_links, item->links_total);
	}
	pane_heading(p, text.text);
	for (size_t i = 0; i < item->n_links; i++) {
		strbuf_reset(&words);
		strbuf_reset(&text);
		linkformat_words(&words, &item->links[i]);
		strbuf_puts(&words, "  ");
		linkformat_text(&words, &item->links[i]);
		pane_add(p, NULL, words.text, ROLE_TEXT);
	}
	strbuf_clear(&words);
	strbuf_clear(&text);
}

static void
add_change(struct pane *p, const struct desk_entry *e,
	const struct desk_entry_field *f, const char *zone)
{
	struct strbuf text = STRBUF_INIT;
	const char *label;

	sentence_field(&text, &label, e, f, zone);
	pane_add(p, label, text.text, ROLE_TEXT);
	strbuf_clear(&text);
}

/* Which entry it is, and when who did what. */
static void
add_entry(struct pane *p, const struct desk_entry *e, const char *zone)
{
	struct strbuf head = STRBUF_INIT;

	sentence_time(&head, e->at, zone);
	strbuf_putc(&head, ' ');
	sentence_entry(&head, e, zone);
	if (e->undone_by)
		strbuf_printf(&head, _(" (undone by %s)"), e->undone_by);
	pane_add(p, e->entry, head.text, ROLE_STRONG);
	for (size_t i = 0; sentence_leaves_fields(e) && i < e->n_fields; i++)
		add_change(p, e, &e->fields[i], zone);
	strbuf_clear(&head);
}

void
pane_history(struct pane *p, const struct desk_history *h, const char *zone)
{
	for (size_t i = 0; i < h->n; i++)
		add_entry(p, &h->entries[i], zone);
}

void
pane_draw(const struct pane *p, struct grid *g, struct area a, size_t first)
{
	for (int y = 0; y < a.rows && first + (size_t)y < p->n; y++) {
		const struct pane_line *line = &p->lines[first + (size_t)y];
		int indent = 0;

		if (line->label) {
			grid_put(g, a.y + y, a.x, p->label_width - 1,
				line->label, ROLE_LABEL);
			indent = p->label_width;
		}
		grid_put_clean(g, a.y + y, a.x + indent, a.cols - indent,
			line->text, strlen(line->text), line->role);
	}
}
