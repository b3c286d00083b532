/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paste.c - see paste.h. */
#include "ui/paste.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

enum { ESC = 0x1B, BEL = 0x07, DEL = 0x7F };

void
paste_reset(struct paste *p)
{
	/* A megabyte is not held for the next one. */
	strbuf_clear(&p->text);
	p->left_out = 0;
}

void
paste_add(struct paste *p, const void *bytes, size_t len)
{
	size_t room = PASTE_MAX - p->text.len;

	if (len > room) {
		p->left_out += len - room;
		len = room;
	}
	strbuf_add(&p->text, bytes, len);
}

/* The length of the sequence that begins with the ESC at text (ECMA-48). */
static size_t
sequence(const char *text, size_t len)
{
	size_t i = 2;

	if (len < 2)
		return len;
	if (text[1] == '[') {
		while (i < len && text[i] >= 0x20 && text[i] < 0x40)
			i++;
		return i < len && text[i] >= 0x40 && text[i] < DEL ? i + 1 : i;
	}
	if (!strchr("]P_^X", text[1]))
		return 1;
	while (i < len && text[i] != BEL && text[i] != '\n' && text[i] != '\r') {
		if (text[i] == ESC)
			return i + 1 < len && text[i + 1] == '\\' ? i + 2 : i;
		i++;
	}
	return i < len && text[i] == BEL ? i + 1 : i;
}

/* One character, or a control in whose place something stands. */
static size_t
take(struct strbuf *out, const char *text, size_t len)
{
	char utf8[4];
	int32_t cp;
	size_t n = utf8_next(text, len, &cp);

	if (cp == '\r') {
		/* CR LF is one line end. */
		strbuf_putc(out, '\n');
		return n < len && text[n] == '\n' ? n + 1 : n;
	}
	if (cp < 0)
		strbuf_add(out, utf8, utf8_put(utf8, 0xFFFD));
	else if (cp == '\n' || cp == '\t' ||
	    (cp >= 0x20 && cp != DEL && !(cp >= 0x80 && cp < 0xA0)))
		strbuf_add(out, text, n);
	return n;
}

void
paste_finish(struct paste *p)
{
	const char *text = p->text.text;
	size_t len = p->text.len;
	struct strbuf out = STRBUF_INIT;

	/* What was cut at the limit was not cut in the middle of a character. */
	if (p->left_out > 0)
		while (len > 0 && (text[len - 1] & 0x80) &&
		    p->text.len - len < 4) {
			len--;
			if ((text[len] & 0xC0) == 0xC0)
				break;
		}
	for (size_t i = 0; i < len;)
		i += text[i] == ESC ? sequence(text + i, len - i) :
			take(&out, text + i, len - i);
	strbuf_clear(&p->text);
	p->text = out;
}
