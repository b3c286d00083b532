/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_job.c - the near side of the calls of desk_job.h. */
#include "src/desk_job.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_job_start(struct desk *desk, const char *what,
	const struct desk_param *params, size_t n, int64_t *job,
	struct err *err)
{
	struct answer_number a;

	if (!desk_call(desk, OP_JOB_START, &(struct ask_job){ what, params, n }, &a,
	    err))
		return false;
	*job = a.n;
	return true;
}

bool
desk_job_poll(struct desk *desk, int64_t job, struct desk_progress *p,
	struct err *err)
{
	return desk_call(desk, OP_JOB_POLL, &(struct ask_number){ job }, p, err);
}

bool
desk_job_put(struct desk *desk, int64_t job, const void *data, size_t len,
	bool last, struct err *err)
{
	return desk_call(desk, OP_JOB_PUT, &(struct ask_put){ job, data, len, last },
		NULL, err);
}

bool
desk_job_get(struct desk *desk, int64_t job, struct desk_bytes *bytes,
	struct err *err)
{
	return desk_call(desk, OP_JOB_GET, &(struct ask_number){ job }, bytes, err);
}

void
desk_job_end(struct desk *desk, int64_t job)
{
	desk_call(desk, OP_JOB_END, &(struct ask_number){ job }, NULL, NULL);
}
