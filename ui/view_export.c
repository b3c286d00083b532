/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_export.c - see view_export.h. */
#include "ui/view_export.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/aside.h"
#include "ui/chrome.h"
#include "ui/outfile.h"
#include "ui/view.h"
#include "ui/view_ask.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { WIDTH = 60, ROWS = 4 };

static const struct { const char *format, *label, *ending; } formats[] = {
	{ "text", N_("A summary to read or print, as text"), "txt" },
	{ "html", N_("A summary with a table of contents, for a browser"), "html" },
	{ "md", N_("A summary to write on, as Markdown"), "md" },
	{ "json", N_("All records as JSON, for another program"), "json" },
	{ "jsonl", N_("All records as JSON, one a line"), "jsonl" },
};

/* Who an export can be for; those with a name are followed by it. */
static const struct { const char *whom, *label, *ask; } recipients[] = {
	{ "internal", N_("The team: a working copy"), NULL },
	{ "court", N_("A court"), N_("Which court?") },
	{ "defence", N_("The defence"), N_("Whose defence?") },
	{ "party", N_("A party"), N_("The code of which party?") },
};

struct exporting {
	struct view view;
	size_t format, recipient;
	char *whom;		/* "court:Tribunal of Galati" */
	char *path;
	struct aside file;
	int64_t job;
	bool running;
	int64_t done, total;	/* records */
};

static struct exporting *
of(struct view *v)
{
	return (struct exporting *)v;
}

/* --- The work ----------------------------------------------------------- */

static void
stop(struct exporting *x)
{
	if (x->running)
		desk_job_end(x->view.app->desk, x->job);
	x->running = false;
	aside_drop(&x->file);
}

static bool
write_made(struct exporting *x, struct err *err)
{
	bool ok = true;

	for (size_t n = 1; ok && n > 0;) {
		struct desk_bytes bytes = { 0 };

		ok = desk_job_get(x->view.app->desk, x->job, &bytes, err);
		n = ok ? bytes.n : 0;
		if (n > 0)
			ok = aside_write(&x->file, bytes.data, n, err);
		desk_bytes_clear(&bytes);
	}
	return ok;
}

/* What was left out is told in a file of its own, for nobody outside. */
static bool
write_beside(const struct exporting *x, const char *text, struct err *err)
{
	struct aside beside = ASIDE_INIT;
	char *path = xasprintf("%s.schedule", x->path);
	bool ok = !text || (outfile_may(x->view.app, path, err) &&
		aside_open(&beside, path, err) &&
		aside_write(&beside, text, strlen(text), err) &&
		aside_done(&beside, err));

	aside_drop(&beside);
	free(path);
	return ok;
}

static void
say_done(struct exporting *x, const struct desk_progress *p)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, p->beside ? _("Written to %s; what was left out is "
		"told in %s.schedule, for you alone") : _("Written to %s"),
		x->path, x->path);
	app_say(x->view.app, ROLE_STRONG, text.text);
	strbuf_clear(&text);
}

/* One step; false when it is over, well or not. */
static bool
work(struct exporting *x)
{
	struct app *app = x->view.app;
	struct desk_progress p = { 0 };
	struct err err = ERR_INIT;
	bool ok = desk_job_poll(app->desk, x->job, &p, &err) &&
		write_made(x, &err);
	bool over = ok && p.state == DESK_JOB_DONE;

	x->done = p.done;
	x->total = p.total;
	if (over && (!write_beside(x, p.beside, &err) ||
	    !aside_done(&x->file, &err)))
		ok = false;
	if (over && ok)
		say_done(x, &p);
	desk_progress_clear(&p);
	if (!ok)
		app_fail(app, &err);
	if (over || !ok)
		stop(x);
	return x->running;
}

static bool
begin(struct exporting *x, struct err *err)
{
	const char *format = formats[x->format].format;
	bool outside = x->recipient > 0;
	const struct desk_param params[] = {
		{ "format", format }, { "for", x->whom }, { "schedule", "yes" },
	};

	if (!outfile_may(x->view.app, x->path, err) ||
	    !aside_open(&x->file, x->path, err))
		return false;
	x->running = desk_job_start(x->view.app->desk, "export", params,
		ARRAY_SIZE(params) - !outside, &x->job, err);
	if (!x->running)
		aside_drop(&x->file);
	return x->running;
}

