/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_private.h - what the files of an access log share; no other includes it. */
#ifndef DB_ACCESS_PRIVATE_H
#define DB_ACCESS_PRIVATE_H

#include "db/access.h"
#include "db/private.h"

struct db_access {
	struct db *db;
};

extern const struct db_format db_format_access;

/* The number of a uid; 0 of NULL, and when it has none and make is not set. */
bool db_access_number(struct db_access *a, const char *uid, bool make, int64_t *no,
	struct err *err);

#endif
