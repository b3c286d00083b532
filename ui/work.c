/* SPDX-License-Identifier: GPL-3.0-or-later */
/* work.c - see work.h. */
#include "ui/work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "ui/call.h"
#include "ui/say.h"
#include "ui/stop.h"
#include "base/banned.h"

enum { CHUNK = 64 * 1024, PROGRESS_EVERY = 250 /* ms */ };

/* One run of a job. */
struct run {
	struct work *work;
	struct desk *desk;
	int64_t job;
	int64_t began, shown;	/* clock_ticks */
	char *chunk;		/* CHUNK bytes */
};

bool
work_param(struct work *w, const char *name, const char *value,
	struct err *err)
{
	if (!value)
		return true;
	if (w->n_params == WORK_PARAMS)
		return err_set(err, ERR_USAGE,
			_("too many options: one job takes %d"), WORK_PARAMS);
	w->params[w->n_params++] = (struct desk_param){ name, value };
	return true;
}

void
work_clear(struct work *w)
{
	free(w->result);
	free(w->beside);
	w->result = w->beside = NULL;
}

/* "12,000 of 15,935 rows, 5,300 rows a second" without the commas. */
static void
show_progress(struct run *r, const struct desk_progress *p)
{
	int64_t now = clock_ticks(), passed = now - r->began;
	const char *unit = p->unit ? p->unit : "";
	struct strbuf line = STRBUF_INIT;

	if (now - r->shown < PROGRESS_EVERY)
		return;
	r->shown = now;
	strbuf_printf(&line, "%s: %lld", r->work->what, (long long)p->done);
	if (p->total > 0)
		strbuf_printf(&line, _(" of %lld"), (long long)p->total);
	strbuf_printf(&line, " %s", unit);
	if (passed > 0)
		strbuf_printf(&line, _(", %lld a second"),
			(long long)(p->done * 1000 / passed));
	say_progress(line.text);
	strbuf_clear(&line);
}

/* Pass on all that the job made since the last time. */
static bool
take_all(struct run *r, struct err *err)
{
	struct work *w = r->work;
	bool ok = true;

	if (!w->take)
		return true;
	for (size_t n = 1; ok && n > 0;) {
		struct desk_bytes bytes = { 0 };

		ok = desk_job_get(r->desk, r->job, &bytes, err);
		n = ok ? bytes.n : 0;
		if (n > 0)
			ok = w->take(w->arg, bytes.data, n, err);
		desk_bytes_clear(&bytes);
	}
	return ok;
}

static bool
feed(struct run *r, struct err *err)
{
	struct work *w = r->work;
	size_t n = 0;
	bool last = false;

	if (!w->feed)
		return err_set(err, ERR_INTERNAL,
			_("the job \"%s\" asks for input that it was not to have"),
			w->what);
	/* A read that a signal cut short is no end of the input. */
	return w->feed(w->arg, r->chunk, CHUNK, &n, &last, err) &&
		(stop_asked() ||
		 desk_job_put(r->desk, r->job, r->chunk, n, last, err));
}

/* One step; *over when the job is done. */
static bool
step(struct run *r, bool *over, struct err *err)
{
	struct work *w = r->work;
	struct desk_progress p = { 0 };

	if (!desk_job_poll(r->desk, r->job, &p, err))
		return false;
	w->done = p.done;
	snprintf(w->unit, sizeof(w->unit), "%s", p.unit ? p.unit : "");
	*over = p.state == DESK_JOB_DONE;
	bool hungry = p.state == DESK_JOB_HUNGRY;
	for (size_t i = 0; i < p.n_notices; i++)
		say_note("%s", p.notices[i].text);
	call_hits(p.hits, p.n_hits);
	if (*over) {
		w->result = xstrdup(p.result);
		w->beside = xstrdup(p.beside);
		w->bad = p.bad;
	} else {
		show_progress(r, &p);
	}
	desk_progress_clear(&p);
	return take_all(r, err) && (!hungry || feed(r, err));
}

bool
work_run(struct work *w, struct desk *desk, struct err *err)
{
	struct run r = { .work = w, .desk = desk, .began = clock_ticks() };
	bool over = false;

	/* A job makes files as it starts: from here on a signal waits. */
	stop_watch();
	if (!desk_job_start(desk, w->what, w->params, w->n_params, &r.job,
		    err)) {
		stop_unwatch();
		return false;
	}
	r.shown = r.began;
	r.chunk = xcalloc(1, CHUNK);
	bool ok = true;
	while (ok && !over && !stop_asked())
		ok = step(&r, &over, err);
	w->signal = over ? 0 : stop_asked();
	/* A failed job is over; one that its reader or writer failed is not. */
	desk_job_end(desk, r.job);
	stop_unwatch();
	say_progress(NULL);
	free(r.chunk);
	return ok || w->signal;
}
