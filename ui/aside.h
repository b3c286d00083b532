/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aside.h - files that show either their old content or all of the new, and
 * files that have no name. */
#ifndef UI_ASIDE_H
#define UI_ASIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/*
 * A file in the making, beside the one that it will replace. What exists and is
 * no regular file (a device, a pipe) is written to as it is.
 */
struct aside {
	char *path;		/* the name that it will have */
	char *temp;		/* what it is called now; NULL: as it will be */
	int fd;			/* -1: not open */
};

#define ASIDE_INIT { .fd = -1 }

/* CANNOT_CREATE if the folder does not allow it. */
bool aside_open(struct aside *a, const char *path, struct err *err);
bool aside_write(struct aside *a, const void *data, size_t len,
	struct err *err);

/* Sync it, give it its name, sync the folder. On failure nothing is left. */
bool aside_done(struct aside *a, struct err *err);

/* Give it up, leaving nothing behind; also after aside_done, and when it was
 * never open. */
void aside_drop(struct aside *a);

/* An unnamed file, for input that must be read twice: in $TMPDIR, else in the
 * folder of a path. -1 with CANNOT_CREATE. */
int aside_spool(const char *beside, struct err *err);

#endif
