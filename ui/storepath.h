/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storepath.h - which store is meant. */
#ifndef UI_STOREPATH_H
#define UI_STOREPATH_H

#include <stdbool.h>

#include "base/err.h"

/*
 * The path of the store, which the caller frees: the one given, else
 * $LIAISON_STORE, else liaison/case.store under $XDG_DATA_HOME or
 * ~/.local/share (XDG Base Directory Specification: relative values do not
 * count). make: the folders of that last one are made, for their owner alone.
 */
char *storepath_find(const char *given, bool make, struct err *err);

/* Is the path the store itself or a file that belongs to it, be it there or not? */
bool storepath_owns(const char *store, const char *path);

/* Do two paths lead to one file, be it there or not? */
bool storepath_same(const char *a, const char *b);

#endif
