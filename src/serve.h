/* SPDX-License-Identifier: GPL-3.0-or-later */
/* serve.h - the calls of the door as a table: what each asks, answers and does.
 * desk.c is the near side; a worker behind a socket will be the far one. */
#ifndef SRC_SERVE_H
#define SRC_SERVE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/access_tell.h"
#include "src/role.h"
#include "src/session.h"
#include "src/wire.h"

enum serve_op {
	OP_WHO, OP_CASES, OP_FURTHER, OP_USE_CASE, OP_SEATS, OP_SIT_AS,
	OP_DUTIES, OP_LEAVE,
	OP_MAY,
	OP_LIST_OPEN, OP_LIST_CLOSE, OP_LIST_PAGE,
	OP_GET, OP_SAME, OP_CUSTODY, OP_LINKS, OP_PATHS, OP_CHECK, OP_LIKE,
	OP_LIKE_TYPED,
	OP_ACT, OP_ACT_MANY, OP_RETRACT, OP_ERASE, OP_UNDO, OP_HISTORY,
	OP_FIND, OP_DUE, OP_TIMELINE, OP_PROFILE, OP_MATRIX, OP_ALIKE, OP_CHANGED,
	OP_ASK, OP_ANSWER, OP_ASKS, OP_SHARE, OP_UNSHARE, OP_SHEET, OP_ACCESS,
	OP_ACCESS_PURGE, OP_PURPOSE,
	OP_WAITS, OP_OWING, OP_SEEN, OP_NEWS, OP_NEWS_ENTRIES, OP_VISITED,
	OP_COUNTS, OP_ELSEWHERE, OP_SHARED,
	OP_DRAFT_PUT, OP_DRAFT_HOLD, OP_DRAFT_DROP, OP_DRAFTS,
	OP_KEEP, OP_KEPT, OP_KEPT_NAMES,
	OP_JOB_START, OP_JOB_POLL, OP_JOB_PUT, OP_JOB_GET, OP_JOB_END,
	OP_N
};

struct serve_call {
	const struct wire_shape *ask;		/* NULL: nothing is asked */
	const struct wire_shape *answer;	/* NULL: done or not is all */
	bool (*run)(struct session *s, const void *ask, void *answer,
		struct err *err);
	/* What the role has to have before anything is looked at; READ unless a
	 * row says otherwise; RIGHT_N: nothing, for what tells of no record. */
	enum role_right right;
	/* What it is for the access log, ACCESS_NONE said in so many words; and what
	 * tells of which records, NULL of a LOGIN. */
	enum access_op log;
	access_tell tell;
};

extern const struct serve_call serve_calls[OP_N];

/* Make a call of the table: who asks may make it, then its run. */
bool serve_run(struct session *s, enum serve_op op, const void *ask,
	void *answer, struct err *err);

#endif
