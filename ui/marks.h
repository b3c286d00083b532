/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marks.h - the records of a list that a person marked, by uid: what is sorted,
 * filtered or changed by others meanwhile takes no mark away. */
#ifndef UI_MARKS_H
#define UI_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "src/desk.h"

/* As many as one act can change. */
enum { MARKS_MOST = DESK_MANY_MOST };

/* Begins as { 0 }. */
struct marks {
	struct mark {
		char *uid, *ref;
	} *marks;		/* by uid; owned */
	size_t n, room;
};

bool marks_has(const struct marks *m, const char *uid);

/* Mark it; false if there are too many. Take the mark away. */
bool marks_add(struct marks *m, const char *uid, const char *ref);
void marks_drop(struct marks *m, const char *uid);

void marks_clear(struct marks *m);

/*
 * Mark what a list holds, up to MARKS_MOST in all; *more says whether there were
 * others besides. Fails as desk_list_open and desk_list_page do.
 */
bool marks_add_all(struct marks *m, struct desk *desk,
	const struct desk_list_spec *spec, bool *more, struct err *err);

#endif
