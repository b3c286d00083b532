/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ref.h - short names of records: given, read, resolved, shown (D4). */
#ifndef SRC_REF_H
#define SRC_REF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/act.h"

enum { REF_SIZE = 48 };		/* as db_entry.ref */

/*
 * The record that text names for a viewer: a ref, CASE/ref, uid, code of a party
 * or case, source_id, account number or IBAN. kinds: KIND_BITs of what may be
 * meant. NOT_FOUND in the same words whether there is none or it is not visible;
 * several that fit: USAGE. A record that was retracted answers to ref and uid.
 */
bool ref_resolve(struct store *s, const struct viewer *v, const char *text,
	uint64_t kinds, struct db_entry *e, struct err *err);

/*
 * A ref for a new record. Shared with the team: dense ("RO-L12"); kept back:
 * random ("RO-LK7QM"), so that numbering tells nothing. A part's follows
 * parent_ref ("RO-A5/valuation2").
 */
bool ref_new(struct act *a, const struct record *r, int64_t case_id,
	const char *parent_ref, char ref[REF_SIZE], struct err *err);

/* Replay of a log: later numbers must not collide with this ref. */
bool ref_seen(struct db *db, int64_t case_id, const struct kind *k,
	const char *ref, struct err *err);

/* Is this the name that members are counted by ("RO/")? */
bool ref_is_of_member(const char *counted);

/* What the door shows for a uid inside: its ref. False when there is no such
 * record or the viewer does not see it. */
bool ref_show(struct store *s, const struct viewer *v, const char *uid,
	char ref[REF_SIZE]);

#endif
