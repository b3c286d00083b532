/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screens.h - every screen with its commands, in one table: for the manual, the
 * file of keys, and the tests that reach each command. */
#ifndef UI_SCREENS_H
#define UI_SCREENS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/command.h"

struct screen_row {
	const char *name;	/* of its view_ops; what a file of keys calls it */
	const char *label;	/* N_(), for people */
	const struct command *commands;
	bool typing;		/* characters go into a text: they are no keys */
};

/* Ended by a row without a name. A screen with several states has several rows of
 * one name. */
extern const struct screen_row screens[];

/* Is there a screen of that name? */
bool screens_has(const char *name, size_t len);

#endif
