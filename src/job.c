/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job.c - see job.h, jobs.h and the calls of session.h. */
#include "src/job.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/access.h"
#include "src/jobs.h"
#include "base/banned.h"

enum { MAX_JOBS = 8, MAX_BYTES = 64 * 1024, SLICE = 50 /* ms */ };

struct job {
	struct job *next;
	int64_t handle;
	const struct job_ops *ops;
	void *state;
	bool done;		/* stepped to its end */
};

static const struct job_ops *const all_ops[] = {
	&import_ops, &export_ops, &annex_ops, &verify_ops, &rebuild_ops, &backup_ops
};

static const struct job_kind *
kind_named(const char *what)
{
	for (size_t i = 0; job_kinds[i].name; i++)
		if (strcmp(job_kinds[i].name, what) == 0)
			return &job_kinds[i];
	return NULL;
}

static const struct job_ops *
ops_named(const char *what)
{
	for (size_t i = 0; i < ARRAY_SIZE(all_ops); i++)
		if (strcmp(all_ops[i]->name, what) == 0)
			return all_ops[i];
	return NULL;
}

const char *
job_param(const struct desk_param *params, size_t n, const char *name,
	size_t nth)
{
	for (size_t i = 0; i < n; i++)
		if (params[i].name && strcmp(params[i].name, name) == 0 &&
		    nth-- == 0)
			return params[i].value;
	return NULL;
}

static bool
check_param(const struct job_kind *kind, const struct desk_param *params,
	size_t n, const struct desk_param *p, struct err *err)
{
	const struct job_param *known = kind->params;

	while (known->name && (!p->name || strcmp(known->name, p->name) != 0))
		known++;
	if (!known->name)
		return err_set(err, ERR_USAGE, _("%s knows no parameter \"%.40s\""),
			kind->name, p->name ? p->name : "");
	if (!p->value || (!known->many && job_param(params, n, p->name, 1)))
		return err_set(err, ERR_USAGE, _("%s takes one %s: %s"),
			kind->name, known->name, _(known->help));
	return true;
}

static bool
check_params(const struct job_kind *kind, const struct desk_param *params,
	size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!check_param(kind, params, n, &params[i], err))
			return false;
	for (const struct job_param *p = kind->params; p->name; p++)
		if (p->required && !job_param(params, n, p->name, 0))
			return err_set(err, ERR_USAGE, _("%s needs %s: %s"),
				kind->name, p->name, _(p->help));
	return true;
}

int64_t
job_until(void)
{
	return clock_ticks() + SLICE;
}

static struct job *
find(struct session *s, int64_t handle, struct err *err)
{
	for (struct job *j = s->jobs; j; j = j->next)
		if (j->handle == handle)
			return j;
	err_set(err, ERR_NOT_FOUND, _("there is no such job"));
	return NULL;
}

static bool
room_for_one(const struct session *s, struct err *err)
{
	int n = 0;

	for (const struct job *j = s->jobs; j; j = j->next)
		n++;
	return n < MAX_JOBS || err_set(err, ERR_BUSY,
		_("%d jobs are under way; wait for one of them"), n);
}

bool
job_start(struct session *s, const char *what, const struct desk_param *params,
	size_t n, int64_t *handle, struct err *err)
{
	const struct job_kind *kind = kind_named(what);
	const struct job_ops *ops = ops_named(what);
	void *state = NULL;

	if (!kind || !ops)
		return err_set(err, ERR_USAGE, _("no job \"%.20s\""), what);
	if (!room_for_one(s, err))
		return false;
	if (ops->needs_case ? !session_ready(s, err) : !session_refresh(s, err))
		return false;
	if (!role_may(s->viewer.role, ops->right, err) ||
	    !check_params(kind, params, n, err) ||
	    !ops->start(s, params, n, &state, err))
		return false;
	struct job *j = xcalloc(1, sizeof(*j));

	*j = (struct job){ s->jobs, ++s->next_handle, ops, state, false };
	s->jobs = j;
	*handle = j->handle;
	return true;
}

bool
job_poll(struct session *s, int64_t handle, struct desk_progress *a,
	struct err *err)
{
	struct job *j = find(s, handle, err);

