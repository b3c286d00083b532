/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_help.c - liaison help: what commands, kinds and fields there are. */
#include <string.h>

#include "base/field.h"
#include "base/i18n.h"
#include "src/handling_code.h"
#include "src/role.h"
#include "ui/bindings.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/para.h"
#include "ui/say.h"
#include "ui/suggest.h"
#include "base/banned.h"

enum { NAME_WIDTH = 18, TYPE_WIDTH = 11 };

static void
put_kinds(struct strbuf *out)
{
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];

		if (k->flags & KIND_IS_HIDDEN)
			continue;
		strbuf_puts(out, k->name);
		para_pad(out, (int)strlen(k->name), NAME_WIDTH);
		strbuf_printf(out, "%c  %s%s\n", k->letter ? k->letter : '-',
			_(k->label),
			k->flags & KIND_IS_PART ? _(" (part of a record)") : "");
	}
}

/* What names nearly any kind is not told kind by kind. */
static bool
names_most(const struct field *f)
{
	size_t named = 0, n = 0;

	for (; kinds[n]; n++)
		named += (f->kinds & KIND_BIT(kinds[n]->no)) != 0;
	return named > n / 2;
}

/* What may be written into a field, as far as its table knows. */
static void
describe(struct strbuf *out, const struct field *f)
{
	if (f->flags & FIELD_REQUIRED)
		strbuf_puts(out, _("Required. "));
	if (f->flags & FIELD_DERIVED)
		strbuf_puts(out, _("Made by the program. "));
	if (f->flags & FIELD_FIXED)
		strbuf_puts(out, _("Never changes. "));
	if (f->help)
		strbuf_printf(out, "%s ", _(f->help));
	if (f->codes)
		strbuf_puts(out, f->type == FIELD_CODES ? _("Any of ") :
			_("One of "));
	for (const struct field_code *c = f->codes; c && c->code; c++)
		strbuf_printf(out, "%s%s", c == f->codes ? "" : ", ", c->code);
	if (f->codes)
		strbuf_puts(out, ". ");
	for (size_t i = 0; f->type == FIELD_REF && !names_most(f) && kinds[i];
	     i++)
		if (f->kinds & KIND_BIT(kinds[i]->no))
			strbuf_printf(out, "> %s ", kinds[i]->name);
	if (out->len > 0)
		strbuf_cut(out, out->len - 1);
}

static void
put_field(struct strbuf *out, const struct field *f, int width)
{
	struct strbuf text = STRBUF_INIT;
	const char *type = field_type_word(f->type);

	strbuf_puts(out, f->name);
	para_pad(out, (int)strlen(f->name), NAME_WIDTH);
	strbuf_puts(out, type);
	describe(&text, f);
	if (text.len) {
		para_pad(out, (int)strlen(type), TYPE_WIDTH);
		para_put(out, text.text, NAME_WIDTH + TYPE_WIDTH, width);
	} else {
		strbuf_putc(out, '\n');
	}
	strbuf_clear(&text);
}

static void
put_kind(struct strbuf *out, const struct kind *k, int width)
{
	for (size_t i = HEADER_N; i < kind_n(k) + HEADER_N; i++) {
		/* Its own fields first, those of every record after. */
		size_t index = i < kind_n(k) ? i : i - kind_n(k);
		const struct field *f = kind_field(k, index);

		if (f && !(f->flags & FIELD_HIDDEN))
			put_field(out, f, width);
	}
}

static const struct cli_command *
cli_command_named(const char *name)
{
	for (size_t i = 0; cli_commands[i]; i++)
		if (strcmp(cli_commands[i]->name, name) == 0)
			return cli_commands[i];
	return NULL;
}

static bool
unknown(const char *topic, struct err *err)
{
	struct suggest s = SUGGEST_INIT(topic);

	for (size_t i = 0; cli_commands[i]; i++)
		suggest_offer(&s, cli_commands[i]->name);
	for (size_t i = 0; kinds[i]; i++)
		if (!(kinds[i]->flags & KIND_IS_HIDDEN))
			suggest_offer(&s, kinds[i]->name);
	suggest_offer(&s, "kinds");
	suggest_offer(&s, "keys");
	suggest_offer(&s, "roles");
	suggest_offer(&s, "handling");
	if (s.best)
		return err_set(err, ERR_USAGE,
			_("there is no help on \"%s\"; did you mean %s?"),
			topic, s.best);
	return err_set(err, ERR_USAGE,
		_("there is no help on \"%s\"; there is on commands, on kinds and on each of them"),
		topic);
}

