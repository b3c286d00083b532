/* SPDX-License-Identifier: GPL-3.0-or-later */
/* idents.h - which identifiers a record carries: the one place that says so. */
#ifndef SRC_IDENTS_H
#define SRC_IDENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "db/entry.h"
#include "db/ident.h"
#include "src/record.h"

/* Ascending by type and value, no two the same; the values are owned. */
struct idents {
	struct db_ident *list;
	size_t n, room;
};

void idents_clear(struct idents *set);
bool idents_have(const struct idents *set, const struct db_ident *ident);

/* Add one, whose value is copied. */
void idents_put(struct idents *set, const struct db_ident *ident);

/*
 * Add what a record or part, with values as inside, says itself: fields of the
 * types IDENT and ACCOUNT, the IBAN of an account that is named and not known,
 * the value of an identifier, of a paper its number and country, of an
 * organisation its registration number and jurisdiction. Invalid values, local
 * account numbers and whatever means nothing when it is equal (ident_key) are
 * none, and a record that was retracted or that privilege closes has none.
 */
void idents_add(struct idents *set, const struct record *r);

/*
 * All of a record that is in the store as rid: its own and those of its parts,
 * but for parts that were retracted or corrected by a later one. Of a casefile:
 * those that are not to correlate in it (correlation.h). None of a part or a
 * hidden kind.
 */
bool idents_of(struct db *db, int64_t rid, const struct record *r,
	struct idents *set, struct err *err);

/* Add what the index says that the record carries, of a person the names too; or only
 * what of it rings. */
bool idents_kept(struct db *db, int64_t rid, bool ringing, struct idents *set,
	struct err *err);

/* Does the record have none because it was retracted or privilege closes it? */
bool idents_void(const struct record *r);

/*
 * Let the index say what follows from a record, or from a part for its record,
 * which was just written, new or not: what it carries, of a person also by what
 * names they are known (nameset.h), and whether others may be told of it
 * (hit_rule.h), which may change for the records that have to do with it, too.
 */
bool idents_write(struct db *db, const struct record *r,
	const struct db_entry *e, bool is_new, struct err *err);

/* Does the index say of a record what follows from it and its parts? */
bool idents_hold(struct db *db, const struct db_entry *e,
	const struct record *r, bool *holds, struct err *err);

#endif
