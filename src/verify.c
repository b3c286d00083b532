/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify.c - see verify.h; and the job. */
#include "src/verify.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/counter.h"
#include "db/entry.h"
#include "db/mirror.h"
#include "db/search.h"
#include "src/accesscheck.h"
#include "src/audience.h"
#include "src/job.h"
#include "src/role.h"
#include "src/rowcheck.h"
#include "src/table.h"
#include "src/treecheck.h"
#include "src/words.h"
#include "base/banned.h"

struct verify {
	struct db *db;
	struct db *scratch;	/* new, in memory: what the log makes of some tables */
	bool reading;		/* db is in a read transaction */
	bool is_signed;
	int64_t of_case;	/* 0: what is told is of all */
	size_t phase;
	struct treecheck trees;
	int64_t rid;		/* the record that it is at */
	int64_t records, total;
};

/* One part of the work: a step of it, or all, and the table that is to blame
 * when SQLite cannot read what it needs. */
struct phase {
	const char *table;
	bool (*step)(struct verify *v, bool *done, struct err *err);
};

static bool
check_file(struct verify *v, bool *done, struct err *err)
{
	*done = true;
	return db_mirror_file(v->db, err) &&
		db_mirror_schema(v->db, v->scratch, err);
}

static bool
begin_trees(struct verify *v, bool *done, struct err *err)
{
	*done = true;
	if (!treecheck_init(&v->trees, v->db, v->scratch, err))
		return false;
	v->trees.must_be_signed = v->is_signed;
	v->trees.of_case = v->of_case;
	return true;
}

static bool
check_trees(struct verify *v, bool *done, struct err *err)
{
	return treecheck_step(&v->trees, done, err);
}

static bool
check_directory(struct verify *v, bool *done, struct err *err)
{
	struct db_tally t = { 0 };
	bool found = true;

	for (size_t i = 0; kinds[i]; i++)
		if (!db_mirror_rows(v->db, table_of(kinds[i]), err))
			return false;
	if (!db_mirror_tally(v->db, err) || !db_mirror_held(v->db, err))
		return false;
	while (found) {
		if (!db_tally_after(v->db, &t, &found, err))
			return false;
		v->total += found ? t.n : 0;
	}
	*done = true;
	return true;
}

static bool
check_record(struct verify *v, bool *done, struct err *err)
{
	char leaf[ACT_LEAF_SIZE];
	struct db_entry e;
	struct record r;
	bool found;

	if (!db_entry_after(v->db, v->rid, &e, &found, err))
		return false;
	*done = !found;
	if (!found)
		return true;
	v->rid = e.rid;
	v->records++;
	if (!rowcheck_fold(v->db, &e, &r, leaf, err))
		return false;
	bool ok = rowcheck_holds(v->db, &e, &r, leaf, err);

	record_clear(&r);
	return ok;
}

/* The rows of a store that no entry named: the one of parts. */
static bool
is_none(const struct db_audience *a)
{
	return a->id == 0 && a->case_id == 0 && a->mask == 0 && a->open == 0 &&
		a->class == 0 && !a->voided && a->n_who == 0 &&
		strcmp(a->text, "none") == 0;
}

/* How many rows there are, and the highest id. */
static bool
count_audiences(struct db *db, int64_t *n, int64_t *last, struct err *err)
{
	struct db_audience a = { 0 };
	bool found = true, ok = true;

	*n = 0;
	*last = -1;
	while (found && (ok = db_audience_next(db, *last, &a, &found, err))) {
		*last = found ? a.id : *last;
		*n += found;
	}
	db_audience_clear(&a);
	return ok;
}

/* Did an entry name it, and do its columns say what its text says? */
static bool
check_audience(struct verify *v, const struct db_audience *a, int64_t last,
	struct err *err)
{
	int64_t id;

	if (is_none(a))
		return true;
	if (!audience_row_holds(a))
		return err_set(err, ERR_CHECK, "table audience: %s",
			_("one says another thing than its text"));
	if (!audience_intern(v->scratch, a->case_id, a->text, &id, err))
		return false;
	return id <= last || err_set(err, ERR_CHECK, "table audience: %s",
		_("no entry of the log named one that is there"));
}

