/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty.h - what is still in the hands of a member, and has to find a successor before
 * the member leaves: open tasks, exhibits that they hold, sides of hand-overs that wait
 * for them, third states whose data they answer for. */
#ifndef SRC_DUTY_H
#define SRC_DUTY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/session.h"

enum duty_what {
	DUTY_TASK,	/* open, and given to them; also one that is proposed */
	DUTY_STEP,	/* a hand-over with a side of theirs that is not confirmed */
	DUTY_EXHIBIT,	/* by its chain they hold it */
	DUTY_CONTROLLER,	/* of what a third state brings */
	DUTY_N
};

struct duty {
	enum duty_what what;
	char *ref;		/* of the record; of a step, of the exhibit */
	char *step;		/* ref of the step; or NULL */
	char *title;
};

struct duties {
	struct duty *all;	/* owned; by what, then newest first */
	size_t n, room;
};

/*
 * Those of the member with this ref that the viewer sees. What they do not see
 * stays as it is, and hinders nothing: a refusal would tell of it. *d begins as
 * { 0 }; clear it also after a failure.
 */
bool duty_find(struct session *s, const char *member, struct duties *d,
	struct err *err);
void duty_clear(struct duties *d);

/* Append "RO-T1, RO-T4 (open tasks); RO-E5 (held)": a few of each, and how many more
 * there are. */
void duty_words(const struct duties *d, struct strbuf *out);

#endif
