/* SPDX-License-Identifier: GPL-3.0-or-later */
/* definition.h - the definition of a further field (further.h): a record of the
 * case, logged and rebuilt as any. */
#ifndef SRC_DEFINITION_H
#define SRC_DEFINITION_H

#include "src/kind.h"

enum definition_field {
	DEFINITION_KIND = HEADER_N,
	DEFINITION_NAME,
	DEFINITION_TYPE,
	DEFINITION_CODES,
	DEFINITION_LABEL,
	DEFINITION_RETIRED,
	DEFINITION_SLOT,	/* hidden: which of the spare columns it is */
};

extern const struct kind definition_kind;

/* The kinds that have spare columns. */
extern const struct field_code definition_kinds[];

#endif
