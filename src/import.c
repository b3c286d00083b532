/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import.c - the job that takes a table in (jobs.h). A batch of rows is one act,
 * in which the run itself is noted, so that a killed import goes on where it was
 * and ends with the counts and rejects that it would have had (D18). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/csv.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/deed.h"
#include "src/import_row.h"
#include "src/import_run.h"
#include "src/job.h"
#include "src/mapping.h"
#include "src/sums.h"
#include "base/banned.h"

/* What the bytes are: rows of cells, or a list of digests (sums.h). */
enum shape { SHAPE_UNKNOWN, SHAPE_CSV, SHAPE_SUMS };

struct import {
	char digest[HASH_HEX_SIZE];	/* of the file, as announced */
	char *file;			/* its name, harmless */
	bool dry_run, again;
	int64_t case_id;		/* where it began is where it ends */

	enum shape shape;
	struct sums sums;
	struct csv_reader *reader;
	struct hash_stream *hash;	/* of what came; NULL once it is known */
	bool ended;			/* the last bytes are here ... */
	bool is_other;			/* ... and are not what was announced */
	struct err broken;		/* why nothing more can be read */

	struct mapping mapping;
	bool bound;			/* the header was read */
	char run_digest[HASH_HEX_SIZE];
	struct import_run run;
	struct import_rows rows;
	struct batch batch;
	int64_t read;			/* rows that the reader gave so far */
	int64_t resumed;		/* rows that an earlier run had done */
	bool refusing;			/* the newest row judged was refused */
	struct strbuf rejects;		/* not fetched yet */
	bool headed;			/* they have their header */
	bool all_read, finished;
};

/* --- Beginning ---------------------------------------------------------- */

static const struct kind *
kind_to_import(const struct desk_param *params, size_t n, struct err *err)
{
	const char *name = job_param(params, n, "kind", 0);
	const struct kind *k = name ? kind_find(name) : NULL;

	if (!k)
		err_set(err, ERR_USAGE, _("no kind \"%.40s\""), name ? name : "");
	else if (k->no == KIND_CASEFILE)
		err_set(err, ERR_USAGE, _("a case is made, not imported"));
	else
		return k;
	return NULL;
}

static bool
read_yes(const struct desk_param *params, size_t n, const char *name, bool *yes,
	struct err *err)
{
	const char *text = job_param(params, n, name, 0);

	*yes = text && strcmp(text, "yes") == 0;
	return *yes || !text ||
		err_set(err, ERR_USAGE, _("%s: only yes can be said"), name);
}

/* The name is kept for people; it may be any bytes. */
static char *
harmless_name(const char *file)
{
	enum { MOST = 255 };
	struct strbuf name = STRBUF_INIT;

	if (file)
		clean_text(&name, file, strlen(file), 0);
	if (name.len > MOST) {
		size_t cut = MOST;

		while (((unsigned char)name.text[cut] & 0xC0) == 0x80)
			cut--;
		strbuf_cut(&name, cut);
	}
	return strbuf_detach(&name);
}

/* Without a word a list of digests is known by not naming its columns. */
static bool
read_shape(struct import *im, const struct kind *k,
	const struct desk_param *params, size_t n, struct err *err)
{
	const char *format = job_param(params, n, "format", 0);
	bool is_hash = k->no == KIND_HASH;

	if (!format)
		im->shape = is_hash && !job_param(params, n, "map", 0) ?
			SHAPE_UNKNOWN : SHAPE_CSV;
	else if (strcmp(format, "csv") == 0)
		im->shape = SHAPE_CSV;
	else if (strcmp(format, "sums") == 0 && is_hash)
		im->shape = SHAPE_SUMS;
	else
		return err_set(err, ERR_USAGE,
			_("format: csv, or of the kind hash also sums"));
	return true;
}

static bool
read_params(struct import *im, const struct desk_param *params, size_t n,
	struct err *err)
{
	const char *digest = job_param(params, n, "digest", 0);
	uint8_t bytes[HASH_SIZE];

	if (!digest || !hash_unhex(digest, bytes, sizeof(bytes)))
		return err_set(err, ERR_USAGE,
			_("digest: the SHA-256 of the file is wanted, 64 hex digits"));
	memcpy(im->digest, digest, sizeof(im->digest));
	return read_yes(params, n, "dry_run", &im->dry_run, err) &&
		read_yes(params, n, "again", &im->again, err);
}

