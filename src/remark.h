/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remark.h - what a person should be told of a record that stands in none of its
 * fields: what it waits for, what is still to be said. */
#ifndef SRC_REMARK_H
#define SRC_REMARK_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "src/desk.h"

/*
 * Append the remark on an item as at the door, and say under which label it
 * stands (not translated, constant); false, and nothing is appended, when there
 * is none. zone is that of the reader.
 */
bool remark_of(struct strbuf *out, const char **label,
	const struct desk_item *item, const char *zone);

#endif
