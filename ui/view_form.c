/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_form.c - see view_form.h. */
#include "ui/view_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/begun.h"
#include "ui/cell.h"
#include "ui/editor.h"
#include "ui/form_draft.h"
#include "ui/form_save.h"
#include "ui/key.h"
#include "ui/view_memo.h"
#include "ui/view_pick.h"
#include "ui/view_sheet.h"
#include "ui/view_template.h"
#include "ui/view_versions.h"
#include "base/banned.h"

enum {
	CHECK_AFTER = 400,	/* ms without a key: the desk is asked, ... */
	FAULT_AFTER = 1500,	/* ... and what is wrong here is told, not before */
	PAGE = 8,
};

/* --- While nobody types ------------------------------------------------- */

static int64_t
sooner(int64_t a, int64_t b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* Is something typed here of which it was not told whether it is wrong? */
static bool
is_untold(const struct form_field *f)
{
	return f && f->edit.text.len > 0 && !f->seen;
}

/* Keys rest: how it is understood is said soon, that it is wrong only when nobody
 * seems to be in the middle of typing it. */
static int64_t
check_tick(struct form_view *v, int64_t now)
{
	struct form_field *f = form_at(v);
	int64_t rest = now - v->view.app->key_at;
	bool asked = v->checked == form_changes(&v->form);

	if (asked && !is_untold(f))
		return -1;
	if (rest < (asked ? FAULT_AFTER : CHECK_AFTER))
		return (asked ? FAULT_AFTER : CHECK_AFTER) - rest;
	if (rest >= FAULT_AFTER && is_untold(f))
		f->seen = true;
	form_ask_desk(v);
	return is_untold(f) ? FAULT_AFTER - rest : -1;
}

static int64_t
tick(struct view *view)
{
	struct form_view *v = (struct form_view *)view;
	int64_t now = term_now(view->app->term), wait;

	if (v->over)
		return -1;
	wait = form_draft_tick(v, now);
	return view->app->top == view ? sooner(wait, check_tick(v, now)) : wait;
}

static void
leave(struct view *view)
{
	struct form_view *v = (struct form_view *)view;

	if (!v->over)
		form_draft_keep(v);
}

static void
close_form(struct view *view)
{
	struct form_view *v = (struct form_view *)view;

	form_free(&v->form);
	recall_clear(&v->recall);
	callees_clear(&v->callees);
	free(v->unkept);
	free(v);
}

/* --- Typing ------------------------------------------------------------- */

static void
go_to(struct form_view *v, size_t to)
{
	if (to == v->at)
		return;
	form_finish(v);
	v->at = to;
}

static bool
group_key(struct form_view *v, int k)
{
	if (k != K_LEFT && k != K_RIGHT)
		return false;
	v->open[form_at_group(v)] = k == K_RIGHT;
	return true;
}

bool
form_may_call(const struct form_view *v, const struct form_field *f)
{
	return f->field->type == FIELD_LONG &&
		(v->form.kind->no == KIND_COMMENT ||
		 v->form.kind->no == KIND_JOURNAL);
}

static void
look_for_callees(struct form_view *v, const struct form_field *f)
{
	if (form_may_call(v, f))
		callees_look(&v->callees, v->form.desk, &f->edit);
	else
		complete_clear(&v->callees.offers);
}

static bool
key(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;
	struct form_field *f = form_at(v);
	unsigned changes;

	if (!f)
		return group_key(v, k);
	changes = f->edit.changes;
	if (!(k == K_TAB && callees_take(&v->callees, &f->edit)) &&
	    (k == K_ENTER || !edit_key(&f->edit, k)))
		return false;
	if (f->edit.changes != changes) {
		form_typed(f);
		f->seen = false;
	}
	recall_suggest(&v->recall, &v->form, f);
	if (k != K_TAB)
		look_for_callees(v, f);
	return true;
}

static bool
paste(struct view *view, const char *text, size_t len)
{
	struct form_field *f = form_at((struct form_view *)view);

	if (!f)
		return false;
	edit_paste(&f->edit, text, len);
	form_typed(f);
	f->seen = false;
	return true;
}

static void
run_next(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	go_to(v, form_step(v, k == K_PGDN ? PAGE : 1));
}

static void
run_previous(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	go_to(v, form_step(v, k == K_PGUP ? -PAGE : -1));
}

/* --- Choosing ----------------------------------------------------------- */

static void
code_picked(struct view *owner, int64_t row)
{
	struct form_view *v = (struct form_view *)owner;
	struct form_field *f = form_at(v);

	cell_take_code(f->field, &f->edit, row);
	if (f->field->type == FIELD_CODE)
		go_to(v, form_step(v, 1));
	else
		form_finish(v);
}

static void
ref_picked(struct view *owner, const char *ref)
{
	struct form_view *v = (struct form_view *)owner;

	edit_replace(&form_at(v)->edit, ref);
	go_to(v, form_step(v, 1));
}

static void
recalled(struct view *owner, int64_t row)
{
	struct form_view *v = (struct form_view *)owner;
	struct err err = ERR_INIT;

	if (row >= 0)
		edit_replace(&form_at(v)->edit, v->recall.texts[row]);
	else if (!recall_forget(&v->recall, &v->form, &err))
		app_fail(owner->app, &err);
}

/* What was typed into this field before. */
static void
open_recall(struct form_view *v)
{
	struct form_field *f = form_at(v);
	struct view *pick;

	if (!recall_load(&v->recall, &v->form, f)) {
		app_say(v->view.app, ROLE_HINT, _("There is nothing to choose "
			"from: type the text."));
		return;
	}
	pick = view_pick_new(_(f->field->label), recalled);
	for (size_t i = 0; i < v->recall.n; i++)
		view_pick_add(pick, NULL, v->recall.texts[i], (int64_t)i);
	view_pick_add(pick, NULL, _("(forget these)"), -1);
	app_push(v->view.app, pick);
}

/* Words to look for: not a ref that is known, for then another is wanted. */
static const char *
words_of(const struct form_field *f)
{
	const char *typed = f->edit.text.text;

	return f->field->codes || (!f->echo && strcmp(typed, f->base) != 0) ?
		typed : "";
}

/* On to the next field that two people changed. */
static void
go_to_undecided(struct form_view *v)
{
	for (size_t i = 0; i < v->form.n; i++)
		if (v->form.fields[i].theirs) {
			form_reveal(v, i);
			return;
		}
	app_say(v->view.app, ROLE_STRONG, _("All is decided: save again."));
}

static void
decided(struct view *owner, bool edit)
{
	struct form_view *v = (struct form_view *)owner;
	struct form_field *f = form_at(v);

	if (edit && f->field->type == FIELD_LONG)
		view_memo_open(owner->app, _(f->field->label), &f->edit,
			form_may_call(v, f));
	else if (!edit)
		go_to_undecided(v);
	form_typed(f);
}

static void
run_enter(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;
	struct form_field *f = form_at(v);

	if (!f)
		v->open[form_at_group(v)] = !v->open[form_at_group(v)];
	else if (f->theirs)
		view_versions_open(view->app, &v->form, f, decided);
	else if (f->field->type == FIELD_LONG)
		view_memo_open(view->app, _(f->field->label), &f->edit,
			form_may_call(v, f));
	else if (cell_choose(view->app, f->field, words_of(f), code_picked,
	    ref_picked))
		return;
	else if (k == K_ENTER)
		go_to(v, form_step(v, 1));
	else
		open_recall(v);
}

/* --- Taking back -------------------------------------------------------- */

static void
run_undo(struct view *view, int k)
{
	struct form_field *f = form_at((struct form_view *)view);

	(void)k;
	if (f && edit_undo(&f->edit))
		form_typed(f);
}

static void
run_redo(struct view *view, int k)
{
	struct form_field *f = form_at((struct form_view *)view);

	(void)k;
	if (f && edit_redo(&f->edit))
		form_typed(f);
}

static void
run_choose_version(struct view *view, int k)
{
	struct form_view *v = (struct form_view *)view;

	form_choose(form_at(v), k == K_F1 + 4);
	go_to_undecided(v);
}

/* What is typed, and what stood there before. */
static void
run_template(struct view *view, int k)
{
	const struct form *form = &((struct form_view *)view)->form;
	struct record values;

	(void)k;
	record_init(&values, form->kind);
	for (size_t i = 0; i < form->n; i++)
		record_set(&values, form->fields[i].index,
			form->fields[i].edit.text.text);
	view_template_keep(view->app, &values);
	record_clear(&values);
}

static void
run_editor(struct view *view, int k)
{
	struct form_field *f = form_at((struct form_view *)view);
	struct err err = ERR_INIT;

	(void)k;
	if (!editor_run(view->app, &f->edit, &err))
		app_fail(view->app, &err);
	app_resize(view->app);
	form_typed(f);
}

static bool
may_edit(struct form_view *v, struct err *err)
{
	struct form_field *f = form_at(v);

	if (!f || f->field->type != FIELD_LONG)
		return err_set(err, ERR_RULE,
			_("An editor is for long texts alone"));
	return editor_may(v->view.app, err);
}

static bool
may(struct view *view, const struct command *c, struct err *err)
{
	struct form_field *f = form_at((struct form_view *)view);

	if (c->run == run_editor)
		return may_edit((struct form_view *)view, err);
	return c->run != run_choose_version || (f && f->theirs) ||
		err_set(err, ERR_RULE, _("Nobody else changed this field"));
}

/* What Enter does here; where it goes on, Next says so already. */
static const char *
label(const struct view *view, const struct command *c)
{
	struct form_view *v = (struct form_view *)(uintptr_t)view;
	const struct form_field *f = form_at(v);

	if (c->run != run_enter)
		return c->label;
	if (!f)
		return v->open[form_at_group(v)] ? N_("Fold") : N_("Open");
	if (f->theirs)
		return N_("Show both");
	return f->field->type == FIELD_LONG ? N_("Write") :
		cell_chooses(f->field) ? c->label : NULL;
}

const struct command view_form_commands[] = {
	{ .keys = "F2 ^X", .name = "save", .label = N_("Save"),
	  .run = form_run_save, .flags = COMMAND_WRITES,
	  .help = N_("Check all and save.") },
	{ .keys = "Down Tab PgDn", .name = "next", .label = N_("Next"),
	  .run = run_next, .help = N_("Go to the next field.") },
	{ .keys = "Up BackTab PgUp", .name = "previous", .run = run_previous,
	  .help = N_("Go to the field before.") },
	{ .keys = "Enter F4", .name = "enter", .label = N_("Choose"),
	  .run = run_enter,
	  .help = N_("Show the choices, open a long text or a line of fields, or go on; F4 shows what was typed here before.") },
	{ .keys = "F9", .name = "save-next", .label = N_("Save, next"),
	  .run = form_run_save_next, .flags = COMMAND_WRITES,
	  .help = N_("Save, and begin the next one like it.") },
	{ .keys = "^O", .name = "editor", .run = run_editor,
	  .help = N_("Give a long text to your editor; on a private store only.") },
	{ .keys = "F7 ^_", .name = "undo-typing", .run = run_undo,
	  .help = N_("Take back what was typed last in this field.") },
	{ .keys = "^R", .name = "redo-typing", .run = run_redo,
	  .help = N_("Type it again after all.") },
	{ .keys = "F5 F6", .name = "choose-version", .run = run_choose_version,
	  .help = N_("Take what others made of this field; F6 keeps yours, Enter shows both.") },
	{ .keys = "^T", .name = "template", .run = run_template,
	  .help = N_("Keep the values as a template, under a name.") },
	{ .keys = "F8", .name = "discard", .run = form_run_discard,
	  .help = N_("Throw away what was typed, with its draft.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Leave"),
	  .run = form_run_back,
	  .help = N_("Leave without saving; a draft is kept.") },
	{ .keys = NULL }
};

static const struct view_ops form_ops = {
	.name = "form",
	.commands = view_form_commands,
	.draw = form_draw,
	.key = key,
	.paste = paste,
	.tick = tick,
	.may = may,
	.label = label,
	.leave = leave,
	.close = close_form,
};

/* --- Opening ------------------------------------------------------------ */

static struct form_view *
make(struct app *app)
{
	struct form_view *v = xcalloc(1, sizeof(*v));

	v->view.ops = &form_ops;
	v->view.app = app;
	v->view.typing = true;
	v->kept_at = app->key_at;
	v->open[USUAL_FIRST] = true;
	return v;
}

/* What is there is understood before anything is typed. */
static void
open_form(struct form_view *v)
{
	v->kept = form_changes(&v->form);
	app_push(v->view.app, &v->view);
	form_ask_desk(v);
}

static void
fail_to_open(struct form_view *v, const struct err *err)
{
	app_fail(v->view.app, err);
	free(v);
}

void
view_form_part(struct app *app, const struct kind *kind, const char *of)
{
	struct form_view *v = make(app);

	form_begin(&v->form, app->desk, &app->who, kind, of);
	if (of)
		begun_part(&v->form);
	open_form(v);
	form_draft_offer(v);
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
	open_form(v);
	form_draft_offer(v);
}

void
view_form_edit(struct app *app, const char *ref)
{
	struct form_view *v = make(app);
	struct err err = ERR_INIT;

	if (!form_begin_change(&v->form, app->desk, &app->who, ref, &err)) {
		fail_to_open(v, &err);
		return;
	}
	open_form(v);
	form_draft_offer(v);
}

void
view_form_typed(struct app *app, const struct record *typed)
{
	struct form_view *v = make(app);

	form_begin(&v->form, app->desk, &app->who, typed->kind,
		typed->kind->flags & KIND_IS_PART ?
		record_text(typed, HEADER_OF) : NULL);
	for (size_t i = 0; i < v->form.n; i++) {
		struct form_field *f = &v->form.fields[i];

		if (record_text(typed, f->index))
			edit_set(&f->edit, record_text(typed, f->index));
	}
	open_form(v);
}

void
view_form_like(struct app *app, const char *ref)
{
	struct form_view *v = make(app);
	struct err err = ERR_INIT;

	if (!form_begin_like(&v->form, app->desk, &app->who, ref, &err)) {
		fail_to_open(v, &err);
		return;
	}
	open_form(v);
}

static void
open_draft(struct app *app, const struct form *form)
{
	struct form_view *v = make(app);

	app_push(app, &v->view);
	form_draft_go_on(v, form);
}

static void
taken_over(struct view *owner, int64_t tag)
{
	struct form form;

	if (tag >= 0 && form_draft_take(owner->app, tag, &form))
		open_draft(owner->app, &form);
}

void
view_form_draft(struct app *app, const struct desk_draft *draft)
{
	struct err err = ERR_INIT;
	struct form form;

	if (draft->n_rows > 0)
		view_sheet_draft(app, draft);
	else if (draft->held)
		form_draft_ask(app, draft, taken_over);
	else if (form_resume(&form, app->desk, &app->who, draft, false, &err))
		open_draft(app, &form);
	else
		app_fail(app, &err);
}
