/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gen-man.c - the tables of the manual, from the program's own. A filter over
 * man/liaison.1: what stands between .\" begin NAME and .\" end NAME is written
 * anew, all else is left. tests/check-man.sh compares; "make manual" replaces.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/strbuf.h"
#include "src/handling_code.h"
#include "src/kind.h"
#include "src/role.h"
#include "ui/app.h"
#include "ui/cli.h"
#include "ui/command.h"
#include "ui/place.h"
#include "ui/screens.h"
#include "ui/settings.h"
#include "base/banned.h"

enum { LINE = 66, FEW_CODES = 10 };

/* --- Text as mdoc -------------------------------------------------------- */

/* One character of text; a dash that begins a word is a dash to be typed. */
static void
put_char(char c, char before)
{
	switch (c) {
	case '\\':
		fputs("\\e", stdout);
		break;
	case '~':
		fputs("\\(ti", stdout);
		break;
	case '!':
		fputs("!\\&", stdout);	/* ends no sentence here */
		break;
	case '-':
		fputs(isalnum((unsigned char)before) ? "-" : "\\-", stdout);
		break;
	default:
		putchar(c);
	}
}

static void
put_text(const char *text, size_t len)
{
	if (len && (*text == '.' || *text == '\''))
		fputs("\\&", stdout);
	for (size_t i = 0; i < len; i++)
		put_char(text[i], i ? text[i - 1] : ' ');
}

/* The length of the sentence that text begins with, its mark included. */
static size_t
sentence(const char *text)
{
	size_t i = 0;

	while (text[i] && text[i] != '\n' &&
	       !(strchr(".?!", text[i]) && text[i + 1] == ' ' &&
		 isupper((unsigned char)text[i + 2])))
		i++;
	return text[i] && text[i] != '\n' ? i + 1 : i;
}

/* Words, in lines that are not too long. */
static void
put_words(const char *text, size_t len)
{
	const char *end = text + len;
	size_t column = 0;

	while (text < end) {
		size_t n = strcspn(text, " ");

		n = n > (size_t)(end - text) ? (size_t)(end - text) : n;
		if (column && column + 1 + n > LINE) {
			putchar('\n');
			column = 0;
		} else if (column) {
			putchar(' ');
			column++;
		}
		put_text(text, n);
		column += n;
		text += n;
		text += *text == ' ';
	}
	putchar('\n');
}

/* Sentences, each on lines of its own; a line end begins a paragraph. */
static void
put_sentences(const char *text)
{
	while (*text) {
		size_t len = sentence(text);

		put_words(text, len);
		text += len;
		if (*text == '\n')
			puts(".Pp");
		text += strspn(text, " \n");
	}
}

/* What a table leaves without a capital and a full stop. */
static void
put_sentence(const char *text)
{
	struct strbuf s = STRBUF_INIT;

	strbuf_puts(&s, text);
	if (islower((unsigned char)*text))
		s.text[0] = (char)toupper((unsigned char)*text);
	if (!strchr(".?!", text[strlen(text) - 1]))
		strbuf_putc(&s, '.');
	put_sentences(s.text);
	strbuf_clear(&s);
}

/* --- Commands ------------------------------------------------------------ */

static void
put_options(const struct cli_option *options)
{
	if (!options)
		return;
	puts(".Bl -tag -width Ds");
	for (const struct cli_option *o = options; o->name; o++) {
		fputs(".It ", stdout);
		if (o->letter)
			printf("Fl %c , ", o->letter);
		printf("Fl -%s", o->name);
		if (o->value)
			printf(" Ar %s", o->value);
		putchar('\n');
		put_words(o->help, strlen(o->help));
		if (o->flags & CLI_MANY)
			puts("(may be repeated)");
	}
	puts(".El");
}

