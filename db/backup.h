/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup.h - copies of a store: VACUUM INTO, checked, renamed into place (D17). */
#ifndef DB_BACKUP_H
#define DB_BACKUP_H

#include <stdbool.h>

#include "base/err.h"
#include "db/db.h"

/* Write a copy of db (opened with DB_MAINTENANCE) to a new file, 0600: made aside, checked by SQLite, synced, renamed.
 * CANNOT_CREATE if path exists. Neither the key nor local state is in it. */
bool db_backup(struct db *db, const char *path, struct err *err);

/* Copy a checked backup to the new path of a store (CANNOT_CREATE if it exists). */
bool db_restore(const char *backup, const char *path, struct err *err);

#endif
