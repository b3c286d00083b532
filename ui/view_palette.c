/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_palette.c - see view_palette.h. */
#include "ui/view_palette.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/edit.h"
#include "ui/key.h"
#include "ui/palette.h"
#include "ui/palette_fill.h"
#include "ui/place.h"
#include "ui/view_cases.h"
#include "base/banned.h"

enum {
	PAUSE = 150,		/* ms without a key before records are looked for */
	LEAST_LETTERS = 2,	/* that they are looked for by */
	WIDEST = 100, ROWS = 16,	/* of the box */
	GUTTER = 2,
	NAMES = 18, LAST = 12,	/* columns of the names, and of what stands last */
};

struct palette_view {
	struct view view;
	struct palette palette;
	struct edit typed;
	size_t cursor, top;	/* of the lines */
	int height;		/* lines that are seen */
	bool help;		/* commands alone */
	bool moved;		/* the cursor, since the last key that was typed */
	bool owes;		/* records are to be looked for */
};

/* --- What is shown ------------------------------------------------------ */

/* Past a heading, the way one goes. */
static void
settle(struct palette_view *v, int step)
{
	const struct palette *p = &v->palette;

	while (v->cursor < p->n_lines && !palette_at(p, v->cursor)) {
		if (step < 0 && v->cursor == 0)
			step = 1;
		v->cursor += step < 0 ? (size_t)-1 : 1;
	}
	if (v->cursor >= p->n_lines && p->n_lines > 0)
		v->cursor = p->n_lines - 1;
}

/* The number at the end of "set escdelay 100" is for the setting, not to be looked
 * for. */
static void
narrow_rows(struct palette_view *v)
{
	const char *typed = v->typed.text.text;
	const char *last = strrchr(typed, ' ');
	bool number = last && strncmp(typed, "set ", 4) == 0 &&
		last > typed + 4 && strspn(last, " 0123456789") == strlen(last);
	char *words = xstrndup(typed, number ? (size_t)(last - typed) :
		strlen(typed));

	palette_narrow(&v->palette, words);
	free(words);
}

/* What records are looked for by: "find ports" asks for ports. */
static const char *
words_typed(const struct palette_view *v)
{
	const char *typed = v->typed.text.text;

	return strncmp(typed, "find ", 5) == 0 ? typed + 5 : typed;
}

static void
narrow(struct palette_view *v)
{
	palette_drop_records(&v->palette);
	if (!v->help && v->typed.text.len == 0)
		palette_recall(&v->palette, v->view.app);
	v->owes = !v->help && strlen(words_typed(v)) >= LEAST_LETTERS;
	if (v->owes)
		palette_fill_find(&v->palette, words_typed(v));
	narrow_rows(v);
	v->cursor = v->top = 0;
	v->moved = false;
	settle(v, 1);
}

/* Records come to what is there; the row under the cursor stays there if a person
 * put it there. */
static void
look_for_records(struct palette_view *v)
{
	struct palette *p = &v->palette;
	const struct palette_row *row = palette_at(p, v->cursor);
	size_t at = row ? (size_t)(row - p->rows) : 0;
	struct err err = ERR_INIT;

	v->owes = false;
	/* What is no text to look for has no records; what else goes wrong is
	 * said. */
	if (!palette_fill_found(p, v->view.app, words_typed(v), &err) &&
	    err.code != ERR_USAGE)
		app_fail(v->view.app, &err);
	narrow_rows(v);
	for (size_t i = 0; row && v->moved && i < p->n_lines; i++)
		if (palette_at(p, i) && p->lines[i].row == at)
			v->cursor = i;
	settle(v, 1);
}

static int64_t
tick(struct view *view)
{
	struct palette_view *v = (struct palette_view *)view;
	int64_t due = view->app->key_at + PAUSE - term_now(view->app->term);

	if (!v->owes || view->app->top != view)
		return -1;
	if (due > 0)
		return due;
	look_for_records(v);
	return -1;
}

/* --- Drawing ------------------------------------------------------------ */

/* The widest that a column of the rows has to be, of those that are no wider than
 * most. */