/* "KIND [FILTER...]" */
static void
put_operands(const char *text)
{
	bool begins = true;

	for (; *text; text++) {
		if (*text == '[') {
			fputs(" Oo Ar ", stdout);
			begins = false;
		} else if (*text == ']') {
			fputs(" Oc", stdout);
			begins = true;
		} else if (*text != ' ' || !begins) {
			if (begins)
				fputs(" Ar ", stdout);
			begins = false;
			putchar(*text);
		}
	}
}

static void
put_commands(void)
{
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; cli_commands[i]; i++) {
		const struct cli_command *c = cli_commands[i];

		printf(".It Ic %s", c->name);
		put_operands(c->operands);
		putchar('\n');
		put_sentence(c->summary);
		if (c->detail)
			put_sentences(c->detail);
		put_options(c->options);
	}
	puts(".El");
}

static void
put_globals(void)
{
	put_options(cli_globals);
}

static void
put_screen_options(void)
{
	put_options(cli_screen.options);
}

/* --- Fields -------------------------------------------------------------- */

static size_t
count_codes(const struct field_code *codes)
{
	size_t n = 0;

	while (codes && codes[n].code)
		n++;
	return n;
}

/* "status(new, assessed)", "assignee>", "title*" */
static void
add_field(struct strbuf *out, const struct field *f)
{
	strbuf_printf(out, "%s%s%s%s%s", out->len ? " " : "", f->name,
		f->flags & FIELD_REQUIRED ? "*" : "",
		f->flags & FIELD_DERIVED ? "!" : "",
		f->type == FIELD_REF ? ">" : "");
	if (!f->codes || count_codes(f->codes) > FEW_CODES)
		return;
	strbuf_putc(out, '(');
	for (const struct field_code *c = f->codes; c->code; c++)
		strbuf_printf(out, "%s%s", c == f->codes ? "" : ", ", c->code);
	strbuf_putc(out, ')');
}

static void
add_fields(struct strbuf *out, const struct kind *k, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct field *f = kind_field(k, i);

		if (f && !(f->flags & FIELD_HIDDEN))
			add_field(out, f);
	}
}

/* "[valuation: amount on]" for each kind of part in the set. */
static void
add_parts(struct strbuf *out, uint64_t parts)
{
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];
		struct strbuf fields = STRBUF_INIT;

		if (!(parts & KIND_BIT(k->no)))
			continue;
		add_fields(&fields, k, HEADER_N, kind_n(k));
		strbuf_printf(out, " [%s: %s]", k->name, fields.text);
		strbuf_clear(&fields);
	}
}

static void
put_fields(void)
{
	bool header = false;

	puts(".Bl -tag -width Ds");
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];
		struct strbuf out = STRBUF_INIT;

		if (k->flags & (KIND_IS_HIDDEN | KIND_IS_PART))
			continue;
		if (k->header == HEADER_FULL && !header) {
			puts(".It header of each that has a letter");
			add_fields(&out, k, 0, HEADER_N);
			add_parts(&out, PARTS_OF_ALL);
			put_words(out.text, out.len);
			strbuf_reset(&out);
			header = true;
		}
		printf(".It Cm %s", k->name);
		if (k->letter)
			printf(" Pq %c", k->letter);
		putchar('\n');
		add_fields(&out, k, HEADER_N, kind_n(k));
		add_parts(&out, k->parts & ~PARTS_OF_ALL);
		put_words(out.text, out.len);
		strbuf_clear(&out);
	}
	puts(".El");
}

/* The index of the kind's own field with this list, or where fields begin. */
static size_t
index_of(const struct kind *k, const struct field_code *codes)
{
	for (size_t i = kind_n(k); i-- > HEADER_N; )
		if (kind_column(k, i)->codes == codes)
			return i;
	return 0;
}

