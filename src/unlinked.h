/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unlinked.h - records of the viewer's party that carry an identifier which another
 * record carries too, and about which nobody has said what they are to each other. */
#ifndef SRC_UNLINKED_H
#define SRC_UNLINKED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/desk_home.h"
#include "src/session.h"

enum { UNLINKED_MOST = 20 };

/*
 * Count them in waits->total and append rows while there are fewer than limit; there
 * is room for UNLINKED_MOST more than those there are. Only the newest records that
 * carry identifiers are looked at, so what it costs does not grow with the case: what
 * was left without a word for long is not asked about on every morning. Within a
 * read transaction.
 */
bool unlinked_add(struct session *s, struct desk_waits *waits, size_t limit,
	struct err *err);

/* The same of one record, however old. */
bool unlinked_add_on(struct session *s, const struct db_entry *e,
	struct desk_waits *waits, size_t limit, struct err *err);

#endif
