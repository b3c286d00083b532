/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_timeline.c - see view_timeline.h. */
#include "ui/view_timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "ui/key.h"
#include "ui/reader.h"
#include "ui/timeline.h"
#include "ui/view_ask.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum {
	DAY_WIDTH = 4,		/* "31" and a gap */
	CLOCK_WIDTH = 7,
};

enum {
	TAB_ALL, TAB_DATES,	/* of all sorts; of all but changes ... */
	TAB_SORTS,		/* ... and from here one of each */
	TAB_N = TAB_SORTS + DESK_MOMENT_N,
};

/* The rows of the pane are those of the timeline. */
struct timeline_view {
	struct reader reader;
	struct timeline timeline;
	int tab;
	bool settled;		/* the cursor is where it begins */
};

static struct timeline_view *
timeline_of(struct view *v)
{
	return (struct timeline_view *)v;
}

/* --- One row ------------------------------------------------------------ */

/* When it was, as text: "2026-07-03 06:00", "2026-07", "~2026". */
static void
when_of(const struct desk_moment *m, const char *zone, char *out, size_t size)
{
	char clock[CLOCK_TEXT_SIZE];

	if (m->on) {
		date_local(m->on, zone, out, size);
		return;
	}
	clock_local(m->entered, zone, clock);
	strbuf_fill(out, size, clock);
}

/* Its year and month, "2026-07", or as much as is known. */
static void
month_of(const char *when, char month[8])
{
	when += *when == '~';
	strbuf_fill(month, 8, when);
}

/* Was it written down on another day than the one on which it was? */
static void
put_entered(const struct desk_moment *m, const char *when, const char *zone,
	struct strbuf *out)
{
	char entered[CLOCK_TEXT_SIZE];

	if (!m->on || m->what == DESK_MOMENT_DUE || m->entered == 0)
		return;
	clock_local(m->entered, zone, entered);
	entered[strcspn(entered, " ")] = '\0';
	if (strncmp(when, entered, strlen(entered)) != 0 && *entered)
		strbuf_printf(out, _(" (entered %s)"), entered);
}

static int
sort_width(void)
{
	int most = 0;

	for (const struct field_code *c = codes_moment; c->code; c++) {
		int width = utf8_width(_(c->label), strlen(_(c->label)));

		if (width > most)
			most = width;
	}
	return most + PANE_GAP;
}

static void
add_row(struct pane *p, const struct desk_moment *m, const char *when,
	bool same_day, const char *zone)
{
	struct strbuf text = STRBUF_INIT;
	const char *day = strlen(when) >= 10 ? when + 8 : "";
	const char *clock = strchr(when, ' ');
	int x = DAY_WIDTH + CLOCK_WIDTH;

	pane_row(p, m->ref, NULL);
	pane_line(p);
	if (*when == '~') {
		pane_put(p, 0, x - 1, when, ROLE_LABEL);
	} else if (!same_day) {
		strbuf_add(&text, day, strcspn(day, " "));
		pane_put(p, 0, DAY_WIDTH - 1, text.text ? text.text : "",
			ROLE_STRONG);
	}
	if (clock && *when != '~') {
		strbuf_reset(&text);
		strbuf_add(&text, clock + 1, strcspn(clock + 1, " "));
		pane_put(p, DAY_WIDTH, CLOCK_WIDTH - 1, text.text, ROLE_LABEL);
	}
	pane_put(p, x, sort_width() - 1, _(codes_moment[m->what].label),
		m->what == DESK_MOMENT_DUE ? ROLE_WARNING : ROLE_LABEL);
	x += sort_width();
	strbuf_reset(&text);
	strbuf_printf(&text, "%s  %s", m->ref ? m->ref : "",
		m->text ? m->text : "");
	/* Whose clock it was, if it is not the reader's. */
	if (clock && *when != '~' && strchr(clock + 1, ' '))
		strbuf_printf(&text, " (%s)", clock + 1);
	put_entered(m, when, zone, &text);
	pane_flow(p, x, text.text, m->what == DESK_MOMENT_CHANGE ? ROLE_HINT :
		ROLE_TEXT);
	pane_row_end(p);
	strbuf_clear(&text);
}

