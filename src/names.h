/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names.h - what records are called in a document. Where refs may be shown those
 * are their names. A reader outside gets numbers counted within the document
 * instead: refs count what was left out, too, and a gap between two would tell
 * of it. */
#ifndef SRC_NAMES_H
#define SRC_NAMES_H

#include <stdbool.h>
#include <stddef.h>

enum { NAMES_SIZE = 48 };

struct names {
	bool numbered;		/* by the letter of the kind and a number */
	struct names_slot { char *ref; size_t no; char letter; } *slots;
	size_t n, room;		/* used, and there */
	size_t next[128];	/* by letter: the last number given */
};

/* A record will be in the document; its ref is copied. Twice is once. */
void names_add(struct names *names, const char *ref, char letter);

/* What it is called there, or false when it is not in it. */
bool names_of(const struct names *names, const char *ref,
	char name[NAMES_SIZE]);

/* Each with its name and ref, in no order; *at begins as 0. */
bool names_each(const struct names *names, size_t *at, const char **ref,
	char name[NAMES_SIZE]);
void names_clear(struct names *names);

#endif
