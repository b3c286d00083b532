/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_cases.c - see view_cases.h. What each JIT comes to is asked one by one, while it
 * is shown already what they are called. */
#include "ui/view_cases.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "ui/chrome.h"
#include "ui/edit.h"
#include "ui/fields.h"
#include "ui/key.h"
#include "ui/view_glance.h"
#include "base/banned.h"

enum { GAP = 2, MARK = 2, LEAST_WIDTH = 44 };

enum column { CODE, TITLE, STATUS, OVERDUE, WAITS, FRESH, COLUMNS };

struct row {
	char *code;		/* as it is gone to */
	char *cells[COLUMNS];	/* "" where there is nothing */
	char *folded;		/* what typing is compared with */
	bool late;		/* something is overdue there */
	bool known;
};

struct cases {
	struct view view;
	struct row *rows;
	size_t n;
	size_t *shown;		/* indexes of the rows that typing leaves */
	size_t n_shown;
	size_t cursor, top;	/* of shown */
	int height;
	struct edit typed;
};

static struct cases *
cases_of(struct view *v)
{
	return (struct cases *)v;
}

/* --- Going there -------------------------------------------------------- */

static void
take_place(struct app *app)
{
	struct desk_who who = { 0 };
	struct err err = ERR_INIT;

	if (!desk_who(app->desk, &who, &err) || !fields_take(app->desk, &err)) {
		desk_who_clear(&who);
		app_fail(app, &err);
		return;
	}
	desk_who_clear(&app->who);
	app->who = who;
	app_look(app);
}

/* Nothing of the former case or member stays on the screen. Its drafts are kept
 * while the desk is still theirs: so all views are left first. */
static void
move(struct app *app, const char *text,
	bool (*to)(struct desk *desk, const char *text, struct err *err))
{
	struct err err = ERR_INIT;
	char *where = xstrdup(text);

	while (app->top)
		app_pop(app);
	app->done = false;
	if (to(app->desk, where, &err))
		take_place(app);
	else
		app_fail(app, &err);
	app_push(app, view_glance_new(app));
	free(where);
}

void
view_cases_go(struct app *app, const char *code)
{
	move(app, code, desk_use_case);
}

void
view_cases_sit_as(struct app *app, const char *member)
{
	move(app, member, desk_sit_as);
}

/* --- What is shown ------------------------------------------------------ */

static void
narrow(struct cases *s)
{
	struct strbuf needle = STRBUF_INIT;

	fold_key(&needle, s->typed.text.text, s->typed.text.len);
	s->n_shown = 0;
	for (size_t i = 0; i < s->n; i++)
		if (needle.len == 0 ||
		    fold_contains(s->rows[i].folded, needle.text))
			s->shown[s->n_shown++] = i;
	s->cursor = s->top = 0;
	strbuf_clear(&needle);
}

static void
set_cell(struct row *r, enum column column, char *text)
{
	free(r->cells[column]);
	r->cells[column] = text;
}

static void
fill_row(struct row *r, const struct desk_case *c)
{
	const struct kind *k = kind_of(KIND_CASEFILE);
	struct strbuf all = STRBUF_INIT, folded = STRBUF_INIT;

	r->code = xstrdup(c->code);
	for (int i = 0; i < COLUMNS; i++)
		r->cells[i] = xstrdup("");
	set_cell(r, CODE, xstrdup(c->code));
	set_cell(r, TITLE, xstrdup(c->title ? c->title : ""));
	if (c->status)
		set_cell(r, STATUS, xstrdup(field_code_label(kind_field(k,
			k->status)->codes, c->status)));
	set_cell(r, FRESH, xstrdup("..."));
	strbuf_printf(&all, "%s %s %s", c->code, r->cells[TITLE],
		r->cells[STATUS]);
	fold_key(&folded, all.text, all.len);
	r->folded = strbuf_detach(&folded);
	strbuf_clear(&all);
}

