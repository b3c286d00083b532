/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xalloc.h - memory that is there, or the end of the program. */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stddef.h>

#include "base/compiler.h"

/*
 * All of these succeed or end the process with status 70 after calling
 * xalloc_die_hook (which puts the terminal back). Sizes are products that are
 * checked for overflow. The caller frees with free(3).
 */
void *xcalloc(size_t n, size_t size) MUST_CHECK;
void *xrealloc_array(void *old, size_t n, size_t size) MUST_CHECK;
void *xmemdup(const void *data, size_t len) MUST_CHECK;

/* A copy of text, NULL of NULL. */
char *xstrdup(const char *text) MUST_CHECK;

/* A copy of at most len bytes of text, always ended. */
char *xstrndup(const char *text, size_t len) MUST_CHECK;

/* The formatted text; the caller frees. */
char *xasprintf(const char *fmt, ...) PRINTF_LIKE(1, 2) MUST_CHECK;

/*
 * Make room for one more element: *array holds n elements of size bytes and
 * has room for *room. Grows by doubling.
 */
void *xgrow(void *array, size_t n, size_t *room, size_t size) MUST_CHECK;

extern void (*xalloc_die_hook)(void);

#endif
