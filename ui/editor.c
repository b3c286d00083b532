/* SPDX-License-Identifier: GPL-3.0-or-later */
/* editor.c - see editor.h. */
#include "ui/editor.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/paste.h"
#include "base/banned.h"

enum { MOST_WORDS = 16 };	/* of the editor's command line */

static const char file_name[] = "text.txt";

static const char *
command(void)
{
	const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");

	return visual && *visual ? visual : editor && *editor ? editor : NULL;
}

/* A store that a host owns, or that others may open, is no private one. */
static bool
is_private(const char *store)
{
	struct stat st;

	return store && stat(store, &st) == 0 && st.st_uid == geteuid() &&
		(st.st_mode & 077) == 0;
}

bool
editor_may(const struct app *app, struct err *err)
{
	const char *restricted = getenv("LIAISON_RESTRICTED");

	if (restricted && *restricted)
		return err_set(err, ERR_DENIED, _("This host allows no other "
			"programs (LIAISON_RESTRICTED): type the text here."));
	if (!settings_on(&app->settings, SETTING_EDITOR))
		return err_set(err, ERR_DENIED, _("The setting \"editor\" "
			"forbids it; O changes settings."));
	if (!is_private(app->store))
		return err_set(err, ERR_DENIED, _("Only where the store is a "
			"private file of yours: an editor can run anything."));
	return command() || err_set(err, ERR_DENIED,
		_("No editor is named by VISUAL or EDITOR."));
}

/* --- The file ----------------------------------------------------------- */

static bool
fail(struct err *err, const char *path)
{
	return err_set(err, ERR_IO, _("%s: %s"), path, strerror(errno));
}

static bool
write_all(int fd, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, text, len);

		if (n < 0 && errno != EINTR)
			return false;
		text += n > 0 ? n : 0;
		len -= n > 0 ? (size_t)n : 0;
	}
	return true;
}

/* Is there no last line that goes on? */
static bool
ends_line(const struct strbuf *text)
{
	return text->len == 0 || text->text[text->len - 1] == '\n';
}

/* With a line end behind it, as editors expect. */
static bool
put_text(const char *path, const struct strbuf *text, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool open_end = !ends_line(text);
	bool done = fd >= 0 && write_all(fd, text->text, text->len) &&
		(!open_end || write_all(fd, "\n", 1)) && fsync(fd) == 0;

	if (!done)
		fail(err, path);
	if (fd >= 0)
		close(fd);
	return done;
}

/* What the editor left: text, whatever it may be, within what a field takes. */
static bool
take_text(const char *path, struct paste *p, struct err *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	char buf[65536];
	ssize_t n = -1;

	while (fd >= 0 && (n = read(fd, buf, sizeof(buf))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			break;
		paste_add(p, buf, (size_t)n);
	}
	if (n < 0)
		fail(err, path);
	if (fd >= 0)
		close(fd);
	paste_finish(p);
	return n == 0;
}

void
editor_forget(struct edit *e)
{
	DIR *dir = e->aside ? opendir(e->aside) : NULL;
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir)
		closedir(dir);
	if (e->aside)
		rmdir(e->aside);
	free(e->aside);
	e->aside = NULL;
}

/* --- The program -------------------------------------------------------- */

struct run {
	const char *command, *path;
	int status;		/* of waitpid; -1: it did not start */
};

/* Its words by blanks: no shell reads them. */
static void
become(const struct run *r)
{
	char *words = xstrdup(r->command), *at = NULL;
	char *argv[MOST_WORDS + 2];
	size_t n = 0;

	for (char *w = strtok_r(words, " \t", &at); w && n < MOST_WORDS;
	     w = strtok_r(NULL, " \t", &at))
		argv[n++] = w;
	argv[n++] = xstrdup(r->path);
	argv[n] = NULL;
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	execvp(argv[0], argv);
	_exit(127);
}

/* Keys that interrupt are the editor's meanwhile. */
static void
run_editor(void *arg)
{
	struct run *r = arg;
	struct sigaction ignore = { .sa_handler = SIG_IGN }, intr, quit;
	pid_t pid;

	sigaction(SIGINT, &ignore, &intr);
	sigaction(SIGQUIT, &ignore, &quit);
	pid = fork();
	if (pid == 0)
		become(r);
	while (pid > 0 && waitpid(pid, &r->status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &intr, NULL);
	sigaction(SIGQUIT, &quit, NULL);
}

static bool
run_on(struct app *app, const char *path, struct paste *p, struct err *err)
{
	struct run r = { .command = command(), .path = path, .status = -1 };

	if (!term_lend(app->term, run_editor, &r))
		return err_set(err, ERR_RULE,
			_("There is no terminal for an editor here."));
	if (r.status == -1 || !WIFEXITED(r.status) || WEXITSTATUS(r.status) != 0)
		return err_set(err, ERR_RULE, _("The editor (%s) failed; the text "
			"is as it was, and what it made lies in %s"), r.command, path);
	return take_text(path, p, err);
}

/* A folder of its own, so that what an editor puts beside its file is hidden too. */
static bool
make_folder(const struct app *app, struct edit *e, struct err *err)
{
	char *name = xasprintf("%s.edit-XXXXXX", app->store);

	if (!mkdtemp(name)) {
		fail(err, name);
		free(name);
		return false;
	}
	e->aside = name;
	return true;
}

bool
editor_run(struct app *app, struct edit *e, struct err *err)
{
	struct paste p = PASTE_INIT;
	char *path = NULL;
	bool done;

	editor_forget(e);
	if (!editor_may(app, err) || !make_folder(app, e, err))
		return false;
	path = xasprintf("%s/%s", e->aside, file_name);
	if (!put_text(path, &e->text, err)) {
		editor_forget(e);
		free(path);
		return false;
	}
	done = run_on(app, path, &p, err);
	if (!done) {
		/* What the editor made is left for the person to fetch. */
		free(e->aside);
		e->aside = NULL;
	} else {
		if (p.text.len > 0 && ends_line(&p.text) &&
		    (e->text.len == 0 || !ends_line(&e->text)))
			strbuf_cut(&p.text, p.text.len - 1);
		edit_replace(e, p.text.text);
	}
	paste_reset(&p);
	free(path);
	return done;
}
