/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draft.c - see form_draft.h. */
#include "ui/form_draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/columns.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum {
	KEEP_EVERY = 1000,	/* ms: so old is the draft at most */
	KEEP_KEYS = 20,
};

void
form_draft_keep(struct form_view *v)
{
	struct err err = ERR_INIT;

	free(v->unkept);
	v->unkept = NULL;
	if (form_keep(&v->form, &err))
		v->kept = form_changes(&v->form);
	else
		v->unkept = xasprintf(_("NO DRAFT KEPT: %s"), err.text);
	v->drafted = v->form.kept.kind != NULL;
}

int64_t
form_draft_tick(struct form_view *v, int64_t now)
{
	unsigned keys = form_changes(&v->form) - v->kept;

	if (keys == 0)
		return -1;
	if (now < v->kept_at + KEEP_EVERY && (v->unkept || keys < KEEP_KEYS))
		return v->kept_at + KEEP_EVERY - now;
	form_draft_keep(v);
	v->kept_at = now;
	return v->unkept ? KEEP_EVERY : -1;
}

/* --- Offering ----------------------------------------------------------- */

static bool
is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Is it a draft of what this form is for? */
static bool
is_of_form(const struct desk_draft *d, const struct form *f)
{
	return d->n_rows == 0 && d->fields.kind == f->kind &&
		is_same(d->ref, f->ref) &&
		(d->ref || is_same(record_text(&d->fields, HEADER_OF), f->of));
}

static void
take_up(struct form_view *v, const struct desk_draft *draft)
{
	struct app *app = v->view.app;
	struct form form;
	struct err err = ERR_INIT;

	if (!form_resume(&form, app->desk, &app->who, draft, &err)) {
		app_fail(app, &err);
		return;
	}
	form_free(&v->form);
	v->form = form;
	v->drafted = true;
	v->kept = form_changes(&v->form);
	form_check(&v->form, false, NULL);
}

static void
draft_picked(struct view *owner, int64_t row)
{
	struct form_view *v = (struct form_view *)owner;
	struct desk_drafts drafts = { 0 };
	struct err err = ERR_INIT;

	if (row < 0)
		return;
	if (!desk_drafts(owner->app->desk, &drafts, &err))
		app_fail(owner->app, &err);
	else if ((size_t)row < drafts.n)
		take_up(v, &drafts.drafts[row]);
	desk_drafts_clear(&drafts);
}

/* "2026-03-14 14:02", and what the record was to be called. */
static void
add_draft(struct view *pick, const struct desk_draft *d, const char *zone,
	int64_t row)
{
	struct strbuf title = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(d->at, zone, at);
	columns_title(&d->fields, zone, &title);
	view_pick_add(pick, at, title.len > 0 ? title.text :
		_("(without a title)"), row);
	strbuf_clear(&title);
}

void
form_draft_offer(struct form_view *v)
{
	struct app *app = v->view.app;
	struct desk_drafts drafts = { 0 };
	struct view *pick = NULL;

	/* Where nothing can be kept there is nothing to offer. */
	if (!desk_drafts(app->desk, &drafts, NULL))
		return;
	for (size_t i = 0; i < drafts.n; i++) {
		if (!is_of_form(&drafts.drafts[i], &v->form) ||
		    !form_draft_is_here(&drafts.drafts[i], &app->who))
			continue;
		if (!pick)
			pick = view_pick_new(_("Go on with a draft?"),
				draft_picked);
		add_draft(pick, &drafts.drafts[i], app->who.zone, (int64_t)i);
	}
	desk_drafts_clear(&drafts);
	if (!pick)
		return;
	view_pick_add(pick, NULL, _("Begin anew; the draft is kept"), -1);
	app_push(app, pick);
}
