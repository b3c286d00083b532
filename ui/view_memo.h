/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_memo.h - a long text of a form, over the whole screen. */
#ifndef UI_VIEW_MEMO_H
#define UI_VIEW_MEMO_H

#include "ui/edit.h"
#include "ui/view.h"

/* Type into the edit, which stays its form's; the form is below on the stack. calls:
 * whom a word after @ may mean is offered (callees.h). */
void view_memo_open(struct app *app, const char *title, struct edit *edit,
	bool calls);

extern const struct command view_memo_commands[], view_memo_find_commands[];

#endif
