/* SPDX-License-Identifier: GPL-3.0-or-later */
/* start.c - the first view of the screens, by its name; see app.h. */
#include "ui/app.h"

#include <string.h>

#include "ui/place.h"
#include "ui/view_glance.h"
#include "base/banned.h"

bool
app_start(struct app *app, const char *view, struct err *err)
{
	bool list = view && strncmp(view, "list:", 5) == 0;

	/* Behind all but a list is the case, not the end of the program. */
	if (!list)
		app_push(app, view_glance_new(app));
	/* Who reads no records, but who read them, begins with that. */
	if (!view && !desk_may(app->desk, "list", NULL) &&
	    desk_may(app->desk, "access-log", NULL))
		view = "audit";
	return !view || place_open(app, view, err);
}
