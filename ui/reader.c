/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader.c - see reader.h. */
#include "ui/reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/key.h"
#include "ui/view_codes.h"
#include "base/banned.h"

int
reader_width(const struct reader *r)
{
	int width = r->view.app->grid.cols - READER_GUTTER - 1;

	return width > 1 ? width : 1;
}

static struct reader *
reader_of(struct view *v)
{
	return (struct reader *)v;
}

const struct pane_row *
reader_row(const struct reader *r)
{
	return r->at < r->pane.n_rows ? &r->pane.rows[r->at] : NULL;
}

void
reader_free(struct reader *r)
{
	pane_clear(&r->pane);
	edit_clear(&r->typed);
	hits_clear(&r->hits);
}

/* --- What is seen ------------------------------------------------------- */

static size_t
height_of(const struct reader *r)
{
	return r->height > 0 ? (size_t)r->height : 1;
}

static size_t
last_top(const struct reader *r)
{
	return r->pane.n > height_of(r) ? r->pane.n - height_of(r) : 0;
}

/* All of the row is seen if there is room, and the heading above it too. */
static void
show_row(struct reader *r)
{
	const struct pane_row *row = reader_row(r);

	if (!row)
		return;
	size_t first = row->first, end = row->first + row->n;

	while (first > 0 && r->pane.lines[first - 1].row == PANE_NO_ROW &&
	       row->first - first < 3)
		first--;
	if (end > r->top + height_of(r))
		r->top = end - height_of(r);
	if (first < r->top && end - first <= height_of(r))
		r->top = first;
	else if (row->first < r->top)
		r->top = row->first;
}

void
reader_go(struct reader *r, size_t at)
{
	r->moved = r->moved || at != r->at;
	r->at = at;
}

void
reader_filled(struct reader *r)
{
	if (r->at >= r->pane.n_rows)
		r->at = r->pane.n_rows ? r->pane.n_rows - 1 : 0;
	if (r->searching || r->view.typing) {
		hits_find(&r->hits, &r->pane, r->typed.text.text ?
			r->typed.text.text : "");
		if (r->hit >= r->hits.matches)
			r->hit = 0;
	}
	if (r->top > last_top(r))
		r->top = last_top(r);
	if (r->moved)
		show_row(r);
	r->moved = false;
	r->fresh = true;
}

/* --- Drawing ------------------------------------------------------------ */

static void
draw_cursor(struct reader *r, struct grid *g, struct area a)
{
	const struct pane_row *row = reader_row(r);
	size_t line = row ? row->first : 0;

	/* Of a row that is taller than the screen the first line may be gone. */
	if (row && line < r->top && line + row->n > r->top)
		line = r->top;
	if (!row || line < r->top || line >= r->top + (size_t)a.rows)
		return;
	int y = a.y + (int)(line - r->top);

	grid_role(g, y, a.x, a.cols, ROLE_SELECTED);
	grid_put(g, y, a.x, 1, ">", ROLE_MARK);
	grid_choices(g, a);
}

static void
draw_typing(struct reader *r, struct grid *g, struct area a)
{
	grid_fill(g, a.y, a.x, a.cols, ROLE_TEXT);
	int used = grid_put(g, a.y, a.x + 1, a.cols - 1, _("Search: "),
		ROLE_LABEL);

	edit_draw(&r->typed, g, (struct area){ a.y, a.x + 1 + used, 1,
		a.cols - used - 2 }, ROLE_FIELD, true);
}

void
reader_draw(struct reader *r, struct grid *g, struct area a)
{
	struct area text = { a.y, a.x + READER_GUTTER, a.rows,
		a.cols - READER_GUTTER };

	if (r->view.typing && a.rows > 1) {
		a.rows--;
		text.rows--;
		draw_typing(r, g, (struct area){ a.y + a.rows, a.x, 1, a.cols });
	}
	if (r->height != a.rows) {
		r->height = a.rows;
		show_row(r);
	}
	if (r->top > last_top(r))
		r->top = last_top(r);
	pane_draw(&r->pane, g, text, r->top);
	draw_cursor(r, g, a);
	hits_draw(&r->hits, &r->pane, g, text, r->top);
}

