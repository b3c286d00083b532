/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_person.c - see view_person.h. */
#include "ui/view_person.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "src/kind.h"
#include "ui/columns.h"
#include "ui/headline.h"
#include "ui/pane_record.h"
#include "ui/pane_table.h"
#include "ui/reader.h"
#include "ui/view_record.h"
#include "ui/view_timeline.h"
#include "base/banned.h"

enum { ALIKE = 10, ALIKE_FROM = 600 };	/* thousandths: less is no match */

struct person_view {
	struct reader reader;
	char *ref;
	struct desk_item item;
	struct desk_same same;
	struct desk_alike alike;
	struct desk_profile profile;
};

static struct person_view *
person_of(struct view *v)
{
	return (struct person_view *)v;
}

static void
clear(struct person_view *s)
{
	desk_item_clear(&s->item);
	desk_same_clear(&s->same);
	desk_alike_clear(&s->alike);
	desk_profile_clear(&s->profile);
}

/* Four calls; what cannot be told is left out, but for the record itself. */
static bool
load(struct person_view *s, struct err *err)
{
	struct desk *desk = s->reader.view.app->desk;
	const struct desk_profile_ask ask = { s->ref };
	const struct desk_alike_ask alike = { s->ref, ALIKE };
	struct desk_profile profile = { 0 };

	if (!desk_profile(desk, &ask, &profile, err))
		return false;
	clear(s);
	s->profile = profile;
	if (!desk_get(desk, 0, s->ref, &s->item, err))
		return false;
	desk_same(desk, s->ref, &s->same, NULL);
	desk_alike(desk, &alike, &s->alike, NULL);
	s->reader.fresh = false;
	return true;
}

/* --- Sections ----------------------------------------------------------- */

/* A value of what a list would show of a record, by the field's name. */
static void
put_named(const struct record *r, const char *field, const char *zone,
	struct strbuf *out)
{
	size_t index = kind_index(r->kind, field);

	strbuf_reset(out);
	if (index < kind_n(r->kind) && kind_field(r->kind, index) &&
	    record_text(r, index))
		format_cell(out, r, index, zone);
}

static void
put_date(const char *on, struct strbuf *out)
{
	char text[DATE_TEXT_SIZE] = "";

	strbuf_reset(out);
	if (on)
		date_short(on, text, sizeof(text));
	strbuf_puts(out, text);
}

static void
add_asset(struct pane_table *t, const struct desk_profile_row *row,
	const char *zone)
{
	struct strbuf text = STRBUF_INIT;

	columns_title(&row->record, zone, &text);
	table_cell(t, 1, text.text, ROLE_TEXT);
	strbuf_reset(&text);
	if (row->percent)
		strbuf_printf(&text, "%s %%", row->percent);
	table_cell(t, 2, text.text, ROLE_TEXT);
	table_cell(t, 3, row->amount, ROLE_STRONG);
	put_date(row->on, &text);
	table_cell(t, 4, text.text, ROLE_HINT);
	put_named(&row->record, "stage", zone, &text);
	table_cell(t, 5, text.text, ROLE_TEXT);
	table_cell(t, 6, row->how, ROLE_LABEL);
	strbuf_clear(&text);
}

/* Which way the money went, as seen from them. */
static const char *
way_of(const struct desk_profile_row *row)
{
	if (row->pays && row->gets)
		return _("to self");
	return row->pays ? _("paid") : row->gets ? _("received") : "";
}

static void
add_payment(struct pane_table *t, const struct desk_profile_row *row,
	const char *zone)
{
	struct strbuf text = STRBUF_INIT, to = STRBUF_INIT;

	put_date(row->on, &text);
	table_cell(t, 1, text.text, ROLE_TEXT);
	table_cell(t, 2, way_of(row), ROLE_LABEL);
	table_cell(t, 3, row->amount, ROLE_STRONG);
	put_named(&row->record, "from", zone, &text);
	put_named(&row->record, "to", zone, &to);
	strbuf_printf(&text, "%s -> %s", text.len ? "" : "?",
		to.len ? to.text : "?");
	table_cell(t, 4, text.text, ROLE_TEXT);
	put_named(&row->record, "purpose", zone, &text);
	table_cell(t, 6, text.text, ROLE_TEXT);
	strbuf_clear(&text);
	strbuf_clear(&to);
}

static void
add_other(struct pane_table *t, const struct desk_profile_row *row,
	const char *zone)
{
	const struct kind *k = row->record.kind;
	struct strbuf text = STRBUF_INIT;

	table_cell(t, 1, row->how, ROLE_LABEL);
	if (k->status)
		put_named(&row->record, kind_field(k, k->status)->name, zone,
			&text);
	table_cell(t, 2, text.text, ROLE_TEXT);
	strbuf_reset(&text);
	columns_title(&row->record, zone, &text);
	table_cell(t, 6, text.text, ROLE_TEXT);
	strbuf_clear(&text);
}

static const struct {
	const char *heading, *empty;
	bool amounts;		/* of money: the fourth column stands at the right */
	void (*add)(struct pane_table *, const struct desk_profile_row *,
		const char *);
} sections[DESK_PROFILE_N] = {
	[DESK_PROFILE_ASSET] = { N_("Assets held, owned, used"),
		N_("No asset names them yet."), true, add_asset },
	[DESK_PROFILE_PAYMENT] = { N_("Payments"), NULL, true, add_payment },
	[DESK_PROFILE_EXHIBIT] = { N_("Exhibits"), NULL, false, add_other },
	[DESK_PROFILE_PERSON] = { N_("Around them"), NULL, false, add_other },
	[DESK_PROFILE_WORK] = { N_("Leads, tasks and other records"), NULL,
		false, add_other },
};

