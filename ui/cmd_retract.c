/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_retract.c - liaison retract: make a record void. */
#include "base/i18n.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 'r', "reason", N_("TEXT"), N_("why; it is shown with the record from then on"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static bool
run(struct call *c, struct err *err)
{
	const struct desk_retract ask = {
		.ref = call_operand(c, 0),
		.reason = given_value(&c->given, "reason"),
	};
	struct desk_acted acted = { 0 };

	bool ok = desk_retract(c->desk, &ask, &acted, err);

	if (ok)
		call_notices(acted.notices, acted.n_notices);
	desk_acted_clear(&acted);
	return ok;
}

const struct cli_command cmd_retract = {
	.name = "retract", .operands = "REF",
	.summary = N_("make a record or part void"),
	.detail = N_("Nothing is deleted: the ref stays used and the history stays. A record that was retracted is in no list, count, search or export; show REF shows it with when, who and why, and list KIND is:retracted lists those there are. A part stays with its record, marked, and counts no more. Only the party of the record (of a part, its author's) retracts it; liaison undo brings it back."),
	.options = options,
	.least = 1, .most = 1, .run = run,
};
