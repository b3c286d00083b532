/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_versions.c - see view_versions.h. */
#include "ui/view_versions.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/linediff.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "ui/memo.h"
#include "base/banned.h"

enum { SIDE_BY_SIDE = 100 };	/* columns from which the two stand beside each other */

struct versions {
	struct view view;
	const struct form *form;
	struct form_field *field;
	void (*decided)(struct view *owner, bool edit);
	struct linediff diff;
	size_t top, n, height;	/* lines of the screen: first seen, all, seen */
};

/* --- Drawing ------------------------------------------------------------ */

/* One line of a version in so many columns, over as many lines as it takes; where y is
 * outside of the area it is only counted. Returns its lines. */
static int
draw_wrapped(struct grid *g, struct area a, int y, const struct linediff_line *l,
	enum role role)
{
	struct edit e = EDIT_INIT;
	struct memo m = { .edit = &e, .column = -1 };
	int n;

	strbuf_add(&e.text, l->text, l->len);
	memo_lay_out(&m, a.cols + 1, 1, g->ascii);
	for (size_t i = 0; i < m.n; i++) {
		size_t end = i + 1 < m.n ? m.starts[i + 1] : e.text.len;
		char *part = xstrndup(e.text.text + m.starts[i],
			end - m.starts[i]);

		if (y + (int)i >= 0 && y + (int)i < a.rows)
			grid_put(g, a.y + y + (int)i, a.x, a.cols, part, role);
		free(part);
	}
	n = (int)m.n;
	memo_free(&m);
	edit_clear(&e);
	return n;
}

static void
draw_sign(struct grid *g, struct area a, int y, const char *sign)
{
	if (y >= 0 && y < a.rows)
		grid_put(g, a.y + y, a.x, 1, sign, ROLE_STRONG);
}

/* One below the other: what is theirs alone behind <, what is yours behind >. */
static int
draw_below(const struct versions *v, struct grid *g, struct area a)
{
	struct area text = { a.y, a.x + 2, a.rows, a.cols - 2 };
	int y = -(int)v->top;

	for (size_t i = 0; i < v->diff.n; i++) {
		const struct linediff_line *l = &v->diff.lines[i];
		enum role role = l->sign == ' ' ? ROLE_HINT :
			l->sign == '+' ? ROLE_STRONG : ROLE_WARNING;

		draw_sign(g, a, y, l->sign == '-' ? "<" :
			l->sign == '+' ? ">" : " ");
		y += draw_wrapped(g, text, y, l, role);
	}
	return y + (int)v->top;
}

/* Beside each other: lines of both on one height. */
static int
draw_beside(const struct versions *v, struct grid *g, struct area a)
{
	int half = (a.cols - 4) / 2, left = -(int)v->top, right = left;
	struct area l = { a.y, a.x + 2, a.rows, half - 2 };
	struct area r = { a.y, a.x + half + 4, a.rows, half - 2 };

	for (size_t i = 0; i < v->diff.n; i++) {
		const struct linediff_line *line = &v->diff.lines[i];

		if (line->sign == ' ')
			left = right = left > right ? left : right;
		if (line->sign == '-')
			draw_sign(g, a, left, "<");
		if (line->sign == '+')
			draw_sign(g, (struct area){ a.y, r.x - 2, a.rows, 2 },
				right, ">");
		if (line->sign != '+')
			left += draw_wrapped(g, l, left, line, line->sign ==
				' ' ? ROLE_HINT : ROLE_WARNING);
		if (line->sign != '-')
			right += draw_wrapped(g, r, right, line, line->sign ==
				' ' ? ROLE_HINT : ROLE_STRONG);
	}
	return (left > right ? left : right) + (int)v->top;
}

