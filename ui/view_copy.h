/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_copy.h - send a part of what is shown to the clipboard of the terminal. */
#ifndef UI_VIEW_COPY_H
#define UI_VIEW_COPY_H

#include "ui/view.h"

/* Offer what there is: ref, title, row, value. */
void view_copy_open(struct app *app, struct view *v);

#endif
