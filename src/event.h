/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event.h - a meeting, a hearing, a search, a day to keep in mind. */
#ifndef SRC_EVENT_H
#define SRC_EVENT_H

#include "src/kind.h"

enum event_field {
	EVENT_TITLE = HEADER_N,
	EVENT_TYPE,
	EVENT_STARTS,
	EVENT_ENDS,
	EVENT_PLACE,
	EVENT_STATE,
	EVENT_PARTICIPANTS,
	EVENT_AGENDA,
	EVENT_MINUTES,
	EVENT_DETAIL,
};

extern const struct kind event_kind;

#endif