int
reader_draw_place(struct reader *r, struct grid *g, struct area a)
{
	struct strbuf place = STRBUF_INIT;
	size_t height = height_of(r), end = r->top + height;
	int used;

	if (r->searching || (r->view.typing && r->typed.text.len)) {
		if (r->hits.matches == 0)
			strbuf_puts(&place, _("no match"));
		else
			strbuf_printf(&place, _("match %zu of %zu"), r->hit + 1,
				r->hits.matches);
	} else if (r->pane.n > height)
		strbuf_printf(&place, "%zu-%zu/%zu", r->top + 1,
			end < r->pane.n ? end : r->pane.n, r->pane.n);
	used = grid_put_right(g, a.y, a.x, a.cols, place.text, ROLE_HINT);
	strbuf_clear(&place);
	return used;
}

/* --- Moving ------------------------------------------------------------- */

/* The first or last row that is on the screen. */
static void
take_seen(struct reader *r, bool last)
{
	size_t at = r->at;

	for (size_t i = 0; i < r->pane.n_rows; i++) {
		const struct pane_row *row = &r->pane.rows[i];

		if (row->first + row->n <= r->top ||
		    row->first >= r->top + height_of(r))
			continue;
		at = i;
		if (!last)
			break;
	}
	r->at = at;
}

static void
go_page(struct reader *r, bool up, size_t by)
{
	size_t top = r->top, last = last_top(r);

	r->top = up ? (top > by ? top - by : 0) :
		top + by < last ? top + by : last;
	if (r->top != top) {
		take_seen(r, up ? r->top > 0 : r->top == last);
		return;
	}
	if (r->pane.n_rows)
		r->at = up ? 0 : r->pane.n_rows - 1;
}

/* One row on; but what is left of a tall row is read first. */
static void
go_row(struct reader *r, bool up)
{
	const struct pane_row *row = reader_row(r);
	size_t height = height_of(r);

	if (row && !up && row->first + row->n > r->top + height) {
		r->top++;
		return;
	}
	if (row && up && row->first < r->top) {
		r->top--;
		return;
	}
	if (up && r->at > 0)
		r->at--;
	else if (!up && r->at + 1 < r->pane.n_rows)
		r->at++;
	else if (up && r->top > 0)
		r->top--;
	else if (!up && r->top < last_top(r))
		r->top++;
	row = reader_row(r);
	if (row && row->n > height && !up)
		r->top = row->first < r->top + height ? r->top + 1 : row->first;
	else if (row && row->n > height)
		r->top = row->first + row->n - height;
	else if ((up && r->at > 0) || !up || r->pane.n_rows == 0)
		show_row(r);
	else if (r->at == 0 && up)
		r->top = row && row->first < height ? 0 : r->top;
}

void
reader_run_move(struct view *v, int k)
{
	struct reader *r = reader_of(v);
	size_t page = r->height > 2 ? (size_t)r->height - 1 : 1;
	bool up = k == K_UP || k == 'k' || k == K_PGUP || k == K_CTRL('U');

	if (k == K_HOME || k == 'g') {
		r->at = 0;
		r->top = 0;
	} else if (k == K_END || k == 'G') {
		r->at = r->pane.n_rows ? r->pane.n_rows - 1 : 0;
		r->top = last_top(r);
	} else if (k == K_PGUP || k == K_PGDN || k == ' ')
		go_page(r, up, page);
	else if (k == K_CTRL('U') || k == K_CTRL('D'))
		go_page(r, up, (page + 1) / 2);
	else
		go_row(r, up);
}

/* The heading's line goes to the top, the cursor to the first row below it. */
static void
go_section(struct reader *r, size_t line)
{
	r->top = line < last_top(r) ? line : last_top(r);
	for (size_t i = 0; i < r->pane.n_rows; i++)
		if (r->pane.rows[i].first >= line) {
			r->at = i;
			return;
		}
}

void
reader_run_section(struct view *v, int k)
{
	struct reader *r = reader_of(v);
	const struct pane_row *row = reader_row(r);

	(void)k;
	for (size_t i = row ? row->first : r->top; i < r->pane.n; i++)
		if (r->pane.lines[i].heading) {
			go_section(r, i);
			return;
		}
	go_section(r, 0);
}