static void
fill_counts(struct row *r, const struct desk_elsewhere *e)
{
	r->late = e->overdue > 0;
	set_cell(r, OVERDUE, e->overdue ? xasprintf(ngettext(
		"! %" PRId64 " overdue", "! %" PRId64 " overdue",
		(unsigned long)e->overdue), e->overdue) : xstrdup(""));
	set_cell(r, WAITS, e->waits ? xasprintf(ngettext(
		"%" PRId64 " waits", "%" PRId64 " wait",
		(unsigned long)e->waits), e->waits) : xstrdup(""));
	set_cell(r, FRESH, e->fresh ? xasprintf(C_("records", "%" PRId64 " new"),
		e->fresh) : xstrdup(""));
}

/* One JIT each time; what cannot be asked is left open. */
static int64_t
tick(struct view *v)
{
	struct cases *s = cases_of(v);

	for (size_t i = 0; i < s->n; i++) {
		struct row *r = &s->rows[i];
		struct desk_elsewhere e = { 0 };

		if (r->known)
			continue;
		if (desk_elsewhere(v->app->desk, r->code, &e, NULL)) {
			r->known = !e.more;
			if (r->known)
				fill_counts(r, &e);
		} else {
			r->known = true;
			set_cell(r, FRESH, xstrdup(""));
		}
		desk_elsewhere_clear(&e);
		return 0;
	}
	return -1;
}

/* --- Drawing ------------------------------------------------------------ */

static int
columns_of(const char *text)
{
	return utf8_width(text, strlen(text));
}

static void
measure(const struct cases *s, int widths[COLUMNS])
{
	memset(widths, 0, COLUMNS * sizeof(*widths));
	for (size_t i = 0; i < s->n; i++)
		for (int k = 0; k < COLUMNS; k++)
			if (columns_of(s->rows[i].cells[k]) > widths[k])
				widths[k] = columns_of(s->rows[i].cells[k]);
}

static int
sum_of(const int widths[COLUMNS])
{
	int sum = 0;

	for (int k = 0; k < COLUMNS; k++)
		sum += widths[k] ? widths[k] + GAP : 0;
	return sum;
}

/* The title gives way; where that is not enough, the status, then the rest. */
static void
squeeze(int widths[COLUMNS], int room)
{
	static const enum column least[] = { STATUS, WAITS, FRESH, OVERDUE };
	int over = sum_of(widths) - room;

	if (over > 0) {
		int give = widths[TITLE] - 12 < over ? widths[TITLE] - 12 : over;

		widths[TITLE] -= give > 0 ? give : 0;
	}
	for (size_t i = 0; i < sizeof(least) / sizeof(least[0]) &&
	     sum_of(widths) > room; i++)
		widths[least[i]] = 0;
}

static void
draw_row(const struct cases *s, struct grid *g, struct area a, size_t i,
	const int widths[COLUMNS])
{
	const struct row *r = &s->rows[s->shown[i]];
	bool on = i == s->cursor;
	int x = a.x + MARK;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, ROLE_SELECTED);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", on ? ROLE_MARK : ROLE_TEXT);
	for (int k = 0; k < COLUMNS; k++) {
		enum role role = on ? ROLE_SELECTED : k == CODE ? ROLE_KEY :
			k == OVERDUE && r->late ? ROLE_WARNING : ROLE_TEXT;

		if (!widths[k])
			continue;
		grid_put(g, a.y, x, widths[k], r->cells[k], role);
		x += widths[k] + GAP;
	}
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct cases *s = cases_of(v);
	int widths[COLUMNS], width;
	struct area in;

	measure(s, widths);
	width = sum_of(widths) + MARK + 4;
	in = chrome_box(g, chrome_centre(a, (int)s->n + 3,
		width < LEAST_WIDTH ? LEAST_WIDTH : width), _("Go to JIT"));
	squeeze(widths, in.cols - MARK + GAP);
	grid_put(g, in.y, in.x, 1, "/", ROLE_KEY);
	edit_draw(&s->typed, g, (struct area){ in.y, in.x + 2, 1, in.cols - 2 },
		ROLE_TEXT, !g->plain || s->typed.text.len > 0);
	if (s->typed.text.len == 0)
		grid_put(g, in.y, in.x + 2, in.cols - 2, _("type to narrow"),
			ROLE_HINT);
	s->height = in.rows > 1 ? in.rows - 1 : 1;
	if (s->cursor < s->top)
		s->top = s->cursor;
	if (s->cursor >= s->top + (size_t)s->height)
		s->top = s->cursor - (size_t)s->height + 1;
	for (int y = 0; y < in.rows - 1 && s->top + (size_t)y < s->n_shown; y++)
		draw_row(s, g, (struct area){ in.y + 1 + y, in.x, 1, in.cols },
			s->top + (size_t)y, widths);
	if (s->n_shown == 0)
		grid_put(g, in.y + 1, in.x + 2, in.cols - 2, s->n ?
			_("Nothing like this.") : _("You work in no JIT yet."),
			ROLE_HINT);
}

