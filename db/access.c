/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access.c - see access.h: the file, and what is written to it. It is opened and
 * locked as a store is. */
#include "db/access.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/access_private.h"
#include "db/file.h"
#include "db/schema.h"
#include "base/banned.h"

enum { LEAST_YEAR = 1970, MOST_YEAR = 9999 };

const struct db_format db_format_access = {
	.application_id = 0x4C494141,	/* "LIAA" */
	.steps = db_schema_access,
};

/* --- The file ----------------------------------------------------------- */

static char *
path_of(const char *store, int year)
{
	if (strcmp(store, ":memory:") == 0)
		return xstrdup(store);
	return xasprintf("%s.access-%04d", store, year);
}

/* What others put in its place must not get the entries. */
static bool
is_no_link(const char *path, struct err *err)
{
	struct stat st;

	if (lstat(path, &st) < 0 || !S_ISLNK(st.st_mode))
		return true;
	return err_set(err, ERR_IO, _("%s is a symbolic link, which is not followed"),
		path);
}

/* The one row of a new file; another process may have written it before us. */
static bool
begin_tree(struct db *db, struct err *err)
{
	uint8_t bytes[IDS_UID_BYTES];
	char log_id[IDS_UID_SIZE];
	struct db_stmt *s;
	int64_t n;

	if (!db_run_int(db, "SELECT count(*) FROM tree", &n, err))
		return false;
	if (n)
		return true;
	ids_secret(bytes, sizeof(bytes));
	ids_of_random(bytes, log_id);
	if (!db_begin(db, err))
		return false;
	if (!db_stmt_get(db, "INSERT INTO tree SELECT :id, 0, x'', NULL, NULL"
			" WHERE NOT EXISTS (SELECT 1 FROM tree)", &s, err)) {
		db_rollback(db);
		return false;
	}
	db_stmt_text(s, ":id", log_id);
	if (db_stmt_run(s, err))
		return db_commit(db, err);
	db_rollback(db);
	return false;
}

static bool
open_or_make(const char *path, struct db **db, struct err *err)
{
	bool in_memory = strcmp(path, ":memory:") == 0;
	struct err why = ERR_INIT;

	if (in_memory || !db_open_as(db, path, &db_format_access, DB_SESSION,
			&why)) {
		if (!in_memory && why.code != ERR_NO_FILE) {
			if (err)
				*err = why;
			return false;
		}
		/* Two may make it at the same moment; then there is one. */
		if (!db_create_as(db, path, &db_format_access, &why) &&
		    (why.code != ERR_CANNOT_CREATE || !db_open_as(db, path,
			&db_format_access, DB_SESSION, NULL))) {
			if (err)
				*err = why;
			return false;
		}
	}
	if (begin_tree(*db, err))
		return true;
	db_close(*db);
	return false;
}

bool
db_access_open(struct db_access **out, const char *store, int year,
	enum db_profile profile, struct err *err)
{
	char *path = path_of(store, year);
	struct db *db = NULL;
	bool ok = is_no_link(path, err) && (profile == DB_SESSION ?
			open_or_make(path, &db, err) :
			db_open_as(&db, path, &db_format_access, profile, err));

	/* One that became a link meanwhile leads to another path. */
	if (ok && strcmp(db_path(db), path) != 0) {
		db_close(db);
		ok = err_set(err, ERR_IO,
			_("%s is a symbolic link, which is not followed"), path);
	}
	free(path);
	if (!ok)
		return false;
	*out = xcalloc(1, sizeof(**out));
	(*out)->db = db;
	return true;
}

void
db_access_close(struct db_access *a)
{
	if (!a)
		return;
	db_close(a->db);
	free(a);
}

/* The year at the end of "NAME.access-YEAR"; 0 of any other name. */
static int
year_of(const char *name, const char *store, size_t len)
{
	static const char word[] = ".access-";
	const char *digits = name + len + sizeof(word) - 1;
	long year;

	if (strncmp(name, store, len) != 0 ||
	    strncmp(name + len, word, sizeof(word) - 1) != 0 ||
	    strlen(digits) != 4 || strspn(digits, "0123456789") != 4)
		return 0;
	year = strtol(digits, NULL, 10);
	return year >= LEAST_YEAR && year <= MOST_YEAR ? (int)year : 0;
}

