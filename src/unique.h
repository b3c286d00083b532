/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unique.h - values that tell the records of a party apart (FIELD_UNIQUE): exhibit
 * numbers, ids of a source. The store refuses a second one when it is written; here
 * it is known before. */
#ifndef SRC_UNIQUE_H
#define SRC_UNIQUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/intake.h"

/*
 * The standing record of the viewer's party that has a value in such a field; *rid is
 * 0 when there is none. It need not be the viewer's to see: that the value is taken
 * is no more than a save would say (decisions.md D10).
 */
bool unique_find(struct session *s, const struct kind *k, size_t field,
	const char *value, int64_t *rid, struct err *err);

/* A fault for each value that the intake sets and another record has; the one that
 * has it is named if the viewer sees it. */
bool unique_review(struct intake *in, struct err *err);

#endif
