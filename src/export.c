/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export.c - the job that hands records out as a file (jobs.h): what the exporter
 * sees and the recipient may have, page by page. What was handed out to whom is
 * in the log before the last bytes are. */
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "src/act.h"
#include "src/export_run.h"
#include "src/format.h"
#include "src/job.h"
#include "src/recipient.h"
#include "src/value.h"
#include "base/banned.h"

enum { PAGE_ROWS = 100 };

enum export_format { EXPORT_JSON, EXPORT_JSONL, EXPORT_CSV };

static const char *const formats[] = {
	[EXPORT_JSON] = "json", [EXPORT_JSONL] = "jsonl", [EXPORT_CSV] = "csv"
};

struct export {
	enum export_format format;
	bool raw;
	char *filter;
	struct recipient recipient;
	int64_t case_id;	/* where it began is where it ends */

	const struct kind *kinds[KIND_END];
	size_t n_kinds, at;	/* which of them is being written */
	int64_t list;		/* handle; 0: not open yet */
	struct desk_page page;	/* the one before, of the same kind */
	int64_t before, total;	/* records of the kinds before, and of all so far */
	int64_t seen, count;	/* records looked at, and written */

	bool begun;
	struct json json;
	struct strbuf made;	/* since the last step */
	struct strbuf ready;	/* not fetched yet */
	struct hash_stream *hash;	/* of all; NULL once it is known */
};

/* --- Beginning ---------------------------------------------------------- */

static bool
read_format(struct export *ex, const char *text, struct err *err)
{
	for (size_t i = 0; text && i < ARRAY_SIZE(formats); i++)
		if (strcmp(formats[i], text) == 0) {
			ex->format = (enum export_format)i;
			return true;
		}
	return err_set(err, ERR_USAGE, _("format \"%.20s\": json, jsonl or csv"),
		text ? text : "");
}

static bool
add_kind(struct export *ex, const char *name, struct err *err)
{
	const struct kind *k = kind_find(name);

	if (!k)
		return err_set(err, ERR_USAGE, _("no kind \"%.40s\""), name);
	if (k->flags & KIND_IS_PART)
		return err_set(err, ERR_USAGE,
			_("a %s goes out with the record that it belongs to"),
			k->name);
	for (size_t i = 0; i < ex->n_kinds; i++)
		if (ex->kinds[i] == k)
			return true;
	ex->kinds[ex->n_kinds++] = k;
	return true;
}

static bool
read_kinds(struct export *ex, const struct desk_param *params, size_t n,
	struct err *err)
{
	const char *name;

	for (size_t i = 0; (name = job_param(params, n, "kind", i)); i++)
		if (!add_kind(ex, name, err))
			return false;
	for (size_t i = 0; kinds[i] && !job_param(params, n, "kind", 0); i++)
		if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)))
			ex->kinds[ex->n_kinds++] = kinds[i];
	return ex->format != EXPORT_CSV || ex->n_kinds == 1 ||
		err_set(err, ERR_USAGE, _("a CSV file holds one kind"));
}

static bool
read_raw(struct export *ex, const char *text, struct err *err)
{
	ex->raw = text != NULL;
	if (!text)
		return true;
	if (strcmp(text, "yes") != 0)
		return err_set(err, ERR_USAGE, _("%s: only yes can be said"),
			"raw");
	return ex->format == EXPORT_CSV ||
		err_set(err, ERR_USAGE, _("raw is for CSV"));
}

static void
end(struct session *s, void *state)
{
	struct export *ex = state;
	uint8_t unused[HASH_SIZE];

	if (ex->list)
		list_close(s, ex->list, NULL);
	if (ex->hash)
		hash_stream_end(ex->hash, unused);
	recipient_clear(&ex->recipient);
	strbuf_clear(&ex->made);
	strbuf_clear(&ex->ready);
	desk_page_clear(&ex->page);
	free(ex->filter);
	free(ex);
}

/* The filter must make sense for each kind before the first byte goes out. */
static bool
check_filter(struct export *ex, struct session *s, struct err *err)
{
	for (size_t i = 0; i < ex->n_kinds; i++) {
		struct desk_opened opened;
		struct desk_list_spec spec = { .kind = (int)ex->kinds[i]->no,
			.filter = ex->filter };

		if (!list_open(s, &spec, &opened, err))
			return false;
		list_close(s, opened.handle, NULL);
	}
	return true;
}

