/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_log.c - liaison log: what happened to a record, or in the case. */
#include <string.h>

#include "base/clean.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "src/format.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/say.h"
#include "base/banned.h"

enum format { AS_TEXT, AS_JSON, AS_JSONL };

static const char *const formats[] = { "text", "json", "jsonl", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("text (default), json or jsonl (an object a line)"), 0 },
	{ 'n', "limit", N_("N"), N_("the newest N entries; 0 is all"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* A value on one line, cut to what is left of a terminal's. */
static void
put_value(struct strbuf *out, const char *text, int room)
{
	struct strbuf clean = STRBUF_INIT;
	size_t len;

	if (!text) {
		strbuf_puts(out, _("(none)"));
		return;
	}
	strbuf_putc(&clean, '"');
	clean_text(&clean, text, strlen(text), say_flags());
	strbuf_putc(&clean, '"');
	len = clean.len;
	if (room > 0)
		len = utf8_cut(clean.text, clean.len, room, NULL);
	strbuf_add(out, clean.text, len);
	if (len < clean.len)
		strbuf_puts(out, "...\"");
	strbuf_clear(&clean);
}

static void
put_field(struct strbuf *out, const struct desk_entry_field *f, int width)
{
	enum { INDENT = 10, LEAST = 16 };
	int room = 0;

	if (width > 0) {
		room = width - INDENT - (int)strlen(f->field) - 14;
		if (f->old)
			room /= 2;
		if (room < LEAST)
			room = LEAST;
	}
	strbuf_printf(out, "%*s%s: ", INDENT, "", f->field);
	if (f->erased) {
		strbuf_printf(out, "%s\n", _("erased by law"));
		return;
	}
	if (f->old) {
		put_value(out, f->old, room);
		strbuf_puts(out, " -> ");
	}
	put_value(out, f->new, room);
	strbuf_putc(out, '\n');
}

static void
put_entry(struct strbuf *out, const struct desk_entry *e, const char *zone,
	int width)
{
	char at[CLOCK_TEXT_SIZE];

	clock_local(e->at, zone, at);
	strbuf_printf(out, "%s  %s  %s  %s %s", e->entry, at,
		e->member ? e->member : "-", e->verb, e->kind);
	if (e->ref)
		strbuf_printf(out, " %s", e->ref);
	if (e->version > 0)
		strbuf_printf(out, _(" version %lld"), (long long)e->version);
	strbuf_putc(out, '\n');
	for (size_t i = 0; i < e->n_fields; i++)
		put_field(out, &e->fields[i], width);
}

static bool
put_all(struct call *c, const struct desk_history *h, enum format format,
	struct err *err)
{
	int width = out_columns();

	if (format == AS_JSON)
		strbuf_putc(&c->out, '[');
	for (size_t i = 0; i < h->n; i++) {
		struct json j = JSON_INIT(&c->out, false);

		if (format == AS_TEXT) {
			put_entry(&c->out, &h->entries[i], c->who.zone, width);
		} else {
			if (format == AS_JSON)
				strbuf_puts(&c->out, i ? ",\n" : "\n");
			format_json_entry(&j, &h->entries[i]);
			if (format == AS_JSONL)
				strbuf_putc(&c->out, '\n');
		}
		if (!call_flush(c, false, err))
			return false;
	}
	if (format == AS_JSON)
		strbuf_puts(&c->out, h->n ? "\n]\n" : "]\n");
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
		put_all(c, &history, (enum format)format, err);
	desk_history_clear(&history);
	return ok;
}

const struct cli_command cmd_log = {
	.name = "log", .operands = "[REF]",
	.summary = N_("print what happened to a record, or in the case, newest first"),
	.detail = N_("Each entry begins with eight hex digits of its hash in the change log. It names the member who acted and the fields that changed, with what they were and what they became."),
	.options = options, .flags = CLI_READS, .verb = "log",
	.least = 0, .most = 1, .run = run,
};
