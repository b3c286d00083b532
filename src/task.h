/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task.h - who does what by when. */
#ifndef SRC_TASK_H
#define SRC_TASK_H

#include "src/kind.h"

enum task_field {
	TASK_TITLE = HEADER_N,
	TASK_DETAIL,
	TASK_STATUS,
	TASK_PRIORITY,
	TASK_ASSIGNEE,
	TASK_FOR_PARTY,
	TASK_DUE,
	TASK_FOLLOW_UP,
	TASK_BLOCKED_BY,
	TASK_ABOUT,
	TASK_REASON,
	TASK_SINCE,
};

extern const struct kind task_kind;

#endif
