/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storepath.c - see storepath.h. */
#include "ui/storepath.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/banned.h"

static const char *
variable(const char *name, bool absolute)
{
	const char *value = getenv(name);

	if (!value || !*value || (absolute && *value != '/'))
		return NULL;
	return value;
}

/* Make every folder of the path that is not there. */
static bool
make_folders(char *path, struct err *err)
{
	for (char *p = strchr(path + 1, '/'); p; p = strchr(p + 1, '/')) {
		*p = '\0';
		int failed = mkdir(path, 0700) != 0 && errno != EEXIST;
		if (failed)
			err_set(err, ERR_CANNOT_CREATE,
				_("cannot create the folder %s: %s"), path,
				strerror(errno));
		*p = '/';
		if (failed)
			return false;
	}
	return true;
}

char *
storepath_find(const char *given, bool make, struct err *err)
{
	const char *named = given ? given : variable("LIAISON_STORE", false);
	const char *data = variable("XDG_DATA_HOME", true);
	const char *home = variable("HOME", true);

	if (named)
		return xstrdup(named);
	if (!data && !home) {
		err_set(err, ERR_USAGE,
			_("no store is named and there is no home; give --store PATH"));
		return NULL;
	}
	char *path = xasprintf("%s%s/liaison/case.store", data ? data : home,
		data ? "" : "/.local/share");
	if (make && !make_folders(path, err)) {
		free(path);
		return NULL;
	}
	return path;
}

/* --- What belongs to a store -------------------------------------------- */

/* By how their names go on behind its own (liaison-store(5)). Some are there only at
 * times, or not before next year: a name is enough. */
static const struct tail {
	const char *text;
	bool begins;		/* more follows: a number, a year */
} tails[] = {
	{ "", false }, { "-wal", false }, { "-shm", false }, { "-journal", false },
	{ ".lock", false }, { ".key", false }, { ".erased", false },
	{ ".local", false }, { ".local-", true }, { ".local.", true },
	{ ".access-", true }, { ".before-v", true }, { ".new-", true },
};

static bool
is_tail(const char *rest)
{
	for (size_t i = 0; i < ARRAY_SIZE(tails); i++)
		if (tails[i].begins ? strncmp(rest, tails[i].text,
		    strlen(tails[i].text)) == 0 : strcmp(rest, tails[i].text) == 0)
			return true;
	return false;
}

/* Where the file is, or would be; NULL: there is no such folder. */
static char *
resolve(const char *path)
{
	char *whole = realpath(path, NULL);
	const char *slash = strrchr(path, '/');

	if (whole)
		return whole;
	char *folder = !slash ? xstrdup(".") :
		xstrndup(path, slash == path ? 1 : (size_t)(slash - path));
	char *real = realpath(folder, NULL);

	if (real)
		whole = xasprintf("%s/%s", real, slash ? slash + 1 : path);
	free(folder);
	free(real);
	return whole;
}

static bool
is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 &&
		x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

bool
storepath_same(const char *a, const char *b)
{
	char *x = resolve(a), *y = resolve(b);
	bool same = x && y && strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

bool
storepath_owns(const char *store, const char *path)
{
	char *ours = resolve(store), *theirs = resolve(path);
	size_t len = ours ? strlen(ours) : 0;
	bool owns = is_same_file(store, path) || (ours && theirs &&
		strncmp(theirs, ours, len) == 0 && is_tail(theirs + len));

	free(ours);
	free(theirs);
	return owns;
}
