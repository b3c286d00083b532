/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xalloc.c - see xalloc.h. */
#include "base/xalloc.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/banned.h"

void (*xalloc_die_hook)(void);

static NORETURN void
die(void)
{
	if (xalloc_die_hook)
		xalloc_die_hook();
	fputs("liaison: internal: out of memory\n", stderr);
	_Exit(70);
}

void *
xcalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		die();
	return p;
}

void *
xrealloc_array(void *old, size_t n, size_t size)
{
	void *p;

	if (size && n > SIZE_MAX / size)
		die();
	p = realloc(old, size && n ? n * size : 1);
	if (!p)
		die();
	return p;
}

void *
xmemdup(const void *data, size_t len)
{
	void *p = xcalloc(len, 1);

	if (len)
		memcpy(p, data, len);
	return p;
}

char *
xstrdup(const char *text)
{
	return text ? xmemdup(text, strlen(text) + 1) : NULL;
}

char *
xstrndup(const char *text, size_t len)
{
	size_t n = strnlen(text, len);
	char *p = xcalloc(n + 1, 1);

	memcpy(p, text, n);
	return p;
}

char *
xasprintf(const char *fmt, ...)
{
	va_list ap, again;
	char *text;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		die();
	text = xcalloc((size_t)n + 1, 1);
	vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}

void *
xgrow(void *array, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return array;
	*room = *room ? *room * 2 : 8;
	return xrealloc_array(array, *room, size);
}
