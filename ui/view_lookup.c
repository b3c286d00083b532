/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_lookup.c - see view_lookup.h. */
#include "ui/view_lookup.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/kind.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/edit.h"
#include "ui/key.h"
#include "ui/offers.h"
#include "ui/rows.h"
#include "base/banned.h"

enum { MARGIN = 3, GUTTER = 2 };

#define NO_OFFER SIZE_MAX

struct lookup {
	struct view view;
	char *title;
	void (*picked)(struct view *owner, const char *ref);
	const struct kind *taken[KIND_END];
	size_t n_taken, kind;
	struct rows rows;
	struct offers offers;	/* below the rows */
	size_t on;		/* row of the offers; NO_OFFER: the cursor is above */
	struct edit typed;
	bool opened, failed;	/* was the last filter refused? */
};

/* The kinds that are listed and that the field takes. */
static void
set_kinds(struct lookup *l, uint64_t taken)
{
	for (size_t i = 0; kinds[i]; i++)
		if ((taken & KIND_BIT(kinds[i]->no)) &&
		    !(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)))
			l->taken[l->n_taken++] = kinds[i];
}

static void
look(struct lookup *l)
{
	struct desk_list_spec spec = { .kind = l->taken[l->kind]->no,
		.filter = l->typed.text.text };
	struct err err = ERR_INIT;

	offers_clear(&l->offers);
	l->on = NO_OFFER;
	l->failed = !rows_open(&l->rows, &spec, NULL, &err);
	if (l->failed)
		app_fail(l->view.app, &err);
}

/* Once the list is there: what else the words may mean. */
static void
offer(struct lookup *l)
{
	struct err err = ERR_INIT;

	if (!offers_ask(&l->offers, &l->rows, l->taken[l->kind]->no,
	    l->typed.text.text, &err))
		app_fail(l->view.app, &err);
	if (l->rows.page.n == 0 && l->offers.found.n && l->on == NO_OFFER)
		l->on = 0;
}

static struct area
inside(const struct area *a)
{
	struct area box = chrome_centre(*a, a->rows - 2, a->cols - 2 * MARGIN);

	return (struct area){ box.y + 1, box.x + 2, box.rows - 2, box.cols - 4 };
}

static int64_t
tick(struct view *v)
{
	struct lookup *l = (struct lookup *)v;
	struct area all = app_area(v->app), in = inside(&all);
	struct err err = ERR_INIT;
	bool more = false;

	if (!rows_resize(&l->rows, in.rows > 2 ? in.rows - 2 : 1, &err))
		app_fail(v->app, &err);
	if (!l->opened)
		look(l);
	l->opened = true;
	if (!rows_step(&l->rows, &more, &err))
		app_fail(v->app, &err);
	if (!more && !l->failed)
		offer(l);
	return more ? 0 : -1;
}

/* One record; the one under the cursor is plain to see. */
static void
draw_record(struct lookup *l, struct grid *g, struct area a,
	const struct columns *columns, const struct record *r, bool on)
{
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	columns_row(columns, g, (struct area){ a.y, a.x + GUTTER, 1,
		a.cols - GUTTER }, r, l->view.app->who.zone, role);
}

static void
draw_offer(struct lookup *l, struct grid *g, struct area a,
	const struct columns *columns, struct offers_line line)
{
	const struct desk_find_row *row = &l->offers.found.rows[line.row];
	int x = a.x + GUTTER;

	if (line.what == OFFERS_ROW)
		draw_record(l, g, a, columns, &row->record, line.row == l->on);
	else if (line.what == OFFERS_HEADING)
		grid_printf(g, a.y, x, a.cols - GUTTER, ROLE_HEADING,
			_("Also found: %s"), _(codes_find[row->how].label));
	else
		grid_put(g, a.y, x + GUTTER, a.cols - 2 * GUTTER, row->text,
			ROLE_HINT);
}

/* The line of the screen where drawing begins, so that the cursor is seen. */
static size_t
top_line(const struct lookup *l, size_t height)
{
	size_t cursor = l->rows.page.n;

	if (l->on == NO_OFFER)
		return l->rows.top;
	cursor += offers_line_of(&l->offers, l->on);
	return cursor < height ? 0 : cursor - height + 1;
}

static void
draw_rows(struct lookup *l, struct grid *g, struct area a)
{
	const struct kind *kind = l->taken[l->kind];
	struct columns columns;
	struct area text = { a.y, a.x + GUTTER, 1, a.cols - GUTTER };
	size_t n = l->rows.page.n, lines = n + offers_lines(&l->offers);
	size_t top = top_line(l, a.rows > 1 ? (size_t)a.rows - 1 : 1);

	columns_fit(&columns, kind, text.cols);
	columns_heading(&columns, g, text, kind, NULL);
	for (int y = 1; y < a.rows; y++) {
		size_t i = top + (size_t)y - 1;
		struct area line = { a.y + y, a.x, 1, a.cols };

		if (i >= lines)
			break;
		if (i < n)
			draw_record(l, g, line, &columns,
				&l->rows.page.rows[i].record,
				l->on == NO_OFFER && i == l->rows.cursor);
		else
			draw_offer(l, g, line, &columns,
				offers_at(&l->offers, i - n));
	}
	if (lines == 0)
		grid_put(g, a.y + 1, a.x + GUTTER, a.cols, l->rows.has_next ||
			l->rows.page.at_least ? _("Looking ...") :
			_("Nothing like this."), ROLE_HINT);
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct lookup *l = (struct lookup *)v;
	struct strbuf title = STRBUF_INIT;
	struct area in;

	strbuf_printf(&title, "%s: %s", l->title, _(l->taken[l->kind]->plural));
	in = chrome_box(g, chrome_centre(a, a.rows - 2, a.cols - 2 * MARGIN),
		title.text);
	strbuf_clear(&title);
	grid_put(g, in.y, in.x, 1, "/", ROLE_KEY);
	edit_draw(&l->typed, g, (struct area){ in.y, in.x + 2, 1, in.cols - 2 },
		ROLE_TEXT, true);
	if (l->typed.text.len == 0)
		grid_put(g, in.y, in.x + 2, in.cols - 2, _("type to narrow"),
			ROLE_HINT);
	grid_choices(g, (struct area){ in.y + 1, in.x, in.rows - 1, in.cols });
	draw_rows(l, g, (struct area){ in.y + 1, in.x, in.rows - 1, in.cols });
}

