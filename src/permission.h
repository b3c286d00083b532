/* SPDX-License-Identifier: GPL-3.0-or-later */
/* permission.h - what the origin of a record allowed, by the parts that say so
 * (decisions.md D9: only the origin lifts its terms). */
#ifndef SRC_PERMISSION_H
#define SRC_PERMISSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/db.h"
#include "src/parts.h"
#include "src/record.h"

/*
 * Read for which use a permission of this sort is, in the field with this index: of
 * "use" words of codes_use, of "lift" those of codes_lift, else any text. Fails as
 * a value does.
 */
bool permission_read_use(struct record *r, size_t index, const char *what,
	struct err *err);

/* Those of one record, as inside, oldest first. */
struct permissions {
	struct record *all;	/* owned */
	size_t n;
};

/* Read them. On failure there is nothing to clear. */
bool permissions_load(struct permissions *p, struct db *db, int64_t rid,
	struct err *err);
void permissions_clear(struct permissions *p);

/*
 * Is there one of this kind ("lift", "onward") that stands: neither retracted nor
 * corrected? use: it names it, or names none at all. to_party (uid): it is for
 * that party, or for any. NULL: whatever it says there.
 */
bool permissions_have(const struct permissions *p, const char *what,
	const char *use, const char *to_party);

#endif
