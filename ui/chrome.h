/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chrome.h - the title bar, which stands above every view, and small things that
 * several views write. */
#ifndef UI_CHROME_H
#define UI_CHROME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "src/desk.h"
#include "ui/grid.h"

enum { CHROME_MIN_ROWS = 8, CHROME_MIN_COLS = 40 };

/* How many are overdue: 0 or below: none, or not known; or more than n. */
struct chrome_overdue {
	int64_t n;
	bool more;
};

/* Case, title, what is overdue, when the agreement ends, party, person and role;
 * TRAINING, READ ONLY. */
void chrome_title(struct grid *g, int y, const struct desk_who *who,
	struct chrome_overdue overdue);

/* Append a count as people read it: "3,031". */
void chrome_count(struct strbuf *out, int64_t n);

/* A short rule with a text in it, between two parts of a screen: a whole line of
 * rule would cost more bytes than the text around it. */
void chrome_rule(struct grid *g, struct area a, const char *text);

/* A frame with a title around an area, blank inside; gives the inside. On a plain
 * screen the title alone is seen of it. */
struct area chrome_box(struct grid *g, struct area a, const char *title);

/* An area of a size in the middle of another, no larger than it. */
struct area chrome_centre(struct area in, int rows, int cols);

/* Sentences broken into lines of a width, without the line feed at the end, into out:
 * how many. Drawn, they are taken apart; those that the area has no row for are left. */
int chrome_lines(struct strbuf *out, const char *text, int width);
void chrome_put_lines(struct grid *g, struct area a, char *lines, enum role role);

#endif
