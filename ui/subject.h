/* SPDX-License-Identifier: GPL-3.0-or-later */
/* subject.h - what a screen is about just now: the record that is open or under the
 * cursor, and the value that the cursor is on. */
#ifndef UI_SUBJECT_H
#define UI_SUBJECT_H

#include "src/record.h"

/* Begins as { 0 }; texts are owned, NULL where there is none. */
struct subject {
	char *ref, *title, *value;
};

/* Of a record; value may be NULL and is copied. */
void subject_of(struct subject *s, const struct record *r, const char *zone,
	const char *value);

void subject_clear(struct subject *s);

#endif
