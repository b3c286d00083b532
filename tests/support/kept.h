/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kept.h - what a setup makes is made once in a process: each test begins in a
 * folder of its own with a copy of it. Include after test.h. */
#ifndef TESTS_SUPPORT_KEPT_H
#define TESTS_SUPPORT_KEPT_H

#include "base/clock.h"
#include "tests/support/folder.h"

struct kept {
	void (*make)(void);	/* in an empty folder; stops the clock */
	void *folder;		/* NULL until it is begun */
	int64_t time;		/* what the clock showed then; 0: it failed */
	struct kept *next;
};

static struct kept *kept_all;
static pid_t kept_by;

/* Copy a file of the folder that is left to the one that is entered. */
static inline void
kept_copy_file(int from, const char *name)
{
	char block[1 << 16];
	struct stat st;
	int in = openat(from, name, O_RDONLY), out;
	ssize_t n;

	assert_true(in >= 0 && fstat(in, &st) == 0);
	out = open(name, O_WRONLY | O_CREAT | O_EXCL, st.st_mode & 0777);
	assert_true(out >= 0);
	while ((n = read(in, block, sizeof(block))) > 0)
		assert_int_equal(write(out, block, (size_t)n), n);
	assert_int_equal(n, 0);
	close(in);
	close(out);
}

static inline void
kept_copy(const char *folder)
{
	DIR *dir = opendir(folder);

	assert_non_null(dir);
	for (struct dirent *e; (e = readdir(dir)); ) {
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			kept_copy_file(dirfd(dir), e->d_name);
	}
	closedir(dir);
}

/* At the end of the process; a child that a test forked removes nothing. */
static inline void
kept_remove(void)
{
	if (getpid() != kept_by)
		return;
	for (struct kept *k = kept_all; k; k = k->next)
		folder_leave(&k->folder);
}

/* Setup: enter a new folder with what make leaves in one, the clock stopped where
 * make left it. */
static inline int
kept_enter(struct kept *k, void **state)
{
	if (!k->folder) {
		if (folder_enter(&k->folder) ||
		    (!kept_all && atexit(kept_remove)))
			return -1;
		kept_by = getpid();
		k->next = kept_all;
		kept_all = k;
		k->make();
		k->time = clock_now();
	}
	if (!k->time || folder_enter(state))
		return -1;
	kept_copy(k->folder);
	clock_stop(k->time, 1);
	return 0;
}

#endif