static void
draw_heads(const struct versions *v, struct grid *g, struct area a, bool beside)
{
	const char *by = v->form->changed_by;
	struct strbuf theirs = STRBUF_INIT;
	int half = (a.cols - 4) / 2;

	strbuf_puts(&theirs, _("< theirs"));
	if (by)
		strbuf_printf(&theirs, _(", saved by %s"), by);
	grid_put(g, a.y, a.x, beside ? half : a.cols / 2, theirs.text,
		ROLE_WARNING);
	grid_put(g, a.y, a.x + (beside ? half + 2 : a.cols / 2), half,
		_("> yours, not saved"), ROLE_STRONG);
	strbuf_clear(&theirs);
}

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct versions *v = (struct versions *)view;
	bool beside = a.cols >= SIDE_BY_SIDE;
	struct area body = { a.y + 4, a.x + 1, a.rows - 4, a.cols - 2 };

	grid_printf(g, a.y, a.x + 1, a.cols - 2, ROLE_STRONG,
		_("%s of %s was changed by two people at once"),
		_(v->field->field->label), v->form->ref);
	draw_heads(v, g, (struct area){ a.y + 2, a.x + 1, 1, a.cols - 2 }, beside);
	v->height = body.rows > 0 ? (size_t)body.rows : 1;
	v->n = (size_t)(beside ? draw_beside(v, g, body) :
		draw_below(v, g, body));
}

/* --- Choosing ----------------------------------------------------------- */

static void
end(struct versions *v, bool edit)
{
	struct app *app = v->view.app;

	app_pop(app);
	v->decided(app->top, edit);
}

static void
run_theirs(struct view *view, int k)
{
	struct versions *v = (struct versions *)view;

	(void)k;
	form_choose(v->field, true);
	end(v, false);
}

static void
run_mine(struct view *view, int k)
{
	struct versions *v = (struct versions *)view;

	(void)k;
	form_choose(v->field, false);
	end(v, false);
}

static void
run_join(struct view *view, int k)
{
	struct versions *v = (struct versions *)view;

	(void)k;
	form_join(v->field);
	end(v, true);
}

static void
run_back(struct view *view, int k)
{
	(void)k;
	app_pop(view->app);
}

static void
run_scroll(struct view *view, int k)
{
	struct versions *v = (struct versions *)view;
	size_t most = v->n > v->height ? v->n - v->height : 0;
	size_t by = k == K_PGUP || k == K_PGDN ? v->height : 1;

	if (k == K_UP || k == K_PGUP)
		v->top = v->top > by ? v->top - by : 0;
	else
		v->top = v->top + by < most ? v->top + by : most;
}

static void
close_versions(struct view *view)
{
	struct versions *v = (struct versions *)view;

	free(v->diff.lines);
	free(v);
}

const struct command view_versions_commands[] = {
	{ .keys = "F5", .name = "take-theirs", .label = N_("Theirs"),
	  .run = run_theirs,
	  .help = N_("Take theirs; yours is kept as a comment when you save.") },
	{ .keys = "F6", .name = "keep-mine", .label = N_("Yours"),
	  .run = run_mine,
	  .help = N_("Keep yours; theirs stays in the history.") },
	{ .keys = "Enter F4", .name = "join", .label = N_("Edit both"),
	  .run = run_join,
	  .help = N_("Join both line by line, and go over the text.") },
	{ .keys = "Down Up PgDn PgUp", .name = "move", .run = run_scroll,
	  .help = N_("Scroll.") },
	{ .keys = "Esc", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Go back to the form; nothing is decided.") },
	{ .keys = NULL }
};

static const struct view_ops versions_ops = {
	.name = "versions",
	.commands = view_versions_commands,
	.draw = draw,
	.close = close_versions,
};

void
view_versions_open(struct app *app, const struct form *form,
	struct form_field *field, void (*decided)(struct view *owner, bool edit))
{
	struct versions *v = xcalloc(1, sizeof(*v));

	v->view.ops = &versions_ops;
	v->view.typing = true;	/* a part of the form: its keys are */
	v->form = form;
	v->field = field;
	v->decided = decided;
	linediff_make(&v->diff, field->theirs, field->edit.text.text);
	app_push(app, &v->view);
}
