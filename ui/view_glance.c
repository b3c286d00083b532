/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_glance.c - see view_glance.h. */
#include "ui/view_glance.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/key.h"
#include "ui/list.h"
#include "ui/view_form.h"
#include "ui/view_list.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { MAX_DUE = 5, MAX_CHANGED = 8, MAX_DRAFTS = 3, COUNT_WIDTH = 9 };

/* A line; what Enter opens is a kind, a record or a draft. */
struct glance_row {
	enum { ROW_HEADING, ROW_KIND, ROW_RECORD, ROW_DRAFT, ROW_SAYING } what;
	char *lead;		/* count, date */
	char *ref, *text;
	enum role role;		/* of lead */
	const struct kind *kind;
	size_t draft;		/* index in drafts */
};

struct glance {
	struct view view;
	struct glance_row *rows;
	size_t n, room;
	struct desk_drafts drafts;
	size_t at, top;
	int height;
	bool loaded;
	bool counting;		/* a count is not complete yet */
};

static struct glance_row *
add(struct glance *s, int what, const char *lead, const char *ref,
	const char *text)
{
	s->rows = xgrow(s->rows, s->n, &s->room, sizeof(*s->rows));
	s->rows[s->n] = (struct glance_row){ .what = what,
		.lead = xstrdup(lead), .ref = xstrdup(ref),
		.text = xstrdup(text) };
	return &s->rows[s->n++];
}

static void
heading(struct glance *s, const char *text)
{
	if (s->n > 0)
		add(s, ROW_SAYING, "", NULL, "");
	add(s, ROW_HEADING, "", NULL, text);
}

static void
clear(struct glance *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->rows[i].lead);
		free(s->rows[i].ref);
		free(s->rows[i].text);
	}
	s->n = 0;
	desk_drafts_clear(&s->drafts);
	s->drafts = (struct desk_drafts){ 0 };
}

/* --- Loading ------------------------------------------------------------ */

/* The first rows of a filtered list. */
static bool
read_list(struct glance *s, const struct kind *kind, const char *filter,
	const char *sort, int64_t rows, struct desk_page *page)
{
	struct desk *desk = s->view.app->desk;
	struct desk_list_spec spec = { kind->no, filter, sort };
	struct desk_opened opened = { 0 };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = rows };
	bool done;

	if (!desk_list_open(desk, &spec, &opened, NULL))
		return false;
	ask.handle = opened.handle;
	done = desk_list_page(desk, &ask, page, NULL);
	desk_list_close(desk, opened.handle, NULL);
	desk_opened_clear(&opened);
	s->counting |= done && page->at_least;
	return done;
}

static int64_t
count(struct glance *s, const struct kind *kind, const char *filter,
	struct strbuf *out)
{
	struct desk_page page = { 0 };
	int64_t total = 0;

	if (read_list(s, kind, filter, NULL, 0, &page)) {
		total = page.total;
		chrome_count(out, total);
		if (page.at_least)
			strbuf_putc(out, '+');
	}
	desk_page_clear(&page);
	return total;
}

/* "12 Leads", and of those that have a status "3 open, 1 overdue". */
static void
load_kind(struct glance *s, const struct kind *kind)
{
	struct strbuf n = STRBUF_INIT, text = STRBUF_INIT, part = STRBUF_INIT;
	int64_t total = count(s, kind, NULL, &n);

	strbuf_puts(&text, _(kind->plural));
	if (total > 0 && kind->due && kind->status) {
		count(s, kind, "is:open", &part);
		strbuf_printf(&text, _(": %s open"), part.text);
		strbuf_reset(&part);
		if (count(s, kind, "is:overdue", &part) > 0)
			strbuf_printf(&text, _(", %s overdue"), part.text);
	}
	add(s, ROW_KIND, n.text, NULL, text.text)->kind = kind;
	strbuf_clear(&n);
	strbuf_clear(&text);
	strbuf_clear(&part);
}

static void
load_kinds(struct glance *s)
{
	const struct kind *tabs[LIST_TABS];
	size_t n = list_tabs(tabs);

	heading(s, _("This case"));
	for (size_t i = 0; i < n; i++)
		load_kind(s, tabs[i]);
}

