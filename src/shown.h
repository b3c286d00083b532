/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shown.h - the refs that a viewer is shown for uids, remembered while many rows
 * are gone through: they name the same few records over and over. */
#ifndef SRC_SHOWN_H
#define SRC_SHOWN_H

#include "src/viewer.h"

struct shown;

/* Borrows both. What it remembers is right until the store or the viewer
 * changes; then a new one is wanted. */
struct shown *shown_new(struct store *s, const struct viewer *v);
void shown_free(struct shown *shown);

/* The ref, borrowed until the next call; NULL when the viewer sees no such
 * record, which is then absent for them (decisions.md D10). */
const char *shown_ref(struct shown *shown, const char *uid);

#endif
