/* SPDX-License-Identifier: GPL-3.0-or-later */
/* held.h - which parties have records that ring on an identifier, counted when
 * records are written (db/ident.h), so that whoever asks learns nothing from
 * what the answer costs. */
#ifndef DB_HELD_H
#define DB_HELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "db/ident.h"

enum { DB_HELD_SLOTS = 64 };

/*
 * How many ringing records of each slot's party in a case carry it, whoever sees
 * them. One statement that reads DB_HELD_SLOTS rows, no more and no less, whoever
 * holds how many.
 */
bool db_held_all(struct db *db, int64_t case_id, const struct db_ident *ident,
	int64_t n[DB_HELD_SLOTS], struct err *err);

/* How many of them are in these audiences. What is in others costs nothing. */
bool db_held_in(struct db *db, int64_t case_id, const struct db_ident *ident,
	const int64_t *audiences, size_t n_audiences,
	int64_t n[DB_HELD_SLOTS], struct err *err);

#endif
