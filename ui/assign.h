/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign.h - FIELD=VALUE arguments as the change of a record. */
#ifndef UI_ASSIGN_H
#define UI_ASSIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/record.h"

/*
 * Set the fields of change, a record of its kind with nothing set, as the
 * arguments say:
 *	field=value	field= (cleared)	field+=word	field-=word
 *	field=@FILE	field=@- (standard input, once)	field=@@x (the text @x)
 * and currency=CODE for amounts given without one. USAGE for an unknown or
 * derived field and for one that is given twice; INVALID for a file with more
 * than the field takes or with a NUL or no UTF-8; NO_FILE. Other faults of
 * values are the desk's to find. The one line end that closes a file is no part
 * of its value.
 */
bool assign_fields(struct record *change, const char *const *args, size_t n,
	struct err *err);

/* Set one field by name to a value taken as it is, for values that come from
 * elsewhere (import lines); same errors. */
bool assign_value(struct record *change, const char *name, const char *value,
	struct err *err);

#endif
