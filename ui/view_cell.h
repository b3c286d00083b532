/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_cell.h - one value of a record, changed where it stands: the editor lies over
 * the cell of the list that shows it. It is a form of one field: checked while it is
 * typed, kept as a draft, saved as one act, and when others changed it meanwhile
 * both are shown and a person chooses. */
#ifndef UI_VIEW_CELL_H
#define UI_VIEW_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/view.h"

struct cell_ask {
	const char *ref;	/* of the record, or its uid */
	size_t field;		/* index */

	/* Where the cell stands now, asked at each drawing: the screen may have
	 * another size since. False: it is not to be seen. */
	bool (*where)(const struct view *owner, struct area *at);

	/* It was saved by Tab or BackTab: by is 1 or -1. The owner goes to the
	 * cell beside it. NULL: these keys save like Enter. */
	void (*go_on)(struct view *owner, int by);
};

/* Over the view that asks, which is on top. A field that nobody types, or a record
 * that is not there any more, is said in the last line. */
void view_cell_open(struct app *app, const struct cell_ask *ask);

extern const struct command view_cell_commands[];

#endif
