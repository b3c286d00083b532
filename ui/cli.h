/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli.h - the commands of the command line: one row each, from which
 * dispatch, help and the manual's check are made. */
#ifndef UI_CLI_H
#define UI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"

struct call;

struct cli_option {
	char letter;		/* -o; 0 for none */
	const char *name;	/* --output */
	const char *value;	/* N_("FILE"), as help calls it; NULL: a switch */
	const char *help;	/* N_(): one sentence */
	unsigned flags;
};

enum cli_option_flags {
	CLI_MANY = 1 << 0,	/* each time counts, not the last alone */
	CLI_PATH = 1 << 1,	/* the name of a file: any bytes */
};

enum cli_flags {
	CLI_NO_STORE = 1 << 0,	/* the store need not be there */
	CLI_NO_PATH = 1 << 1,	/* nor is its name of interest */
	CLI_READS = 1 << 2,	/* asks for no write */
	CLI_MAINTENANCE = 1 << 3,	/* looks after the store, not a case */
	CLI_FILES = 1 << 4,	/* operands may name files: any bytes */
};

struct cli_command {
	const char *name;
	const char *operands;	/* "KIND FIELD=VALUE..." */
	const char *summary;	/* N_(): what it does, for lists of commands */
	const char *detail;	/* N_(): paragraphs for its help, or NULL */
	const struct cli_option *options;	/* to a NULL name; or NULL */
	unsigned flags;
	const char *verb;	/* the right it takes (desk_may), or NULL */
	int least, most;	/* operands; most -1: any number */
	int without;		/* with so many no store is asked; 0: with none */

	/* Do it. On success the exit status is call->status (0 at first). */
	bool (*run)(struct call *call, struct err *err);
};

/* All commands in the order of a case's life, ended by NULL; and what runs when
 * none is named: the screens. */
extern const struct cli_command *const cli_commands[];
extern const struct cli_command cli_screen;

/* The options that every command takes. */
extern const struct cli_option cli_globals[];

/* By name, or NULL with USAGE, saying what would be accepted. */
const struct cli_command *cli_find(const char *name, struct err *err);

/* The row of an option, NULL if the table (which may be NULL) has none. */
const struct cli_option *cli_option(
	const struct cli_option *options, const char *name, size_t len);
const struct cli_option *cli_letter(
	const struct cli_option *options, char letter);

/* Append how the command is written: "liaison show REF". */
void cli_usage(struct strbuf *out, const struct cli_command *c);

/* Help for a person, wrapped to width: of the whole, of one command. */
void cli_help_all(struct strbuf *out, int width);
void cli_help(struct strbuf *out, const struct cli_command *c, int width);

#endif