static int
by_year(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

bool
db_access_years(const char *store, int **years, size_t *n, struct err *err)
{
	const char *slash = strrchr(store, '/');
	const char *name = slash ? slash + 1 : store;
	char *folder = slash ? xstrndup(store, (size_t)(slash - store) + 1) :
		xstrdup(".");
	DIR *dir = opendir(folder);
	const struct dirent *e;
	size_t room = 0;

	*years = NULL;
	*n = 0;
	if (!dir) {
		err_set(err, ERR_IO, _("%s cannot be examined: %s"), folder,
			strerror(errno));
		free(folder);
		return false;
	}
	free(folder);
	while ((e = readdir(dir))) {
		int year = year_of(e->d_name, name, strlen(name));

		if (!year)
			continue;
		*years = xgrow(*years, *n, &room, sizeof(**years));
		(*years)[(*n)++] = year;
	}
	closedir(dir);
	if (*n)
		qsort(*years, *n, sizeof(**years), by_year);
	return true;
}

bool
db_access_remove(const char *store, int year, struct err *err)
{
	char *path = path_of(store, year);
	char *lock = xasprintf("%s.lock", path);
	bool ok = unlink(path) == 0 || errno == ENOENT || err_set(err, ERR_IO,
		_("%s cannot be removed: %s"), path, strerror(errno));

	if (ok) {
		db_file_drop_aside(path);
		unlink(lock);
	}
	free(lock);
	free(path);
	return ok;
}

/* --- The tree ----------------------------------------------------------- */

static bool
read_tree(struct db_stmt *s, struct db_tree *t, struct err *err)
{
	const char *checkpoint, *verifier;
	const void *peaks;
	size_t len;

	t->merkle.size = (uint64_t)db_stmt_col_int(s, 1);
	peaks = db_stmt_col_blob(s, 2, &len);
	if (len != merkle_peaks(&t->merkle) * HASH_SIZE)
		return err_set(err, ERR_DAMAGED,
			_("the access log is damaged: its tree is cut off"));
	if (len)
		memcpy(t->merkle.peaks, peaks, len);
	if (!db_stmt_copy(s, 0, t->log_id, sizeof(t->log_id), err) ||
	    !db_stmt_col_text(s, 3, &checkpoint, err) ||
	    !db_stmt_col_text(s, 4, &verifier, err))
		return false;
	t->checkpoint = xstrdup(checkpoint);
	t->verifier = xstrdup(verifier);
	return true;
}

bool
db_access_tree(struct db_access *a, struct db_tree *t, struct err *err)
{
	struct db_tree got = { .tree = 0 };
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(a->db, "SELECT log_id, size, peaks, checkpoint, verifier"
			" FROM tree", &s, err))
		return false;
	step = db_stmt_step(s, err);
	bool ok = step == DB_ROW && read_tree(s, &got, err);

	db_stmt_done(s);
	if (step == DB_END)
		return err_set(err, ERR_DAMAGED,
			_("the access log is damaged: it has no tree"));
	if (ok)
		*t = got;
	return ok;
}

static bool
put_tree(struct db_access *a, const struct db_tree *t, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(a->db, "UPDATE tree SET size = :size, peaks = :peaks,"
			" checkpoint = :checkpoint, verifier = :verifier", &s, err))
		return false;
	db_stmt_int(s, ":size", (int64_t)t->merkle.size);
	db_stmt_blob(s, ":peaks", t->merkle.size ? (const void *)t->merkle.peaks :
		"", merkle_peaks(&t->merkle) * HASH_SIZE);
	db_stmt_text(s, ":checkpoint", t->checkpoint);
	db_stmt_text(s, ":verifier", t->verifier);
	return db_stmt_run(s, err);
}

bool
db_access_begin(struct db_access *a, struct db_tree *t, struct err *err)
{
	if (!db_begin(a->db, err))
		return false;
	if (db_access_tree(a, t, err))
		return true;
	db_rollback(a->db);
	return false;
}

bool
db_access_commit(struct db_access *a, struct db_tree *t, struct err *err)
{
	bool ok = put_tree(a, t, err);

	db_tree_clear(t);
	if (ok)
		return db_commit(a->db, err);
	db_rollback(a->db);
	return false;
}

void
db_access_rollback(struct db_access *a, struct db_tree *t)
{
	db_rollback(a->db);
	db_tree_clear(t);
}

