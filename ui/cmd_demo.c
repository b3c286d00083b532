/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_demo.c - liaison demo: a case to explore. */
#include "base/i18n.h"
#include "src/desk.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/say.h"
#include "base/banned.h"

static bool
run(struct call *c, struct err *err)
{
	if (!desk_demo(c->store, err))
		return false;
	say_note(_("%s is ready; open it: liaison --store %s"), c->store,
		c->store);
	return true;
}

const struct cli_command cmd_demo = {
	.name = "demo", .operands = "",
	.summary = N_("make a training store with a whole case to explore"),
	.detail = N_("Operation Meltem: authorities of Romania, Bulgaria and France, with Switzerland, Eurojust and Europol, over half a year that ends today. All persons and firms are invented. In it --as BG, --as FR/2, --as EUROPOL and so on act as another; a party's code is its first leader or, where it has none, its first member. On each side something waits: a question, something received for a time, something to be returned, and for --as RO/4 what Switzerland brought. Who types BG18RZBB91550123456789 for Romania, or RO74CCCC1B31007593840099 for Bulgaria, sees a hit. A file that is there already is left alone (exit 73)."),
	.flags = CLI_NO_STORE,
	.least = 0, .most = 0, .run = run,
};
