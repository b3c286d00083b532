/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ended.h - the last screen of who may see no more: nothing of the case, and why. */
#ifndef UI_ENDED_H
#define UI_ENDED_H

#include "ui/grid.h"

/* Draw the sentence that the desk gave, alone on the whole grid. */
void ended_draw(struct grid *g, const char *text);

#endif