static bool
start(struct session *s, const struct desk_param *params, size_t n,
	void **state, struct err *err)
{
	const struct kind *k = kind_to_import(params, n, err);
	struct import read = { .case_id = s->viewer.case_id };
	struct import *im;

	if (!k || !read_params(&read, params, n, err) ||
	    !read_shape(&read, k, params, n, err) ||
	    !mapping_init(&read.mapping, k, params, n, err))
		return false;
	im = xcalloc(1, sizeof(*im));
	*im = read;
	im->sums = (struct sums)SUMS_INIT;
	im->file = harmless_name(job_param(params, n, "file", 0));
	im->reader = csv_reader_new();
	im->hash = hash_stream_new();
	im->batch = (struct batch)BATCH_INIT;
	im->rejects = (struct strbuf)STRBUF_INIT;
	im->broken = (struct err)ERR_INIT;
	im->rows.session = s;
	im->rows.mapping = &im->mapping;
	*state = im;
	return true;
}

static void
end(struct session *s, void *state)
{
	struct import *im = state;
	uint8_t unused[HASH_SIZE];

	(void)s;
	if (im->hash)
		hash_stream_end(im->hash, unused);
	csv_reader_free(im->reader);
	sums_clear(&im->sums);
	mapping_clear(&im->mapping);
	import_run_clear(&im->run);
	import_rows_clear(&im->rows);
	batch_clear(&im->batch);
	strbuf_clear(&im->rejects);
	free(im->file);
	free(im);
}

static void
take_last(struct import *im)
{
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE];

	hash_stream_end(im->hash, digest);
	im->hash = NULL;
	im->ended = true;
	hash_hex(digest, sizeof(digest), hex);
	im->is_other = strcmp(hex, im->digest) != 0;
	csv_reader_feed(im->reader, NULL, 0);
}

/* The next bytes, as rows of cells. */
static void
feed(struct import *im, const void *data, size_t len, bool last)
{
	struct strbuf csv = STRBUF_INIT;

	if (im->shape == SHAPE_UNKNOWN)
		im->shape = sums_is_table(data, len) ? SHAPE_CSV : SHAPE_SUMS;
	if (im->shape == SHAPE_SUMS)
		sums_feed(&im->sums, data, len, last, &csv);
	if (im->shape == SHAPE_CSV && len)
		csv_reader_feed(im->reader, data, len);
	else if (csv.len)
		csv_reader_feed(im->reader, csv.text, csv.len);
	strbuf_clear(&csv);
}

static bool
put(void *state, const void *data, size_t len, bool last, struct err *err)
{
	struct import *im = state;

	if (im->ended)
		return err_set(err, ERR_USAGE,
			_("bytes after what was called the last"));
	if (len)
		hash_stream_add(im->hash, data, len);
	feed(im, data, len, last);
	if (last)
		take_last(im);
	return true;
}

static struct strbuf *
out(void *state)
{
	return &((struct import *)state)->rejects;
}

/* --- Rows in ------------------------------------------------------------ */

/* With the header it is known what this import is, and so how far it came. */
static bool
begin_run(struct import *im, struct session *s, struct err *err)
{
	bool again = im->again || im->mapping.key < kind_n(im->mapping.kind);

	if (!mapping_bind(&im->mapping, im->reader, err))
		return false;
	mapping_digest(&im->mapping, im->digest, im->run_digest);
	im->run.digest = im->run_digest;
	im->run.file = im->file;
	im->run.into = im->mapping.kind->name;
	if (!import_run_open(&im->run, s, again, err))
		return false;
	im->resumed = im->run.counts[IMPORT_READ];
	im->bound = true;
	return true;
}

static bool
read_header(struct import *im, struct session *s, struct err *err)
{
	switch (csv_reader_next(im->reader, err)) {
	case CSV_ROW:
		return begin_run(im, s, err);
	case CSV_MORE:
		return true;
	case CSV_END:
		return err_set(err, ERR_INVALID,
			_("the file is empty: not even a header is there"));
	default:
		return false;
	}
}