/* Every audience was named by an entry, and every one named is there. */
static bool
check_audiences(struct verify *v, bool *done, struct err *err)
{
	int64_t last, named, n = 0;
	struct db_audience a = { .id = -1 };
	bool found = true, ok = true;

	if (!count_audiences(v->scratch, &named, &last, err))
		return false;
	while (ok && (ok = db_audience_next(v->db, a.id, &a, &found, err)) &&
	       found) {
		ok = check_audience(v, &a, last, err);
		n++;
	}
	db_audience_clear(&a);
	if (!ok)
		return false;
	*done = true;
	return n == named || err_set(err, ERR_CHECK, "table audience: %s",
		_("one that an entry of the log named is not there"));
}

static bool
check_counters(struct verify *v, bool *done, struct err *err)
{
	struct db_counter is = { 0 }, should = { 0 };
	bool more = true, also;

	while (more) {
		if (!db_counter_after(v->db, &is, &more, err) ||
		    !db_counter_after(v->scratch, &should, &also, err))
			return false;
		if (more != also || is.case_id != should.case_id ||
		    is.last != should.last || strcmp(is.name, should.name) != 0)
			return err_set(err, ERR_CHECK, "table counter: %s",
				_("the numbers given are not those that the log names"));
	}
	*done = true;
	return true;
}

static void
end_reading(struct verify *v)
{
	if (v->reading)
		db_read_end(v->db);
	v->reading = false;
}

static bool
check_index(struct verify *v, bool *done, struct err *err)
{
	*done = true;
	end_reading(v);	/* it may have to take the writer lock */
	return db_search_check(v->db, err);
}

static bool
check_keys(struct verify *v, bool *done, struct err *err)
{
	bool current;

	*done = true;
	if (!words_are_current(v->db, &current, err))
		return false;
	return current || err_set(err, ERR_CHECK, "table search_keys_fts: %s",
		_("the search index is not of the keys that this program makes"));
}

static const struct phase phases[] = {
	{ "sqlite_schema", check_file },
	{ "log_tree", begin_trees },
	{ "log_entry", check_trees },
	{ "record", check_directory },
	{ "record", check_record },
	{ "audience", check_audiences },
	{ "counter", check_counters },
	{ "search_keys_fts", check_keys },
	{ "search_fts", check_index },
};
enum { PHASES = sizeof(phases) / sizeof(phases[0]), RECORDS = 4 };

bool
verify_new(struct verify **out, struct db *db, bool is_signed, struct err *err)
{
	struct verify *v = xcalloc(1, sizeof(*v));

	*v = (struct verify){ .db = db, .is_signed = is_signed };
	bool ok = db_create(&v->scratch, ":memory:", err) &&
		db_begin(v->scratch, err);

	if (ok)
		ok = v->reading = db_read_begin(db, err);
	if (!ok) {
		verify_free(v);
		return false;
	}
	*out = v;
	return true;
}

void
verify_tell(struct verify *v, int64_t case_id)
{
	v->of_case = case_id;
}

void
verify_free(struct verify *v)
{
	if (!v)
		return;
	treecheck_clear(&v->trees);
	end_reading(v);
	db_close(v->scratch);
	free(v);
}

/* What cannot be read does not hold either: SQLite's fault becomes a finding. */
static bool
blame(const struct phase *p, const struct err *why, struct err *err)
{
	if (why->code == ERR_DAMAGED || why->code == ERR_NOT_FOUND ||
	    (why->code == ERR_CHECK && p->step == check_index))
		return err_set(err, ERR_CHECK, "table %s: %s", p->table,
			why->text);
	if (err)
		*err = *why;
	return false;
}

bool
verify_step(struct verify *v, int64_t until, bool *done, struct err *err)
{
	struct err why = ERR_INIT;

	do {
		const struct phase *p = &phases[v->phase];
		bool over = false;

		if (!p->step(v, &over, &why))
			return blame(p, &why, err);
		v->phase += over;
	} while (v->phase < PHASES && clock_ticks() < until);
	*done = v->phase == PHASES;
	return true;
}