/* --- The questions ------------------------------------------------------ */

static bool
path_given(struct view *owner, const char *text, struct err *err)
{
	struct exporting *x = of(owner);

	free(x->path);
	x->path = xstrdup(text);
	return begin(x, err);
}

static void
ask_path(struct exporting *x)
{
	struct app *app = x->view.app;
	char *path = xasprintf("%s-%s.%s", app->who.casefile ?
		app->who.casefile : "case", recipients[x->recipient].whom,
		formats[x->format].ending);

	view_ask_open(app, _("Write it to which file?"), path,
		_("It is there whole or not at all."), path_given);
	free(path);
}

static bool
name_given(struct view *owner, const char *text, struct err *err)
{
	struct exporting *x = of(owner);

	if (!*text)
		return err_set(err, ERR_USAGE, _("A name is missing"));
	free(x->whom);
	x->whom = xasprintf("%s:%s", recipients[x->recipient].whom, text);
	ask_path(x);
	return true;
}

static void
recipient_picked(struct view *owner, int64_t tag)
{
	struct exporting *x = of(owner);

	x->recipient = (size_t)tag;
	free(x->whom);
	x->whom = xstrdup(recipients[tag].whom);
	if (recipients[tag].ask)
		view_ask_open(owner->app, _(recipients[tag].ask), "",
			_("What is not for them is left out."), name_given);
	else
		ask_path(x);
}

static void
format_picked(struct view *owner, int64_t tag)
{
	struct view *pick = view_pick_new(_("For whom?"), recipient_picked);

	of(owner)->format = (size_t)tag;
	for (size_t i = 0; i < ARRAY_SIZE(recipients); i++)
		view_pick_add(pick, NULL, _(recipients[i].label), (int64_t)i);
	app_push(owner->app, pick);
}

/* --- The view ----------------------------------------------------------- */

/* Nothing is asked any more and nothing is done: it was left, or it is over. */
static int64_t
tick(struct view *v)
{
	struct exporting *x = of(v);

	if (v->app->top != v)
		return -1;
	if (x->running && work(x))
		return 0;
	app_pop(v->app);
	return 0;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	const struct exporting *x = of(v);
	struct strbuf text = STRBUF_INIT;
	struct area in;

	if (!x->running)
		return;
	in = chrome_box(g, chrome_centre(a, ROWS, WIDTH), _("Export"));
	chrome_count(&text, x->done);
	if (x->total > 0) {
		strbuf_puts(&text, " / ");
		chrome_count(&text, x->total);
	}
	grid_put(g, in.y, in.x, in.cols, x->path, ROLE_TEXT);
	grid_put(g, in.y + 1, in.x, in.cols, text.text, ROLE_HINT);
	strbuf_clear(&text);
}

static void
leave(struct view *v)
{
	stop(of(v));
}

static void
close_export(struct view *v)
{
	free(of(v)->whom);
	free(of(v)->path);
	free(v);
}

static void
run_stop(struct view *v, int k)
{
	(void)k;
	app_say(v->app, ROLE_WARNING, _("Stopped; nothing was written"));
	app_pop(v->app);
}

const struct command view_export_commands[] = {
	{ .keys = "Esc ^C", .name = "back", .label = N_("Stop"), .run = run_stop,
	  .help = N_("Stop it; nothing is written then.") },
	{ .keys = NULL }
};

static const struct view_ops export_ops = {
	.name = "export",
	.commands = view_export_commands,
	.popup = true,
	.draw = draw,
	.tick = tick,
	.leave = leave,
	.close = close_export,
};

void
view_export_open(struct app *app)
{
	struct exporting *x;
	struct view *pick;
	struct err err = ERR_INIT;

	if (!app->store && !outfile_may(app, "", &err)) {
		app_fail(app, &err);
		return;
	}
	x = xcalloc(1, sizeof(*x));
	x->view.ops = &export_ops;
	x->file = (struct aside)ASIDE_INIT;
	app_push(app, &x->view);
	pick = view_pick_new(_("Export: what?"), format_picked);
	for (size_t i = 0; i < ARRAY_SIZE(formats); i++)
		view_pick_add(pick, formats[i].format, _(formats[i].label),
			(int64_t)i);
	app_push(app, pick);
}
