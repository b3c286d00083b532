/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_cases.c - see view_cases.h. */
#include "ui/view_cases.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/fields.h"
#include "ui/view_glance.h"
#include "ui/view_pick.h"
#include "base/banned.h"

static void
sit_down(struct app *app, const char *code)
{
	struct desk_who who = { 0 };
	struct err err = ERR_INIT;

	if (!desk_use_case(app->desk, code, &err) ||
	    !desk_who(app->desk, &who, &err) ||
	    !fields_take(app->desk, &err)) {
		desk_who_clear(&who);
		app_fail(app, &err);
		return;
	}
	desk_who_clear(&app->who);
	app->who = who;
}

/* Nothing of the former case stays on the screen. Its drafts are kept while the
 * desk is still there: so all views are left first. */
void
view_cases_go(struct app *app, const char *code)
{
	while (app->top)
		app_pop(app);
	app->done = false;
	sit_down(app, code);
	app_push(app, view_glance_new(app));
}

static void
case_picked(struct view *owner, int64_t row)
{
	struct app *app = owner->app;
	struct desk_cases cases = { 0 };
	struct err err = ERR_INIT;

	if (!desk_cases(app->desk, &cases, &err))
		app_fail(app, &err);
	else if ((size_t)row < cases.n)
		view_cases_go(app, cases.cases[row].code);
	desk_cases_clear(&cases);
}

void
view_cases_open(struct app *app)
{
	struct desk_cases cases = { 0 };
	struct view *pick;
	struct err err = ERR_INIT;

	if (!desk_cases(app->desk, &cases, &err)) {
		app_fail(app, &err);
		return;
	}
	pick = view_pick_new(_("Go to case"), case_picked);
	for (size_t i = 0; i < cases.n; i++)
		view_pick_add(pick, cases.cases[i].code, cases.cases[i].title,
			(int64_t)i);
	for (size_t i = 0; i < cases.n; i++)
		if (app->who.casefile &&
		    strcmp(cases.cases[i].code, app->who.casefile) == 0)
			view_pick_select(pick, (int64_t)i);
	desk_cases_clear(&cases);
	app_push(app, pick);
}
