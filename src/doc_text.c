/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doc_text.c - a document as plain text in pages, as a printer or a terminal takes
 * it: lines of 78 columns, a form feed between pages. */
#include "src/doc.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "base/banned.h"

enum {
	WIDTH = 78,
	LAST_LINE = 58,		/* of the text; what is below is the foot's */
	LABEL = 20, GAP = 2, LEAST_COLUMN = 4,
};

/* --- Lines and pages ---------------------------------------------------- */

static void
put_blanks(struct strbuf *out, int n)
{
	while (n-- > 0)
		strbuf_putc(out, ' ');
}

static void
put_rule(struct strbuf *out, char c, int width)
{
	while (width-- > 0)
		strbuf_putc(out, c);
	strbuf_putc(out, '\n');
}

/* Cut to columns; as much as fits of a clean text. Returns what it takes. */
static int
put_cut(struct strbuf *out, const char *clean, int columns)
{
	int used;
	size_t n = utf8_cut(clean, strlen(clean), columns, &used);

	strbuf_add(out, clean, n);
	return used;
}

/* A line with something at either end; the right end stays whole. */
static void
put_ends(struct strbuf *out, const char *left, const char *right)
{
	int width = utf8_width(right, strlen(right));
	int used;

	width = width > WIDTH ? WIDTH : width;
	used = put_cut(out, left, width ? WIDTH - width - GAP : WIDTH);
	if (width) {
		put_blanks(out, WIDTH - width - used);
		put_cut(out, right, width);
	}
	strbuf_putc(out, '\n');
}

static void
add_words(struct strbuf *line, const char *between, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_puts(line, line->len ? between : "");
	doc_clean(line, text, false);
}

static void
put_head(struct doc *d)
{
	const struct doc_frame *f = d->frame;
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	add_words(&left, "", f->code);
	add_words(&left, "  ", f->title);
	add_words(&right, "", f->marking);
	put_ends(d->out, left.text, right.text);
	strbuf_reset(&left);
	add_words(&left, "", f->notice);
	put_ends(d->out, left.text, "");
	put_rule(d->out, '-', WIDTH);
	strbuf_clear(&left);
	strbuf_clear(&right);
	d->line = 3;
}

static void
put_foot(struct doc *d)
{
	const struct doc_frame *f = d->frame;
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	for (; d->line < LAST_LINE; d->line++)
		strbuf_putc(d->out, '\n');
	put_rule(d->out, '-', WIDTH);
	add_words(&left, "", f->by);
	add_words(&right, "", f->at);
	put_ends(d->out, left.text, right.text);
	strbuf_reset(&left);
	strbuf_reset(&right);
	add_words(&left, "", f->whom);
	add_words(&left, "; ", f->position);
	add_words(&left, "; ", f->program);
	strbuf_printf(&right, _("page %d"), d->page);
	put_ends(d->out, left.text, right.text);
	strbuf_clear(&left);
	strbuf_clear(&right);
}

static void put_columns(struct doc *d);

/* Whose the lines are that go on at the top of a page. */
static void
put_continued(struct doc *d)
{
	const char *words = _("(continued)");

	if (!*d->item)
		return;
	put_cut(d->out, d->item, WIDTH - 1 - utf8_width(words, strlen(words)));
	strbuf_printf(d->out, " %s\n", words);
	d->line++;
	if (d->in_table) {
		strbuf_putc(d->out, '\n');
		d->line++;
	}
}

/* The name of an item stands on each of its pages, and so does the head of a table. */
static void
new_page(struct doc *d)
{
	put_foot(d);
	strbuf_putc(d->out, '\f');
	d->page++;
	put_head(d);
	put_continued(d);
	if (d->in_table)
		put_columns(d);
}

/* The lines that follow belong together. */
static void
need(struct doc *d, int lines)
{
	if (d->line + lines > LAST_LINE)
		new_page(d);
}

static void
put_line(struct doc *d, const char *clean, size_t len, int indent)
{
	need(d, 1);
	put_blanks(d->out, len ? indent : 0);
	strbuf_add(d->out, clean, len);
	strbuf_putc(d->out, '\n');
	d->line++;
}

