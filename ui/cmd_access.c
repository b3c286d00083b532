/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_access.c - liaison access-log: who read what, for auditors. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/csv.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/objects.h"
#include "ui/out.h"
#include "ui/tabular.h"
#include "base/banned.h"

enum format { AS_TEXT, AS_JSON, AS_JSONL, AS_CSV };

static const char *const formats[] = { "text", "json", "jsonl", "csv", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("text (default), json, jsonl (an object a line) or csv"), 0 },
	{ 0, "from", N_("DATE"), N_("only from this day on"), 0 },
	{ 0, "to", N_("DATE"), N_("only up to this day"), 0 },
	{ 0, "member", N_("WHO"), N_("only what this member (RO/2), or members of this party (RO), did"), 0 },
	{ 0, "ref", N_("REF"), N_("only what was done with this record"), 0 },
	{ 0, "op", N_("OP"), N_("only this: login, read, list, search, combine, history, log, export, hit, audit or purge"), 0 },
	{ 'n', "limit", N_("N"), N_("the newest N entries; 0 (default) is all"), 0 },
	{ 0, "purge", NULL, N_("let go of what is older than its party keeps it (log_years); an auditor or a space administrator may"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* What is done with each row. */
struct output {
	struct call *call;
	enum format format;
	struct tabular *table;
	struct objects objects;
	size_t n;
};

static void
put_refs(const struct desk_access_row *row, struct strbuf *out)
{
	for (size_t i = 0; i < row->n_refs; i++) {
		strbuf_puts(out, i ? " " : "");
		strbuf_puts(out, row->refs[i].text);
	}
}

static const char *
label_of(const char *op)
{
	for (const struct field_code *c = codes_access; c->code; c++)
		if (strcmp(c->code, op) == 0)
			return _(c->label);
	return op;
}

/* What it was about: the question, and the records. */
static void
put_about(const struct desk_access_row *row, struct strbuf *out)
{
	if (row->kind)
		strbuf_puts(out, row->kind);
	if (row->what)
		strbuf_printf(out, "%s\"%s\"", out->len ? " " : "", row->what);
	if (row->whom)
		strbuf_printf(out, "%s> %s", out->len ? " " : "", row->whom);
	if (row->n_refs) {
		strbuf_puts(out, out->len ? ": " : "");
		put_refs(row, out);
	}
}

static void
put_text(struct output *o, const struct desk_access_row *row)
{
	struct strbuf about = STRBUF_INIT;
	char when[CLOCK_TEXT_SIZE];

	clock_local(row->at, o->call->who.zone, when);
	put_about(row, &about);
	tabular_cell(o->table, when);
	tabular_cell(o->table, row->member ? row->member : "-");
	tabular_cell(o->table, label_of(row->op));
	tabular_cell(o->table, about.text);
	tabular_cell(o->table, row->why);
	if (o->n % 200 == 199)
		tabular_put(o->table, &o->call->out);
	strbuf_clear(&about);
}

static void
put_object(struct output *o, const struct desk_access_row *row)
{
	struct json j = objects_next(&o->objects);
	char when[CLOCK_TEXT_SIZE];

	clock_text(row->at, when);
	json_object(&j);
	json_pair(&j, "entry", row->entry);
	json_pair(&j, "at", when);
	json_pair(&j, "zone", row->zone);
	json_pair(&j, "member", row->member);
	json_pair(&j, "name", row->name);
	json_pair(&j, "party", row->party);
	json_pair(&j, "op", row->op);
	json_pair(&j, "kind", row->kind);
	json_pair(&j, "what", row->what);
	json_pair(&j, "why", row->why);
	json_pair(&j, "whom", row->whom);
	json_key(&j, "refs");
	json_array(&j);
	for (size_t i = 0; i < row->n_refs; i++)
		json_text(&j, row->refs[i].text);
	json_array_end(&j);
	json_object_end(&j);
	objects_done(&o->objects);
}

static void
put_csv(struct output *o, const struct desk_access_row *row)
{
	struct strbuf refs = STRBUF_INIT;
	char when[CLOCK_TEXT_SIZE];

	clock_text(row->at, when);
	put_refs(row, &refs);
	const char *const cells[] = { row->entry, when, row->zone, row->member,
		row->party, row->op, row->kind, row->what, row->why, row->whom,
		refs.text };

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		csv_cell(&o->call->out, i == 0, cells[i], true);
	csv_end(&o->call->out);
	strbuf_clear(&refs);
}

static bool
put_row(struct output *o, const struct desk_access_row *row, struct err *err)
{
	if (o->format == AS_TEXT)
		put_text(o, row);
	else if (o->format == AS_CSV)
		put_csv(o, row);
	else
		put_object(o, row);
	o->n++;
	return call_flush(o->call, false, err);
}

static void
begin(struct output *o)
{
	static const char *const headings[] = { "WHEN", "WHO", "DID", "ABOUT", "WHY", NULL };

	if (o->format == AS_TEXT)
		o->table = tabular_with(out_columns(), headings);
	else if (o->format == AS_CSV)
		strbuf_puts(&o->call->out, "entry,at,zone,member,party,op,kind,"
			"what,why,whom,refs\r\n");
	else
		objects_begin(&o->objects, &o->call->out,
			o->format == AS_JSONL);
}

static void
end(struct output *o)
{
	if (o->format == AS_TEXT)
		tabular_put(o->table, &o->call->out);
	else if (o->format != AS_CSV)
		objects_end(&o->objects);
}

/* Page by page, until there is no more or enough. */
static bool
put_all(struct output *o, struct desk_access_ask *ask, long limit,
	struct err *err)
{
	char *key = NULL;
	bool ok = true, more = true;

	while (ok && more) {
		struct desk_access a;

		ask->key = key;
		ask->limit = limit && limit - (long)o->n < DESK_ACCESS_MOST ?
			limit - (long)o->n : DESK_ACCESS_MOST;
		ok = desk_access(o->call->desk, ask, &a, err);
		if (ok && !key)
			begin(o);
		for (size_t i = 0; ok && i < a.n; i++)
			ok = put_row(o, &a.rows[i], err);
		free(key);
		key = ok && a.key ? xstrdup(a.key) : NULL;
		more = key && (!limit || (long)o->n < limit);
		desk_access_clear(&a);
	}
	free(key);
	return ok;
}

static bool
purge(struct call *c, struct err *err)
{
	int64_t n;

	if (!desk_access_purge(c->desk, &n, err))
		return false;
	strbuf_printf(&c->out, ngettext("let go of %lld entry\n",
		"let go of %lld entries\n", (unsigned long)n), (long long)n);
	return true;
}

static bool
run(struct call *c, struct err *err)
{
	struct output o = { .call = c };
	struct desk_access_ask ask = {
		.from = given_value(&c->given, "from"),
		.to = given_value(&c->given, "to"),
		.member = given_value(&c->given, "member"),
		.ref = given_value(&c->given, "ref"),
		.op = given_value(&c->given, "op"),
	};
	int format;
	long limit;

	if (given_has(&c->given, "purge"))
		return purge(c, err);
	if (!given_word(&c->given, "format", formats, &format, err) ||
	    !given_count(&c->given, "limit", 0, &limit, err))
		return false;
	o.format = (enum format)format;
	bool ok = put_all(&o, &ask, limit, err);

	if (ok)
		end(&o);
	tabular_free(o.table);
	return ok;
}

const struct cli_command cmd_access_log = {
	.name = "access-log", .operands = "",
	.summary = N_("print who read what, when, why and for whom, the newest first; for auditors"),
	.detail = N_("The access log is a file of its own beside the store for each year, with a hash tree of its own, which verify checks. Members of an auditor's own party are told with all that they did; those of others with what they did with records that the party may know of. Reading the access log is logged too.\n"
		"Example: liaison access-log --from -7d --op search"),
	.options = options, .flags = CLI_READS,
	.least = 0, .most = 0, .run = run,
};
