/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decision.h - what the team was asked, could do and settled on. */
#ifndef SRC_DECISION_H
#define SRC_DECISION_H

#include "src/kind.h"

enum decision_field {
	DECISION_TITLE = HEADER_N,
	DECISION_QUESTION,
	DECISION_OPTIONS,
	DECISION_OUTCOME,
	DECISION_ON,
	DECISION_CONSULTED,
	DECISION_DETAIL,
};

extern const struct kind decision_kind;

#endif
