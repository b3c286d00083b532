/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_matrix.c - see view_matrix.h. Rows are exhibits, read a page at a time as the
 * cursor comes near; columns are states, in each of them two letters, then
 * languages. */
#include "ui/view_matrix.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "ui/key.h"
#include "ui/view_form.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { GAP = 2, MARK = 2, WIDEST = 8 };

struct column {
	int about;		/* enum desk_matrix_about */
	char *name;		/* a state or a language */
	int width;		/* with what parts it from the next */
};

struct matrix {
	struct view view;
	struct desk_matrix all;	/* its rows: those of all pages so far */
	struct column *columns;
	size_t n_columns;
	size_t at, top;
	size_t column;		/* of the cursor: 0 is the exhibit itself */
	size_t left;		/* first column that is drawn */
	size_t height;
	size_t wanted;		/* rows that are to be read */
	int refs;		/* width of the widest */
};

static struct matrix *
matrix_of(struct view *v)
{
	return (struct matrix *)v;
}

/* --- Reading ------------------------------------------------------------ */

static void
add_column(struct matrix *s, int about, const char *name)
{
	int width = utf8_width(name, strlen(name));

	for (size_t i = 0; i < s->n_columns; i++)
		if (s->columns[i].about == about &&
		    strcmp(s->columns[i].name, name) == 0)
			return;
	/* The two letters of a state stand beneath its name. */
	width = about == DESK_MATRIX_USABLE ? 2 : about == DESK_MATRIX_DISCLOSED ?
		1 + GAP : (width > WIDEST ? WIDEST : width) + GAP;
	s->columns = xrealloc_array(s->columns, s->n_columns + 1,
		sizeof(*s->columns));
	s->columns[s->n_columns++] = (struct column){ about, xstrdup(name), width };
}

static void
add_columns(struct matrix *s, const struct desk_matrix *page)
{
	for (size_t i = 0; i < page->n_states; i++) {
		add_column(s, DESK_MATRIX_USABLE, page->states[i].state);
		add_column(s, DESK_MATRIX_DISCLOSED, page->states[i].state);
	}
	for (size_t i = 0; i < page->n; i++)
		for (size_t j = 0; j < page->rows[i].n; j++)
			if (page->rows[i].cells[j].about == DESK_MATRIX_TRANSLATED)
				add_column(s, DESK_MATRIX_TRANSLATED,
					page->rows[i].cells[j].column);
}

static void
clear(struct matrix *s)
{
	for (size_t i = 0; i < s->n_columns; i++)
		free(s->columns[i].name);
	free(s->columns);
	s->columns = NULL;
	s->n_columns = 0;
	desk_matrix_clear(&s->all);
}

/* The rows of a page go behind those that are there. */
static void
take(struct matrix *s, struct desk_matrix *page)
{
	struct desk_matrix *all = &s->all;

	all->rows = xrealloc_array(all->rows, all->n + page->n + 1,
		sizeof(*all->rows));
	for (size_t i = 0; i < page->n; i++) {
		const char *ref = page->rows[i].ref;
		int width = utf8_width(ref, strlen(ref));

		s->refs = width > s->refs ? width : s->refs;
		all->rows[all->n++] = page->rows[i];
	}
	page->n = 0;
	free(all->own);
	all->own = page->own;
	page->own = NULL;
	all->more = page->more;
	all->total = page->total;
}

static bool
read_page(struct matrix *s, struct err *err)
{
	const struct desk_matrix_ask ask = { .limit = DESK_MATRIX_MOST,
		.after = s->all.n ? s->all.rows[s->all.n - 1].uid : NULL };
	struct desk_matrix page = { 0 };

	if (!desk_matrix(s->view.app->desk, &ask, &page, err))
		return false;
	add_columns(s, &page);
	take(s, &page);
	desk_matrix_clear(&page);
	return true;
}

/* Read anew, as far as the cursor at least, which stays on its exhibit. */
static bool
load(struct matrix *s, struct err *err)
{
	char *on = s->at < s->all.n ? xstrdup(s->all.rows[s->at].uid) : NULL;
	bool ok;

	clear(s);
	do
		ok = read_page(s, err);
	while (ok && s->all.more && s->all.n <= s->at);
	for (size_t i = 0; on && i < s->all.n; i++)
		if (strcmp(s->all.rows[i].uid, on) == 0)
			s->at = i;
	if (s->at >= s->all.n)
		s->at = s->all.n ? s->all.n - 1 : 0;
	if (s->column > s->n_columns)
		s->column = s->n_columns;
	free(on);
	return ok;
}

