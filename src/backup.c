/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup.c - the job that copies a store, and verifies what it copied. */
#include "db/backup.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/access.h"
#include "src/job.h"
#include "src/newstore.h"
#include "src/verify.h"
#include "base/banned.h"

struct backup {
	struct newstore made;
	struct db *copy;
	struct verify *verify;	/* NULL: not copied yet */
};

static void
backup_end(struct session *s, void *state)
{
	struct backup *b = state;

	(void)s;
	verify_free(b->verify);
	db_close(b->copy);
	newstore_drop(&b->made);
	free(b);
}

static bool
backup_start(struct session *s, const struct desk_param *params, size_t n,
	void **state, struct err *err)
{
	struct backup *b = xcalloc(1, sizeof(*b));

	if (!newstore_begin(&b->made, job_param(params, n, "path", 0), err)) {
		backup_end(s, b);
		return false;
	}
	*state = b;
	return true;
}

/* SQLite copies in one go, by a connection that is for nothing else. */
static bool
copy(struct session *s, struct backup *b, struct err *err)
{
	struct db *db;

	if (!db_open(&db, db_path(s->store.db), DB_MAINTENANCE, err))
		return false;
	bool ok = db_backup(db, b->made.temp, err);

	db_close(db);
	return ok && db_backup_open(&b->copy, b->made.temp, err) &&
		verify_new(&b->verify, b->copy, s->store.has_key, err);
}

/* It verified: give it its name. */
static bool
finish(struct backup *b, struct desk_progress *p, struct err *err)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_printf(&line, "backup %s ", b->made.path);
	verify_sum(b->verify, &line);
	verify_free(b->verify);
	db_close(b->copy);
	b->verify = NULL;
	b->copy = NULL;
	bool ok = newstore_place(&b->made, err);

	if (ok) {
		p->result = strbuf_detach(&line);
		p->state = DESK_JOB_DONE;
	}
	strbuf_clear(&line);
	return ok;
}

/* Access logs are kept for a time of their own, which a backup would outlive. */
static void
tell_left_out(struct session *s, struct desk_progress *p)
{
	int *years;
	size_t n;

	if (!db_access_years(db_path(s->store.db), &years, &n, NULL))
		return;
	free(years);
	if (!n)
		return;
	p->notices = xcalloc(1, sizeof(*p->notices));
	p->notices[p->n_notices++].text = xasprintf(
		_("the access logs (%s.access-YEAR) are no part of it"),
		db_path(s->store.db));
}

static bool
backup_step(struct session *s, void *state, struct desk_progress *p,
	struct err *err)
{
	struct backup *b = state;
	const char *unit;
	bool done = false;

	if (!b->verify && !copy(s, b, err))
		return false;
	if (!verify_step(b->verify, job_until(), &done, err))
		return false;
	verify_progress(b->verify, &p->done, &p->total, &unit);
	p->unit = xstrdup(unit);
	if (!done)
		return true;
	tell_left_out(s, p);
	return finish(b, p, err);
}

const struct job_ops backup_ops = {
	.name = "backup", .right = RIGHT_COPY,
	.start = backup_start, .step = backup_step, .end = backup_end,
};
