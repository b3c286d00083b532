/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_memo.c - see view_memo.h. The text is the form's from the first key on, so
 * its draft is kept while it is typed. */
#include "ui/view_memo.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/callees.h"
#include "ui/chrome.h"
#include "ui/editor.h"
#include "ui/key.h"
#include "ui/memo.h"
#include "base/banned.h"

enum {
	COUNTED_AT_ONCE = 16 << 10,	/* bytes; a longer text is counted when the ... */
	REST = 500,			/* ... keys rest so many ms */
};

struct memo_view {
	struct view view;
	char *title;
	struct memo memo;
	struct memo_count count;
	unsigned counted;	/* changes of the text that was counted */
	bool nowhere;		/* what is looked for */
	struct edit find;	/* what is looked for, while view.mode says so */
	bool calls;		/* an @ calls upon somebody */
	struct callees callees;
};

static bool
is_finding(const struct memo_view *m)
{
	return m->view.mode == view_memo_find_commands;
}

static bool
is_long(const struct memo_view *m)
{
	return m->memo.edit->text.len > COUNTED_AT_ONCE;
}

static void
count(struct memo_view *m)
{
	memo_count(&m->memo, &m->count);
	m->counted = m->memo.edit->changes;
}

static int64_t
tick(struct view *v)
{
	struct memo_view *m = (struct memo_view *)v;
	int64_t rest = v->app->key_at + REST - term_now(v->app->term);

	if (m->counted == m->memo.edit->changes)
		return -1;
	if (is_long(m) && rest > 0)
		return rest;
	count(m);
	return is_long(m) ? 0 : -1;
}

/* --- Drawing ------------------------------------------------------------ */

static void
say_count(const struct memo_view *m, struct strbuf *out)
{
	const struct edit *e = m->memo.edit;
	const struct memo_count *c = &m->count;

	strbuf_printf(out, ngettext("%lld word", "%lld words",
		(unsigned long)c->words), (long long)c->words);
	if (e->max > 0 && e->text.len > e->max / 2)
		strbuf_printf(out, _(", %zu%% full"), e->text.len * 100 / e->max);
}

/* What is not as it seems, or did not go in; else NULL, and *out stays empty. */
static void
say_trouble(const struct memo_view *m, struct strbuf *out)
{
	if (m->memo.edit->refused > 0)
		strbuf_printf(out, ngettext("%zu byte had no room",
			"%zu bytes had no room", m->memo.edit->refused),
			m->memo.edit->refused);
	else if (m->count.hidden > 0)
		strbuf_printf(out, ngettext("%lld hidden character",
			"%lld hidden characters", (unsigned long)m->count.hidden),
			(long long)m->count.hidden);
}

static void
draw_head(const struct memo_view *m, struct grid *g, struct area a)
{
	struct strbuf size = STRBUF_INIT, trouble = STRBUF_INIT;
	int right = 1;

	say_count(m, &size);
	say_trouble(m, &trouble);
	right += grid_put_right(g, a.y, a.x, a.cols - 1, size.text, ROLE_HINT);
	if (trouble.len > 0)
		right += 2 + grid_put_right(g, a.y, a.x, a.cols - right - 2,
			trouble.text, ROLE_WARNING);
	grid_put(g, a.y, a.x + 1, a.cols - right - 3, m->title, ROLE_STRONG);
	strbuf_clear(&size);
	strbuf_clear(&trouble);
}

static void
draw_find(struct memo_view *m, struct grid *g, struct area a)
{
	const char *label = _("Find:");
	int x = a.x + 1 + grid_put(g, a.y, a.x + 1, a.cols - 1, label,
		ROLE_LABEL) + 1;
	int width = a.cols - x - 1;

	if (m->nowhere)
		width -= 2 + grid_put_right(g, a.y, x, width,
			_("not in this text"), ROLE_WARNING);
	edit_draw(&m->find, g, (struct area){ a.y, x, 1, width }, ROLE_FIELD,
		true);
}

/* Is there a line below the text? */
static bool
has_line(const struct memo_view *m)
{
	return is_finding(m) || m->callees.offers.n > 0;
}

static struct area
inside(const struct memo_view *m, struct area a)
{
	return (struct area){ a.y + 2, a.x + 1, a.rows - 2 - has_line(m),
		a.cols - 2 };
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct memo_view *m = (struct memo_view *)v;
	struct area in = inside(m, a);

	memo_lay_out(&m->memo, in.cols, in.rows, g->ascii);
	draw_head(m, g, a);
	memo_draw(&m->memo, g, in);
	if (is_finding(m))
		draw_find(m, g, (struct area){ a.y + a.rows - 1, a.x, 1, a.cols });
	else if (m->callees.offers.n > 0)
		complete_draw(&m->callees.offers, g, (struct area){
			a.y + a.rows - 1, a.x + 1, 1, a.cols - 2 });
}

/* --- Keys --------------------------------------------------------------- */