void
verify_progress(const struct verify *v, int64_t *done, int64_t *total,
	const char **unit)
{
	bool records = v->phase >= RECORDS;

	*done = records ? v->records : v->trees.entries;
	*total = records ? v->total : v->trees.total;
	*unit = records ? "records" : "entries";
	if (!v->of_case)
		return;
	*done = *total ? 100 * *done / *total : 0;
	*total = 100;
	*unit = "percent";
}

void
verify_sum(const struct verify *v, struct strbuf *out)
{
	treecheck_sum(&v->trees, out);
}

bool
verify_all(struct db *db, bool is_signed, struct strbuf *sum, struct err *err)
{
	struct verify *v;
	bool done = false;

	if (!verify_new(&v, db, is_signed, err))
		return false;
	bool ok = verify_step(v, INT64_MAX, &done, err);

	if (ok)
		verify_sum(v, sum);
	verify_free(v);
	return ok;
}

/* --- The job ------------------------------------------------------------ */

struct job_state {
	struct db *db;		/* of its own: one moment, whatever else is done */
	struct verify *verify;
	struct accesscheck *access;
	bool holds;		/* the store does: the access logs are next */
};

static void
job_close(struct session *s, void *state)
{
	struct job_state *j = state;

	(void)s;
	accesscheck_free(j->access);
	verify_free(j->verify);
	db_close(j->db);
	free(j);
}

/* How much there is of all cases is for those who copy the whole store or read who read
 * what: to others it would tell what goes on where they do not sit. */
static bool
is_told_all(const struct viewer *v)
{
	return role_may(v->role, RIGHT_COPY, NULL) ||
		role_may(v->role, RIGHT_AUDIT, NULL);
}

static bool
job_begin(struct session *s, const struct desk_param *params, size_t n,
	void **state, struct err *err)
{
	struct job_state *j = xcalloc(1, sizeof(*j));
	bool all = is_told_all(&s->viewer);

	(void)params;
	(void)n;
	if (!db_open(&j->db, db_path(s->store.db), DB_MAINTENANCE, err) ||
	    !verify_new(&j->verify, j->db, s->store.has_key, err) ||
	    !accesscheck_new(&j->access, db_path(j->db), s->store.has_key, all,
		err)) {
		job_close(s, j);
		return false;
	}
	if (!all)
		verify_tell(j->verify, s->viewer.case_id);
	*state = j;
	return true;
}

/* What was found of the access logs, a notice for each year. */
static void
tell_lines(const struct strbuf *lines, struct desk_progress *p)
{
	const char *line = lines->len ? lines->text : "";

	while (*line) {
		size_t n = strcspn(line, "\n");

		p->notices = xrealloc_array(p->notices, p->n_notices + 1,
			sizeof(*p->notices));
		p->notices[p->n_notices++].text = xstrndup(line, n);
		line += n + (line[n] == '\n');
	}
}

static bool
check_access(struct job_state *j, struct desk_progress *p, bool *done,
	struct err *err)
{
	struct strbuf lines = STRBUF_INIT;
	bool ok = accesscheck_step(j->access, job_until(), &lines, done, err);

	if (ok)
		tell_lines(&lines, p);
	strbuf_clear(&lines);
	return ok;
}

static bool
job_step(struct session *s, void *state, struct desk_progress *p,
	struct err *err)
{
	struct job_state *j = state;
	struct strbuf line = STRBUF_INIT;
	const char *unit;
	bool done = false;

	(void)s;
	if (!j->holds && !verify_step(j->verify, job_until(), &j->holds, err))
		return false;
	verify_progress(j->verify, &p->done, &p->total, &unit);
	p->unit = xstrdup(unit);
	if (!j->holds)
		return true;
	if (!check_access(j, p, &done, err))
		return false;
	if (!done)
		return true;
	strbuf_puts(&line, "ok ");
	verify_sum(j->verify, &line);
	p->result = strbuf_detach(&line);
	p->state = DESK_JOB_DONE;
	return true;
}

const struct job_ops verify_ops = {
	.name = "verify", .right = RIGHT_MAINTAIN,
	.start = job_begin, .step = job_step, .end = job_close,
};
