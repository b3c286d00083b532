/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_export.c - see view_export.h. */
#include "ui/view_export.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "ui/aside.h"
#include "ui/chrome.h"
#include "ui/outfile.h"
#include "ui/purpose.h"
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
	const char *basis;	/* of what leaves the Union: a code, or NULL */
	char *controller;
	bool accepted;		/* what restricts its use was read */
	struct strbuf asks;	/* what has to be read first */
	char *path;
	char *why;		/* it goes out; NULL: what the case is about */
	bool lacks_purpose;	/* it is asked for; left, the file is once more */
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

static void ask_to_read(struct exporting *x);
static void ask_why(struct exporting *x, bool again);

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

/* What restricts the use of what goes out is shown before it goes. */
static void
take_asks(struct exporting *x, const struct desk_progress *p)
{
	for (size_t i = 0; p->asks && i < p->n_notices; i++)
		strbuf_printf(&x->asks, "%s%s", x->asks.len ? "\n" : "",
			p->notices[i].text);
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

	take_asks(x, &p);
	x->done = p.done;
	x->total = p.total;
	if (over && (!write_beside(x, p.beside, &err) ||
	    !aside_done(&x->file, &err)))
		ok = false;
	if (over && ok)
		say_done(x, &p);
	desk_progress_clear(&p);
	if (over || !ok)
		stop(x);
	if (!ok && err.code == ERR_PURPOSE)
		ask_why(x, true);
	else if (!ok && x->asks.len && !x->accepted)
		ask_to_read(x);
	else if (!ok)
		app_fail(app, &err);
	return x->running;
}

static bool
begin(struct exporting *x, struct err *err)
{
	struct desk_param params[7] = {
		{ "format", formats[x->format].format }, { "for", x->whom },
	};
	size_t n = 2;

	strbuf_reset(&x->asks);
	if (x->recipient > 0)
		params[n++] = (struct desk_param){ "schedule", "yes" };
	if (x->accepted)
		params[n++] = (struct desk_param){ "acknowledge", "yes" };
	if (x->basis) {
		params[n++] = (struct desk_param){ "basis", x->basis };
		params[n++] = (struct desk_param){ "controller", x->controller };
	}
	if (x->why)
		params[n++] = (struct desk_param){ "why", x->why };
	if (!outfile_may(x->view.app, x->path, err) ||
	    !aside_open(&x->file, x->path, err))
		return false;
	x->running = desk_job_start(x->view.app->desk, "export", params,
		n, &x->job, err);
	if (!x->running)
		aside_drop(&x->file);
	return x->running;
}

/* --- The questions ------------------------------------------------------ */

static void
text_read(struct view *owner, int64_t tag)
{
	struct exporting *x = of(owner);
	struct err err = ERR_INIT;

	x->accepted = tag != 0;
	if (x->accepted && !begin(x, &err))
		app_fail(owner->app, &err);
	else if (!x->accepted)
		app_say(owner->app, ROLE_WARNING,
			_("Stopped; nothing was written"));
}

static void
ask_to_read(struct exporting *x)
{
	struct view *pick = view_pick_new(_("Read this before it goes"), text_read);

	view_pick_say(pick, x->asks.text);
	view_pick_add(pick, NULL, _("Stop; nothing is written"), 0);
	view_pick_add(pick, NULL, _("I have read it and accept it: write it"), 1);
	app_push(x->view.app, pick);
}

/* It is begun again from its start: nothing was written yet. */
static bool
why_given(struct view *owner, const char *text, struct err *err)
{
	struct exporting *x = of(owner);

	free(x->why);
	x->why = *text ? xstrdup(text) : NULL;
	x->lacks_purpose = !begin(x, err);
	return x->running;
}

static void
ask_why(struct exporting *x, bool again)
{
	x->lacks_purpose = true;
	purpose_ask_export(x->view.app, again, why_given);
}

/* A name that cannot be had is told while it is typed. */
static bool
path_given(struct view *owner, const char *text, struct err *err)
{
	struct exporting *x = of(owner);

	free(x->path);
	x->path = xstrdup(text);
	if (!outfile_may(owner->app, x->path, err) ||
	    !aside_open(&x->file, x->path, err))
		return false;
	aside_drop(&x->file);
	ask_why(x, false);
	return true;
}

static void
ask_path(struct exporting *x)
{
	struct app *app = x->view.app;
	char *path = x->path ? xstrdup(x->path) : xasprintf("%s-%s.%s", app->who.casefile ?
		app->who.casefile : "case", recipients[x->recipient].whom,
		formats[x->format].ending);

	view_ask_open(app, _("Write it to which file?"), path,
		_("It is there whole or not at all."), path_given);
	free(path);
}

static bool
controller_given(struct view *owner, const char *text, struct err *err)
{
	struct exporting *x = of(owner);

	if (!*text)
		return err_set(err, ERR_USAGE, _("A name is missing"));
	free(x->controller);
	x->controller = xstrdup(text);
	ask_path(x);
	return true;
}

static void
basis_picked(struct view *owner, int64_t tag)
{
	of(owner)->basis = codes_transfer[tag].code;
	view_ask_open(owner->app, _("Who answers for it there?"), "",
		_("The controller who receives it; the log keeps the name."),
		controller_given);
}

static void
ask_basis(struct exporting *x)
{
	struct view *pick = view_pick_new(_("It leaves the Union: on which basis?"),
		basis_picked);

	for (size_t i = 0; codes_transfer[i].code; i++)
		view_pick_add(pick, NULL, _(codes_transfer[i].label), (int64_t)i);
	app_push(x->view.app, pick);
}

/* Is the party of a third state, or an organisation that only receives? One that is
 * none is told when the export begins. */
static bool
leaves_union(struct exporting *x, const char *party)
{
	struct desk_item item;
	struct err why = ERR_INIT;

	if (strcmp(recipients[x->recipient].whom, "party") != 0 ||
	    !desk_get(x->view.app->desk, KIND_PARTY, party, &item, &why))
		return false;
	const struct kind *k = item.record.kind;
	bool leaves = record_has(&item.record, kind_index(k, "class"), "third") ||
		record_has(&item.record, kind_index(k, "class"), "recipient");

	desk_item_clear(&item);
	return leaves;
}

static bool
name_given(struct view *owner, const char *text, struct err *err)
{
	struct exporting *x = of(owner);

	if (!*text)
		return err_set(err, ERR_USAGE, _("A name is missing"));
	free(x->whom);
	x->whom = xasprintf("%s:%s", recipients[x->recipient].whom, text);
	if (leaves_union(x, text))
		ask_basis(x);
	else
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
	if (x->lacks_purpose) {
		x->lacks_purpose = false;
		ask_path(x);
		return 0;
	}
	/* Once it is over there may be one more question. */
	if ((x->running && work(x)) || v->app->top != v)
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
	free(of(v)->why);
	free(of(v)->controller);
	strbuf_clear(&of(v)->asks);
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
	x->asks = (struct strbuf)STRBUF_INIT;
	app_push(app, &x->view);
	pick = view_pick_new(_("Export: what?"), format_picked);
	for (size_t i = 0; i < ARRAY_SIZE(formats); i++)
		view_pick_add(pick, formats[i].format, _(formats[i].label),
			(int64_t)i);
	app_push(app, pick);
}
