/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased.c - see erased.h. The file is text, a line each:
 *
 *	liaison-erased 1
 *	store UID
 *	state WORD
 *	UID FIELD ACT		any number of these
 *	sum HEX			SHA-256 of all before this line
 */
#include "src/erased.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/file.h"
#include "base/banned.h"

#define TAIL ".erased"
#define FIRST "liaison-erased 1\n"

enum { FILE_MOST = 256 << 20, HEX_SIZE = 2 * HASH_SIZE + 1 };

static const char *const state_words[] = {
	[ERASED_DONE] = "done", [ERASED_BEGUN] = "begun",
	[ERASED_VACUUM] = "vacuum", [ERASED_FOLD] = "fold",
};

void
erased_clear(struct erased *e)
{
	free(e->lines);
	*e = (struct erased)ERASED_INIT;
}

void
erased_add(struct erased *e, const char *uid, int field, const char *act)
{
	struct erased_line line = { .field = field };

	strbuf_fill(line.uid, sizeof(line.uid), uid);
	strbuf_fill(line.act, sizeof(line.act), act);
	e->lines = xgrow(e->lines, e->n, &e->room, sizeof(*e->lines));
	e->lines[e->n++] = line;
}

bool
erased_has(const struct erased *e, const struct erased_line *line)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->lines[i].field == line->field &&
		    strcmp(e->lines[i].uid, line->uid) == 0 &&
		    strcmp(e->lines[i].act, line->act) == 0)
			return true;
	return false;
}

/* --- Reading ------------------------------------------------------------ */

static void
sum_of(const char *text, size_t len, char hex[HEX_SIZE])
{
	uint8_t hash[HASH_SIZE];

	hash_sha256(text, len, hash);
	hash_hex(hash, HASH_SIZE, hex);
}

/* What follows word and a blank on the line at *at, which is left behind; ended by
 * NUL in place. NULL if the line begins otherwise. */
static char *
take_line(char **at, const char *word)
{
	size_t len = strlen(word);
	char *line = *at, *end = strchr(line, '\n');

	if (!end || strncmp(line, word, len) != 0 || line[len] != ' ')
		return NULL;
	*end = '\0';
	*at = end + 1;
	return line + len + 1;
}

static bool
take_entry(char **at, struct erased *e)
{
	char uid[IDS_UID_SIZE], act[IDS_UID_SIZE], *end = strchr(*at, '\n');
	int field = -1, len = 0;

	if (!end)
		return false;
	*end = '\0';
	if (sscanf(*at, "%36[0-9a-f-] %5d %36[0-9a-f-]%n", uid, &field, act,
	    &len) != 3 || (*at)[len] || field < 0 || field > UINT16_MAX ||
	    !ids_valid(uid) || !ids_valid(act))
		return false;
	erased_add(e, uid, field, act);
	*at = end + 1;
	return true;
}

static bool
take_state(const char *word, struct erased *e)
{
	for (size_t i = 0; word && i < ARRAY_SIZE(state_words); i++)
		if (strcmp(word, state_words[i]) == 0) {
			e->state = (enum erased_state)i;
			return true;
		}
	return false;
}

/* text has len bytes, and a NUL after them; it is taken apart in place. */
static bool
parse(char *text, size_t len, struct erased *e)
{
	enum { LAST = 4 + HEX_SIZE };	/* "sum ", the digits, the line break */
	char hex[HEX_SIZE], *at = text, *word, *sum;

	if (len < strlen(FIRST) + LAST || strlen(text) != len ||
	    strncmp(text, FIRST, strlen(FIRST)) != 0)
		return false;
	sum = text + len - LAST;
	sum_of(text, len - LAST, hex);
	if (strncmp(sum, "sum ", 4) != 0 || text[len - 1] != '\n' ||
	    strncmp(sum + 4, hex, HEX_SIZE - 1) != 0)
		return false;
	*sum = '\0';
	at += strlen(FIRST);
	word = take_line(&at, "store");
	if (!word || !ids_valid(word))
		return false;
	strbuf_fill(e->store, sizeof(e->store), word);
	if (!take_state(take_line(&at, "state"), e))
		return false;
	while (*at)
		if (!take_entry(&at, e))
			return false;
	return true;
}

