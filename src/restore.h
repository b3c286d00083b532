/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore.h - a backup made a store again (decisions.md D4, D14). */
#ifndef SRC_RESTORE_H
#define SRC_RESTORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/*
 * Copy a backup that verifies to a new path: new key, new log epoch. What lists beside
 * the backup or the new store (erased.h) say was erased since is erased in it anew:
 * *erased is of how many records and parts, -1 where no list was found. On failure
 * nothing is left there.
 */
bool restore_store(const char *backup, const char *path, int64_t *erased,
	struct err *err);

#endif
