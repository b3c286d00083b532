/* SPDX-License-Identifier: GPL-3.0-or-later */
/* para.c - see para.h. */
#include "ui/para.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

void
para_pad(struct strbuf *out, int used, int width)
{
	for (; used < width; used++)
		strbuf_putc(out, ' ');
}

/* One paragraph, len bytes without a line feed; *first until the first line of
 * all. */
static void
put_line(struct strbuf *out, const char *text, size_t len, int indent,
	int width)
{
	int column = indent;
	size_t at = 0;

	while (at < len) {
		size_t blanks = strspn(text + at, " ");
		if (at + blanks >= len)
			break;
		size_t word = strcspn(text + at + blanks, " \n");
		int columns = utf8_width(text + at + blanks, word);

		if (at > 0 && column + (int)blanks + columns > width) {
			strbuf_putc(out, '\n');
			para_pad(out, 0, indent);
			column = indent;
		} else {
			/* Blanks that lead a paragraph are its author's. */
			para_pad(out, 0, (int)blanks);
			column += (int)blanks;
		}
		strbuf_add(out, text + at + blanks, word);
		column += columns;
		at += blanks + word;
	}
	strbuf_putc(out, '\n');
}

void
para_put(struct strbuf *out, const char *text, int indent, int width)
{
	for (;;) {
		size_t len = strcspn(text, "\n");

		put_line(out, text, len, indent, width);
		if (!text[len])
			return;
		text += len + 1;
		if (!*text)
			return;
		if (*text != '\n')
			para_pad(out, 0, indent);
	}
}