/* In the form of a person's file, and what is wrong in theirs. */
static void
put_keys(struct strbuf *out)
{
	struct bindings b;

	bindings_list(out);
	bindings_read(&b, bindings_path());
	for (size_t i = 0; i < b.n_faults; i++)
		say_note("%s", b.faults[i]);
	bindings_free(&b);
}

/* --- Roles --------------------------------------------------------------- */

static void
add_name(struct strbuf *out, const char *name)
{
	strbuf_printf(out, "%s%s", out->len ? ", " : "", name);
}

static void
put_entry(struct strbuf *out, const char *name, const struct strbuf *text,
	int width)
{
	strbuf_puts(out, name);
	para_pad(out, (int)strlen(name), NAME_WIDTH);
	para_put(out, text->text, NAME_WIDTH, width);
}

/* "leader  team leader; sees ...; of a signatory or participant" */
static void
put_role(struct strbuf *out, const struct role_row *r, int width)
{
	struct strbuf text = STRBUF_INIT, whose = STRBUF_INIT;

	for (size_t i = 0; role_holders[i].name; i++)
		if (r->holders & role_holders[i].bit)
			add_name(&whose, role_holders[i].name);
	strbuf_printf(&text, _("%s. Cleared for: %s. Members of: %s."),
		_(r->label), role_clearance_words(r->clearance), whose.text);
	put_entry(out, r->code, &text, width);
	strbuf_clear(&whose);
	strbuf_clear(&text);
}

/* What a right lets one do, who has it, and the commands that ask for it. */
static void
put_right(struct strbuf *out, enum role_right right, int width)
{
	struct strbuf who = STRBUF_INIT, how = STRBUF_INIT;

	for (size_t i = 0; role_rows[i].code; i++)
		if (role_may(role_rows[i].code, right, NULL))
			add_name(&who, role_rows[i].code);
	for (size_t i = 0; cli_commands[i]; i++)
		if (cli_commands[i]->verb &&
		    role_right_of(cli_commands[i]->verb) == right)
			add_name(&how, cli_commands[i]->name);
	strbuf_printf(out, "%s%s%s%s\n", role_right_words(right),
		how.len ? " (" : "", how.len ? how.text : "", how.len ? ")" : "");
	para_pad(out, 0, NAME_WIDTH);
	para_put(out, who.text, NAME_WIDTH, width);
	strbuf_clear(&how);
	strbuf_clear(&who);
}

static void
put_roles(struct strbuf *out, int width)
{
	for (size_t i = 0; role_rows[i].code; i++)
		put_role(out, &role_rows[i], width);
	strbuf_putc(out, '\n');
	for (int right = 0; right < RIGHT_N; right++)
		put_right(out, (enum role_right)right, width);
}

/* What each handling code does, from the table that its rules read. */
static void
put_handling(struct strbuf *out, int width)
{
	for (const struct handling_code *c = handling_codes; c->code; c++) {
		struct strbuf text = STRBUF_INIT;

		strbuf_puts(&text, _(c->words));
		put_entry(out, c->code, &text, width);
		strbuf_clear(&text);
	}
}

/* A word may name both: "link" is a command, and a kind with fields. */
static void
put_command(struct strbuf *out, const struct cli_command *command, int width)
{
	const struct kind *k = kind_find(command->name);

	cli_help(out, command, width);
	if (!k || (k->flags & KIND_IS_HIDDEN))
		return;
	strbuf_printf(out, _("\nFields of the kind %s:\n"), k->name);
	put_kind(out, k, width);
}

static bool
run(struct call *c, struct err *err)
{
	const char *topic = call_operand(c, 0);
	int columns = out_columns();
	int width = columns > 0 ? columns : PARA_WIDTH;

	if (!topic || strcmp(topic, "commands") == 0)
		cli_help_all(&c->out, width);
	else if (cli_command_named(topic))
		put_command(&c->out, cli_command_named(topic), width);
	else if (strcmp(topic, "kinds") == 0)
		put_kinds(&c->out);
	else if (strcmp(topic, "keys") == 0)
		put_keys(&c->out);
	else if (strcmp(topic, "roles") == 0)
		put_roles(&c->out, width);
	else if (strcmp(topic, "handling") == 0)
		put_handling(&c->out, width);
	else if (kind_find(topic))
		put_kind(&c->out, kind_find(topic), width);
	else
		return unknown(topic, err);
	return true;
}

const struct cli_command cmd_help = {
	.name = "help", .operands = "[COMMAND | kinds | KIND | keys | roles | handling]",
	.summary = N_("explain a command, list the kinds of record, the fields of one, all keys, what each role may do, or what a handling code does"),
	.flags = CLI_NO_STORE | CLI_NO_PATH,
	.least = 0, .most = 1, .run = run,
};