static void
add_section(struct person_view *s, int part)
{
	struct pane *p = &s->reader.pane;
	const char *zone = s->reader.view.app->who.zone;
	struct pane_table t = { 0 };

	for (size_t j = 0; j < 7; j++)
		table_column(&t, NULL, sections[part].amounts && j == 3);
	for (size_t i = 0; i < s->profile.n; i++) {
		const struct desk_profile_row *row = &s->profile.rows[i];

		if (row->part != part)
			continue;
		table_row(&t, record_text(&row->record, HEADER_REF), NULL);
		table_cell(&t, 0, record_text(&row->record, HEADER_REF),
			ROLE_STRONG);
		sections[part].add(&t, row, zone);
	}
	if (t.n || sections[part].empty)
		pane_heading(p, _(sections[part].heading), (long)t.n);
	if (t.n == 0 && sections[part].empty)
		pane_add(p, NULL, _(sections[part].empty), ROLE_HINT);
	table_put(&t, p, 0);
}

/* Who may be the same one, by name and by what else says who they are. */
static void
add_alike(struct person_view *s)
{
	struct pane_table t = { 0 };
	struct strbuf text = STRBUF_INIT;

	for (size_t j = 0; j < 3; j++)
		table_column(&t, NULL, j == 1);
	for (size_t i = 0; i < s->alike.n; i++) {
		const struct desk_alike_row *row = &s->alike.rows[i];

		if (row->score < ALIKE_FROM)
			continue;
		table_row(&t, row->uid, NULL);
		table_cell(&t, 0, row->ref, ROLE_STRONG);
		strbuf_reset(&text);
		strbuf_printf(&text, "%d %%", (int)(row->score / 10));
		table_cell(&t, 1, text.text, ROLE_TEXT);
		table_cell(&t, 2, row->theirs, ROLE_TEXT);
	}
	if (t.n)
		pane_heading(&s->reader.pane, _("May be the same"), (long)t.n);
	table_put(&t, &s->reader.pane, 0);
	strbuf_clear(&text);
}

/* --- The page ----------------------------------------------------------- */

static int64_t
tick(struct view *v)
{
	struct person_view *s = person_of(v);
	struct pane *p = &s->reader.pane;
	int width = reader_width(&s->reader);
	const struct pane_of of = { &s->item, &s->same, NULL, people_of(v->app),
		NULL, v->app->who.zone };

	if (s->reader.fresh && p->width == width)
		return -1;
	pane_begin(p, width, v->app->grid.ascii);
	pane_person(p, &of);
	pane_parts(p, &of);
	add_alike(s);
	for (int part = 0; part < DESK_PROFILE_N; part++)
		add_section(s, part);
	if (s->profile.capped)
		pane_add(p, NULL, _("There is more around them than is shown here."),
			ROLE_WARNING);
	pane_same(p, &of);
	pane_talk(p, &of);
	reader_filled(&s->reader);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct person_view *s = person_of(v);
	const struct record *r = &s->item.record;
	struct strbuf text = STRBUF_INIT;
	int right = a.cols - 2, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 3, a.x, a.rows - 3,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("All about"), ROLE_LABEL) + 2;
	x += grid_put(g, a.y, x, right - x, record_text(r, HEADER_REF),
		ROLE_HEADING) + 2;
	columns_title(r, v->app->who.zone, &text);
	grid_put(g, a.y, x, right - x, text.text, ROLE_STRONG);
	headline_draw(g, (struct area){ a.y + 1, 1, 2, a.cols - 2 }, &s->item,
		people_of(v->app), v->app->who.zone);
	strbuf_clear(&text);
}

static void
changed(struct view *v)
{
	struct err err = ERR_INIT;

	v->lost = false;
	if (!load(person_of(v), &err))
		app_lost(v, &err);
}

static void
close_person(struct view *v)
{
	struct person_view *s = person_of(v);

	reader_free(&s->reader);
	clear(s);
	free(s->ref);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, reader_row(&person_of(v)->reader)->opens);
}

static void
run_timeline(struct view *v, int k)
{
	(void)k;
	view_timeline_open(v->app, person_of(v)->ref);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&person_of(v)->reader))
		app_pop(v->app);
}

static void
run_close(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct pane_row *row = reader_row(&person_of(v)->reader);

	if (c->run == run_open && (!row || !row->opens))
		return err_set(err, ERR_RULE,
			_("Nothing is named here that could be opened"));
	return reader_may(&person_of(v)->reader, c, err);
}

const struct command view_person_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open,
	  .help = N_("Open the record or part under the cursor.") },
	{ .keys = "t", .name = "timeline", .label = N_("Timeline"),
	  .run = run_timeline,
	  .help = N_("Show what took place with them, by its time.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close this page.") },
	READER_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops person_ops = {
	.name = "person",
	.commands = view_person_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.changed = changed,
	.may = may,
	.close = close_person,
};

bool
view_person_open(struct app *app, const char *ref)
{
	struct person_view *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->reader.view.ops = &person_ops;
	s->reader.view.app = app;
	s->ref = xstrdup(ref);
	if (!load(s, &err)) {
		close_person(&s->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->reader.view);
	return true;
}
