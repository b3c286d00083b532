/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_drafts.h - what was begun and not saved: to go on with, to be compared with
 * what the record is now, to be thrown away. */
#ifndef UI_VIEW_DRAFTS_H
#define UI_VIEW_DRAFTS_H

#include "ui/view.h"

void view_drafts_open(struct app *app);

extern const struct command view_drafts_commands[];

#endif
