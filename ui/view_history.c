/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_history.c - see view_history.h. */
#include "ui/view_history.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/reader.h"
#include "ui/sentence.h"
#include "ui/view_undo.h"
#include "base/banned.h"

enum { PAGE = 100, GROWTH = 4, CLOCK_WIDTH = 7 };

/* The rows of the pane are the entries, and one that asks for older ones. */
struct history {
	struct reader reader;
	char *ref;		/* NULL: of the case */
	struct desk_history told;
	int64_t limit;
};

static struct history *
history_of(struct view *v)
{
	return (struct history *)v;
}

static bool
load(struct history *s, struct err *err)
{
	const struct desk_history_ask ask = { s->ref, s->limit };
	struct desk_history told = { 0 };

	if (!desk_history(s->reader.view.app->desk, &ask, &told, err))
		return false;
	desk_history_clear(&s->told);
	s->told = told;
	s->reader.fresh = false;
	return true;
}

/* --- What is shown ------------------------------------------------------ */

/* The fields, where the sentence only counts them. */
static void
add_fields(struct pane *p, const struct desk_entry *e, const char *zone)
{
	for (size_t i = 0; sentence_leaves_fields(e) && i < e->n_fields; i++) {
		struct strbuf text = STRBUF_INIT, line = STRBUF_INIT;
		const char *label;

		if (!sentence_tells(&e->fields[i]))
			continue;
		sentence_field(&text, &label, e, &e->fields[i], zone);
		strbuf_printf(&line, "%s: %s", label, text.text);
		pane_line(p);
		pane_put(p, CLOCK_WIDTH, p->width - CLOCK_WIDTH, line.text,
			ROLE_HINT);
		strbuf_clear(&text);
		strbuf_clear(&line);
	}
}

static void
add_entry(struct pane *p, const struct desk_entry *e, const char *zone)
{
	struct strbuf text = STRBUF_INIT;

	pane_row(p, NULL, NULL);
	pane_line(p);
	sentence_clock(&text, e->at, zone);
	pane_put(p, 0, CLOCK_WIDTH - 1, text.text, ROLE_LABEL);
	strbuf_reset(&text);
	if (e->undone_by)
		strbuf_puts(&text, _("(undone) "));
	sentence_entry(&text, e, zone);
	pane_flow(p, CLOCK_WIDTH, text.text, e->undone_by ? ROLE_HINT :
		ROLE_TEXT);
	add_fields(p, e, zone);
	pane_row_end(p);
	strbuf_clear(&text);
}

static void
fill(struct history *s, int width)
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
	if ((int64_t)s->told.n == s->limit) {
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
	struct history *s = history_of(v);
	int width = reader_width(&s->reader);

	if (!s->reader.fresh || s->reader.pane.width != width)
		fill(s, width);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct history *s = history_of(v);
	int right = a.cols - 2, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 2, a.x, a.rows - 2,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("History"), ROLE_LABEL) + 2;
	grid_put(g, a.y, x, right - x, s->ref ? s->ref : _("of the case"),
		ROLE_HEADING);
}

static void
changed(struct view *v)
{
	struct err err = ERR_INIT;

	v->lost = false;
	if (!load(history_of(v), &err))
		app_lost(v, &err);
}

static void
close_history(struct view *v)
{
	struct history *s = history_of(v);

	reader_free(&s->reader);
	desk_history_clear(&s->told);
	free(s->ref);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

/* The entry under the cursor; NULL: it asks for older ones. */
static const struct desk_entry *
entry_of(const struct history *s)
{
	return s->reader.at < s->told.n ? &s->told.entries[s->reader.at] : NULL;
}

static void
run_open(struct view *v, int k)
{
	struct history *s = history_of(v);
	const struct desk_entry *e = entry_of(s);
	struct err err = ERR_INIT;

	(void)k;
	if (e) {
		view_entry_open(v->app, s->ref, s->limit, e->entry);
		return;
	}
	s->limit *= GROWTH;
	if (!load(s, &err))
		app_fail(v->app, &err);
}

static void
run_undo(struct view *v, int k)
{
	(void)k;
	view_undo_entry(v->app, entry_of(history_of(v))->entry);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&history_of(v)->reader))
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
	if (c->run == run_undo && !entry_of(history_of(v)))
		return err_set(err, ERR_RULE, _("There is no entry here"));
	return reader_may(&history_of(v)->reader, c, err);
}

const struct command view_history_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Show all that differs by this entry.") },
	{ .keys = "u", .name = "undo", .label = N_("Undo"), .run = run_undo,
	  .flags = COMMAND_WRITES | COMMAND_NEEDS_ROW, .verb = "undo",
	  .help = N_("Undo the act under the cursor; it is named and asked for first.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close the history.") },
	READER_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops history_ops = {
	.name = "history",
	.commands = view_history_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.changed = changed,
	.has_row = has_row,
	.may = may,
	.close = close_history,
};

bool
view_history_open(struct app *app, const char *ref)
{
	struct history *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->reader.view.ops = &history_ops;
	s->reader.view.app = app;
	s->ref = xstrdup(ref);
	s->limit = PAGE;
	if (!load(s, &err)) {
		close_history(&s->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->reader.view);
	return true;
}