	if (!j)
		return false;
	if (j->done)
		return err_set(err, ERR_NOT_FOUND, _("this job is done"));
	if (!j->ops->step(s, j->state, a, err)) {
		job_end(s, handle);
		return false;
	}
	j->done = a->state == DESK_JOB_DONE;
	return true;
}

bool
job_put(struct session *s, int64_t handle, const void *data, size_t len,
	bool last, struct err *err)
{
	struct job *j = find(s, handle, err);

	if (!j)
		return false;
	if (!j->ops->put)
		return err_set(err, ERR_USAGE, _("%s takes no bytes"),
			j->ops->name);
	return j->ops->put(j->state, data, len, last, err);
}

bool
job_get(struct session *s, int64_t handle, struct desk_bytes *a,
	struct err *err)
{
	struct job *j = find(s, handle, err);

	if (!j)
		return false;
	if (!j->ops->out)
		return err_set(err, ERR_USAGE, _("%s makes no bytes"),
			j->ops->name);
	struct strbuf *out = j->ops->out(j->state);
	size_t n = out->len < MAX_BYTES ? out->len : MAX_BYTES;

	a->data = n ? xmemdup(out->text, n) : NULL;
	a->n = n;
	a->last = j->done && n == out->len;
	if (n) {
		memmove(out->text, out->text + n, out->len - n);
		strbuf_cut(out, out->len - n);
	}
	return true;
}

void
job_end(struct session *s, int64_t handle)
{
	for (struct job **at = &s->jobs; *at; at = &(*at)->next) {
		struct job *j = *at;

		if (j->handle != handle)
			continue;
		*at = j->next;
		j->ops->end(s, j->state);
		access_list_closed(s, handle);
		free(j);
		return;
	}
}

void
job_end_all(struct session *s)
{
	while (s->jobs)
		job_end(s, s->jobs->handle);
}

/* --- What they take ------------------------------------------------------ */

#define PARAMS(name) static const struct job_param name##_params[]

PARAMS(import) = {
	{ "kind", true, false, N_("the kind of record that the rows become") },
	{ "digest", true, false, N_("SHA-256 of the file, 64 hex digits") },
	{ "file", true, false, N_("the name of the file") },
	{ "format", false, false, N_("csv, or of the kind hash sums: a list of digests") },
	{ "map", false, true, N_("COLUMN=FIELD, or several with commas") },
	{ "set", false, true, N_("FIELD=VALUE for every row") },
	{ "key", false, false, N_("the field that tells which records are there already") },
	{ "dry_run", false, false, N_("yes: check and count, write nothing") },
	{ "again", false, false, N_("yes: import the same file once more") },
	{ NULL, false, false, NULL }
};

PARAMS(export) = {
	{ "format", true, false, N_("json, jsonl, csv, text, md or html") },
	{ "kind", false, true, N_("a kind of record; none: all") },
	{ "filter", false, false, N_("which records, as in list") },
	{ "for", false, false, N_("internal, court:NAME, party:CODE or defence:NAME") },
	{ "raw", false, false, N_("yes: CSV without the guard against formulas") },
	{ "basis", false, false, N_("adequacy, safeguards or derogation: of what leaves the Union") },
	{ "controller", false, false, N_("who answers for it there") },
	{ "acknowledge", false, false, N_("yes: what restricts its use was read and is accepted") },
	{ "schedule", false, false, N_("yes: tell what was left out, for nobody outside") },
	{ "why", false, false, N_("why it goes out, of this export alone, for the access log") },
	{ NULL, false, false, NULL }
};

PARAMS(annex) = {
	{ "format", true, false, N_("text, md, html, csv or json") },
	{ NULL, false, false, NULL }
};

PARAMS(verify) = {
	{ NULL, false, false, NULL }
};

PARAMS(rebuild) = {
	{ "path", false, false, N_("the new store to write") },
	{ NULL, false, false, NULL }
};

PARAMS(backup) = {
	{ "path", true, false, N_("the copy to write") },
	{ NULL, false, false, NULL }
};

const struct job_kind job_kinds[] = {
	{ "import", import_params },
	{ "export", export_params },
	{ "annex", annex_params },
	{ "verify", verify_params },
	{ "rebuild", rebuild_params },
	{ "backup", backup_params },
	{ NULL, NULL }
};
