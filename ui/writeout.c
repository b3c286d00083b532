/* SPDX-License-Identifier: GPL-3.0-or-later */
/* writeout.c - see writeout.h. */
#include "ui/writeout.h"

#include <string.h>
#include <strings.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "ui/aside.h"
#include "base/banned.h"

const char *
writeout_format(const char *path, struct err *err)
{
	static const char *const formats[][2] = {
		{ "csv", "csv" }, { "json", "json" }, { "jsonl", "jsonl" },
		{ "md", "md" }, { "html", "html" }, { "txt", "text" },
	};
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot && i < ARRAY_SIZE(formats); i++)
		if (strcasecmp(dot + 1, formats[i][0]) == 0)
			return formats[i][1];
	err_set(err, ERR_INVALID,
		_("the name has to end with .csv, .json, .jsonl, .md, .html or .txt"));
	return NULL;
}

/* All that the job has made since the last time. */
static bool
take(struct desk *desk, int64_t job, struct aside *file, struct err *err)
{
	bool ok = true, more = true;

	while (ok && more) {
		struct desk_bytes bytes = { 0 };

		ok = desk_job_get(desk, job, &bytes, err);
		more = ok && bytes.n > 0;
		if (more)
			ok = aside_write(file, bytes.data, bytes.n, err);
		desk_bytes_clear(&bytes);
	}
	return ok;
}

static bool
see_through(struct desk *desk, int64_t job, struct aside *file, struct err *err)
{
	bool ok = true, over = false;

	while (ok && !over) {
		struct desk_progress p = { 0 };

		ok = desk_job_poll(desk, job, &p, err);
		over = p.state == DESK_JOB_DONE;
		desk_progress_clear(&p);
		ok = ok && take(desk, job, file, err);
	}
	return ok;
}

static bool
run(struct desk *desk, const struct desk_param *params, size_t n,
	const char *path, struct err *err)
{
	struct aside file = ASIDE_INIT;
	int64_t job;
	bool ok = aside_open(&file, path, err) &&
		desk_job_start(desk, "export", params, n, &job, err);

	if (ok) {
		ok = see_through(desk, job, &file, err);
		desk_job_end(desk, job);
	}
	ok = ok && aside_done(&file, err);
	aside_drop(&file);
	return ok;
}

static bool
are_few(const struct marks *marks, struct err *err)
{
	return marks->n <= WRITEOUT_MOST || err_set(err, ERR_USAGE,
		_("%zu records are too many to be named one by one, %d are not: liaison export takes any filter"),
		marks->n, WRITEOUT_MOST);
}

bool
writeout_can(const struct marks *marks, const char *path, struct err *err)
{
	struct aside file = ASIDE_INIT;
	bool ok = writeout_format(path, err) && are_few(marks, err) &&
		aside_open(&file, path, err);

	aside_drop(&file);
	return ok;
}

bool
writeout(struct desk *desk, const struct kind *kind, const struct marks *marks,
	const char *path, const char *why, struct err *err)
{
	const char *format = writeout_format(path, err);
	struct strbuf filter = STRBUF_INIT;
	bool ok;

	if (!format || !are_few(marks, err))
		return false;
	for (size_t i = 0; i < marks->n; i++)
		strbuf_printf(&filter, "%sref:%s", i > 0 ? " or " : "",
			marks->marks[i].ref);
	ok = run(desk, (struct desk_param[]){ { "kind", kind->name },
		{ "format", format }, { "filter", filter.text },
		{ "why", why } }, why ? 4 : 3, path, err);
	strbuf_clear(&filter);
	return ok;
}
