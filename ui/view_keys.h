/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_keys.h - a person's own keys: their file, and what is wrong in it. */
#ifndef UI_VIEW_KEYS_H
#define UI_VIEW_KEYS_H

#include "ui/app.h"

void view_keys_open(struct app *app);

#endif
