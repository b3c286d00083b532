/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_data.c - an export for programs: JSON, JSON Lines or CSV, a page of
 * records at each step. */
#include <stdlib.h>

#include "base/csv.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "src/export.h"
#include "src/format.h"
#include "src/walk.h"
#include "base/banned.h"

struct data {
	struct export *ex;
	struct json json;
	struct walk walk;
	size_t at;		/* which of the kinds is being written */
	int64_t before;		/* records of the kinds before, and of a survey */
	bool begun, is_open;
};

static bool
is(const struct data *d, const struct export_form *form)
{
	return d->ex->form == form;
}

/* --- The file ----------------------------------------------------------- */

static void
put_head(struct data *d, const struct session *s)
{
	struct json *j = &d->json;
	bool training = s->store.training;

	if (is(d, &export_csv)) {
		format_csv_head(&d->ex->made, d->ex->kinds[0]);
		if (training) {
			strbuf_cut(&d->ex->made, d->ex->made.len - 2);
			csv_cell(&d->ex->made, false, "training", false);
			csv_end(&d->ex->made);
		}
	}
	if (!is(d, &export_json))
		return;
	json_object(j);
	json_pair(j, "case", s->viewer.case_code);
	if (training) {
		json_key(j, "training");
		json_bool(j, true);
	}
	json_pair(j, "for", d->ex->recipient.text);
	json_pair(j, "notice", export_notice(d->ex, s));
	json_key(j, "records");
	json_array(j);
}

static void
put_csv(struct data *d, bool training, const struct desk_item *item)
{
	struct strbuf *out = &d->ex->made;

	format_csv(out, &item->record, d->ex->raw);
	if (!training)
		return;
	strbuf_cut(out, out->len - 2);
	csv_cell(out, false, "TRAINING", false);
	csv_end(out);
}

static void
put_line(struct data *d, bool training, const struct desk_item *item)
{
	format_json_item(&d->json, item, true);
	if (training) {
		json_key(&d->json, "training");
		json_bool(&d->json, true);
	}
	json_object_end(&d->json);
	strbuf_putc(&d->ex->made, '\n');
}

/* In formats without a head each record says that it is made up. */
static void
put_record(struct data *d, const struct session *s,
	const struct desk_item *item)
{
	if (is(d, &export_csv))
		put_csv(d, s->store.training, item);
	else if (is(d, &export_json))
		format_json_item(&d->json, item, false);
	else
		put_line(d, s->store.training, item);
	d->ex->count++;
}

static void
put_foot(struct data *d)
{
	if (!is(d, &export_json))
		return;
	json_array_end(&d->json);
	json_object_end(&d->json);
	strbuf_putc(&d->ex->made, '\n');
}

/* --- Records ------------------------------------------------------------ */

static bool
put_row(struct data *d, struct session *s, const struct desk_row *row,
	struct err *err)
{
	struct desk_item item = { 0 };
	bool found;
	bool ok = export_item(d->ex, s, row->uid, &item, &found, err);

	if (ok && found)
		put_record(d, s, &item);
	desk_item_clear(&item);
	d->ex->seen++;
	return ok;
}

static bool
open_kind(struct data *d, struct session *s, struct err *err)
{
	if (d->is_open)
		return true;
	d->walk = (struct walk){ .spec = { .filter = d->ex->filter,
		.kind = (int)d->ex->kinds[d->at]->no } };
	d->is_open = walk_begin(&d->walk, s, err);
	return d->is_open;
}

static void
close_kind(struct data *d, struct session *s)
{
	d->before += d->walk.total;
	walk_end(&d->walk, s);
	d->is_open = false;
	d->at++;
}

/* All of a page as it was at one moment. */
static bool
put_page(struct data *d, struct session *s, struct err *err)
{
	const struct desk_row *row;
	bool ok;

	do {
		ok = walk_next(&d->walk, s, &row, err) &&
			(!row || put_row(d, s, row, err));
	} while (ok && row && !walk_is_dry(&d->walk));
	if (d->ex->total < d->before + d->walk.total)
		d->ex->total = d->before + d->walk.total;
	if (ok && !row)
		close_kind(d, s);
	return ok;
}

static bool
step(void *state, struct session *s, bool *done, struct err *err)
{
	struct data *d = state;

	if (!d->begun)
		put_head(d, s);
	d->begun = true;
	if (d->at < d->ex->n_kinds) {
		if (!open_kind(d, s, err) || !db_read_begin(s->store.db, err))
			return false;
		bool ok = put_page(d, s, err);

		db_read_end(s->store.db);
		if (!ok)
			return false;
	}
	*done = d->at == d->ex->n_kinds;
	if (*done)
		put_foot(d);
	return true;
}

static void *
begin(struct export *ex, struct session *s)
{
	struct data *d = xcalloc(1, sizeof(*d));

	(void)s;
	d->ex = ex;
	d->before = ex->seen;
	d->json = (struct json)JSON_INIT(&ex->made, ex->form == &export_json);
	return d;
}

static void
end(void *state, struct session *s)
{
	struct data *d = state;

	if (d->is_open)
		walk_end(&d->walk, s);
	free(d);
}

const struct export_form export_json = {
	.name = "json", .begin = begin, .step = step, .end = end,
};
const struct export_form export_jsonl = {
	.name = "jsonl", .begin = begin, .step = step, .end = end,
};
const struct export_form export_csv = {
	.name = "csv", .is_single = true,
	.begin = begin, .step = step, .end = end,
};
