/* SPDX-License-Identifier: GPL-3.0-or-later */
/* folder.h - a folder of a test's own, and names in it. Include after
 * test.h. */
#ifndef TESTS_SUPPORT_FOLDER_H
#define TESTS_SUPPORT_FOLDER_H

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* Begin in a new empty folder, which is the working directory from then on, so
 * that names in tests are plain; for use as a test's setup and teardown. */
static inline int
folder_enter(void **state)
{
	const char *base = getenv("TMPDIR");
	char name[PATH_MAX];

	snprintf(name, sizeof(name), "%s/liaison-test-XXXXXX",
		base && *base ? base : "/tmp");
	if (!mkdtemp(name) || chdir(name) < 0)
		return -1;
	*state = strdup(name);
	return *state ? 0 : -1;
}

/* Remove it with the files in it. */
static inline int
folder_leave(void **state)
{
	DIR *dir;

	if (chdir(*state) < 0 || chmod(".", 0700) < 0 || !(dir = opendir(".")))
		return -1;
	for (struct dirent *e; (e = readdir(dir)); )
		unlinkat(dirfd(dir), e->d_name, 0);
	closedir(dir);
	if (chdir("/") < 0 || rmdir(*state) < 0)
		return -1;
	free(*state);
	return 0;
}

static inline bool
folder_has(const char *name)
{
	struct stat st;

	return lstat(name, &st) == 0;
}

/* -1 if there is none. */
static inline long
folder_size(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 ? (long)st.st_size : -1;
}

static inline void
folder_write(const char *name, const void *data, size_t len)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, data, len), len);
	close(fd);
}

/* How many files there are whose names begin like this. */
static inline int
folder_count(const char *beginning)
{
	DIR *dir = opendir(".");
	int n = 0;

	assert_non_null(dir);
	for (struct dirent *e; (e = readdir(dir)); )
		n += !strncmp(e->d_name, beginning, strlen(beginning)) &&
			strcmp(e->d_name, ".") && strcmp(e->d_name, "..");
	closedir(dir);
	return n;
}

#define folder_test(f) \
	cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)

#endif
