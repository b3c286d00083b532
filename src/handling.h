/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handling.h - the terms under which a record was given: handling codes, grade,
 * origin. Its party may make them stricter; what another authority laid down, that
 * authority alone lifts (decisions.md D9; Regulation (EU) 2016/794, art. 19(2) and
 * 29(3); Europol handling codes). */
#ifndef SRC_HANDLING_H
#define SRC_HANDLING_H

#include "base/err.h"
#include "db/entry.h"
#include "src/handling_code.h"
#include "src/intake.h"
#include "src/store.h"

/* Hold a change of a record against the terms that it was given under. */
void handling_review(struct intake *in);

/* The authority, other than its own party, under whose terms a record (inside)
 * stands; NULL for none. Borrowed from the record. */
const char *handling_origin(struct store *s, const struct record *r);

/* May a record go to a party that has not got it? */
enum handling_onward {
	HANDLING_FREE,		/* no code forbids it, or it is permitted */
	HANDLING_OWN,		/* its party's own code does, which it may set aside
				 * by an act of its own once it was told */
	HANDLING_FORBIDDEN,	/* its origin's does: that alone permits it */
};

/* The same of the record e, which is r, and the party with this uid. */
bool handling_onward(struct store *s, const struct db_entry *e,
	const struct record *r, const char *party, enum handling_onward *may,
	struct err *err);

/* The use of a record in court, or by the defence there. */
struct handling_use {
	enum handling_effect effect;	/* which forbids it: NO_COURT, NO_ONWARD */
	const char *party;		/* uid: by whom */
	const char *in;			/* court or proceeding; NULL: whichever */
};

/*
 * May a record e, which is r, be used so: no code of that effect forbids it, or it was
 * lifted, or the origin permits this one use, as the court or proceeding is named? What
 * is not to be passed on may go there too if it may be passed on to whomever.
 */
bool handling_court(struct store *s, const struct db_entry *e,
	const struct record *r, const struct handling_use *use, bool *may,
	struct err *err);

/* The text that has to be shown, and accepted, before the record is shared or
 * handed out; NULL when there is none. Borrowed. */
const char *handling_asks(const struct record *r);

/* Say, when a marking was not understood, that none above R-UE/EU-R may be
 * entered, where the word is such a one. */
void handling_explain_marking(const char *typed, struct err *err);

#endif
