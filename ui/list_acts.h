/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_acts.h - what the commands of a list do to records: to those that are marked,
 * or to the one under the cursor; each as one act that one undo takes back. */
#ifndef UI_LIST_ACTS_H
#define UI_LIST_ACTS_H

#include "ui/listing.h"

/* Begin to say an act on what is marked, or on the row under the cursor; false, and
 * said so, if there is neither. */
bool list_begin(struct listing *l);

/* Do what was said, at once; where there are many, after their number was told. */
void list_go(struct listing *l);

/* Marks (list_marks.c). */
void list_mark(struct listing *l);		/* or not, and step down */
void list_mark_all(struct listing *l);		/* all that is listed, or none */
void list_mark_query(struct listing *l);	/* what a filter takes */

/* Choose a field, then a value, and set it (list_values.c). */
void list_set(struct listing *l);

/* Close it, asking how where there are several ways; comment on it; withdraw it;
 * link it to one other record. */
void list_done(struct listing *l);
void list_comment(struct listing *l);
void list_retract(struct listing *l);
void list_link(struct listing *l);

/* Write it to a file. */
void list_write(struct listing *l);

/* Change a cell of the row under the cursor where it stands (list_values.c). */
void list_cell(struct listing *l);

#endif