/* An empty line, but not at the top of a page. */
static void
put_space(struct doc *d)
{
	if (d->line > 3 && d->line < LAST_LINE)
		put_line(d, "", 0, 0);
}

/* A text in lines; the first goes on at a label that is already there. */
static void
put_wrapped(struct doc *d, const char *clean, int indent, const char *label)
{
	size_t len = strlen(clean), next;
	struct strbuf line = STRBUF_INIT;
	bool first = true;

	for (size_t at = 0; at < len || first; at += next, first = false) {
		size_t n = wrap_line(clean + at, len - at, WIDTH - indent,
			&next);

		strbuf_reset(&line);
		if (first) {
			int used = put_cut(&line, label, indent);

			put_blanks(&line, indent - used);
		} else {
			put_blanks(&line, indent);
		}
		strbuf_add(&line, clean + at, n);
		while (line.len && line.text[line.len - 1] == ' ')
			strbuf_cut(&line, line.len - 1);
		put_line(d, line.text, line.len, 0);
		if (len == 0)
			break;
	}
	strbuf_clear(&line);
}

/* What must not be overlooked has a mark, for there is no colour. */
static void
clean_cell(struct strbuf *out, const struct doc_text *t)
{
	if (doc_is_empty(t))
		return;
	strbuf_puts(out, t->alert ? "! " : "");
	doc_clean(out, t->text, t->role == DOC_LINES);
}

/* --- What stands in it -------------------------------------------------- */

static void
put_heading(struct doc *d, const char *text, char rule, int keep)
{
	struct strbuf clean = STRBUF_INIT;

	put_space(d);
	need(d, keep);
	doc_clean(&clean, text, false);
	put_wrapped(d, clean.text, 0, "");
	if (rule) {
		int width = rule == '=' ? WIDTH :
			utf8_width(clean.text, clean.len);

		put_rule(d->out, rule, width < WIDTH ? width : WIDTH);
		d->line++;
	}
	strbuf_clear(&clean);
}

static void
begin(struct doc *d)
{
	d->page = 1;
	put_head(d);
	put_heading(d, d->frame->title, '=', 4);
	put_heading(d, d->frame->heading, 0, 1);
}

static void
end(struct doc *d)
{
	put_foot(d);
}

static void
section(struct doc *d, const char *title)
{
	*d->item = '\0';
	put_space(d);
	put_heading(d, title, '=', 13);
}

static void
part(struct doc *d, const char *title)
{
	*d->item = '\0';
	put_heading(d, title, '-', 9);
}

/* As much as there is room for, in whole signs. */
static void
keep_item(struct doc *d, const char *clean, size_t len)
{
	size_t n = 0, next;

	while (n < len && (next = utf8_cluster_next(clean, len, n)) <
	    sizeof(d->item))
		n = next;
	memcpy(d->item, clean, n);
	d->item[n] = '\0';
}

static void
item(struct doc *d, const char *name, const struct doc_text *title)
{
	struct strbuf label = STRBUF_INIT, clean = STRBUF_INIT;

	*d->item = '\0';
	put_space(d);
	need(d, 6);
	doc_clean(&label, name, false);
	strbuf_puts(&label, "  ");
	clean_cell(&clean, title);
	int indent = utf8_width(label.text, label.len);

	put_wrapped(d, clean.text, indent < WIDTH / 2 ? indent : WIDTH / 2,
		label.text);
	strbuf_puts(&label, clean.text);
	keep_item(d, label.text, label.len);
	strbuf_clear(&label);
	strbuf_clear(&clean);
}

static void
facts(struct doc *d, bool begins)
{
	(void)d;
	(void)begins;
}

static void
fact(struct doc *d, const char *label, const struct doc_text *value)
{
	struct strbuf name = STRBUF_INIT, clean = STRBUF_INIT;

	strbuf_puts(&name, "  ");
	doc_clean(&name, label, false);
	clean_cell(&clean, value);
	put_wrapped(d, clean.text, LABEL + GAP, name.text);
	strbuf_clear(&name);
	strbuf_clear(&clean);
}

static void
para(struct doc *d, const struct doc_text *text)
{
	struct strbuf clean = STRBUF_INIT;

	put_space(d);
	clean_cell(&clean, text);
	put_wrapped(d, clean.text, d->in_item ? GAP : 0, "");
	strbuf_clear(&clean);
}

