/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forget_files.c - see forget.h: the files that lie beside the store. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/csv.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/file.h"
#include "src/forget.h"
#include "base/banned.h"

enum {
	PIECE = 1 << 16,	/* bytes read at a time */
	REJECTS_MOST = 64 << 20,	/* a larger file is told of and left */
};

/* What belongs to the store by its name's tail, and who sees to it. */
static const struct tail {
	const char *tail;
	bool begins;		/* more follows: a number, a year */
	enum { OURS, COPY, CRASHED } what;
} tails[] = {
	{ "", false, OURS }, { "-wal", false, OURS }, { "-shm", false, OURS },
	{ ".lock", false, OURS }, { ".key", false, OURS },
	{ ".local", false, OURS }, { ".local-wal", false, OURS },
	{ ".local-shm", false, OURS }, { ".local.lock", false, OURS },
	{ ".erased", false, OURS }, { ".access-", true, OURS },
	{ ".before-v", true, COPY },
	{ ".new-", true, CRASHED }, { ".local.damaged-", true, CRASHED },
};

static const struct tail *
tail_of(const char *rest)
{
	for (size_t i = 0; i < ARRAY_SIZE(tails); i++)
		if (tails[i].begins ? strncmp(rest, tails[i].tail,
		    strlen(tails[i].tail)) == 0 : strcmp(rest, tails[i].tail) == 0)
			return &tails[i];
	return NULL;
}

/* A regular file that is ours; -1 if it is none. */
static int
open_own(const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_uid == geteuid())
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

static bool
in_bytes(const struct forget *f, const char *bytes, size_t len)
{
	for (size_t i = 0; i < f->n; i++)
		if (memmem(bytes, len, f->texts[i].value,
		    strlen(f->texts[i].value)))
			return true;
	return false;
}

static size_t
longest(const struct forget *f)
{
	size_t most = 0;

	for (size_t i = 0; i < f->n; i++)
		if (strlen(f->texts[i].value) > most)
			most = strlen(f->texts[i].value);
	return most;
}

/* Do the bytes of a file hold a value? It is read in pieces that overlap. */
static bool
holds(const struct forget *f, const char *path)
{
	size_t keep = longest(f), have = 0;
	char *buffer;
	bool found = false;
	ssize_t n = 0;
	int fd = f->n ? open_own(path) : -1;

	if (fd < 0)
		return false;
	buffer = xcalloc(keep + PIECE, 1);
	while (!found && (n = read(fd, buffer + have, PIECE)) > 0) {
		have += (size_t)n;
		found = in_bytes(f, buffer, have);
		if (have > keep) {
			memmove(buffer, buffer + have - keep, keep);
			have = keep;
		}
	}
	free(buffer);
	close(fd);
	return found;
}

static bool
drop(struct forget *f, const char *path, struct err *err)
{
	if (unlink(path) != 0 && errno != ENOENT)
		return err_set(err, ERR_IO, _("cannot remove %s: %s"), path,
			strerror(errno));
	forget_tell(f, _("%s is removed: it held what was erased"), path);
	return true;
}

/* --- Rejects of imports ------------------------------------------------- */

static bool
row_holds(const struct forget *f, const struct csv_reader *r)
{
	for (size_t i = 0; i < csv_reader_cells(r); i++)
		if (forget_finds(f, csv_reader_cell(r, i, NULL)))
			return true;
	return false;
}

static void
copy_row(const struct csv_reader *r, struct strbuf *out)
{
	for (size_t i = 0; i < csv_reader_cells(r); i++)
		csv_cell(out, i == 0, csv_reader_cell(r, i, NULL), false);
	csv_end(out);
}

/* The rows of a table that hold none of the values. False if it is no table. */
static bool
cut_rows(const struct forget *f, struct csv_reader *r, struct strbuf *kept,
	int64_t *cut)
{
	enum csv_state state;

	while ((state = csv_reader_next(r, NULL)) == CSV_ROW)
		if (row_holds(f, r))
			++*cut;
		else
			copy_row(r, kept);
	return state == CSV_END;
}

