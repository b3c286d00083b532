/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_drafts.c - see view_drafts.h. */
#include "ui/view_drafts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "src/kind.h"
#include "ui/columns.h"
#include "ui/form.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "base/banned.h"

static void
picked(struct view *owner, int64_t row)
{
	struct app *app = owner->app;
	struct desk_drafts drafts = { 0 };
	struct err err = ERR_INIT;

	if (!desk_drafts(app->desk, &drafts, &err))
		app_fail(app, &err);
	else if ((size_t)row < drafts.n)
		view_form_draft(app, &drafts.drafts[row]);
	desk_drafts_clear(&drafts);
}

/* "2026-03-14 14:02", what it is of and what it was to be called. */
static void
add(struct view *pick, const struct desk_draft *d, const char *zone, int64_t row)
{
	struct strbuf text = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(d->at, zone, at);
	strbuf_printf(&text, "%s  ", d->ref ? d->ref : _(d->fields.kind->label));
	columns_title(&d->fields, zone, &text);
	view_pick_add(pick, at, text.text, row);
	strbuf_clear(&text);
}

bool
view_drafts_open(struct app *app, struct err *err)
{
	struct desk_drafts drafts = { 0 };
	struct view *pick = NULL;

	if (!desk_drafts(app->desk, &drafts, err))
		return false;
	for (size_t i = 0; i < drafts.n; i++) {
		if (!form_draft_is_here(&drafts.drafts[i], &app->who))
			continue;
		if (!pick)
			pick = view_pick_new(_("Go on with a draft"), picked);
		add(pick, &drafts.drafts[i], app->who.zone, (int64_t)i);
	}
	desk_drafts_clear(&drafts);
	if (!pick)
		return err_set(err, ERR_NOT_FOUND, _("There are no drafts: "
			"all that was typed is saved"));
	app_push(app, pick);
	return true;
}
