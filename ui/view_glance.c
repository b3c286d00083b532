/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_glance.c - see view_glance.h. Four sections (home.h) share out the room; where it
 * is small they follow one another and scroll, where it is wide they stand in two
 * columns. */
#include "ui/view_glance.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/answer.h"
#include "ui/board.h"
#include "ui/fair.h"
#include "ui/fields.h"
#include "ui/home.h"
#include "ui/key.h"
#include "ui/listing.h"
#include "ui/opening.h"
#include "ui/subject.h"
#include "ui/view_counts.h"
#include "ui/view_form.h"
#include "ui/view_list.h"
#include "ui/view_palette.h"
#include "ui/view_section.h"
#include "base/banned.h"

enum {
	WIDE = 100,		/* columns from which there are two of sections */
	LEAST = 2,		/* lines that a section has, if it has so many */
	SCROLLED = 6,		/* ... and has at most where the screen scrolls */
	ROWS = 100,		/* that are asked for */
};

/* A row of the screen. */
struct spot {
	enum { SPOT_BLANK, SPOT_HEADING, SPOT_LINE, SPOT_MORE } what;
	int section;
	size_t line;		/* of its board */
};

struct stack {
	struct spot *spots;
	size_t n, room;
	size_t top;		/* first spot that is seen */
};

struct glance_view {
	struct view view;
	struct home home;
	struct board boards[HOME_SECTIONS];
	struct board start;	/* in place of them on the first day */
	bool first_day;
	struct stack stacks[2];
	size_t n_stacks;
	int rows, cols;		/* of the area that they were laid out for */
	int section;		/* under the cursor, with ... */
	size_t line;		/* ... its line; that behind the last: more */
	int height;
	bool loaded;
	bool moved;		/* the cursor, by a person */
};

static struct glance_view *
glance_of(struct view *v)
{
	return (struct glance_view *)v;
}

static const struct board *
board_of(const struct glance_view *s, int section)
{
	return s->first_day ? &s->start : &s->boards[section];
}

/* --- Where everything stands -------------------------------------------- */

static void
put_spot(struct stack *c, int what, int section, size_t line)
{
	c->spots = xgrow(c->spots, c->n, &c->room, sizeof(*c->spots));
	c->spots[c->n++] = (struct spot){ what, section, line };
}

/* A section with so many lines; what has no room is behind the last. */
static void
put_section(struct stack *c, const struct board *b, int section, int given)
{
	size_t shown = (size_t)given < b->n ? (size_t)given : b->n;
	bool more = (int64_t)shown < b->all;

	/* A board need not have all that there is. */
	if (more && shown == (size_t)given && shown > 0)
		shown--;
	put_spot(c, SPOT_HEADING, section, 0);
	for (size_t i = 0; i < shown; i++)
		put_spot(c, SPOT_LINE, section, i);
	if (more && b->n > 0)
		put_spot(c, SPOT_MORE, section, shown);
}

/* Its lines, and one that stands for those that are not here. */
static int
need_of(const struct board *b)
{
	return (int)b->n + ((int64_t)b->n < b->all);
}

/* Sections from first to below end in one column of so many rows. */
static void
lay_out_column(struct glance_view *s, struct stack *c, int rows, int first,
	int end)
{
	int needs[HOME_SECTIONS] = { 0 }, given[HOME_SECTIONS], n = end - first;
	/* Lines between sections are the first to go. */
	int blanks = rows - n - (n - 1) >= n * LEAST ? n - 1 : 0;
	int room = rows - n - blanks;
	bool scrolls = room < n * LEAST;

	for (int i = 0; i < n; i++)
		needs[i] = need_of(&s->boards[first + i]);
	if (scrolls)
		for (int i = 0; i < n; i++)
			given[i] = needs[i] < SCROLLED ? needs[i] : SCROLLED;
	else
		fair_share(room, LEAST, needs, given, (size_t)n);
	for (int i = 0; i < n; i++) {
		if (i > 0 && (blanks || scrolls))
			put_spot(c, SPOT_BLANK, first + i, 0);
		put_section(c, &s->boards[first + i], first + i, given[i]);
	}
}

static void
lay_out(struct glance_view *s, int rows, int cols, bool plain)
{
	s->rows = rows;
	s->cols = cols;
	s->stacks[0].n = s->stacks[1].n = 0;
	s->n_stacks = 1;
	if (s->first_day)
		put_section(&s->stacks[0], &s->start, 0, (int)s->start.n);
	else if (cols < WIDE || plain)
		lay_out_column(s, &s->stacks[0], rows, 0, HOME_SECTIONS);
	else {
		s->n_stacks = 2;
		lay_out_column(s, &s->stacks[0], rows, 0, HOME_SECTIONS / 2);
		lay_out_column(s, &s->stacks[1], rows, HOME_SECTIONS / 2,
			HOME_SECTIONS);
	}
}

