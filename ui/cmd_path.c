/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_path.c - liaison path: how one record hangs together with another. */
#include "base/clean.h"
#include "base/i18n.h"
#include "base/json.h"
#include "src/linkformat.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/say.h"
#include "base/banned.h"

enum { FORMAT_AS_TEXT, FORMAT_AS_JSON };
enum { DEPTH_USUAL = 4 };

static const char *const formats[] = { "text", "json", NULL };

static const struct cli_option options[] = {
	{ 0, "depth", N_("N"), N_("at most so many steps, 1 to 8 (4)"), 0 },
	{ 0, "limit", N_("N"), N_("at most so many ways (10)"), 0 },
	{ 'f', "format", N_("FORMAT"), N_("text (default) or json"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* "RO-P1" and a line for each step: "  uses  RO-A1  Giro". */
static void
put_path(struct call *c, const struct desk_path *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct strbuf line = STRBUF_INIT;

		if (i == 0)
			strbuf_printf(&c->out, "%s\n", p->steps[0].near);
		strbuf_puts(&line, "  ");
		linkformat_words(&line, &p->steps[i]);
		strbuf_puts(&line, "  ");
		linkformat_text(&line, &p->steps[i]);
		clean_text(&c->out, line.text, line.len, say_flags());
		strbuf_putc(&c->out, '\n');
		strbuf_clear(&line);
	}
}

static void
put_json(struct call *c, const struct desk_paths *paths)
{
	struct json j = JSON_INIT(&c->out, true);

	json_array(&j);
	for (size_t i = 0; i < paths->n; i++) {
		json_array(&j);
		for (size_t k = 0; k < paths->paths[i].n; k++)
			linkformat_json(&j, &paths->paths[i].steps[k], true);
		json_array_end(&j);
	}
	json_array_end(&j);
	strbuf_putc(&c->out, '\n');
}

static void
put_paths(struct call *c, const struct desk_paths *paths, int format)
{
	if (format == FORMAT_AS_JSON) {
		put_json(c, paths);
		return;
	}
	for (size_t i = 0; i < paths->n; i++) {
		strbuf_puts(&c->out, i ? "\n" : "");
		put_path(c, &paths->paths[i]);
	}
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_paths_ask ask = {
		.from = call_operand(c, 0), .to = call_operand(c, 1), .wait = 1,
	};
	struct desk_paths paths = { 0 };
	long depth, limit;
	int format;

	if (!given_word(&c->given, "format", formats, &format, err) ||
	    !given_count(&c->given, "depth", DEPTH_USUAL, &depth, err) ||
	    !given_count(&c->given, "limit", 0, &limit, err))
		return false;
	ask.depth = depth;
	ask.limit = limit;
	if (!desk_paths(c->desk, &ask, &paths, err))
		return false;
	put_paths(c, &paths, format);
	if (paths.n == 0) {
		c->status = 1;
		say_note(_("no way of at most %ld steps from %s to %s that you can see"),
			depth, ask.from, ask.to);
	}
	if (paths.more)
		say_note(paths.n ? _("there are more ways than these") :
			_("so much lies around that the search was given up"));
	desk_paths_clear(&paths);
	return true;
}

const struct cli_command cmd_path = {
	.name = "path", .operands = "REF REF",
	.summary = N_("show the shortest ways from one record to another"),
	.detail = N_("The ways go along links, and along the fields by which records name others (from and to of a payment, the holder and the owners of an asset, what a task or a note is about), as far as you see them. Exit status 1 if there is none."),
	.options = options, .flags = CLI_READS, .verb = "show",
	.least = 2, .most = 2, .run = run,
};
