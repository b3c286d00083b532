/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore.h - a backup made a store again (decisions.md D4, D14). */
#ifndef SRC_RESTORE_H
#define SRC_RESTORE_H

#include <stdbool.h>

#include "base/err.h"

/* Copy a backup that verifies to a new path: new key, new log epoch. On failure
 * nothing is left there. */
bool restore_store(const char *backup, const char *path, struct err *err);

#endif
