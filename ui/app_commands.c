/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app_commands.c - what can be done on every screen; see app.h. */
#include "ui/app.h"

#include "base/i18n.h"
#include "ui/tour.h"
#include "ui/view.h"
#include "ui/view_acting.h"
#include "ui/view_cases.h"
#include "ui/view_copy.h"
#include "ui/view_drafts.h"
#include "ui/view_dump.h"
#include "ui/view_export.h"
#include "ui/view_members.h"
#include "ui/view_palette.h"
#include "ui/view_plain.h"
#include "ui/view_settings.h"
#include "ui/view_undo.h"
#include "base/banned.h"

static void
run_help(struct view *v, int key)
{
	(void)key;
	view_palette_help(v->app, v);
}

static void
run_case(struct view *v, int key)
{
	(void)key;
	view_cases_open(v->app);
}

static void
run_members(struct view *v, int key)
{
	(void)key;
	view_members_open(v->app);
}

static void
run_acting(struct view *v, int key)
{
	(void)key;
	view_acting_open(v->app);
}

static void
run_settings(struct view *v, int key)
{
	(void)key;
	view_settings_open(v->app);
}

static void
run_more(struct view *v, int key)
{
	(void)key;
	v->app->bar_page++;
}

static void
run_drafts(struct view *v, int key)
{
	(void)key;
	view_drafts_open(v->app);
}

static void
run_quit(struct view *v, int key)
{
	(void)key;
	v->app->done = true;
}

static void
run_undo(struct view *v, int key)
{
	(void)key;
	view_undo_open(v->app, NULL);
}

static void
run_copy(struct view *v, int key)
{
	(void)key;
	if (settings_on(&v->app->settings, SETTING_CLIPBOARD))
		view_copy_open(v->app, v);
	else
		app_say(v->app, ROLE_WARNING, _("The setting clipboard forbids "
			"it; Y shows plain lines to select by hand."));
}

static void
run_plain(struct view *v, int key)
{
	(void)key;
	view_plain_open(v->app);
}

static void
run_export(struct view *v, int key)
{
	(void)key;
	view_export_open(v->app);
}

static void
run_dump(struct view *v, int key)
{
	(void)key;
	view_dump_open(v->app);
}

static void
run_tour(struct view *v, int key)
{
	(void)key;
	tour_begin(v->app);
}

static void
run_refresh(struct view *v, int key)
{
	(void)key;
	app_changed(v->app);
	/* Who sees a message over the screen may not know of ^L. */
	term_redraw(v->app->term);
}

static void
run_redraw(struct view *v, int key)
{
	(void)key;
	term_redraw(v->app->term);
}

static void
run_suspend(struct view *v, int key)
{
	(void)key;
	term_suspend(v->app->term);
	app_resize(v->app);
}

const struct command app_commands[] = {
	{ .keys = "? F1", .name = "help", .label = N_("Help"), .run = run_help,
	  .help = N_("Show what can be done here; Enter does it.") },
	{ .keys = ",", .name = "more-keys", .label = N_("More"),
	  .run = run_more, .flags = COMMAND_TURNS,
	  .help = N_("Show further keys of this screen in the last line.") },
	{ .keys = ": ^P F2", .name = "palette", .label = N_("Go to"),
	  .run = view_palette_run,
	  .help = N_("Go to anything, do anything or find a record, by name.") },
	{ .keys = "u", .name = "undo", .run = run_undo,
	  .flags = COMMAND_WRITES, .verb = "undo",
	  .help = N_("Undo what you did last; it is named and asked for first.") },
	{ .keys = "y", .name = "copy", .run = run_copy,
	  .help = N_("Copy a ref, title, row or value to the clipboard of the terminal.") },
	{ .keys = "Y", .name = "plain", .run = run_plain,
	  .help = N_("Show what is here as plain lines, to select by hand.") },
	{ .keys = "J F3", .name = "case", .run = run_case,
	  .help = N_("Go to another case.") },
	{ .keys = "P", .name = "members", .run = run_members,
	  .help = N_("See who works in the case: parties and members.") },
	{ .keys = "U", .name = "acting-as", .run = run_acting,
	  .help = N_("Go on as another member, in a training store alone.") },
	{ .keys = "D", .name = "drafts", .run = run_drafts,
	  .help = N_("See what was begun and not saved: go on with it, or throw it away.") },
	{ .keys = "F5", .name = "refresh", .run = run_refresh,
	  .help = N_("Look now for what others changed.") },
	{ .keys = "O", .name = "settings", .run = run_settings,
	  .help = N_("See and change the settings of the screens.") },
	{ .keys = "", .name = "export", .run = run_export, .verb = "export",
	  .help = N_("Write a summary to print, or all records, to a file.") },
	{ .keys = "", .name = "dump", .run = run_dump,
	  .help = N_("Write what the screen shows to a file, as text, for support.") },
	{ .keys = "", .name = "tour", .run = run_tour,
	  .help = N_("Show a newcomer round, on a training case.") },
	{ .keys = "^L", .name = "redraw", .run = run_redraw,
	  .help = N_("Redraw the screen when something wrote over it.") },
	{ .keys = "^Z", .name = "suspend", .run = run_suspend,
	  .help = N_("Go back to the shell for a while; fg returns.") },
	{ .keys = "Q", .name = "quit-all", .run = run_quit,
	  .help = N_("Quit from anywhere; drafts are kept.") },
	{ .keys = NULL }
};