static bool
key(struct view *v, int k)
{
	struct lookup *l = (struct lookup *)v;

	if (k == K_HOME || k == K_END || !edit_key(&l->typed, k))
		return false;
	look(l);
	return true;
}

static void
close_lookup(struct view *v)
{
	struct lookup *l = (struct lookup *)v;

	rows_close(&l->rows);
	offers_clear(&l->offers);
	edit_clear(&l->typed);
	free(l->title);
	free(l);
}

/* The record under the cursor, of the list or of what is offered; or NULL. */
static const struct record *
record_at(const struct lookup *l)
{
	const struct desk_row *row = rows_at(&l->rows);

	if (l->on < l->offers.found.n)
		return &l->offers.found.rows[l->on].record;
	return row ? &row->record : NULL;
}

static bool
has_row(const struct view *v)
{
	return record_at((const struct lookup *)v) != NULL;
}

/* Go from the list to what is offered below it, there, and back. True when that
 * was it: the whole list is at hand then. */
static bool
move_in_offers(struct lookup *l, int k, int by)
{
	int64_t n = (int64_t)l->rows.page.n, most, at;

	if (l->offers.found.n == 0)
		return false;
	most = n + (int64_t)l->offers.found.n - 1;
	at = k == K_HOME ? 0 : k == K_END ? most : by +
		(l->on == NO_OFFER ? (int64_t)l->rows.cursor : n + (int64_t)l->on);
	at = at < 0 ? 0 : at > most ? most : at;
	l->on = at < n ? NO_OFFER : (size_t)(at - n);
	return rows_move(&l->rows, at - (int64_t)l->rows.cursor, NULL);
}

static void
run_move(struct view *v, int k)
{
	struct lookup *l = (struct lookup *)v;
	int h = l->rows.height;
	int by = k == K_UP ? -1 : k == K_DOWN ? 1 : k == K_PGUP ? -h : h;
	struct err err = ERR_INIT;
	bool done = move_in_offers(l, k, by) ||
		(k == K_HOME ? rows_home(&l->rows, &err) :
		 k == K_END ? rows_end(&l->rows, &err) :
		 rows_move(&l->rows, by, &err));

	if (!done)
		app_fail(v->app, &err);
}

static void
run_choose(struct view *v, int k)
{
	struct lookup *l = (struct lookup *)v;
	struct app *app = v->app;

	(void)k;
	app_pop(app);
	l->picked(app->top, record_text(record_at(l), HEADER_REF));
}

static void
run_kind(struct view *v, int k)
{
	struct lookup *l = (struct lookup *)v;

	l->kind = (l->kind + (k == K_TAB ? 1 : l->n_taken - 1)) % l->n_taken;
	look(l);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

const struct command view_lookup_commands[] = {
	{ .keys = "Enter", .name = "choose", .label = N_("Choose"),
	  .run = run_choose, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Take the record under the cursor.") },
	{ .keys = "Down Up PgDn PgUp Home End", .name = "move", .run = run_move,
	  .help = N_("Go through the records.") },
	{ .keys = "Tab BackTab", .name = "kind", .label = N_("Kinds"),
	  .run = run_kind, .help = N_("Look among another kind of record.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Leave the field as it was.") },
	{ .keys = NULL }
};

static const struct view_ops lookup_ops = {
	.name = "lookup",
	.commands = view_lookup_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.tick = tick,
	.has_row = has_row,
	.close = close_lookup,
};

void
view_lookup_open(struct app *app, const char *title, uint64_t kinds_taken,
	void (*picked)(struct view *owner, const char *ref))
{
	view_lookup_words(app, title, kinds_taken, "", picked);
}

void
view_lookup_words(struct app *app, const char *title, uint64_t kinds_taken,
	const char *words, void (*picked)(struct view *owner, const char *ref))
{
	struct lookup *l = xcalloc(1, sizeof(*l));

	l->view.ops = &lookup_ops;
	l->view.typing = true;
	l->title = xstrdup(title);
	l->picked = picked;
	l->on = NO_OFFER;
	l->typed = (struct edit)EDIT_INIT;
	edit_set(&l->typed, words);
	l->rows.desk = app->desk;
	set_kinds(l, kinds_taken);
	if (l->n_taken == 0) {
		/* Parts are in no list of their own. */
		close_lookup(&l->view);
		app_say(app, ROLE_WARNING, _("It is a part of this record: type "
			"its ref, as \"chain2\"."));
		return;
	}
	app_push(app, &l->view);
}