static int
widest(const struct palette_view *v, bool keys, int most)
{
	int width = 0;

	for (size_t i = 0; i < v->palette.n; i++) {
		const struct palette_row *r = &v->palette.rows[i];
		const char *text = keys ? r->keys : r->name;
		int w = utf8_width(text, strlen(text));

		if (w > width)
			width = w < most ? w : most;
	}
	return width;
}

/* Show the letters that were hit, of a text that begins at byte from of what was
 * looked through. */
static void
mark_hits(const struct palette_view *v, const struct palette_row *r,
	struct grid *g, struct area a, const char *text, size_t from, bool on)
{
	struct fuzzy_hit hit;
	size_t len = strlen(text);

	if (!palette_hit(&v->palette, r, &hit))
		return;
	for (size_t i = 0; i < r->fuzzy.n; i++) {
		size_t byte = r->fuzzy.bytes[i];
		int x = byte < from || byte >= from + len ? a.cols :
			utf8_width(text, byte - from);

		if (hit.marks[i] && x < a.cols)
			grid_role(g, a.y, a.x + x, 1, on ? ROLE_HIT_ON : ROLE_HIT);
	}
}

/* How wide the names or, in help, the keys are. Where few rows fit what is typed their
 * own names count, so that their texts stand in one column; among all of them a long
 * name pushes its text on. */
static int
lead_width(const struct palette_view *v, int cols)
{
	int width = 0;

	if (v->help)
		return widest(v, true, cols / 4);
	if (v->palette.n_fit == v->palette.n || v->palette.n_lines > ROWS)
		return widest(v, false, cols < 3 * NAMES ? cols / 3 : NAMES);
	for (size_t i = 0; i < v->palette.n_lines; i++) {
		const struct palette_row *r = palette_at(&v->palette, i);
		int w = r ? utf8_width(r->name, strlen(r->name)) : 0;

		if (w > width)
			width = w < cols / 2 ? w : cols / 2;
	}
	return width < NAMES && NAMES <= cols / 3 ? NAMES : width;
}

/* What stands in front of a row's text: the name, and in help the keys. Returns the
 * columns that it takes. */
static int
draw_lead(const struct palette_view *v, struct grid *g, struct area a,
	const struct palette_row *r, bool on)
{
	int width = lead_width(v, a.cols);
	const char *lead = v->help ? r->keys : r->name;
	enum role role = on ? ROLE_SELECTED : r->why ? ROLE_HINT : ROLE_KEY;
	int used = grid_put(g, a.y, a.x, v->help ? width : a.cols / 2, lead,
		role);

	if (!v->help)
		mark_hits(v, r, g, (struct area){ a.y, a.x, 1, used }, lead, 0,
			on);
	return used > width ? used : width;
}

/* name  text  key; in help keys come first and the name is not shown. */
static void
draw_row(const struct palette_view *v, struct grid *g, struct area a,
	const struct palette_row *r, bool on)
{
	enum role role = on ? ROLE_SELECTED : r->why ? ROLE_HINT : ROLE_TEXT;
	const char *text = r->text;
	int last = v->help ? 0 : widest(v, true, LAST);
	struct area at = { a.y, a.x + GUTTER, 1, a.cols - GUTTER };

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	at.x += draw_lead(v, g, at, r, on) + 2;
	at.cols = a.x + a.cols - at.x - (last ? last + 2 : 0);
	grid_put(g, at.y, at.x, at.cols, text, role);
	mark_hits(v, r, g, at, text, strlen(r->name) + 2, on);
	grid_put_right(g, a.y, a.x + a.cols - last, last, r->keys,
		on ? role : ROLE_HINT);
}

static void
draw_count(const struct palette_view *v, struct grid *g, struct area a)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("%zu of %zu"), v->palette.n_fit, v->palette.n);
	grid_put_right(g, a.y, a.x, a.cols, text.text, ROLE_HINT);
	strbuf_clear(&text);
}

