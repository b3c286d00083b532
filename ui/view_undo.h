/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_undo.h - the question before an act is undone: what it was, in a sentence. */
#ifndef UI_VIEW_UNDO_H
#define UI_VIEW_UNDO_H

#include "ui/app.h"

/* Ask whether to undo the last act on a record, or (NULL) one's own last act. Says
 * why not when it cannot be undone. */
void view_undo_open(struct app *app, const char *ref);

/* The same of the act of an entry, 8 hex digits, whatever came after it. */
void view_undo_entry(struct app *app, const char *entry);

#endif
