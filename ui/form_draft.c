/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draft.c - see form_draft.h. */
#include "ui/form_draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/columns.h"
#include "ui/form_save.h"
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

/* A draft that another session took over is not typed any more here: that is said,
 * and what is typed all the same goes into another one. */
static int64_t
beat(struct form_view *v, int64_t now)
{
	struct err err = ERR_INIT;

	if (!v->drafted || v->form.elsewhere)
		return -1;
	if (now < v->beat_at + DESK_BEAT)
		return v->beat_at + DESK_BEAT - now;
	v->beat_at = now;
	if (!form_beat(&v->form, &err))
		app_fail(v->view.app, &err);
	return DESK_BEAT;
}

int64_t
form_draft_tick(struct form_view *v, int64_t now)
{
	unsigned keys = form_changes(&v->form) - v->kept;

	if (keys == 0)
		return beat(v, now);
	if (now < v->kept_at + KEEP_EVERY && (v->unkept || keys < KEEP_KEYS))
		return v->kept_at + KEEP_EVERY - now;
	form_draft_keep(v);
	v->kept_at = v->beat_at = now;
	return v->unkept ? KEEP_EVERY : DESK_BEAT;
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

/* By which a draft is found again, whatever was typed since: of its id as many
 * hexadecimal digits as a tag holds. */
static int64_t
tag_of(const struct desk_draft *d)
{
	int64_t tag = 0;
	int n = 0;

	for (const char *c = d->id; *c && n < 15; c++)
		if (*c != '-') {
			tag = tag * 16 + (*c >= 'a' ? *c - 'a' + 10 : *c - '0');
			n++;
		}
	return tag;
}

static const struct desk_draft *
find_draft(struct app *app, int64_t tag, struct desk_drafts *drafts)
{
	struct err err = ERR_INIT;

	if (!desk_drafts(app->desk, drafts, &err)) {
		app_fail(app, &err);
		return NULL;
	}
	for (size_t i = 0; i < drafts->n; i++)
		if (tag_of(&drafts->drafts[i]) == tag)
			return &drafts->drafts[i];
	app_say(app, ROLE_WARNING, _("The draft is not there any more."));
	return NULL;
}

static void
say_ago(int64_t at, struct strbuf *out)
{
	int64_t minutes = (clock_now() - at) / 60000;

	if (minutes < 1)
		strbuf_puts(out, _("typed into a moment ago"));
	else if (minutes < 120)
		strbuf_printf(out, ngettext("nothing typed for %lld minute",
			"nothing typed for %lld minutes",
			(unsigned long)minutes), (long long)minutes);
	else
		strbuf_printf(out, ngettext("nothing typed for %lld hour",
			"nothing typed for %lld hours",
			(unsigned long)(minutes / 60)),
			(long long)(minutes / 60));
}

void
form_draft_held(const struct desk_draft *d, struct strbuf *out)
{
	if (!d->held)
		return;
	strbuf_printf(out, _("open on %s, "), d->held);
	say_ago(d->at, out);
}

void
form_draft_ask(struct app *app, const struct desk_draft *d,
	void (*picked)(struct view *owner, int64_t tag))
{
	struct strbuf title = STRBUF_INIT, held = STRBUF_INIT;
	struct view *pick;

	form_draft_held(d, &held);
	strbuf_printf(&title, _("This draft is %s"), held.text);
	pick = view_pick_new(title.text, picked);
	view_pick_add(pick, NULL, _("Leave it there"), -1);
	view_pick_add(pick, NULL, _("Take it over: all that was typed comes here"),
		tag_of(d));
	app_push(app, pick);
	strbuf_clear(&title);
	strbuf_clear(&held);
}

bool
form_draft_take(struct app *app, int64_t tag, struct form *form)
{
	struct desk_drafts drafts = { 0 };
	const struct desk_draft *d = find_draft(app, tag, &drafts);
	struct err err = ERR_INIT;
	bool done = d && form_resume(form, app->desk, &app->who, d, true, &err);

	if (d && !done)
		app_fail(app, &err);
	desk_drafts_clear(&drafts);
	return done;
}

void
form_draft_go_on(struct form_view *v, const struct form *form)
{
	form_free(&v->form);
	v->form = *form;
	v->drafted = true;
	v->kept = form_changes(&v->form);
	v->beat_at = term_now(v->view.app->term);
	form_ask_desk(v);
}

static void
taken_over(struct view *owner, int64_t tag)
{
	struct form form;

	if (tag >= 0 && form_draft_take(owner->app, tag, &form))
		form_draft_go_on((struct form_view *)owner, &form);
}

static void
draft_picked(struct view *owner, int64_t tag)
{
	struct desk_drafts drafts = { 0 };
	const struct desk_draft *d = tag < 0 ? NULL :
		find_draft(owner->app, tag, &drafts);

	if (d && d->held)
		form_draft_ask(owner->app, d, taken_over);
	else if (d)
		taken_over(owner, tag);
	desk_drafts_clear(&drafts);
}

/* "2026-03-14 14:02", and what the record was to be called. */
static void
add_draft(struct view *pick, const struct desk_draft *d, const char *zone)
{
	struct strbuf title = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(d->at, zone, at);
	columns_title(&d->fields, zone, &title);
	if (title.len == 0)
		strbuf_puts(&title, _("(without a title)"));
	if (d->held) {
		strbuf_puts(&title, "; ");
		form_draft_held(d, &title);
	}
	view_pick_add(pick, at, title.text, tag_of(d));
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
		add_draft(pick, &drafts.drafts[i], app->who.zone);
	}
	desk_drafts_clear(&drafts);
	if (!pick)
		return;
	view_pick_add(pick, NULL, _("Begin anew; the draft is kept"), -1);
	app_push(app, pick);
}
