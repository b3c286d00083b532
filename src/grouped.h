/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grouped.h - by which fields a list can be put into groups, and what their groups are
 * called. Constant; any layer above may read it. */
#ifndef SRC_GROUPED_H
#define SRC_GROUPED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "src/kind.h"

/*
 * How the records are told apart by a field: by its codes, countries and the records
 * that it names as they are; days by which somebody is to act by how near they are
 * (codes_due), other days and times by their month.
 */
enum grouped_by { GROUPED_NOT, GROUPED_VALUE, GROUPED_DUE, GROUPED_MONTH };

enum grouped_by grouped_by(const struct kind *k, size_t index);

/* The value of the group of those whose value is not told before a purpose is stated
 * (veil.h), the last one; no value of a field is this. */
#define GROUPED_UNTOLD "\x01"

/* Append what a group is called, translated: value is that of desk_row.group, "" for
 * those that have none. */
void grouped_label(const struct kind *k, size_t index, const char *value,
	struct strbuf *out);

#endif
