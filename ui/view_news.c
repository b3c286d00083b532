/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_news.c - see view_news.h. */
#include "ui/view_news.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/home_text.h"
#include "ui/reader.h"
#include "ui/sentence.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { PAGE = 200, GROWTH = 2, MOST = 1000, CLOCK_WIDTH = 7 };

/* The rows of the pane are the entries, and one that asks for older ones. */
struct news_view {
	struct reader reader;
	char *party;		/* NULL: of all */
	char *since;		/* "since Thu 18:02" */
	struct desk_history told;
	int64_t limit;
};

static struct news_view *
news_of(struct view *v)
{
	return (struct news_view *)v;
}

static bool
load_since(struct news_view *s, struct err *err)
{
	const struct desk_news_ask ask = { .wait = 1 };
	struct app *app = s->reader.view.app;
	struct strbuf since = STRBUF_INIT;
	struct desk_news news = { 0 };

	if (!desk_news(app->desk, &ask, &news, err))
		return false;
	home_moment(&since, news.since, clock_now(), app->who.zone);
	free(s->since);
	s->since = xasprintf(_("since %s"), since.text);
	strbuf_clear(&since);
	desk_news_clear(&news);
	return true;
}

static bool
load(struct news_view *s, struct err *err)
{
	const struct desk_news_entries_ask ask = { s->party, 0, s->limit };
	struct desk_history told = { 0 };

	if (!load_since(s, err) ||
	    !desk_news_entries(s->reader.view.app->desk, &ask, &told, err))
		return false;
	desk_history_clear(&s->told);
	s->told = told;
	s->reader.fresh = false;
	return true;
}

/* --- What is shown ------------------------------------------------------ */

static void
add_entry(struct pane *p, const struct desk_entry *e, const char *zone)
{
	struct strbuf text = STRBUF_INIT;

	pane_row(p, e->ref, NULL);
	pane_line(p);
	sentence_clock(&text, e->at, zone);
	pane_put(p, 0, CLOCK_WIDTH - 1, text.text, ROLE_LABEL);
	strbuf_reset(&text);
	sentence_entry(&text, e, zone);
	pane_flow(p, CLOCK_WIDTH, text.text, e->undone_by ? ROLE_HINT :
		ROLE_TEXT);
	pane_row_end(p);
	strbuf_clear(&text);
}

static bool
has_older(const struct news_view *s)
{
	return (int64_t)s->told.n == s->limit && s->limit < MOST;
}

static void
fill(struct news_view *s, int width)
{
	struct app *app = s->reader.view.app;
	struct pane *p = &s->reader.pane;
	struct strbuf day = STRBUF_INIT, last = STRBUF_INIT;

	pane_begin(p, width, app->grid.ascii);
	for (size_t i = 0; i < s->told.n; i++) {
		const struct desk_entry *e = &s->told.entries[i];

		strbuf_reset(&day);
		sentence_day(&day, e->at, app->who.zone);
		if (i == 0 || strcmp(day.text, last.text) != 0)
			pane_heading(p, day.text, -1);
		strbuf_reset(&last);
		strbuf_puts(&last, day.text);
		add_entry(p, e, app->who.zone);
	}
	if (!s->told.n)
		pane_add(p, NULL, _("Nothing was entered by others."),
			ROLE_HINT);
	if (has_older(s)) {
		pane_line(p);
		pane_row(p, NULL, NULL);
		pane_add(p, NULL, _("Enter here shows older entries"), ROLE_HINT);
		pane_row_end(p);
	}
	reader_filled(&s->reader);
	strbuf_clear(&day);
	strbuf_clear(&last);
}

static int64_t
tick(struct view *v)
{
	struct news_view *s = news_of(v);
	int width = reader_width(&s->reader);

	if (!s->reader.fresh || s->reader.pane.width != width)
		fill(s, width);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct news_view *s = news_of(v);
	int right = a.cols - 2, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 2, a.x, a.rows - 2,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("New"), ROLE_LABEL) + 2;
	if (s->party)
		x += grid_put(g, a.y, x, right - x, s->party, ROLE_HEADING) + 2;
	grid_put(g, a.y, x, right - x, s->since, ROLE_HEADING);
}

static void
changed(struct view *v)
{
	struct err err = ERR_INIT;

	if (!load(news_of(v), &err))
		app_fail(v->app, &err);
}

static void
close_news(struct view *v)
{
	struct news_view *s = news_of(v);

	reader_free(&s->reader);
	desk_history_clear(&s->told);
	free(s->party);
	free(s->since);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_open(struct view *v, int k)
{
	struct news_view *s = news_of(v);
	struct err err = ERR_INIT;

	(void)k;
	if (s->reader.at < s->told.n) {
		view_record_open(v->app, s->told.entries[s->reader.at].ref);
		return;
	}
	s->limit = s->limit * GROWTH < MOST ? s->limit * GROWTH : MOST;
	if (!load(s, &err))
		app_fail(v->app, &err);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&news_of(v)->reader))
		app_pop(v->app);
}

static void
run_close(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static bool
has_row(const struct view *v)
{
	return reader_row((const struct reader *)v) != NULL;
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct news_view *s = news_of(v);

	if (c->run == run_open && s->reader.at < s->told.n &&
	    !s->told.entries[s->reader.at].ref)
		return err_set(err, ERR_RULE, _("There is no record here"));
	return reader_may(&s->reader, c, err);
}

const struct command view_news_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the record that was written.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close this page.") },
	READER_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops news_ops = {
	.name = "news",
	.commands = view_news_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.changed = changed,
	.has_row = has_row,
	.may = may,
	.close = close_news,
};

bool
view_news_open(struct app *app, const char *party)
{
	struct news_view *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->reader.view.ops = &news_ops;
	s->reader.view.app = app;
	s->party = xstrdup(party);
	s->limit = PAGE;
	if (!load(s, &err)) {
		close_news(&s->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->reader.view);
	return true;
}
