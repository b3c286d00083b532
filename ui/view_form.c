/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_form.c - see view_form.h. */
#include "ui/view_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/columns.h"
#include "ui/form_view.h"
#include "ui/key.h"
#include "ui/view_lookup.h"
#include "ui/view_memo.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { KEEP_EVERY = 1000 };	/* ms: so old is the draft at most */

static struct form_field *
field_at(const struct form_view *v)
{
	return &v->form.fields[v->at];
}

/* --- Drafts ------------------------------------------------------------- */

static void
keep_draft(struct form_view *v)
{
	struct err err = ERR_INIT;

	if (!form_keep(&v->form, &err))
		app_fail(v->view.app, &err);
	v->drafted = v->form.kept.kind != NULL;
}

/* Keys came since the last look: the draft is due a second after that. */
static int64_t
tick(struct view *view)
{
	struct form_view *v = (struct form_view *)view;
	int64_t now = term_now(view->app->term);

	if (view->app->key_at <= v->kept_at || v->over)
		return -1;
	if (now < v->kept_at + KEEP_EVERY && now < view->app->key_at + KEEP_EVERY)
		return v->kept_at + KEEP_EVERY - now;
	keep_draft(v);
	v->kept_at = now;
	return -1;
}

static void
leave(struct view *view)
{
	struct form_view *v = (struct form_view *)view;

	if (!v->over)
		keep_draft(v);
}

static void
close_form(struct view *view)
{
	struct form_view *v = (struct form_view *)view;

	form_free(&v->form);
	free(v);
}

/* --- Typing ------------------------------------------------------------- */

/* The field is left: the desk says what it thinks of it. */
static void
check(struct form_view *v)
{
	struct err err = ERR_INIT;

	field_at(v)->seen = true;
	if (!form_check(&v->form, false, &err))
		app_fail(v->view.app, &err);
}

static void
go_to(struct form_view *v, int64_t to)
{
	int64_t last = (int64_t)v->form.n - 1;

	to = to < 0 ? 0 : to > last ? last : to;
	if ((size_t)to == v->at)
		return;
	check(v);
	v->at = (size_t)to;
}

static bool
key(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;
	struct form_field *f = field_at(v);

	if (k == K_ENTER || !edit_key(&f->edit, k))
		return false;
	/* What was said about the former text is out of date. */
	free(f->fault);
	free(f->echo);
	free(f->remark);
	f->fault = f->echo = f->remark = NULL;
	return true;
}

static void
run_next(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	go_to(v, (int64_t)v->at + (k == K_PGDN ? 8 : 1));
}

static void
run_previous(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	go_to(v, (int64_t)v->at - (k == K_PGUP ? 8 : 1));
}

static void
code_picked(struct view *owner, int64_t row)
{
	struct form_view *v = (struct form_view *)owner;
	struct form_field *f = field_at(v);
	const char *code = row < 0 ? "" : f->field->codes[row].code;
	struct strbuf both = STRBUF_INIT;

	if (f->field->type == FIELD_CODES && *code && f->edit.text.len > 0)
		strbuf_printf(&both, "%s,", f->edit.text.text);
	strbuf_puts(&both, code);
	edit_set(&f->edit, both.text);
	strbuf_clear(&both);
	check(v);
	if (f->field->type == FIELD_CODE)
		go_to(v, (int64_t)v->at + 1);
}

static void
open_codes(struct form_view *v)
{
	struct form_field *f = field_at(v);
	struct view *pick = view_pick_new(_(f->field->label), code_picked);
	int64_t row = 0;

	view_pick_add(pick, NULL, _("(none)"), -1);
	for (const struct field_code *c = f->field->codes; c->code; c++, row++)
		view_pick_add(pick, c->code, _(c->label), row);
	row = 0;
	for (const struct field_code *c = f->field->codes; c->code; c++, row++)
		if (strcmp(c->code, f->edit.text.text) == 0)
			view_pick_select(pick, row);
	app_push(v->view.app, pick);
}

static void
ref_picked(struct view *owner, const char *ref)
{
	struct form_view *v = (struct form_view *)owner;

	edit_set(&field_at(v)->edit, ref);
	go_to(v, (int64_t)v->at + 1);
}

static void
run_enter(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;
	struct form_field *f = field_at(v);

	(void)k;
	if (f->field->codes)
		open_codes(v);
	else if (f->field->type == FIELD_REF)
		view_lookup_open(view->app, _(f->field->label),
			f->field->kinds, ref_picked);
	else if (f->field->type == FIELD_LONG)
		view_memo_open(view->app, _(f->field->label), &f->edit);
	else
		go_to(v, (int64_t)v->at + 1);
}

/* --- Saving and leaving ------------------------------------------------- */

static void
say_saved(struct form_view *v, const struct desk_acted *acted)
{
	struct strbuf text = STRBUF_INIT;
	bool more = acted->merged || acted->n_notices > 0;

	strbuf_printf(&text, acted->unchanged ? _("%s: nothing was changed") :
		_("Saved %s"), acted->ref);
	if (acted->merged)
		strbuf_puts(&text, _("; others changed other fields: both are kept"));
	for (size_t i = 0; i < acted->n_notices; i++)
		strbuf_printf(&text, "; %s", acted->notices[i].text);
	app_say(v->view.app, more ? ROLE_WARNING : ROLE_STRONG, text.text);
	strbuf_clear(&text);
}

