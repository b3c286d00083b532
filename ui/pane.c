/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane.c - see pane.h. */
#include "ui/pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "base/xalloc.h"
#include "src/mention.h"
#include "base/banned.h"

enum { LEAST_LABEL = 14, LEAST_TEXT = 20, MAX_LINES = 20000 };

void
pane_clear(struct pane *p)
{
	for (size_t i = 0; i < p->n; i++) {
		for (size_t j = 0; j < p->lines[i].n; j++)
			free(p->lines[i].bits[j].text);
		free(p->lines[i].bits);
	}
	for (size_t i = 0; i < p->n_rows; i++) {
		free(p->rows[i].opens);
		free(p->rows[i].itself);
		free(p->rows[i].value);
	}
	free(p->lines);
	free(p->rows);
	free(p->title);
	*p = (struct pane){ 0 };
}

void
pane_begin(struct pane *p, int width, bool ascii)
{
	pane_clear(p);
	p->width = width;
	p->ascii = ascii;
	p->label_width = width - LEAST_LABEL < LEAST_TEXT ? width / 3 :
		LEAST_LABEL;
}

void
pane_label(struct pane *p, const char *label)
{
	int wide = utf8_width(label, strlen(label)) + PANE_GAP;

	if (wide > p->width * 2 / 5)
		wide = p->width * 2 / 5;
	if (wide > p->label_width)
		p->label_width = wide;
}

/* --- Lines and rows ----------------------------------------------------- */

void
pane_line(struct pane *p)
{
	p->lines = xgrow(p->lines, p->n, &p->room, sizeof(*p->lines));
	p->lines[p->n++] = (struct pane_line){ .row = p->in_row ?
		p->n_rows - 1 : PANE_NO_ROW };
	if (p->in_row)
		p->rows[p->n_rows - 1].n++;
}

void
pane_row(struct pane *p, const char *opens, const char *value)
{
	p->rows = xgrow(p->rows, p->n_rows, &p->rows_room, sizeof(*p->rows));
	p->rows[p->n_rows++] = (struct pane_row){ .first = p->n,
		.opens = xstrdup(opens), .value = xstrdup(value) };
	p->in_row = true;
}

void
pane_row_itself(struct pane *p, const char *ref)
{
	struct pane_row *row = &p->rows[p->n_rows - 1];

	free(row->itself);
	row->itself = xstrdup(ref);
}

void
pane_row_end(struct pane *p)
{
	/* A cursor stands on lines: a row without any is none. */
	if (p->in_row && p->rows[p->n_rows - 1].n == 0) {
		p->n_rows--;
		free(p->rows[p->n_rows].opens);
		free(p->rows[p->n_rows].itself);
		free(p->rows[p->n_rows].value);
	}
	p->in_row = false;
}

static void
add_bit(struct pane *p, int x, char *text, enum role role)
{
	struct pane_line *line = &p->lines[p->n - 1];

	line->bits = xrealloc_array(line->bits, line->n + 1,
		sizeof(*line->bits));
	line->bits[line->n++] = (struct pane_bit){ x, text, role };
}

bool
pane_clean(const struct pane *p, const char *text, struct strbuf *out)
{
	return clean_text(out, text ? text : "", text ? strlen(text) : 0,
		p->ascii ? CLEAN_ASCII : 0);
}

int
pane_put(struct pane *p, int x, int width, const char *text, enum role role)
{
	struct strbuf clean = STRBUF_INIT;
	int used = 0;

	if (pane_clean(p, text, &clean) && role == ROLE_TEXT)
		role = ROLE_WARNING;
	if (width > 0 && utf8_width(clean.text, clean.len) > width) {
		const char *dots = p->ascii ? "~" : "…";

		strbuf_cut(&clean, utf8_cut(clean.text, clean.len, width - 1,
			NULL));
		strbuf_puts(&clean, dots);
	}
	if (width > 0 && clean.len) {
		used = utf8_width(clean.text, clean.len);
		add_bit(p, x, xstrndup(clean.text, clean.len), role);
	}
	strbuf_clear(&clean);
	return used;
}

/* A line of what was said, in bits: who is called upon, and all between. */
static void
add_said(struct pane *p, int x, const char *line, enum role role)
{
	struct mention m;
	size_t from = 0, done = 0;

	while (mention_next(line, &from, &m)) {
		if (m.at > done)
			add_bit(p, x + utf8_width(line, done),
				xstrndup(line + done, m.at - done), role);
		add_bit(p, x + utf8_width(line, m.at),
			xstrndup(line + m.at, m.len), ROLE_STRONG);
		done = m.at + m.len;
	}
	if (line[done])
		add_bit(p, x + utf8_width(line, done), xstrdup(line + done),
			role);
}

static void
flow(struct pane *p, int x, const char *text, enum role role, bool said)
{
	struct strbuf clean = STRBUF_INIT;
	int width = p->width - x;
	size_t next = 0;
	bool hid;

	hid = clean_text(&clean, text ? text : "", text ? strlen(text) : 0,
		CLEAN_LINES | (p->ascii ? CLEAN_ASCII : 0));
	if (hid && role == ROLE_TEXT)
		role = ROLE_WARNING;
	for (size_t at = 0; at < clean.len; at += next) {
		size_t len = wrap_line(clean.text + at, clean.len - at,
			width > 0 ? width : 1, &next);

		if (at > 0)
			pane_line(p);
		if (p->n >= MAX_LINES) {
			pane_put(p, x, width, _("(the rest is not shown here)"),
				ROLE_HINT);
			break;
		}
		char *line = xstrndup(clean.text + at, len);

		if (said) {
			add_said(p, x, line, role);
			free(line);
		} else {
			add_bit(p, x, line, role);
		}
	}
	strbuf_clear(&clean);
}

void
pane_flow(struct pane *p, int x, const char *text, enum role role)
{
	flow(p, x, text, role, false);
}

void
pane_flow_said(struct pane *p, int x, const char *text)
{
	flow(p, x, text, ROLE_TEXT, true);
}

void
pane_heading(struct pane *p, const char *text, long count)
{
	pane_row_end(p);
	if (p->n > 0)
		pane_line(p);
	pane_line(p);
	p->lines[p->n - 1].heading = true;
	int used = pane_put(p, 0, p->width, text, ROLE_HEADING);

	if (count >= 0) {
		struct strbuf number = STRBUF_INIT;

		strbuf_printf(&number, "%ld", count);
		pane_put(p, used + PANE_GAP, p->width - used - PANE_GAP,
			number.text, ROLE_HINT);
		strbuf_clear(&number);
	}
}

void
pane_add(struct pane *p, const char *label, const char *text, enum role role)
{
	pane_line(p);
	if (label)
		pane_put(p, 0, p->label_width - 1, label, ROLE_LABEL);
	pane_flow(p, label ? p->label_width : 0, text, role);
}

/* --- Drawing ------------------------------------------------------------ */

void
pane_draw(const struct pane *p, struct grid *g, struct area a, size_t first)
{
	for (int y = 0; y < a.rows && first + (size_t)y < p->n; y++) {
		const struct pane_line *line = &p->lines[first + (size_t)y];

		for (size_t i = 0; i < line->n; i++) {
			const struct pane_bit *bit = &line->bits[i];

			grid_put_clean(g, a.y + y, a.x + bit->x, a.cols - bit->x,
				bit->text, strlen(bit->text), bit->role);
		}
	}
}
