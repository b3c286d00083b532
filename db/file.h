/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file.h - the files of a store before SQLite has them: found, refused, made
 * aside, moved into place. */
#ifndef DB_FILE_H
#define DB_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct db_file {
	char *path;		/* resolved: through any link, one lock */
	bool writable;		/* the file and its folder, by us */
	const char *why_not;	/* else the reason; a word of the C library's */
	bool has_wal;		/* -wal is there and not empty */
};

/*
 * What stands at path. NO_FILE; DAMAGED if it is no regular file. IO if the
 * file has a second name (hard link) or lies on a network file system, where
 * SQLite's locks do not hold. The caller frees f->path.
 */
bool db_file_find(const char *path, struct db_file *f, struct err *err);

/* What we call the file system of a statfs(2) type if we refuse it, or NULL. */
const char *db_file_refused_system(long type);

/*
 * DAMAGED unless the resolved path is an SQLite file that bears application_id.
 * It looks at the first bytes alone, through SQLite's own file layer (a
 * descriptor of ours, closed, would drop the locks of this process), so nothing
 * of a foreign file is ever parsed, recovered or rolled back.
 */
bool db_file_check_mark(const char *path, int32_t application_id,
	struct err *err);

/* The resolved path of a file to be made, which the caller frees; CANNOT_CREATE
 * if there is something. */
bool db_file_new(const char *path, char **resolved, struct err *err);

/* An empty file (0600) beside path: *temp is its name, which the caller
 * frees. */
bool db_file_make_aside(const char *path, char **temp, struct err *err);

/*
 * Make what was written to temp durable, and give it its name: all at once, or
 * not at all. CANNOT_CREATE if path is there, unless replace.
 */
bool db_file_place(const char *temp, const char *path, bool replace,
	struct err *err);

/* Give a damaged file, and a WAL beside it, a name of its own:
 * path.damaged-N. */
bool db_file_set_aside(const char *path, struct err *err);

/* Remove a file made aside, and what SQLite may have left beside that. */
void db_file_drop_aside(const char *temp);

#endif
