/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target.h - what of a kind of record a column of a table can fill: each field
 * that may be typed; for a money field NAME also NAME_currency; and "currency",
 * which is that of all amounts. */
#ifndef SRC_TARGET_H
#define SRC_TARGET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/kind.h"

/*
 * Targets are numbered from 0: fields by their index, then currencies by
 * kind_n and the index of their field, then the common currency. Not each number
 * is of one that there is.
 */
size_t target_n(const struct kind *k);

/* The number of the common currency. */
size_t target_currency(const struct kind *k);

/* May a person give this field (which may be NULL) at all? */
bool target_is_typed(const struct field *f);

/* The target of this name, or target_n. Also by a label, as it is or translated, and
 * whatever its case, accents and underscores: heads of columns are written by
 * people. */
size_t target_find(const struct kind *k, const char *name);

/* Append its name. */
void target_name(const struct kind *k, size_t target, struct strbuf *out);

/* Say that target_find found none, and what there is. USAGE; false. */
bool target_missing(const struct kind *k, const char *name, struct err *err);

#endif
