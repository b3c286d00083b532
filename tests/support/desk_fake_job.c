/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_job.c - long work of the desk in memory: whatever it is called, it makes
 * three lines in three steps, and tells what it was given. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/shapes.h"

enum { STEPS = 3 };

static struct {
	struct strbuf made;
	int step;
	bool running;
} job = { .made = STRBUF_INIT };

bool
fake_job_runs(void)
{
	return job.running;
}

bool
desk_job_start(struct desk *d, const char *what, const struct desk_param *params,
	size_t n, int64_t *no, struct err *err)
{
	(void)d;
	(void)err;
	strbuf_reset(&job.made);
	strbuf_printf(&job.made, "%s", what);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&job.made, " %s=%s", params[i].name,
			params[i].value);
	strbuf_putc(&job.made, '\n');
	job.step = 0;
	job.running = true;
	*no = 1;
	return true;
}

bool
desk_job_poll(struct desk *d, int64_t no, struct desk_progress *p,
	struct err *err)
{
	(void)d;
	(void)no;
	(void)err;
	job.step++;
	*p = (struct desk_progress){ .done = job.step, .total = STEPS,
		.state = job.step == STEPS ? DESK_JOB_DONE : DESK_JOB_RUNNING };
	strbuf_printf(&job.made, "step %d\n", job.step);
	return true;
}

bool
desk_job_get(struct desk *d, int64_t no, struct desk_bytes *bytes,
	struct err *err)
{
	(void)d;
	(void)no;
	(void)err;
	*bytes = (struct desk_bytes){ .n = job.made.len };
	if (job.made.len > 0)
		bytes->data = xmemdup(job.made.text, job.made.len);
	strbuf_clear(&job.made);
	return true;
}

void
desk_job_end(struct desk *d, int64_t no)
{
	(void)d;
	(void)no;
	strbuf_clear(&job.made);
	job.running = false;
}

void
desk_bytes_clear(struct desk_bytes *a)
{
	wire_clear(&shape_bytes, a);
}

void
desk_progress_clear(struct desk_progress *a)
{
	wire_clear(&shape_progress, a);
}