/* --- Writing ------------------------------------------------------------ */

/* The number of a uid's bytes; 0 when it has none and is not to get one. */
static bool
number(struct db_access *a, const uint8_t uid[IDS_UID_BYTES], bool make,
	int64_t *no, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(a->db, "SELECT no FROM thing WHERE uid = :uid", &s, err))
		return false;
	db_stmt_blob(s, ":uid", uid, IDS_UID_BYTES);
	step = db_stmt_one(s, no, err);
	if (step != DB_END)
		return step == DB_ROW;
	*no = 0;
	if (!make)
		return true;
	if (!db_stmt_get(a->db, "INSERT INTO thing(uid) VALUES(:uid)", &s, err))
		return false;
	db_stmt_blob(s, ":uid", uid, IDS_UID_BYTES);
	if (!db_stmt_run(s, err))
		return false;
	*no = sqlite3_last_insert_rowid(a->db->handle);
	return true;
}

bool
db_access_number(struct db_access *a, const char *uid, bool make, int64_t *no,
	struct err *err)
{
	uint8_t bytes[IDS_UID_BYTES];

	*no = 0;
	if (!uid)
		return true;
	if (!ids_to_bytes(uid, bytes))
		return err_set(err, ERR_INTERNAL, _("%.60s is no uid"), uid);
	return number(a, bytes, make, no, err);
}

/* A number, or NULL for nobody. */
static void
bind_number(struct db_stmt *s, const char *name, int64_t no)
{
	if (no)
		db_stmt_int(s, name, no);
	else
		db_stmt_text(s, name, NULL);
}

static bool
put_entry(struct db_access *a, int64_t seq, const uint8_t leaf[HASH_SIZE],
	const struct db_access_new *e, struct err *err)
{
	int64_t casefile, party, member;
	struct db_stmt *s;

	if (!db_access_number(a, e->who.casefile, true, &casefile, err) ||
	    !db_access_number(a, e->who.party, true, &party, err) ||
	    !db_access_number(a, e->who.member, true, &member, err) ||
	    !db_stmt_get(a->db, "INSERT INTO entry VALUES(:seq, :leaf, :data, :at,"
			" :op, :casefile, :party, :member)", &s, err))
		return false;
	db_stmt_int(s, ":seq", seq);
	db_stmt_blob(s, ":leaf", leaf, HASH_SIZE);
	db_stmt_blob(s, ":data", e->data, e->len);
	db_stmt_int(s, ":at", e->at);
	db_stmt_text(s, ":op", e->op);
	bind_number(s, ":casefile", casefile);
	bind_number(s, ":party", party);
	bind_number(s, ":member", member);
	return db_stmt_run(s, err);
}

static bool
put_item(struct db_access *a, int64_t seq, const uint8_t uid[IDS_UID_BYTES],
	struct err *err)
{
	struct db_stmt *s;
	int64_t no;

	if (!number(a, uid, true, &no, err) || !db_stmt_get(a->db,
			"INSERT INTO item VALUES(:thing, :seq)", &s, err))
		return false;
	db_stmt_int(s, ":thing", no);
	db_stmt_int(s, ":seq", seq);
	return db_stmt_run(s, err);
}

static bool
put_text(struct db_access *a, int64_t seq, const struct db_access_text *text,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(a->db, "INSERT INTO text VALUES(:seq, :field, :salt,"
			" :value)", &s, err))
		return false;
	db_stmt_int(s, ":seq", seq);
	db_stmt_int(s, ":field", text->field);
	db_stmt_blob(s, ":salt", text->salt, DB_SALT_SIZE);
	db_stmt_text(s, ":value", text->value);
	return db_stmt_run(s, err);
}

bool
db_access_append(struct db_access *a, struct db_tree *t,
	const struct db_access_new *e, struct err *err)
{
	int64_t seq = (int64_t)t->merkle.size;
	uint8_t leaf[HASH_SIZE];

	merkle_leaf(e->data, e->len, leaf);
	bool ok = put_entry(a, seq, leaf, e, err);

	for (size_t i = 0; i < e->n_items && ok; i++)
		ok = put_item(a, seq, e->items[i], err);
	for (size_t i = 0; i < e->n_texts && ok; i++)
		ok = put_text(a, seq, &e->texts[i], err);
	if (ok)
		merkle_append(&t->merkle, leaf);
	return ok;
}
