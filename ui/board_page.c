/* SPDX-License-Identifier: GPL-3.0-or-later */
/* board_page.c - see board_page.h. */
#include "ui/board_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/opening.h"
#include "base/banned.h"

static struct board_page *
page_of(struct view *v)
{
	return (struct board_page *)v;
}

struct board *
board_page_next(struct board_page *p)
{
	return &p->boards[p->n < BOARD_PAGE_MOST ? p->n++ : p->n - 1];
}

/* --- The cursor --------------------------------------------------------- */

/* What a line opens, apart from the line, which goes when the page is read anew. */
struct opened {
	bool any;
	enum board_what what;
	char *opens, *part;	/* the latter may be NULL */
};

static struct opened
opened_here(const struct board_page *p)
{
	const struct board_line *line = board_page_line(p);

	return line ? (struct opened){ .any = true, .what = line->what,
		.opens = xstrdup(line->opens), .part = xstrdup(line->part) } :
		(struct opened){ .any = false };
}

static bool
is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool
opens_that(const struct board_line *line, const struct opened *it)
{
	return it->any && line->what == it->what &&
		is_same(line->opens, it->opens) && is_same(line->part, it->part);
}

/* To the line that opens it; of several, to the one that is nearest. */
static void
go_to(struct board_page *p, const struct opened *it)
{
	size_t was = p->reader.at, best = SIZE_MAX, row = 0;

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->boards[i].n; k++) {
			const struct board_line *line = &p->boards[i].lines[k];

			if (!board_opens(line))
				continue;
			size_t off = row > was ? row - was : was - row;

			if (opens_that(line, it) && off < best) {
				best = off;
				reader_go(&p->reader, row);
			}
			row++;
		}
}

bool
board_page_load(struct board_page *p, struct err *err)
{
	struct opened here = opened_here(p);

	p->n = 0;
	p->reader.fresh = false;
	bool ok = p->load(p, err);

	for (size_t i = 0; ok && i < p->n; i++)
		board_measure(&p->boards[i]);
	if (ok)
		go_to(p, &here);
	free(here.opens);
	free(here.part);
	return ok;
}

/* --- The page ----------------------------------------------------------- */

bool
board_page_open(struct app *app, struct board_page *p)
{
	struct err err = ERR_INIT;

	p->reader.view.app = app;
	if (!board_page_load(p, &err)) {
		p->reader.view.ops->close(&p->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &p->reader.view);
	return true;
}

const struct board_line *
board_page_line(const struct board_page *p)
{
	size_t row = 0;

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->boards[i].n; k++) {
			const struct board_line *line = &p->boards[i].lines[k];

			if (board_opens(line) && row++ == p->reader.at)
				return line;
		}
	return NULL;
}

void
board_page_free(struct board_page *p)
{
	reader_free(&p->reader);
	for (size_t i = 0; i < BOARD_PAGE_MOST; i++)
		board_clear(&p->boards[i]);
	free(p->label);
	free(p->title);
}

static void
fill(struct board_page *p, int width)
{
	struct pane *pane = &p->reader.pane;

	pane_begin(pane, width, p->reader.view.app->grid.ascii);
	if (p->head)
		p->head(p, pane);
	for (size_t i = 0; i < p->n; i++)
		board_put(&p->boards[i], pane);
	reader_filled(&p->reader);
}

int64_t
board_page_tick(struct view *v)
{
	struct board_page *p = page_of(v);
	int width = reader_width(&p->reader);

	if (!p->reader.fresh || p->reader.pane.width != width)
		fill(p, width);
	return -1;
}

void
board_page_draw(struct view *v, struct grid *g, struct area a)
{
	struct board_page *p = page_of(v);
	int right = a.cols - 2, x = 1;

	reader_draw(&p->reader, g, (struct area){ a.y + 2, a.x, a.rows - 2,
		a.cols });
	right -= reader_draw_place(&p->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	if (p->label)
		x += grid_put(g, a.y, x, right - x, p->label, ROLE_LABEL) + 2;
	grid_put(g, a.y, x, right - x, p->title, ROLE_HEADING);
}

void
board_page_changed(struct view *v)
{
	struct err err = ERR_INIT;

	v->lost = false;
	if (!board_page_load(page_of(v), &err))
		app_lost(v, &err);
}

bool
board_page_has_row(const struct view *v)
{
	return board_page_line((const struct board_page *)v) != NULL;
}

void
board_page_subject(const struct view *v, struct subject *about)
{
	const struct board_line *line =
		board_page_line((const struct board_page *)v);

	if (line && (line->what == BOARD_RECORD || line->what == BOARD_ASKED))
		about->ref = xstrdup(line->opens);
}

bool
board_page_may(struct view *v, const struct command *c, struct err *err)
{
	const struct board_line *line = board_page_line(page_of(v));

	if (c->run == board_page_run_seen && !(line && line->part))
		return err_set(err, ERR_RULE,
			_("Only a comment that calls upon you is taken off so"));
	if (c->run == board_page_run_notice && !opening_has_notice(line))
		return err_set(err, ERR_RULE,
			_("This is no notice about another record"));
	return reader_may(&page_of(v)->reader, c, err);
}

/* --- Commands ----------------------------------------------------------- */

void
board_page_run_open(struct view *v, int key)
{
	(void)key;
	opening_line(v->app, board_page_line(page_of(v)), NULL);
}

void
board_page_run_seen(struct view *v, int key)
{
	(void)key;
	opening_seen(v->app, board_page_line(page_of(v))->part);
}

void
board_page_run_notice(struct view *v, int key)
{
	(void)key;
	opening_notice(v->app, board_page_line(page_of(v)));
}

void
board_page_run_back(struct view *v, int key)
{
	(void)key;
	if (!reader_leave_search(&page_of(v)->reader))
		app_pop(v->app);
}

void
board_page_run_close(struct view *v, int key)
{
	(void)key;
	app_pop(v->app);
}
