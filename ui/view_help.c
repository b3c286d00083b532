/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_help.c - see view_help.h. Every command is in reach from here by arrows and
 * Enter, whatever the keyboard. */
#include "ui/view_help.h"

#include "base/i18n.h"
#include "ui/key.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { OF_APP = 1000 };		/* tags of the commands that every view has */

static void
run_chosen(struct view *owner, int64_t tag)
{
	const struct command *c = tag >= OF_APP ? &app_commands[tag - OF_APP] :
		&view_commands(owner)[tag];

	app_command(owner->app, owner, c, K_NONE);
}

static void
add(struct view *pick, struct view *v, const struct command *table, int64_t tag)
{
	const struct keyset set = app_keyset(v->app, v);

	for (const struct command *c = table; c->keys; c++, tag++) {
		struct strbuf names = STRBUF_INIT, keys = STRBUF_INIT;
		struct err err = ERR_INIT;

		keymap_names(&set, c, &names);
		command_keys(names.text, v->typing, &keys);
		strbuf_clear(&names);
		if (app_may(v->app, v, c, &err))
			view_pick_add(pick, keys.text, _(c->help), tag);
		else
			view_pick_add_off(pick, keys.text, _(c->help), err.text);
		strbuf_clear(&keys);
	}
}

void
view_help_open(struct app *app, struct view *v)
{
	struct view *pick = view_pick_new(_("What can be done here"), run_chosen);

	add(pick, v, view_commands(v), 0);
	add(pick, v, app_commands, OF_APP);
	app_push(app, pick);
}
