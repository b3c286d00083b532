/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_dump.c - see view_dump.h. */
#include "ui/view_dump.h"

#include "base/i18n.h"
#include "ui/aside.h"
#include "ui/outfile.h"
#include "ui/view.h"
#include "ui/view_ask.h"
#include "base/banned.h"

/* The question is gone: the screen is drawn once more without it. */
static bool
answered(struct view *owner, const char *path, struct err *err)
{
	struct app *app = owner->app;
	struct aside file = ASIDE_INIT;
	struct strbuf text = STRBUF_INIT;
	bool done;

	app_draw(app);
	grid_text(&app->grid, &text);
	done = outfile_may(app, path, err) && aside_open(&file, path, err) &&
		aside_write(&file, text.text, text.len, err) &&
		aside_done(&file, err);
	aside_drop(&file);
	if (done) {
		strbuf_reset(&text);
		strbuf_printf(&text, _("What is shown was written to %s"), path);
		app_say(app, ROLE_STRONG, text.text);
	}
	strbuf_clear(&text);
	return done;
}

void
view_dump_open(struct app *app)
{
	struct err err = ERR_INIT;

	/* A place where nothing is written asks for no name. */
	if (!app->store && !outfile_may(app, "", &err))
		app_fail(app, &err);
	else
		view_ask_open(app, _("Write what is shown to a file"),
			"liaison-screen.txt", _("It holds what you see, names and "
			"all: mind who gets it."), answered);
}
