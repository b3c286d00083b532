/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doc_html.c - a document as one HTML file that needs nothing else: no script, no
 * picture, no link that leads out. It is well-formed XML besides. Browsers print
 * it on A4 with head and foot on each page. */
#include "src/doc.h"

#include <ctype.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/doc_style.h"
#include "base/banned.h"

/* --- The encoder -------------------------------------------------------- */

static void
put_escaped(struct strbuf *out, const char *clean)
{
	for (const char *c = clean; *c; c++)
		switch (*c) {
		case '&': strbuf_puts(out, "&amp;"); break;
		case '<': strbuf_puts(out, "&lt;"); break;
		case '>': strbuf_puts(out, "&gt;"); break;
		case '"': strbuf_puts(out, "&quot;"); break;
		case '\'': strbuf_puts(out, "&#39;"); break;
		default: strbuf_putc(out, *c);
		}
}

static void
put_text(struct strbuf *out, const char *text, bool lines)
{
	struct strbuf clean = STRBUF_INIT;

	doc_clean(&clean, text, lines);
	put_escaped(out, clean.text);
	strbuf_clear(&clean);
}

/* Is it shaped like a tag of BCP 47? Anything else says nothing of a language. */
static bool
is_language(const char *lang)
{
	size_t part = 0, n = strlen(lang);

	if (n > 35)
		return false;
	for (size_t i = 0; i <= n; i++) {
		if (lang[i] == '-' || lang[i] == '\0') {
			if (part < 1 || part > 8 || (i == part && part == 1))
				return false;
			part = 0;
		} else if (isascii(lang[i]) && isalnum((unsigned char)lang[i])) {
			part++;
		} else {
			return false;
		}
	}
	return true;
}

/* Names of items are made of letters, digits and '-'; the rest stands as '_'. */
static void
put_anchor(struct strbuf *out, const char *name)
{
	strbuf_puts(out, "r-");
	for (const char *c = name; *c; c++)
		strbuf_putc(out, isascii(*c) && (isalnum((unsigned char)*c) ||
			*c == '-') ? *c : '_');
}

static const char *
class_of(const struct doc_text *t)
{
	if (t->alert)
		return t->role == DOC_CODE ? " class=\"code alert\"" :
			" class=\"alert\"";
	return t->role == DOC_CODE ? " class=\"code\"" : "";
}

/* What is from outside is isolated: its direction is its own, and does not reach
 * the text around it. */
static void
put_inline(struct strbuf *out, const struct doc_text *t)
{
	const char *tag = t->role == DOC_WORDS ? "span" : "bdi";

	if (doc_is_empty(t))
		return;
	if (t->to) {
		strbuf_puts(out, "<a href=\"#");
		put_anchor(out, t->to);
		strbuf_puts(out, "\">");
	}
	strbuf_printf(out, "<%s%s", tag, class_of(t));
	if (t->lang && is_language(t->lang))
		strbuf_printf(out, " lang=\"%s\"", t->lang);
	if (t->own) {
		strbuf_puts(out, " id=\"");
		put_anchor(out, t->text);
		strbuf_putc(out, '"');
	}
	strbuf_putc(out, '>');
	put_text(out, t->text, t->role == DOC_LINES);
	strbuf_printf(out, "</%s>", tag);
	if (t->to)
		strbuf_puts(out, "</a>");
}

/* <tag class="class">text</tag>, where there is a text. It is isolated, too. */
static void
put_words(struct strbuf *out, const char *tag, const char *class,
	const char *text)
{
	if (!text || !*text)
		return;
	strbuf_printf(out, "<%s", tag);
	if (class)
		strbuf_printf(out, " class=\"%s\"", class);
	strbuf_puts(out, "><bdi>");
	put_text(out, text, false);
	strbuf_printf(out, "</bdi></%s>", tag);
}

/* The same of a label, which is the program's own. */
static void
put_label(struct strbuf *out, const char *tag, const char *label)
{
	strbuf_printf(out, "<%s>", tag);
	put_text(out, label, false);
	strbuf_printf(out, "</%s>", tag);
}

/* --- Head and foot ------------------------------------------------------ */

static void
put_meta(struct strbuf *out, const struct doc_frame *f)
{
	/* TRANSLATORS: the language of this translation, as in BCP 47: de, el. */
	const char *lang = _("en");

	strbuf_printf(out, "<!DOCTYPE html>\n"
		"<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\">\n"
		"<head>\n<meta charset=\"utf-8\" />\n"
		"<meta http-equiv=\"Content-Security-Policy\""
		" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n"
		"<meta name=\"referrer\" content=\"no-referrer\" />\n"
		"<meta name=\"robots\" content=\"noindex, noarchive\" />\n"
		"<meta name=\"viewport\""
		" content=\"width=device-width, initial-scale=1\" />\n"
		"<meta name=\"generator\" content=\"",
		is_language(lang) ? lang : "en");
	put_text(out, f->program, false);
	strbuf_puts(out, "\" />\n<title>");
	put_text(out, f->code, false);
	strbuf_puts(out, " ");
	put_text(out, f->title, false);
	strbuf_puts(out, "</title>\n<style>\n");
	for (size_t i = 0; i < ARRAY_SIZE(doc_style); i++)
		strbuf_puts(out, doc_style[i]);
	strbuf_puts(out, "</style>\n</head>\n");
}

