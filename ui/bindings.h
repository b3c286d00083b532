/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bindings.h - a person's own keys, from a file: a line each,
 *
 *	list x = open
 *	* F9 = go list:task status:open
 *	list ^N = move Down	(as Down does there)
 *	record h = none		(the key does nothing)
 *
 * and remarks behind #. A screen is named as in ui/screens.h, * is all of them; a
 * command by its name, with the key of it that is meant if it has several. A line
 * that is wrong is left out and told of, the rest holds.
 */
#ifndef UI_BINDINGS_H
#define UI_BINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "ui/keymap.h"

enum { BINDINGS_MOST = 64 * 1024 };	/* bytes of the file */

struct bindings {
	char *path;		/* of the file; NULL: there is no home to have one */
	struct keymap map;
	char **faults;		/* "keys line 3: ...", in order of the lines */
	size_t n_faults, room;
};

/* Where the file of this person is: $XDG_CONFIG_HOME/liaison/keys, else under
 * $HOME/.config. NULL if there is neither; the caller frees. */
char *bindings_path(void);

/* Read the file at path, which becomes its own; NULL and a file that is not there are
 * no fault. */
void bindings_read(struct bindings *b, char *path);

/* The same for a text. */
void bindings_parse(struct bindings *b, const char *text, size_t len);

/* Append every key of every screen in the form of the file. */
void bindings_list(struct strbuf *out);

void bindings_free(struct bindings *b);

#endif
