/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_log.c - liaison log: what happened to a record, or in the case. */
#include <limits.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "src/format.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/objects.h"
#include "ui/out.h"
#include "ui/para.h"
#include "ui/say.h"
#include "ui/sentence.h"
#include "base/banned.h"

enum { GUTTER = 10 };	/* where sentences begin, behind the entry */

enum format { AS_TEXT, AS_JSON, AS_JSONL };

static const char *const formats[] = { "text", "json", "jsonl", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("text (default), json or jsonl (an object a line)"), 0 },
	{ 'n', "limit", N_("N"), N_("the newest N entries; 0 is all"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* Put raw text, harmless, on lines of the page's width from the gutter on. */
static void
put_clean(struct strbuf *out, const struct strbuf *raw, int gutter, int width)
{
	struct strbuf clean = STRBUF_INIT;

	clean_text(&clean, raw->text, raw->len, say_flags() | CLEAN_LINES);
	para_put(out, clean.text, gutter, width);
	strbuf_clear(&clean);
}

static void
put_field(struct strbuf *out, const struct desk_entry *e,
	const struct desk_entry_field *f, const char *zone, int width)
{
	struct strbuf line = STRBUF_INIT, value = STRBUF_INIT;
	const char *label;

	sentence_field(&value, &label, e, f, zone);
	strbuf_printf(&line, "%s: %s", label, value.text);
	para_pad(out, 0, GUTTER + 2);
	put_clean(out, &line, GUTTER + 4, width);
	strbuf_clear(&line);
	strbuf_clear(&value);
}

static void
put_entry(struct strbuf *out, const struct desk_entry *e, const char *zone,
	int width)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_printf(out, "%s  ", e->entry);
	sentence_time(&line, e->at, zone);
	strbuf_putc(&line, ' ');
	sentence_entry(&line, e, zone);
	if (e->undone_by)
		strbuf_printf(&line, _(" (undone by %s)"), e->undone_by);
	put_clean(out, &line, GUTTER, width);
	for (size_t i = 0; sentence_leaves_fields(e) && i < e->n_fields; i++)
		if (sentence_tells(&e->fields[i]))
			put_field(out, e, &e->fields[i], zone, width);
	strbuf_clear(&line);
}

static bool
put_sentences(struct call *c, const struct desk_history *h, struct err *err)
{
	int width = out_columns() > 0 ? out_columns() : INT_MAX;

	for (size_t i = 0; i < h->n; i++) {
		put_entry(&c->out, &h->entries[i], c->who.zone, width);
		if (!call_flush(c, false, err))
			return false;
	}
	return true;
}

static bool
put_objects(struct call *c, const struct desk_history *h, bool are_lines,
	struct err *err)
{
	struct objects o;

	objects_begin(&o, &c->out, are_lines);
	for (size_t i = 0; i < h->n; i++) {
		struct json j = objects_next(&o);

		format_json_entry(&j, &h->entries[i]);
		objects_done(&o);
		if (!call_flush(c, false, err))
			return false;
	}
	objects_end(&o);
	return true;
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_history_ask ask = { .ref = call_operand(c, 0) };
	struct desk_history history = { 0 };
	int format;
	long limit;

	if (!given_word(&c->given, "format", formats, &format, err) ||
	    !given_count(&c->given, "limit", 0, &limit, err))
		return false;
	ask.limit = limit;
	bool ok = desk_history(c->desk, &ask, &history, err) &&
		(format == AS_TEXT ? put_sentences(c, &history, err) :
			put_objects(c, &history, format == AS_JSONL, err));

	desk_history_clear(&history);
	return ok;
}

const struct cli_command cmd_log = {
	.name = "log", .operands = "[REF]",
	.summary = N_("print what happened to a record, or in the case, newest first"),
	.detail = N_("Each entry begins with eight hex digits of its hash in the change log. A sentence says who did what; liaison undo --entry takes the act back."),
	.options = options, .flags = CLI_READS, .verb = "log",
	.least = 0, .most = 1, .run = run,
};
