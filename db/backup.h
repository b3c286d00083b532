/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup.h - copies of a store: VACUUM INTO, checked, renamed into place
 * (D17). */
#ifndef DB_BACKUP_H
#define DB_BACKUP_H

#include <stdbool.h>

#include "base/err.h"
#include "db/db.h"

/*
 * Write a copy of db, as it is at one moment, to a new file that its owner
 * alone can read: made aside, checked by SQLite, synced, moved into place. It
 * needs no lock, and others go on writing. Not within a transaction.
 * CANNOT_CREATE if path exists; IO. Neither the key nor local state is in it.
 */
bool db_backup(struct db *db, const char *path, struct err *err);

/*
 * Make the new store path from a backup, as above. NO_FILE, DAMAGED, TOO_NEW
 * say what is wrong with the backup; RULE: it is no backup but a store in use.
 */
bool db_restore(const char *backup, const char *path, struct err *err);

/* Open a backup that nobody writes to, to be read as it is: nothing in it or
 * beside it is changed. */
bool db_backup_open(struct db **db, const char *path, struct err *err);

#endif
