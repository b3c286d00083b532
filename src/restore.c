/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore.c - see restore.h. */
#include "src/restore.h"

#include "base/strbuf.h"
#include "db/backup.h"
#include "src/keyfile.h"
#include "src/newstore.h"
#include "src/store.h"
#include "src/verify.h"
#include "src/words.h"
#include "base/banned.h"

/* An older format is brought up to date by the opening. */
static bool
verify_copy(const char *path, struct err *err)
{
	struct strbuf sum = STRBUF_INIT;
	struct db *db;

	if (!db_open(&db, path, DB_MAINTENANCE, err))
		return false;
	bool ok = words_refresh(db, err) && verify_all(db, false, &sum, err);

	db_close(db);
	strbuf_clear(&sum);
	return ok;
}

/* Never the old key: two histories signed by one key would look like fraud. */
static bool
begin_anew(const char *path, struct err *err)
{
	struct note_key key;
	struct store s;

	if (!keyfile_make(path, &key, err))
		return false;
	note_key_wipe(&key);
	if (!store_open(&s, path, DB_MAINTENANCE, err))
		return false;
	bool ok = store_new_epoch(&s, err);

	store_close(&s);
	return ok;
}

bool
restore_store(const char *backup, const char *path, struct err *err)
{
	struct newstore made;

	if (!newstore_begin(&made, path, err))
		return false;
	bool ok = db_restore(backup, made.temp, err) &&
		verify_copy(made.temp, err) && begin_anew(made.temp, err) &&
		newstore_place(&made, err);

	newstore_drop(&made);
	return ok;
}
