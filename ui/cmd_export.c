/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_export.c - liaison export: records for another program or another
 * reader. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/aside.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/known.h"
#include "ui/say.h"
#include "ui/storepath.h"
#include "ui/work.h"
#include "base/banned.h"

static const char *const formats[] = {
	"json", "jsonl", "csv", "text", "md", "html", NULL
};

static const struct cli_option options[] = {
	{ 'o', "output", N_("FILE"), N_("write to this file, which is there whole or not at all; else standard output"), CLI_PATH },
	{ 'f', "format", N_("FORMAT"), N_("json (default), jsonl (an object a line), csv (of one kind); a summary for people: text, md or html"), 0 },
	{ 0, "for", N_("WHOM"), N_("internal (default), court:NAME, party:CODE or defence:NAME"), 0 },
	{ 0, "basis", N_("BASIS"), N_("for a party of a third state or an international organisation: adequacy, safeguards or derogation"), 0 },
	{ 0, "controller", N_("WHO"), N_("and who answers for it there"), 0 },
	{ 0, "acknowledge", NULL, N_("the texts that restrict the use of what goes out (H3) were read and are accepted"), 0 },
	{ 0, "schedule", N_("FILE"), N_("where what was left out is told, for nobody outside; else beside the output, as FILE.schedule; - is stdout"), CLI_PATH },
	{ 'r', "raw", NULL, N_("csv: leave values as they are, though a spreadsheet may run them"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* Where the bytes go. */
struct outlet {
	struct call *call;
	bool to_file;
	struct aside aside;
	char *schedule;		/* where that goes; NULL: nowhere. Owned */
	bool tells;		/* to stdout */
};

static bool
take(void *arg, const void *data, size_t n, struct err *err)
{
	struct outlet *o = arg;

	if (o->to_file)
		return aside_write(&o->aside, data, n, err);
	strbuf_add(&o->call->out, data, n);
	return call_flush(o->call, false, err);
}

/* The operands that name kinds, up to the first that does not; what follows is
 * a filter. The first must be a kind. */
static bool
put_kinds(struct work *w, const struct call *c, size_t *n, struct err *err)
{
	*n = 0;
	if (call_operand(c, 0) && !known_kind(call_operand(c, 0), true, err))
		return false;
	while (call_operand(c, *n)) {
		const struct kind *k =
			known_kind(call_operand(c, *n), true, NULL);

		if (!k)
			break;
		if (!work_param(w, "kind", k->name, err))
			return false;
		++*n;
	}
	return true;
}

/* An export that stays inside leaves nothing out. */
static bool
put_recipient(struct work *w, const struct given *g, struct err *err)
{
	const char *whom = given_value(g, "for");
	bool is_internal = !whom || strcmp(whom, "internal") == 0;

	if (is_internal && given_has(g, "schedule"))
		return err_set(err, ERR_USAGE,
			_("--schedule is for what goes outside: --for WHOM"));
	return work_param(w, "for", whom, err) &&
		work_param(w, "basis", given_value(g, "basis"), err) &&
		work_param(w, "controller", given_value(g, "controller"), err) &&
		work_param(w, "acknowledge", given_has(g, "acknowledge") ?
			"yes" : NULL, err) &&
		work_param(w, "schedule", is_internal ? NULL : "yes", err);
}

static bool
put_params(struct work *w, const struct call *c, size_t *n_kinds,
	struct err *err)
{
	const struct given *g = &c->given;
	int format;

	if (!put_kinds(w, c, n_kinds, err) ||
	    !given_word(g, "format", formats, &format, err))
		return false;
	bool csv = strcmp(formats[format], "csv") == 0;
	if (csv && *n_kinds != 1)
		return err_set(err, ERR_USAGE,
			_("csv holds one kind: liaison export KIND --format csv"));
	if (given_has(g, "raw") && !csv)
		return err_set(err, ERR_USAGE,
			_("--raw is for --format csv"));
	return work_param(w, "format", formats[format], err) &&
		put_recipient(w, g, err) &&
		work_param(w, "raw", given_has(g, "raw") ? "yes" : NULL, err);
}

/* Both places are looked at before the first byte is made. */
static bool
open_outlet(struct outlet *o, struct err *err)
{
	const char *path = given_value(&o->call->given, "output");
	const char *schedule = given_value(&o->call->given, "schedule");

	o->to_file = path && strcmp(path, "-") != 0;
	o->tells = schedule && strcmp(schedule, "-") == 0;
	if (o->tells && !o->to_file)
		return err_set(err, ERR_USAGE,
			_("--schedule -: what goes out is there already; -o FILE puts it elsewhere"));
	if (schedule && !o->tells)
		o->schedule = xstrdup(schedule);
	else if (!schedule && o->to_file)
		o->schedule = xasprintf("%s.schedule", path);
	if (o->schedule && !call_may_write(o->call, o->schedule, err))
		return false;
	if (o->to_file && o->schedule &&
	    storepath_same(path, o->schedule))
		return err_set(err, ERR_USAGE,
			_("--schedule %s: what goes out and what was left out of it are two files"),
			schedule);
	return !o->to_file || (call_may_write(o->call, path, err) &&
		aside_open(&o->aside, path, err));
}

static bool
write_schedule(const struct outlet *o, const char *text, struct err *err)
{
	struct aside aside = ASIDE_INIT;

	if (!text)
		return true;
	if (o->tells) {
		strbuf_puts(&o->call->out, text);
		return true;
	}
	if (!o->schedule) {
		say_note(_("some things were not for them: --schedule FILE tells which, or -o FILE"));
		return true;
	}
	bool ok = aside_open(&aside, o->schedule, err) &&
		aside_write(&aside, text, strlen(text), err) &&
		aside_done(&aside, err);

	aside_drop(&aside);
	return ok;
}

static bool
export(struct outlet *o, struct work *w, struct err *err)
{
	if (!open_outlet(o, err) || !work_run(w, o->call->desk, err))
		return false;
	o->call->signal = w->signal;
	if (w->signal) {
		say_note(_("stopped; nothing was exported"));
		return true;
	}
	return write_schedule(o, w->beside, err) &&
		(!o->to_file || aside_done(&o->aside, err));
}

static bool
run(struct call *c, struct err *err)
{
	struct outlet o = { .call = c, .aside = ASIDE_INIT };
	struct work w = { .what = "export", .take = take, .arg = &o };
	size_t n_kinds;

	if (!put_params(&w, c, &n_kinds, err))
		return false;
	char *filter = call_filter(c, n_kinds);
	bool ok = work_param(&w, "filter", *filter ? filter : NULL, err) &&
		export(&o, &w, err);
	aside_drop(&o.aside);
	free(o.schedule);
	work_clear(&w);
	free(filter);
	return ok;
}

const struct cli_command cmd_export = {
	.name = "export", .operands = "[KIND...] [FILTER...]",
	.summary = N_("write records, or a summary of them, to a file"),
	.detail = N_("Without a kind, all of them. A filter is written as for list. What is marked H1, may be privileged, is restricted or kept back goes into no export but an internal one, what is H2 into none for a court or the defence; H1 and H2 go where their origin permits that one use (liaison ask REF --for court). What H3 restricts is told, and goes once --acknowledge says that it was read. What leaves the Union says on which basis, and who answers for it there. --for a court or the defence ends with 1 and exports nothing where that may assist the defence."),
	.options = options, .verb = "export",
	.least = 0, .most = -1, .run = run,
};
