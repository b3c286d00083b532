/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_calendar.c - liaison calendar: what asks for something, by its date. */

#include "base/date.h"
#include "base/i18n.h"
#include "base/json.h"
#include "src/codes.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/columns.h"
#include "ui/objects.h"
#include "ui/out.h"
#include "ui/say.h"
#include "ui/tabular.h"
#include "base/banned.h"

enum format { AS_TEXT, AS_JSON, AS_JSONL };

static const char *const formats[] = { "text", "json", "jsonl", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("text (default), json or jsonl (an object a line)"), 0 },
	{ 'n', "limit", N_("N"), N_("at most N dates; else as many as 10,000"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static void
put_row(struct call *c, struct tabular *t, const struct desk_due_row *row)
{
	struct strbuf title = STRBUF_INIT;
	char on[DATE_TEXT_SIZE];

	date_local(row->on, c->who.zone, on, sizeof(on));
	columns_title(&row->record, c->who.zone, &title);
	tabular_cell(t, _(codes_due[row->when].label));
	tabular_cell(t, on);
	tabular_cell(t, record_text(&row->record, HEADER_REF));
	tabular_cell(t, row->record.kind->name);
	tabular_cell(t, row->field);
	tabular_cell(t, title.text);
	strbuf_clear(&title);
}

static bool
put_table(struct call *c, const struct desk_dues *dues, struct err *err)
{
	static const char *const headings[] = { "WHEN", "ON", "REF", "KIND",
		"FIELD", "TITLE", NULL };
	struct tabular *t = tabular_with(out_columns(), headings);
	bool ok = true;

	for (size_t i = 0; ok && i < dues->n; i++) {
		put_row(c, t, &dues->rows[i]);
		if (i % 200 == 199) {
			tabular_put(t, &c->out);
			ok = call_flush(c, false, err);
		}
	}
	tabular_put(t, &c->out);
	tabular_free(t);
	return ok;
}

static void
put_object(const struct call *c, struct objects *o,
	const struct desk_due_row *row)
{
	struct json j = objects_next(o);
	struct strbuf title = STRBUF_INIT;

	columns_title(&row->record, c->who.zone, &title);
	json_object(&j);
	json_pair(&j, "when", codes_due[row->when].code);
	json_pair(&j, "on", row->on);
	json_pair(&j, "field", row->field);
	json_pair(&j, "ref", record_text(&row->record, HEADER_REF));
	json_pair(&j, "kind", row->record.kind->name);
	json_pair(&j, "title", title.text);
	json_object_end(&j);
	objects_done(o);
	strbuf_clear(&title);
}

static bool
put_objects(struct call *c, const struct desk_dues *dues, bool are_lines,
	struct err *err)
{
	struct objects o;

	objects_begin(&o, &c->out, are_lines);
	for (size_t i = 0; i < dues->n; i++) {
		put_object(c, &o, &dues->rows[i]);
		if (!call_flush(c, false, err))
			return false;
	}
	objects_end(&o);
	return true;
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_due_ask ask = { .from = call_operand(c, 0),
		.to = call_operand(c, 1) };
	struct desk_dues dues = { 0 };
	int format;
	long limit;

	if (!given_word(&c->given, "format", formats, &format, err) ||
	    !given_count(&c->given, "limit", 0, &limit, err))
		return false;
	ask.limit = limit;
	bool ok = desk_due(c->desk, &ask, &dues, err) &&
		(format == AS_TEXT ? put_table(c, &dues, err) :
			put_objects(c, &dues, format == AS_JSONL, err));

	if (ok && dues.capped)
		say_note(_("there are more than these %zu; name a time or --limit"),
			dues.n);
	desk_dues_clear(&dues);
	return ok;
}

const struct cli_command cmd_calendar = {
	.name = "calendar", .operands = "[FROM [TO]]",
	.summary = N_("print what is due, the earliest first"),
	.detail = N_("Lists the dates that ask for something, of records and parts that are open: when leads, tasks and translations are due, events, the end of the agreement, until when exhibits are valid and by when they go back, what is to be reviewed or erased. Each is overdue, due today, this week (within seven days) or later. Without FROM all that is due is there, and of what takes place what is still to come; with it, also what took place since. Dates are those of filters.\n"
		"Example: liaison calendar today +2w"),
	.options = options, .flags = CLI_READS, .verb = "calendar",
	.least = 0, .most = 2, .run = run,
};
