/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli.c - see cli.h. */
#include "ui/cli.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/cmd.h"
#include "ui/para.h"
#include "ui/suggest.h"
#include "base/banned.h"

const struct cli_command *const cli_commands[] = {
	&cmd_init,
	&cmd_demo,
	&cmd_add,
	&cmd_set,
	&cmd_link,
	&cmd_unlink,
	&cmd_retract,
	&cmd_erase,
	&cmd_undo,
	&cmd_show,
	&cmd_list,
	&cmd_find,
	&cmd_path,
	&cmd_calendar,
	&cmd_custody,
	&cmd_inbox,
	&cmd_share,
	&cmd_unshare,
	&cmd_ask,
	&cmd_answer,
	&cmd_hash,
	&cmd_log,
	&cmd_access_log,
	&cmd_import,
	&cmd_export, &cmd_member,
	&cmd_verify,
	&cmd_rebuild,
	&cmd_backup,
	&cmd_restore,
	&cmd_match,
	&cmd_help,
	NULL
};

const struct cli_option cli_globals[] = {
	{ 's', "store", N_("PATH"), N_("the store; else $LIAISON_STORE, else liaison/case.store in $XDG_DATA_HOME or ~/.local/share"), CLI_PATH },
	{ 0, "case", N_("CODE"), N_("the case; else $LIAISON_CASE, else the only one you see"), 0 },
	{ 0, "as", N_("MEMBER"), N_("in a training store: act as this member, or as the first leader of this party"), 0 },
	{ 0, "purpose", N_("TEXT"), N_("why you read, for the access log; else what the case is about. Without it what is restricted, or holds special categories of data, is a ref in lists and searches, and neither opened nor exported"), 0 },
	{ 'h', "help", NULL, N_("show this help"), 0 },
	{ 'V', "version", NULL, N_("show the version"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* --- Finding ------------------------------------------------------------ */

const struct cli_command *
cli_find(const char *name, struct err *err)
{
	struct suggest s = SUGGEST_INIT(name);
	struct strbuf all = STRBUF_INIT;

	for (size_t i = 0; cli_commands[i]; i++) {
		if (strcmp(cli_commands[i]->name, name) == 0) {
			strbuf_clear(&all);
			return cli_commands[i];
		}
		suggest_offer(&s, cli_commands[i]->name);
		strbuf_printf(&all, "%s%s", i ? " " : "",
			cli_commands[i]->name);
	}
	if (s.best)
		err_set(err, ERR_USAGE,
			_("there is no command \"%s\"; did you mean %s?"),
			name, s.best);
	else
		err_set(err, ERR_USAGE,
			_("there is no command \"%s\"; there are: %s"), name,
			all.text);
	strbuf_clear(&all);
	return NULL;
}

const struct cli_option *
cli_option(const struct cli_option *options, const char *name,
	size_t len)
{
	for (; options && options->name; options++)
		if (strlen(options->name) == len &&
		    memcmp(options->name, name, len) == 0)
			return options;
	return NULL;
}

const struct cli_option *
cli_letter(const struct cli_option *options, char letter)
{
	for (; options && options->name; options++)
		if (options->letter && options->letter == letter)
			return options;
	return NULL;
}

/* --- Help --------------------------------------------------------------- */

/* "  -o, --output FILE" */
static void
put_option_name(struct strbuf *out, const struct cli_option *o)
{
	if (o->letter)
		strbuf_printf(out, "  -%c, --%s", o->letter, o->name);
	else
		strbuf_printf(out, "      --%s", o->name);
	if (o->value)
		strbuf_printf(out, " %s", _(o->value));
}

static void
put_options(struct strbuf *out, const struct cli_option *options,
	int width)
{
	enum { INDENT = 26 };

	for (; options && options->name; options++) {
		struct strbuf name = STRBUF_INIT;

		put_option_name(&name, options);
		int used = utf8_width(name.text, name.len);
		strbuf_add(out, name.text, name.len);
		strbuf_clear(&name);
		if (used > INDENT - 2) {
			strbuf_putc(out, '\n');
			used = 0;
		}
		struct strbuf help = STRBUF_INIT;
		strbuf_printf(&help, "%s%s", _(options->help),
			options->flags & CLI_MANY ? _(" (may be repeated)") : "");
		para_pad(out, used, INDENT);
		para_put(out, help.text, INDENT, width);
		strbuf_clear(&help);
	}
}

void
cli_help_all(struct strbuf *out, int width)
{
	enum { INDENT = 14 };

	width = width > 0 ? width : PARA_WIDTH;
	strbuf_puts(out, _("Usage: liaison [OPTION...] COMMAND [ARGUMENT...]\n"
		"       liaison [OPTION...]          (the screens)\n\n"));
	para_put(out, _("Case work of a joint investigation team: leads, assets, payments and more, with a history that can be proved."), 0, width);
	strbuf_puts(out, _("\nCommands:\n"));
	for (size_t i = 0; cli_commands[i]; i++) {
		strbuf_printf(out, "  %s", cli_commands[i]->name);
		para_pad(out, 2 + (int)strlen(cli_commands[i]->name), INDENT);
		para_put(out, _(cli_commands[i]->summary), INDENT, width);
	}
	strbuf_puts(out, _("\nOptions:\n"));
	put_options(out, cli_globals, width);
	strbuf_puts(out, _("\nOptions of the screens:\n"));
	put_options(out, cli_screen.options, width);
	strbuf_putc(out, '\n');
	para_put(out, _("\"liaison COMMAND --help\" says more about a command, \"liaison help KIND\" lists the fields of a kind of record. Exit status: 0 done, 1 no, 64 to 77 as in sysexits.h; see liaison(1)."), 0, width);
}

void
cli_usage(struct strbuf *out, const struct cli_command *c)
{
	strbuf_printf(out, "liaison %s%s%s", c->name, *c->operands ? " " : "",
		c->operands);
}

void
cli_help(struct strbuf *out, const struct cli_command *c, int width)
{
	if (c == &cli_screen) {
		cli_help_all(out, width);
		return;
	}
	width = width > 0 ? width : PARA_WIDTH;
	strbuf_puts(out, _("Usage: "));
	cli_usage(out, c);
	strbuf_puts(out, c->options ? _(" [OPTION...]\n\n") : "\n\n");
	strbuf_printf(out, "liaison %s - ", c->name);
	para_put(out, _(c->summary), 0, width);
	if (c->detail) {
		strbuf_putc(out, '\n');
		para_put(out, _(c->detail), 0, width);
	}
	if (c->options) {
		strbuf_puts(out, _("\nOptions:\n"));
		put_options(out, c->options, width);
	}
	strbuf_puts(out, _("\nOptions of every command:\n"));
	put_options(out, cli_globals, width);
}
