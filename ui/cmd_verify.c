/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_verify.c - liaison verify and rebuild: does the store hold what its
 * change log says? */
#include <string.h>

#include "base/i18n.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/say.h"
#include "ui/work.h"
#include "base/banned.h"

static const struct cli_option rebuild_options[] = {
	{ 'o', "output", N_("FILE"), N_("write what the log says to a new store"), CLI_PATH },
	{ 0, NULL, NULL, NULL, 0 }
};

/* Run the check; its last line is the answer, good or bad. */
static bool
check(struct call *c, struct work *w, struct err *err)
{
	bool ok = work_run(w, c->desk, err);

	c->signal = w->signal;
	if (w->signal && w->done == 0)
		say_note(_("stopped; nothing was decided"));
	else if (w->signal)
		say_note(_("stopped after %lld %s; nothing was decided"),
			(long long)w->done, w->unit);
	else if (ok)
		strbuf_printf(&c->out, "%s\n", w->result);
	else if (err->code == ERR_CHECK)
		strbuf_printf(&c->out, "%s\n", err->text);
	work_clear(w);
	return ok;
}

static bool
verify(struct call *c, struct err *err)
{
	struct work w = { .what = "verify" };

	return check(c, &w, err);
}

static bool
rebuild(struct call *c, struct err *err)
{
	struct work w = { .what = "rebuild" };

	return work_param(&w, "path", given_value(&c->given, "output"), err) &&
		check(c, &w, err);
}

const struct cli_command cmd_verify = {
	.name = "verify", .operands = "",
	.summary = N_("check the store against its change log"),
	.detail = N_("The tree of the log, what its entries commit to, every column of every table, the search index and the file itself; and each access log against its own tree, which is told besides. The last line says \"ok N entries ROOT\", or names the first thing that does not hold (exit 1). N and ROOT are of the whole store for who leads, administrators and auditors; others are told of the log of their case alone, as its size says what goes on."),
	.flags = CLI_READS | CLI_MAINTENANCE, .verb = "verify",
	.least = 0, .most = 0, .run = verify,
};

const struct cli_command cmd_rebuild = {
	.name = "rebuild", .operands = "",
	.summary = N_("build the tables from the change log and compare"),
	.detail = N_("Says \"equal\", or what differs (exit 1). The store itself is never changed: -o writes a new one."),
	.options = rebuild_options, .flags = CLI_READS | CLI_MAINTENANCE,
	.verb = "rebuild", .least = 0, .most = 0, .run = rebuild,
};
