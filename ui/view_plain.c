/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_plain.c - see view_plain.h. */
#include "ui/view_plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "ui/plain.h"
#include "base/banned.h"

struct plain_view {
	struct view view;
	char *text;		/* lines; owned */
	size_t n, top;
	int height;		/* at the last drawing */
};

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct plain_view *v = (struct plain_view *)view;
	const char *line = v->text;
	size_t height;

	/* From the very first line: nothing of ours is selected along. */
	a.y = 0;
	a.rows = g->rows - 1;
	height = (size_t)a.rows;
	v->height = a.rows;
	if (v->top + height > v->n)
		v->top = v->n > height ? v->n - height : 0;
	for (size_t i = 0; i < v->n && i < v->top + height; i++) {
		size_t len = strcspn(line, "\n");
		char *copy = xstrndup(line, len);

		if (i >= v->top) {
			grid_fill(g, (int)(i - v->top), 0, g->cols, ROLE_TEXT);
			grid_put(g, (int)(i - v->top), 0, g->cols, copy,
				ROLE_TEXT);
		}
		free(copy);
		line += len + 1;
	}
	if (v->n == 0)
		grid_fill(g, 0, 0, g->cols, ROLE_TEXT);
}

static void
close_plain(struct view *view)
{
	struct plain_view *v = (struct plain_view *)view;

	free(v->text);
	free(v);
}

static void
run_move(struct view *view, int k)
{
	struct plain_view *v = (struct plain_view *)view;
	size_t page = v->height > 1 ? (size_t)v->height - 1 : 1;
	size_t by = k == K_UP || k == K_DOWN ? 1 : page;

	if (k == K_UP || k == K_PGUP)
		v->top -= by < v->top ? by : v->top;
	else
		v->top += by;
}

static void
run_back(struct view *view, int k)
{
	(void)k;
	app_pop(view->app);
}

const struct command view_plain_commands[] = {
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Go back to the screen that it was taken from.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close it.") },
	{ .keys = "Down Up PgDn PgUp", .name = "move", .run = run_move,
	  .help = N_("Go down or up.") },
	{ .keys = NULL }
};

static const struct view_ops plain_ops = {
	.name = "plain",
	.commands = view_plain_commands,
	.draw = draw,
	.close = close_plain,
};

void
view_plain_open(struct app *app)
{
	struct plain_view *v = xcalloc(1, sizeof(*v));
	struct strbuf text = STRBUF_INIT;

	plain_text(&app->grid, &text);
	v->view.ops = &plain_ops;
	v->view.app = app;
	v->text = strbuf_detach(&text);
	for (const char *c = v->text; *c; c++)
		v->n += *c == '\n';
	app_push(app, &v->view);
}
