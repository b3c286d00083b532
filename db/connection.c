/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection.c - SQLite's switches, the same for every handle: db_connect
 * (private.h). What no statement of ours needs is shut. */
#include <string.h>
#include <time.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "db/private.h"
#include "db/search_tokenizer.h"

#include "base/banned.h"

enum {
	OLDEST_SQLITE = 3038000,
	STEP_CHECKED_EVERY = 2000,	/* VDBE instructions: well under 1 ms */
	HEAP_MAX = 512 << 20,		/* bytes, of all handles together */
};

int db_step_ms = 2000;

int64_t
db_ticks(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static const struct {
	int what, on;
} switches[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	{ SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	/* A plan that hangs on what is bound is made anew at each binding. */
	{ SQLITE_DBCONFIG_ENABLE_QPSG, 1 },
	/* A checkpoint outside the writer lock may damage the store; db_close
	 * lifts this when it holds that lock. */
	{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

static const struct {
	int what, max;
} limits[] = {
	{ SQLITE_LIMIT_LENGTH, 8 << 20 },	/* of a record's row */
	{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
	{ SQLITE_LIMIT_COLUMN, 100 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 50 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 32 },	/* db/veiled.h: a table each */
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 250 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const char pragmas[] =
	"PRAGMA synchronous=FULL;"
	"PRAGMA foreign_keys=ON;"
	"PRAGMA trusted_schema=OFF;"
	"PRAGMA cell_size_check=ON;"
	"PRAGMA mmap_size=0;"
	"PRAGMA secure_delete=ON;"
	"PRAGMA temp_store=MEMORY;"
	"PRAGMA recursive_triggers=ON;"
	"PRAGMA cache_size=-8192;"
	"PRAGMA journal_size_limit=67108864;";

/* Those that we use after that; FTS5 asks for data_version itself. */
static const char *const pragmas_allowed[] = {
	"application_id", "data_version", "foreign_key_check",
	"integrity_check", "journal_mode", "quick_check", "user_version",
	"wal_checkpoint",
};

static bool
is_pragma_allowed(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(pragmas_allowed); i++) {
		if (!strcmp(name, pragmas_allowed[i]))
			return true;
	}
	return false;
}

static int
authorize(void *context, int act, const char *one, const char *two,
	const char *three, const char *four)
{
	const struct db *db = context;

	(void)two, (void)three, (void)four;
	switch (act) {
	case SQLITE_READ:
	case SQLITE_SELECT:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT:
		return SQLITE_OK;
	case SQLITE_ATTACH:
	case SQLITE_DETACH:
		return db->copying ? SQLITE_OK : SQLITE_DENY;
	case SQLITE_PRAGMA:
		return db->migrating || is_pragma_allowed(one) ? SQLITE_OK :
			SQLITE_DENY;
	default:	/* CREATE, DROP, ALTER, REINDEX, ... */
		return db->migrating || db->copying ? SQLITE_OK : SQLITE_DENY;
	}
}

/* End a statement whose one step takes too long. */
static int
check_time(void *context)
{
	const struct db *db = context;

	return db->profile != DB_MAINTENANCE && !db->migrating &&
		!db->copying && db_ticks() - db->step_began > db_step_ms;
}

/* Nothing is written but between db_begin and db_commit, under the lock. */
static int
check_commit(void *context)
{
	const struct db *db = context;

	return !db->committing;
}

static bool
configure(struct db *db, struct err *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(switches); i++) {
		if (sqlite3_db_config(db->handle, switches[i].what,
				switches[i].on, NULL) != SQLITE_OK)
			return db_fault(db, err);
	}
	for (size_t i = 0; i < ARRAY_SIZE(limits); i++)
		sqlite3_limit(db->handle, limits[i].what, limits[i].max);
	sqlite3_busy_timeout(db->handle, db_wait_ms);
	if (sqlite3_exec(db->handle, pragmas, NULL, NULL, NULL) != SQLITE_OK)
		return db_fault(db, err);
	if (db->profile == DB_READER && sqlite3_exec(db->handle,
			"PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0;",
			NULL, NULL, NULL) != SQLITE_OK)
		return db_fault(db, err);
	return true;
}

bool
db_connect(struct db *db, int flags, const char *name, struct err *err)
{
	int rc;

	if (sqlite3_libversion_number() < OLDEST_SQLITE)
		return err_set(err, ERR_INTERNAL,
			_("SQLite %s is too old; 3.38 or newer is needed"),
			sqlite3_libversion());
	sqlite3_hard_heap_limit64(HEAP_MAX);
	rc = sqlite3_open_v2(name, &db->handle, flags | SQLITE_OPEN_NOMUTEX |
		SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, NULL);
	if (rc != SQLITE_OK)
		return db_fault_of(db->path, db->handle, rc, err);
	if (!configure(db, err))
		return false;
	if (search_tokenizer_add(db->handle) != SQLITE_OK)
		return err_set(err, ERR_INTERNAL,
			_("SQLite has no full-text search (FTS5)"));
	db->step_began = db_ticks();
	sqlite3_progress_handler(db->handle, STEP_CHECKED_EVERY, check_time,
		db);
	sqlite3_commit_hook(db->handle, check_commit, db);
	rc = sqlite3_set_authorizer(db->handle, authorize, db);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v3(db->handle, "ROLLBACK", -1,
			SQLITE_PREPARE_PERSISTENT, &db->back, NULL);
	return rc == SQLITE_OK || db_fault(db, err);
}
