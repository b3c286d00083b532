/* SPDX-License-Identifier: GPL-3.0-or-later */
/* headline.c - see headline.h. */
#include "ui/headline.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "src/step_text.h"
#include "ui/columns.h"
#include "ui/home_text.h"
#include "base/banned.h"

enum { PARTS = 24, DAY = 10 /* letters of YYYY-MM-DD */ };

static const char dot[] = "  .  ";

/* What it is made of, and its parts from left to right. */
struct headline {
	const struct record *r;
	const struct people *people;
	const char *zone;
	struct part {
		char *text;
		bool warns;
	} parts[PARTS];
	size_t n;
};

static void
part(struct headline *h, const char *text, bool warns)
{
	if (text && *text && h->n < PARTS)
		h->parts[h->n++] = (struct part){ warns ?
			xasprintf("! %s", text) : xstrdup(text), warns };
}

static bool
has(const struct headline *h, size_t index)
{
	return kind_field(h->r->kind, index) && record_text(h->r, index);
}

/* A value of the record as a person reads it; nothing when it is not set. */
static void
value(struct headline *h, size_t index, bool label)
{
	struct strbuf text = STRBUF_INIT;

	if (has(h, index)) {
		if (label)
			strbuf_printf(&text, "%s ",
				_(kind_field(h->r->kind, index)->label));
		format_cell(&text, h->r, index, h->zone);
		part(h, text.text, false);
	}
	strbuf_clear(&text);
}

/* Codes that people know by themselves: H2, B2. Their words stand below. */
static void
code(struct headline *h, size_t index)
{
	if (has(h, index))
		part(h, record_text(h->r, index), false);
}

/* --- Days --------------------------------------------------------------- */

static bool
is_over_with(const struct record *r)
{
	const struct kind *k = r->kind;

	return record_text(r, HEADER_RETRACTED) || (k->status &&
		!kind_is_open(k, record_text(r, k->status)));
}

/* A day, and as long as it asks for something how far it is from today; of a month or
 * a year only that it is over. */
static void
day(struct headline *h, size_t index)
{
	bool over = is_over_with(h->r);
	bool late = !over && columns_is_late(h->r, index, h->zone);
	struct strbuf text = STRBUF_INIT;
	const char *on = record_text(h->r, index);

	strbuf_printf(&text, "%s ", _(kind_field(h->r->kind, index)->label));
	if (strlen(on) >= DAY) {
		format_cell(&text, h->r, index, h->zone);
		strbuf_puts(&text, over ? "" : ", ");
	}
	if (!over || strlen(on) < DAY)
		home_due(&text, on, late ? DESK_DUE_OVERDUE : DESK_DUE_LATER,
			clock_now(), h->zone);
	part(h, text.text, late);
	strbuf_clear(&text);
}

/* The day that it is due; of the others of its own those that are late. */
static void
days(struct headline *h)
{
	const struct kind *k = h->r->kind;

	if (k->due && has(h, k->due))
		day(h, k->due);
	for (size_t i = HEADER_N; i < kind_n(k); i++)
		if (i != k->due && has(h, i) && !is_over_with(h->r) &&
		    columns_is_late(h->r, i, h->zone))
			day(h, i);
}

/* --- Custody ------------------------------------------------------------ */

static void
put_who(const struct headline *h, const char *who, struct strbuf *out)
{
	const char *name = people_name(h->people, who);

	strbuf_puts(out, who ? who : "?");
	if (name)
		strbuf_printf(out, " %s", name);
}

/* "chain2 waits for RO/1 Ana Pop, BG/1 Boyana Ilieva" */
static void
waits(struct headline *h, const struct desk_step *step)
{
	struct strbuf name = STRBUF_INIT, who = STRBUF_INIT, text = STRBUF_INIT;

	if (step->lacks_giver)
		put_who(h, step_end(step, false), &who);
	if (step->lacks_receiver) {
		strbuf_puts(&who, who.len ? ", " : "");
		put_who(h, step_end(step, true), &who);
	}
	step_name(step, &name);
	/* TRANSLATORS: a step of custody, and who has yet to confirm it */
	strbuf_printf(&text, _("%s waits for %s"), name.text, who.text);
	part(h, who.len ? text.text : NULL, true);
	strbuf_clear(&name);
	strbuf_clear(&who);
	strbuf_clear(&text);
}

static void
custody(struct headline *h, const struct desk_item *item)
{
	const char *holder = record_text(h->r, kind_index(h->r->kind,
		"custodian"));
	struct strbuf who = STRBUF_INIT, text = STRBUF_INIT;

	if (holder) {
		put_who(h, holder, &who);
		strbuf_printf(&text, _("held by %s"), who.text);
		part(h, text.text, false);
	} else if (item->n_custody == 0) {
		part(h, _("no custody yet"), false);
	}
	for (size_t i = 0; i < item->n_custody; i++)
		if (strcmp(item->custody[i].standing, "unconfirmed") == 0)
			waits(h, &item->custody[i]);
	strbuf_clear(&who);
	strbuf_clear(&text);
}

/* --- The line ----------------------------------------------------------- */

static void
collect(struct headline *h, const struct desk_item *item)
{
	static const size_t rest[] = { HEADER_REVIEW_ON, HEADER_ERASE_ON };
	const struct record *r = h->r;

	if (r->kind->status)
		value(h, r->kind->status, false);
	days(h);
	if (r->kind->no == KIND_EVIDENCE)
		custody(h, item);
	code(h, HEADER_PARTY);
	value(h, HEADER_SHARE, false);
	code(h, HEADER_HANDLING);
	code(h, HEADER_GRADE);
	for (size_t i = 0; i < ARRAY_SIZE(rest); i++)
		if (has(h, rest[i]) && columns_is_late(r, rest[i], h->zone))
			day(h, rest[i]);
		else
			value(h, rest[i], true);
	if (record_int(r, HEADER_VERSION) > 1)
		value(h, HEADER_VERSION, true);
}

void
headline_draw(struct grid *g, struct area a, const struct desk_item *item,
	const struct people *people, const char *zone)
{
	struct headline h = { .r = &item->record, .people = people,
		.zone = zone };
	int x = a.x, end = a.x + a.cols, last = a.y + a.rows - 1;

	collect(&h, item);
	for (size_t i = 0; i < h.n && x < end; i++) {
		int width = utf8_width(h.parts[i].text, strlen(h.parts[i].text));

		if (x > a.x && a.y < last && x + (int)strlen(dot) + width > end) {
			x = a.x;
			a.y++;
		}
		if (x > a.x)
			x += grid_put(g, a.y, x, end - x, dot, ROLE_HINT);
		x += grid_put(g, a.y, x, end - x, h.parts[i].text,
			h.parts[i].warns ? ROLE_WARNING : ROLE_HINT);
	}
	for (size_t i = 0; i < h.n; i++)
		free(h.parts[i].text);
}
