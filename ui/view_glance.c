/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_glance.c - see view_glance.h. */
#include "ui/view_glance.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/glance.h"
#include "ui/key.h"
#include "ui/listing.h"
#include "ui/subject.h"
#include "ui/view_form.h"
#include "ui/view_list.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { COUNT_WIDTH = 9 };

struct glance_view {
	struct view view;
	struct glance glance;
	size_t at, top;
	int height;
	bool loaded;
	bool moved;		/* the cursor, by a person */
};

static bool
can_open(const struct glance_view *s, size_t at)
{
	return glance_can_open(&s->glance, at);
}

/* The row that was under the cursor has moved: find it. */
static void
follow(struct glance_view *s, const struct kind *kind, const char *text,
	const char *ref)
{
	for (size_t i = 0; s->moved && i < s->glance.n; i++) {
		const struct glance_row *row = &s->glance.rows[i];

		if (kind ? row->kind == kind : ref && row->ref &&
		    strcmp(row->ref, ref) == 0 && strcmp(row->text, text) == 0)
			s->at = i;
	}
	if (!s->moved)
		s->at = 0;
	if (s->at >= s->glance.n)
		s->at = s->glance.n - 1;
	while (s->at > 0 && !can_open(s, s->at))
		s->at--;
	while (s->at + 1 < s->glance.n && !can_open(s, s->at))
		s->at++;
}

/* Read it step by step; the cursor stays with its row once a person moved it. */
static int64_t
tick(struct view *v)
{
	struct glance_view *s = (struct glance_view *)v;
	struct glance_row row = { .what = ROW_SAYING };
	char *text, *ref;
	bool more = true;

	/* Not while it is covered: it is read again on return. */
	if (v->app->top != v)
		return -1;
	if (s->at < s->glance.n)
		row = s->glance.rows[s->at];
	text = xstrdup(row.text ? row.text : "");
	ref = xstrdup(row.ref);
	if (!s->loaded)
		glance_begin(&s->glance);
	else
		more = glance_step(&s->glance);
	s->loaded = true;
	follow(s, row.kind, text, ref);
	free(text);
	free(ref);
	return more ? 0 : -1;
}

static void
changed(struct view *v)
{
	((struct glance_view *)v)->loaded = false;
}

static int
draw_lead(const struct glance_view *s, struct grid *g, struct area a,
	const struct glance_row *row, enum role role)
{
	int width = row->what == ROW_KIND ? COUNT_WIDTH : 17;

	(void)s;
	if (row->what == ROW_KIND)
		grid_put_right(g, a.y, a.x, width - 1, row->lead, role);
	else
		grid_put(g, a.y, a.x, width - 1, row->lead, role);
	return width + 1;
}

static void
draw_row(const struct glance_view *s, struct grid *g, struct area a, size_t i)
{
	const struct glance_row *row = &s->glance.rows[i];
	bool on = i == s->at && can_open(s, i);
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;
	int x = a.x + 2;

	if (row->what == ROW_HEADING || row->what == ROW_SAYING) {
		grid_put(g, a.y, a.x + (row->what == ROW_HEADING ? 1 : 2),
			a.cols - 2, row->text, row->what == ROW_HEADING ?
			ROLE_HEADING : ROLE_TEXT);
		return;
	}
	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	x += draw_lead(s, g, (struct area){ a.y, x, 1, a.cols - x }, row,
		on ? role : row->role);
	if (row->ref) {
		int used = grid_put(g, a.y, x, 18, row->ref, role);

		x += used < 9 ? 10 : used + 1;
	}
	grid_put(g, a.y, x, a.x + a.cols - 1 - x, row->text, role);
	if (on && !g->cursor) {
		g->cursor_y = a.y;
		g->cursor_x = a.x;
	}
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct glance_view *s = (struct glance_view *)v;
	size_t h;

	a.y++;
	a.rows--;
	s->height = a.rows > 1 ? a.rows : 1;
	h = (size_t)s->height;
	if (s->at < s->top)
		s->top = s->at;
	if (s->at >= s->top + h)
		s->top = s->at - h + 1;
	/* The heading above the first row is worth a line. */
	if (s->top > 0 && s->at == s->top && !can_open(s, s->at - 1))
		s->top--;
	grid_choices(g, a);
	for (int y = 0; y < a.rows && s->top + (size_t)y < s->glance.n; y++)
		draw_row(s, g, (struct area){ a.y + y, a.x, 1, a.cols },
			s->top + (size_t)y);
}

