/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_save.c - see form_save.h. */
#include "ui/form_save.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/cell.h"
#include "ui/form_draft.h"
#include "ui/hitline.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "base/banned.h"

void
form_ask_desk(struct form_view *v)
{
	struct err err = ERR_INIT;

	v->checked = form_changes(&v->form);
	if (!form_check(&v->form, false, &err))
		app_fail(v->view.app, &err);
	for (size_t i = 0; i < v->form.n; i++)
		if (v->form.fields[i].theirs)
			v->open[v->form.fields[i].place.group] = true;
}

void
form_finish(struct form_view *v)
{
	struct form_field *f = form_at(v);

	if (!f)
		return;
	cell_finish(f->field, &f->edit);
	if (strcmp(f->edit.text.text, f->base) != 0)
		cell_find(v->view.app->desk, f->field, &f->edit);
	f->seen = true;
	form_ask_desk(v);
}

/* --- Saving ------------------------------------------------------------- */

static void
say_saved(struct form_view *v, const struct desk_acted *acted)
{
	struct strbuf text = STRBUF_INIT;
	bool more = acted->merged || acted->n_notices > 0 || acted->n_hits > 0;

	strbuf_printf(&text, acted->unchanged ? _("%s: nothing was changed") :
		_("Saved %s"), acted->ref);
	for (size_t i = 0; i < v->form.n; i++)
		if (form_is_passed(&v->form, &v->form.fields[i])) {
			strbuf_puts(&text, _("; what was not taken is a comment"));
			break;
		}
	if (acted->merged)
		strbuf_puts(&text, _("; others changed other fields: both are kept"));
	if (acted->n_hits)
		strbuf_puts(&text, "; ");
	hitline_all(&text, acted->hits, acted->n_hits);
	for (size_t i = 0; i < acted->n_notices; i++)
		strbuf_printf(&text, "; %s", acted->notices[i].text);
	app_say(v->view.app, more ? ROLE_WARNING : ROLE_STRONG, text.text);
	strbuf_clear(&text);
}

static void
saved(struct form_view *v, const struct desk_acted *acted)
{
	struct app *app = v->view.app;

	v->over = true;
	recall_keep(&v->form);
	app_pop(app);
	app_changed(app);
	if (app->top && app->top->ops->show)
		app->top->ops->show(app->top, v->form.kind, acted->uid);
	say_saved(v, acted);
}

/* What is to be looked at is made to be seen, in whatever group it is. */
static void
not_saved(struct form_view *v, size_t at, const struct err *err)
{
	struct app *app = v->view.app;
	struct form *f = &v->form;

	for (size_t i = 0; i < f->n; i++)
		if (f->fields[i].fault || f->fields[i].theirs)
			v->open[f->fields[i].place.group] = true;
	if (at < f->n)
		form_reveal(v, at);
	if (at < f->n && f->fields[at].fault)
		app_say(app, ROLE_ERROR, _("Not saved: look at the fields that "
			"are marked."));
	else
		app_fail(app, err);
}

/* True when it was saved: the form is off the stack then. */
static bool
save(struct form_view *v, struct desk_acted *acted)
{
	struct err err = ERR_INIT;
	size_t at = v->form.n;
	bool done;

	form_finish(v);
	done = form_save(&v->form, acted, &at, &err);
	if (done)
		saved(v, acted);
	else
		not_saved(v, at, &err);
	return done;
}

void
form_run_save(struct view *view, int k)
{
	struct desk_acted acted = { 0 };

	(void)k;
	save((struct form_view *)view, &acted);
	desk_acted_clear(&acted);
}

void
form_run_save_next(struct view *view, int k)
{
	struct desk_acted acted = { 0 };
	struct app *app = view->app;

	(void)k;
	if (save((struct form_view *)view, &acted))
		view_form_like(app, acted.ref);
	desk_acted_clear(&acted);
}

/* --- Leaving ------------------------------------------------------------ */

void
form_run_back(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	(void)k;
	form_draft_keep(v);
	if (v->unkept) {
		app_say(view->app, ROLE_ERROR, _("Leaving would lose what you "
			"typed: no draft can be kept. F8 throws it away."));
		return;
	}
	app_pop(view->app);
	if (v->drafted)
		app_say(view->app, ROLE_STRONG, _("Not saved; what you typed is "
			"kept as a draft."));
}

static void
discard_picked(struct view *owner, int64_t yes)
{
	struct form_view *v = (struct form_view *)owner;
	struct err err = ERR_INIT;

	if (!yes)
		return;
	v->over = true;
	if (!form_discard(&v->form, &err))
		app_fail(owner->app, &err);
	app_pop(owner->app);
}

void
form_run_discard(struct view *view, int k)
{
	struct view *pick = view_pick_new(_("Throw away what was typed?"),
		discard_picked);

	(void)k;
	view_pick_add(pick, NULL, _("Go on typing"), 0);
	view_pick_add(pick, NULL, _("Throw it away"), 1);
	app_push(view->app, pick);
}
