/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purpose.h - why a record that is restricted is opened: asked for in one line. */
#ifndef UI_PURPOSE_H
#define UI_PURPOSE_H

#include "ui/app.h"

/* Ask why, over the view at the top, and open the record with the answer. */
void purpose_ask(struct app *app, const char *ref);

#endif