/* "crime_area (casefile, lead)": a list, and whose it is. */
static void
put_list(const char *name, const struct field_code *codes)
{
	struct strbuf out = STRBUF_INIT, whose = STRBUF_INIT;

	for (size_t i = 0; kinds[i]; i++)
		if (index_of(kinds[i], codes))
			strbuf_printf(&whose, "%s%s", whose.len ? ", " : "",
				kinds[i]->name);
	printf(".It Cm %s", name);
	if (whose.len)
		printf(" Pq %s", whose.text);
	putchar('\n');
	for (const struct field_code *c = codes; c->code; c++) {
		bool named = strncmp(c->label, c->code, strlen(c->code)) == 0;

		strbuf_printf(&out, "%s%s%s%s", named ? "" : c->code,
			named ? "" : " ", c->label, c[1].code ? "; " : ".");
	}
	put_words(out.text, out.len);
	strbuf_clear(&out);
	strbuf_clear(&whose);
}

/* The lists that are too long for the table of fields, each at the first of
 * its fields. */
static void
put_codes(void)
{
	const struct field_code *told[32] = { NULL };
	size_t n = 0;

	puts(".Bl -tag -width Ds");
	for (size_t i = 0; kinds[i]; i++)
		for (size_t j = 0; j < kind_n(kinds[i]); j++) {
			const struct field *f = kind_field(kinds[i], j);
			size_t seen = 0;

			if (!f || count_codes(f->codes) <= FEW_CODES)
				continue;
			while (seen < n && told[seen] != f->codes)
				seen++;
			if (seen < n || n == ARRAY_SIZE(told))
				continue;
			told[n++] = f->codes;
			put_list(f->name, f->codes);
		}
	puts(".El");
}

/* --- Roles --------------------------------------------------------------- */

static void
put_list_of(const struct strbuf *names, const char *before)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, "%s%s.", before, names->text);
	put_words(text.text, text.len);
	strbuf_clear(&text);
}

static void
add_name(struct strbuf *names, const char *name)
{
	strbuf_printf(names, "%s%s", names->len ? ", " : "", name);
}

static void
put_roles(void)
{
	puts(".Bl -tag -width Ds");
	for (const struct role_row *r = role_rows; r->code; r++) {
		struct strbuf whose = STRBUF_INIT, sees = STRBUF_INIT;

		printf(".It Cm %s\n", r->code);
		put_sentence(r->label);
		strbuf_puts(&sees, role_clearance_words(r->clearance));
		put_list_of(&sees, "Cleared for: ");
		for (size_t i = 0; role_holders[i].name; i++)
			if (r->holders & role_holders[i].bit)
				add_name(&whose, role_holders[i].name);
		put_list_of(&whose, "Members of: ");
		strbuf_clear(&sees);
		strbuf_clear(&whose);
	}
	puts(".El");
}

static void
put_handling(void)
{
	puts(".Bl -tag -width Ds");
	for (const struct handling_code *c = handling_codes; c->code; c++) {
		printf(".It Li %s\n", c->code);
		put_words(c->words, strlen(c->words));
	}
	puts(".El");
}

/* Each right, who has it, and the commands that ask for it. */
static void
put_rights(void)
{
	puts(".Bl -tag -width Ds");
	for (int right = 0; right < RIGHT_N; right++) {
		struct strbuf who = STRBUF_INIT, how = STRBUF_INIT;

		printf(".It %s\n", role_right_words((enum role_right)right));
		for (const struct role_row *r = role_rows; r->code; r++)
			if (role_may(r->code, (enum role_right)right, NULL))
				add_name(&who, r->code);
		put_list_of(&who, "");
		for (size_t i = 0; cli_commands[i]; i++)
			if (cli_commands[i]->verb && (int)role_right_of(
			    cli_commands[i]->verb) == right)
				add_name(&how, cli_commands[i]->name);
		if (how.len)
			put_list_of(&how, "Commands: ");
		strbuf_clear(&how);
		strbuf_clear(&who);
	}
	puts(".El");
}

/* --- Keys and errors ----------------------------------------------------- */

