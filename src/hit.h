/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hit.h - hit or no hit: whether another party of the case holds a record on the same
 * identifier that the viewer does not see. The answer is which party and whom to
 * ask, for the one who looked alone: not what it is, not how many, not since when.
 * Nobody else learns that anybody looked but the auditors. */
#ifndef SRC_HIT_H
#define SRC_HIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/idents.h"
#include "src/intake.h"
#include "src/session.h"

/* Those found so far, by identifier as they were looked for, and of one by the code
 * of the party; owned. */
struct hit_list {
	struct desk_hit *list;
	size_t n, room;
};
void hit_list_clear(struct hit_list *hits);

/* Move the hits of an intake behind them, as of a line of a file (0: of none). */
void hit_list_take(struct hit_list *hits, struct intake *in, int64_t line);

/*
 * Does the viewer get hits, and does the slot's party give any? The signatories and
 * the EU bodies that take part do; what third states brought waits for release,
 * and they are told nothing. Of a viewer the role must have the right to ask.
 */
bool hit_is_for(const struct viewer *v);

/* The slots of the parties that give hits to the viewer. */
uint64_t hit_givers(const struct viewer *v);

/*
 * Look for one identifier: what the searcher typed, its type, and the keys of it, of
 * which one is enough; more than one only of names. Nothing about others in what it
 * reads tells whether anybody holds it: the statements are the same ones and read
 * as many rows. An identifier that was taken out of correlation (correlation.h), or
 * that is on more of a party's records than SAME_MOST, rings for nobody. Within a
 * read or an act.
 */
struct hit_look {
	const char *type, *typed;
	const struct db_ident *keys;
	size_t n;
};
bool hit_find(struct session *s, const struct hit_look *look, struct hit_list *out,
	struct err *err);

/* Let the auditors know what is about to be told. What cannot be noted is not told:
 * false, and the list is empty. Outside of any act. */
bool hit_note(struct session *s, struct hit_list *hits, struct err *err);

/* Look for what a record or part says that was just written and that it did not say
 * before; the hits are told with the act. */
bool hit_give(struct intake *in, struct err *err);

/* The type by which one is asked about what somebody typed to find something: the
 * code of an identifier, or NAMESET_TYPE; NULL: it is neither. */
const char *hit_type_of(const char *text);

/* Look for what somebody typed to find something: an identifier of whatever type it
 * may be, or a name (nameset.h). */
bool hit_typed(struct session *s, const char *text, struct hit_list *out,
	struct err *err);

#endif