static bool
start(struct session *s, const struct desk_param *params, size_t n,
	void **state, struct err *err)
{
	struct export *ex = xcalloc(1, sizeof(*ex));

	ex->made = ex->ready = (struct strbuf)STRBUF_INIT;
	ex->case_id = s->viewer.case_id;
	ex->filter = xstrdup(job_param(params, n, "filter", 0));
	if (!read_format(ex, job_param(params, n, "format", 0), err) ||
	    !read_kinds(ex, params, n, err) ||
	    !read_raw(ex, job_param(params, n, "raw", 0), err) ||
	    !recipient_init(&ex->recipient, s, job_param(params, n, "for", 0),
		err) || !check_filter(ex, s, err)) {
		end(s, ex);
		return false;
	}
	if (s->read_only || db_is_read_only(s->store.db)) {
		end(s, ex);
		return err_set(err, ERR_READ_ONLY,
			_("an export is noted in the log, and this store cannot be written"));
	}
	ex->json = (struct json)JSON_INIT(&ex->made, ex->format == EXPORT_JSON);
	ex->hash = hash_stream_new();
	*state = ex;
	return true;
}

static struct strbuf *
out(void *state)
{
	return &((struct export *)state)->ready;
}

/* --- The file ----------------------------------------------------------- */

/* Whose use it is for; for people, who may not read the other members. */
static const char *
notice_of(const struct export *ex, bool training)
{
	bool is_internal = ex->recipient.class == RECIPIENT_INTERNAL;

	if (training)
		return is_internal ? "TRAINING. WORKING COPY, NOT FOR COURT" :
			"TRAINING";
	return is_internal ? "WORKING COPY, NOT FOR COURT" : NULL;
}

static void
put_head(struct export *ex, const struct session *s)
{
	struct json *j = &ex->json;

	if (ex->format == EXPORT_CSV) {
		format_csv_head(&ex->made, ex->kinds[0]);
		if (s->store.training) {
			strbuf_cut(&ex->made, ex->made.len - 2);
			csv_cell(&ex->made, false, "training", false);
			csv_end(&ex->made);
		}
	}
	if (ex->format != EXPORT_JSON)
		return;
	json_object(j);
	json_pair(j, "case", s->viewer.case_code);
	if (s->store.training) {
		json_key(j, "training");
		json_bool(j, true);
	}
	json_pair(j, "for", ex->recipient.text);
	json_pair(j, "notice", notice_of(ex, s->store.training));
	json_key(j, "records");
	json_array(j);
}

/* In formats without a head each record says that it is made up. */
static void
put_record(struct export *ex, const struct session *s,
	const struct desk_item *item)
{
	bool training = s->store.training;

	switch (ex->format) {
	case EXPORT_CSV:
		format_csv(&ex->made, &item->record, ex->raw);
		if (!training)
			break;
		strbuf_cut(&ex->made, ex->made.len - 2);
		csv_cell(&ex->made, false, "TRAINING", false);
		csv_end(&ex->made);
		break;
	case EXPORT_JSON:
		format_json_item(&ex->json, item, false);
		break;
	case EXPORT_JSONL:
		format_json_item(&ex->json, item, true);
		if (training) {
			json_key(&ex->json, "training");
			json_bool(&ex->json, true);
		}
		json_object_end(&ex->json);
		strbuf_putc(&ex->made, '\n');
		break;
	}
	ex->count++;
}

static void
put_foot(struct export *ex)
{
	if (ex->format != EXPORT_JSON)
		return;
	json_array_end(&ex->json);
	json_object_end(&ex->json);
	strbuf_putc(&ex->made, '\n');
}

/* --- Records ------------------------------------------------------------ */

static bool
put_row(struct export *ex, struct session *s, const struct desk_row *row,
	struct err *err)
{
	struct desk_item item = { 0 };
	unsigned why;
	bool ok = recipient_item(&ex->recipient, s, row->uid, &item, &why,
		err);

	if (ok && !why)
		put_record(ex, s, &item);
	desk_item_clear(&item);
	ex->seen++;
	return ok;
}

/* The anchor, or when it is gone perhaps its neighbour, went out with the page
 * before. */
static bool
went_out(const struct export *ex, const struct desk_row *row)
{
	for (size_t i = ex->page.n; i-- > 0;)
		if (strcmp(ex->page.rows[i].uid, row->uid) == 0)
			return true;
	return false;
}

static bool
put_page(struct export *ex, struct session *s, const struct desk_page *page,
	struct err *err)
{
	int64_t before = ex->seen;

	for (size_t i = 0; i < page->n; i++)
		if (!(i == 0 && went_out(ex, &page->rows[i])) &&
		    !put_row(ex, s, &page->rows[i], err))
			return false;
	ex->total = ex->before + page->total;
	return ex->seen > before || !page->more_after ||
		err_set(err, ERR_INTERNAL, _("a list does not go on"));
}

static bool
read_page(struct export *ex, struct session *s, struct desk_page *page,
	struct err *err)
{
	const struct desk_row *last = ex->page.n ?
		&ex->page.rows[ex->page.n - 1] : NULL;
	struct desk_page_ask ask = {
		.handle = ex->list, .anchor = last ? DESK_AT : DESK_FIRST,
		.uid = last ? last->uid : NULL, .key = last ? last->key : NULL,
		.after = PAGE_ROWS, .wait = 1,
	};

