/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given.c - see given.h. */
#include "ui/given.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/suggest.h"
#include "base/banned.h"

/* Where the reading stands. */
struct reader {
	struct given *given;
	int argc;
	char *const *argv;
	int at;			/* the argument after the one being read */
	bool named;		/* the command's name was read */
	bool plain;		/* after "--": all are operands */
};

static const struct cli_option *
find_option(const struct given *g, const char *name, size_t len)
{
	const struct cli_option *o =
		cli_option(g->command->options, name, len);

	return o ? o : cli_option(cli_globals, name, len);
}

/* --- Reading ------------------------------------------------------------ */

static void
offer_options(struct suggest *s, const struct cli_option *options)
{
	for (; options && options->name; options++)
		suggest_offer(s, options->name);
}

static bool
unknown_option(const struct reader *r, const char *name, struct err *err)
{
	const struct given *g = r->given;
	struct suggest s = SUGGEST_INIT(name);

	offer_options(&s, g->command->options);
	offer_options(&s, cli_globals);
	if (s.best)
		return err_set(err, ERR_USAGE,
			_("there is no option --%s; did you mean --%s?"),
			name, s.best);
	if (r->named)
		return err_set(err, ERR_USAGE,
			_("there is no option --%s; \"liaison %s --help\" lists those there are"),
			name, g->command->name);
	return err_set(err, ERR_USAGE,
		_("there is no option --%s before a command; \"liaison --help\" lists those there are"),
		name);
}

static void
put_option(struct given *g, const struct cli_option *o, const char *value)
{
	g->options = xrealloc_array(g->options, g->n_options + 1,
		sizeof(*g->options));
	g->options[g->n_options].option = o;
	g->options[g->n_options].value = value;
	g->n_options++;
}

/* The value that follows an option: the rest of its argument, or the next. */
static bool
take_value(struct reader *r, const struct cli_option *o,
	const char *rest, struct err *err)
{
	if (!rest && r->at < r->argc)
		rest = r->argv[r->at++];
	if (!rest || !*rest)
		return err_set(err, ERR_USAGE, _("--%s needs a value: --%s %s"),
			o->name, o->name, _(o->value));
	put_option(r->given, o, rest);
	return true;
}

static bool
read_long(struct reader *r, const char *text, struct err *err)
{
	const char *equals = strchr(text, '=');
	size_t len = equals ? (size_t)(equals - text) : strlen(text);
	const struct cli_option *o = find_option(r->given, text, len);

	if (!o) {
		char *name = xstrndup(text, len);

		unknown_option(r, name, err);
		free(name);
		return false;
	}
	if (o->value)
		return take_value(r, o, equals ? equals + 1 : NULL, err);
	if (equals)
		return err_set(err, ERR_USAGE, _("--%s takes no value"), o->name);
	put_option(r->given, o, NULL);
	return true;
}

/* One argument of letters: -n5, -h. */
static bool
read_letters(struct reader *r, const char *text, struct err *err)
{
	for (const char *p = text; *p; p++) {
		const struct cli_option *o =
			cli_letter(r->given->command->options, *p);

		if (!o)
			o = cli_letter(cli_globals, *p);
		if (!o)
			return err_set(err, ERR_USAGE,
				_("there is no option -%s; write -- before an argument that begins with a dash"),
				text);
		if (o->value)
			return take_value(r, o, p[1] ? p + 1 : NULL, err);
		put_option(r->given, o, NULL);
	}
	return true;
}

static bool
read_operand(struct reader *r, const char *text, struct err *err)
{
	struct given *g = r->given;

	if (!r->named) {
		const struct cli_command *c = cli_find(text, err);

		if (!c)
			return false;
		g->command = c;
		r->named = true;
		return true;
	}
	g->operands = xrealloc_array(g->operands, g->n_operands + 1,
		sizeof(*g->operands));
	g->operands[g->n_operands++] = text;
	return true;
}

static bool
read_one(struct reader *r, const char *text, struct err *err)
{
	if (r->plain || text[0] != '-' || !text[1])
		return read_operand(r, text, err);
	if (text[1] != '-')
		return read_letters(r, text + 1, err);
	if (text[2])
		return read_long(r, text + 2, err);
	r->plain = true;
	return true;
}

/* An option of the screens is of no use to a command. */
static bool
check_options(const struct given *g, struct err *err)
{
	for (size_t i = 0; i < g->n_options; i++) {
		const struct cli_option *o = g->options[i].option;

		if (find_option(g, o->name, strlen(o->name)) != o)
			return err_set(err, ERR_USAGE,
				_("--%s is for the screens, not for the command \"%s\""),
				o->name, g->command->name);
	}
	return true;
}