static struct area
draw_box(struct palette_view *v, struct grid *g, struct area a)
{
	int rows = v->help || a.rows < ROWS ? a.rows : ROWS;
	int cols = a.cols > WIDEST ? WIDEST : a.cols > 60 ? a.cols - 4 : a.cols;
	struct area in = chrome_box(g, chrome_centre(a, rows, cols), v->help ?
		_("What can be done here") : _("Go to, do, find"));

	grid_put(g, in.y, in.x, 1, v->help ? "?" : ":", ROLE_KEY);
	draw_count(v, g, in);
	edit_draw(&v->typed, g, (struct area){ in.y, in.x + 2, 1, in.cols - 14 },
		ROLE_TEXT, true);
	if (v->typed.text.len == 0)
		grid_put(g, in.y, in.x + 2, in.cols - 14, v->help ?
			_("type a word or a key") :
			_("type a command, a screen, a name or a ref"), ROLE_HINT);
	return (struct area){ in.y + 1, in.x, in.rows - 2, in.cols };
}

/* Why the marked row can not be run, or what the keys do. */
static void
draw_foot(const struct palette_view *v, struct grid *g, struct area a)
{
	const struct palette_row *r = palette_at(&v->palette, v->cursor);

	if (r && r->why)
		grid_put(g, a.y, a.x, a.cols, r->why, ROLE_WARNING);
	else if (v->help)
		grid_put(g, a.y, a.x, a.cols, _("Enter runs it  F2 goes "
			"anywhere by name  man liaison tells all"), ROLE_HINT);
	else
		grid_put(g, a.y, a.x, a.cols, _("Enter runs what is marked >  "
			"Tab takes its name  Esc leaves"), ROLE_HINT);
}

static void
scroll(struct palette_view *v, int height)
{
	size_t h = height > 0 ? (size_t)height : 1;

	v->height = (int)h;
	if (v->cursor < v->top)
		v->top = v->cursor;
	if (v->cursor >= v->top + h)
		v->top = v->cursor - h + 1;
	/* The heading above the first row comes along. */
	if (v->top > 0 && v->top == v->cursor && h > 1 &&
	    !palette_at(&v->palette, v->top - 1))
		v->top--;
}

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct palette_view *v = (struct palette_view *)view;
	const struct palette *p = &v->palette;
	struct area in = draw_box(v, g, a);

	scroll(v, in.rows);
	for (int y = 0; y < in.rows && v->top + (size_t)y < p->n_lines; y++) {
		size_t line = v->top + (size_t)y;
		const struct palette_row *r = palette_at(p, line);
		struct area at = { in.y + y, in.x, 1, in.cols };

		if (r)
			draw_row(v, g, at, r, line == v->cursor);
		else
			grid_put(g, at.y, at.x, at.cols,
				palette_heading(p->lines[line].heading),
				ROLE_HEADING);
	}
	if (p->n_lines == 0)
		grid_put(g, in.y, in.x + GUTTER, in.cols, _("Nothing like this."),
			ROLE_HINT);
	draw_foot(v, g, (struct area){ in.y + in.rows, in.x, 1, in.cols });
}

/* --- Keys --------------------------------------------------------------- */

static bool
key(struct view *view, int k)
{
	struct palette_view *v = (struct palette_view *)view;

	if (k == K_HOME || k == K_END || k == K_ENTER || k == K_TAB ||
	    !edit_key(&v->typed, k))
		return false;
	narrow(v);
	return true;
}

static void
run_move(struct view *view, int k)
{
	struct palette_view *v = (struct palette_view *)view;
	int64_t page = v->height > 1 ? v->height - 1 : 1;
	int64_t n = (int64_t)v->palette.n_lines;
	int64_t by = k == K_UP ? -1 : k == K_DOWN ? 1 : k == K_PGUP ? -page :
		k == K_PGDN ? page : k == K_HOME ? -n : n;
	int64_t to = (int64_t)v->cursor + by;

	if (n == 0)
		return;
	v->cursor = to < 0 ? 0 : to >= n ? (size_t)n - 1 : (size_t)to;
	v->moved = true;
	settle(v, by < 0 ? -1 : 1);
	if (v->cursor == 1)
		v->top = 0;
}

