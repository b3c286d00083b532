/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ended.c - see ended.h. */
#include "ui/ended.h"

#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "ui/para.h"
#include "base/banned.h"

enum { MARGIN = 2, MOST = 72 };

/* Lines of a text from y on; returns the line behind them. */
static int
put_lines(struct grid *g, int y, const char *text, enum role role)
{
	int width = g->cols - 2 * MARGIN;
	struct strbuf clean = STRBUF_INIT, lines = STRBUF_INIT;

	clean_text(&clean, text, strlen(text), 0);
	para_put(&lines, clean.text ? clean.text : "", 0,
		width > MOST ? MOST : width);
	for (const char *p = lines.text; *p; y++) {
		size_t len = strcspn(p, "\n");

		grid_put_clean(g, y, MARGIN, g->cols - MARGIN, p, len, role);
		p += len + (p[len] == '\n');
	}
	strbuf_clear(&lines);
	strbuf_clear(&clean);
	return y;
}

void
ended_draw(struct grid *g, const char *text)
{
	int y = put_lines(g, 1, text, ROLE_STRONG);

	put_lines(g, y + 1, _("Esc leaves the program."), ROLE_HINT);
}