/* A page at a time, so that keys are heard between them. */
static int64_t
tick(struct view *v)
{
	struct matrix *s = matrix_of(v);
	struct err err = ERR_INIT;

	if (!s->all.more || s->all.n >= s->wanted)
		return -1;
	if (!read_page(s, &err)) {
		s->wanted = 0;
		app_fail(v->app, &err);
		return -1;
	}
	if (s->wanted == SIZE_MAX)
		s->at = s->all.n - 1;
	return 0;
}

static void
changed(struct view *v)
{
	struct err err = ERR_INIT;

	if (!load(matrix_of(v), &err))
		app_fail(v->app, &err);
}

/* --- Cells -------------------------------------------------------------- */

static const struct {
	int about;
	const char *code;	/* NULL: any */
	const char *letter;
} letters[] = {
	{ DESK_MATRIX_USABLE, "admissible", "A" },
	{ DESK_MATRIX_USABLE, "conditional", "C" },
	{ DESK_MATRIX_USABLE, "inadmissible", "x" },
	{ DESK_MATRIX_USABLE, NULL, "?" },
	{ DESK_MATRIX_DISCLOSED, NULL, "D" },
	{ DESK_MATRIX_TRANSLATED, "received", "T" },
	{ DESK_MATRIX_TRANSLATED, NULL, "t" },
};

/* NULL: nothing is said there. */
static const struct desk_matrix_cell *
cell_of(const struct desk_matrix_row *row, const struct column *c)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i].about == c->about &&
		    strcmp(row->cells[i].column, c->name) == 0)
			return &row->cells[i];
	return NULL;
}

/* Is not told of it what it is before somebody says why (src/veil.h)? */
static bool
is_veiled(const struct desk_matrix_row *row)
{
	return !row->title;
}

static const char *
letter_of(const struct desk_matrix_cell *cell)
{
	for (size_t i = 0; cell && i < ARRAY_SIZE(letters); i++)
		if (letters[i].about == cell->about && (!letters[i].code ||
		    (cell->code && strcmp(letters[i].code, cell->code) == 0)))
			return letters[i].letter;
	return "-";
}

static const struct desk_matrix_row *
row_of(const struct matrix *s)
{
	return s->at < s->all.n ? &s->all.rows[s->at] : NULL;
}

/* The column under the cursor; NULL on the exhibit itself. */
static const struct column *
column_of(const struct matrix *s)
{
	return s->column ? &s->columns[s->column - 1] : NULL;
}

/* The part that says it, and the field of it that the column tells. */
static const struct {
	enum kind_no kind;
	const char *column;
} parts[DESK_MATRIX_N] = {
	[DESK_MATRIX_USABLE] = { KIND_ADMISSIBILITY, "state" },
	[DESK_MATRIX_DISCLOSED] = { KIND_DISCLOSURE, NULL },
	[DESK_MATRIX_TRANSLATED] = { KIND_TRANSLATION, "to" },
};

/* --- Drawing ------------------------------------------------------------ */

/* Columns from the left one on, so that the cursor's is among them. */
static void
show_column(struct matrix *s, int width)
{
	int used = 0;

	if (s->column == 0 || s->column - 1 < s->left)
		s->left = s->column ? s->column - 1 : 0;
	for (size_t i = s->column; i-- > s->left;) {
		used += s->columns[i].width;
		if (used > width && i + 1 < s->column) {
			s->left = i + 1;
			return;
		}
	}
}

static void
show_row(struct matrix *s, int rows)
{
	s->height = rows > 1 ? (size_t)rows : 1;
	if (s->at < s->top)
		s->top = s->at;
	if (s->at >= s->top + s->height)
		s->top = s->at - s->height + 1;
}

