/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident.h - which record carries which identifier, so that equal ones are found
 * (decisions.md D8). It follows from the records; what is said of a part is
 * said of the record that it belongs to. */
#ifndef DB_IDENT_H
#define DB_IDENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* Code of a type and what equal ones have in common (base/ident.h). */
struct db_ident {
	const char *type;
	char *value;
	int field;	/* where the record says it; not kept */
};

/* Whose they are: a record, the casefile that it is of, who sees it; the slot of its
 * party (-1: none's), and whether others who have the same may be told of it
 * (db/held.h). */
struct db_ident_of {
	int64_t rid, case_id, audience_id;
	int slot;
	bool rings;
};

/*
 * Let the record carry these n and no others; they ascend by type and value,
 * and no two are the same. Nothing is written if it is so already.
 */
bool db_ident_put(struct db *db, const struct db_ident_of *of,
	const struct db_ident *idents, size_t n, struct err *err);

/* Let it carry these too, in any order. */
bool db_ident_add(struct db *db, const struct db_ident_of *of,
	const struct db_ident *idents, size_t n, struct err *err);

/* Is it so? */
bool db_ident_holds(struct db *db, const struct db_ident_of *of,
	const struct db_ident *idents, size_t n, bool *holds,
	struct err *err);

/* One that a record carries, with its type. */
struct db_ident_kept {
	char type[16];
	char *value;
};

/* Those of a record, or only those that ring: the caller frees *kept with
 * db_ident_kept_free. */
bool db_ident_of_record(struct db *db, int64_t rid, bool ringing,
	struct db_ident_kept **kept, size_t *n, struct err *err);
void db_ident_kept_free(struct db_ident_kept *kept, size_t n);

/* Does one record carry it? */
bool db_ident_has(struct db *db, int64_t rid, const struct db_ident *ident,
	bool *has, struct err *err);

/*
 * The newest n records of a case in these audiences that carry it, newest first.
 * What others carry costs nothing: each audience is a range of the index.
 */
bool db_ident_find(struct db *db, int64_t case_id,
	const struct db_ident *ident, const int64_t *audiences,
	size_t n_audiences, int64_t *rids, size_t n, size_t *found,
	struct err *err);

/* The newest record with a number below that carries any but a name, whatever its
 * case; 0 when there is none. */
bool db_ident_newest(struct db *db, int64_t below, int64_t *rid, struct err *err);

#endif
