/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jobrun.h - a job of the desk with its bytes in and out. Include after
 * case.h. */
#ifndef TESTS_SUPPORT_JOBRUN_H
#define TESTS_SUPPORT_JOBRUN_H

#include "base/strbuf.h"

enum { JOBRUN_PARAMS = 16 };

struct jobrun {
	/* Filled beforehand. */
	const char *what;
	struct desk_param params[JOBRUN_PARAMS];
	size_t n;
	const char *data;	/* what it is fed with; NULL: nothing */
	size_t len, chunk;	/* so many bytes at once; 0: all */
	int polls;		/* it is left alone after as many; 0: never */

	/* Written. */
	bool done, bad;
	char *result, *beside;
	struct strbuf out, notices;
	struct err err;
};

/* Further parameters, "name=value" up to NULL; the texts are the run's. */
static inline void
jobrun_params(struct jobrun *r, va_list ap)
{
	for (const char *a; (a = va_arg(ap, const char *)); ) {
		size_t n = strcspn(a, "=");

		assert_true(r->n < JOBRUN_PARAMS);
		r->params[r->n++] = (struct desk_param){
			strndup(a, n), strdup(a + n + 1)
		};
	}
}

static inline void
jobrun_clear(struct jobrun *r)
{
	for (size_t i = 0; i < r->n; i++) {
		free((void *)(uintptr_t)r->params[i].name);
		free((void *)(uintptr_t)r->params[i].value);
	}
	free(r->result);
	free(r->beside);
	strbuf_clear(&r->out);
	strbuf_clear(&r->notices);
}

static inline bool
jobrun_fetch(struct desk *d, int64_t job, struct jobrun *r)
{
	struct desk_bytes bytes = { 0 };
	bool more = desk_job_get(d, job, &bytes, &r->err) && bytes.n;

	assert_true(bytes.n <= 64 * 1024);
	strbuf_add(&r->out, bytes.data, bytes.n);
	desk_bytes_clear(&bytes);
	return more;
}

/* One poll; false at the end. */
static inline bool
jobrun_poll(struct desk *d, int64_t job, struct jobrun *r, size_t *fed)
{
	struct desk_progress p = { 0 };

	if (!desk_job_poll(d, job, &p, &r->err))
		return false;
	/* Of all that there is no more than all can be done. */
	assert_true(p.total <= 0 || p.done <= p.total);
	r->done = p.state == DESK_JOB_DONE;
	r->bad = p.bad;
	if (r->done)
		r->result = strdup(p.result);
	if (p.beside)
		r->beside = strdup(p.beside);
	for (size_t i = 0; i < p.n_notices; i++)
		strbuf_printf(&r->notices, "%s\n", p.notices[i].text);
	bool hungry = p.state == DESK_JOB_HUNGRY;

	desk_progress_clear(&p);
	while (r->data && jobrun_fetch(d, job, r))
		;
	if (hungry) {
		size_t n = r->len - *fed;

		if (r->chunk && n > r->chunk)
			n = r->chunk;
		*fed += n;
		if (!desk_job_put(d, job, r->data + *fed - n, n,
		    *fed == r->len, &r->err))
			return false;
	}
	return !r->done;
}

/* True when it came to its end, or as far as it was to go. */
static inline bool
jobrun(struct desk *d, struct jobrun *r)
{
	size_t fed = 0;
	int polls = 0;
	int64_t job;

	r->out = r->notices = (struct strbuf)STRBUF_INIT;
	r->err = (struct err)ERR_INIT;
	if (!desk_job_start(d, r->what, r->params, r->n, &job, &r->err))
		return false;
	while ((!r->polls || polls++ < r->polls) &&
	       jobrun_poll(d, job, r, &fed))
		;
	while (r->done && jobrun_fetch(d, job, r))
		;
	desk_job_end(d, job);
	return r->err.code == ERR_NONE;
}

#endif