static void
draw_row(const struct matrix *s, struct grid *g, struct area a, size_t i)
{
	const struct desk_matrix_row *row = &s->all.rows[i];
	int end = a.x + a.cols, x = a.x + MARK;
	bool on = i == s->at;

	if (on)
		grid_put(g, a.y, a.x, 1, ">", ROLE_MARK);
	if (on && s->column == 0)
		grid_fill(g, a.y, x, end - x, ROLE_SELECTED);
	enum role role = on && s->column == 0 ? ROLE_SELECTED : ROLE_TEXT;

	grid_put(g, a.y, x, s->refs, row->ref, on && s->column == 0 ? role :
		ROLE_STRONG);
	x += s->refs + GAP;
	for (size_t j = s->left; j < s->n_columns &&
	     x + s->columns[j].width <= end; j++) {
		const struct desk_matrix_cell *cell = cell_of(row,
			&s->columns[j]);
		bool here = on && s->column == j + 1;

		if (here)
			grid_fill(g, a.y, x, 1, ROLE_SELECTED);
		grid_put(g, a.y, x, 1, is_veiled(row) ? "" : letter_of(cell), here ? ROLE_SELECTED :
			cell ? role : ROLE_HINT);
		x += s->columns[j].width;
	}
	int used = row->exhibit_no ? grid_put(g, a.y, x, end - x,
		row->exhibit_no, role) + GAP : 0;

	grid_put(g, a.y, x + used, end - x - used,
		is_veiled(row) ? _("(told for a purpose: say why)") : row->title,
		role);
}

static void
draw_heads(const struct matrix *s, struct grid *g, struct area a)
{
	int end = a.x + a.cols, x = a.x + MARK + s->refs + GAP;

	for (size_t j = s->left; j < s->n_columns &&
	     x + s->columns[j].width <= end; j++) {
		const struct column *c = &s->columns[j];

		if (c->about == DESK_MATRIX_USABLE)
			grid_put(g, a.y, x, c->width + 1, c->name, ROLE_LABEL);
		else if (c->about == DESK_MATRIX_TRANSLATED)
			grid_put(g, a.y, x, c->width - GAP, c->name, ROLE_LABEL);
		x += c->width;
	}
	grid_put(g, a.y, x, end - x, _("Exhibit"), ROLE_LABEL);
}

/* What the cell under the cursor is about, at the right of the heading. */
static int
draw_cell_name(const struct matrix *s, struct grid *g, struct area a)
{
	const struct column *c = column_of(s);
	struct strbuf text = STRBUF_INIT;

	if (!c || !row_of(s))
		return 0;
	strbuf_printf(&text, "%s %s", c->name, _(kind_of(parts[c->about].kind)->label));
	int used = grid_put_right(g, a.y, a.x, a.cols, text.text, ROLE_STRONG);

	strbuf_clear(&text);
	return used + GAP;
}

