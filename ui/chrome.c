/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chrome.c - see chrome.h. */
#include "ui/chrome.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ui/para.h"
#include "base/banned.h"

void
chrome_count(struct strbuf *out, int64_t n)
{
	char digits[32];
	int len = snprintf(digits, sizeof(digits), "%" PRId64, n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0 && digits[i - 1] != '-')
			strbuf_putc(out, ',');
		strbuf_putc(out, digits[i]);
	}
}

void
chrome_rule(struct grid *g, struct area a, const char *text)
{
	int x = g->plain ? a.x : a.x + 3;

	grid_rule(g, a.y, a.x, 2, ROLE_RULE);
	x += grid_put(g, a.y, x, a.cols - 6, text, ROLE_HEADING);
	grid_rule(g, a.y, x + 1, 2, ROLE_RULE);
}

static void
put_sign(struct grid *g, int y, int x, const char *sign, char ascii)
{
	char plain[2] = { ascii, '\0' };

	if (!g->plain)
		grid_put(g, y, x, 1, g->ascii ? plain : sign, ROLE_RULE);
}

struct area
chrome_box(struct grid *g, struct area a, const char *title)
{
	int right = a.x + a.cols - 1, bottom = a.y + a.rows - 1;

	grid_cover(g);
	for (int y = a.y; y <= bottom; y++) {
		grid_fill(g, y, a.x, a.cols, ROLE_TEXT);
		put_sign(g, y, a.x, "│", '|');
		put_sign(g, y, right, "│", '|');
	}
	grid_rule(g, a.y, a.x, a.cols, ROLE_RULE);
	grid_rule(g, bottom, a.x, a.cols, ROLE_RULE);
	put_sign(g, a.y, a.x, "┌", '+');
	put_sign(g, a.y, right, "┐", '+');
	put_sign(g, bottom, a.x, "└", '+');
	put_sign(g, bottom, right, "┘", '+');
	if (title) {
		int used = grid_put(g, a.y, a.x + 3, a.cols - 6, title, ROLE_STRONG);

		grid_put(g, a.y, a.x + 2, 1, " ", ROLE_TEXT);
		grid_put(g, a.y, a.x + 3 + used, 1, " ", ROLE_TEXT);
	}
	return (struct area){ a.y + 1, a.x + 2, a.rows - 2, a.cols - 4 };
}

struct area
chrome_centre(struct area in, int rows, int cols)
{
	if (rows > in.rows)
		rows = in.rows;
	if (cols > in.cols)
		cols = in.cols;
	return (struct area){ in.y + (in.rows - rows) / 2,
		in.x + (in.cols - cols) / 2, rows, cols };
}

int
chrome_lines(struct strbuf *out, const char *text, int width)
{
	int n = 0;

	para_put(out, text, 0, width);
	for (const char *c = out->text; *c; c++)
		n += *c == '\n';
	return n;
}

void
chrome_put_lines(struct grid *g, struct area a, char *lines, enum role role)
{
	char *line;

	for (int y = 0; y < a.rows && (line = strsep(&lines, "\n")); y++)
		grid_put(g, a.y + y, a.x, a.cols, line, role);
}
