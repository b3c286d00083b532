/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_form.h - a record being typed, field by field. */
#ifndef UI_VIEW_FORM_H
#define UI_VIEW_FORM_H

#include "src/kind.h"
#include "src/record.h"
#include "ui/view.h"

/* A form for a new record of a kind, for a part of a record, for a link from a
 * record, for changing a record. Where a draft of the same is kept, it is offered
 * first. */
void view_form_new(struct app *app, const struct kind *kind);
void view_form_part(struct app *app, const struct kind *kind, const char *of);
void view_form_link(struct app *app, const char *from);
void view_form_edit(struct app *app, const char *ref);

/* A form for a new record, or part, in which values are typed already: a template. */
void view_form_typed(struct app *app, const struct record *typed);

/* A form for the next record or part like one. */
void view_form_like(struct app *app, const char *ref);

/* Go on with a draft: of a form, or of many rows (view_sheet.h). */
void view_form_draft(struct app *app, const struct desk_draft *draft);

extern const struct command view_form_commands[];

#endif
