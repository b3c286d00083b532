/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo.h - a training store with the story of a whole case (decisions.md D15). */
#ifndef SRC_DEMO_H
#define SRC_DEMO_H

#include <stdbool.h>

#include "base/err.h"

/*
 * Make it at path, aside and then in its place: each act by its member, at its
 * time, through the calls that a member's own acts take. Dates are counted from
 * today; one day always gives the same tree roots, because uids and salts come
 * from a generator seeded by the day and the key is one that everybody knows.
 * CANNOT_CREATE if path exists.
 */
bool demo_make(const char *path, struct err *err);

/* The story that is compiled in: texts ended by NULL. */
extern const char *const demo_story[];

#endif
