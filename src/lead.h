/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lead.h - something to be looked into. */
#ifndef SRC_LEAD_H
#define SRC_LEAD_H

#include "src/kind.h"

enum lead_field {
	LEAD_TITLE = HEADER_N,
	LEAD_DETAIL,
	LEAD_CHANNEL,
	LEAD_RECEIVED_ON,
	LEAD_STATUS,
	LEAD_CLOSED_REASON,
	LEAD_PRIORITY,
	LEAD_CRIME_AREA,
	LEAD_METHOD,
	LEAD_ASSIGNEE,
	LEAD_DUE,
	LEAD_FEEDBACK_DUE,
};

extern const struct kind lead_kind;

#endif