static void
subject(const struct view *v, struct subject *about)
{
	const struct glance_view *s = (const struct glance_view *)v;

	if (s->at < s->glance.n)
		about->ref = xstrdup(s->glance.rows[s->at].ref);
}

static bool
has_row(const struct view *v)
{
	const struct glance_view *s = (const struct glance_view *)v;

	return can_open(s, s->at);
}

static void
close_glance(struct view *v)
{
	struct glance_view *s = (struct glance_view *)v;

	glance_free(&s->glance);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
go_on(struct glance_view *s, int by)
{
	size_t at = s->at;

	do {
		if (by < 0 && at == 0)
			return;
		at = by < 0 ? at - 1 : at + 1;
		if (at >= s->glance.n)
			return;
	} while (!can_open(s, at));
	s->at = at;
}

static void
run_move(struct view *v, int k)
{
	struct glance_view *s = (struct glance_view *)v;
	int by = k == K_PGUP || k == K_PGDN ? s->height / 2 :
		k == K_HOME || k == 'g' || k == K_END || k == 'G' ? (int)s->glance.n : 1;
	bool up = k == K_UP || k == 'k' || k == K_PGUP || k == K_HOME || k == 'g';

	s->moved = true;
	for (int i = 0; i < by; i++)
		go_on(s, up ? -1 : 1);
	if (up && s->at < (size_t)s->height)
		s->top = 0;
}

static void
run_open(struct view *v, int k)
{
	struct glance_view *s = (struct glance_view *)v;
	const struct glance_row *row = &s->glance.rows[s->at];

	(void)k;
	if (row->what == ROW_KIND)
		app_push(v->app, view_list_new(v->app, row->kind, NULL));
	else if (row->what == ROW_RECORD && row->ref)
		view_record_open(v->app, row->ref);
	else if (row->what == ROW_DRAFT)
		view_form_draft(v->app, &s->glance.drafts.drafts[row->draft]);
}

static void
run_kind(struct view *v, int k)
{
	const struct kind *tabs[LISTING_TABS];
	size_t n = listing_tabs(tabs), i = k >= '1' && k <= '9' ? (size_t)(k - '1') : 0;

	if (i < n)
		app_push(v->app, view_list_new(v->app, tabs[i], NULL));
}

static void
run_lead(struct view *v, int k)
{
	(void)k;
	view_form_new(v->app, kind_of(KIND_LEAD));
}

static void
run_quit(struct view *v, int k)
{
	if (k == 'q' || v->below)
		app_pop(v->app);
	else
		app_say(v->app, ROLE_HINT, _("This is the first screen; q leaves "
			"the program."));
}

const struct command view_glance_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the list, record or draft under the cursor.") },
	{ .keys = "n", .name = "new", .label = N_("New lead"), .run = run_lead,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Write down a new lead.") },
	{ .keys = "Tab 1 2 3 4 5 6 7 8 9", .name = "kind", .label = N_("Lists"),
	  .run = run_kind, .help = N_("Go to the lists; a number is the kind.") },
	{ .keys = "Down Up j k PgDn PgUp", .name = "move",
	  .run = run_move, .help = N_("Go down or up.") },
	{ .keys = "Home g", .name = "first", .run = run_move,
	  .help = N_("Go to the first line.") },
	{ .keys = "End G", .name = "last", .run = run_move,
	  .help = N_("Go to the last line.") },
	{ .keys = "Esc ^C", .name = "back", .run = run_quit,
	  .help = N_("Go back; the first screen stays.") },
	{ .keys = "q", .name = "close", .label = N_("Quit"), .run = run_quit,
	  .help = N_("Leave the program; drafts are kept.") },
	{ .keys = NULL }
};

static void
returned(struct view *v)
{
	((struct glance_view *)v)->loaded = false;
}

static const struct view_ops glance_ops = {
	.name = "glance",
	.commands = view_glance_commands,
	.draw = draw,
	.tick = tick,
	.changed = changed,
	.returned = returned,
	.has_row = has_row,
	.subject = subject,
	.close = close_glance,
};

struct view *
view_glance_new(struct app *app)
{
	struct glance_view *s = xcalloc(1, sizeof(*s));

	s->view.ops = &glance_ops;
	s->view.app = app;
	s->glance.desk = app->desk;
	s->glance.who = &app->who;
	return &s->view;
}
