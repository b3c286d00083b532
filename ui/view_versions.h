/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_versions.h - a field that two people changed at once: what it was, what it is
 * now, what was typed, side by side by line; and which of them it is to be. */
#ifndef UI_VIEW_VERSIONS_H
#define UI_VIEW_VERSIONS_H

#include "ui/form.h"
#include "ui/view.h"

/* Over the form whose field it is; the field has theirs. decided is called with the
 * form's view when a version was chosen, after this is off the stack: edit says that
 * the text is to be gone over now. */
void view_versions_open(struct app *app, const struct form *form,
	struct form_field *field, void (*decided)(struct view *owner, bool edit));

extern const struct command view_versions_commands[];

#endif
