/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recipient.h - for whom an export is, and what of the exporter's they may
 * have. */
#ifndef SRC_RECIPIENT_H
#define SRC_RECIPIENT_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/session.h"
#include "src/viewer.h"

enum recipient_class {
	RECIPIENT_INTERNAL,	/* a working copy: all that the exporter sees */
	RECIPIENT_COURT,
	RECIPIENT_PARTY,	/* only what that party sees, too */
	RECIPIENT_DEFENCE,
};

struct recipient {
	enum recipient_class class;
	char *text;		/* "internal", "party:BG", ... */
	struct db_entry party;	/* PARTY */
	struct viewer cut;	/* PARTY: what both see; made anew with the store */
};

/*
 * Read what stands behind "for"; NULL is "internal". USAGE for other words and,
 * naming those there are, for a party that the case does not have. On failure
 * there is nothing to clear.
 */
bool recipient_init(struct recipient *r, struct session *s, const char *text,
	struct err *err);
void recipient_clear(struct recipient *r);

/* Whose eyes the export has, as of now: borrowed until the next call. */
bool recipient_viewer(struct recipient *r, struct session *s,
	const struct viewer **v, struct err *err);

/*
 * One record with its parts as the recipient may have it, or *found false when
 * they may not. An H1 item goes to nobody outside, nor does its name in another
 * record.
 */
bool recipient_item(struct recipient *r, struct session *s, const char *uid,
	struct desk_item *item, bool *found, struct err *err);

#endif
