/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_ask.c - see view_ask.h. */
#include "ui/view_ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/edit.h"
#include "ui/key.h"
#include "base/banned.h"

enum { WIDTH = 66, FRAME = 4, ROWS = 3 };	/* of the frame, and the line */

struct ask {
	struct view view;
	char *title, *hint, *fault;
	struct edit typed;
	bool (*answered)(struct view *owner, const char *text, struct err *err);
};

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct ask *v = (struct ask *)view;
	struct strbuf lines = STRBUF_INIT;
	int n = chrome_lines(&lines, v->fault ? v->fault : v->hint,
		(a.cols < WIDTH ? a.cols : WIDTH) - FRAME);
	struct area in = chrome_box(g, chrome_centre(a, ROWS + n, WIDTH),
		v->title);

	edit_draw(&v->typed, g, (struct area){ in.y, in.x, 1, in.cols },
		ROLE_FIELD, true);
	chrome_put_lines(g, (struct area){ in.y + 1, in.x, in.rows - 1, in.cols },
		lines.text, v->fault ? ROLE_ERROR : ROLE_HINT);
	strbuf_clear(&lines);
}

static bool
key(struct view *view, int k)
{
	struct ask *v = (struct ask *)view;

	if (k == K_ENTER || k == K_TAB || !edit_key(&v->typed, k))
		return false;
	free(v->fault);
	v->fault = NULL;
	return true;
}

static void
close_ask(struct view *view)
{
	struct ask *v = (struct ask *)view;

	free(v->title);
	free(v->hint);
	free(v->fault);
	edit_clear(&v->typed);
	free(v);
}

static void open_with(struct app *app, const struct ask *like, const char *text,
	const char *fault);

/* It is off the stack first: what the answer opens stands on what asked. */
static void
run_answer(struct view *view, int k)
{
	struct ask *v = (struct ask *)view;
	struct app *app = view->app;
	struct err err = ERR_INIT;

	(void)k;
	app_pop(app);
	if (!v->answered(app->top, v->typed.text.text, &err))
		open_with(app, v, v->typed.text.text, err.text);
}

static void
run_back(struct view *view, int k)
{
	(void)k;
	app_pop(view->app);
}

const struct command view_ask_commands[] = {
	{ .keys = "Enter", .name = "answer", .label = N_("Go on"),
	  .run = run_answer, .help = N_("Go on with what was typed.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Leave it as it was.") },
	{ .keys = NULL }
};

static const struct view_ops ask_ops = {
	.name = "ask",
	.commands = view_ask_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.close = close_ask,
};

static void
open_with(struct app *app, const struct ask *like, const char *text,
	const char *fault)
{
	struct ask *v = xcalloc(1, sizeof(*v));

	v->view.ops = &ask_ops;
	v->view.app = app;
	v->view.typing = true;
	v->title = xstrdup(like->title);
	v->hint = xstrdup(like->hint);
	v->fault = xstrdup(fault);
	v->typed = (struct edit)EDIT_INIT;
	edit_set(&v->typed, text);
	v->answered = like->answered;
	app_push(app, &v->view);
}

void
view_ask_open(struct app *app, const char *title, const char *text,
	const char *hint, bool (*answered)(struct view *owner, const char *text,
	struct err *err))
{
	char *own_title = xstrdup(title), *own_hint = xstrdup(hint);
	const struct ask like = { .title = own_title, .hint = own_hint,
		.answered = answered };

	open_with(app, &like, text, NULL);
	free(own_title);
	free(own_hint);
}
