/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify.h - a store held against its log, as the command verify does. Include
 * after case.h. */
#ifndef TESTS_SUPPORT_VERIFY_H
#define TESTS_SUPPORT_VERIFY_H

/* Run a job to its end; its result line, which the caller frees, or NULL. */
static inline char *
job_result(struct desk *d, const char *what, const struct desk_param *params,
	size_t n, struct err *err)
{
	struct desk_progress p = { 0 };
	int64_t job;
	char *line = NULL;

	if (!desk_job_start(d, what, params, n, &job, err))
		return NULL;
	do {
		desk_progress_clear(&p);
		if (!desk_job_poll(d, job, &p, err))
			return NULL;
	} while (p.state != DESK_JOB_DONE);
	line = strdup(p.result ? p.result : "");
	desk_progress_clear(&p);
	desk_job_end(d, job);
	return line;
}

/* Does the store verify? The finding, or the error, is in *err. */
static inline bool
store_verifies(const char *path, struct err *err)
{
	struct desk_login login = { .path = path, .maintenance = true };
	struct desk *d;

	if (!desk_open(&d, &login, err))
		return false;
	char *line = job_result(d, "verify", NULL, 0, err);

	desk_close(d);
	bool ok = line && strncmp(line, "ok ", 3) == 0;

	free(line);
	return ok;
}

#endif
