/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.h - who a record is for, from its share: the rule, the slots and the
 * member, fixed when the share is given (decisions.md D3). */
#ifndef SRC_AUDIENCE_H
#define SRC_AUDIENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/audience.h"
#include "src/act.h"

enum { AUDIENCE_TEXT_SIZE = 80 };

/*
 * What a record's share means now, as the text that the log keeps: "case",
 * "team 5", "own 1", "named 1 UID" (slots in hexadecimal). A team that is joined
 * later does not see what was shared before (D3).
 */
void audience_text(const struct act *a, const struct record *r,
	char text[AUDIENCE_TEXT_SIZE]);

/* Its row, made if it is new; *id is 0 for "" (parts, the store's record). DAMAGED
 * if it is none that audience_text could have made. */
bool audience_intern(struct db *db, int64_t case_id, const char *text,
	int64_t *id, struct err *err);

/*
 * Leave of a only whom by has in it too. What is less than a was has the rule
 * "cut": "cut 1", "cut 0" for nobody; and what one of both retracted is void.
 */
void audience_narrow(struct db_audience *a, const struct db_audience *by);

/* Read a text; false if it is none. It has one spelling: what audience_of_row
 * makes of the row, whose id and case are left. */
bool audience_read(const char *text, struct db_audience *row);

/* What becomes of an audience when its record is retracted ("void team 5"), and
 * when it is brought back: the same members see it, as it is listed nowhere. */
void audience_void(const char *text, char voided[AUDIENCE_TEXT_SIZE]);

/* The text of a row, for verify. */
void audience_of_row(const struct db_audience *row,
	char text[AUDIENCE_TEXT_SIZE]);

#endif