static bool
can_open(const struct glance_view *s, const struct spot *p)
{
	return p->what == SPOT_MORE || (p->what == SPOT_LINE &&
		board_opens(&board_of(s, p->section)->lines[p->line]));
}

static bool
is_here(const struct glance_view *s, const struct spot *p)
{
	return can_open(s, p) && p->section == s->section && p->line == s->line;
}

/* The spot under the cursor, or NULL. */
static const struct spot *
spot_here(const struct glance_view *s)
{
	for (size_t i = 0; i < s->n_stacks; i++)
		for (size_t k = 0; k < s->stacks[i].n; k++)
			if (is_here(s, &s->stacks[i].spots[k]))
				return &s->stacks[i].spots[k];
	return NULL;
}

/* The line under the cursor; NULL: there is none, or it stands for the rest. */
static const struct board_line *
line_here(const struct glance_view *s)
{
	const struct spot *p = spot_here(s);

	return p && p->what == SPOT_LINE ?
		&board_of(s, p->section)->lines[p->line] : NULL;
}

/* Go to the nearest one that can be opened: behind, else before it. */
static void
settle(struct glance_view *s)
{
	const struct spot *last = NULL;

	if (spot_here(s))
		return;
	for (size_t i = 0; i < s->n_stacks; i++)
		for (size_t k = 0; k < s->stacks[i].n; k++) {
			const struct spot *p = &s->stacks[i].spots[k];

			if (!can_open(s, p))
				continue;
			last = p;
			if (p->section > s->section ||
			    (p->section == s->section && p->line >= s->line))
				i = s->n_stacks - 1, k = s->stacks[i].n;
		}
	s->section = last ? last->section : 0;
	s->line = last ? last->line : 0;
}

/* --- What it says ------------------------------------------------------- */

/* What a person stood on, through a change of everything. */
struct stood {
	char *opens, *part;
	enum board_what what;
};

static struct stood
remember(const struct glance_view *s)
{
	const struct board_line *line = line_here(s);

	return line ? (struct stood){ xstrdup(line->opens),
		xstrdup(line->part), line->what } : (struct stood){ 0 };
}

static bool
same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static void
follow(struct glance_view *s, struct stood *stood)
{
	const struct board *b = board_of(s, s->section);

	for (size_t i = 0; s->moved && stood->opens && i < b->n; i++)
		if (b->lines[i].what == stood->what &&
		    same(b->lines[i].opens, stood->opens) &&
		    same(b->lines[i].part, stood->part)) {
			s->line = i;
			break;
		}
	if (!s->moved)
		s->section = 0, s->line = 0;
	free(stood->opens);
	free(stood->part);
}

static void
fill(struct glance_view *s)
{
	struct stood stood = remember(s);
	const struct app *app = s->view.app;

	s->first_day = home_is_empty(&s->home) || home_is_closed(&s->home);
	if (s->first_day)
		home_start(&s->home, &s->start);
	for (int i = 0; i < HOME_SECTIONS; i++)
		home_board(&s->home, (enum home_section)i, &s->boards[i]);
	follow(s, &stood);
	lay_out(s, s->rows ? s->rows : app->grid.rows - 2, app->grid.cols,
		app->grid.plain);
	settle(s);
}

/* Whoever began a JIT sits at it now. */
static void
look_who(struct app *app)
{
	struct desk_who who = { 0 };

	if (!app->who.casefile && desk_who(app->desk, &who, NULL)) {
		desk_who_clear(&app->who);
		app->who = who;
		fields_take(app->desk, NULL);
	}
}

static int64_t
tick(struct view *v)
{
	struct glance_view *s = glance_of(v);
	bool more;

	/* Not while it is covered: it is read again on return. */
	if (v->app->top != v && !v->app->top->ops->popup)
		return -1;
	if (!s->loaded) {
		look_who(v->app);
		home_begin(&s->home);
	}
	s->loaded = true;
	more = home_step(&s->home);
	fill(s);
	return more ? 0 : -1;
}

static void
changed(struct view *v)
{
	glance_of(v)->loaded = false;
}

/* --- Drawing ------------------------------------------------------------ */

