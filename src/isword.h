/* SPDX-License-Identifier: GPL-3.0-or-later */
/* isword.h - the words that a filter takes after "is:", and of which kinds each can
 * be asked. A constant table; any layer above may read it. */
#ifndef SRC_ISWORD_H
#define SRC_ISWORD_H

#include <stdbool.h>

#include "src/kind.h"

enum isword {
	IS_OPEN, IS_OVERDUE, IS_MINE, IS_WAITING_FOR_ME, IS_INVALID,
	IS_UNCONFIRMED, IS_REVIEW, IS_ERASE, IS_RESTRICTED, IS_RETRACTED, IS_ERASED,
	IS_N
};

struct isword_row {
	const char *word;
	const char *label;	/* N_(), as the name of such a list: "Overdue" */
};

extern const struct isword_row iswords[IS_N];

/* By the word, in any case; IS_N if it is none. */
enum isword isword_find(const char *word);

/* Can it be asked of the records of a kind? */
bool isword_fits(enum isword is, const struct kind *k);

#endif
