/* SPDX-License-Identifier: GPL-3.0-or-later */
/* call.c - see call.h. */
#include "ui/call.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "ui/fields.h"
#include "ui/hitline.h"
#include "ui/jsonl.h"
#include "ui/out.h"
#include "ui/say.h"
#include "ui/stop.h"
#include "ui/storepath.h"
#include "base/banned.h"

/* What gathers before it is written. */
enum { FLUSH_AT = 64 * 1024 };

/* --- What commands share ------------------------------------------------ */

const char *
call_operand(const struct call *c, size_t i)
{
	return i < c->given.n_operands ? c->given.operands[i] : NULL;
}

char *
call_filter(const struct call *c, size_t from)
{
	struct strbuf filter = STRBUF_INIT;

	for (size_t i = from; i < c->given.n_operands; i++)
		strbuf_printf(&filter, "%s%s", i > from ? " " : "",
			c->given.operands[i]);
	return strbuf_detach(&filter);
}

bool
call_flush(struct call *c, bool all, struct err *err)
{
	bool ok = true;

	if (c->out.len == 0 || (!all && c->out.len < FLUSH_AT))
		return true;
	ok = out_bytes(STDOUT_FILENO, _("standard output"), c->out.text,
		c->out.len, err);
	/* Whoever read it went away on purpose: nobody needs telling. */
	c->quiet = !ok && errno == EPIPE;
	strbuf_reset(&c->out);
	return ok;
}

void
call_notices(const struct desk_text *notices, size_t n)
{
	for (size_t i = 0; i < n; i++)
		say_note("%s", notices[i].text);
}

void
call_hits(const struct desk_hit *hits, size_t n)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < n; i++) {
		strbuf_reset(&text);
		hitline(&text, &hits[i], true);
		say_note("%s", text.text);
	}
	if (n)
		say_note(_("%s learns of it only if you ask: liaison ask %s %s '%s' --reason TEXT"),
			hits[0].party, hits[0].party, hits[0].type,
			hits[0].value);
	strbuf_clear(&text);
}

void
call_faults(struct call *c, const struct desk_acted *acted,
	const struct err *err)
{
	say_error(err);
	c->quiet = true;
	/* The first fault is the error itself. */
	for (size_t i = 1; i < acted->n_faults; i++)
		say_fault(acted->faults[i].code, acted->faults[i].text);
}

bool
call_may_write(const struct call *c, const char *path, struct err *err)
{
	if (!storepath_owns(c->store, path))
		return true;
	return err_set(err, ERR_CANNOT_CREATE,
		_("%s belongs to the store and is not written over"), path);
}

/* --- One run ------------------------------------------------------------ */

static bool
open_desk(struct call *c, struct err *err)
{
	const struct cli_command *command = c->given.command;
	struct desk_login login = {
		.path = c->store,
		.as = given_value(&c->given, "as"),
		.casefile = given_value(&c->given, "case"),
		.purpose = given_value(&c->given, "purpose"),
		.read_only = command->flags & CLI_READS,
		.maintenance = command->flags & CLI_MAINTENANCE,
	};
	const char *usual = getenv("LIAISON_CASE");

	/* The case that one usually works in does not limit maintenance, but says
	 * whose members --as means. */
	if (!login.casefile && usual && *usual &&
	    (!login.maintenance || login.as))
		login.casefile = usual;
	if (!desk_open(&c->desk, &login, err) ||
	    !desk_who(c->desk, &c->who, err) || !fields_take(c->desk, err))
		return false;
	call_notices(c->who.notices, c->who.n_notices);
	/* A command is over before one could change one's mind, and so is a screen
	 * that is printed; screens that stay ask again. */
	if (login.purpose && c->who.casefile && (command != &cli_screen ||
	    given_has(&c->given, "dump")) &&
	    !desk_purpose(c->desk, NULL, login.purpose, err))
		return false;
	/* Without a case there is no role yet; the act itself will say. */
	return !command->verb || !c->who.casefile ||
		desk_may(c->desk, command->verb, err);
}

static bool
run(struct call *c, struct err *err)
{
	const struct cli_command *command = c->given.command;
	bool without = command->without &&
		c->given.n_operands == (size_t)command->without;
	bool makes = without || (command->flags & CLI_NO_STORE);

	if (!without && !(command->flags & CLI_NO_PATH)) {
		c->store = storepath_find(given_value(&c->given, "store"),
			makes, err);
		if (!c->store)
			return false;
	}
	if (!makes && !open_desk(c, err))
		return false;
	return command->run(c, err) && call_flush(c, true, err);
}

/* All that is wrong, with the line that it is wrong in. */
static void
say_refused(struct call *c, const struct desk_acted *acted, long line,
	struct err *err)
{
	err->row = line;
	call_faults(c, acted, err);
	if (line > 1)
		say_note(_("line %ld of the input was refused; those before it are saved"),
			line);
}

bool
call_add(struct call *c, const struct record *fields,
	const struct jsonl_parts *parts, long line, struct err *err)
{
	struct desk_change change = { .verb = "add", .fields = fields,
		.from = c->from };
	struct desk_acted acted = { 0 };

	if (parts) {
		change.parts = parts->all;
		change.n_parts = parts->n;
	}
	bool ok = desk_act(c->desk, &change, &acted, err);

	if (ok) {
		call_notices(acted.notices, acted.n_notices);
		call_hits(acted.hits, acted.n_hits);
		strbuf_printf(&c->out, "%s\n", acted.ref);
		ok = call_flush(c, true, err);
		/* Else someone would add it again. */
		if (!ok)
			say_note(_("%s is saved all the same"), acted.ref);
	} else {
		say_refused(c, &acted, line, err);
	}
	desk_acted_clear(&acted);
	return ok;
}

static void
show_version(struct strbuf *out)
{
	strbuf_puts(out, PACKAGE_NAME " " PACKAGE_VERSION "\n");
	desk_engine(out);
	strbuf_puts(out, _("License GPL-3.0-or-later. There is NO WARRANTY, to the extent permitted by law.\n"));
}

/* A file system may tell only now that it could not keep the data. */
static bool
close_output(struct err *err)
{
	if (close(STDOUT_FILENO) == 0 || errno == EBADF)
		return true;
	return err_set(err, ERR_IO, _("cannot write standard output: %s"),
		strerror(errno));
}

int
call_run(int argc, char *const *argv)
{
	struct call c = { .out = STRBUF_INIT };
	struct err err = ERR_INIT;
	bool ok = given_read(&c.given, argc, argv, &err);

	if (ok && given_global(&c.given, "version")) {
		show_version(&c.out);
		ok = call_flush(&c, true, &err);
	} else if (ok && given_global(&c.given, "help")) {
		cli_help(&c.out, c.given.command, out_columns());
		ok = call_flush(&c, true, &err);
	} else if (ok) {
		ok = run(&c, &err);
	}
	/* What was printed before the failure is still the answer. */
	if (!ok && c.out.len && !c.quiet)
		call_flush(&c, true, NULL);
	desk_who_clear(&c.who);
	if (c.desk)
		desk_close(c.desk);
	if (ok)
		ok = close_output(&err);
	if (!ok && !c.quiet)
		say_error(&err);
	given_free(&c.given);
	strbuf_clear(&c.out);
	free(c.store);
	if (c.signal)
		stop_die(c.signal);
	return ok ? c.status : err_status(err.code);
}
