/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chrome.c - see chrome.h. */
#include "ui/chrome.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/command.h"
#include "ui/key.h"
#include "ui/keymap.h"
#include "base/banned.h"

/* More of a screen's own keys than these nobody reads. */
enum {
	MOST_KEYS = 8,
	PAGED = 60,		/* columns from which turning to more is worth its room */
};

/* Draw a key and its label at x, or (measure) only say how wide they are. */
static int
put_key(struct grid *g, int y, int x, const struct keyset *set,
	const struct command *c, bool measure)
{
	struct strbuf names = STRBUF_INIT, key = STRBUF_INIT;
	const char *label = _(c->label);
	int width, wide;

	keymap_names(set, c, &names);
	command_first_key(names.text, set->typing, &key);
	wide = utf8_width(key.text, key.len);
	width = key.len == 0 ? 0 : wide + 1 + utf8_width(label, strlen(label));
	if (width > 0 && !measure) {
		grid_put(g, y, x, wide, key.text, ROLE_KEY);
		grid_put(g, y, x + wide + 1, width, label, ROLE_TEXT);
		grid_target(g, y, x, width, key_of_name(key.text, key.len));
	}
	strbuf_clear(&names);
	strbuf_clear(&key);
	return width;
}

/* Whoever selected text with the mouse before is told how to. */
static int
put_mouse(struct grid *g, int y, int right)
{
	const char *text = _("Shift+drag selects");
	int width = utf8_width(text, strlen(text));

	if (!g->mouse || width > g->cols / 3)
		return right;
	grid_put(g, y, right - width, width, text, ROLE_HINT);
	return right - width - 2;
}

/* The width of a command in the key bar; 0: it has no place there now. */
static int
width_of(struct grid *g, const struct keyset *set, const struct command *c)
{
	return c->label && (!set->may || set->may(set->of, c)) ?
		put_key(g, 0, 0, set, c, true) : 0;
}

/* What every view has stands at the right: it is never crowded out. The command that
 * turns the page stands there too, if there are pages. */
static int
put_common(struct grid *g, int y, int right, const struct keyset *set,
	bool pages, bool draw)
{
	for (const struct command *c = set->all; c && c->keys; c++) {
		int width = (c->flags & COMMAND_TURNS) && !pages ? 0 :
			width_of(g, set, c);

		if (width == 0 || right - width < 1)
			continue;
		right -= width;
		if (draw)
			put_key(g, y, right, set, c, false);
		right -= 2;
	}
	return right;
}

/* Of the screen's own commands those that have room from one on; draw: and draw
 * them. The one behind them, or NULL. */
static const struct command *
put_page(struct grid *g, int y, int right, const struct keyset *set,
	const struct command *from, bool draw)
{
	int x = 1, n = 0;

	for (const struct command *c = from; c && c->keys; c++) {
		int width = width_of(g, set, c);

		if (width == 0 || (n == 0 && x + width > right))
			continue;
		if (n == MOST_KEYS || x + width > right)
			return c;
		if (draw)
			put_key(g, y, x, set, c, false);
		x += width + 2;
		n++;
	}
	return NULL;
}

void
chrome_keys(struct grid *g, int y, const struct keyset *set)
{
	int end = put_mouse(g, y, g->cols - 1), right;
	const struct command *from = set->own;
	bool pages;

	right = put_common(g, y, end, set, false, false);
	pages = g->cols >= PAGED && put_page(g, y, right, set, from, false);
	right = put_common(g, y, end, set, pages, true);
	for (size_t i = 0; i < set->page && from; i++) {
		from = put_page(g, y, right, set, from, false);
		if (!from)	/* behind the last comes the first */
			from = set->own;
	}
	put_page(g, y, right, set, from, true);
}

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
