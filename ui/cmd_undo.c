/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_undo.c - liaison undo: take back an act. */
#include <limits.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/para.h"
#include "ui/say.h"
#include "ui/sentence.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 'e', "entry", N_("HEX"), N_("the act of this entry of the log, instead of the last one"), 0 },
	{ 'n', "dry-run", NULL, N_("say what would be undone, and do nothing"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static void
put_sentence(struct call *c, const struct desk_entry *e)
{
	struct strbuf raw = STRBUF_INIT, clean = STRBUF_INIT;
	int columns = out_columns();

	sentence_time(&raw, e->at, c->who.zone);
	strbuf_putc(&raw, ' ');
	sentence_entry(&raw, e, c->who.zone);
	clean_text(&clean, raw.text, raw.len, say_flags());
	para_pad(&c->out, 0, 2);
	para_put(&c->out, clean.text, 4, columns > 0 ? columns : INT_MAX);
	strbuf_clear(&raw);
	strbuf_clear(&clean);
}

static bool
run(struct call *c, struct err *err)
{
	const struct desk_undo ask = {
		.ref = call_operand(c, 0),
		.entry = given_value(&c->given, "entry"),
		.preview = given_has(&c->given, "dry-run"),
	};
	struct desk_history undone = { 0 };

	if (ask.ref && ask.entry)
		return err_set(err, ERR_USAGE,
			_("a record or an entry is named, not both"));
	if (!desk_undo(c->desk, &ask, &undone, err))
		return false;
	strbuf_printf(&c->out, "%s\n", ask.preview ? _("would be undone:") :
		_("undone:"));
	for (size_t i = 0; i < undone.n; i++)
		put_sentence(c, &undone.entries[i]);
	desk_history_clear(&undone);
	return true;
}

const struct cli_command cmd_undo = {
	.name = "undo", .operands = "[REF]",
	.summary = N_("take back your last act, or the last one on a record"),
	.detail = N_("The act is taken back as a whole, by an act of its own that can be undone in turn: values become what they were, what was added is retracted, what was retracted comes back. It is refused when somebody changed one of these fields since, and of what stands once done: erasure, sharing, handling and grade, exports, confirmations, the admission of members; the answer says what to do instead."),
	.options = options,
	.least = 0, .most = 1, .run = run,
};