static bool
check_operands(const struct given *g, struct err *err)
{
	const struct cli_command *c = g->command;
	size_t least = (size_t)c->least, most = (size_t)c->most;
	struct strbuf usage = STRBUF_INIT;
	bool ok = true;

	cli_usage(&usage, c);
	if (g->n_operands < least)
		ok = err_set(err, ERR_USAGE,
			_("too few arguments; write: %s"), usage.text);
	else if (c->most >= 0 && g->n_operands > most)
		ok = err_set(err, ERR_USAGE,
			_("\"%s\" is one argument too many; write: %s"),
			g->operands[most], usage.text);
	strbuf_clear(&usage);
	return ok;
}

/* What is no name of a file is text. */
static bool
check_text(const char *text, struct err *err)
{
	if (utf8_valid(text, strlen(text)))
		return true;
	return err_set(err, ERR_INVALID,
		_("\"%s\" is not valid UTF-8; text must be"), text);
}

static bool
check_texts(const struct given *g, struct err *err)
{
	for (size_t i = 0; i < g->n_options; i++) {
		const struct given_option *o = &g->options[i];

		if (o->value && !(o->option->flags & CLI_PATH) &&
		    !check_text(o->value, err))
			return false;
	}
	for (size_t i = 0; i < g->n_operands; i++)
		if (!(g->command->flags & CLI_FILES) &&
		    !check_text(g->operands[i], err))
			return false;
	return true;
}

bool
given_read(struct given *g, int argc, char *const *argv, struct err *err)
{
	struct reader r = { .given = g, .argc = argc, .argv = argv, .at = 1 };

	*g = (struct given){ .command = &cli_screen };
	while (r.at < argc)
		if (!read_one(&r, argv[r.at++], err))
			return false;
	if (given_global(g, "help") || given_global(g, "version"))
		return true;
	return check_options(g, err) && check_operands(g, err) &&
		check_texts(g, err);
}

void
given_free(struct given *g)
{
	free(g->options);
	free(g->operands);
	*g = (struct given){ .command = g->command };
}

/* --- Asking ------------------------------------------------------------- */

const char *
given_nth(const struct given *g, const char *name, size_t n)
{
	for (size_t i = 0; i < g->n_options; i++)
		if (strcmp(g->options[i].option->name, name) == 0 && n-- == 0)
			return g->options[i].value;
	return NULL;
}

bool
given_has(const struct given *g, const char *name)
{
	assert(find_option(g, name, strlen(name)));
	for (size_t i = 0; i < g->n_options; i++)
		if (strcmp(g->options[i].option->name, name) == 0)
			return true;
	return false;
}

bool
given_global(const struct given *g, const char *name)
{
	const struct cli_option *o =
		cli_option(cli_globals, name, strlen(name));

	for (size_t i = 0; i < g->n_options; i++)
		if (g->options[i].option == o)
			return true;
	return false;
}

const char *
given_value(const struct given *g, const char *name)
{
	const char *value = NULL;

	assert(find_option(g, name, strlen(name)));
	for (size_t i = 0; i < g->n_options; i++)
		if (strcmp(g->options[i].option->name, name) == 0)
			value = g->options[i].value;
	return value;
}

bool
given_count(const struct given *g, const char *name, long fallback, long *n,
	struct err *err)
{
	const char *text = given_value(g, name);
	char *end;

	if (!text) {
		*n = fallback;
		return true;
	}
	errno = 0;
	long count = strtol(text, &end, 10);
	if (errno || *end || text[0] < '0' || text[0] > '9')
		return err_set(err, ERR_USAGE,
			_("--%s takes a whole number from 0, not \"%s\""),
			name, text);
	*n = count;
	return true;
}

bool
given_word(const struct given *g, const char *name, const char *const *words,
	int *index, struct err *err)
{
	const char *text = given_value(g, name);
	struct strbuf all = STRBUF_INIT;

	if (!text) {
		*index = 0;
		return true;
	}
	for (int i = 0; words[i]; i++) {
		if (strcmp(words[i], text) == 0) {
			strbuf_clear(&all);
			*index = i;
			return true;
		}
		strbuf_printf(&all, "%s%s", i ? ", " : "", words[i]);
	}
	err_set(err, ERR_USAGE, _("--%s takes one of %s, not \"%s\""), name,
		all.text, text);
	strbuf_clear(&all);
	return false;
}
