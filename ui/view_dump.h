/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_dump.h - write what the screen shows to a file, as text. */
#ifndef UI_VIEW_DUMP_H
#define UI_VIEW_DUMP_H

#include "ui/app.h"

/* Ask where to, and write it. */
void view_dump_open(struct app *app);

#endif
