/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_add.c - liaison add: one new record, or many from lines of JSON. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/assign.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/jsonl.h"
#include "ui/known.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 0, "from-jsonl", N_("FILE"), N_("add a record for each line, an object of fields as \"list --format jsonl\" prints them, or with parts as show does; - is standard input"), CLI_PATH },
	{ 0, "like", N_("REF"), N_("begin with the values of this record; an exhibit number counts on"), 0 },
	{ 0, "from", N_("REF"), N_("it follows from this record, as a task from a decision, and is linked to it"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* What is given comes over what the record before had; of an amount too, which
 * may be given in two. */
static void
assign_over(struct record *fields, const struct record *like)
{
	for (size_t i = 0; i < kind_n(fields->kind); i++)
		if (fields->values[i].state == VALUE_UNSET &&
		    record_text(like, i))
			record_set(fields, i, record_text(like, i));
}

static bool
take_like(struct call *c, struct record *fields, struct err *err)
{
	const char *ref = given_value(&c->given, "like");
	struct desk_checked like = { 0 };

	if (!ref)
		return true;
	if (!desk_like(c->desk, ref, &like, err))
		return false;
	bool ok = like.record.kind == fields->kind ||
		err_set(err, ERR_USAGE, _("%s is of kind %s, not %s"), ref,
			like.record.kind->name, fields->kind->name);

	if (ok)
		assign_over(fields, &like.record);
	desk_checked_clear(&like);
	return ok;
}

static bool
add_one(struct call *c, const struct kind *kind, struct err *err)
{
	struct record fields;

	record_init(&fields, kind);
	bool ok = assign_fields(&fields, c->given.operands + 1,
			c->given.n_operands - 1, err) &&
		take_like(c, &fields, err) &&
		call_add(c, &fields, NULL, 0, err);
	record_clear(&fields);
	return ok;
}

/* A line is an act: it is saved with its parts, or nothing of it is. */
static bool
add_line(struct call *c, const struct kind *kind, struct jsonl *lines,
	bool *more, struct err *err)
{
	struct jsonl_parts parts = { 0 };
	struct record fields;

	record_init(&fields, kind);
	bool ok = jsonl_next(lines, &fields, &parts, more, err);

	if (ok && *more)
		ok = call_add(c, &fields, &parts, jsonl_line(lines), err);
	jsonl_parts_clear(&parts);
	record_clear(&fields);
	return ok;
}

static bool
add_many(struct call *c, const struct kind *kind, struct err *err)
{
	struct jsonl *lines;
	bool more, ok;

	if (c->given.n_operands > 1 || given_has(&c->given, "like"))
		return err_set(err, ERR_USAGE,
			_("fields come from the lines; \"%s\" is one argument too many"),
			c->given.n_operands > 1 ? call_operand(c, 1) : "--like");
	if (!jsonl_open(&lines, given_value(&c->given, "from-jsonl"), err))
		return false;
	do
		ok = add_line(c, kind, lines, &more, err);
	while (ok && more);
	jsonl_close(lines);
	return ok;
}

static bool
run(struct call *c, struct err *err)
{
	const struct kind *kind = known_kind(call_operand(c, 0), false, err);

	if (!kind)
		return false;
	c->from = given_value(&c->given, "from");
	return given_has(&c->given, "from-jsonl") ? add_many(c, kind, err) :
		add_one(c, kind, err);
}

const struct cli_command cmd_add = {
	.name = "add", .operands = "KIND FIELD=VALUE...",
	.summary = N_("add a record and print its ref"),
	.detail = N_("FIELD=@FILE and FIELD=@- read the value from a file and from standard input, without the line end that closes it; FIELD=@@x is the text @x. Sets (tags, handling) are written A,B.\n"
		"Amounts: amount=1234.50 currency=EUR, or amount='1234.50 EUR'. Dates: 2026-03-14, 2026-03, ~2026, 31.1.2027, today, +3d, 'fri 14:00'. References: ref, id, source id, account number or IBAN.\n"
		"A part names its record: liaison add valuation of=RO-A5 amount='120000 EUR'.\n"
		"With --from-jsonl each line is an act of its own: saved with all its parts, or not at all; the first that is refused ends it, and those before it are saved. What the program makes (ref, id, times) and links are left out.\n"
		"The next one like it: liaison add evidence --like BG-E7 description='Telephone, blue'. The same values, none that is each record's own; BG-12/26 becomes BG-13/26, or the next that is free."),
	.options = options,
	.least = 1, .most = -1, .run = run,
};
