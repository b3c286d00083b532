/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given.h - what was given on the command line: the command, its options and
 * operands. */
#ifndef UI_GIVEN_H
#define UI_GIVEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "ui/cli.h"

struct given_option {
	const struct cli_option *option;
	const char *value;	/* NULL for a switch */
};

/* All texts are the argument vector's own. */
struct given {
	const struct cli_command *command;	/* cli_screen if none named */
	struct given_option *options;	/* owned */
	size_t n_options;
	const char **operands;		/* owned; without the command's name */
	size_t n_operands;
};

/*
 * Read the arguments: options of every command anywhere, options of a command
 * after its name, "--" before operands that begin with a dash. USAGE for what
 * is not in the tables and for too few or too many operands; not so when help
 * or the version is asked for. Free with given_free in either case.
 */
bool given_read(struct given *g, int argc, char *const *argv, struct err *err);
void given_free(struct given *g);

/* Was the option given? Its name must be in the tables. */
bool given_has(const struct given *g, const char *name);

/* Likewise, but of the options that every command takes: "set" has a --version
 * of its own. */
bool given_global(const struct given *g, const char *name);

/* The last value of the option, or NULL; and the i-th, for options that may be
 * given more than once. */
const char *given_value(const struct given *g, const char *name);
const char *given_nth(const struct given *g, const char *name, size_t i);

/* The value as a whole number from 0; fallback when it was not given. */
bool given_count(const struct given *g, const char *name, long fallback,
	long *n, struct err *err);

/* The index of the value in a list of words ended by NULL; 0 when it was not
 * given. */
bool given_word(const struct given *g, const char *name,
	const char *const *words, int *index, struct err *err);

#endif
