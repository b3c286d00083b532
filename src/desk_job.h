/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_job.h - of the door (src/desk.h, which brings it along): long work, done in
 * steps while its bytes go in and out. */
#ifndef SRC_DESK_JOB_H
#define SRC_DESK_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct desk;
struct desk_text;

struct desk_param {
	const char *name;
	const char *value;
};

/*
 * Begin one of: import, export, annex, verify, rebuild, backup. Parameters by name
 * (src/jobs.h lists them). The job runs only inside desk_job_poll.
 */
bool desk_job_start(struct desk *desk, const char *what,
	const struct desk_param *params, size_t n, int64_t *job, struct err *err);

enum desk_job_state {
	DESK_JOB_RUNNING,
	DESK_JOB_HUNGRY,	/* wants desk_job_put */
	DESK_JOB_DONE
};

struct desk_progress {
	int64_t state;		/* enum desk_job_state */
	int64_t done, total;	/* of unit; total 0: unknown */
	char *unit;		/* "rows" */
	char *result;		/* at the end: the line of contract.md */
	bool bad;		/* done, but exit status 65 (rejects) */
	char *beside;		/* at the end of an export: the schedule of what was
				 * left out, a file of its own; or NULL */
	bool asks;		/* of an export: what the notices say has to be read and
				 * accepted (acknowledge) before it goes on */
	struct desk_text *notices;	/* sentences, to be told at once */
	size_t n_notices;
	struct desk_hit *hits;	/* on what was imported since the last time */
	size_t n_hits;
};

/* Work for about 50 ms. A failed job is the error (and is over). */
bool desk_job_poll(struct desk *desk, int64_t job, struct desk_progress *p,
	struct err *err);
bool desk_job_put(struct desk *desk, int64_t job, const void *data, size_t len,
	bool last, struct err *err);

struct desk_bytes {
	uint8_t *data;
	size_t n;
	bool last;
};
/*
 * What the job made so far (export's file, import's rejects), at most 64 KiB a
 * call.
 */
bool desk_job_get(struct desk *desk, int64_t job, struct desk_bytes *bytes,
	struct err *err);
/* Give it up, or dismiss a finished one. */
void desk_job_end(struct desk *desk, int64_t job);

#endif
