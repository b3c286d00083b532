/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_matrix.c - see view_matrix.h. */
#include "ui/view_matrix.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "ui/pane_table.h"
#include "ui/reader.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { PAGE = 60, STATES_MOST = TABLE_MOST - 3 };

struct matrix {
	struct reader reader;
	struct desk_page page;		/* of exhibits */
	struct desk_item *items;	/* one for each of its rows */
	char states[STATES_MOST][3];
	size_t n_states;
};

static struct matrix *
matrix_of(struct view *v)
{
	return (struct matrix *)v;
}

static const char *
named(const struct record *r, const char *field)
{
	size_t index = kind_index(r->kind, field);

	return index < kind_n(r->kind) ? record_text(r, index) : NULL;
}

/* --- Reading ------------------------------------------------------------ */

static bool
read_list(struct desk *desk, enum kind_no kind, struct desk_page *page,
	struct err *err)
{
	const struct desk_list_spec spec = { .kind = kind };
	struct desk_opened opened;

	if (!desk_list_open(desk, &spec, &opened, err))
		return false;
	const struct desk_page_ask ask = { .handle = opened.handle,
		.anchor = DESK_FIRST, .after = PAGE, .wait = 1 };
	bool ok = desk_list_page(desk, &ask, page, err);

	desk_list_close(desk, opened.handle, NULL);
	return ok;
}

static void
add_state(struct matrix *s, const char *state)
{
	if (!state || strlen(state) != 2 || s->n_states == STATES_MOST)
		return;
	for (size_t i = 0; i < s->n_states; i++)
		if (strcmp(s->states[i], state) == 0)
			return;
	strbuf_fill(s->states[s->n_states++], sizeof(s->states[0]), state);
}

static void
clear(struct matrix *s)
{
	for (size_t i = 0; s->items && i < s->page.n; i++)
		desk_item_clear(&s->items[i]);
	free(s->items);
	s->items = NULL;
	desk_page_clear(&s->page);
	s->n_states = 0;
}

static bool
load(struct matrix *s, struct err *err)
{
	struct desk *desk = s->reader.view.app->desk;
	struct desk_page parties = { 0 }, page = { 0 };

	if (!read_list(desk, KIND_PARTY, &parties, err))
		return false;
	if (!read_list(desk, KIND_EVIDENCE, &page, err)) {
		desk_page_clear(&parties);
		return false;
	}
	clear(s);
	s->page = page;
	s->items = xcalloc(page.n + 1, sizeof(*s->items));
	for (size_t i = 0; i < parties.n; i++)
		add_state(s, named(&parties.rows[i].record, "state"));
	/* One that is gone meanwhile has nothing to say. */
	for (size_t i = 0; i < page.n; i++)
		desk_get(desk, KIND_EVIDENCE, page.rows[i].uid, &s->items[i],
			NULL);
	desk_page_clear(&parties);
	s->reader.fresh = false;
	return true;
}

/* --- What is shown ------------------------------------------------------ */

static const struct {
	const char *status;
	const char *letter;
} usable[] = {
	{ "admissible", "Y" }, { "conditional", "C" }, { "contested", "!" },
	{ "inadmissible", "N" }, { "unclear", "?" },
};

/* What was said last of a state: a letter; and that it was disclosed by it. */
static void
put_cell(const struct desk_item *item, const char *state, struct strbuf *out)
{
	const char *letter = "-", *disclosed = "-";

	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *r = &item->parts[i].record;
		const char *of = named(r, "state"), *status = named(r, "status");
		const char *party = record_text(r, HEADER_PARTY);

		if (record_text(r, HEADER_RETRACTED))
			continue;
		if (r->kind->no == KIND_ADMISSIBILITY && of && status &&
		    strcmp(of, state) == 0)
			for (size_t j = 0; j < ARRAY_SIZE(usable); j++)
				if (strcmp(usable[j].status, status) == 0)
					letter = usable[j].letter;
		if (r->kind->no == KIND_DISCLOSURE && party &&
		    strncmp(party, state, 2) == 0)
			disclosed = "D";
	}
	strbuf_reset(out);
	strbuf_printf(out, "%s %s", letter, disclosed);
}

