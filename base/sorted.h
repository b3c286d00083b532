/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sorted.h - looking in numbers that ascend: ids of rows, of audiences. */
#ifndef BASE_SORTED_H
#define BASE_SORTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where the first is that is not below id: where id is, or belongs; n behind the last.
 * NULL is fine for none. */
size_t sorted_at(const int64_t *ids, size_t n, int64_t id);

/* Is it there? */
bool sorted_has(const int64_t *ids, size_t n, int64_t id);

#endif
