/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doc_md.c - a document as Markdown: CommonMark with the tables of GFM. */
#include "src/doc.h"

#include <string.h>

#include "base/i18n.h"
#include "base/banned.h"

/* --- The encoder -------------------------------------------------------- */

/* What means something within a line. The sign before // and the at sign are
 * there for what makes links of whatever looks like one. */
static const char specials[] = "\\`*_[]<>|~&#!$^{}@";

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Would the character at c begin a list, a heading's underline or a link? */
static bool
is_special(const char *line, const char *c)
{
	if (strchr(specials, *c))
		return true;
	if (c == line && strchr("+-=", *c))
		return true;
	if (*c == ':' && c[1] == '/' && c[2] == '/')
		return true;
	if (*c == '.' && c - line >= 3 && strncasecmp(c - 3, "www", 3) == 0)
		return true;
	if ((*c == '.' || *c == ')') && c > line && (!c[1] || c[1] == ' ')) {
		const char *d = line;

		while (d < c && is_digit(*d))
			d++;
		return d == c;
	}
	return false;
}

/* One line; blanks at its ends would make code or a break. */
static void
put_line(struct strbuf *out, const char *line, size_t len)
{
	struct strbuf copy = STRBUF_INIT;

	while (len > 0 && *line == ' ') {
		line++;
		len--;
	}
	while (len > 0 && line[len - 1] == ' ')
		len--;
	strbuf_add(&copy, line, len);
	for (const char *c = copy.text; *c; c++) {
		if (is_special(copy.text, c))
			strbuf_putc(out, '\\');
		strbuf_putc(out, *c);
	}
	strbuf_clear(&copy);
}

static void
put_text(struct strbuf *out, const char *text)
{
	struct strbuf clean = STRBUF_INIT;

	doc_clean(&clean, text, false);
	put_line(out, clean.text, clean.len);
	strbuf_clear(&clean);
}

/* Each line of the text, broken hard; an empty one would end the paragraph. */
static void
put_lines(struct strbuf *out, const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	bool first = true;

	doc_clean(&clean, text, true);
	for (const char *c = clean.text; *c; ) {
		size_t n = strcspn(c, "\n");

		if (strspn(c, " ") < n) {
			strbuf_puts(out, first ? "" : "\\\n");
			put_line(out, c, n);
			first = false;
		}
		c += n + (c[n] == '\n');
	}
	strbuf_clear(&clean);
}

/* Where there is room for one line, the lines of a text stand behind each other. */
static void
put_row_text(struct strbuf *out, const char *text)
{
	struct strbuf clean = STRBUF_INIT, line = STRBUF_INIT;

	doc_clean(&clean, text, true);
	for (const char *c = clean.text; *c; c++)
		if (*c == '\n')
			strbuf_puts(&line, " / ");
		else
			strbuf_putc(&line, *c);
	put_line(out, line.text, line.len);
	strbuf_clear(&clean);
	strbuf_clear(&line);
}

static void
put_inline(struct strbuf *out, const struct doc_text *t)
{
	if (doc_is_empty(t))
		return;
	strbuf_puts(out, t->alert ? "**" : "");
	if (t->role == DOC_LINES)
		put_row_text(out, t->text);
	else
		put_text(out, t->text);
	strbuf_puts(out, t->alert ? "**" : "");
}

/* --- Head and foot ------------------------------------------------------ */

static void
put_quote(struct strbuf *out, const char *text, bool strong)
{
	if (!text || !*text)
		return;
	strbuf_puts(out, strong ? "> **" : "> ");
	put_text(out, text);
	strbuf_puts(out, strong ? "**  \n" : "  \n");
}

/* There are no pages: the head stands at the beginning and at each section. */
static void
put_head(struct doc *d)
{
	const struct doc_frame *f = d->frame;

	strbuf_puts(d->out, "\n> ");
	put_text(d->out, f->code);
	strbuf_putc(d->out, ' ');
	put_text(d->out, f->title);
	strbuf_puts(d->out, "  \n");
	put_quote(d->out, f->notice, true);
	put_quote(d->out, f->marking, true);
}

static void
put_foot(struct doc *d)
{
	const struct doc_frame *f = d->frame;

	put_quote(d->out, f->whom, false);
	put_quote(d->out, f->by, false);
	put_quote(d->out, f->at, false);
	put_quote(d->out, f->position, false);
	put_quote(d->out, f->program, false);
}

static void
begin(struct doc *d)
{
	strbuf_puts(d->out, "# ");
	put_text(d->out, d->frame->code);
	strbuf_putc(d->out, ' ');
	put_text(d->out, d->frame->title);
	strbuf_puts(d->out, "\n\n");
	put_text(d->out, d->frame->heading);
	strbuf_puts(d->out, "\n");
	put_head(d);
	put_foot(d);
}

static void
end(struct doc *d)
{
	strbuf_puts(d->out, "\n---\n");
	put_head(d);
	put_foot(d);
}

/* --- What stands in it -------------------------------------------------- */

static void
section(struct doc *d, const char *title)
{
	strbuf_puts(d->out, "\n## ");
	put_text(d->out, title);
	strbuf_putc(d->out, '\n');
	put_head(d);
}

static void
part(struct doc *d, const char *title)
{
	strbuf_puts(d->out, "\n### ");
	put_text(d->out, title);
	strbuf_putc(d->out, '\n');
}

static void
item(struct doc *d, const char *name, const struct doc_text *title)
{
	strbuf_puts(d->out, "\n### ");
	put_text(d->out, name);
	strbuf_puts(d->out, doc_is_empty(title) ? "" : " ");
	put_inline(d->out, title);
	strbuf_putc(d->out, '\n');
}

static void
facts(struct doc *d, bool begins)
{
	if (begins)
		strbuf_putc(d->out, '\n');
}

static void
fact(struct doc *d, const char *label, const struct doc_text *value)
{
	strbuf_puts(d->out, "- ");
	put_text(d->out, label);
	strbuf_puts(d->out, ": ");
	put_inline(d->out, value);
	strbuf_putc(d->out, '\n');
}

static void
para(struct doc *d, const struct doc_text *text)
{
	strbuf_putc(d->out, '\n');
	if (text->role == DOC_LINES)
		put_lines(d->out, text->text);
	else
		put_inline(d->out, text);
	strbuf_putc(d->out, '\n');
}

static void
table(struct doc *d, bool begins)
{
	if (!begins)
		return;
	strbuf_puts(d->out, "\n|");
	for (size_t i = 0; i < d->n_columns; i++) {
		strbuf_putc(d->out, ' ');
		put_text(d->out, doc_title(&d->columns[i]));
		strbuf_puts(d->out, " |");
	}
	strbuf_puts(d->out, "\n|");
	for (size_t i = 0; i < d->n_columns; i++)
		strbuf_puts(d->out, d->columns[i].right ? " ---: |" : " --- |");
	strbuf_putc(d->out, '\n');
}

static void
row(struct doc *d, const struct doc_text *cells)
{
	strbuf_putc(d->out, '|');
	for (size_t i = 0; i < d->n_columns; i++) {
		strbuf_putc(d->out, ' ');
		put_inline(d->out, &cells[i]);
		strbuf_puts(d->out, " |");
	}
	strbuf_putc(d->out, '\n');
}

const struct doc_form doc_as_md = {
	begin, section, part, item, facts, fact, para, table, row, end
};
