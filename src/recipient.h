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
	bool leaves_union;	/* PARTY: of a third state, or an international
				 * organisation that receives alone */
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

/* What keeps an item inside, as bits. */
enum recipient_reason {
	RECIPIENT_GONE = 1 << 0,	/* the exporter does not see it in this case */
	RECIPIENT_UNSHARED = 1 << 1,	/* the party does not see it */
	RECIPIENT_KEPT = 1 << 2,	/* to its own party, or to named members */
	RECIPIENT_H1 = 1 << 3,		/* not in court without permission */
	RECIPIENT_PRIVILEGED = 1 << 4,
	RECIPIENT_RESTRICTED = 1 << 5,	/* its legal state */
	RECIPIENT_VOID = 1 << 6,	/* retracted */
	RECIPIENT_END = 1 << 7,		/* it cannot be without one that stays inside:
					 * a link without its end */
	RECIPIENT_SPECIAL = 1 << 8,	/* special categories, and no need was said */
	RECIPIENT_H2 = 1 << 9,		/* not beyond the parties that have it */
};

/* The words for a reason, translated; NULL for those that are nobody's
 * business: what is gone or of another case was never to go out. */
const char *recipient_words(enum recipient_reason reason);

/*
 * One record with its parts as the recipient may have it: *why is 0. Else it is
 * what keeps the item inside, and of *item only the record is of use, as the
 * exporter sees it (nothing of it with GONE). What stays inside is not named in
 * what goes out either; a part that is void, or whose required field would name
 * it, does not go out. To a court, the defence or out of the Union no comment goes,
 * no line of a journal, not with whom it was shared, with which JITs hits are
 * exchanged, and not how members and parties are reached.
 */
bool recipient_item(struct recipient *r, struct session *s, const char *uid,
	struct desk_item *item, unsigned *why, struct err *err);

/* Must the whole export stop, because what may assist the defence would be kept
 * from a court or from the defence? */
bool recipient_stops(const struct recipient *r, const struct record *record,
	unsigned why);

#endif