	return list_page(s, &ask, page, err);
}

static bool
open_list(struct export *ex, struct session *s, struct err *err)
{
	struct desk_opened opened;
	struct desk_list_spec spec = { .kind = (int)ex->kinds[ex->at]->no,
		.filter = ex->filter };

	if (!list_open(s, &spec, &opened, err))
		return false;
	ex->list = opened.handle;
	return true;
}

static void
next_kind(struct export *ex, struct session *s)
{
	list_close(s, ex->list, NULL);
	ex->list = 0;
	desk_page_clear(&ex->page);
	ex->before = ex->total;
	ex->at++;
}

/* All of a page as it was at one moment. */
static bool
take_page(struct export *ex, struct session *s, struct err *err)
{
	struct desk_page page = { 0 };

	if (!ex->list && !open_list(ex, s, err))
		return false;
	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = read_page(ex, s, &page, err) && put_page(ex, s, &page, err);

	db_read_end(s->store.db);
	desk_page_clear(&ex->page);
	ex->page = page;
	if (ok && !page.more_after)
		next_kind(ex, s);
	return ok;
}

/* --- The log ------------------------------------------------------------ */

static void
describe(const struct export *ex, const char *digest, struct record *r)
{
	struct strbuf set = STRBUF_INIT;

	for (size_t i = 0; i < ex->n_kinds; i++) {
		struct strbuf more = STRBUF_INIT;

		value_plus(set.text, ex->kinds[i]->name, &more);
		strbuf_clear(&set);
		set = more;
	}
	record_init(r, &export_kind);
	record_set(r, EXPORT_RUN_FORMAT, formats[ex->format]);
	record_set(r, EXPORT_RUN_FOR, ex->recipient.text);
	record_set(r, EXPORT_RUN_KINDS, set.text);
	record_set(r, EXPORT_RUN_FILTER, ex->filter);
	record_set_int(r, EXPORT_RUN_COUNT, ex->count);
	record_set(r, EXPORT_RUN_DIGEST, digest);
	strbuf_clear(&set);
}

/* Whoever it is now, it must be who may export, where it began. */
static bool
may_go_on(const struct export *ex, struct session *s, struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_EXPORT, err))
		return false;
	return s->viewer.case_id == ex->case_id ||
		err_set(err, ERR_RULE,
			_("the export began in another case; it cannot go on in this one"));
}

static bool
note(const struct export *ex, struct session *s, const char *digest,
	struct err *err)
{
	struct act act;
	struct record r;
	struct db_entry e;

	if (!act_begin(&act, &s->store, NULL, err))
		return false;
	bool ok = may_go_on(ex, s, err);

	if (ok) {
		describe(ex, digest, &r);
		act_author(&act, &s->viewer);
		ok = act_add(&act, &r, ex->case_id, NULL, &e, NULL, err);
		record_clear(&r);
	}
	if (ok)
		return act_commit(&act, err);
	act_rollback(&act);
	return false;
}

/* --- The job ------------------------------------------------------------ */

static void
hash_made(struct export *ex)
{
	hash_stream_add(ex->hash, ex->made.text, ex->made.len);
}

static void
release(struct export *ex)
{
	strbuf_add(&ex->ready, ex->made.text, ex->made.len);
	strbuf_reset(&ex->made);
}

static bool
finish(struct export *ex, struct session *s, struct err *err)
{
	uint8_t hash[HASH_SIZE];
	char digest[HASH_HEX_SIZE];

	put_foot(ex);
	hash_made(ex);
	hash_stream_end(ex->hash, hash);
	ex->hash = NULL;
	hash_hex(hash, sizeof(hash), digest);
	if (!note(ex, s, digest, err))
		return false;
	release(ex);
	return true;
}

static bool
step(struct session *s, void *state, struct desk_progress *p, struct err *err)
{
	struct export *ex = state;

	if (!may_go_on(ex, s, err))
		return false;
	if (!ex->begun)
		put_head(ex, s);
	ex->begun = true;
	if (ex->at < ex->n_kinds && !take_page(ex, s, err))
		return false;
	bool done = ex->at == ex->n_kinds;

	if (done && !finish(ex, s, err))
		return false;
	if (!done) {
		hash_made(ex);
		release(ex);
	}
	p->done = ex->seen;
	p->total = ex->total;
	p->unit = xstrdup(_("records"));
	if (done) {
		p->state = DESK_JOB_DONE;
		p->result = xasprintf("exported %lld", (long long)ex->count);
	}
	return true;
}

const struct job_ops export_ops = {
	.name = "export", .right = RIGHT_EXPORT, .needs_case = true,
	.start = start, .step = step, .out = out, .end = end,
};
