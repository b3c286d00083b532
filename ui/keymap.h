/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keymap.h - which key runs which command: what a person's own file says, and
 * otherwise the keys of the tables. The person's win over ours, always. */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "ui/command.h"

struct keymap_row {
	char *view;		/* name of a screen; "*": all */
	int key;
	char *command;		/* its name; "none": the key does nothing */
	char *place;		/* it goes there (ui/place.h), the command being "go";
				 * or NULL */
	int as;			/* the key of the command that it stands for;
				 * K_NONE: its first */
	long line;		/* of the file */
};

struct keymap {
	struct keymap_row *rows;
	size_t n, room;
};

/* What keys mean on one screen now. map may be NULL. */
struct keyset {
	const struct keymap *map;
	const char *view;
	const struct command *own;	/* of the screen */
	const struct command *all;	/* that every screen has; or NULL */
	bool typing;			/* characters go into a text */
	bool (*may)(const void *of, const struct command *c);	/* does it apply
				 * now? NULL: all do */
	const char *(*label)(const void *of, const struct command *c);	/* what the
				 * last line calls it now, NULL: it is not there.
				 * NULL: as its table says */
	const void *of;
	size_t page;			/* of the keys in the last line */
};

/*
 * The command of a key, or NULL. *as is the key that it stands for: a command
 * with several keys does not know a person's own.
 */
const struct command *keymap_find(const struct keyset *set, int key, int *as);

/* Append the names of the keys that run a command here, a person's own first:
 * "x Enter"; nothing if none does. */
void keymap_names(const struct keyset *set, const struct command *c,
	struct strbuf *out);

/* Where a key goes to by a row of its own, or NULL. */
const char *keymap_place(const struct keyset *set, int key);

/* Add a row. Its texts are copied. */
void keymap_add(struct keymap *map, const struct keymap_row *row);

void keymap_free(struct keymap *map);

#endif