static void
put_frame(struct strbuf *out, const struct doc_frame *f)
{
	strbuf_puts(out, "<header class=\"head\">\n<div><span>");
	put_words(out, "b", NULL, f->code);
	put_words(out, "span", "name", f->title);
	strbuf_puts(out, "</span>");
	put_words(out, "span", "marking", f->marking);
	strbuf_puts(out, "</div>\n");
	put_words(out, "div", "notice", f->notice);
	strbuf_puts(out, "</header>\n<footer class=\"foot\">\n<span>");
	put_words(out, "span", NULL, f->whom);
	put_words(out, "span", NULL, f->by);
	put_words(out, "span", NULL, f->at);
	put_words(out, "span", NULL, f->position);
	put_words(out, "span", NULL, f->program);
	strbuf_puts(out, "</span></footer>\n");
}

static void
begin(struct doc *d)
{
	const struct doc_frame *f = d->frame;
	struct strbuf *out = d->out;

	put_meta(out, f);
	strbuf_puts(out, "<body>\n");
	put_frame(out, f);
	strbuf_puts(out, "<main>\n<div class=\"title\">\n");
	put_words(out, "p", "kind", f->heading);
	put_words(out, "h1", NULL, f->title);
	put_words(out, "p", "codename", f->code);
	strbuf_puts(out, "</div>\n");
}

static void
end_item(struct doc *d)
{
	if (d->in_item)
		strbuf_puts(d->out, "</article>\n");
	d->in_item = false;
}

static void
end_section(struct doc *d)
{
	end_item(d);
	if (d->in_section)
		strbuf_puts(d->out, "</section>\n");
}

static void
end(struct doc *d)
{
	end_section(d);
	strbuf_puts(d->out, "</main>\n</body>\n</html>\n");
}

/* --- What stands in it -------------------------------------------------- */

static void
section(struct doc *d, const char *title)
{
	end_section(d);
	strbuf_puts(d->out, "<section>\n");
	put_label(d->out, "h2", title);
	strbuf_putc(d->out, '\n');
}

static void
part(struct doc *d, const char *title)
{
	end_item(d);
	put_words(d->out, "h3", "part", title);
	strbuf_putc(d->out, '\n');
}

static void
item(struct doc *d, const char *name, const struct doc_text *title)
{
	end_item(d);
	strbuf_puts(d->out, "<article id=\"");
	put_anchor(d->out, name);
	strbuf_puts(d->out, "\">\n<h3>");
	put_words(d->out, "span", "ref", name);
	put_inline(d->out, title);
	strbuf_puts(d->out, "</h3>\n");
}

static void
facts(struct doc *d, bool begins)
{
	strbuf_puts(d->out, begins ? "<dl>\n" : "</dl>\n");
}

static void
fact(struct doc *d, const char *label, const struct doc_text *value)
{
	strbuf_puts(d->out, "<div>");
	put_label(d->out, "dt", label);
	strbuf_puts(d->out, "<dd>");
	put_inline(d->out, value);
	strbuf_puts(d->out, "</dd></div>\n");
}

static void
para(struct doc *d, const struct doc_text *text)
{
	strbuf_printf(d->out, "<p%s>", text->role == DOC_LINES ?
		" class=\"lines\" dir=\"auto\"" : "");
	put_inline(d->out, text);
	strbuf_puts(d->out, "</p>\n");
}

static void
table(struct doc *d, bool begins)
{
	int whole = 0;

	if (!begins) {
		strbuf_puts(d->out, "</tbody>\n</table>\n");
		return;
	}
	for (size_t i = 0; i < d->n_columns; i++)
		whole += d->columns[i].width;
	strbuf_puts(d->out, "<table>\n<colgroup>");
	for (size_t i = 0; i < d->n_columns; i++)
		strbuf_printf(d->out, "<col style=\"width:%d%%\" />",
			d->columns[i].width * 100 / whole);
	strbuf_puts(d->out, "</colgroup>\n<thead>\n<tr>");
	for (size_t i = 0; i < d->n_columns; i++) {
		strbuf_printf(d->out, "<th scope=\"col\"%s>",
			d->columns[i].right ? " class=\"right\"" : "");
		put_text(d->out, doc_title(&d->columns[i]), false);
		strbuf_puts(d->out, "</th>");
	}
	strbuf_puts(d->out, "</tr>\n</thead>\n<tbody>\n");
}

static void
row(struct doc *d, const struct doc_text *cells)
{
	strbuf_puts(d->out, "<tr>");
	for (size_t i = 0; i < d->n_columns; i++) {
		strbuf_puts(d->out, d->columns[i].right ?
			"<td class=\"right\">" : "<td>");
		put_inline(d->out, &cells[i]);
		strbuf_puts(d->out, "</td>");
	}
	strbuf_puts(d->out, "</tr>\n");
}

const struct doc_form doc_as_html = {
	begin, section, part, item, facts, fact, para, table, row, end
};
