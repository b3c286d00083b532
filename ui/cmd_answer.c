/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_answer.c - liaison answer: answer what another party asks. */
#include "base/i18n.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 't', "terms", N_("TEXT"), N_("of limited: within which limits; of refused: why"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static bool
run(struct call *c, struct err *err)
{
	const struct desk_answering answer = {
		.ref = call_operand(c, 0), .answer = call_operand(c, 1),
		.terms = given_value(&c->given, "terms"),
	};
	struct desk_acted acted = { 0 };
	bool ok = desk_answer(c->desk, &answer, &acted, err);

	if (ok)
		call_notices(acted.notices, acted.n_notices);
	desk_acted_clear(&acted);
	return ok;
}

const struct cli_command cmd_answer = {
	.name = "answer", .operands = "REF granted|limited|refused",
	.summary = N_("answer what another party asks of yours"),
	.detail = N_("REF is the ask's, as liaison inbox and liaison ask tell it. It is answered once, for the party, by a leader, deputy or judicial member, or by the one member whom it names. What is granted, or limited by --terms, for a court, for passing on, for the lift of a code or for another use is kept with the record as a permission in the same act: all who have the record read it, with its terms; of a refusal, and of what else is answered, the two parties alone. What another authority gave is permitted by that one alone: its permission has to be there before. Nothing is shared by an answer: liaison share does that. What an authority of a third state brings is released to the team, or refused, by a space administrator of a signatory or the EPPO: REF is then the record's, and --terms says what it is needed for and how it meets the conditions of the agreement. Nobody else learns of it before. All that it brings is a record of its own: of what others see it says nothing in words, it asks nothing, answers without --terms, shares, takes back, retracts and erases without --reason, and what it takes back to change waits anew.\n"
		"Example: liaison answer RO-QK7QM limited --terms 'this proceeding alone'"),
	/* Who answers is a matter of what is asked: an ask, or a release. */
	.options = options, .verb = NULL,
	.least = 2, .most = 2, .run = run,
};
