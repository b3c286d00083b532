/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app_click.c - what a click does; see app.h. It types the key that a person would
 * have typed, so that no view knows of the mouse. */
#include "ui/app.h"

#include "ui/key.h"
#include "ui/keyin.h"
#include "ui/view.h"
#include "base/banned.h"

/* Where a row stands among all that can be selected, column after column; -1: it is
 * none of them. */
static int
place_of(const struct grid *g, int y, int x)
{
	for (size_t i = 0; i < g->n_choices; i++) {
		struct area a = g->choices[i];

		if (y >= a.y && y < a.y + a.rows && x >= a.x &&
		    x < a.x + a.cols)
			return (int)i * g->rows + y;
	}
	return -1;
}

static int
selected(const struct grid *g)
{
	return g->selected_y < 0 ? -1 :
		place_of(g, g->selected_y, g->selected_x);
}

/* Go to the row by arrows, as far as they go: headings between rows are none. */
static void
go_to(struct app *app, struct view *v, int place)
{
	struct grid *g = &app->grid;
	int key = place > selected(g) ? K_DOWN : K_UP;

	while (app->top == v && selected(g) >= 0) {
		int before = selected(g), now;

		app_key(app, key);
		if (app->top != v)
			return;
		app_draw(app);
		now = selected(g);
		if (now == before || (key == K_DOWN ? now >= place :
		    now <= place))
			return;
	}
}

void
app_click(struct app *app, struct view *v)
{
	const struct click c = *app->term->click;
	int key = grid_clicked(&app->grid, c.y, c.x);
	int place = place_of(&app->grid, c.y, c.x);

	if (!app->grid.mouse)
		return;
	if (key != K_NONE)
		app_key(app, key);
	else if (place >= 0 && selected(&app->grid) == place)
		app_key(app, K_ENTER);
	else if (place >= 0 && selected(&app->grid) >= 0)
		go_to(app, v, place);
}
