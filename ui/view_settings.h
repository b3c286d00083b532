/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_settings.h - the settings of the screens, each with what it does; a change is
 * seen and kept at once. */
#ifndef UI_VIEW_SETTINGS_H
#define UI_VIEW_SETTINGS_H

#include "ui/view.h"

void view_settings_open(struct app *app);

extern const struct command view_settings_commands[];

#endif
