/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person.h - somebody whom the case is about, in whatever category; officials
 * are contacts. */
#ifndef SRC_PERSON_H
#define SRC_PERSON_H

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

#endif