void
reader_run_section_before(struct view *v, int k)
{
	struct reader *r = reader_of(v);
	const struct pane_row *row = reader_row(r);
	bool own = true;	/* the heading of this section is behind it, too */

	(void)k;
	for (size_t i = row ? row->first : r->top; i-- > 0;) {
		if (r->pane.lines[i].heading && !own) {
			go_section(r, i);
			return;
		}
		own = own && !r->pane.lines[i].heading;
	}
	go_section(r, 0);
}

/* --- Searching ---------------------------------------------------------- */

static void
go_hit(struct reader *r, size_t number)
{
	size_t line = hits_line(&r->hits, number);

	r->hit = number;
	if (r->pane.lines[line].row != PANE_NO_ROW)
		r->at = r->pane.lines[line].row;
	if (line < r->top || line >= r->top + height_of(r))
		r->top = line > height_of(r) / 2 ? line - height_of(r) / 2 : 0;
	if (r->top > last_top(r))
		r->top = last_top(r);
}

static void
search_typed(struct reader *r)
{
	const char *text = r->typed.text.text ? r->typed.text.text : "";

	hits_find(&r->hits, &r->pane, text);
	for (size_t i = 0; i < r->hits.n; i++)
		if (r->hits.all[i].line >= r->top) {
			go_hit(r, r->hits.all[i].number);
			return;
		}
	if (r->hits.matches)
		go_hit(r, 0);
}

bool
reader_leave_search(struct reader *r)
{
	bool was = r->searching;

	r->searching = false;
	r->view.typing = false;
	r->view.mode = NULL;
	hits_clear(&r->hits);
	return was;
}

bool
reader_key(struct view *v, int key)
{
	struct reader *r = reader_of(v);

	if (!v->typing || key == K_ENTER || key == K_ESC ||
	    key == K_CTRL('C') || !edit_key(&r->typed, key))
		return false;
	search_typed(r);
	return true;
}

static void
run_take(struct view *v, int k)
{
	struct reader *r = reader_of(v);

	(void)k;
	v->typing = false;
	v->mode = NULL;
	r->searching = r->typed.text.len > 0;
}

static void
run_leave(struct view *v, int k)
{
	(void)k;
	reader_leave_search(reader_of(v));
}

const struct command reader_typing_commands[] = {
	{ .keys = "Enter", .name = "take", .label = N_("Search"),
	  .run = run_take,
	  .help = N_("Keep the search; n and N go from match to match.") },
	{ .keys = "Esc ^C", .name = "leave", .label = N_("Leave"),
	  .run = run_leave, .help = N_("Leave the search.") },
	{ .keys = NULL }
};

void
reader_run_search(struct view *v, int k)
{
	struct reader *r = reader_of(v);

	(void)k;
	edit_clear(&r->typed);
	hits_clear(&r->hits);
	r->searching = false;
	v->typing = true;
	v->mode = reader_typing_commands;
}

void
reader_run_next(struct view *v, int k)
{
	struct reader *r = reader_of(v);

	(void)k;
	go_hit(r, (r->hit + 1) % r->hits.matches);
}

void
reader_run_previous(struct view *v, int k)
{
	struct reader *r = reader_of(v);

	(void)k;
	go_hit(r, (r->hit + r->hits.matches - 1) % r->hits.matches);
}

/* --- Code points -------------------------------------------------------- */

void
reader_run_codes(struct view *v, int k)
{
	(void)k;
	view_codes_open(v->app, reader_row(reader_of(v))->value);
}

bool
reader_may(const struct reader *r, const struct command *c, struct err *err)
{
	const struct pane_row *row = reader_row(r);

	if ((c->run == reader_run_next ||
	    c->run == reader_run_previous) && r->hits.matches == 0)
		return err_set(err, ERR_RULE, r->searching ?
			_("No match: / searches for something else") :
			_("No search is on: / begins one"));
	if (c->run == reader_run_codes && (!row || !row->value))
		return err_set(err, ERR_RULE,
			_("There is no value of a field under the cursor"));
	return true;
}
