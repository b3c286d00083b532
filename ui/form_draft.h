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

/* Append where another session has a draft open, and how long nothing was typed
 * there; nothing if none has. */
void form_draft_held(const struct desk_draft *d, struct strbuf *out);

/* Ask whether to take over a draft that is held; picked is told what
 * form_draft_take wants, or -1. */
void form_draft_ask(struct app *app, const struct desk_draft *d,
	void (*picked)(struct view *owner, int64_t tag));
bool form_draft_take(struct app *app, int64_t tag, struct form *form);

/* Go on in v with a form that was made from a draft; it changes owners. */
void form_draft_go_on(struct form_view *v, const struct form *form);

/* Where a draft of what the form is for is kept, ask whether to go on with it; the
 * form is on the stack. */
void form_draft_offer(struct form_view *v);

#endif