/* Rows that an earlier run has done are passed over; but those that it refused
 * are judged again, for the reason to be told. */
static void
gather_row(struct import *im)
{
	int64_t number = ++im->read;
	bool refused = number <= im->resumed &&
		import_run_refused(&im->run, number);

	if (number <= im->resumed && !refused)
		return;
	batch_add(&im->batch, im->reader, refused);
	if (csv_reader_separator(im->reader) == '\t')
		batch_fit(&im->batch, im->mapping.n_columns);
}

/* Fill the batch. False when more bytes are wanted before it is full. */
static bool
gather(struct import *im)
{
	while (!batch_is_full(&im->batch)) {
		enum csv_state state = csv_reader_next(im->reader, &im->broken);

		if (state == CSV_MORE)
			return false;
		if (state != CSV_ROW) {
			im->all_read = true;
			return true;
		}
		gather_row(im);
	}
	return true;
}

/* --- Rejects ------------------------------------------------------------ */

static void
begin_rejects(struct import *im)
{
	im->headed = true;
	csv_cell(&im->rejects, true, "line", false);
	csv_cell(&im->rejects, false, "column", false);
	csv_cell(&im->rejects, false, "reason", false);
	for (size_t i = 0; i < im->mapping.n_columns; i++)
		csv_cell(&im->rejects, false, im->mapping.columns[i], false);
	csv_end(&im->rejects);
}

/* A cell as it was read, to be mended and imported: nothing is put before what
 * looks like a formula, only NUL bytes cannot stand in a table. */
static void
put_cell(struct strbuf *to, const char *cell, size_t len)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < len; i++) {
		if (cell[i])
			strbuf_putc(&text, cell[i]);
		else
			strbuf_puts(&text, "\uFFFD");
	}
	csv_cell(to, false, text.text, false);
	strbuf_clear(&text);
}

/* row NULL: what is behind the line cannot be read. */
static void
reject(struct import *im, long line, const struct import_refusal *why,
	const struct batch_row *row)
{
	char number[24];

	if (!im->headed)
		begin_rejects(im);
	/* The header of a list of digests is ours, not a line of the file. */
	snprintf(number, sizeof(number), "%ld",
		im->shape == SHAPE_SUMS ? line - 1 : line);
	csv_cell(&im->rejects, true, number, false);
	csv_cell(&im->rejects, false, why->column.text, false);
	csv_cell(&im->rejects, false, why->reason.text, false);
	for (size_t i = 0; row && i < row->n; i++) {
		size_t len;
		const char *cell = batch_cell(&im->batch, row, i, &len);

		put_cell(&im->rejects, cell, len);
	}
	csv_end(&im->rejects);
}

/* --- A batch ------------------------------------------------------------ */

/* A good row behind refused ones: see import_run.h. */
static bool
count(struct import *im, enum import_count verdict, struct err *err)
{
	bool is_refused = verdict == IMPORT_REJECTED;

	if (im->refusing && !is_refused && im->rows.act &&
	    !import_run_note(&im->run, im->rows.act, im->case_id, false, err))
		return false;
	im->refusing = is_refused;
	im->run.counts[IMPORT_READ]++;
	im->run.counts[verdict]++;
	return true;
}

static bool
take_row(struct import *im, const struct batch_row *row, struct err *err)
{
	struct import_refusal why = IMPORT_REFUSAL_INIT;
	enum import_count verdict;
	bool ok = import_row_take(&im->rows, &im->batch, row, &verdict, &why,
		err);

	if (ok && verdict == IMPORT_REJECTED)
		reject(im, row->line, &why, row);
	if (ok && verdict == IMPORT_REJECTED && im->dry_run)
		trial_refused(&im->rows.trial, row->line, why.reason.text);
	if (ok && !row->refused)
		ok = count(im, verdict, err);
	import_refusal_clear(&why);
	return ok;
}

/* An open quote, a row without end: it and what follows count as one row. */
static bool
take_broken(struct import *im, struct err *err)
{
	struct import_refusal why = IMPORT_REFUSAL_INIT;

	strbuf_printf(&why.reason, _("%s; nothing behind it was read"),
		im->broken.text);
	im->read++;
	reject(im, im->broken.row, &why, NULL);
	import_refusal_clear(&why);
	return count(im, IMPORT_REJECTED, err);
}