static void
add_due(struct glance *s, const struct record *r)
{
	const char *zone = s->view.app->who.zone, *due;
	struct strbuf title = STRBUF_INIT;
	char text[DATE_TEXT_SIZE], key[DATE_KEY_SIZE], now[DATE_KEY_SIZE];
	struct glance_row *row;

	due = record_text(r, r->kind->due);
	if (!due)
		return;
	date_short(due, text, sizeof(text));
	date_key(due, key);
	date_key_of_ms(clock_now(), now);
	columns_title(r, zone, &title);
	row = add(s, ROW_RECORD, text, record_text(r, HEADER_REF), title.text);
	if (strcmp(key, now) < 0)
		row->role = ROLE_WARNING;
	strbuf_clear(&title);
}

/* What is due in a week, what is overdue first. */
static void
load_due(struct glance *s)
{
	bool any = false;

	for (size_t i = 0; kinds[i]; i++) {
		struct desk_page page = { 0 };

		if (!kinds[i]->due || (kinds[i]->flags & KIND_IN_STORE) ||
		    !read_list(s, kinds[i], "is:open due<7d", "due", MAX_DUE,
		    &page)) {
			desk_page_clear(&page);
			continue;
		}
		if (page.n > 0 && !any)
			heading(s, _("Due within a week"));
		any |= page.n > 0;
		for (size_t j = 0; j < page.n && j < MAX_DUE; j++)
			add_due(s, &page.rows[j].record);
		desk_page_clear(&page);
	}
}

static void
add_change(struct glance *s, const struct desk_entry *e)
{
	const char *zone = s->view.app->who.zone;
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	struct strbuf text = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(e->at, zone, at);
	strbuf_printf(&text, "%s: %s %s", e->member ? e->member : "",
		e->verb ? e->verb : "", kind ? _(kind->label) : "");
	for (size_t i = 0; i < e->n_fields && i < 6; i++)
		strbuf_printf(&text, "%s%s", i ? ", " : ": ",
			e->fields[i].field);
	add(s, ROW_RECORD, at, e->ref, text.text);
	strbuf_clear(&text);
}

static void
load_changed(struct glance *s)
{
	struct desk_history_ask ask = { .limit = MAX_CHANGED };
	struct desk_history history = { 0 };

	if (desk_history(s->view.app->desk, &ask, &history, NULL) &&
	    history.n > 0) {
		heading(s, _("Changed last"));
		for (size_t i = 0; i < history.n; i++)
			add_change(s, &history.entries[i]);
	}
	desk_history_clear(&history);
}

static void
load_drafts(struct glance *s)
{
	struct app *app = s->view.app;

	if (!desk_drafts(app->desk, &s->drafts, NULL) || s->drafts.n == 0)
		return;
	heading(s, _("Begun and not saved"));
	for (size_t i = 0; i < s->drafts.n && i < MAX_DRAFTS; i++) {
		const struct desk_draft *d = &s->drafts.drafts[i];
		struct strbuf text = STRBUF_INIT;
		char at[CLOCK_TEXT_SIZE];

		clock_local(d->at, app->who.zone, at);
		strbuf_printf(&text, "%s  ", _(d->fields.kind->label));
		columns_title(&d->fields, app->who.zone, &text);
		add(s, ROW_DRAFT, at, d->ref ? d->ref : _("new"),
			text.text)->draft = i;
		strbuf_clear(&text);
	}
}

static bool
can_open(const struct glance *s, size_t at)
{
	return at < s->n && (s->rows[at].what == ROW_KIND ||
		s->rows[at].what == ROW_RECORD || s->rows[at].what == ROW_DRAFT);
}

static void
load(struct glance *s)
{
	clear(s);
	s->counting = false;
	load_drafts(s);
	if (s->view.app->who.casefile) {
		load_due(s);
		load_kinds(s);
		load_changed(s);
	} else {
		heading(s, _("No case"));
		add(s, ROW_SAYING, "", NULL, _("Begin one: liaison add casefile "
			"code=X title=Y"));
	}
	if (s->at >= s->n)
		s->at = s->n - 1;
	while (s->at > 0 && !can_open(s, s->at))
		s->at--;
	while (s->at + 1 < s->n && !can_open(s, s->at))
		s->at++;
	s->loaded = true;
}

