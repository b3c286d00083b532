/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wait.h - what on a record waits for somebody's word, and for whose: a task that is
 * proposed or in hand, a side of a hand-over to be confirmed, a comment that calls
 * upon somebody or asks. Derived from the record and its parts, like its dates
 * (due.h); the first screen and the page of a party are read from it. */
#ifndef SRC_WAIT_H
#define SRC_WAIT_H

#include <stdbool.h>

#include "base/err.h"
#include "db/db.h"
#include "db/entry.h"
#include "src/record.h"

/* They stand in stores; desk_home.h has the same. */
enum wait_what {
	WAIT_ACCEPT,	/* a proposed task: accept or decline it */
	WAIT_TASK,	/* a task in hand: do it */
	WAIT_GIVER,	/* confirm that an exhibit was given */
	WAIT_RECEIVER,	/* ... that it was received */
	WAIT_MENTION,	/* answer a comment or journal line that calls upon you */
	WAIT_QUESTION,	/* answer what another party asks on your record */
	WAIT_ANSWER = 7,	/* answer what your party is asked (6 and 10 are in no
			 * store) */
	WAIT_RETURN,	/* say what became of what is no longer shared */
	WAIT_ANSWERED,	/* read what your party was answered */
	WAIT_CORRECTED = 11,	/* read that what your party received was changed */
	WAIT_ERASED,	/* read that it was erased by law */
	WAIT_SHARED,	/* look at what your party was given */
	WAIT_RELEASE,	/* release what a third party brought (quarantine.h) */
	WAIT_RINGS,	/* read that another case holds something (inquiry.h) */
};

/* Whom of a party it waits for, where it is no single member (db_wait.member). */
#define WAIT_ANYBODY ""
#define WAIT_LEADERS "*"
#define WAIT_ANSWERERS "+"	/* who may answer for it (role.h) */
#define WAIT_RELEASERS "="	/* space administrators, of WAIT_ANY_PARTY */
#define WAIT_ANY_PARTY "*"	/* in db_wait.whom */
#define WAIT_TOLD "!"		/* the party is told, and owes nobody a word; "!RO/1":
				 * one of its members is */
#define WAIT_NOBODY "-"		/* it is in hand: a debt, and nobody's turn */

/*
 * A mention waits until whoever is called upon - the member, or anybody of the
 * party - writes a later comment or journal line on the same record. A question is
 * a comment with a question mark by another party than the record's, which calls
 * upon nobody; it waits until anybody of the record's party writes a later one.
 * An ask (ask.h) waits for the party, or the member of it, that is asked until it is
 * answered; then its author is told. What somebody is told waits until they have seen
 * it (told.h).
 * What was retracted or corrected asks nothing. Whether anybody is there to hear
 * it is not looked at: the names alone are kept.
 */

/* Write them, or, of a part, those of its record. Within a transaction. */
bool wait_write(struct db *db, const struct record *r, const struct db_entry *e,
	struct err *err);

/* Are just those of r there, where the directory's line is e? */
bool wait_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err);

#endif
