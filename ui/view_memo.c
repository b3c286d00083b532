/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_memo.c - see view_memo.h. The text is the form's from the first key on, so
 * its draft is kept while it is typed. */
#include "ui/view_memo.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/key.h"
#include "ui/memo.h"
#include "base/banned.h"

struct memo_view {
	struct view view;
	char *title;
	struct memo memo;
};

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct memo_view *m = (struct memo_view *)v;
	struct strbuf size = STRBUF_INIT;

	memo_lay_out(&m->memo, a.cols - 2, a.rows - 2, g->ascii);
	chrome_count(&size, (int64_t)m->memo.edit->text.len);
	strbuf_puts(&size, _(" bytes"));
	grid_put(g, a.y, 1, a.cols - 20, m->title, ROLE_STRONG);
	grid_put_right(g, a.y, 0, a.cols - 1, size.text, ROLE_HINT);
	strbuf_clear(&size);
	memo_draw(&m->memo, g, (struct area){ a.y + 2, a.x + 1, a.rows - 2,
		a.cols - 2 });
}

static bool
key(struct view *v, int k)
{
	struct memo_view *m = (struct memo_view *)v;
	struct grid *g = &v->app->grid;

	memo_lay_out(&m->memo, g->cols - 2, g->rows - 4, g->ascii);
	return memo_key(&m->memo, k);
}

static void
close_memo(struct view *v)
{
	struct memo_view *m = (struct memo_view *)v;

	memo_free(&m->memo);
	free(m->title);
	free(m);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

const struct command view_memo_commands[] = {
	{ .keys = "Esc F2 ^X ^C", .name = "back", .label = N_("Back to the form"),
	  .run = run_back,
	  .help = N_("Go back to the form, with the text as it is.") },
	{ .keys = NULL }
};

static const struct view_ops memo_ops = {
	.name = "memo",
	.commands = view_memo_commands,
	.draw = draw,
	.key = key,
	.close = close_memo,
};

void
view_memo_open(struct app *app, const char *title, struct edit *edit)
{
	struct memo_view *m = xcalloc(1, sizeof(*m));

	m->view.ops = &memo_ops;
	m->view.typing = true;
	m->title = xstrdup(title);
	m->memo.edit = edit;
	m->memo.column = -1;
	app_push(app, &m->view);
}