static void
run_save(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	struct app *app = view->app;

	(void)k;
	field_at(v)->seen = true;
	if (form_save(&v->form, &acted, &v->at, &err)) {
		v->over = true;
		app_pop(app);
		app_changed(app);
		if (app->top && app->top->ops->show)
			app->top->ops->show(app->top, v->form.kind, acted.uid);
		say_saved(v, &acted);
	} else if (field_at(v)->fault)
		app_say(app, ROLE_ERROR, _("Not saved: look at the fields that "
			"are marked."));
	else
		app_fail(app, &err);
	desk_acted_clear(&acted);
}

static void
run_choose_version(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	form_choose(field_at(v), k == K_F1 + 4);
	for (size_t i = 0; i < v->form.n; i++)
		if (v->form.fields[i].theirs) {
			v->at = i;
			return;
		}
	app_say(view->app, ROLE_STRONG, _("All is decided: save again."));
}

static bool
may(struct view *view, const struct command *c, struct err *err)
{
	return c->run != run_choose_version ||
		field_at((struct form_view *)view)->theirs ||
		err_set(err, ERR_RULE, _("Nobody else changed this field"));
}

static void
run_back(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	(void)k;
	keep_draft(v);
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

static void
run_discard(struct view *view, int k)
{
	struct view *pick = view_pick_new(_("Throw away what was typed?"),
		discard_picked);

	(void)k;
	view_pick_add(pick, NULL, _("Go on typing"), 0);
	view_pick_add(pick, NULL, _("Throw it away"), 1);
	app_push(view->app, pick);
}

const struct command view_form_commands[] = {
	{ .keys = "F2 ^X", .name = "save", .label = N_("Save"), .run = run_save,
	  .flags = COMMAND_WRITES, .help = N_("Check all and save.") },
	{ .keys = "Down Tab PgDn", .name = "next", .label = N_("Next"),
	  .run = run_next, .help = N_("Go to the next field.") },
	{ .keys = "Up BackTab PgUp", .name = "previous", .run = run_previous,
	  .help = N_("Go to the field before.") },
	{ .keys = "Enter F4", .name = "enter", .label = N_("Choose"),
	  .run = run_enter,
	  .help = N_("Show the choices, open a long text, or go on.") },
	{ .keys = "F5 F6", .name = "choose-version", .run = run_choose_version,
	  .help = N_("Take what others made of this field; F6 keeps yours.") },
	{ .keys = "F8", .name = "discard", .run = run_discard,
	  .help = N_("Throw away what was typed, with its draft.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Leave"), .run = run_back,
	  .help = N_("Leave without saving; a draft is kept.") },
	{ .keys = NULL }
};

static const struct view_ops form_ops = {
	.name = "form",
	.commands = view_form_commands,
	.draw = form_draw,
	.key = key,
	.tick = tick,
	.may = may,
	.leave = leave,
	.close = close_form,
};

/* --- Opening ------------------------------------------------------------ */

static bool
is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Is it a draft of what this form is for? */
static bool
is_of_form(const struct desk_draft *d, const struct form *f)
{
	return d->fields.kind == f->kind && is_same(d->ref, f->ref) &&
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

/* What was typed and not saved is offered; Esc leaves it for another time. */
static void
offer_drafts(struct form_view *v)
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

static struct form_view *
make(struct app *app)
{
	struct form_view *v = xcalloc(1, sizeof(*v));

	v->view.ops = &form_ops;
	v->view.app = app;
	v->view.typing = true;
	v->kept_at = app->key_at;
	return v;
}

void
view_form_part(struct app *app, const struct kind *kind, const char *of)
{
	struct form_view *v = make(app);

	form_begin(&v->form, app->desk, &app->who, kind, of);
	app_push(app, &v->view);
	offer_drafts(v);
}

void
view_form_new(struct app *app, const struct kind *kind)
{
	view_form_part(app, kind, NULL);
}

void
view_form_link(struct app *app, const char *from)
{
	const struct kind *k = kind_of(KIND_LINK);
	struct form_view *v = make(app);

	form_begin(&v->form, app->desk, &app->who, k, NULL);
	form_give(&v->form, kind_index(k, "a"), from);
	app_push(app, &v->view);
	offer_drafts(v);
}

void
view_form_edit(struct app *app, const char *ref)
{
	struct form_view *v = make(app);
	struct err err = ERR_INIT;

	if (!form_begin_change(&v->form, app->desk, &app->who, ref, &err)) {
		app_fail(app, &err);
		free(v);
		return;
	}
	app_push(app, &v->view);
	offer_drafts(v);
}

void
view_form_like(struct app *app, const char *ref)
{
	struct form_view *v = make(app);
	struct err err = ERR_INIT;

	if (!form_begin_like(&v->form, app->desk, &app->who, ref, &err)) {
		app_fail(app, &err);
		free(v);
		return;
	}
	app_push(app, &v->view);
	form_check(&v->form, false, NULL);
}

void
view_form_draft(struct app *app, const struct desk_draft *draft)
{
	struct form_view *v = make(app);
	struct err err = ERR_INIT;

	if (!form_resume(&v->form, app->desk, &app->who, draft, &err)) {
		app_fail(app, &err);
		free(v);
		return;
	}
	v->drafted = true;
	app_push(app, &v->view);
	form_check(&v->form, false, NULL);
}
