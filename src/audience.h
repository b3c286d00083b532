/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.h - who a record is for (decisions.md D3): a set of parties and members,
 * what sets mean, how they are cut by one another and spelt. */
#ifndef SRC_AUDIENCE_H
#define SRC_AUDIENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "db/audience.h"
#include "src/act.h"

/*
 * A struct db_audience is a set of viewers. Somebody is in it whose clearance covers
 * its class, and whose party's slot is in its mask; or in open, if their party was
 * admitted to see what was there before it; or whom an entry of who names, themselves
 * or their party, until that ends. Being retracted takes nobody out: it moves the
 * record out of all lists.
 *
 * It has one spelling, which the log keeps with the act that makes it, so that verify
 * and rebuild need no rule for it:
 *
 *	case				all at the case, whatever they are cleared for
 *	team 5				slots 0 and 2 (hexadecimal), open to all others
 *	only 1				slot 0
 *	only 5~8 restricted		and slot 3 if open to it; of the class restricted
 *	void only 1 2<1735689600000	retracted; and slot 2 until that time (ms UTC)
 *	only 0 0:UID 1:UID~		one member of slot 0; one of slot 1 if open to it
 */
enum { AUDIENCE_WHO_MOST = 256 };	/* entries that a spelling has room for */

enum audience_class {
	AUDIENCE_CASE = -1,	/* parties, members, the case: how it is worked */
	AUDIENCE_NORMAL,
	AUDIENCE_RESTRICTED,
	AUDIENCE_PROTECTED
};

/* Bring what was put together by hand to its one form, and spell it: a->text. */
void audience_spell(struct db_audience *a);

/* Read a text; false if it is none that audience_spell would make. id and case are
 * left; *a is replaced. */
bool audience_read(const char *text, struct db_audience *a);

/* Its row, made if it is new; *id is 0 for "" (parts, the store's record). DAMAGED
 * if it is none. */
bool audience_intern(struct db *db, int64_t case_id, const char *text,
	int64_t *id, struct err *err);

/* The id of that of the case itself; 0 while nothing is in it. */
bool audience_of_case(struct db *db, int64_t case_id, int64_t *id,
	struct err *err);

/* Leave of a only whom by has in it too: of the higher class, retracted if one is. */
void audience_narrow(struct db_audience *a, const struct db_audience *by);

/* Let one more in; a is spelt after the last of them. */
void audience_add(struct db_audience *a, const struct db_audience_who *w);

/* Let into a whom by names by an act of its own: parties without an end, and those of
 * who. */
void audience_join(struct db_audience *a, const struct db_audience *by);

/* Leave out those whose share ended by now (ms UTC): of a link that nobody of them saw,
 * no end is logged. */
void audience_drop_ended(struct db_audience *a, int64_t now);

/* Is everybody of by in a? */
bool audience_covers(const struct db_audience *a, const struct db_audience *by);

/* Is it the team, as its members come and go: may its records be numbered? */
bool audience_is_team(const struct db_audience *a);

/* Are the columns of a row what its text says? For verify. */
bool audience_row_holds(const struct db_audience *row);

/*
 * What a record's share means to its author now, spelt; "" of parts. A team that is
 * joined later sees what was shared before only where its party was admitted so. What
 * H2 holds back is for the team of that moment.
 */
void audience_meant(const struct act *a, const struct record *r,
	struct strbuf *text);

/* One act of sharing, as a share part says it (src/share.h). */
struct audience_step {
	enum { AUDIENCE_GIVE, AUDIENCE_TAKE, AUDIENCE_END } what;
	int slot;
	const char *member;	/* uid, lent; "": the party */
	int64_t until;		/* GIVE: 0 for no end. END: those that end by then */
};

/*
 * The audience that a record is to have: what its share meant when it was set, then
 * each step in order, then what the record itself says. Privilege that is not cleared
 * makes the steps wait; H2 keeps it from those who join later; legal=restricted and
 * the protection of a person give it a class; a retraction voids it. TAKE of a party
 * takes its members too; whom it names are out
 * and nobody else. END takes only what has an end.
 */
void audience_effect(struct db_audience *a, const struct audience_step *steps,
	size_t n, const struct record *r);

#endif
