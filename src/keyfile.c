/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keyfile.c - see keyfile.h. */
#include "src/keyfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum { KEYFILE_MAX = 512 };

static bool
write_all(int fd, const char *data, size_t len)
{
	while (len) {
		ssize_t n = write(fd, data, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		data += n;
		len -= (size_t)n;
	}
	return fsync(fd) == 0;
}

bool
keyfile_put(const char *store, const struct note_key *key, struct err *err)
{
	char *path = xasprintf("%s.key", store);
	struct strbuf text = STRBUF_INIT;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		0600);
	bool ok = fd >= 0;

	if (!ok) {
		err_set(err, errno == ENOSPC ? ERR_IO : ERR_CANNOT_CREATE,
			_("cannot make %s: %s"), path, strerror(errno));
	} else {
		note_key_write(key, &text);
		ok = write_all(fd, text.text, text.len);
		if (!ok)
			err_set(err, ERR_IO, _("cannot write %s: %s"), path,
				strerror(errno));
		close(fd);
		if (!ok)
			unlink(path);
	}
	note_wipe(&text);
	free(path);
	return ok;
}

bool
keyfile_make(const char *store, struct note_key *key, struct err *err)
{
	uint8_t mark[4];
	char name[32];

	ids_random(mark, sizeof(mark));
	snprintf(name, sizeof(name), "liaison-%02x%02x%02x%02x", mark[0],
		mark[1], mark[2], mark[3]);
	note_key_new(key, name);
	if (keyfile_put(store, key, err))
		return true;
	note_key_wipe(key);
	return false;
}

static bool
read_text(int fd, const char *path, struct note_key *key, struct err *err)
{
	char text[KEYFILE_MAX + 1];
	struct stat st;
	ssize_t n = read(fd, text, KEYFILE_MAX);
	bool ok;

	if (n < 0 || fstat(fd, &st) != 0)
		return err_set(err, ERR_IO, _("cannot read %s: %s"), path,
			strerror(errno));
	text[n] = '\0';
	if (st.st_mode & 077)
		ok = err_set(err, ERR_DENIED,
			_("%s can be read by others: chmod 600 it"), path);
	else
		ok = note_key_read(key, text, err);
	explicit_bzero(text, sizeof(text));
	return ok;
}

bool
keyfile_read(const char *store, struct note_key *key, struct err *err)
{
	char *path = xasprintf("%s.key", store);
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool ok;

	if (fd < 0) {
		ok = err_set(err, ERR_NO_FILE, _("no key %s: %s"), path,
			strerror(errno));
	} else {
		ok = read_text(fd, path, key, err);
		close(fd);
	}
	free(path);
	return ok;
}
