/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tabs.c - see tabs.h. */
#include "ui/tabs.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/chrome.h"
#include "base/banned.h"

/* Who works at the case and how, in place of what they write down? */
static int
is_setup(const struct kind *k)
{
	return (k->flags & (KIND_IN_STORE | KIND_IS_SETUP)) != 0;
}

size_t
tabs_kinds(const struct kind *kinds_out[TABS_MOST])
{
	size_t n = 0;

	for (int setup = 0; setup <= 1; setup++)
		for (size_t i = 0; kinds[i] && n < TABS_MOST; i++)
			if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)) &&
			    is_setup(kinds[i]) == setup)
				kinds_out[n++] = kinds[i];
	return n;
}

void
tabs_init(struct tabs *t)
{
	*t = (struct tabs){ .n = 0 };
	t->n = tabs_kinds(t->kinds);
	for (size_t i = 0; i < t->n; i++)
		t->counts[i] = -1;
}

/* By the counters of the store: a look-up, however many there are. */
static int64_t
count(struct desk *desk, const struct kind *kind)
{
	struct desk_list_spec spec = { .kind = kind->no };
	struct desk_opened opened = { 0 };
	struct desk_page page = { 0 };
	int64_t n = -1;

	if (!desk_list_open(desk, &spec, &opened, NULL))
		return -1;
	if (desk_list_page(desk,
	    &(struct desk_page_ask){ .handle = opened.handle }, &page, NULL) &&
	    !page.at_least)
		n = page.total;
	desk_page_clear(&page);
	desk_list_close(desk, opened.handle, NULL);
	return n;
}

void
tabs_count(struct tabs *t, struct desk *desk)
{
	for (size_t i = 0; i < t->n && !t->counted; i++)
		t->counts[i] = count(desk, t->kinds[i]);
	t->counted = true;
}

size_t
tabs_find(const struct tabs *t, const struct kind *kind)
{
	size_t i = 0;

	while (i < t->n && t->kinds[i] != kind)
		i++;
	return i;
}

/* --- The bar ------------------------------------------------------------ */

/* "Leads 36" */
static void
text_of(const struct tabs *t, size_t i, struct strbuf *out)
{
	strbuf_reset(out);
	strbuf_puts(out, _(t->kinds[i]->plural));
	if (t->counts[i] >= 0) {
		strbuf_puts(out, " ");
		chrome_count(out, t->counts[i]);
	}
}

/* With a blank, or what stands for it, at either side. */
static void
measure(const struct tabs *t, int widths[TABS_MOST])
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < t->n; i++) {
		text_of(t, i, &text);
		widths[i] = utf8_width(text.text, text.len) + 2;
	}
	strbuf_clear(&text);
}

/* What is seen of the bar: tabs first to below end. Those at the left go first, as
 * few as need be. */
struct window {
	size_t first, end;
};

enum { MORE = 2 };		/* columns of the sign that there are more */

static struct window
window_of(const struct tabs *t, const int *widths, int cols, size_t on)
{
	struct window w = { 0, 0 };
	int width = 0;

	for (size_t i = 0; i <= on && i < t->n; i++)
		width += widths[i];
	/* Room for the signs at either end. */
	while (w.first < on && width + (w.first > 0 ? MORE : 0) +
	    (on + 1 < t->n ? MORE : 0) > cols)
		width -= widths[w.first++];
	if (w.first > 0)
		width += MORE;
	for (w.end = on < t->n ? on + 1 : t->n; w.end < t->n; w.end++) {
		width += widths[w.end];
		if (width + (w.end + 1 < t->n ? MORE : 0) > cols)
			break;
	}
	return w;
}

static void
put_more(struct grid *g, struct area a, int x)
{
	if (x >= a.x && x < a.x + a.cols)
		grid_put(g, a.y, x, 1, g->ascii ? "~" : "…", ROLE_HINT);
}

void
tabs_draw(const struct tabs *t, struct grid *g, struct area a,
	const struct kind *on)
{
	size_t at = tabs_find(t, on);
	struct window w;
	struct strbuf text = STRBUF_INIT;
	int x = a.x, widths[TABS_MOST] = { 0 };

	measure(t, widths);
	w = window_of(t, widths, a.cols, at);
	if (w.first > 0) {
		put_more(g, a, x);
		x += MORE;
	}
	for (size_t i = w.first; i < w.end; i++) {
		enum role role = i == at ? ROLE_TAB_ON : ROLE_TAB;
		int width = widths[i];

		text_of(t, i, &text);
		grid_fill(g, a.y, x, width, role);
		grid_put(g, a.y, x + 1, a.x + a.cols - x - 1, text.text, role);
		if (i == at) {
			/* Not by looks alone. */
			grid_put(g, a.y, x, 1, "[", role);
			grid_put(g, a.y, x + width - 1, 1, "]", role);
		}
		if (i < 9)
			grid_target(g, a.y, x, width, '1' + (int)i);
		x += width;
	}
	if (w.end < t->n)
		put_more(g, a, x + 1 < a.x + a.cols ? x + 1 : a.x + a.cols - 1);
	strbuf_clear(&text);
}