static void
draw_more(const struct glance_view *s, struct grid *g, struct area a,
	const struct spot *p, bool on)
{
	const struct board *b = board_of(s, p->section);
	int64_t left = b->all - (int64_t)p->line;
	struct strbuf text = STRBUF_INIT;
	enum role role = on ? ROLE_SELECTED : ROLE_HINT;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", on ? ROLE_MARK : role);
	strbuf_printf(&text, ngettext("%s %ld more", "%s %ld more",
		(unsigned long)left), g->ascii ? "..." : "…", (long)left);
	if (b->at_least)
		strbuf_putc(&text, '+');
	grid_put(g, a.y, a.x + 4, a.cols - 5, text.text, role);
	if (on && !g->cursor) {
		g->cursor_y = a.y;
		g->cursor_x = a.x;
	}
	strbuf_clear(&text);
}

static void
draw_spot(const struct glance_view *s, struct grid *g, struct area a,
	const struct spot *p)
{
	const struct board *b = board_of(s, p->section);

	switch (p->what) {
	case SPOT_HEADING:
		board_draw_heading(b, g, a);
		break;
	case SPOT_LINE:
		board_draw_line(b, &b->lines[p->line], g, a, is_here(s, p));
		break;
	case SPOT_MORE:
		draw_more(s, g, a, p, is_here(s, p));
		break;
	default:
		break;
	}
}

/* The cursor is seen, and the heading above the first line. */
static void
scroll(const struct glance_view *s, struct stack *c, size_t rows)
{
	for (size_t i = 0; i < c->n; i++) {
		if (!is_here(s, &c->spots[i]))
			continue;
		size_t first = i > 0 && c->spots[i - 1].what == SPOT_HEADING ?
			i - 1 : i;

		if (first < c->top)
			c->top = first;
		if (i >= c->top + rows)
			c->top = i - rows + 1;
	}
	if (c->top + rows > c->n)
		c->top = c->n > rows ? c->n - rows : 0;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct glance_view *s = glance_of(v);
	int gap = s->n_stacks > 1 ? 2 : 0;

	if (a.rows != s->rows || a.cols != s->cols) {
		lay_out(s, a.rows, a.cols, g->plain);
		settle(s);
	}
	s->height = a.rows;
	for (size_t i = 0; i < s->n_stacks; i++) {
		struct stack *c = &s->stacks[i];
		int cols = s->n_stacks > 1 ? (a.cols - gap) / 2 : a.cols;
		int x = a.x + (int)i * (cols + gap);

		grid_choices(g, (struct area){ a.y, x, a.rows, cols });
		scroll(s, c, (size_t)a.rows);
		for (int y = 0; y < a.rows && c->top + (size_t)y < c->n; y++)
			draw_spot(s, g, (struct area){ a.y + y, x, 1, cols },
				&c->spots[c->top + (size_t)y]);
	}
}

static void
subject(const struct view *v, struct subject *about)
{
	const struct board_line *line =
		line_here((const struct glance_view *)v);

	if (line && (line->what == BOARD_RECORD || line->what == BOARD_ASKED))
		about->ref = xstrdup(line->opens);
}

static bool
has_row(const struct view *v)
{
	return spot_here((const struct glance_view *)v) != NULL;
}

