/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app_click.c - what a click does; see app.h. It types the key that a person would
 * have typed, so that no view knows of the mouse. */
#include "ui/app.h"

#include "ui/key.h"
#include "ui/keyin.h"
#include "ui/view.h"
#include "base/banned.h"

/* Go to the row by arrows, as far as they go: headings between rows are none. */
static void
go_to(struct app *app, struct view *v, int y)
{
	struct grid *g = &app->grid;
	int key = y > g->selected_y ? K_DOWN : K_UP;

	while (app->top == v && g->selected_y >= 0) {
		int before = g->selected_y;

		app_key(app, key);
		if (app->top != v)
			return;
		app_draw(app);
		if (g->selected_y == before || (key == K_DOWN ?
		    g->selected_y >= y : g->selected_y <= y))
			return;
	}
}

static bool
is_choice(const struct grid *g, struct click c)
{
	struct area a = g->choices;

	return g->selected_y >= 0 && c.y >= a.y && c.y < a.y + a.rows &&
		c.x >= a.x && c.x < a.x + a.cols;
}

void
app_click(struct app *app, struct view *v)
{
	const struct click c = *app->term->click;
	int key = grid_clicked(&app->grid, c.y, c.x);

	if (!app->grid.mouse)
		return;
	if (key != K_NONE)
		app_key(app, key);
	else if (is_choice(&app->grid, c) && app->grid.selected_y == c.y)
		app_key(app, K_ENTER);
	else if (is_choice(&app->grid, c))
		go_to(app, v, c.y);
}
