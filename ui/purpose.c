/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purpose.c - see purpose.h. */
#include "ui/purpose.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/view_ask.h"
#include "ui/view_record.h"
#include "base/banned.h"

static bool
answered(struct view *owner, const char *text, struct err *err)
{
	struct app *app = owner->app;

	if (!desk_purpose(app->desk, app->asked_why, text, err))
		return false;
	/* The lists below tell more of it now. */
	app_changed(app);
	view_record_open(app, app->asked_why);
	return true;
}

void
purpose_ask(struct app *app, const char *ref)
{
	char *copy = xstrdup(ref);

	free(app->asked_why);
	app->asked_why = copy;
	view_ask_open(app, _("Why do you open this record?"), "",
		_("Restricted, or special categories: your words are logged."),
		answered);
}

void
purpose_ask_export(struct app *app, bool again, bool (*given)(struct view *owner,
	const char *text, struct err *err))
{
	view_ask_open(app, again ? _("Why do you export what is restricted?") :
		_("Why does it go out?"), "", again ?
		_("Or special categories. It is logged with this export.") :
		_("It is logged with this export. Nothing: what was said before, or what the case is about."),
		given);
}
