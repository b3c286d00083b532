/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows.h - a window on a list behind the door: the rows around the cursor, which
 * stays with its record whatever happens around it. Knows nothing of drawing. */
#ifndef UI_ROWS_H
#define UI_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk.h"

struct rows {
	struct desk *desk;
	int64_t handle, next;	/* of the list shown, and of the one to come */
	bool has, has_next;	/* are they open? */
	struct desk_page page;	/* what is at hand of it */
	size_t cursor, top;	/* rows of page: under the cursor, first on screen */
	int height;		/* rows of the screen; set before the first open */
	char *follow;		/* uid of the record that the cursor goes to once the list
				 * has come to it, unless the person moves first; or
				 * NULL */
	size_t follow_y;	/* the row of the screen that it stands on then */
	bool gone;		/* the record under the cursor left the list */
	int64_t news;		/* rows that came since the beginning was looked at */
	int asked;		/* pages asked for so far, for the tests */
};

/*
 * Begin another list: at its first row, or where follow (a uid; may be NULL) is,
 * if it is in it; that may show only later, while the list is still being made.
 * What is shown stays until the new list has a screen full or is
 * complete: rows_step brings that about. After a failure nothing has changed.
 */
bool rows_open(struct rows *r, const struct desk_list_spec *spec,
	const char *follow, struct err *err);

/* One step of 10 ms at most of what is under way; *more says whether it goes on. */
bool rows_step(struct rows *r, bool *more, struct err *err);

/* Is all there that the screen can show, and only how many there are is not known
 * yet? Until it is, page.total is the least. */
bool rows_lack_count(const struct rows *r);

/* Read again what is shown, for the store changed. */
bool rows_refresh(struct rows *r, struct err *err);

/* The screen has so many rows now. */
bool rows_resize(struct rows *r, int height, struct err *err);

/* Go by some rows; to the beginning; to the end. Within what is at hand nothing is
 * asked. */
bool rows_move(struct rows *r, int64_t by, struct err *err);
bool rows_home(struct rows *r, struct err *err);
bool rows_end(struct rows *r, struct err *err);

/* The row under the cursor, NULL in an empty list; borrowed until the next call. */
const struct desk_row *rows_at(const struct rows *r);

void rows_close(struct rows *r);

#endif
