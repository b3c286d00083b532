/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job.h - long work in slices, behind the door. A kind of job is one struct job_ops
 * and one file; job.c keeps those that are running. */
#ifndef SRC_JOB_H
#define SRC_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/role.h"
#include "src/session.h"

struct job_ops {
	const char *name;
	enum role_right right;
	bool needs_case;

	/* Begin: parameters are checked against job_kinds[] already. *state is
	 * the job's own, freed by end. */
	bool (*start)(struct session *s, const struct desk_param *params,
		size_t n, void **state, struct err *err);

	/* Work until job_until(), or until bytes are wanted; fills p (done, total,
	 * unit, state; at the end result and bad), which is empty but for state, and
	 * owns its texts. False: failed and over. */
	bool (*step)(struct session *s, void *state, struct desk_progress *p,
		struct err *err);

	/* Take bytes (import), or NULL where none are wanted. */
	bool (*put)(void *state, const void *data, size_t len, bool last,
		struct err *err);

	/* The bytes made so far and not yet fetched, or NULL where none are
	 * made. What is taken is taken off by the caller. */
	struct strbuf *(*out)(void *state);

	void (*end)(struct session *s, void *state);
};

extern const struct job_ops import_ops, export_ops, annex_ops, verify_ops, rebuild_ops,
	backup_ops;

/* When a step that begins now should end, by clock_ticks. */
int64_t job_until(void);

/* A parameter by name, or NULL; nth of those given several times. */
const char *job_param(const struct desk_param *params, size_t n,
	const char *name, size_t nth);

#endif
