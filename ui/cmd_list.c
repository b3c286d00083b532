/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_list.c - liaison list: the records of a kind, page by page, in as little
 * memory for a million as for ten. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/known.h"
#include "ui/objects.h"
#include "ui/out.h"
#include "ui/para.h"
#include "ui/say.h"
#include "ui/tabular.h"
#include "base/banned.h"

enum { PAGE = 200 };

enum format { AS_TABLE, AS_CSV, AS_JSON, AS_JSONL };

static const char *const formats[] = { "table", "csv", "json", "jsonl", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("table (default), csv, json or jsonl (an object a line)"), 0 },
	{ 'S', "sort", N_("FIELD"), N_("by this field, -FIELD for the other way round; else newest first"), 0 },
	{ 'n', "limit", N_("N"), N_("at most N records; 0 is all"), 0 },
	{ 'c', "columns", N_("A,B,C"), N_("only these fields, in this order (json keeps its own order)"), 0 },
	{ 'r', "raw", NULL, N_("csv: leave values as they are, though a spreadsheet may run them"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* One list on its way out. */
struct listing {
	struct call *call;
	const struct kind *kind;
	enum format format;
	bool raw;
	bool chosen;		/* columns were named */
	size_t columns[FORMAT_MOST];
	size_t n_columns;
	long limit, done;
	struct tabular *table;
	struct objects objects;
	struct desk_page before;	/* the page before */
};

/* --- What is to be listed ----------------------------------------------- */

static bool
choose_columns(struct listing *l, const char *names, struct err *err)
{
	l->chosen = true;
	for (const char *p = names; *p; p += *p == ',') {
		size_t len = strcspn(p, ",");
		char *name = xstrndup(p, len);
		bool ok = known_field(l->kind, name,
			&l->columns[l->n_columns], err);

		free(name);
		if (!ok)
			return false;
		if (++l->n_columns == FORMAT_MOST)
			return err_set(err, ERR_USAGE,
				_("--columns names too many fields"));
		p += len;
	}
	return true;
}

/* What a list of the kind shows if nobody says: what it is called, then the
 * kind's own columns. */
static void
usual_columns(struct listing *l)
{
	const struct kind *k = l->kind;

	if (l->format == AS_CSV) {
		l->n_columns = format_order(k, l->columns);
		return;
	}
	/* A case and a party are called by their code. */
	if (kind_index(k, "code") != k->columns[0])
		l->columns[l->n_columns++] = HEADER_REF;
	for (const uint8_t *c = k->columns; *c != 0xFF; c++)
		l->columns[l->n_columns++] = *c;
}

static bool
prepare(struct listing *l, struct err *err)
{
	const struct given *g = &l->call->given;
	const char *names = given_value(g, "columns");
	int format;

	l->kind = known_kind(call_operand(l->call, 0), true, err);
	if (!l->kind || !given_word(g, "format", formats, &format, err) ||
	    !given_count(g, "limit", 0, &l->limit, err))
		return false;
	l->format = (enum format)format;
	l->raw = given_has(g, "raw");
	if (l->raw && l->format != AS_CSV)
		return err_set(err, ERR_USAGE,
			_("--raw is for --format csv"));
	if (names)
		return choose_columns(l, names, err);
	usual_columns(l);
	return true;
}

/* --- Rows --------------------------------------------------------------- */

static bool
is_number(const struct field *f)
{
	return f->type == FIELD_MONEY || f->type == FIELD_COUNT ||
		f->type == FIELD_PERCENT;
}

static void
begin(struct listing *l)
{
	struct strbuf *out = &l->call->out;

	if (l->format == AS_CSV)
		format_csv_head_of(out, l->kind, l->columns, l->n_columns);
	else if (l->format != AS_TABLE)
		objects_begin(&l->objects, out, l->format == AS_JSONL);
	if (l->format != AS_TABLE)
		return;
	l->table = tabular_new(out_columns());
	for (size_t i = 0; i < l->n_columns; i++) {
		const struct field *f = kind_field(l->kind, l->columns[i]);
		char *heading = xstrdup(f->name);

		for (char *p = heading; *p; p++)
			*p = (char)toupper((unsigned char)*p);
		tabular_column(l->table, heading, is_number(f));
		free(heading);
	}
}

static void
put_cells(struct listing *l, const struct record *r)
{
	for (size_t i = 0; i < l->n_columns; i++) {
		struct strbuf text = STRBUF_INIT;

		format_cell(&text, r, l->columns[i], l->call->who.zone);
		tabular_cell(l->table, text.text);
		strbuf_clear(&text);
	}
}

/* With --columns an object has its first members and those. */
static void
keep_chosen(const struct listing *l, struct record *r)
{
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		bool keep = i == HEADER_KIND || i == HEADER_CASE ||
			i == HEADER_REF || i == HEADER_ID ||
			i == HEADER_VERSION || i == HEADER_PARTY;

		for (size_t c = 0; c < l->n_columns && !keep; c++)
			keep = l->columns[c] == i;
		if (!keep)
			record_unset(r, i);
	}
}

static void
put_object(struct listing *l, struct record *r)
{
	struct json j = objects_next(&l->objects);

	if (l->chosen)
		keep_chosen(l, r);
	format_json(&j, r, false);
	objects_done(&l->objects);
}

static void
put_row(struct listing *l, struct record *r)
{
	switch (l->format) {
	case AS_TABLE:
		put_cells(l, r);
		break;
	case AS_CSV:
		format_csv_of(&l->call->out, r, l->columns, l->n_columns,
			l->raw);
		break;
	case AS_JSON:
	case AS_JSONL:
		put_object(l, r);
	}
	l->done++;
}

static void
end(struct listing *l)
{
	if (l->format == AS_TABLE)
		tabular_put(l->table, &l->call->out);
	else if (l->format != AS_CSV)
		objects_end(&l->objects);
}

/* --- Pages -------------------------------------------------------------- */

static bool
was_there(const struct desk_page *page, const char *uid)
{
	for (size_t i = 0; i < page->n; i++)
		if (strcmp(page->rows[i].uid, uid) == 0)
			return true;
	return false;
}

/* The rows of a page that the one before did not have: it begins with the row
 * that the other ended with, or near where that was if it has gone. */
static bool
put_page(struct listing *l, struct desk_page *page, struct err *err)
{
	for (size_t i = 0; i < page->n; i++) {
		if (l->limit && l->done == l->limit)
			break;
		if (was_there(&l->before, page->rows[i].uid))
			continue;
		put_row(l, &page->rows[i].record);
		if (!call_flush(l->call, false, err))
			return false;
	}
	if (l->format == AS_TABLE)
		tabular_put(l->table, &l->call->out);
	return call_flush(l->call, false, err);
}

static bool
put_pages(struct listing *l, int64_t handle, struct err *err)
{
	struct desk_page_ask ask = {
		.handle = handle, .anchor = DESK_FIRST, .wait = true,
		.after = l->limit && l->limit < PAGE ? l->limit : PAGE,
	};

	for (;;) {
		struct desk_page page = { 0 };

		if (!desk_list_page(l->call->desk, &ask, &page, err))
			return false;
		bool ok = put_page(l, &page, err);
		desk_page_clear(&l->before);
		l->before = page;
		if (!ok || !page.more_after || page.n == 0 ||
		    (l->limit && l->done >= l->limit))
			return ok;
		ask.anchor = DESK_AT;
		ask.uid = page.rows[page.n - 1].uid;
		ask.key = page.rows[page.n - 1].key;
	}
}

/* --- The command -------------------------------------------------------- */

/* The filter again, with a sign under the place that is wrong. */
static void
point_at(struct call *c, const char *filter, struct err *err)
{
	struct strbuf line = STRBUF_INIT;
	size_t len = strlen(filter), at = (size_t)err->column - 1;

	if (err->code != ERR_USAGE || err->column < 1 || at > len)
		return;
	say_error(err);
	c->quiet = true;
	strbuf_puts(&line, "  ");
	clean_text(&line, filter, len, say_flags());
	say_line(line.text);
	strbuf_reset(&line);
	clean_text(&line, filter, at, say_flags());
	int columns = utf8_width(line.text, line.len);
	strbuf_reset(&line);
	para_pad(&line, 0, 2 + columns);
	strbuf_putc(&line, '^');
	say_line(line.text);
	strbuf_clear(&line);
}

static bool
run(struct call *c, struct err *err)
{
	struct listing l = { .call = c };
	struct desk_opened opened;

	if (!prepare(&l, err))
		return false;
	char *filter = call_filter(c, 1);
	struct desk_list_spec spec = {
		.kind = l.kind->no, .filter = filter,
		.sort = given_value(&c->given, "sort"),
	};
	bool ok = desk_list_open(c->desk, &spec, &opened, err);
	if (!ok)
		point_at(c, filter, err);
	free(filter);
	if (ok) {
		begin(&l);
		ok = put_pages(&l, opened.handle, err);
		if (ok)
			end(&l);
	}
	tabular_free(l.table);
	desk_page_clear(&l.before);
	return ok;
}

const struct cli_command cmd_list = {
	.name = "list", .operands = "KIND [FILTER...]",
	.summary = N_("print the records of a kind, newest first"),
	.detail = N_("A filter is made of terms: FIELD:VALUE (equal for codes and refs, part of a text), FIELD:x* (begins with x), FIELD:none (absent), FIELD<VALUE and <= > >= for dates, counts and amounts (amount>=50000EUR, due<7d, changed>-2d), is:open, is:overdue, is:mine, is:waiting_for_me, is:unconfirmed, is:invalid, is:review, is:erase, is:restricted, is:retracted, is:erased, and bare words with which a word begins, as it stands or in Latin letters. Terms that stand side by side must all hold; or, not TERM, -TERM and parentheses combine them. Write -- before a filter that begins with a dash.\n"
		"Example: liaison list lead status:new or priority:urgent --sort due"),
	.options = options, .flags = CLI_READS, .verb = "list",
	.least = 1, .most = -1, .run = run,
};
