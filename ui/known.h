/* SPDX-License-Identifier: GPL-3.0-or-later */
/* known.h - kinds and fields by the names that a person types. */
#ifndef UI_KNOWN_H
#define UI_KNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/kind.h"

/* A kind by its name, as a person typed it: USAGE if there is none, naming
 * those there are. lists: parts are none, for they are listed with their
 * record. */
const struct kind *known_kind(const char *name, bool lists, struct err *err);

/* A field of the kind by name; USAGE likewise. Hidden ones are not found. */
bool known_field(const struct kind *k, const char *name, size_t *index,
	struct err *err);

#endif
