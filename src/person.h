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

/*
 * Do categories (a set of codes) say that the proceedings against a person are over,
 * by an acquittal or for good? Then what the case holds on them is to be erased
 * (Regulation (EU) 2016/794, annex II, part A, point 5).
 */
bool person_is_over(const char *categories);

/* Since when the newest of them that stands says so; "": none does. */
bool person_over_on(struct db *db, int64_t rid, char date[DATE_TEXT_SIZE],
	struct err *err);

#endif