static void
lay_out(struct memo_view *m)
{
	const struct app *app = m->view.app;
	struct area in = inside(m, app_area(app));

	memo_lay_out(&m->memo, in.cols, in.rows, app->grid.ascii);
}

static void
find(struct memo_view *m, bool back)
{
	const char *what = m->find.text.text;

	m->nowhere = !memo_find(&m->memo, what, back) && *what;
}

static bool
key(struct view *v, int k)
{
	struct memo_view *m = (struct memo_view *)v;

	if (is_finding(m)) {
		if (k == K_ENTER || !edit_key(&m->find, k))
			return false;
		find(m, false);
		return true;
	}
	if (k == K_UP || k == K_DOWN || k == K_PGUP || k == K_PGDN)
		lay_out(m);
	if (!memo_key(&m->memo, k))
		return false;
	if (m->calls)
		callees_look(&m->callees, v->app->desk, m->memo.edit);
	return true;
}

static bool
paste(struct view *v, const char *text, size_t len)
{
	struct memo_view *m = (struct memo_view *)v;

	if (is_finding(m)) {
		edit_paste(&m->find, text, len);
		find(m, false);
	} else
		edit_paste(m->memo.edit, text, len);
	return true;
}

static void
close_memo(struct view *v)
{
	struct memo_view *m = (struct memo_view *)v;

	memo_free(&m->memo);
	edit_clear(&m->find);
	callees_clear(&m->callees);
	free(m->title);
	free(m);
}

static void
run_call(struct view *v, int k)
{
	struct memo_view *m = (struct memo_view *)v;

	(void)k;
	callees_take(&m->callees, m->memo.edit);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static void
run_find(struct view *v, int k)
{
	(void)k;
	v->mode = view_memo_find_commands;
}

static void
run_find_next(struct view *v, int k)
{
	find((struct memo_view *)v, k == K_UP);
}

static void
run_find_end(struct view *v, int k)
{
	(void)k;
	v->mode = NULL;
}

static void
run_undo(struct view *v, int k)
{
	struct edit *e = ((struct memo_view *)v)->memo.edit;

	(void)k;
	edit_undo(e);
}

static void
run_redo(struct view *v, int k)
{
	struct edit *e = ((struct memo_view *)v)->memo.edit;

	(void)k;
	edit_redo(e);
}

static void
run_editor(struct view *v, int k)
{
	struct err err = ERR_INIT;

	(void)k;
	if (!editor_run(v->app, ((struct memo_view *)v)->memo.edit, &err))
		app_fail(v->app, &err);
	app_resize(v->app);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	if (c->run == run_editor)
		return editor_may(v->app, err);
	return c->run != run_call ||
		((const struct memo_view *)v)->callees.offers.n > 0 ||
		err_set(err, ERR_RULE,
			_("Type an @ and a name, in a comment, to call upon somebody"));
}

const struct command view_memo_commands[] = {
	{ .keys = "Esc F2 ^X ^C", .name = "back", .label = N_("Back to the form"),
	  .run = run_back,
	  .help = N_("Go back to the form, with the text as it is.") },
	{ .keys = "^F F3", .name = "find", .label = N_("Find"), .run = run_find,
	  .help = N_("Find a word in the text.") },
	{ .keys = "F7 ^_", .name = "undo-typing", .label = N_("Undo"),
	  .run = run_undo, .help = N_("Take back what was typed last.") },
	{ .keys = "^R", .name = "redo-typing", .run = run_redo,
	  .help = N_("Type it again after all.") },
	{ .keys = "Tab", .name = "complete", .run = run_call,
	  .help = N_("Put in whom the word after an @ may mean; again: the next.") },
	{ .keys = "^O", .name = "editor", .run = run_editor,
	  .help = N_("Give the text to your editor; on a private store only.") },
	{ .keys = NULL }
};

const struct command view_memo_find_commands[] = {
	{ .keys = "Enter Down Up", .name = "find-next", .label = N_("Next"),
	  .run = run_find_next,
	  .help = N_("Go to the next place where it stands; Up: the one before.") },
	{ .keys = "Esc ^F F3 F2 ^X ^C", .name = "find-end",
	  .label = N_("Back to the text"), .run = run_find_end,
	  .help = N_("Go back to the text, at the place that was found.") },
	{ .keys = NULL }
};

static const struct view_ops memo_ops = {
	.name = "memo",
	.commands = view_memo_commands,
	.draw = draw,
	.key = key,
	.paste = paste,
	.tick = tick,
	.may = may,
	.close = close_memo,
};

void
view_memo_open(struct app *app, const char *title, struct edit *edit,
	bool calls)
{
	struct memo_view *m = xcalloc(1, sizeof(*m));

	m->view.ops = &memo_ops;
	m->view.typing = true;
	m->title = xstrdup(title);
	m->memo.edit = edit;
	m->calls = calls;
	m->memo.column = -1;
	m->find = (struct edit)EDIT_INIT;
	count(m);
	app_push(app, &m->view);
}