/* "bg > ro", and in brackets one that was not received yet. */
static void
put_translations(const struct desk_item *item, struct strbuf *out)
{
	strbuf_reset(out);
	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *r = &item->parts[i].record;
		const char *to = named(r, "to");

		if (r->kind->no != KIND_TRANSLATION || !to ||
		    record_text(r, HEADER_RETRACTED))
			continue;
		strbuf_printf(out, named(r, "received") ? "%s%s" : "%s(%s)",
			out->len ? " " : "", to);
	}
}

static void
fill(struct matrix *s, int width)
{
	struct pane *p = &s->reader.pane;
	struct pane_table t = { 0 };
	struct strbuf text = STRBUF_INIT;

	pane_begin(p, width, s->reader.view.app->grid.ascii);
	table_column(&t, NULL, false);
	for (size_t j = 0; j < s->n_states; j++)
		table_column(&t, s->states[j], false);
	table_column(&t, _("Translated"), false);
	table_column(&t, _("Exhibit"), false);
	for (size_t i = 0; i < s->page.n; i++) {
		const struct record *r = &s->page.rows[i].record;

		table_row(&t, s->page.rows[i].uid, NULL);
		table_cell(&t, 0, record_text(r, HEADER_REF), ROLE_STRONG);
		for (size_t j = 0; j < s->n_states; j++) {
			put_cell(&s->items[i], s->states[j], &text);
			table_cell(&t, 1 + j, text.text, ROLE_TEXT);
		}
		put_translations(&s->items[i], &text);
		table_cell(&t, s->n_states + 1, text.text ? text.text : "",
			ROLE_LABEL);
		table_cell(&t, s->n_states + 2, record_text(r, r->kind->title),
			ROLE_TEXT);
	}
	if (s->page.n == 0)
		pane_add(p, NULL, _("There are no exhibits yet; n in their list enters one."),
			ROLE_HINT);
	table_put(&t, p, 0);
	if (s->page.more_after)
		pane_add(p, NULL, _("The newest exhibits are shown; their list has all."),
			ROLE_HINT);
	reader_filled(&s->reader);
	strbuf_clear(&text);
}

static int64_t
tick(struct view *v)
{
	struct matrix *s = matrix_of(v);
	int width = reader_width(&s->reader);

	if (!s->reader.fresh || s->reader.pane.width != width)
		fill(s, width);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct matrix *s = matrix_of(v);
	int right = a.cols - 2, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 3, a.x, a.rows - 3,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("Exhibits by state"),
		ROLE_HEADING) + 2;
	grid_printf(g, a.y, x, right - x, ROLE_HINT, "%" PRId64, s->page.total);
	grid_put(g, a.y + 1, 1, a.cols - 2,
		_("Y usable  C on conditions  ! contested  N not  ? unclear  D disclosed"),
		ROLE_HINT);
}

static void
changed(struct view *v)
{
	struct err err = ERR_INIT;

	if (!load(matrix_of(v), &err))
		app_fail(v->app, &err);
}

static void
close_matrix(struct view *v)
{
	struct matrix *s = matrix_of(v);

	reader_free(&s->reader);
	clear(s);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, reader_row(&matrix_of(v)->reader)->opens);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&matrix_of(v)->reader))
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
	return reader_may(&matrix_of(v)->reader, c, err);
}

const struct command view_matrix_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the exhibit.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close the table.") },
	READER_READING,
	{ .keys = NULL }
};

static const struct view_ops matrix_ops = {
	.name = "matrix",
	.commands = view_matrix_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.changed = changed,
	.has_row = has_row,
	.may = may,
	.close = close_matrix,
};

bool
view_matrix_open(struct app *app)
{
	struct matrix *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->reader.view.ops = &matrix_ops;
	s->reader.view.app = app;
	if (!load(s, &err)) {
		close_matrix(&s->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->reader.view);
	return true;
}
