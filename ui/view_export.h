/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_export.h - write the case, or a summary of it, to a file: what, for whom, where,
 * asked one after the other. */
#ifndef UI_VIEW_EXPORT_H
#define UI_VIEW_EXPORT_H

#include "ui/app.h"

void view_export_open(struct app *app);

extern const struct command view_export_commands[];

#endif