static void
close_glance(struct view *v)
{
	struct glance_view *s = glance_of(v);

	home_free(&s->home);
	for (int i = 0; i < HOME_SECTIONS; i++)
		board_clear(&s->boards[i]);
	board_clear(&s->start);
	free(s->stacks[0].spots);
	free(s->stacks[1].spots);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

/* All that can be opened, in the order of the columns. */
static size_t
gather(const struct glance_view *s, const struct spot **all, size_t room,
	size_t *at)
{
	size_t n = 0;

	*at = 0;
	for (size_t i = 0; i < s->n_stacks; i++)
		for (size_t k = 0; k < s->stacks[i].n && n < room; k++) {
			const struct spot *p = &s->stacks[i].spots[k];

			if (!can_open(s, p))
				continue;
			if (is_here(s, p))
				*at = n;
			all[n++] = p;
		}
	return n;
}

static void
go_to(struct glance_view *s, const struct spot *p)
{
	s->section = p->section;
	s->line = p->line;
	s->moved = true;
}

static void
run_move(struct view *v, int k)
{
	struct glance_view *s = glance_of(v);
	size_t room = s->stacks[0].n + s->stacks[1].n + 1, at;
	const struct spot **all = xcalloc(room, sizeof(struct spot *));
	size_t n = gather(s, all, room, &at);
	size_t by = k == K_PGUP || k == K_PGDN ? (size_t)s->height / 2 + 1 :
		k == K_HOME || k == 'g' || k == K_END || k == 'G' ? n : 1;
	bool up = k == K_UP || k == 'k' || k == K_PGUP || k == K_HOME ||
		k == 'g';

	if (n > 0)
		go_to(s, all[up ? (at > by ? at - by : 0) :
			(at + by < n ? at + by : n - 1)]);
	if (up && at <= by)
		s->stacks[0].top = 0;
	free(all);
}

static void
run_open(struct view *v, int k)
{
	struct glance_view *s = glance_of(v);
	const struct board_line *line = line_here(s);

	(void)k;
	s->moved = true;
	if (line)
		opening_line(v->app, line, &s->home.drafts);
	else
		view_section_open(v->app, (enum home_section)s->section);
}

/* A comment that calls is seen without being answered. */
static void
run_seen(struct view *v, int k)
{
	const struct board_line *line = line_here(glance_of(v));

	(void)k;
	opening_seen(v->app, line ? line->part : NULL);
}

static void
run_answer(struct view *v, int k)
{
	const struct board_line *line = line_here(glance_of(v));

	/* What "2 more" stands for is seen before it is answered. */
	if (!line)
		run_open(v, k);
	else
		answer_begin(v->app, line->what == BOARD_RECORD ||
			line->what == BOARD_ASKED ? line->opens : NULL);
}

static void
run_notice(struct view *v, int k)
{
	(void)k;
	glance_of(v)->moved = true;
	opening_notice(v->app, line_here(glance_of(v)));
}

static void
run_list(struct view *v, int k)
{
	const struct kind *tabs[LISTING_TABS];
	size_t n = listing_tabs(tabs), i = k >= '1' && k <= '9' ?
		(size_t)(k - '1') : 0;

	if (i < n)
		app_push(v->app, view_list_new(v->app, tabs[i], NULL));
}

static void
run_new(struct view *v, int k)
{
	(void)k;
	view_form_new(v->app, kind_of(KIND_LEAD));
}

static void
run_counts(struct view *v, int k)
{
	(void)k;
	view_counts_open(v->app);
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
	  .help = N_("Open what stands under the cursor.") },
	{ .keys = "w", .name = "answer", .label = N_("Answer"),
	  .run = run_answer, .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES,
	  .help = N_("Answer what waits here for you: accept, decline, confirm, reply.") },
	{ .keys = "n", .name = "new", .label = N_("New lead"), .run = run_new,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Write down a new lead.") },
	{ .keys = "/", .name = "search", .label = N_("Find"), .run = view_palette_run,
	  .help = N_("Find a record by words of it, in any script and spelling.") },
	{ .keys = "Tab 1 2 3 4 5 6 7 8 9", .name = "kind", .label = N_("Lists"),
	  .run = run_list, .help = N_("Go to the lists; a number is the kind.") },
	{ .keys = "v", .name = "counts", .label = N_("Counts"),
	  .run = run_counts,
	  .help = N_("Show how much there is of each kind, in which status.") },
	{ .keys = "d", .name = "done", .run = run_seen,
	  .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Take a comment that calls upon you off the list, without an answer.") },
	{ .keys = "B", .name = "notice", .run = run_notice,
	  .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open a notice itself; Enter opens the record that it is about.") },
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

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct board_line *line = line_here(glance_of(v));

	if (c->run == run_new && !v->app->who.casefile)
		return err_set(err, ERR_RULE,
			_("There is no JIT yet: Enter begins one"));
	if (c->run == run_notice && !opening_has_notice(line))
		return err_set(err, ERR_RULE,
			_("This is no notice about another record"));
	if (c->run == run_answer && line)
		return answer_may(line, err);
	return c->run != run_seen || (line && line->part) ||
		err_set(err, ERR_RULE,
			_("Only a comment that calls upon you is taken off so"));
}

static const struct view_ops glance_ops = {
	.name = "glance",
	.commands = view_glance_commands,
	.draw = draw,
	.tick = tick,
	.changed = changed,
	.returned = changed,
	.has_row = has_row,
	.may = may,
	.subject = subject,
	.close = close_glance,
};

struct view *
view_glance_new(struct app *app)
{
	struct glance_view *s = xcalloc(1, sizeof(*s));

	s->view.ops = &glance_ops;
	s->view.app = app;
	s->home = (struct home){ .desk = app->desk, .who = &app->who,
		.limit = ROWS };
	fill(s);
	return &s->view;
}
