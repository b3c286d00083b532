/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usual_parts.h - in which order the parts of a record are offered: those that its
 * kind is made for first, the others behind, a comment last. One table. */
#ifndef UI_USUAL_PARTS_H
#define UI_USUAL_PARTS_H

#include <stddef.h>

#include "src/kind.h"

/* The n-th kind of part that a record of the kind may carry; NULL if there are
 * fewer. */
const struct kind *usual_part(const struct kind *kind, size_t n);

#endif
