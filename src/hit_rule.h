/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hit_rule.h - which records ring: of which another party, that has the same
 * identifier, may be told that they are held, and no more than that. The one place
 * that says so; what it says is kept with each identifier (db/ident.h), so that
 * it costs nothing when somebody looks. */
#ifndef SRC_HIT_RULE_H
#define SRC_HIT_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/entry.h"
#include "db/ident.h"
#include "src/record.h"

/*
 * Fill in of whose party a record is, and whether it rings. It does if
 *   - it stands, and no privilege closes it (such a one carries nothing at all),
 *   - all of its party see it, without any clearance: whoever is asked can know what
 *     they are asked for, and what is restricted or protected is not asked for,
 *   - it has nothing to do (tie.h) with anybody who is a victim, a witness or an
 *     informant, or who is protected.
 * Directive (EU) 2016/680, art. 6, 16(3); Directive 2012/29/EU, art. 18.
 */
bool hit_rule_of(struct db *db, const struct db_entry *e,
	const struct record *r, struct db_ident_of *of, struct err *err);

/* Is the person with this row a victim, a witness, an informant or protected? */
bool hit_rule_protected(struct db *db, int64_t person, bool *is_protected,
	struct err *err);

#endif
