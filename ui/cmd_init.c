/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_init.c - liaison init: make a store. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/i18n.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/say.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 'p', "party", N_("CODE"), N_("your authority: a country or body, as RO, RO2 or EUROPOL"), 0 },
	{ 'n', "name", N_("NAME"), N_("your own name"), 0 },
	{ 't', "training", NULL, N_("make a training store, in which --as acts as another"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* The answer to a question, which the caller frees; NULL with USAGE if there is
 * none. */
static char *
ask(const char *question, struct err *err)
{
	char *line = NULL;
	size_t room = 0;

	fputs(question, stderr);
	ssize_t n = getline(&line, &room, stdin);
	while (n > 0 && strchr("\r\n ", line[n - 1]))
		line[--n] = '\0';
	if (n > 0)
		return line;
	free(line);
	err_set(err, ERR_USAGE,
		_("nothing was answered; give --party CODE and --name NAME"));
	return NULL;
}

/* The value of an option, else the answer to a question. */
static bool
value_or_ask(const struct call *c, const char *option, const char *question,
	char **answer, const char **value, struct err *err)
{
	*value = given_value(&c->given, option);
	if (*value)
		return true;
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return err_set(err, ERR_USAGE,
			_("there is no terminal to ask on; give --party CODE and --name NAME"));
	*value = *answer = ask(question, err);
	return *value != NULL;
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_init init = {
		.path = c->store,
		.training = given_has(&c->given, "training"),
	};
	char *party = NULL, *name = NULL;

	bool ok = value_or_ask(c, "party",
			_("Code of your authority (RO, RO2, EUROPOL): "),
			&party, &init.party, err) &&
		value_or_ask(c, "name", _("Your name: "), &name, &init.name,
			err) &&
		desk_init(&init, err);
	/* Whoever trusts the rights within has to know what stands outside them, also
	 * who makes stores by a script. */
	if (ok)
		say_note(_("whoever has root on this machine, or can read the file, can read all that is in it, of all parties"));
	if (ok && isatty(STDERR_FILENO))
		say_note(_("%s is ready; now add a case: liaison add casefile code=CODE title=TITLE"),
			c->store);
	free(party);
	free(name);
	return ok;
}

const struct cli_command cmd_init = {
	.name = "init", .operands = "",
	.summary = N_("make a store, with your party and you as its first member"),
	.detail = N_("What --party and --name do not say is asked on the terminal. A store has no case until one is added: liaison add casefile code=CODE title=TITLE. A file that is there already is left alone (exit 73). What parties share and keep to themselves is held apart by the program; whoever has root on the machine, or can read the file otherwise, can read all of it: init says so in a line on standard error."),
	.options = options, .flags = CLI_NO_STORE,
	.least = 0, .most = 0, .run = run,
};
