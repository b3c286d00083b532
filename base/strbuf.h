/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strbuf.h - the one growing string. It may hold NUL bytes; text is always
 * followed by one. */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stddef.h>

#include "base/compiler.h"

struct strbuf {
	char *text;		/* never NULL; owned unless empty */
	size_t len;		/* bytes, the closing NUL not counted */
	size_t room;		/* bytes allocated */
};

extern char strbuf_empty[];
#define STRBUF_INIT { .text = strbuf_empty }

/* Free what it holds and make it empty, ready for use again. */
void strbuf_clear(struct strbuf *sb);

/* Make it empty and keep the memory. */
void strbuf_reset(struct strbuf *sb);

void strbuf_add(struct strbuf *sb, const void *data, size_t len);
void strbuf_puts(struct strbuf *sb, const char *text);
void strbuf_putc(struct strbuf *sb, char c);
void strbuf_printf(struct strbuf *sb, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Cut to len bytes; len is not more than sb->len. */
void strbuf_cut(struct strbuf *sb, size_t len);

/* The text, which the caller now owns and frees; sb is empty again. */
char *strbuf_detach(struct strbuf *sb) MUST_CHECK;

/* Fill an array of room bytes with text (NULL is ""), cut to fit and ended. */
void strbuf_fill(char *to, size_t room, const char *text);

#endif
