/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_find.h - all that words find in the whole case, and how each was found. */
#ifndef UI_VIEW_FIND_H
#define UI_VIEW_FIND_H

#include "ui/view.h"

/* Look for words; none: they are asked for first. USAGE: they are no text to look
 * for. */
bool view_find_open(struct app *app, const char *words, struct err *err);

extern const struct command view_find_commands[];

#endif
