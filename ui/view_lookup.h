/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_lookup.h - the choice of a record that a field is to name: typing looks for
 * it among those of the kinds that the field takes. Where few are listed, those that
 * the desk finds in another script, order or spelling are offered below. */
#ifndef UI_VIEW_LOOKUP_H
#define UI_VIEW_LOOKUP_H

#include <stdint.h>

#include "ui/view.h"

/* Look for a record of one of the kinds (KIND_BITs); picked is told its ref. Where all
 * of them are parts of records nothing is opened, and it is said what to type. */
void view_lookup_open(struct app *app, const char *title, uint64_t kinds_taken,
	void (*picked)(struct view *owner, const char *ref));

/* The same, with words typed already. */
void view_lookup_words(struct app *app, const char *title, uint64_t kinds_taken,
	const char *words, void (*picked)(struct view *owner, const char *ref));

extern const struct command view_lookup_commands[];

#endif
