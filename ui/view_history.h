/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_history.h - who did what when, to a record or at the whole case, as sentences
 * under their days, the newest first; and one entry of it with all that differs. */
#ifndef UI_VIEW_HISTORY_H
#define UI_VIEW_HISTORY_H

#include "ui/view.h"

/* That of a record; NULL: of the case. False, and it is said why, if there is none. */
bool view_history_open(struct app *app, const char *ref);

/* One entry (8 hex digits) of the newest entries of a record, or of the case. */
bool view_entry_open(struct app *app, const char *ref, int64_t limit,
	const char *entry);

extern const struct command view_history_commands[], view_entry_commands[];

#endif
