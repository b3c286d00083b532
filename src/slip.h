/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slip.h - dates that were probably mistyped. A case is told of late, of what came
 * before it, and of what nobody knows exactly: no date is refused for what it says.
 * Whoever enters an unlikely one is told so, once, beside the field. */
#ifndef SRC_SLIP_H
#define SRC_SLIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "src/record.h"

/*
 * Append why the date in a field is unlikely, in one sentence that names the field;
 * false, and nothing is appended, when it is not, or the field has no date. Unlikely
 * is a day before 1900, or more than 50 years after now (ms UTC); a day to come
 * where something has taken place (FIELD_PAST); an end before its beginning
 * (field.after). Of two precisions only what both know is compared: "2026" is
 * neither before nor after a day of that year.
 */
bool slip_of(struct strbuf *out, const struct record *r, size_t index,
	int64_t now);

/* Does what the date in a field is held against stand in this other field? */
bool slip_reads(const struct kind *k, size_t index, size_t other);

#endif
