/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history.h - entries of the log as the viewer may know them; see also the calls of
 * session.h. */
#ifndef SRC_HISTORY_H
#define SRC_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/log.h"
#include "src/desk.h"
#include "src/session.h"

/* Where an entry stands, and the record that it is about. */
struct history_spot {
	int64_t tree, seq, rid;
};

/* Does the viewer get to know of this entry at all? Within a transaction. */
bool history_is_told(struct session *s, const struct db_log_row *row);

/* The newest entry on a record or its parts. NOT_FOUND as ref_resolve. */
bool history_newest_of(struct session *s, const char *ref,
	struct history_spot *spot, struct err *err);

/* The newest entries on a record and its parts, at most limit (0: all), newest
 * first; the caller frees *spots. NOT_FOUND as ref_resolve. */
bool history_spots_of(struct session *s, const char *ref, int64_t limit,
	struct history_spot **spots, size_t *n, struct err *err);

/* Tell n entries, in this order. */
bool history_tell(struct session *s, const struct history_spot *spots, size_t n,
	struct desk_history *a, struct err *err);

#endif
