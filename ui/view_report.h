/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_report.h - what an act on several records left undone, and why: each of them
 * with its whole sentence, over the view that acted. */
#ifndef UI_VIEW_REPORT_H
#define UI_VIEW_REPORT_H

#include "ui/view.h"

/* A report without lines yet; mark is run when the person wants those it tells of
 * marked, after it is off the stack; NULL: there is nothing to mark. To be shown with
 * app_push. */
struct view *view_report_new(const char *title, void (*mark)(struct view *owner));

/* Add what was refused, and why. */
void view_report_add(struct view *v, const char *ref, const char *why);

extern const struct command view_report_commands[];

#endif
