/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.h - what can be done on a screen, as one table that the dispatcher, the
 * key bar, help, palette and manual read. No other line of the program names a
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
	COMMAND_TURNS = 1 << 2,		/* in the key bar where it has pages */
};

/*
 * The name is what people write into their file of keys: it stays, and commands
 * of several screens that mean the same have the same one.
 */
struct command {
	const char *keys;	/* names, separated by blanks: "j Down"; "": none,
				 * the palette alone reaches it */
	const char *name;	/* stable word */
	const char *label;	/* N_(), for the key bar; NULL: not there */
	const char *help;	/* N_(), one sentence */
	unsigned flags;
	const char *verb;	/* of desk_may; or NULL */
	void (*run)(struct view *v, int key);
};

/* Tables end with a command whose keys are NULL. The command that a key of its own
 * runs; the one of a name, or NULL. */
const struct command *command_find(const struct command *table, int key);
const struct command *command_named(const struct command *table,
	const char *name, size_t len);

/* In what order help tells of them. */
enum command_group {
	GROUP_HERE,		/* what the screen is for */
	GROUP_WRITE,		/* what changes records */
	GROUP_MOVE,		/* going about, and away */
	GROUP_N
};
enum command_group command_group(const struct command *c);

/*
 * Append the names of keys ("j Down") for a person: "Tab, 1-9"; or the first
 * alone, as the key bar has it. typing: characters go into a text now, so only
 * other keys count.
 */
void command_keys(const char *keys, bool typing, struct strbuf *out);
void command_first_key(const char *keys, bool typing, struct strbuf *out);

#endif