/* "set escdelay 100": the number that was typed, or the settings to choose there. */
static void
set_to(struct app *app, const char *name, const char *typed)
{
	struct err err = ERR_INIT;

	for (int i = 0; i < SETTING_N; i++) {
		const struct setting_row *s = &setting_rows[i];
		size_t len = strlen(s->name);
		const char *value = name + 4 + len + 1;

		if (strncmp(name + 4, s->name, len) != 0 || name[4 + len] != ' ')
			continue;
		if (!s->choices)
			value = strrchr(typed, ' ') ? strrchr(typed, ' ') + 1 : "";
		if (!settings_keep(&app->settings, app->desk, (enum setting)i,
		    value, &err))
			app_fail(app, &err);
		app_settle(app);
	}
}

static void
run_row(struct app *app, const struct palette_row *r, const char *typed)
{
	struct err err = ERR_INIT;

	switch (r->sort) {
	case PALETTE_PLACE:
	case PALETTE_FILTER:
		if (!place_open(app, r->place ? r->place : r->name, &err))
			app_fail(app, &err);
		break;
	case PALETTE_CASE:
		view_cases_go(app, r->name + strlen("case "));
		break;
	case PALETTE_SETTING:
		set_to(app, r->name, typed);
		break;
	case PALETTE_RECORD:
		if (!place_open(app, r->place ? r->place : r->name, &err))
			app_fail(app, &err);
		break;
	default:
		app_command(app, app->top, r->command, K_NONE);
	}
}

static void
run_choose(struct view *view, int k)
{
	struct palette_view *v = (struct palette_view *)view;
	struct app *app = view->app;
	const struct palette_row *r = palette_at(&v->palette, v->cursor);

	(void)k;
	if (r && r->why)
		app_say(app, ROLE_WARNING, r->why);
	else if (r) {
		if (r->sort != PALETTE_RECORD || !r->place)
			palette_remember(app, r);
		/* It is freed after this key, not before. */
		app_pop(app);
		run_row(app, r, v->typed.text.text);
	}
}

static void
run_complete(struct view *view, int k)
{
	struct palette_view *v = (struct palette_view *)view;
	const struct palette_row *r = palette_at(&v->palette, v->cursor);

	(void)k;
	if (!r)
		return;
	edit_set(&v->typed, r->name);
	narrow(v);
}

static void
run_back(struct view *view, int k)
{
	(void)k;
	app_pop(view->app);
}

static void
close_palette(struct view *view)
{
	struct palette_view *v = (struct palette_view *)view;

	palette_free(&v->palette);
	edit_clear(&v->typed);
	free(v);
}

const struct command view_palette_commands[] = {
	{ .keys = "Enter", .name = "choose", .label = N_("Run"),
	  .run = run_choose,
	  .help = N_("Run or open what is marked.") },
	{ .keys = "Down Up PgDn PgUp Home End", .name = "move", .run = run_move,
	  .label = N_("Choose"), .help = N_("Go through what there is.") },
	{ .keys = "Tab", .name = "complete", .run = run_complete,
	  .help = N_("Take the name of what is marked, to type on.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to the screen below.") },
	{ .keys = NULL }
};

static const struct view_ops palette_ops = {
	.name = "palette",
	.commands = view_palette_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.tick = tick,
	.close = close_palette,
};

static void
open_over(struct app *app, struct view *v, bool help)
{
	struct palette_view *p;

	/* From the one to the other, over the same view. */
	if (v->ops == &palette_ops) {
		if (((struct palette_view *)v)->help == help)
			return;
		app_pop(app);
		v = app->top;
	}
	p = xcalloc(1, sizeof(*p));
	p->view.ops = &palette_ops;
	p->view.app = app;
	p->view.typing = true;
	p->typed = (struct edit)EDIT_INIT;
	p->help = p->palette.keys_count = help;
	palette_fill_commands(&p->palette, v, help);
	if (!help)
		palette_fill_places(&p->palette, app);
	narrow(p);
	app_push(app, &p->view);
}

void
view_palette_open(struct app *app, struct view *v)
{
	open_over(app, v, false);
}

void
view_palette_run(struct view *v, int key)
{
	(void)key;
	view_palette_open(v->app, v);
}

void
view_palette_help(struct app *app, struct view *v)
{
	open_over(app, v, true);
}
