/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plain.h - a screen as plain lines: without title, key bar, frames and rules, and
 * what stands side by side one below the other. */
#ifndef UI_PLAIN_H
#define UI_PLAIN_H

#include "base/strbuf.h"
#include "ui/grid.h"

/* Append the lines of a screen; blank ones at the ends are left out. */
void plain_text(const struct grid *g, struct strbuf *out);

/* The selected row without its mark, in the pane that it is in; NULL if there is none.
 * The caller frees. */
char *plain_selected(const struct grid *g);

#endif
