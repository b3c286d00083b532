/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_since.h - what an act did to one record, and what became of that since:
 * whether it can be undone. */
#ifndef SRC_UNDO_SINCE_H
#define SRC_UNDO_SINCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/ids.h"
#include "db/entry.h"
#include "src/record.h"
#include "src/session.h"

struct undo_since {
	struct db_entry line;
	bool added;		/* by the act */
	bool notice;		/* it only tells of another record (correction.h) */
	bool follows;		/* the act changed nothing but what follows from others */
	struct record before;	/* as the act found it, inside */
	bool *touched;		/* by field: the act changed it */
	char verb[16];		/* of the act's last entry */
	char act[IDS_UID_SIZE];	/* its id */

	/* The newest change after it of what it touched; field is kind_n for none. */
	size_t field;
	char who[40];		/* uid of the member; "" for none */
	char leaf[9];		/* of that entry */
};

/* Read it from the log. The caller clears it, on success. */
bool undo_since_read(struct undo_since *of, struct session *s, int64_t tree,
	int64_t rid, const char *act, struct err *err);
void undo_since_clear(struct undo_since *of);

/* RULE, saying what was changed by whom since, or what is done instead. */
bool undo_since_allows(const struct undo_since *of, struct session *s,
	struct err *err);

#endif
