/* SPDX-License-Identifier: GPL-3.0-or-later */
/* casefile.h - a joint investigation team: its agreement and what it is about. */
#ifndef SRC_CASEFILE_H
#define SRC_CASEFILE_H

#include "src/kind.h"

enum casefile_field {
	CASEFILE_CODE = HEADER_N,
	CASEFILE_TITLE,
	CASEFILE_CRIME_AREA,
	CASEFILE_METHOD,
	CASEFILE_STATUS,
	CASEFILE_AGREEMENT_ON,
	CASEFILE_STARTS_ON,
	CASEFILE_ENDS_ON,
	CASEFILE_LEGAL_BASIS,
	CASEFILE_WORKING_LANGUAGE,
	CASEFILE_DETAIL,
	CASEFILE_REVIEW_MONTHS,
};

extern const struct kind casefile_kind;

#endif
