/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opening.c - see opening.h. */
#include "ui/opening.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/answer.h"
#include "ui/place.h"
#include "ui/view_form.h"
#include "ui/view_list.h"
#include "ui/view_news.h"
#include "ui/view_party.h"
#include "ui/view_record.h"
#include "base/banned.h"

static void
open_draft(struct app *app, const char *id, const struct desk_drafts *drafts)
{
	for (size_t i = 0; drafts && i < drafts->n; i++)
		if (strcmp(drafts->drafts[i].id, id) == 0) {
			view_form_draft(app, &drafts->drafts[i]);
			return;
		}
}

void
opening_line(struct app *app, const struct board_line *line,
	const struct desk_drafts *drafts)
{
	struct err err = ERR_INIT;
	bool waits;

	switch (line->what) {
	case BOARD_RECORD:
		waits = line->waits;
		if (view_record_open(app, line->opens) && waits)
			app_say(app, ROLE_HINT,
				_("This waits for you: w answers it."));
		break;
	case BOARD_ASKED:
		answer_begin(app, line->opens);
		break;
	case BOARD_PARTY:
		view_party_open(app, line->opens);
		break;
	case BOARD_NEWS:
		view_news_open(app, line->opens);
		break;
	case BOARD_DRAFT:
		open_draft(app, line->opens, drafts);
		break;
	case BOARD_LIST:
		app_push(app, view_list_new(app, kind_find(line->opens), ""));
		break;
	case BOARD_NEW:
		view_form_new(app, kind_find(line->opens));
		break;
	case BOARD_SCREEN:
		if (!place_open(app, line->opens, &err))
			app_fail(app, &err);
		break;
	case BOARD_HINT:
		break;
	}
}

bool
opening_has_notice(const struct board_line *line)
{
	return line && line->told && strcmp(line->name, line->opens) != 0;
}

void
opening_notice(struct app *app, const struct board_line *line)
{
	view_record_open(app, line->name);
}

void
opening_seen(struct app *app, const char *part)
{
	struct err err = ERR_INIT;

	if (!part || !desk_seen(app->desk, part, &err)) {
		app_fail(app, &err);
		return;
	}
	app_changed(app);
	app_say(app, ROLE_HINT, _("Taken off; nobody else is told."));
}
