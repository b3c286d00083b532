/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_screen.c - liaison without a command: the screens. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "ui/app.h"
#include "ui/call.h"
#include "base/banned.h"

enum { LARGEST = 1000 };	/* columns or rows */

static const struct cli_option options[] = {
	{ 0, "view", N_("VIEW"), N_("open there: a screen (glance, list:KIND, settings ...), or a ref"), 0 },
	{ 0, "keys", N_("FILE"), N_("play the keys of this file, without a terminal"), CLI_PATH },
	{ 0, "dump", NULL, N_("print the screen as text afterwards, without a terminal"), 0 },
	{ 0, "size", N_("COLSxROWS"), N_("of the screen that is dumped; else 80x24"), 0 },
	{ 0, "plain", NULL, N_("for screen readers and braille lines: one pane, no frames, the cursor on the selected row"), 0 },
	{ 0, "theme", N_("THEME"), N_("colours: terminal, light, dark, colour-blind or mono"), 0 },
	{ 0, "set", N_("NAME=VALUE"), N_("a setting of the screens for this time; liaison(1) lists them"), CLI_MANY },
	{ 0, NULL, NULL, NULL, 0 }
};

/* "80x24" */
static bool
read_size(const char *text, struct app_options *o, struct err *err)
{
	char *end;

	if (!text)
		return true;
	long columns = strtol(text, &end, 10);
	long rows = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
	if (*end || columns < 1 || columns > LARGEST || rows < 1 ||
	    rows > LARGEST)
		return err_set(err, ERR_USAGE,
			_("--size takes COLSxROWS up to %dx%d, not \"%s\""),
			LARGEST, LARGEST, text);
	o->columns = (int)columns;
	o->rows = (int)rows;
	return true;
}

/* The settings of this run; --plain and --theme are short for two of them. */
static bool
read_settings(const struct given *g, struct settings *s, struct err *err)
{
	const char *theme = given_value(g, "theme"), *text;
	struct strbuf given = STRBUF_INIT;
	bool ok = true;

	settings_init(s);
	for (size_t i = 0; ok && (text = given_nth(g, "set", i)); i++)
		ok = settings_give(s, text, err);
	if (theme)
		strbuf_printf(&given, "theme=%s", theme);
	if (ok && theme)
		ok = settings_give(s, given.text, err);
	strbuf_clear(&given);
	return ok && (!given_has(g, "plain") ||
		settings_give(s, "plain=yes", err));
}

static bool
run(struct call *c, struct err *err)
{
	const struct given *g = &c->given;
	struct app_options o = {
		.store = c->store,
		.view = given_value(g, "view"),
		.keys = given_value(g, "keys"),
		.dump = given_has(g, "dump"),
	};
	struct settings settings;
	bool script = o.keys || o.dump;

	if (!read_size(given_value(g, "size"), &o, err) ||
	    !read_settings(g, &settings, err))
		return false;
	o.settings = &settings;
	if (o.columns && !script)
		return err_set(err, ERR_USAGE,
			_("--size is for --dump and --keys"));
	if (!script && (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)))
		return err_set(err, ERR_USAGE,
			_("the screens need a terminal; \"liaison --help\" lists the commands"));
	manner_set_screens(true);
	c->status = app_run(c->desk, &o, err);
	if (err->code != ERR_NONE)
		return false;
	if (fflush(stdout) == 0)
		return true;
	return err_set(err, ERR_IO, _("cannot write standard output: %s"),
		strerror(errno));
}

const struct cli_command cli_screen = {
	.name = "", .operands = "", .summary = "",
	.options = options, .least = 0, .most = 0, .run = run,
};
