/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strbuf.c - see strbuf.h. */
#include "base/strbuf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#include "base/banned.h"

char strbuf_empty[1];

static void
reserve(struct strbuf *sb, size_t more)
{
	size_t need = sb->len + more + 1, room = sb->room ? sb->room : 32;

	if (need <= sb->room)
		return;
	while (room < need)
		room *= 2;
	sb->text = xrealloc_array(sb->room ? sb->text : NULL, room, 1);
	sb->text[sb->len] = '\0';
	sb->room = room;
}

void
strbuf_clear(struct strbuf *sb)
{
	if (sb->room)
		free(sb->text);
	*sb = (struct strbuf)STRBUF_INIT;
}

void
strbuf_reset(struct strbuf *sb)
{
	if (sb->room)
		strbuf_cut(sb, 0);
}

void
strbuf_add(struct strbuf *sb, const void *data, size_t len)
{
	if (!len)
		return;
	reserve(sb, len);
	memcpy(sb->text + sb->len, data, len);
	sb->len += len;
	sb->text[sb->len] = '\0';
}

void
strbuf_puts(struct strbuf *sb, const char *text)
{
	strbuf_add(sb, text, strlen(text));
}

void
strbuf_putc(struct strbuf *sb, char c)
{
	strbuf_add(sb, &c, 1);
}

void
strbuf_printf(struct strbuf *sb, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	assert(n >= 0);
	reserve(sb, (size_t)n);
	vsnprintf(sb->text + sb->len, (size_t)n + 1, fmt, again);
	va_end(again);
	sb->len += (size_t)n;
}

void
strbuf_cut(struct strbuf *sb, size_t len)
{
	assert(len <= sb->len);
	if (!sb->room)
		return;
	sb->len = len;
	sb->text[len] = '\0';
}

char *
strbuf_detach(struct strbuf *sb)
{
	char *text = sb->room ? sb->text : xstrdup("");

	*sb = (struct strbuf)STRBUF_INIT;
	return text;
}

void
strbuf_fill(char *to, size_t room, const char *text)
{
	size_t len = text ? strnlen(text, room - 1) : 0;

	memcpy(to, len ? text : "", len);
	to[len] = '\0';
}