/* --- All of them -------------------------------------------------------- */

static void
fill(struct timeline_view *s, int width)
{
	struct app *app = s->reader.view.app;
	struct timeline *t = &s->timeline;
	struct pane *p = &s->reader.pane;
	char when[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE] = "", month[8],
		last_month[8] = "";

	pane_begin(p, width, app->grid.ascii);
	for (size_t i = 0; i < t->n; i++) {
		when_of(&t->rows[i], app->who.zone, when, sizeof(when));
		month_of(when, month);
		if (strcmp(month, last_month) != 0)
			pane_heading(p, month, -1);
		add_row(p, &t->rows[i], when, strlen(when) >= 10 &&
			strncmp(when, last, 10) == 0, app->who.zone);
		strbuf_fill(last, sizeof(last), when);
		strbuf_fill(last_month, sizeof(last_month), month);
	}
	if (t->n == 0)
		pane_add(p, NULL, t->before.more || t->after.more ?
			_("Looking ...") :
			_("Nothing here has a date. Tab shows another sort."),
			ROLE_HINT);
	reader_filled(&s->reader);
	t->moved = false;
}

/* The first row of today or later, else the last one: in the middle, and the screen
 * begins where a row does. */
static void
settle(struct timeline_view *s)
{
	struct reader *r = &s->reader;
	struct timeline *t = &s->timeline;

	r->at = t->first < t->n ? t->first : t->n ? t->n - 1 : 0;
	if (r->at < r->pane.n_rows) {
		size_t line = r->pane.rows[r->at].first;
		size_t half = r->height > 4 ? (size_t)r->height / 3 : 1;

		r->top = line > half ? line - half : 0;
		for (size_t i = 0; i < r->at; i++) {
			const struct pane_row *row = &r->pane.rows[i];

			if (row->first < r->top && r->top < row->first + row->n)
				r->top = row->first;
		}
	}
}

static int64_t
tick(struct view *v)
{
	struct timeline_view *s = timeline_of(v);
	struct reader *r = &s->reader;
	int width = reader_width(r);
	size_t at = r->at, lines = r->pane.n;
	struct err err = ERR_INIT;
	bool asked;

	if (v->app->top != v)
		return -1;
	if (!timeline_step(&s->timeline, &at, &asked, &err))
		app_lost(v, &err);
	if (!r->fresh || r->pane.width != width || s->timeline.moved || !asked) {
		/* What came before pushes down what is seen. */
		bool before = at > r->at;

		if (r->fresh && r->pane.width == width && !s->timeline.moved)
			return -1;
		r->at = at;
		fill(s, width);
		if (before && r->pane.n > lines)
			r->top += r->pane.n - lines;
		if (!s->settled)
			settle(s);
	}
	if (!asked)
		s->settled = true;
	return asked ? 0 : -1;
}

/* --- Drawing ------------------------------------------------------------ */

static const char *
tab_label(int tab)
{
	return tab == TAB_ALL ? _("all") : tab == TAB_DATES ? _("dates") :
		_(codes_moment[tab - TAB_SORTS].label);
}

static void
draw_tabs(const struct timeline_view *s, struct grid *g, int y, int right)
{
	int x = 1;

	for (int tab = 0; tab < TAB_N; tab++) {
		const char *label = tab_label(tab);
		bool on = tab == s->tab;
		int width = utf8_width(label, strlen(label)) + 2;

		if (x + width > right)
			return;
		grid_put(g, y, x, 1, on ? "[" : " ", ROLE_TAB);
		grid_put(g, y, x + 1, width - 2, label, on ? ROLE_TAB_ON :
			ROLE_TAB);
		grid_put(g, y, x + width - 1, 1, on ? "]" : " ", ROLE_TAB);
		x += width;
	}
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct timeline_view *s = timeline_of(v);
	int right = a.cols - 1, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 2, a.x, a.rows - 2,
		a.cols });
	if (s->timeline.capped)
		right -= grid_put_right(g, a.y, 1, a.cols - 2,
			_("not all that lies around it"), ROLE_WARNING) + 1;
	x += grid_put(g, a.y, x, right - x, _("Timeline"), ROLE_LABEL) + 2;
	grid_put(g, a.y, x, right - x, s->timeline.ref ? s->timeline.ref :
		_("of the case"), ROLE_HEADING);
	draw_tabs(s, g, a.y + 1, a.cols - 1);
}

