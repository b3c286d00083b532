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

bool
storepath_owns(const char *store, const char *path)
{
	static const char *const suffixes[] = {
		"", ".key", ".local", ".erased", ".lock", "-wal", "-shm"
	};
	struct stat ours, theirs;

	if (stat(path, &theirs) != 0)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++) {
		char *name = xasprintf("%s%s", store, suffixes[i]);
		int there = stat(name, &ours) == 0;

		free(name);
		if (there && ours.st_dev == theirs.st_dev &&
		    ours.st_ino == theirs.st_ino)
			return true;
	}
	return false;
}