/* --- Keys --------------------------------------------------------------- */

static bool
key(struct view *v, int k)
{
	struct cases *s = cases_of(v);

	if (!(key_is_text(k) || k == K_BACKSPACE || k == K_CTRL('U')) ||
	    !edit_key(&s->typed, k))
		return false;
	narrow(s);
	return true;
}

static void
run_move(struct view *v, int k)
{
	struct cases *s = cases_of(v);
	int64_t page = s->height > 1 ? s->height - 1 : 1;
	int64_t to = (int64_t)s->cursor + (k == K_UP ? -1 : k == K_DOWN ? 1 :
		k == K_PGUP ? -page : page);

	if (to >= (int64_t)s->n_shown)
		to = (int64_t)s->n_shown - 1;
	s->cursor = to < 0 ? 0 : (size_t)to;
}

static void
run_choose(struct view *v, int k)
{
	struct cases *s = cases_of(v);

	(void)k;
	view_cases_go(v->app, s->rows[s->shown[s->cursor]].code);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static bool
has_row(const struct view *v)
{
	const struct cases *s = (const struct cases *)v;

	return s->cursor < s->n_shown;
}

const struct command view_cases_commands[] = {
	{ .keys = "Enter", .name = "choose", .label = N_("Go there"),
	  .run = run_choose, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Sit down at the JIT under the cursor.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Stay where you are.") },
	{ .keys = "Down Up PgDn PgUp", .name = "move", .run = run_move,
	  .help = N_("Go down or up.") },
	{ .keys = NULL }
};

static void
close_cases(struct view *v)
{
	struct cases *s = cases_of(v);

	for (size_t i = 0; i < s->n; i++) {
		free(s->rows[i].code);
		free(s->rows[i].folded);
		for (int k = 0; k < COLUMNS; k++)
			free(s->rows[i].cells[k]);
	}
	free(s->rows);
	free(s->shown);
	edit_clear(&s->typed);
	free(s);
}

static const struct view_ops cases_ops = {
	.name = "cases",
	.commands = view_cases_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.tick = tick,
	.has_row = has_row,
	.close = close_cases,
};

void
view_cases_open(struct app *app)
{
	struct desk_cases cases = { 0 };
	struct cases *s;
	struct err err = ERR_INIT;

	if (!desk_cases(app->desk, &cases, &err)) {
		app_fail(app, &err);
		return;
	}
	s = xcalloc(1, sizeof(*s));
	s->view.ops = &cases_ops;
	s->view.typing = true;
	s->rows = xcalloc(cases.n + 1, sizeof(*s->rows));
	s->shown = xcalloc(cases.n + 1, sizeof(*s->shown));
	for (s->n = 0; s->n < cases.n; s->n++)
		fill_row(&s->rows[s->n], &cases.cases[s->n]);
	narrow(s);
	for (size_t i = 0; i < s->n; i++)
		if (app->who.casefile &&
		    strcmp(s->rows[i].code, app->who.casefile) == 0)
			s->cursor = i;
	desk_cases_clear(&cases);
	app_push(app, &s->view);
}