static bool
read_table(int fd, struct csv_reader *r)
{
	char piece[PIECE];
	size_t sum = 0;
	ssize_t n;

	while ((n = read(fd, piece, sizeof(piece))) > 0 && sum < REJECTS_MOST) {
		csv_reader_feed(r, piece, (size_t)n);
		sum += (size_t)n;
	}
	csv_reader_feed(r, NULL, 0);
	return n == 0;
}

static bool
replace(const char *path, const struct strbuf *text, struct err *err)
{
	char *temp;
	const char *at = text->text;
	size_t left = text->len;

	if (!db_file_make_aside(path, &temp, err))
		return false;
	int fd = open(temp, O_WRONLY | O_CLOEXEC);
	bool ok = fd >= 0;

	while (ok && left) {
		ssize_t n = write(fd, at, left);

		ok = n > 0;
		at += ok ? n : 0;
		left -= ok ? (size_t)n : 0;
	}
	if (!ok)
		err_set(err, ERR_IO, _("cannot write %s: %s"), temp,
			strerror(errno));
	if (fd >= 0)
		close(fd);
	ok = ok && db_file_place(temp, path, true, err);
	if (!ok)
		unlink(temp);
	free(temp);
	return ok;
}

static bool
cut_rejects(struct forget *f, const char *path, struct err *err)
{
	struct csv_reader *r;
	struct strbuf kept = STRBUF_INIT;
	int64_t cut = 0;
	bool ok = true;
	int fd = open_own(path);

	if (fd < 0)
		return true;
	r = csv_reader_new();
	bool whole = read_table(fd, r) && cut_rows(f, r, &kept, &cut);

	close(fd);
	if (whole && cut) {
		ok = replace(path, &kept, err);
		if (ok)
			forget_tell(f, ngettext("%lld row of %s is gone",
				"%lld rows of %s are gone", (unsigned long)cut),
				(long long)cut, path);
	}
	csv_reader_free(r);
	strbuf_clear(&kept);
	if (ok && !whole && holds(f, path))
		forget_tell(f, _("%s holds what was erased: remove it"), path);
	return ok;
}

/* --- The folder --------------------------------------------------------- */

static bool
ends_with(const char *name, const char *end)
{
	size_t len = strlen(name), tail = strlen(end);

	return len > tail && strcmp(name + len - tail, end) == 0;
}

static bool
look_at(struct forget *f, const char *path, const char *rest, struct err *err)
{
	const struct tail *t = rest ? tail_of(rest) : NULL;

	if (t && t->what == OURS)
		return true;
	if (t && t->what == COPY)
		return drop(f, path, err);
	if (ends_with(path, ".rejects.csv"))
		return cut_rejects(f, path, err);
	if (!rest || !holds(f, path))
		return true;
	if (t)
		return drop(f, path, err);
	forget_tell(f, _("%s holds what was erased; a copy that was made before is not the program's to remove"),
		path);
	return true;
}

bool
forget_files(struct forget *f, const char *store, struct err *err)
{
	const char *slash = strrchr(store, '/');
	const char *base = slash ? slash + 1 : store;
	char *folder = slash ? xstrndup(store, (size_t)(slash - store) + 1) :
		xstrdup("./");
	DIR *dir = opendir(folder);
	bool ok = true;

	for (struct dirent *d; ok && dir && (d = readdir(dir)); ) {
		bool after = strncmp(d->d_name, base, strlen(base)) == 0;
		char *path = xasprintf("%s%s", folder, d->d_name);

		ok = look_at(f, path, after ? d->d_name + strlen(base) : NULL,
			err);
		free(path);
	}
	if (dir)
		closedir(dir);
	free(folder);
	return ok;
}
