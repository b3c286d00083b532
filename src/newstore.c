/* SPDX-License-Identifier: GPL-3.0-or-later */
/* newstore.c - see newstore.h. */
#include "src/newstore.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"
#include "db/file.h"
#include "base/banned.h"

static char *
name_aside(const char *path)
{
	char uid[IDS_UID_SIZE];

	ids_new(uid);
	return xasprintf("%s.new-%.8s", path, uid);
}

bool
newstore_begin(struct newstore *n, const char *path, struct err *err)
{
	*n = (struct newstore){ 0 };
	if (!db_file_new(path, &n->path, err))
		return false;
	n->temp = name_aside(n->path);
	return true;
}

void
newstore_begin_beside(struct newstore *n, const char *store)
{
	*n = (struct newstore){ .temp = name_aside(store) };
}

/* What could not be folded into the file would be lost. */
static bool
is_whole(const struct newstore *n, struct err *err)
{
	char *wal = xasprintf("%s-wal", n->temp);
	struct stat st;
	bool ok = stat(wal, &st) != 0 || st.st_size == 0;

	free(wal);
	return ok || err_set(err, ERR_IO, _("%s could not be finished"),
		n->path);
}

/* The key gets its name; *there: it has one. */
static bool
place_key(const struct newstore *n, const char *key, bool *there,
	struct err *err)
{
	char *temp = xasprintf("%s.key", n->temp);
	struct stat st;

	*there = lstat(temp, &st) == 0;
	bool ok = !*there || link(temp, key) == 0;

	if (!ok)
		err_set(err, ERR_CANNOT_CREATE, errno == EEXIST ?
			_("%s is there already, of a store that was here before; move it away") :
			_("cannot make %s"), key);
	free(temp);
	return ok;
}

bool
newstore_place(struct newstore *n, struct err *err)
{
	char *key = xasprintf("%s.key", n->path);
	bool has_key;
	bool ok = is_whole(n, err) && place_key(n, key, &has_key, err);

	if (ok) {
		ok = db_file_place(n->temp, n->path, false, err);
		if (!ok && has_key)
			unlink(key);
	}
	free(key);
	return ok;
}

void
newstore_drop(struct newstore *n)
{
	static const char *const tails[] = { ".key", ".lock", ".local", ".local.lock" };

	if (!n->temp)
		return;
	db_file_drop_aside(n->temp);
	for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
		char *name = xasprintf("%s%s", n->temp, tails[i]);

		unlink(name);
		free(name);
	}
	free(n->path);
	free(n->temp);
	*n = (struct newstore){ 0 };
}
