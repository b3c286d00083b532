/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wrap.c - see wrap.h. */
#include "base/wrap.h"

#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

size_t
wrap_line(const char *text, size_t len, int width, size_t *next)
{
	const char *feed = memchr(text, '\n', len);
	size_t line = feed ? (size_t)(feed - text) : len;
	size_t fits = utf8_cut(text, line, width, NULL);
	size_t blank = fits;

	*next = line + (feed != NULL);
	if (fits == line)
		return line;
	/* A line that is narrower than one character has it all the same. */
	if (fits == 0)
		fits = blank = utf8_cluster_next(text, line, 0);
	while (blank > 0 && text[blank] != ' ')
		blank--;
	if (blank == 0) {
		*next = fits;
		return fits;
	}
	*next = blank + 1;
	while (blank > 0 && text[blank - 1] == ' ')
		blank--;
	return blank;
}
