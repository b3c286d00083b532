/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_timeline.h - what took place and what is to come, under months and days: of
 * one record with what lies around it, or of the case. */
#ifndef UI_VIEW_TIMELINE_H
#define UI_VIEW_TIMELINE_H

#include "ui/view.h"

/* That of a record; NULL: of the case. It begins at today. False, and it is said
 * why, when there is none. */
bool view_timeline_open(struct app *app, const char *ref);

extern const struct command view_timeline_commands[];

#endif
