/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.h - a kind as the store's layer sees it, and a record as its row: the one
 * place that says what columns and sort keys follow from a record. */
#ifndef SRC_TABLE_H
#define SRC_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "db/row.h"
#include "src/record.h"

/* The table of a kind: constant, made at first use. */
const struct db_table *table_of(const struct kind *k);

/* A record's row: borrowed from the record, except the keys. */
struct table_row {
	struct db_values values;
	struct strbuf *keys;	/* kind_n of them */
	const struct kind *kind;
};
void table_row_make(struct table_row *row, const struct record *r);
void table_row_clear(struct table_row *row);

/* Fill r (not init) from the row a cursor stands on and its directory line. The
 * values are as inside: uids, not refs; ref, id, kind come from the entry; case
 * is left out. */
void table_record(struct record *r, const struct kind *k,
	const struct db_cursor *c, const struct db_entry *e);

/* Load a record. NOT_FOUND if the row is gone. */
bool table_load(struct db *db, const struct db_entry *e, struct record *r,
	struct err *err);

/* Set in a record what follows from its parts as they are in db. */
bool table_derive(struct db *db, const struct db_entry *e, struct record *r,
	struct err *err);

/*
 * Write a record's row, directory line, words (words.h) and identifiers
 * (idents.h), or, of a part, what follows for its record: derived columns and
 * identifiers; the words of that record are owed. It is new if e has no rid yet, and
 * gets one.
 */
struct words_debt;
bool table_write(struct db *db, const struct record *r, struct db_entry *e,
	struct words_debt *debt, struct err *err);

#endif