/* What the letters mean, sign by sign, in as many lines as it takes; that many. */
static int
draw_legend(struct grid *g, struct area a, const char *text)
{
	int x = a.x, y = a.y;

	while (*text) {
		const char *end = strstr(text, "  ");
		size_t len = end ? (size_t)(end - text) : strlen(text);
		int width = utf8_width(text, len);

		if (x > a.x && x + width > a.x + a.cols) {
			x = a.x;
			y++;
		}
		x += grid_put_clean(g, y, x, a.x + a.cols - x, text, len,
			ROLE_HINT) + GAP;
		text += len;
		text += strspn(text, " ");
	}
	return y - a.y + 1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct matrix *s = matrix_of(v);
	int right = a.cols - 1, x = 1, y = a.y + 1;

	right -= draw_cell_name(s, g, (struct area){ a.y, 1, 1, a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("Exhibits by state"),
		ROLE_HEADING) + GAP;
	grid_printf(g, a.y, x, right - x, ROLE_HINT, "%" PRId64, s->all.total);
	if (s->all.n == 0) {
		grid_put(g, a.y + 2, 1, a.cols - 2,
			_("There are no exhibits yet; n in their list enters one."),
			ROLE_HINT);
		return;
	}
	y += draw_legend(g, (struct area){ y, 1, 1, a.cols - 2 },
		_("A admissible  C on conditions  ? unclear  x inadmissible  - not said"));
	y += draw_legend(g, (struct area){ y, 1, 1, a.cols - 2 },
		_("D disclosed  T translated  t ordered"));
	show_column(s, a.cols - MARK - s->refs - GAP);
	draw_heads(s, g, (struct area){ y++, a.x, 1, a.cols });
	show_row(s, a.y + a.rows - y);
	for (size_t i = s->top; i < s->all.n && i < s->top + s->height; i++)
		draw_row(s, g, (struct area){ y + (int)(i - s->top), a.x,
			1, a.cols }, i);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_move(struct view *v, int k)
{
	struct matrix *s = matrix_of(v);
	bool up = k == K_UP || k == 'k' || k == K_PGUP;
	size_t by = k == K_PGUP || k == K_PGDN ? s->height : 1;

	if (up)
		s->at -= by < s->at ? by : s->at;
	else
		s->at = s->at + by < s->all.n ? s->at + by :
			s->all.n ? s->all.n - 1 : 0;
	s->wanted = s->at + 2 * s->height;
}

static void
run_end(struct view *v, int k)
{
	struct matrix *s = matrix_of(v);
	bool last = k == K_END || k == 'G';

	s->at = last && s->all.n ? s->all.n - 1 : 0;
	s->wanted = last ? SIZE_MAX : 0;
}

static void
run_side(struct view *v, int k)
{
	struct matrix *s = matrix_of(v);
	bool left = k == K_LEFT || k == K_BACKTAB;

	if (left && s->column > 0)
		s->column--;
	else if (!left && s->column < s->n_columns)
		s->column++;
}

/* A form in which is typed what the cell tells. */
static void
add_part(struct matrix *s)
{
	const struct column *c = column_of(s);
	const struct kind *kind = kind_of(parts[c->about].kind);
	struct record typed;

	record_init(&typed, kind);
	record_set(&typed, HEADER_OF, row_of(s)->ref);
	if (parts[c->about].column)
		record_set(&typed, kind_index(kind, parts[c->about].column),
			c->name);
	view_form_typed(s->view.app, &typed);
	record_clear(&typed);
}

static void
run_open(struct view *v, int k)
{
	struct matrix *s = matrix_of(v);
	const struct column *c = column_of(s);
	const struct desk_matrix_cell *cell = c ? cell_of(row_of(s), c) : NULL;

	(void)k;
	if (c && !cell && !is_veiled(row_of(s)))
		add_part(s);
	else
		view_record_open(v->app, cell ? cell->part : row_of(s)->ref);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

const struct command view_matrix_commands[] = {
	{ .keys = "Enter", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the exhibit, or what a cell tells; where nothing is said, say it.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close the table.") },
	{ .keys = "Right Left Tab BackTab", .name = "side",
	  .label = N_("Cell"), .run = run_side,
	  .help = N_("Go to the next cell, or to the one before.") },
	{ .keys = "Down Up j k PgDn PgUp", .name = "move", .run = run_move,
	  .help = N_("Go down or up.") },
	{ .keys = "Home g", .name = "first", .run = run_end,
	  .help = N_("Go to the newest exhibit.") },
	{ .keys = "End G", .name = "last", .run = run_end,
	  .help = N_("Go to the oldest exhibit.") },
	{ .keys = NULL }
};

static bool
has_row(const struct view *v)
{
	return row_of((const struct matrix *)v) != NULL;
}

/* Where nothing is said yet, opening is writing. */
static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct matrix *s = matrix_of(v);
	const struct column *column = column_of(s);

	if (c->run != run_open || !column || is_veiled(row_of(s)) ||
	    cell_of(row_of(s), column))
		return true;
	if (v->app->who.read_only)
		return err_set(err, ERR_READ_ONLY,
			_("The store is open for reading only"));
	if (column->about != DESK_MATRIX_TRANSLATED && (!s->all.own ||
	    strcmp(s->all.own, column->name) != 0))
		return err_set(err, ERR_RULE,
			_("Only members of authorities of %s say this"),
			column->name);
	return app_right(v->app, "add", err);
}

static void
close_matrix(struct view *v)
{
	clear(matrix_of(v));
	free(v);
}

static const struct view_ops matrix_ops = {
	.name = "matrix",
	.commands = view_matrix_commands,
	.draw = draw,
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

	s->view.ops = &matrix_ops;
	s->view.app = app;
	if (!load(s, &err)) {
		close_matrix(&s->view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->view);
	return true;
}
