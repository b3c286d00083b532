/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_report.c - see view_report.h. */
#include "ui/view_report.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/key.h"
#include "ui/pane.h"
#include "base/banned.h"

enum { WIDTH = 76 };

struct report {
	struct view view;
	char *title;
	void (*mark)(struct view *owner);
	struct report_row {
		char *ref, *why;
	} *rows;
	size_t n, room;
	struct pane pane;	/* of the rows, for a width */
	size_t top;
	int height;
};

/* A sentence that begins with the ref beside which it stands need not say it twice. */
static const char *
without_ref(const char *why, const char *ref)
{
	size_t len = strlen(ref);

	return strncmp(why, ref, len) == 0 && why[len] == ' ' ? why + len + 1 :
		why;
}

/* The lines for the width at hand. */
static void
lay_out(struct report *r, int width, bool ascii)
{
	if (r->pane.width == width && r->pane.n > 0)
		return;
	pane_begin(&r->pane, width, ascii);
	for (size_t i = 0; i < r->n; i++)
		pane_add(&r->pane, r->rows[i].ref, without_ref(r->rows[i].why,
			r->rows[i].ref), ROLE_TEXT);
}

static size_t
last_top(const struct report *r)
{
	size_t h = r->height > 0 ? (size_t)r->height : 1;

	return r->pane.n > h ? r->pane.n - h : 0;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct report *r = (struct report *)v;
	int width = a.cols < WIDTH ? a.cols : WIDTH;
	struct area in;

	lay_out(r, width - 4, g->ascii);
	in = chrome_box(g, chrome_centre(a, (int)r->pane.n + 2, width),
		r->title);
	r->height = in.rows;
	if (r->top > last_top(r))
		r->top = last_top(r);
	pane_draw(&r->pane, g, in, r->top);
}

static void
run_move(struct view *v, int k)
{
	struct report *r = (struct report *)v;
	size_t page = r->height > 1 ? (size_t)r->height - 1 : 1;
	size_t by = k == K_PGUP || k == K_PGDN ? page : 1;

	if (k == K_UP || k == 'k' || k == K_PGUP)
		r->top = r->top > by ? r->top - by : 0;
	else
		r->top = r->top + by < last_top(r) ? r->top + by : last_top(r);
}

static void
run_mark(struct view *v, int k)
{
	struct report *r = (struct report *)v;
	struct app *app = v->app;

	(void)k;
	app_pop(app);
	r->mark(app->top);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	return c->run != run_mark || ((struct report *)v)->mark ||
		err_set(err, ERR_RULE, _("There is nothing to be marked"));
}

static void
close_report(struct view *v)
{
	struct report *r = (struct report *)v;

	for (size_t i = 0; i < r->n; i++) {
		free(r->rows[i].ref);
		free(r->rows[i].why);
	}
	free(r->rows);
	free(r->title);
	pane_clear(&r->pane);
	free(r);
}

const struct command view_report_commands[] = {
	{ .keys = "Esc Enter ^C", .name = "back", .label = N_("Go on"),
	  .run = run_back, .help = N_("Go back to the list.") },
	{ .keys = "M", .name = "mark-refused", .label = N_("Mark these"),
	  .run = run_mark,
	  .help = N_("Mark those that were refused, and no others.") },
	{ .keys = "Down Up j k PgDn PgUp", .name = "move", .run = run_move,
	  .help = N_("Read on, or back.") },
	{ .keys = NULL }
};

static const struct view_ops report_ops = {
	.name = "report",
	.commands = view_report_commands,
	.popup = true,
	.draw = draw,
	.may = may,
	.close = close_report,
};

struct view *
view_report_new(const char *title, void (*mark)(struct view *owner))
{
	struct report *r = xcalloc(1, sizeof(*r));

	r->view.ops = &report_ops;
	r->title = xstrdup(title);
	r->mark = mark;
	return &r->view;
}

void
view_report_add(struct view *v, const char *ref, const char *why)
{
	struct report *r = (struct report *)v;

	r->rows = xgrow(r->rows, r->n, &r->room, sizeof(*r->rows));
	r->rows[r->n++] = (struct report_row){ xstrdup(ref), xstrdup(why) };
}
