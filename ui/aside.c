/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aside.c - see aside.h. */
#include "ui/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/out.h"
#include "base/banned.h"

/* The folder of a path; the caller frees. */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return xstrdup(".");
	if (slash == path)
		return xstrdup("/");
	return xstrndup(path, (size_t)(slash - path));
}

static bool
cannot_create(const char *path, struct err *err)
{
	bool disk = errno == ENOSPC || errno == EDQUOT || errno == EIO;
	enum err_code code = disk ? ERR_IO : ERR_CANNOT_CREATE;

	return err_set(err, code, _("cannot create %s: %s"), path,
		strerror(errno));
}

bool
aside_open(struct aside *a, const char *path, struct err *err)
{
	struct stat st;

	*a = (struct aside)ASIDE_INIT;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return cannot_create(path, err);
	}
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		a->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
		if (a->fd < 0)
			return cannot_create(path, err);
		a->path = xstrdup(path);
		return true;
	}
	/* A link stays one: the file that it names is replaced. */
	char *real = realpath(path, NULL);
	a->path = xstrdup(real ? real : path);
	free(real);
	char *folder = folder_of(a->path);
	a->temp = xasprintf("%s/.liaison-XXXXXX", folder);
	free(folder);
	a->fd = mkostemp(a->temp, O_CLOEXEC);
	if (a->fd >= 0)
		return true;
	cannot_create(path, err);
	free(a->temp);
	a->temp = NULL;
	aside_drop(a);
	return false;
}

bool
aside_write(struct aside *a, const void *data, size_t len, struct err *err)
{
	return out_bytes(a->fd, a->path, data, len, err);
}

/* The new name is on the disk only when its folder is. */
static bool
sync_folder(const char *path, struct err *err)
{
	char *folder = folder_of(path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

	if (!ok)
		err_set(err, ERR_IO, _("cannot write %s: %s"), folder,
			strerror(errno));
	if (fd >= 0)
		close(fd);
	free(folder);
	return ok;
}

bool
aside_done(struct aside *a, struct err *err)
{
	bool ok = true;

	if (a->temp && fsync(a->fd) != 0)
		ok = err_set(err, ERR_IO, _("cannot write %s: %s"), a->path,
			strerror(errno));
	if (close(a->fd) != 0 && ok)
		ok = err_set(err, ERR_IO, _("cannot write %s: %s"), a->path,
			strerror(errno));
	a->fd = -1;
	if (ok && a->temp) {
		if (rename(a->temp, a->path) != 0) {
			ok = cannot_create(a->path, err);
		} else {
			free(a->temp);
			a->temp = NULL;
			ok = sync_folder(a->path, err);
		}
	}
	aside_drop(a);
	return ok;
}

void
aside_drop(struct aside *a)
{
	if (a->fd >= 0)
		close(a->fd);
	if (a->temp)
		unlink(a->temp);
	free(a->temp);
	free(a->path);
	*a = (struct aside)ASIDE_INIT;
}

/* --- Input that must be read twice -------------------------------------- */

static int
unnamed_in(const char *folder)
{
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR))
		return fd;
	/* Some file systems know no unnamed files. */
	char *name = xasprintf("%s/.liaison-XXXXXX", folder);
	fd = mkostemp(name, O_CLOEXEC);
	if (fd >= 0)
		unlink(name);
	free(name);
	return fd;
}

int
aside_spool(const char *beside, struct err *err)
{
	const char *asked = getenv("TMPDIR");
	char *folder = asked && asked[0] == '/' ? xstrdup(asked) :
		folder_of(beside);
	int fd = unnamed_in(folder);

	if (fd < 0)
		err_set(err, ERR_CANNOT_CREATE,
			_("cannot create a temporary file in %s: %s"), folder,
			strerror(errno));
	free(folder);
	return fd;
}
