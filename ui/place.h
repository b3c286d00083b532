/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place.h - what can be gone to by name, in one table: for --view, the palette and a
 * person's keys. Anything else is taken for the ref of a record. */
#ifndef UI_PLACE_H
#define UI_PLACE_H

#include <stdbool.h>

#include "base/err.h"

struct app;

enum place_ref {
	PLACE_PLAIN, PLACE_MAY_HAVE_REF,
	PLACE_HAS_REF,		/* there is one of each record: "person:RO-P1" */
};

struct place {
	const char *name;	/* "glance"; "list" has a kind after a colon */
	const char *label;	/* N_(), one sentence; of those by kind what stands
				 * behind the kind and a colon */
	/* Open it on top; rest is what follows the colon, or "". */
	bool (*open)(struct app *app, const char *rest, struct err *err);
	bool by_kind;		/* there is one for each kind that is listed */
	const char *parts;	/* there is one for each of these words; or NULL */
	enum place_ref ref;	/* of a record, after the colon */
};

/* Ended by one without a name. */
extern const struct place places[];

/*
 * Open a place: "glance", "list:task", "list:task status:open" (a filter follows a
 * blank), or the ref of a record. USAGE or NOT_FOUND, saying why; then nothing was
 * opened.
 */
bool place_open(struct app *app, const char *name, struct err *err);

/* The place of a record that a text begins with, "person RO-P1" or "person:RO-P1";
 * NULL when it is none. */
const struct place *place_of_record(const char *typed);

/* Could it be opened, as far as its name tells? USAGE, saying what there is. */
bool place_is_known(const char *name, struct err *err);

#endif