/* --- Tables ------------------------------------------------------------- */

/* How many columns of the line each takes; the last has what is left. */
static void
share_out(const struct doc *d, int widths[DOC_COLUMNS])
{
	int room = WIDTH - GAP * ((int)d->n_columns - 1), whole = 0, left = room;

	for (size_t i = 0; i < d->n_columns; i++)
		whole += d->columns[i].width;
	for (size_t i = 0; i < d->n_columns; i++) {
		int w = d->columns[i].width * room / whole;

		widths[i] = w < LEAST_COLUMN ? LEAST_COLUMN : w;
		if (i + 1 == d->n_columns)
			widths[i] = left < LEAST_COLUMN ? LEAST_COLUMN : left;
		left -= widths[i];
	}
}

/* The next line of a cell, padded to its column; *at moves on. */
static void
put_piece(struct strbuf *line, const struct strbuf *cell, size_t *at, int width,
	bool right)
{
	size_t next = 0, n = 0;

	if (*at < cell->len)
		n = wrap_line(cell->text + *at, cell->len - *at, width, &next);
	int blanks = width - utf8_width(cell->text + *at, n);

	put_blanks(line, right ? blanks : 0);
	strbuf_add(line, cell->text + *at, n);
	put_blanks(line, right ? 0 : blanks);
	*at += next;
}

static bool
is_over(const struct strbuf *cells, const size_t *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (at[i] < cells[i].len)
			return false;
	return true;
}

/* How many lines the longest of the cells takes. */
static int
count_lines(const struct doc *d, const struct strbuf *cells,
	const int widths[DOC_COLUMNS])
{
	int most = 0;

	for (size_t i = 0; i < d->n_columns; i++) {
		size_t next;
		int n = 0;

		for (size_t at = 0; at < cells[i].len; at += next, n++)
			wrap_line(cells[i].text + at, cells[i].len - at,
				widths[i], &next);
		most = n > most ? n : most;
	}
	return most;
}

/* A row stays on one page, where it is not longer than one. */
static void
put_cells(struct doc *d, struct strbuf *cells)
{
	struct strbuf line = STRBUF_INIT;
	size_t at[DOC_COLUMNS] = { 0 };
	int widths[DOC_COLUMNS];

	share_out(d, widths);
	int lines = count_lines(d, cells, widths);

	need(d, lines < LAST_LINE / 2 ? lines : 1);
	do {
		strbuf_reset(&line);
		for (size_t i = 0; i < d->n_columns; i++) {
			put_blanks(&line, i ? GAP : 0);
			put_piece(&line, &cells[i], &at[i], widths[i],
				d->columns[i].right);
		}
		while (line.len && line.text[line.len - 1] == ' ')
			strbuf_cut(&line, line.len - 1);
		put_line(d, line.text, line.len, 0);
	} while (!is_over(cells, at, d->n_columns));
	strbuf_clear(&line);
	for (size_t i = 0; i < d->n_columns; i++)
		strbuf_clear(&cells[i]);
}

static void
put_columns(struct doc *d)
{
	struct strbuf cells[DOC_COLUMNS];
	bool in_table = d->in_table;

	for (size_t i = 0; i < d->n_columns; i++) {
		cells[i] = (struct strbuf)STRBUF_INIT;
		doc_clean(&cells[i], doc_title(&d->columns[i]), false);
	}
	d->in_table = false;	/* it is the head itself that is being put */
	put_cells(d, cells);
	put_rule(d->out, '-', WIDTH);
	d->line++;
	d->in_table = in_table;
}

static void
table(struct doc *d, bool begins)
{
	if (!begins)
		return;
	need(d, 6);
	put_space(d);
	put_columns(d);
}

static void
row(struct doc *d, const struct doc_text *cells)
{
	struct strbuf clean[DOC_COLUMNS];

	assert(d->n_columns <= DOC_COLUMNS);
	for (size_t i = 0; i < d->n_columns; i++) {
		clean[i] = (struct strbuf)STRBUF_INIT;
		clean_cell(&clean[i], &cells[i]);
	}
	put_cells(d, clean);
}

const struct doc_form doc_as_text = {
	begin, section, part, item, facts, fact, para, table, row, end
};
