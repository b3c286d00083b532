/* SPDX-License-Identifier: GPL-3.0-or-later */
/* private.h - what the files of db/ share; no other folder includes it. */
#ifndef DB_PRIVATE_H
#define DB_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "db/db.h"
#include "db/entry.h"
#include "db/lock.h"
#include "db/log.h"
#include "db/plan.h"
#include "db/stmt.h"

/*
 * A sort of SQLite file: which mark it bears and how it is made. Step n (from
 * 0) makes version n + 1 of it; tests bring formats of their own.
 */
struct db_format {
	int32_t application_id;
	const char *const *steps;	/* ended by NULL */
	const char *const *touch;	/* a write to each virtual table that
				 * changes nothing, ended by NULL; or NULL */
};

extern const struct db_format db_format_store, db_format_local;

struct db {
	sqlite3 *handle;
	char *path;		/* resolved; ":memory:" of a store in memory */
	const struct db_format *format;
	enum db_profile profile;
	bool read_only;		/* the medium is; opened with immutable=1 */
	struct db_lock lock;	/* of STORE.lock; none for a private file */

	bool writing;		/* from db_begin to its end */
	bool committing;	/* the commit hook lets nothing else pass */
	bool doubtful;		/* virtual tables may remember what is not so */
	bool reading;		/* db_read_begin began a transaction */
	int reads;		/* how deep db_read_begin nests */
	bool migrating;		/* the authorizer lets the schema be changed */
	bool copying;		/* ... and VACUUM INTO attach its target */
	int64_t commits;	/* of this connection */
	int64_t version_seen;	/* data_version, when it was last asked for */
	sqlite3_stmt *back;	/* ROLLBACK, prepared ahead: it may not fail */
	int64_t step_began;	/* monotonic ms; for the statement timer */

	uint8_t salt[DB_SALT_SIZE];	/* what db_log_value lends */
	struct strbuf value;

	struct db_count count;
	struct db_stmts stmts;
	struct db_plans plans;
};

/* How long a writer waits for its turn, and how long one step of a statement
 * of DB_SESSION and DB_READER may take, in ms. Tests make both short. */
extern int db_wait_ms, db_step_ms;

/*
 * Open or make a file of any format. db_create and db_open are these with
 * db_format_store.
 */
bool db_create_as(struct db **db, const char *path,
	const struct db_format *format, struct err *err);
bool db_open_as(struct db **db, const char *path,
	const struct db_format *format, enum db_profile profile,
	struct err *err);

/*
 * Open a file at a resolved path to be read as it is, of any version but newer
 * ones: no lock, no migration, nothing in it or beside it is changed. For
 * copies that nobody writes to.
 */
bool db_open_copy(struct db **db, const char *path,
	const struct db_format *format, struct err *err);

/* connection.c: SQLite's own switches, the same for every handle. */
bool db_connect(struct db *db, int flags, const char *name, struct err *err);

/* Fill *err with what SQLite's last failure on db, or rc, means to a person.
 * False always. */
bool db_fault(const struct db *db, struct err *err);
bool db_fault_of(const char *path, sqlite3 *handle, int rc, struct err *err);

/*
 * Copy db into a new file at path by VACUUM INTO: made aside, checked, synced,
 * moved into place. An existing file is replaced only if replace is set.
 */
bool db_copy(struct db *db, const char *path, bool replace, struct err *err);

/* Count a record in, or out: each insert, and each change of audience. */
bool db_tally_add(struct db *db, const struct db_entry *e, struct err *err);
bool db_tally_drop(struct db *db, const struct db_entry *e, struct err *err);

/* quick_check, and foreign_key_check: the first finding is the error
 * (CHECK). */
bool db_check_quick(struct db *db, struct err *err);
bool db_check_references(struct db *db, struct err *err);

/* A monotonic clock, in ms. */
int64_t db_ticks(void);

#endif
