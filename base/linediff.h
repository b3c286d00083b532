/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linediff.h - two texts compared line by line. */
#ifndef BASE_LINEDIFF_H
#define BASE_LINEDIFF_H

#include <stddef.h>

/* A line of either text, without its end; lent by them. */
struct linediff_line {
	char sign;		/* ' ' in both, '-' in the old, '+' in the new */
	const char *text;
	size_t len;
};

struct linediff {
	struct linediff_line *lines;
	size_t n;
};

/*
 * The lines of both in order: what stays, what goes, what comes. The least that
 * goes and comes, unless the texts differ in more than some thousand lines:
 * then the middle, between the lines that both begin and end with, goes and comes
 * as a whole. The caller frees lines.
 */
void linediff_make(struct linediff *d, const char *old, const char *new);

#endif
