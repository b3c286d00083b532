/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run.c - from options to running screens and their end; see app.h. */
#include "ui/app.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/say.h"
#include "ui/tour.h"
#include "base/banned.h"

enum {
	MAX_SCRIPT = 1 << 20,
	WORDS = 4,		/* rows for what is said below a screen that is printed */
};

/* The whole script; the caller frees. */
static bool
read_script(const char *path, char **text, struct err *err)
{
	FILE *f = fopen(path, "re");
	size_t n;

	if (!f)
		return err_set(err, ERR_NO_FILE, _("%s: %s"), path,
			strerror(errno));
	*text = xcalloc(MAX_SCRIPT + 1, 1);
	n = fread(*text, 1, MAX_SCRIPT, f);
	fclose(f);
	if (n == MAX_SCRIPT || memchr(*text, '\0', n)) {
		free(*text);
		return err_set(err, ERR_INVALID, _("%s: no script of keys"), path);
	}
	return true;
}

static bool
open_script(struct term **term, const struct app_options *o, struct err *err)
{
	char *text = NULL;
	bool done;

	if (o->keys && !read_script(o->keys, &text, err))
		return false;
	done = term_open_script(term, text ? text : "", o->rows ? o->rows : 24,
		o->columns ? o->columns : 80, err);
	if (done && isatty(STDOUT_FILENO))
		(*term)->ascii = term_speaks_ascii();
	free(text);
	return done;
}

static void
dump(const struct app *app)
{
	struct strbuf text = STRBUF_INIT;

	grid_text(&app->grid, &text);
	fwrite(text.text, 1, text.len, stdout);
	strbuf_clear(&text);
}

/* Where nothing can be drawn, the first screen is printed before it is said why. */
static void
show_once(struct desk *desk, const struct app_options *o)
{
	struct app_options once = *o;
	struct winsize size;
	struct err ignored = ERR_INIT;

	once.dump = true;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_row > WORDS && size.ws_col > 0) {
		once.rows = size.ws_row - WORDS;
		once.columns = size.ws_col;
	}
	app_run(desk, &once, &ignored);
	fflush(stdout);
}

int
app_run(struct desk *desk, const struct app_options *o, struct err *err)
{
	struct app app = { 0 };
	struct term *term = NULL;
	bool script = o->keys || o->dump;
	int status;

	if (!(script ? open_script(&term, o, err) : term_open_curses(&term, err))) {
		if (!script && err->code == ERR_USAGE)
			show_once(desk, o);
		return err_status(err->code);
	}
	if (app_init(&app, desk, term, o->settings, err) &&
	    app_start(&app, o->view, err)) {
		app.store = o->store;
		app_bind(&app, bindings_path());
		if (!script && !o->view)
			tour_offer(&app);
		app_loop(&app);
		if (o->dump)
			dump(&app);
		status = !script && term->ended_by ? 128 + term->ended_by : 0;
	} else
		status = err_status(err->code);
	app_free(&app);
	script = script || !term->ended_by;
	term_close(term);
	/* What stood on the screen before is back, as if nothing had been. */
	if (!script)
		say_note(_("ended from outside; what was being written is kept"));
	return status;
}
