/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore.c - see restore.h. */
#include "src/restore.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "db/backup.h"
#include "src/erase.h"
#include "src/erased.h"
#include "src/keyfile.h"
#include "src/newstore.h"
#include "src/purge.h"
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

/* What lies beside the backup, or where the store will be, says what was erased since
 * the backup, whatever the store was called. */
static bool
gather(const struct newstore *made, const char *backup, struct erased *list,
	size_t *lists, struct err *err)
{
	struct erased there = ERASED_INIT;

	if (!erased_read(made->path, &there, err))
		return false;
	bool ok = !*there.store || strcmp(there.store, list->store) == 0 ||
		err_set(err, ERR_CANNOT_CREATE,
			_("%s.erased is there already, of another store that was here before; move it away"),
			made->path);

	erased_clear(&there);
	return ok && erased_gather(made->path, list, lists, err) &&
		erased_gather(backup, list, lists, err);
}

/* *erased is -1 where no list was found. */
static bool
erase_again(struct store *s, const struct newstore *made, const char *backup,
	int64_t *erased, struct err *err)
{
	struct erased list = ERASED_INIT;
	size_t lists = 0;

	*erased = -1;
	strbuf_fill(list.store, sizeof(list.store), s->uid);
	bool ok = gather(made, backup, &list, &lists, err);

	if (ok && lists)
		ok = erase_replay(s, &list, erased, err) &&
			(!*erased || purge_new(made->temp, err)) &&
			erased_write(made->path, &list, err);
	erased_clear(&list);
	return ok;
}

/* Never the old key: two histories signed by one key would look like fraud. */
static bool
begin_anew(const struct newstore *made, const char *backup, int64_t *erased,
	struct err *err)
{
	struct note_key key;
	struct store s;

	if (!keyfile_make(made->temp, &key, err))
		return false;
	note_key_wipe(&key);
	if (!store_open(&s, made->temp, DB_MAINTENANCE, err))
		return false;
	bool ok = store_new_epoch(&s, err) &&
		erase_again(&s, made, backup, erased, err);

	store_close(&s);
	return ok;
}

bool
restore_store(const char *backup, const char *path, int64_t *erased,
	struct err *err)
{
	struct newstore made;

	if (!newstore_begin(&made, path, err))
		return false;
	bool ok = db_restore(backup, made.temp, err) &&
		verify_copy(made.temp, err) &&
		begin_anew(&made, backup, erased, err) &&
		newstore_place(&made, err);

	newstore_drop(&made);
	return ok;
}
