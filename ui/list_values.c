/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_values.c - see list_acts.h. */
#include "ui/list_acts.h"

#include "base/i18n.h"
#include "ui/cell.h"
#include "ui/view_ask.h"
#include "ui/view_cell.h"
#include "ui/view_lookup.h"
#include "ui/view_pick.h"
#include "base/banned.h"

static struct listing *
listing_of(struct view *v)
{
	return (struct listing *)v;
}

/* --- A field ------------------------------------------------------------ */

static void
value_given(struct view *owner, const char *text)
{
	struct listing *l = listing_of(owner);

	bulk_set(&l->bulk, l->bulk.each, text);
	list_go(l);
}

static void
code_picked(struct view *owner, int64_t tag)
{
	struct listing *l = listing_of(owner);

	value_given(owner, tag < 0 ? "" :
		kind_field(l->kind, l->bulk.each)->codes[tag].code);
}

static bool
text_given(struct view *owner, const char *text, struct err *err)
{
	(void)err;
	value_given(owner, text);
	return true;
}

static void
ask_text(struct listing *l, const struct field *f)
{
	struct strbuf hint = STRBUF_INIT;

	if (f->type == FIELD_TAGS || f->type == FIELD_CODES)
		strbuf_puts(&hint, _("a,b sets; +a puts in; -a takes out; nothing clears."));
	else
		cell_hint(f, "", &hint);
	view_ask_open(l->view.app, _(f->label), "", hint.len > 0 ? hint.text :
		_("Nothing clears the field."), text_given);
	strbuf_clear(&hint);
}

static void
field_picked(struct view *owner, int64_t tag)
{
	struct listing *l = listing_of(owner);
	const struct field *f = kind_field(l->kind, (size_t)tag);
	struct view *pick;

	l->bulk.each = (size_t)tag;
	if (f->type == FIELD_REF) {
		view_lookup_open(owner->app, _(f->label), f->kinds, value_given);
		return;
	}
	if (f->type != FIELD_CODE) {
		ask_text(l, f);
		return;
	}
	pick = view_pick_new(_(f->label), code_picked);
	for (size_t i = 0; f->codes[i].code; i++)
		view_pick_add_code(pick, f->codes[i].code, _(f->codes[i].label),
			(int64_t)i);
	if (!(f->flags & FIELD_REQUIRED))
		view_pick_add(pick, NULL, _("Nothing"), -1);
	app_push(owner->app, pick);
}

/* Can the same value stand in several records? */
static bool
is_common(const struct field *f)
{
	return f && f->type != FIELD_LONG && !(f->flags & (FIELD_HIDDEN |
		FIELD_DERIVED | FIELD_FIXED | FIELD_UNIQUE | FIELD_RETIRED));
}

void
list_set(struct listing *l)
{
	struct view *pick;

	if (!list_begin(l))
		return;
	pick = view_pick_new(_("Set which field?"), field_picked);
	for (size_t i = 0; i < kind_n(l->kind); i++) {
		size_t at = (i + HEADER_N) % kind_n(l->kind);

		if (is_common(kind_field(l->kind, at)))
			view_pick_add(pick, NULL,
				_(kind_field(l->kind, at)->label), (int64_t)at);
	}
	app_push(l->view.app, pick);
}
/* --- One cell ----------------------------------------------------------- */

static bool
is_typed(const struct field *f)
{
	return f && !(f->flags & (FIELD_DERIVED | FIELD_HIDDEN | FIELD_FIXED |
		FIELD_RETIRED));
}

/* The column of the cell that was changed last; else the first that is typed and not
 * what the record is called. */
static size_t
cell_column(const struct listing *l)
{
	const struct columns *c = &l->columns;
	size_t first = c->n;

	for (size_t i = 0; i < c->n; i++) {
		if (c->column[i].index == l->cell)
			return i;
		if (first == c->n && c->column[i].index != l->kind->title &&
		    is_typed(kind_field(l->kind, c->column[i].index)))
			first = i;
	}
	return first;
}

static bool
where_is_cell(const struct view *owner, struct area *at)
{
	const struct listing *l = (const struct listing *)owner;
	size_t i = cell_column(l);

	if (i == l->columns.n || l->rows.cursor < l->rows.top)
		return false;
	*at = (struct area){
		l->layout.rows.y + (int)(l->rows.cursor - l->rows.top),
		l->layout.rows.x + LISTING_GUTTER + l->columns.column[i].x, 1,
		l->columns.column[i].width };
	return true;
}

static void
next_cell(struct view *owner, int by)
{
	struct listing *l = listing_of(owner);
	size_t n = l->columns.n, i = cell_column(l);

	for (size_t tried = 0; i < n && tried < n; tried++) {
		i = (i + (by < 0 ? n - 1 : 1)) % n;
		if (is_typed(kind_field(l->kind, l->columns.column[i].index)))
			break;
	}
	if (i < n)
		l->cell = l->columns.column[i].index;
	list_cell(l);
}

void
list_cell(struct listing *l)
{
	size_t i = cell_column(l);
	const struct desk_row *row = listing_at(l);

	if (i == l->columns.n || !row) {
		app_say(l->view.app, ROLE_WARNING,
			_("No column that is shown here can be typed."));
		return;
	}
	l->cell = l->columns.column[i].index;
	view_cell_open(l->view.app, &(struct cell_ask){ .ref = row->uid,
		.field = l->cell, .where = where_is_cell, .go_on = next_cell });
}
