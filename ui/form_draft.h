/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draft.h - the draft of a form on the screen: kept while it is typed, offered
 * when the same form is opened again; for view_form.c. */
#ifndef UI_FORM_DRAFT_H
#define UI_FORM_DRAFT_H

#include <stdint.h>

#include "ui/form_view.h"

/* Keep what was typed, if anything is new. What hinders it is in v->unkept. */
void form_draft_keep(struct form_view *v);

/* The same when it is time: a second after the last one, or after 20 keys; as long as
 * it fails, each second again. ms until then, or -1. */
int64_t form_draft_tick(struct form_view *v, int64_t now);

/* Where a draft of what the form is for is kept, ask whether to go on with it; the
 * form is on the stack. */
void form_draft_offer(struct form_view *v);

#endif
