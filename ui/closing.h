/* SPDX-License-Identifier: GPL-3.0-or-later */
/* closing.h - how a record of each kind is done with: the statuses that close it, and
 * when somebody has to say why. A constant table. */
#ifndef UI_CLOSING_H
#define UI_CLOSING_H

#include <stdbool.h>
#include <stddef.h>

#include "src/kind.h"

struct closing {
	enum kind_no kind;
	const char *codes;	/* of kind.status: "a,b"; the kind's own: NULL */
	const char *reason;	/* the field that says why; NULL: none */
	const char *needs;	/* the codes that are not taken without; or NULL */
};

/* NULL: a record of the kind is never done with. */
const struct closing *closing_of(const struct kind *kind);

/* The n-th of the codes; NULL if there are fewer. */
const struct field_code *closing_code(const struct closing *c, size_t n);

/* Does this status want a reason? */
bool closing_needs_reason(const struct closing *c, const char *code);

#endif
