/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_pick.h - a choice from a list, over the view that asks; typing narrows it. */
#ifndef UI_VIEW_PICK_H
#define UI_VIEW_PICK_H

#include <stdint.h>

#include "ui/view.h"

/* A choice without rows yet; picked is told the tag, after the choice is off
 * the stack. To be shown with app_push. */
struct view *view_pick_new(const char *title,
	void (*picked)(struct view *owner, int64_t tag));

/* Add a row: text, and beside it in front a short note (may be NULL). A row that is
 * off is shown with the reason and cannot be chosen. */
void view_pick_add(struct view *v, const char *note, const char *text,
	int64_t tag);
void view_pick_add_off(struct view *v, const char *note, const char *text,
	const char *why);

/* Add a row that typing also finds by a word that is not shown: the name of a code, a
 * kind or a field, the same in every language. */
void view_pick_add_code(struct view *v, const char *code, const char *text,
	int64_t tag);

/* What the choice is about, in whole sentences above its rows. */
void view_pick_say(struct view *v, const char *text);

/* Put the cursor on the row of a tag. */
void view_pick_select(struct view *v, int64_t tag);

extern const struct command view_pick_commands[];

#endif
