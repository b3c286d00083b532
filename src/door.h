/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door.h - records on their way through the door: uids inside, refs outside, and
 * what the viewer may not see gone (invariant I2, decisions.md D10). */
#ifndef SRC_DOOR_H
#define SRC_DOOR_H

#include <stdbool.h>

#include "base/err.h"
#include "src/record.h"
#include "src/shown.h"
#include "src/viewer.h"

/* Turn an inside record into what this viewer gets: uids become refs, references
 * to what they do not see and hidden fields become absent, case gets its code. */
void door_out(struct store *s, const struct viewer *v, struct record *r);

/* The same for one of many: they refer to the same few records over and over, whose
 * refs are remembered. */
void door_out_among(struct store *s, const struct viewer *v, struct shown *shown,
	struct record *r);

/* One value likewise, for histories; false: absent for this viewer. */
bool door_out_value(struct store *s, const struct viewer *v,
	const struct field *f, const char *text, struct strbuf *out);

/* Load a record as inside. NOT_FOUND if the row is gone. */
bool door_load(struct store *s, const struct db_entry *e, struct record *r,
	struct err *err);

/* Load it as this viewer, who sees it, gets it. */
bool door_show(struct store *s, const struct viewer *v,
	const struct db_entry *e, struct record *r, struct err *err);

#endif
