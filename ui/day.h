/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day.h - a day that was typed in answer to a question: read at once, so that a slip is
 * told where it was typed and not when all else has been said. */
#ifndef UI_DAY_H
#define UI_DAY_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"

/*
 * Read what was typed (base/date.h) as of now in a zone into *day, which is freed and
 * set anew: canonical, or NULL for nothing. False, with a sentence that says what would
 * be accepted, for anything else; day_ahead refuses what is over, too.
 */
bool day_read(const char *typed, const char *zone, char **day, struct err *err);
bool day_ahead(const char *typed, const char *zone, char **day, struct err *err);

/* Append the day as screens show it: what was understood. */
void day_put(struct strbuf *out, const char *day, const char *zone);

#endif
