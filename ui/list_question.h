/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_question.h - what a list is asked: of which kind, by which filter, in which
 * order. */
#ifndef UI_LIST_QUESTION_H
#define UI_LIST_QUESTION_H

#include "ui/listing.h"

/* Type a filter: put in what may come next, or what came before it (by -1), keep what
 * is typed, or go back to the filter of before. */
void list_type_filter(struct listing *l);
void list_complete(struct listing *l, int by);
void list_keep_filter(struct listing *l);
void list_restore_filter(struct listing *l);

/* Choose among the filters that are kept, and those that every kind has; drop the one
 * in force. */
void list_choose_filter(struct listing *l);
void list_drop_filter(struct listing *l);

/* Choose the field to sort by; to group by; the kind. */
void list_choose_sort(struct listing *l);
void list_choose_group(struct listing *l);
void list_choose_kind(struct listing *l);

#endif
