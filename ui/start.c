/* SPDX-License-Identifier: GPL-3.0-or-later */
/* start.c - the first view of the screens, by its name; see app.h. */
#include "ui/app.h"

#include <string.h>

#include "base/i18n.h"
#include "src/kind.h"
#include "ui/view_glance.h"
#include "ui/view_list.h"
#include "ui/view_record.h"
#include "base/banned.h"

static bool
start_list(struct app *app, const char *name, struct err *err)
{
	const struct kind *kind = kind_find(name);

	if (!kind || (kind->flags & KIND_IS_PART))
		return err_set(err, ERR_USAGE, _("There is no list of \"%s\""),
			name);
	app_push(app, view_list_new(app, kind, NULL));
	return true;
}

bool
app_start(struct app *app, const char *view, struct err *err)
{
	struct desk_item item = { 0 };

	if (view && strncmp(view, "list:", 5) == 0)
		return start_list(app, view + 5, err);
	if (view && strcmp(view, "glance") != 0) {
		if (!desk_get(app->desk, 0, view, &item, err))
			return false;
		desk_item_clear(&item);
		/* Behind a record is the case, not the end of the program. */
		app_push(app, view_glance_new(app));
		view_record_open(app, view);
		return true;
	}
	app_push(app, view_glance_new(app));
	return true;
}