static void
changed(struct view *v)
{
	struct timeline_view *s = timeline_of(v);
	struct timeline *t = &s->timeline;
	char when[DATE_TEXT_SIZE] = "";

	/* Read again from the day of the row that the cursor is on. */
	if (s->reader.at < t->n)
		when_of(&t->rows[s->reader.at], v->app->who.zone, when,
			sizeof(when));
	when[strcspn(when, " ")] = '\0';
	v->lost = false;
	timeline_begin(t, *when && *when != '~' ? when : t->from);
	s->settled = false;
}

static void
close_timeline(struct view *v)
{
	struct timeline_view *s = timeline_of(v);

	reader_free(&s->reader);
	timeline_free(&s->timeline);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, reader_row(&timeline_of(v)->reader)->opens);
}

static void
set_tab(struct timeline_view *s, int tab)
{
	const int64_t changes = (int64_t)1 << DESK_MOMENT_CHANGE;
	const int64_t all = ((int64_t)1 << DESK_MOMENT_N) - 1;

	s->tab = tab;
	s->timeline.what = tab == TAB_ALL ? all : tab == TAB_DATES ?
		all & ~changes : (int64_t)1 << (tab - TAB_SORTS);
}

static void
run_sort(struct view *v, int k)
{
	struct timeline_view *s = timeline_of(v);
	int tab = (s->tab + (k == K_BACKTAB ? TAB_N - 1 : 1)) % TAB_N;

	set_tab(s, k >= '1' && k < '1' + TAB_N ? k - '1' : tab);
	changed(v);
}

static bool
go_date(struct view *owner, const char *text, struct err *err)
{
	struct timeline_view *s = timeline_of(owner);
	char date[DATE_TEXT_SIZE];

	if (!date_parse(text, clock_now(), owner->app->who.zone, date, err))
		return false;
	timeline_begin(&s->timeline, text);
	s->settled = false;
	return true;
}

static void
run_date(struct view *v, int k)
{
	(void)k;
	view_ask_open(v->app, _("Go to a date"), "",
		_("2026-07, 3.7.2026, today, -2w"), go_date);
}

static void
run_today(struct view *v, int k)
{
	(void)k;
	go_date(v, "today", NULL);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&timeline_of(v)->reader))
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
	const struct pane_row *row = reader_row((const struct reader *)v);

	return row && row->opens;
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	return reader_may(&timeline_of(v)->reader, c, err);
}

const struct command view_timeline_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the record that the row is about.") },
	{ .keys = "Tab BackTab 1 2 3 4 5 6 7 8 9", .name = "kind",
	  .label = N_("Sorts"), .run = run_sort,
	  .help = N_("Show one sort of moments, or all; a number is the sort.") },
	{ .keys = "b", .name = "date", .label = N_("Date"), .run = run_date,
	  .help = N_("Go to a date.") },
	{ .keys = ".", .name = "today", .label = N_("Today"), .run = run_today,
	  .help = N_("Go to today.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close the timeline.") },
	READER_READING,
	{ .keys = NULL }
};

static const struct view_ops timeline_ops = {
	.name = "timeline",
	.commands = view_timeline_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.changed = changed,
	.has_row = has_row,
	.may = may,
	.close = close_timeline,
};

bool
view_timeline_open(struct app *app, const char *ref)
{
	struct timeline_view *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;
	bool asked;
	size_t at = 0;

	s->reader.view.ops = &timeline_ops;
	s->reader.view.app = app;
	s->timeline.desk = app->desk;
	s->timeline.ref = xstrdup(ref);
	/* Of a whole case the changes would hide all else. */
	set_tab(s, ref ? TAB_ALL : TAB_DATES);
	timeline_begin(&s->timeline, "today");
	if (!timeline_step(&s->timeline, &at, &asked, &err)) {
		close_timeline(&s->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->reader.view);
	return true;
}
