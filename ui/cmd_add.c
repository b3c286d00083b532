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
#include "ui/say.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 0, "from-jsonl", N_("FILE"), N_("add a record for each line, an object of fields as \"list --format jsonl\" prints them; - is standard input"), CLI_PATH },
	{ 0, NULL, NULL, NULL, 0 }
};

static bool
add_one(struct call *c, const struct kind *kind, struct err *err)
{
	struct record fields;

	record_init(&fields, kind);
	bool ok = assign_fields(&fields, c->given.operands + 1,
			c->given.n_operands - 1, err) &&
		call_add(c, &fields, err);
	record_clear(&fields);
	return ok;
}

static bool
add_many(struct call *c, const struct kind *kind, struct err *err)
{
	struct jsonl *lines;
	struct record fields;
	bool more, ok;

	if (c->given.n_operands > 1)
		return err_set(err, ERR_USAGE,
			_("fields come from the lines; \"%s\" is one argument too many"),
			call_operand(c, 1));
	if (!jsonl_open(&lines, given_value(&c->given, "from-jsonl"), err))
		return false;
	do {
		record_init(&fields, kind);
		ok = jsonl_next(lines, &fields, &more, err);
		if (ok && more && !call_add(c, &fields, err)) {
			say_note(_("line %ld of the input was refused; those before it are saved"),
				jsonl_line(lines));
			ok = false;
		}
		record_clear(&fields);
	} while (ok && more);
	jsonl_close(lines);
	return ok;
}

static bool
run(struct call *c, struct err *err)
{
	const struct kind *kind = known_kind(call_operand(c, 0), false, err);

	if (!kind)
		return false;
	return given_has(&c->given, "from-jsonl") ? add_many(c, kind, err) :
		add_one(c, kind, err);
}

const struct cli_command cmd_add = {
	.name = "add", .operands = "KIND FIELD=VALUE...",
	.summary = N_("add a record and print its ref"),
	.detail = N_("FIELD=@FILE and FIELD=@- read the value from a file and from standard input, without the line end that closes it; FIELD=@@x is the text @x. Sets (tags, handling) are written A,B.\n"
		"Amounts: amount=1234.50 currency=EUR, or amount='1234.50 EUR'. Dates: 2026-03-14, 2026-03, ~2026, 31.1.2027, today, +3d, 'fri 14:00'. References: ref, id, source id, account number or IBAN.\n"
		"A part names its record: liaison add valuation of=RO-A5 amount='120000 EUR'."),
	.options = options,
	.least = 1, .most = -1, .run = run,
};
