/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file.c - see file.h. */
#include "db/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

/* The header of an SQLite file (sqlite.org/fileformat2.html section 1.3). */
enum { HEADER_SIZE = 100, HEADER_MARK_AT = 68 };

static const struct {
	long type;
	const char *name;
} refused_systems[] = {
	{ 0x6969, "NFS" },
	{ 0x517B, "SMB" },
	{ (long)0xFF534D42, "CIFS" },
	{ (long)0xFE534D42, "SMB2" },
	{ 0x65735546, "FUSE" },
	{ 0x5346414F, "AFS" },
	{ 0x00C36400, "Ceph" },
	{ 0x73757245, "Coda" },
	{ 0x0BD00BD0, "Lustre" },
};

const char *
db_file_refused_system(long type)
{
	for (size_t i = 0; i < ARRAY_SIZE(refused_systems); i++) {
		if ((uint32_t)type == (uint32_t)refused_systems[i].type)
			return refused_systems[i].name;
	}
	return NULL;
}

/* The folder of a path ("." of a bare name); the caller frees. */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return xstrdup(".");
	return slash == path ? xstrdup("/") :
		xstrndup(path, (size_t)(slash - path));
}

/* NULL if we may write there, else why not. */
static const char *
why_not_writable(const char *path)
{
	return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 ? NULL :
		strerror(errno);
}

static bool
check_system(const char *path, struct err *err)
{
	struct statfs fs;
	const char *name;

	if (statfs(path, &fs) < 0)
		return err_set(err, ERR_IO, _("%s cannot be examined: %s"),
			path, strerror(errno));
	name = db_file_refused_system((long)fs.f_type);
	if (!name)
		return true;
	return err_set(err, ERR_IO, _("%s lies on a file system (%s) whose "
		"locks cannot be relied on; a store needs a local disk"), path,
		name);
}

static bool
check_file(const char *path, struct err *err)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return err_set(err, ERR_NO_FILE, _("%s cannot be opened: %s"),
			path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_DAMAGED, _("%s is no liaison store"),
			path);
	if (st.st_nlink > 1)
		return err_set(err, ERR_IO, _("%s has a second name (a hard "
			"link), under which it would have another lock"), path);
	return check_system(path, err);
}

bool
db_file_find(const char *path, struct db_file *f, struct err *err)
{
	char *resolved = realpath(path, NULL), *folder, *wal;
	struct stat st;

	if (!resolved)
		return err_set(err, ERR_NO_FILE, _("%s cannot be opened: %s"),
			path, strerror(errno));
	if (!check_file(resolved, err)) {
		free(resolved);
		return false;
	}
	folder = folder_of(resolved);
	wal = xasprintf("%s-wal", resolved);
	f->path = resolved;
	f->why_not = why_not_writable(resolved);
	if (!f->why_not)
		f->why_not = why_not_writable(folder);
	f->writable = !f->why_not;
	f->has_wal = stat(wal, &st) == 0 && st.st_size > 0;
	free(folder);
	free(wal);
	return true;
}

/* The first bytes of a file into header. False if there are not that many. */
static bool
read_header(const char *path, uint8_t header[HEADER_SIZE], struct err *err)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	sqlite3_filename name = sqlite3_create_filename(path, "", "", 0, NULL);
	sqlite3_file *file = xcalloc(1, (size_t)vfs->szOsFile);
	int rc = name ? vfs->xOpen(vfs, name, file, SQLITE_OPEN_MAIN_DB |
		SQLITE_OPEN_READONLY, NULL) : SQLITE_NOMEM;

	if (rc == SQLITE_OK)
		rc = file->pMethods->xRead(file, header, HEADER_SIZE, 0);
	if (file->pMethods)
		file->pMethods->xClose(file);
	free(file);
	sqlite3_free_filename(name);
	if (rc == SQLITE_OK)
		return true;
	if (rc == SQLITE_IOERR_SHORT_READ)
		return err_set(err, ERR_DAMAGED, _("%s is no liaison store"),
			path);
	if ((rc & 0xff) == SQLITE_CANTOPEN)
		return err_set(err, ERR_NO_FILE, _("%s cannot be opened: %s"),
			path, strerror(errno));
	return db_fault_of(path, NULL, rc, err);
}

