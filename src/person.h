/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person.h - somebody whom the case is about, in whatever category; officials
 * are contacts. */
#ifndef SRC_PERSON_H
#define SRC_PERSON_H

#include "base/date.h"
#include "src/kind.h"

enum person_field {
	PERSON_NAME = HEADER_N,
	PERSON_GIVEN,
	PERSON_FAMILY,
	PERSON_BIRTH_DATE,
	PERSON_BIRTH_PLACE,
	PERSON_SEX,
	PERSON_NATIONALITY,
	PERSON_MINOR,
	PERSON_DANGER,
	PERSON_PROTECTION,
	PERSON_COUNSEL,
	PERSON_CATEGORY,
};

extern const struct kind person_kind;

/*
 * The last day on which a person made then (ms UTC) may stand without a category:
 * Directive (EU) 2016/680, art. 6 wants persons told apart as far as possible, and
 * a case takes 14 days for it. One day for all, in UTC.
 */
void person_clarify_by(int64_t created, char date[DATE_TEXT_SIZE]);

#endif
