/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased.h - STORE.erased: what was erased by law, as who and which field and never
 * as what, so that a backup from before does not bring it back (decisions.md D16);
 * and how far the last erasure came, so that one that was cut short is finished. */
#ifndef SRC_ERASED_H
#define SRC_ERASED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/ids.h"

/* How far the newest erasure came. */
enum erased_state {
	ERASED_DONE,
	ERASED_BEGUN,	/* its transaction may have been committed, or not */
	ERASED_VACUUM,	/* committed; deleted bytes may stand in the file */
	ERASED_FOLD,	/* the file is written anew; the WAL is to be cut */
};

enum { ERASED_WHOLE = 0 };	/* in place of a field: the whole record or part */

struct erased_line {
	char uid[IDS_UID_SIZE];	/* of a record or part */
	int field;		/* permanent id, or ERASED_WHOLE */
	char act[IDS_UID_SIZE];	/* the act that erased it */
};

struct erased {
	char store[IDS_UID_SIZE];	/* uid of the store's own record; "" */
	enum erased_state state;
	struct erased_line *lines;	/* owned; those of one act together */
	size_t n, room;
};

#define ERASED_INIT { .state = ERASED_DONE }

void erased_clear(struct erased *e);
void erased_add(struct erased *e, const char *uid, int field, const char *act);

/* Is the line, to the act, in it already? */
bool erased_has(const struct erased *e, const struct erased_line *line);

/*
 * Read the list of the store at path: one with no lines if there is none. DAMAGED if
 * its sum does not fit or it cannot be read as such a list; IO. *e begins as
 * ERASED_INIT.
 */
bool erased_read(const char *path, struct erased *e, struct err *err);

/* Write it (0600), in place of what was there: all of it or nothing, and on disk
 * when this returns. IO, CANNOT_CREATE. */
bool erased_write(const char *path, const struct erased *e, struct err *err);

/*
 * Add the lines of every list of this store (e->store) that lies in the folder of
 * path, whatever name the store had. *lists is how many there were, added to. DAMAGED:
 * one cannot be read, and whose it is cannot be known.
 */
bool erased_gather(const char *path, struct erased *e, size_t *lists,
	struct err *err);

#endif
