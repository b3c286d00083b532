/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_save.h - how a form on the screen ends: saved, left, thrown away; commands of
 * view_form.c. */
#ifndef UI_FORM_SAVE_H
#define UI_FORM_SAVE_H

#include "ui/form_view.h"

/* The field under the cursor is left: a code or a name that was begun becomes whole,
 * and the desk says what it thinks of it. */
void form_finish(struct form_view *v);

/* Ask the desk what it thinks of all that was typed. */
void form_ask_desk(struct form_view *v);

void form_run_save(struct view *view, int k);
void form_run_save_next(struct view *view, int k);
void form_run_back(struct view *view, int k);
void form_run_discard(struct view *view, int k);

#endif
