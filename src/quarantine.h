/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quarantine.h - what an authority of a third state brings waits, its own, until a
 * space administrator of a signatory or the EPPO has seen that it is needed and that
 * the agreement's conditions are met, and releases it to the team (Regulation (EU)
 * 2023/969, art. 17; decisions.md D3). Nobody else learns that it is there, and the
 * check is not delegated: it goes by the role alone.
 *
 * All that it brings is a record of its own for that. Of what others see it says
 * nothing in words: no part but the steps of custody and what confirms them, no change
 * but of terms and of where a task stands, no question, and no reason why it shares,
 * takes back, retracts or erases. What was released stands as
 * it was: taken back it can be changed, and waits anew. */
#ifndef SRC_QUARANTINE_H
#define SRC_QUARANTINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/entry.h"
#include "src/act.h"
#include "src/intake.h"
#include "src/record.h"
#include "src/session.h"

/* Keep a new record of such a party its own, refuse a change of its share before it is
 * released, and words at what others see. in->next is what it is to be. */
void quarantine_review(struct intake *in);

/* Refuse, at a field, what such a party says to others in words. */
void quarantine_refuse_words(struct intake *in, size_t index);

/* Is what the viewer says of the record or part that was loaded told to others before
 * anybody released it? A reason is no reason then: such an act goes without one. */
bool quarantine_tells(const struct intake *in);

/* May a part that was loaded be brought back after it was made void? Not where it says
 * something in words to those who see its record by now. RULE. */
bool quarantine_may_revive(const struct intake *in, struct err *err);

/* Refuse a reason in words, typed for this field, where there is one and such a party
 * says it to others. RULE. */
bool quarantine_wordless(const struct session *s, const struct field *f,
	const char *typed, struct err *err);

/* Does the record with this rid, which is r, inside, wait for its release? */
bool quarantine_waits(struct db *db, int64_t rid, const struct record *r,
	bool *waits, struct err *err);

/* Is it in the way of sharing r: is it of such a party and not released, or taken back
 * since? RULE. */
bool quarantine_free(struct db *db, const struct db_entry *e,
	const struct record *r, struct err *err);

/* May the viewer see it for its release? */
bool quarantine_shows(struct session *s, const struct db_entry *e);

/* The record that waits and that the ref names, for one who may release it; false, and
 * no error, for everybody else and everything else. */
bool quarantine_find(struct session *s, const char *ref, struct db_entry *e);

/* The audiences of what may wait for the viewer; none where they release nothing. The
 * caller frees *ids. */
bool quarantine_audiences(struct session *s, int64_t **ids, size_t *n,
	struct err *err);

/* Release the record that was loaded, or refuse to, with the reason: need and
 * conditions in words. */
bool quarantine_answer(struct act *a, struct intake *in, bool granted,
	const char *reason, char leaf[ACT_LEAF_SIZE], struct err *err);

#endif
