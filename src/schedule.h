/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schedule.h - what an export left out, for those who made it and nobody else: a
 * file of its own beside the export, never a part of it. */
#ifndef SRC_SCHEDULE_H
#define SRC_SCHEDULE_H

#include "src/export.h"

/*
 * The schedule, which the caller frees; NULL when nothing was left out and
 * nothing got another name. Lines of cells with tabs between: what begins with #
 * says which export it belongs to, by the digest of its bytes; then "left out",
 * ref, kind, reasons; then "named", what the document calls a record, its ref.
 */
char *schedule_text(const struct export *ex, const struct session *s,
	const char *digest);

/* One more that stays inside, for these reasons. */
void schedule_add(struct export *ex, const struct record *r, unsigned why);

/* Tell of each that may assist the defence and would stay inside. */
void schedule_stops(const struct export *ex, struct desk_progress *p);

/* Tell of each that goes out under a restriction what its text is. */
void schedule_asks(const struct export *ex, struct desk_progress *p);

#endif