/* Whoever it is now, it must be who may import, where it began. */
static bool
may_go_on(const struct import *im, struct session *s, struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_IMPORT, err))
		return false;
	return s->viewer.case_id == im->case_id ||
		err_set(err, ERR_RULE,
			_("the import began in another case; it cannot go on in this one"));
}

static bool
take_rows(struct import *im, struct session *s, struct err *err)
{
	if (!may_go_on(im, s, err) ||
	    !import_run_current(&im->run, s, err))
		return false;
	for (size_t i = 0; i < im->batch.n; i++)
		if (!take_row(im, &im->batch.rows[i], err))
			return false;
	if (im->broken.code != ERR_NONE && !take_broken(im, err))
		return false;
	im->refusing = false;
	if (!im->rows.act || (!im->all_read &&
	    im->run.noted == im->run.counts[IMPORT_READ]))
		return true;
	return import_run_note(&im->run, im->rows.act, im->case_id,
		im->all_read, err);
}

static bool
check_batch(struct import *im, struct session *s, struct err *err)
{
	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = take_rows(im, s, err);

	db_read_end(s->store.db);
	return ok;
}

static bool
write_batch(struct import *im, struct session *s, struct err *err)
{
	struct act act;

	if (!deed_begin(&act, s, NULL, err))
		return false;
	im->rows.act = &act;
	bool ok = take_rows(im, s, err);

	im->rows.act = NULL;
	return deed_end(&act, s, ok, err);
}

/* --- The job ------------------------------------------------------------ */

static void
add_notice(struct desk_progress *p, const char *text)
{
	p->notices = xrealloc_array(p->notices, p->n_notices + 1,
		sizeof(*p->notices));
	p->notices[p->n_notices++].text = xstrdup(text);
}

static void
report(const struct import *im, struct desk_progress *p)
{
	const int64_t *n = im->run.counts;
	struct strbuf ignored = STRBUF_INIT;

	p->state = DESK_JOB_DONE;
	p->bad = n[IMPORT_REJECTED] > 0;
	p->result = xasprintf("read %lld added %lld updated %lld unchanged %lld rejected %lld",
		(long long)n[IMPORT_READ], (long long)n[IMPORT_ADDED],
		(long long)n[IMPORT_UPDATED], (long long)n[IMPORT_UNCHANGED],
		(long long)n[IMPORT_REJECTED]);
	if (im->resumed) {
		char *text = xasprintf(_("went on after the %lld rows of an import that was cut short"),
			(long long)im->resumed);

		add_notice(p, text);
		free(text);
	}
	for (size_t i = 0; i < im->rows.trial.n; i++)
		add_notice(p, im->rows.trial.lines[i]);
	mapping_ignored(&im->mapping, &ignored);
	if (ignored.len)
		add_notice(p, ignored.text);
	if (im->broken.code != ERR_NONE)
		add_notice(p, im->broken.text);
	strbuf_clear(&ignored);
}

static bool
step(struct session *s, void *state, struct desk_progress *p, struct err *err)
{
	struct import *im = state;
	bool full = false;

	/* The log is not to say of one file what came from another. */
	if (im->is_other)
		return err_set(err, ERR_INVALID,
			_("these are not the bytes whose digest was given: the file has changed"));
	if (!im->bound && !read_header(im, s, err))
		return false;
	if (im->bound && !im->finished)
		full = gather(im);
	if (full) {
		if (!(im->dry_run ? check_batch(im, s, err) :
		    write_batch(im, s, err)))
			return false;
		if (!hit_note(s, &im->rows.hits, err))
			return false;
		p->hits = im->rows.hits.list;
		p->n_hits = im->rows.hits.n;
		im->rows.hits = (struct hit_list){ 0 };
		batch_reset(&im->batch);
		im->finished = im->all_read;
	}
	p->done = im->read;
	p->unit = xstrdup(_("rows"));
	p->state = full ? DESK_JOB_RUNNING : DESK_JOB_HUNGRY;
	if (im->finished)
		report(im, p);
	return true;
}

const struct job_ops import_ops = {
	.name = "import", .right = RIGHT_IMPORT, .needs_case = true,
	.start = start, .step = step, .put = put, .out = out, .end = end,
};
