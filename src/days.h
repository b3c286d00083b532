/* SPDX-License-Identifier: GPL-3.0-or-later */
/* days.h - which dates are over, and which are near, at a moment and a place. */
#ifndef SRC_DAYS_H
#define SRC_DAYS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "db/due.h"
#include "src/desk.h"

/* Sort keys of the moments that part what is due. */
struct days {
	char now[DATE_KEY_SIZE];
	char today[DATE_KEY_SIZE];	/* the date */
	char first[DATE_KEY_SIZE];	/* moment of today */
	char after[DATE_KEY_SIZE];	/* the first moment of tomorrow */
	char week[DATE_KEY_SIZE];	/* the date in seven days */
};

/* now is ms UTC; days begin and end in zone, which must be known. */
bool days_read(int64_t now, const char *zone, struct days *d, struct err *err);

/* A day, month or year is over when it is before today's, a time when it is before
 * now. */
bool days_over(const struct days *d, const char *key);

enum desk_due_when days_when(const struct days *d, const struct db_due *due);

#endif
