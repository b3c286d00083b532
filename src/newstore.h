/* SPDX-License-Identifier: GPL-3.0-or-later */
/* newstore.h - a store that is made aside and gets its name when it is whole: a
 * new one, a backup, a restored or rebuilt one. */
#ifndef SRC_NEWSTORE_H
#define SRC_NEWSTORE_H

#include <stdbool.h>

#include "base/err.h"

struct newstore {
	char *path;	/* where it will be, resolved; NULL: it is for us alone */
	char *temp;	/* where it is made; there is nothing yet */
};

/* CANNOT_CREATE if path exists. */
bool newstore_begin(struct newstore *n, const char *path, struct err *err);

/* One that never gets a name of its own, beside a store that exists. */
void newstore_begin_beside(struct newstore *n, const char *store);

/*
 * It is closed and good: give it its name, and first its key, if it has one, so
 * that nothing half-made ever stands there. CANNOT_CREATE if something has come
 * there meanwhile.
 */
bool newstore_place(struct newstore *n, struct err *err);

/* Remove what was not placed, with all that lies beside it, and free n. */
void newstore_drop(struct newstore *n);

#endif
