/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.h - what can be done on a screen, as one table that the dispatcher,
 * the key bar and the help screen read. No other line of the program names a
 * command's key. */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct view;

enum command_flags {
	COMMAND_NEEDS_ROW = 1 << 0,	/* there must be a row under the cursor */
	COMMAND_WRITES = 1 << 1,	/* not in a store opened for reading */
};

struct command {
	const char *keys;	/* names, separated by blanks: "j Down" */
	const char *name;	/* stable word */
	const char *label;	/* N_(), for the key bar; NULL: not there */
	const char *help;	/* N_(), one sentence */
	unsigned flags;
	const char *verb;	/* of desk_may; or NULL */
	void (*run)(struct view *v, int key);
};

/* Tables end with a command without keys. */
const struct command *command_find(const struct command *table, int key);

/*
 * Append the names of a command's keys for a person: "Tab, 1-9"; or the first
 * alone, as the key bar has it. typing: characters go into a text now, so only
 * other keys count.
 */
void command_keys(const struct command *c, bool typing, struct strbuf *out);
void command_first_key(const struct command *c, bool typing,
	struct strbuf *out);

#endif
