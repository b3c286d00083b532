/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tour.c - see tour.h. */
#include "ui/tour.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/wrap.h"
#include "ui/key.h"
#include "ui/listing.h"
#include "ui/place.h"
#include "ui/view.h"
#include "base/banned.h"

enum { OFFER = -1, OFF = 0 };	/* in place of a step, from 1 */

static const char kept_name[] = "tour";

/* --- The steps ---------------------------------------------------------- */

static bool
is_on(const struct app *app, const char *screen)
{
	return app->top && strcmp(app->top->ops->name, screen) == 0;
}

static bool
just_ran(const struct app *app, const char *command)
{
	return app->ran && strcmp(app->ran->name, command) == 0;
}

static bool
has_opened(const struct app *app)
{
	return is_on(app, "record") || is_on(app, "list");
}

static bool
has_come_back(const struct app *app)
{
	return is_on(app, "glance");
}

static bool
has_lists(const struct app *app)
{
	return is_on(app, "list");
}

static bool
has_narrowed(const struct app *app)
{
	return is_on(app, "list") && !app->top->typing &&
		*((const struct listing *)app->top)->filter;
}

static bool
has_found(const struct app *app)
{
	return is_on(app, "record") && just_ran(app, "choose");
}

static bool
has_asked(const struct app *app)
{
	return is_on(app, "palette") && just_ran(app, "help");
}

static bool
has_saved(const struct app *app)
{
	return just_ran(app, "save") && !is_on(app, "form");
}

static bool
has_taken_back(const struct app *app)
{
	return just_ran(app, "undo");
}

static const struct {
	const char *say;
	bool (*done)(const struct app *app);
} steps[] = {
	{ N_("This is the first screen: what waits for you and what is due. Go down to "
	  "a line with the arrow keys and open it with Enter."), has_opened },
	{ N_("Every line that names something opens like that, here as well. Esc goes "
	  "one level up, always, and loses nothing: go back to the first screen."),
	  has_come_back },
	{ N_("All there is stands in lists, one for each kind. Tab goes to them, and "
	  "from list to list."), has_lists },
	{ N_("A list is narrowed while you type: / and a word, as \"port\", then "
	  "Enter."), has_narrowed },
	{ N_("F2 goes anywhere by name, from everywhere: to lists, commands and "
	  "records. Press F2, type \"marcu\", wait a moment, and press Enter."),
	  has_found },
	{ N_("? tells all that can be done on a screen, and does it. Press ? now; Esc "
	  "leaves it again."), has_asked },
	{ N_("Now write something down. Press Esc until the first screen is there, then n: a "
	  "title is enough, and F2 saves. What you do not save stays as a draft."),
	  has_saved },
	{ N_("What you did can be taken back: u names it and asks first."),
	  has_taken_back },
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

/* --- Where one is ------------------------------------------------------- */

/* Where nothing can be kept, it is offered again. */
static void
keep(struct app *app, const char *value)
{
	desk_keep(app->desk, kept_name, value, NULL);
}

static void
keep_step(struct app *app)
{
	char value[16];

	snprintf(value, sizeof(value), "%d", app->tour);
	keep(app, value);
}

/* -1: nothing is kept; 0: it is over. */
static int
kept_step(struct app *app)
{
	struct desk_texts texts = { 0 };
	int step = -1;

	if (desk_kept(app->desk, kept_name, &texts, NULL) && texts.n > 0)
		step = atoi(texts.texts[0].text);
	desk_texts_clear(&texts);
	return step > STEPS ? 0 : step;
}

void
tour_offer(struct app *app)
{
	struct desk_texts texts = { 0 };

	/* Where a person's own things cannot be kept it would come each time. */
	if (app->who.training && app->who.casefile && !app->who.read_only &&
	    desk_kept(app->desk, kept_name, &texts, NULL) && texts.n == 0)
		app->tour = OFFER;
	desk_texts_clear(&texts);
}

void
tour_begin(struct app *app)
{
	int step = kept_step(app);

	if (!app->who.training) {
		app_say(app, ROLE_WARNING, _("The tour writes things down: it is "
			"for training cases; \"liaison demo\" makes one."));
		return;
	}
	app->tour = step > 0 ? step : 1;
	keep_step(app);
	/* The first step speaks of the first screen. */
	if (app->tour == 1)
		place_open(app, "glance", NULL);
}

void
tour_look(struct app *app)
{
	if (app->tour <= OFF || app->done || !app->ran ||
	    !steps[app->tour - 1].done(app))
		return;
	if (++app->tour <= STEPS) {
		keep_step(app);
		return;
	}
	app->tour = OFF;
	keep(app, "0");
	app_say(app, ROLE_STRONG, _("That was the tour: F2 goes anywhere, ? helps "
		"everywhere, and :tour begins it again."));
}

bool
tour_leaves(struct app *app, int key)
{
	if (app->tour == OFF || key != K_ESC || !is_on(app, "glance"))
		return false;
	/* Who went back by Esc may press it once too often. */
	if (just_ran(app, "back")) {
		app->ran = NULL;
		app_say(app, ROLE_HINT, _("This is the first screen; Esc once more "
			"puts the tour away."));
		return true;
	}
	if (app->tour == OFFER)
		keep(app, "0");
	app->tour = OFF;
	app_say(app, ROLE_HINT, _("The tour is put away; :tour goes on with it."));
	return true;
}

/* --- Drawing ------------------------------------------------------------ */

/* "Tour 3/8  ..." in one text. */
static void
put_text(const struct app *app, struct strbuf *out)
{
	if (app->tour == OFFER)
		strbuf_puts(out, _("New here? Press F2, type \"tour\" and Enter: "
			"eight steps show the way round. Esc puts this away."));
	else
		strbuf_printf(out, _("Tour %d/%d: %s (Esc on the first screen "
			"puts it away)"), app->tour, STEPS,
			_(steps[app->tour - 1].say));
}

static int
lines(const struct app *app, struct grid *g, int y)
{
	struct strbuf text = STRBUF_INIT;
	int width = app->grid.cols - 2, n = 0;

	put_text(app, &text);
	for (size_t at = 0; at < text.len; n++) {
		size_t next, used = wrap_line(text.text + at, text.len - at,
			width > 1 ? width : 1, &next);

		if (g) {
			grid_fill(g, y + n, 0, g->cols, ROLE_STRONG);
			grid_put_clean(g, y + n, 1, width, text.text + at, used,
				ROLE_STRONG);
		}
		at += next;
	}
	strbuf_clear(&text);
	return n;
}

/* The offer stands on the first screen alone, where Esc is its own and takes nothing
 * else away; popups over it leave it there. */
static bool
is_told(const struct app *app)
{
	const struct view *v = app->top;

	while (v && v->ops->popup && v->below)
		v = v->below;
	return app->tour > OFF || (app->tour == OFFER && v &&
		strcmp(v->ops->name, "glance") == 0);
}

/* Where there is no room for both, the screen goes before the tour. */
int
tour_rows(const struct app *app)
{
	int n = is_told(app) ? lines(app, NULL, 0) + 1 : 0;

	return n * 2 > app->grid.rows ? 0 : n;
}

void
tour_draw(const struct app *app, struct grid *g, int y)
{
	if (tour_rows(app) == 0)
		return;
	grid_rule(g, y, 0, g->cols, ROLE_RULE);
	lines(app, g, y + 1);
}