bool
db_file_check_mark(const char *path, int32_t application_id, struct err *err)
{
	static const char magic[16] = "SQLite format 3";
	uint8_t header[HEADER_SIZE];
	const uint8_t *mark = header + HEADER_MARK_AT;

	if (sqlite3_initialize() != SQLITE_OK)
		return db_fault_of(path, NULL, SQLITE_NOMEM, err);
	if (!read_header(path, header, err))
		return false;
	if (memcmp(header, magic, sizeof(magic)) != 0 ||
	    ((uint32_t)mark[0] << 24 | (uint32_t)mark[1] << 16 |
	     (uint32_t)mark[2] << 8 | mark[3]) != (uint32_t)application_id)
		return err_set(err, ERR_DAMAGED, _("%s is no liaison store"),
			path);
	return true;
}

bool
db_file_new(const char *path, char **resolved, struct err *err)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char *folder = folder_of(path), *real = realpath(folder, NULL);
	bool ok = false;
	struct stat st;

	if (!real) {
		err_set(err, ERR_CANNOT_CREATE, _("%s cannot be made: %s"),
			path, strerror(errno));
	} else if (!*name || !strcmp(name, ".") || !strcmp(name, "..")) {
		err_set(err, ERR_CANNOT_CREATE, _("%s names no file"), path);
	} else if (lstat(path, &st) == 0) {
		err_set(err, ERR_CANNOT_CREATE, _("%s is already there"), path);
	} else if (check_system(real, err)) {
		*resolved = xasprintf("%s/%s", strcmp(real, "/") ? real : "",
			name);
		ok = true;
	}
	free(folder);
	free(real);
	return ok;
}

bool
db_file_make_aside(const char *path, char **temp, struct err *err)
{
	char *name = xasprintf("%s.new-XXXXXX", path);
	int fd = mkostemp(name, O_CLOEXEC);	/* 0600 */

	if (fd < 0) {
		err_set(err, errno == ENOSPC || errno == EDQUOT ? ERR_IO :
			ERR_CANNOT_CREATE, _("%s cannot be made: %s"), path,
			strerror(errno));
		free(name);
		return false;
	}
	close(fd);	/* SQLite has not opened it yet, so no lock is lost */
	*temp = name;
	return true;
}

static bool
sync_path(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC), why;
	bool ok = fd >= 0 && fsync(fd) == 0;

	why = errno;
	if (fd >= 0)
		close(fd);
	errno = why;
	return ok;
}

/* A rename that replaces nothing, also where the file system knows no
 * renameat2. */
static bool
move_new(const char *temp, const char *path)
{
	if (renameat2(AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	return link(temp, path) == 0 && unlink(temp) == 0;
}

bool
db_file_place(const char *temp, const char *path, bool replace, struct err *err)
{
	char *folder;
	bool ok;

	if (!sync_path(temp, O_RDWR))
		return err_set(err, ERR_IO, _("%s cannot be written: %s"), path,
			strerror(errno));
	if (replace ? rename(temp, path) < 0 : !move_new(temp, path)) {
		if (errno == EEXIST)
			return err_set(err, ERR_CANNOT_CREATE,
				_("%s is already there"), path);
		return err_set(err, ERR_CANNOT_CREATE,
			_("%s cannot be made: %s"), path, strerror(errno));
	}
	folder = folder_of(path);
	ok = sync_path(folder, O_RDONLY | O_DIRECTORY);
	free(folder);
	return ok || err_set(err, ERR_IO, _("%s cannot be written: %s"), path,
		strerror(errno));
}

/* Move path with a tail; there need not be one. */
static bool
move_tail(const char *path, const char *to, const char *tail)
{
	char *old = xasprintf("%s%s", path, tail);
	char *new = xasprintf("%s%s", to, tail);
	bool ok = move_new(old, new) || errno == ENOENT;

	free(old);
	free(new);
	return ok;
}

bool
db_file_set_aside(const char *path, struct err *err)
{
	for (int n = 1; n < 1000; n++) {
		char *to = xasprintf("%s.damaged-%d", path, n);
		struct stat st;
		bool ok;

		if (lstat(to, &st) == 0) {
			free(to);
			continue;
		}
		/* The WAL first: a new file must not find an old one. */
		ok = move_tail(path, to, "-wal") && move_tail(path, to, "-shm")
			&& move_tail(path, to, "");
		free(to);
		if (ok)
			return true;
		break;
	}
	return err_set(err, ERR_CANNOT_CREATE, _("%s cannot be set aside: %s"),
		path, strerror(errno));
}

void
db_file_drop_aside(const char *temp)
{
	static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

	for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
		char *name = xasprintf("%s%s", temp, tails[i]);

		unlink(name);
		free(name);
	}
}
