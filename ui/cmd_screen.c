/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_screen.c - liaison without a command: the screens. */
#include <stdlib.h>

#include "base/i18n.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 0, "view", N_("VIEW"), N_("open there: list:KIND, glance, or a ref"), false },
	{ 0, "keys", N_("FILE"), N_("play these keys"), false },
	{ 0, "dump", NULL, N_("print the screen as text afterwards"), false },
	{ 0, "size", N_("COLSxROWS"), N_("of the screen that is dumped; else 80x24"), false },
	{ 0, NULL, NULL, NULL, false }
};

static bool
run(struct call *c, struct err *err)
{
	(void)c;
	return err_set(err, ERR_USAGE,
		_("no command was named; \"liaison --help\" lists those there are"));
}

const struct cli_command cli_screen = {
	.name = "", .operands = "", .summary = "",
	.options = options, .least = 0, .most = 0, .run = run,
};
