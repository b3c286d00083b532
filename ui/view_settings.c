/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_settings.c - see view_settings.h. */
#include "ui/view_settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/key.h"
#include "ui/para.h"
#include "base/banned.h"

enum { GUTTER = 2, GAP = 2 };

struct settings_view {
	struct view view;
	int cursor, top;
	int height;		/* rows at the last drawing */
};

/* --- Drawing ------------------------------------------------------------ */

static int
widest_name(void)
{
	size_t most = 0;

	for (int i = 0; i < SETTING_N; i++)
		if (strlen(setting_rows[i].name) > most)
			most = strlen(setting_rows[i].name);
	return (int)most;
}

/* Where a value comes from, if it is not the person's own. */
static const char *
origin_note(enum setting_origin origin)
{
	switch (origin) {
	case SETTING_DEFAULT:
		return "";
	case SETTING_KEPT:
		return _("kept for you");
	case SETTING_OF_ENVIRONMENT:
		return _("the environment asks for it this time");
	case SETTING_GIVEN:
		return _("the command line asks for it this time");
	}
	return "";
}

static void
draw_row(const struct settings_view *v, struct grid *g, struct area a,
	enum setting id)
{
	const struct settings *s = &v->view.app->settings;
	bool on = (int)id == v->cursor;
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;
	int x = a.x + GUTTER, names = widest_name(), right = a.x + a.cols;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	grid_put(g, a.y, x, names, setting_rows[id].name,
		on ? role : ROLE_LABEL);
	x += names + GAP;
	grid_put(g, a.y, x, right - x, settings_text(s, id), role);
	x += SETTING_SIZE / 2 + GAP;
	grid_put(g, a.y, x, right - x, origin_note(s->values[id].origin),
		on ? role : ROLE_HINT);
}

/* What the setting under the cursor does, and what it may be. */
static void
draw_help(const struct settings_view *v, struct grid *g, struct area a)
{
	const struct setting_row *row = &setting_rows[v->cursor];
	struct strbuf text = STRBUF_INIT;
	char *line, *rest;

	para_put(&text, _(row->help), 0, a.cols);
	if (row->choices)
		strbuf_printf(&text, _("One of: %s\n"), row->choices);
	else
		strbuf_printf(&text, _("A number from %d to %d\n"), row->least,
			row->most);
	strbuf_printf(&text, _("At first: %s\n"), row->fallback);
	for (line = text.text; a.rows > 0 && *line; line = rest, a.y++, a.rows--) {
		rest = line + strcspn(line, "\n");
		if (*rest)
			*rest++ = '\0';
		grid_put(g, a.y, a.x, a.cols, line, ROLE_HINT);
	}
	strbuf_clear(&text);
}

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct settings_view *v = (struct settings_view *)view;
	struct area row = { a.y + 2, a.x, 1, a.cols };

	grid_put(g, a.y, a.x + GUTTER, a.cols - GUTTER, _("Settings"),
		ROLE_HEADING);
	v->height = a.rows - 2;
	if (a.rows > SETTING_N + 3)
		v->height = SETTING_N;
	if (v->height < 1)
		v->height = 1;
	if (v->cursor < v->top)
		v->top = v->cursor;
	if (v->cursor >= v->top + v->height)
		v->top = v->cursor - v->height + 1;
	grid_choices(g, (struct area){ row.y, row.x, v->height, row.cols });
	for (int i = v->top; i < SETTING_N && i < v->top + v->height; i++, row.y++)
		draw_row(v, g, row, (enum setting)i);
	row.y++;
	draw_help(v, g, (struct area){ row.y, a.x + GUTTER,
		a.y + a.rows - row.y, a.cols - 2 * GUTTER });
}

/* --- Keys --------------------------------------------------------------- */

static void
run_move(struct view *view, int key)
{
	struct settings_view *v = (struct settings_view *)view;
	int page = v->height > 1 ? v->height - 1 : 1;
	int to = v->cursor;

	if (key == K_HOME || key == K_END)
		to = key == K_HOME ? 0 : SETTING_N - 1;
	else
		to += key == K_UP || key == 'k' ? -1 : key == K_PGUP ? -page :
			key == K_PGDN ? page : 1;
	v->cursor = to < 0 ? 0 : to >= SETTING_N ? SETTING_N - 1 : to;
}

static void
change_to(struct settings_view *v, const char *value)
{
	struct app *app = v->view.app;
	struct err err = ERR_INIT;

	if (!settings_keep(&app->settings, app->desk, (enum setting)v->cursor,
	    value, &err))
		app_fail(app, &err);
	app_settle(app);
}

static void
run_change(struct view *view, int key)
{
	struct settings_view *v = (struct settings_view *)view;
	enum setting id = (enum setting)v->cursor;
	char next[SETTING_SIZE];

	setting_step(&setting_rows[id],
		settings_text(&view->app->settings, id),
		key == K_LEFT ? -1 : 1, next);
	change_to(v, next);
}

static void
run_reset(struct view *view, int key)
{
	(void)key;
	change_to((struct settings_view *)view, NULL);
}

static void
run_back(struct view *view, int key)
{
	(void)key;
	app_pop(view->app);
}

static void
close_settings(struct view *view)
{
	free(view);
}

const struct command view_settings_commands[] = {
	{ .keys = "Down Up j k PgUp PgDn Home End", .name = "move",
	  .run = run_move, .help = N_("Go through the settings.") },
	{ .keys = "Enter Space Right Left", .name = "change",
	  .label = N_("Change"), .run = run_change,
	  .help = N_("Give the setting its next value, or by Left the one before; it is kept for you.") },
	{ .keys = "Del Backspace", .name = "reset", .label = N_("As at first"),
	  .run = run_reset,
	  .help = N_("Put the setting back to what it was at first.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where you were.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close the settings.") },
	{ .keys = NULL }
};

static const struct view_ops settings_ops = {
	.name = "settings",
	.commands = view_settings_commands,
	.draw = draw,
	.close = close_settings,
};

void
view_settings_open(struct app *app)
{
	struct settings_view *v;

	/* A second one above the first would be the same. */
	if (app->top && app->top->ops == &settings_ops)
		return;
	v = xcalloc(1, sizeof(*v));
	v->view.ops = &settings_ops;
	app_push(app, &v->view);
}
