/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keybar.c - see keybar.h. */
#include "ui/keybar.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/command.h"
#include "ui/grid.h"
#include "ui/key.h"
#include "ui/keymap.h"
#include "base/banned.h"

/* More of a screen's own keys than these nobody reads. */
enum {
	MOST_KEYS = 8,
	GAP = 2,
	PAGED = 60,		/* columns from which turning to more is worth its room */
};

/* A command that has a label and a key here. */
struct keybar_key {
	const struct command *command;
	char *key;
	const char *label;	/* of now */
	int wide, width;	/* of the key; with the label */
	bool offered;		/* does it apply now? */
};

/* --- Made once for a screen --------------------------------------------- */

static void
add_key(struct keybar *bar, const struct keyset *set, const struct command *c)
{
	struct strbuf names = STRBUF_INIT, key = STRBUF_INIT;

	keymap_names(set, c, &names);
	command_first_key(names.text, set->typing, &key);
	if (key.len > 0) {
		bar->keys = xgrow(bar->keys, bar->n, &bar->room,
			sizeof(*bar->keys));
		bar->keys[bar->n++] = (struct keybar_key){
			.command = c, .key = xstrdup(key.text),
			.wide = utf8_width(key.text, key.len) };
	}
	strbuf_clear(&names);
	strbuf_clear(&key);
}

static void
add_table(struct keybar *bar, const struct keyset *set,
	const struct command *table)
{
	for (const struct command *c = table; c && c->keys; c++)
		if (c->label)
			add_key(bar, set, c);
}

static void
make(struct keybar *bar, const struct keyset *set)
{
	if (bar->own == set->own && bar->all == set->all &&
	    bar->view == set->view && bar->typing == set->typing)
		return;
	keybar_clear(bar);
	bar->own = set->own;
	bar->all = set->all;
	bar->view = set->view;
	bar->typing = set->typing;
	add_table(bar, set, set->own);
	bar->n_own = bar->n;
	add_table(bar, set, set->all);
}

void
keybar_clear(struct keybar *bar)
{
	for (size_t i = 0; i < bar->n; i++)
		free(bar->keys[i].key);
	free(bar->keys);
	*bar = (struct keybar){ 0 };
}

/* --- Drawing ------------------------------------------------------------ */

static void
put_key(struct grid *g, int y, int x, const struct keybar_key *k)
{
	grid_put(g, y, x, k->wide, k->key, ROLE_KEY);
	grid_put(g, y, x + k->wide + 1, k->width, _(k->label), ROLE_TEXT);
	grid_target(g, y, x, k->width, key_of_name(k->key, strlen(k->key)));
}

/* What is called what just now, and what of it applies. */
static void
look(struct keybar_key *k, const struct keyset *set)
{
	const char *label = set->label ? set->label(set->of, k->command) :
		k->command->label;

	if (label && label != k->label)
		k->width = k->wide + 1 + utf8_width(_(label), strlen(_(label)));
	k->label = label;
	k->offered = label && (!set->may || set->may(set->of, k->command));
}

/* Whoever selected text with the mouse before is told how to. */
static int
put_mouse(struct grid *g, int y, int right)
{
	const char *text = _("Shift+drag selects");
	int width;

	if (!g->mouse)
		return right;
	width = utf8_width(text, strlen(text));
	if (width > g->cols / 3)
		return right;
	grid_put(g, y, right - width, width, text, ROLE_HINT);
	return right - width - GAP;
}

/* What every view has stands at the right: it is never crowded out. The command that
 * turns the page stands there too, if there are pages. */
static int
put_common(const struct keybar *bar, struct grid *g, int y, int right,
	bool pages, bool draw)
{
	for (size_t i = bar->n_own; i < bar->n; i++) {
		const struct keybar_key *k = &bar->keys[i];

		if (!k->offered || right - k->width < 1 ||
		    ((k->command->flags & COMMAND_TURNS) && !pages))
			continue;
		right -= k->width;
		if (draw)
			put_key(g, y, right, k);
		right -= GAP;
	}
	return right;
}

/* Of the screen's own commands those that have room from one on; draw: and draw
 * them. The one behind them, or n_own. */
static size_t
put_page(const struct keybar *bar, struct grid *g, int y, int right,
	size_t from, bool draw)
{
	int x = 1, n = 0;

	for (size_t i = from; i < bar->n_own; i++) {
		const struct keybar_key *k = &bar->keys[i];

		if (!k->offered || (n == 0 && x + k->width > right))
			continue;
		if (n == MOST_KEYS || x + k->width > right)
			return i;
		if (draw)
			put_key(g, y, x, k);
		x += k->width + GAP;
		n++;
	}
	return bar->n_own;
}

void
keybar_draw(struct keybar *bar, struct grid *g, int y,
	const struct keyset *set)
{
	int end = put_mouse(g, y, g->cols - 1), right;
	size_t from = 0;
	bool pages;

	make(bar, set);
	for (size_t i = 0; i < bar->n; i++)
		look(&bar->keys[i], set);
	right = put_common(bar, g, y, end, false, false);
	pages = g->cols >= PAGED &&
		put_page(bar, g, y, right, from, false) < bar->n_own;
	right = put_common(bar, g, y, end, pages, true);
	for (size_t i = 0; i < set->page; i++) {
		from = put_page(bar, g, y, right, from, false);
		if (from == bar->n_own)	/* behind the last comes the first */
			from = 0;
	}
	put_page(bar, g, y, right, from, true);
}
