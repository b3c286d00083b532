/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_ask.c - liaison ask: ask another party, or list what parties ask of each
 * other. */
#include <unistd.h>

#include "base/i18n.h"
#include "base/json.h"
#include "src/ask.h"
#include "src/format.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/say.h"
#include "ui/tabular.h"
#include "base/banned.h"

enum format { AS_TABLE, AS_JSON };

static const char *const formats[] = { "table", "json", NULL };

static const struct cli_option options[] = {
	{ 0, "for", N_("WHAT"), N_("share (default), court, onward, lift or use"), 0 },
	{ 0, "jits", NULL, N_("ask whoever holds it in other JITs that exchange hits with this one"), 0 },
	{ 'r', "reason", N_("TEXT"), N_("why; the other party reads it"), 0 },
	{ 0, "use", N_("USE"), N_("of use: U1 to U4; of lift: the codes; of court: which one"), 0 },
	{ 0, "to", N_("PARTY"), N_("of onward: the party that it is to be passed on to"), 0 },
	{ 0, "due", N_("DATE"), N_("by when an answer is needed"), 0 },
	{ 'y', "yes", NULL, N_("about an identifier, on a terminal: it was read that the party will be told"), 0 },
	{ 0, "open", NULL, N_("list: only what is not answered"), 0 },
	{ 'f', "format", N_("FORMAT"), N_("list: table (default) or json"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* --- The list ----------------------------------------------------------- */

static const uint8_t shown[] = {
	HEADER_REF, ASK_WHAT, ASK_ABOUT, HEADER_PARTY, ASK_TO_PARTY, ASK_DUE,
	ASK_ANSWER, ASK_PURPOSE
};

/* What it is about: a record, or an identifier in full. */
static void
put_about(struct tabular *t, const struct record *r)
{
	const char *type = record_text(r, ASK_IDENT_TYPE);
	struct strbuf text = STRBUF_INIT;

	if (type && record_text(r, ASK_IDENT_VALUE))
		strbuf_printf(&text, "%s %s", type,
			record_text(r, ASK_IDENT_VALUE));
	else if (record_text(r, ASK_ABOUT))
		strbuf_puts(&text, record_text(r, ASK_ABOUT));
	tabular_cell(t, text.text);
	strbuf_clear(&text);
}

/* A party of this JIT, or one of it; of what is between JITs the other one and its
 * party. */
static void
put_asked(struct tabular *t, const struct record *r)
{
	struct strbuf text = STRBUF_INIT;

	if (record_text(r, ASK_JIT))
		strbuf_printf(&text, "%s/%s", record_text(r, ASK_JIT),
			record_text(r, ASK_JIT_PARTY));
	else if (ask_asked(r))
		strbuf_puts(&text, ask_asked(r));
	tabular_cell(t, text.text);
	strbuf_clear(&text);
}

static void
put_table(const struct desk_asks *asks, struct strbuf *out)
{
	struct tabular *t = tabular_new(out_columns());
	struct strbuf name = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(shown); i++) {
		strbuf_reset(&name);
		for (const char *c = kind_field(&ask_kind, shown[i])->name; *c; c++)
			strbuf_putc(&name, *c >= 'a' && *c <= 'z' ?
				(char)(*c - 'a' + 'A') : *c);
		tabular_column(t, name.text, false);
	}
	strbuf_clear(&name);
	for (size_t i = 0; i < asks->n; i++)
		for (size_t j = 0; j < ARRAY_SIZE(shown); j++)
			if (shown[j] == ASK_ABOUT)
				put_about(t, &asks->rows[i].record);
			else if (shown[j] == ASK_TO_PARTY)
				put_asked(t, &asks->rows[i].record);
			else
				tabular_cell(t, record_text(&asks->rows[i].record,
					shown[j]));
	tabular_put(t, out);
	tabular_free(t);
}

static void
put_json(const struct desk_asks *asks, struct strbuf *out)
{
	struct json j = JSON_INIT(out, true);

	json_array(&j);
	for (size_t i = 0; i < asks->n; i++)
		format_json(&j, &asks->rows[i].record, false);
	json_array_end(&j);
	strbuf_putc(out, '\n');
}

static bool
list(struct call *c, struct err *err)
{
	struct desk_asks_ask ask = { .open = given_has(&c->given, "open") };
	struct desk_asks asks = { 0 };
	int format;

	if (!given_word(&c->given, "format", formats, &format, err) ||
	    !desk_asks(c->desk, &ask, &asks, err))
		return false;
	if (format == AS_JSON)
		put_json(&asks, &c->out);
	else
		put_table(&asks, &c->out);
	desk_asks_clear(&asks);
	return true;
}

/* --- Asking ------------------------------------------------------------- */

/* Whoever asks about an identifier gives it away: they read so before. A script
 * was written by somebody who has; it is noted once it went (put). */
static bool
warn(const struct call *c, const char *text, struct err *err)
{
	if (!given_has(&c->given, "yes") && isatty(STDIN_FILENO))
		return err_set(err, ERR_USAGE, _("%s; say --yes to ask"), text);
	return true;
}

static bool
check_options(const struct call *c, struct err *err)
{
	static const char *const of_list[] = { "open", "format" };

	for (size_t i = 0; i < ARRAY_SIZE(of_list); i++)
		if (given_has(&c->given, of_list[i]))
			return err_set(err, ERR_USAGE,
				_("--%s is for the list: liaison ask"), of_list[i]);
	return given_has(&c->given, "reason") || err_set(err, ERR_USAGE,
		_("--reason TEXT is wanted"));
}

/* told: who will learn of it; NULL: nobody needs to be warned of. */
static bool
put(struct call *c, const struct desk_asking *ask, const char *told,
	struct err *err)
{
	struct desk_acted acted = { 0 };

	if ((told && !warn(c, told, err)) ||
	    !desk_ask(c->desk, ask, &acted, err))
		return false;
	if (told)
		say_note("%s", told);
	strbuf_printf(&c->out, "%s\n", acted.ref);
	call_notices(acted.notices, acted.n_notices);
	desk_acted_clear(&acted);
	return true;
}

/* Whoever leads another JIT, whether there is any, and what it holds makes no
 * difference to what is read here. */
static bool
ask_jits(struct call *c, struct err *err)
{
	static const char *const of_party[] = { "for", "use", "to", "due" };
	const struct given *g = &c->given;
	const struct desk_asking ask = {
		.what = "hit", .purpose = given_value(g, "reason"),
		.ident_type = call_operand(c, 0),
		.ident_value = call_operand(c, 1),
	};

	for (size_t i = 0; i < ARRAY_SIZE(of_party); i++)
		if (given_has(g, of_party[i]))
			return err_set(err, ERR_USAGE,
				_("--%s is for what a party of this JIT is asked"),
				of_party[i]);
	if (!call_operand(c, 1) || call_operand(c, 2))
		return err_set(err, ERR_USAGE,
			_("other JITs are asked with a type and a value: liaison ask --jits iban RO49... --reason TEXT"));
	return put(c, &ask, _("those who lead other JITs that hold something on it will be told that you asked, with this purpose"), err);
}

static bool
ask_on_ident(struct call *c, const struct desk_asking *ask, struct err *err)
{
	struct strbuf told = STRBUF_INIT;

	strbuf_printf(&told,
		_("%s will be told that you asked, with this purpose"),
		ask->of_party);
	bool ok = put(c, ask, told.text, err);

	strbuf_clear(&told);
	return ok;
}

static bool
run(struct call *c, struct err *err)
{
	const struct given *g = &c->given;
	struct desk_asking ask = {
		.what = given_value(g, "for"), .purpose = given_value(g, "reason"),
		.for_use = given_value(g, "use"), .for_party = given_value(g, "to"),
		.due = given_value(g, "due"),
	};

	if (!call_operand(c, 0))
		return list(c, err);
	if (!check_options(c, err))
		return false;
	if (given_has(g, "jits"))
		return ask_jits(c, err);
	ask.what = ask.what ? ask.what : "share";
	if (!call_operand(c, 1)) {
		ask.ref = call_operand(c, 0);
	} else if (!call_operand(c, 2)) {
		return err_set(err, ERR_USAGE,
			_("an identifier is asked about with its type and value: liaison ask BG iban RO49..."));
	} else {
		ask.of_party = call_operand(c, 0);
		ask.ident_type = call_operand(c, 1);
		ask.ident_value = call_operand(c, 2);
		return ask_on_ident(c, &ask, err);
	}
	return put(c, &ask, NULL, err);
}

const struct cli_command cmd_ask = {
	.name = "ask", .operands = "[REF | PARTY TYPE VALUE | TYPE VALUE]",
	.summary = N_("ask another party, about a record or an identifier"),
	.detail = N_("About a record that you see, its party is asked: to share it, for its use in court, to pass it on, to lift a handling code, to use it for another purpose. About an identifier, the party that is named is asked to share what it holds on it; it is told that you asked, with this purpose, and whether it holds anything makes no difference to what happens here. A name counts as an identifier of type name if it has two of given name, family name and date of birth. With --jits nobody of this JIT is asked, but whoever leads a party of another one with which hits are exchanged (add exchange) and which holds something on it: they read the purpose and decide, within 30 days, whether you learn that they do and whom to call; of a no you learn nothing. The ask's ref is printed. Nobody but the two parties reads the ask, and neither takes it back; a yes for a court, for passing on, for the lift of a code or for another use stands with the record, where all who have it read for whom and for what it is, since it binds them, too. Without an operand, what your party asks and is asked is listed, the newest first.\n"
		"Example: liaison ask --jits iban RO49AAAA1B31007593840000 --reason 'where did it go'\n"
		"Example: liaison ask BG-L4 --for court --use 'Tribunalul Olt' --reason 'indictment'"),
	.options = options, .verb = NULL,
	.least = 0, .most = 3, .run = run,
};