static bool
read_all(int fd, struct strbuf *text)
{
	char part[65536];
	ssize_t n;

	do {
		n = read(fd, part, sizeof(part));
		if (n > 0)
			strbuf_add(text, part, (size_t)n);
	} while ((n > 0 && text->len <= FILE_MOST) || (n < 0 && errno == EINTR));
	return n == 0;
}

static bool
read_list(const char *name, struct erased *e, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	int fd = open(name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return errno == ENOENT || err_set(err, ERR_IO,
			_("cannot read %s: %s"), name, strerror(errno));
	bool ok = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
		read_all(fd, &text);

	close(fd);
	ok = (ok && parse(text.text, text.len, e)) || err_set(err, ERR_DAMAGED,
		_("%s is damaged: it no longer says for certain what was erased by law"),
		name);
	strbuf_clear(&text);
	if (!ok)
		erased_clear(e);
	return ok;
}

bool
erased_read(const char *path, struct erased *e, struct err *err)
{
	char *name = xasprintf("%s" TAIL, path);
	bool ok = read_list(name, e, err);

	free(name);
	return ok;
}

/* --- Writing ------------------------------------------------------------ */

static bool
write_text(const char *name, const struct strbuf *text, struct err *err)
{
	int fd = open(name, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
	const char *at = text->text;
	size_t left = text->len;
	bool ok = fd >= 0;

	while (ok && left) {
		ssize_t n = write(fd, at, left);

		ok = n > 0 || (n < 0 && errno == EINTR);
		at += n > 0 ? n : 0;
		left -= n > 0 ? (size_t)n : 0;
	}
	if (!ok)
		err_set(err, ERR_IO, _("cannot write %s: %s"), name,
			strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

bool
erased_write(const char *path, const struct erased *e, struct err *err)
{
	char hex[HEX_SIZE], *name = xasprintf("%s" TAIL, path), *temp;
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, FIRST "store %s\nstate %s\n", e->store,
		state_words[e->state]);
	for (size_t i = 0; i < e->n; i++)
		strbuf_printf(&text, "%s %d %s\n", e->lines[i].uid,
			e->lines[i].field, e->lines[i].act);
	sum_of(text.text, text.len, hex);
	strbuf_printf(&text, "sum %s\n", hex);
	bool ok = db_file_make_aside(name, &temp, err);

	if (ok) {
		ok = write_text(temp, &text, err) &&
			db_file_place(temp, name, true, err);
		if (!ok)
			unlink(temp);
		free(temp);
	}
	strbuf_clear(&text);
	free(name);
	return ok;
}

/* --- Those of a folder -------------------------------------------------- */

static bool
take_list(const char *name, struct erased *e, size_t *lists, struct err *err)
{
	struct erased other = ERASED_INIT;

	if (!read_list(name, &other, err))
		return false;
	if (strcmp(other.store, e->store) == 0) {
		++*lists;
		for (size_t i = 0; i < other.n; i++)
			if (!erased_has(e, &other.lines[i]))
				erased_add(e, other.lines[i].uid,
					other.lines[i].field,
					other.lines[i].act);
	}
	erased_clear(&other);
	return true;
}

static bool
is_list(const char *name)
{
	size_t len = strlen(name), tail = strlen(TAIL);

	return len > tail && strcmp(name + len - tail, TAIL) == 0;
}

bool
erased_gather(const char *path, struct erased *e, size_t *lists,
	struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) :
		xstrdup("./");
	DIR *dir = opendir(folder);
	bool ok = true;

	for (struct dirent *d; ok && dir && (d = readdir(dir)); ) {
		char *name = xasprintf("%s%s", folder, d->d_name);

		ok = !is_list(name) || take_list(name, e, lists, err);
		free(name);
	}
	if (dir)
		closedir(dir);
	free(folder);
	return ok;
}
