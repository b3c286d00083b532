/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_backup.c - liaison backup and restore: a verified copy, there and
 * back. */
#include <unistd.h>

#include "base/i18n.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/say.h"
#include "ui/work.h"
#include "base/banned.h"

static bool
backup(struct call *c, struct err *err)
{
	struct work w = { .what = "backup" };
	bool ok = call_may_write(c, call_operand(c, 0), err) &&
		work_param(&w, "path", call_operand(c, 0), err) &&
		work_run(&w, c->desk, err);

	c->signal = w.signal;
	if (w.signal)
		say_note(_("stopped; there is no backup"));
	else if (ok && w.result)
		strbuf_printf(&c->out, "%s\n", w.result);
	work_clear(&w);
	return ok;
}

static bool
restore(struct call *c, struct err *err)
{
	int64_t erased;

	if (!desk_restore(call_operand(c, 0), c->store, &erased, err))
		return false;
	if (erased > 0)
		say_note(ngettext("%lld record or part that was erased by law since the backup is erased in it",
			"%lld records and parts that were erased by law since the backup are erased in it",
			(unsigned long)erased), (long long)erased);
	else if (erased < 0)
		say_note(_("no list of erasures (STORE.erased) lies beside the backup or the new store: what was erased by law since the backup would be back"));
	if (isatty(STDERR_FILENO))
		say_note(_("%s is ready; new numbers begin a thousand higher"),
			c->store);
	return true;
}

const struct cli_command cmd_backup = {
	.name = "backup", .operands = "FILE",
	.summary = N_("write a verified copy of the store"),
	.detail = N_("Others may work on while it is made. A file that is there already is left alone (exit 73). The key that signs the log is no part of it."),
	.flags = CLI_READS | CLI_MAINTENANCE | CLI_FILES, .verb = "backup",
	.least = 1, .most = 1, .run = backup,
};

const struct cli_command cmd_restore = {
	.name = "restore", .operands = "FILE",
	.summary = N_("make a store from a backup"),
	.detail = N_("The store that --store names is made anew from the verified backup FILE; one that is there already is left alone (exit 73). It gets a new key, a new epoch of its log, and numbers a thousand higher, so that no ref that was ever printed names two records."),
	.flags = CLI_NO_STORE | CLI_FILES,
	.least = 1, .most = 1, .run = restore,
};
