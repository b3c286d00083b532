/* SPDX-License-Identifier: GPL-3.0-or-later */
/* template.h - values that a new record of a kind may begin with, kept under a name:
 * a person's own, in STORE.local as template:KIND:NAME. What tells records apart is
 * never among them. */
#ifndef UI_TEMPLATE_H
#define UI_TEMPLATE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/record.h"

enum { TEMPLATE_NAME_MAX = 60 };	/* bytes */

/* May a field be in a template? */
bool template_takes(const struct kind *kind, size_t index);

/* Keep the values, as they are typed; one of the same name goes. INVALID: the name is
 * none, or there is no value to keep. */
bool template_keep(struct desk *desk, const char *name,
	const struct record *values, struct err *err);
bool template_drop(struct desk *desk, const struct kind *kind, const char *name,
	struct err *err);

/* The names of those that there are for a kind, in order; the caller clears them. */
bool template_names(struct desk *desk, const struct kind *kind,
	struct desk_texts *names, struct err *err);

/* The values of one, to be cleared. NOT_FOUND. What no field of the kind takes (any
 * more) is left out. */
bool template_read(struct desk *desk, const struct kind *kind, const char *name,
	struct record *values, struct err *err);

#endif
