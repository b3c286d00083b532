/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lock.h - the writer lock: flock(2) on STORE.lock. It queues writers
 * fairly, where SQLite's own waiting starves them, and keeps a checkpoint of
 * one process from meeting a commit of another, which SQLite before 3.51.3
 * may answer with a damaged store (the WAL-reset bug). */
#ifndef DB_LOCK_H
#define DB_LOCK_H

#include <stdbool.h>

#include "base/err.h"

struct db_lock {
	char *path;	/* owned; NULL: nothing to lock, all calls succeed */
	int fd;
	bool held;
};

#define DB_LOCK_INIT { NULL, -1, false }

/*
 * Open STORE.lock beside the store of this resolved path, made if it is not
 * there (0600). Never the store itself: closing any descriptor of that would
 * drop the locks that SQLite holds on it. A symbolic or hard link is refused.
 */
bool db_lock_open(struct db_lock *lock, const char *store, struct err *err);

/*
 * Wait for the lock at most ms milliseconds, then BUSY. The wait is one
 * blocking flock, which a timer's signal (SIGRTMIN) ends; the former action
 * and mask of that signal are put back. The kernel drops the lock of a process
 * that dies.
 */
bool db_lock_take(struct db_lock *lock, int ms, struct err *err);
void db_lock_drop(struct db_lock *lock);

/* Drop it, close it, free what it holds. */
void db_lock_close(struct db_lock *lock);

#endif
