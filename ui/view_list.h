/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_list.h - records of one kind as a list, with the one under the cursor
 * beside or below it. */
#ifndef UI_VIEW_LIST_H
#define UI_VIEW_LIST_H

#include "src/kind.h"
#include "ui/view.h"

/* A list of a kind; filter may be NULL. To be shown with app_push. */
struct view *view_list_new(struct app *app, const struct kind *kind,
	const char *filter);

extern const struct command view_list_commands[], view_list_typing_commands[];

#endif
