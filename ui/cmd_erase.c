/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_erase.c - liaison erase: what the law orders erased. */
#include "base/i18n.h"
#include "base/strbuf.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 'r', "reason", N_("TEXT"), N_("by what it is ordered; it is shown with what is left"), 0 },
	{ 0, "finish", NULL, N_("take up an erasure that could not be finished: no REF"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static bool
check(const struct call *c, bool finish, struct err *err)
{
	if (finish && call_operand(c, 0))
		return err_set(err, ERR_USAGE, _("--finish takes no REF"));
	if (!finish && !call_operand(c, 0))
		return err_set(err, ERR_USAGE, _("a REF is wanted, or --finish"));
	if (!finish && !given_value(&c->given, "reason"))
		return err_set(err, ERR_USAGE, _("--reason TEXT is wanted"));
	return true;
}

static void
take_fields(const struct call *c, struct strbuf *fields)
{
	for (size_t i = 1; call_operand(c, i); i++) {
		strbuf_puts(fields, fields->len ? " " : "");
		strbuf_puts(fields, call_operand(c, i));
	}
}

static bool
run(struct call *c, struct err *err)
{
	bool finish = given_has(&c->given, "finish");
	struct strbuf fields = STRBUF_INIT;
	struct desk_erased erased = { 0 };

	if (!check(c, finish, err))
		return false;
	take_fields(c, &fields);
	const struct desk_erase ask = {
		.ref = finish ? NULL : call_operand(c, 0),
		.fields = fields.text,
		.reason = given_value(&c->given, "reason"),
	};
	bool ok = desk_erase(c->desk, &ask, &erased, err);

	if (ok)
		call_notices(erased.notices, erased.n_notices);
	if (ok && erased.unfinished)
		ok = err_set(err, ERR_BUSY, "%s", erased.unfinished);
	desk_erased_clear(&erased);
	strbuf_clear(&fields);
	return ok;
}

const struct cli_command cmd_erase = {
	.name = "erase", .operands = "[REF [FIELD...]]",
	.summary = N_("erase a record, a part or fields of them by law"),
	.detail = N_("What is erased is really gone: from the record, all its history, the search index, drafts, kept filters, and from the bytes of the store and its files; and it does not come back with an older backup that is restored. A record stays as an empty stub with its ref, its party and the reason, listed by is:erased; of a record, its parts go too. What other records say of it is theirs and stays: the answer names them. Only the party of the record erases it, and it cannot be undone. What is contested or needed as evidence is restricted instead: set REF legal=restricted legal_reason=TEXT. Copies that were made before, exports and paper are beyond its reach.\n"
		"While somebody reads what was there before, deleted bytes still stand in the files; then it ends with 75, and --finish, or the next opening of the store, takes it up again."),
	.options = options, .verb = "erase",
	.least = 0, .most = -1, .run = run,
};
