/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stmt.h - prepared statements, kept by their text. Texts are literals or
 * are composed from constant tables; what a person typed only ever comes as
 * the value of a named parameter. */
#ifndef DB_STMT_H
#define DB_STMT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct db;
struct db_stmt;

/* Those of one connection. */
struct db_stmts {
	struct db_stmt *chains[64];
	size_t n;		/* all of them */
	size_t lent;		/* those not given back */
};

enum db_step {
	DB_ROW,
	DB_END,		/* no (further) row */
	DB_FAILED,	/* *err says why */
};

/*
 * A statement of this text, prepared now or earlier; asked for twice, there are
 * two. Give it back with db_stmt_done, or let db_stmt_run do so.
 */
bool db_stmt_get(struct db *db, const char *sql, struct db_stmt **s,
	struct err *err);

/*
 * Bind a parameter by its name (":rid"); a name that the text does not have is
 * a bug. NULL binds NULL. Text and bytes are lent until the statement is given
 * back. A failure shows at the next step.
 */
void db_stmt_int(struct db_stmt *s, const char *name, int64_t n);
void db_stmt_text(struct db_stmt *s, const char *name, const char *text);
void db_stmt_blob(struct db_stmt *s, const char *name, const void *data,
	size_t len);

enum db_step db_stmt_step(struct db_stmt *s, struct err *err);

/* Step to the end and give it back: for statements without rows. */
bool db_stmt_run(struct db_stmt *s, struct err *err);

/*
 * The first row of a statement that is then given back, all in one: DB_ROW with
 * *n its first column, DB_END, DB_FAILED.
 */
enum db_step db_stmt_one(struct db_stmt *s, int64_t *n, struct err *err);

/* Start again with the same text and other values. */
void db_stmt_reset(struct db_stmt *s);
void db_stmt_done(struct db_stmt *s);	/* NULL is fine */

/*
 * Columns of the row, from 0. Text (NULL of NULL) and bytes are borrowed until
 * the next step. Reading text fails when there is no memory to hold it: an
 * absent value and one that could not be had are two things.
 */
int64_t db_stmt_col_int(struct db_stmt *s, int i);
const void *db_stmt_col_blob(struct db_stmt *s, int i, size_t *len);
bool db_stmt_col_text(struct db_stmt *s, int i, const char **text,
	struct err *err);
size_t db_stmt_col_len(struct db_stmt *s, int i);	/* bytes of that text */

/* Copy a text column into size bytes; false (DAMAGED) if it is longer. */
bool db_stmt_copy(struct db_stmt *s, int i, char *out, size_t size,
	struct err *err);

/* A statement without parameters and rows, from start to end. */
bool db_run(struct db *db, const char *sql, struct err *err);

/* The one number that a statement without parameters answers. */
bool db_run_int(struct db *db, const char *sql, int64_t *n, struct err *err);

/* Free all of a connection, none of which is lent. */
void db_stmts_clear(struct db_stmts *stmts);

#endif
