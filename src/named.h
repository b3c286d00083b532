/* SPDX-License-Identifier: GPL-3.0-or-later */
/* named.h - a field by the name that a person wrote in a filter or a sort. */
#ifndef SRC_NAMED_H
#define SRC_NAMED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/kind.h"

/* The index of the field that len bytes of name mean; hidden ones are not there.
 * USAGE, with the names that are near, or else the kind's own. */
bool named_field(const struct kind *k, const char *name, size_t len,
	size_t *index, struct err *err);

#endif
