/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_acting.c - see view_acting.h. */
#include "ui/view_acting.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "ui/view_cases.h"
#include "ui/view_pick.h"
#include "base/banned.h"

/* The seats are asked for again: the choice carries a number alone. */
static void
picked(struct view *owner, int64_t tag)
{
	struct app *app = owner->app;
	struct desk_seats seats = { 0 };
	struct err err = ERR_INIT;

	if (!desk_seats(app->desk, &seats, &err)) {
		app_fail(app, &err);
		return;
	}
	if (tag >= 0 && (size_t)tag < seats.n)
		view_cases_sit_as(app, seats.seats[tag].member);
	desk_seats_clear(&seats);
}

static void
add_seat(struct view *pick, const struct desk_seat *s, int64_t tag)
{
	char *text = xasprintf("%s  %s", s->name ? s->name : "",
		s->role ? field_code_label(codes_role, s->role) : "");

	view_pick_add(pick, s->member, text, tag);
	free(text);
}

void
view_acting_open(struct app *app)
{
	struct desk_seats seats = { 0 };
	struct err err = ERR_INIT;
	struct view *pick;

	if (!desk_seats(app->desk, &seats, &err)) {
		app_fail(app, &err);
		return;
	}
	pick = view_pick_new(_("Act as"), picked);
	view_pick_say(pick, _("This is a training store: what you do is entered as theirs."));
	for (size_t i = 0; i < seats.n; i++)
		add_seat(pick, &seats.seats[i], (int64_t)i);
	for (size_t i = 0; i < seats.n; i++)
		if (seats.seats[i].here)
			view_pick_select(pick, (int64_t)i);
	desk_seats_clear(&seats);
	app_push(app, pick);
}