/* --- The view ----------------------------------------------------------- */

static int64_t
tick(struct view *v)
{
	struct glance *s = (struct glance *)v;

	/* Not while it is covered: it is read again on return. */
	if (!s->loaded && v->app->top == v)
		load(s);
	return -1;
}

static void
changed(struct view *v)
{
	((struct glance *)v)->loaded = false;
}

static int
draw_lead(const struct glance *s, struct grid *g, struct area a,
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
draw_row(const struct glance *s, struct grid *g, struct area a, size_t i)
{
	const struct glance_row *row = &s->rows[i];
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
		int used = grid_put(g, a.y, x, 12, row->ref, role);

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
	struct glance *s = (struct glance *)v;
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
	for (int y = 0; y < a.rows && s->top + (size_t)y < s->n; y++)
		draw_row(s, g, (struct area){ a.y + y, a.x, 1, a.cols },
			s->top + (size_t)y);
}

static bool
has_row(const struct view *v)
{
	const struct glance *s = (const struct glance *)v;

	return can_open(s, s->at);
}

static void
close_glance(struct view *v)
{
	struct glance *s = (struct glance *)v;

	clear(s);
	free(s->rows);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
go_on(struct glance *s, int by)
{
	size_t at = s->at;

	do {
		if (by < 0 && at == 0)
			return;
		at = by < 0 ? at - 1 : at + 1;
		if (at >= s->n)
			return;
	} while (!can_open(s, at));
	s->at = at;
}

static void
run_move(struct view *v, int k)
{
	struct glance *s = (struct glance *)v;
	int by = k == K_PGUP || k == K_PGDN ? s->height / 2 :
		k == K_HOME || k == 'g' || k == K_END || k == 'G' ? (int)s->n : 1;
	bool up = k == K_UP || k == 'k' || k == K_PGUP || k == K_HOME || k == 'g';

	for (int i = 0; i < by; i++)
		go_on(s, up ? -1 : 1);
	if (up && s->at < (size_t)s->height)
		s->top = 0;
}

static void
run_open(struct view *v, int k)
{
	struct glance *s = (struct glance *)v;
	const struct glance_row *row = &s->rows[s->at];

	(void)k;
	if (row->what == ROW_KIND)
		app_push(v->app, view_list_new(v->app, row->kind, NULL));
	else if (row->what == ROW_RECORD && row->ref)
		view_record_open(v->app, row->ref);
	else if (row->what == ROW_DRAFT)
		view_form_draft(v->app, &s->drafts.drafts[row->draft]);
}

static void
run_kind(struct view *v, int k)
{
	const struct kind *tabs[LIST_TABS];
	size_t n = list_tabs(tabs), i = k >= '1' && k <= '9' ? (size_t)(k - '1') : 0;

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
run_refresh(struct view *v, int k)
{
	(void)k;
	app_changed(v->app);
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
	{ .keys = "Down Up j k PgDn PgUp Home End g G", .name = "move",
	  .run = run_move, .help = N_("Go down or up.") },
	{ .keys = "F5 R", .name = "refresh", .run = run_refresh,
	  .help = N_("Look at once for what others changed.") },
	{ .keys = "Esc ^C", .name = "back", .run = run_quit,
	  .help = N_("Go back; the first screen stays.") },
	{ .keys = "q", .name = "quit", .label = N_("Quit"), .run = run_quit,
	  .help = N_("Leave the program; drafts are kept.") },
	{ .keys = NULL }
};

static void
returned(struct view *v)
{
	((struct glance *)v)->loaded = false;
}

static const struct view_ops glance_ops = {
	.name = "glance",
	.commands = view_glance_commands,
	.draw = draw,
	.tick = tick,
	.changed = changed,
	.returned = returned,
	.has_row = has_row,
	.close = close_glance,
};

struct view *
view_glance_new(struct app *app)
{
	struct glance *s = xcalloc(1, sizeof(*s));

	s->view.ops = &glance_ops;
	s->view.app = app;
	return &s->view;
}