/* The keys and the name of each command of a screen. */
static void
put_key_table(const char *where, const char *name, const struct command *table)
{
	printf(".Ss %s Pq %s\n", where, name);
	puts(".Bl -tag -width \"Enter, Right, l\" -compact");
	for (const struct command *c = table; c->keys; c++) {
		struct strbuf keys = STRBUF_INIT;

		command_keys(c->keys, false, &keys);
		fputs(".It ", stdout);
		put_text(keys.text, keys.len);
		printf("%sPq %s\n", keys.len > 0 ? " " : "", c->name);
		put_sentence(c->help);
		strbuf_clear(&keys);
	}
	puts(".El");
}

static void
put_keys(void)
{
	put_key_table("Everywhere", "*", app_commands);
	for (const struct screen_row *r = screens; r->name; r++)
		put_key_table(r->label, r->name, r->commands);
}

/* --- Settings ------------------------------------------------------------ */

static void
put_settings(void)
{
	puts(".Bl -tag -width Ds");
	for (int i = 0; i < SETTING_N; i++) {
		const struct setting_row *row = &setting_rows[i];

		printf(".It Cm %s\n", row->name);
		put_sentence(row->help);
		if (row->choices)
			printf("One of:\n.Li %s .\n", row->choices);
		else
			printf("A number from %d to %d.\n", row->least, row->most);
		printf("At first:\n.Li %s .\n", row->fallback);
	}
	puts(".El");
}

static void
put_places(void)
{
	static const char *const refs[] = {
		[PLACE_PLAIN] = "",
		[PLACE_MAY_HAVE_REF] = "[:REF]",
		[PLACE_HAS_REF] = ":REF",
	};

	puts(".Bl -tag -width \"list:KIND\" -compact");
	for (const struct place *p = places; p->name; p++) {
		if (p->by_kind) {
			printf(".It Li %s:KIND\n", p->name);
			printf("Of a kind of record: %s.\n", p->label);
			continue;
		}
		printf(".It Li %s%s%s%s\n", p->name, p->parts ? ":" : "",
			p->parts ? p->parts : "", refs[p->ref]);
		put_sentence(p->label);
	}
	puts(".El");
}

static void
put_errors(void)
{
	puts(".Bl -column \"cannot-create\" \"exit\"");
	for (int code = ERR_NONE + 1; code < ERR_N; code++)
		printf(".It %s Ta %d\n", err_word((enum err_code)code),
			err_status((enum err_code)code));
	puts(".El");
}

/* --- Blocks -------------------------------------------------------------- */

static const struct block {
	const char *name;
	void (*put)(void);
} blocks[] = {
	{ "commands", put_commands },
	{ "globals", put_globals },
	{ "screen-options", put_screen_options },
	{ "fields", put_fields },
	{ "codes", put_codes },
	{ "handling", put_handling },
	{ "roles", put_roles },
	{ "rights", put_rights },
	{ "settings", put_settings },
	{ "keys", put_keys },
	{ "places", put_places },
	{ "errors", put_errors },
};

static const struct block *
block_of(const char *line)
{
	static const char mark[] = ".\\\" begin ";

	if (strncmp(line, mark, strlen(mark)) != 0)
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(blocks); i++)
		if (strncmp(line + strlen(mark), blocks[i].name,
			    strcspn(line + strlen(mark), "\n")) == 0)
			return &blocks[i];
	fprintf(stderr, "gen-man: no such block: %s", line);
	exit(1);
}

int
main(void)
{
	char *line = NULL;
	size_t room = 0;
	bool skip = false;

	while (getline(&line, &room, stdin) > 0) {
		if (strncmp(line, ".\\\" end", 7) == 0)
			skip = false;
		if (skip)
			continue;
		fputs(line, stdout);
		const struct block *b = block_of(line);
		if (b) {
			b->put();
			skip = true;
		}
	}
	free(line);
	if (!skip)
		return fflush(stdout) == 0 ? 0 : 1;
	fputs("gen-man: a block has no end\n", stderr);
	return 1;
}
