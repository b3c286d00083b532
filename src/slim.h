/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slim.h - what of a record goes along where many are named: by what a person
 * knows it again. */
#ifndef SRC_SLIM_H
#define SRC_SLIM_H

#include <stdbool.h>
#include <stddef.h>

#include "src/record.h"

/* Is the field one of those: ref, id, kind, case, source_id, legal, special, its title,
 * and what a list shows? Others of the header would be looked up for nothing. */
bool slim_has(const struct kind *k, size_t index);

/* Unset all others. */
void slim_record(struct record *r);

#endif
