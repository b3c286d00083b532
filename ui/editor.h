/* SPDX-License-Identifier: GPL-3.0-or-later */
/* editor.h - a long text given to the editor that the person has in VISUAL or EDITOR:
 * on a store of their own alone, for an editor can run anything (SECURITY.md). */
#ifndef UI_EDITOR_H
#define UI_EDITOR_H

#include <stdbool.h>

#include "base/err.h"
#include "ui/app.h"
#include "ui/edit.h"

/* May it be, here and now? DENIED, saying why not and what could be done. */
bool editor_may(const struct app *app, struct err *err);

/*
 * Give the text to the editor and take it back, as one step that can be taken back.
 * The file, 0600 in a folder of its own beside the store, stays until editor_forget:
 * its name is in e->aside. Returns when the editor has ended.
 */
bool editor_run(struct app *app, struct edit *e, struct err *err);

/* The text is safe in the store or in a draft: the file goes, with its folder and what
 * the editor left in it. */
void editor_forget(struct edit *e);

#endif
