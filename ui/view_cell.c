/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_cell.c - see view_cell.h. */
#include "ui/view_cell.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/cell.h"
#include "ui/form.h"
#include "ui/hitline.h"
#include "ui/key.h"
#include "ui/view_memo.h"
#include "base/banned.h"

enum {
	KEEP_EVERY = 1000,	/* ms: so old is the draft at most */
	PAUSE = 150,		/* ms without a key before the desk is asked */
	LEAST = 16,		/* columns to type in, however narrow the cell */
};

struct cell_view {
	struct view view;
	struct form form;
	struct form_field *field;	/* of form: the one */
	bool (*where)(const struct view *owner, struct area *at);
	void (*go_on)(struct view *owner, int by);
	int64_t kept_at, checked_at;	/* term_now of the last key looked at */
	bool asked;			/* which of several records is meant */
	bool over;			/* nothing is left to keep */
};

/* --- Drawing ------------------------------------------------------------ */

static void
said(const struct cell_view *v, struct strbuf *out, enum role *role)
{
	const struct form_field *f = v->field;
	const char *typed = f->edit.text.text;

	/* A code that is begun is not wrong yet. */
	if (!f->theirs && cell_begins(f->field, typed)) {
		*role = ROLE_HINT;
		cell_hint(f->field, typed, out);
		return;
	}
	*role = f->theirs ? ROLE_WARNING : f->fault ? ROLE_ERROR :
		f->remark ? ROLE_STRONG : ROLE_HINT;
	if (f->theirs)
		strbuf_printf(out, _("Others changed it to \"%s\": F5 takes theirs, F6 keeps yours"),
			*f->theirs ? f->theirs : _("(cleared)"));
	else if (f->fault || f->remark)
		strbuf_puts(out, f->fault ? f->fault : f->remark);
	else if (f->echo)
		strbuf_printf(out, "= %s", f->echo);
	else
		cell_hint(f->field, typed, out);
}

/* What is to be said stands below the cell, or above it on the last row. */
static void
draw_said(struct cell_view *v, struct grid *g, struct area a, struct area at)
{
	struct strbuf text = STRBUF_INIT;
	enum role role;
	int y = at.y + 1 < a.y + a.rows ? at.y + 1 : at.y - 1;
	int width, x = at.x;

	said(v, &text, &role);
	width = edit_columns(&(struct edit){ .text = text }, g->ascii, 0,
		text.len) + 2;
	if (width > a.cols)
		width = a.cols;
	if (x + width > a.x + a.cols)
		x = a.x + a.cols - width;
	if (text.len > 0) {
		grid_fill(g, y, x, width, ROLE_TEXT);
		grid_put(g, y, x + 1, width - 2, text.text, role);
	}
	strbuf_clear(&text);
}

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct cell_view *v = (struct cell_view *)view;
	struct area at;

	/* A cell that is out of sight is typed into on the last row. */
	if (!v->where(view->below, &at) || at.y < a.y || at.y >= a.y + a.rows ||
	    at.x < a.x || at.x >= a.x + a.cols)
		at = (struct area){ a.y + a.rows - 1, a.x, 1, a.cols };
	if (at.cols < LEAST)
		at.cols = LEAST;
	if (at.x + at.cols > a.x + a.cols)
		at.x = a.x + a.cols - at.cols > a.x ?
			a.x + a.cols - at.cols : a.x;
	if (at.cols > a.cols)
		at.cols = a.cols;
	draw_said(v, g, a, at);
	cell_draw(v->field->field, &v->field->edit, g, at, true);
}

/* --- Typing ------------------------------------------------------------- */

static void
check(struct cell_view *v)
{
	v->field->seen = true;
	/* That the desk cannot be asked just now is said by the save. */
	form_check(&v->form, false, NULL);
}

static void
forget_said(struct form_field *f)
{
	free(f->fault);
	free(f->echo);
	free(f->remark);
	f->fault = f->echo = f->remark = NULL;
}

static bool
key(struct view *view, int k)
{
	struct cell_view *v = (struct cell_view *)view;

	if (k == K_ENTER || !edit_key(&v->field->edit, k))
		return false;
	v->asked = false;
	forget_said(v->field);
	return true;
}

/* Keys came since *since, and it is time: then *since is now. ms until then else;
 * -1 for nothing to wait for. */
static int64_t
due_in(int64_t at, int64_t now, int64_t key_at, int64_t *since)
{
	if (key_at <= *since)
		return -1;
	if (now < at)
		return at - now;
	*since = now;
	return 0;
}

static int64_t
tick(struct view *view)
{
	struct cell_view *v = (struct cell_view *)view;
	int64_t now = term_now(view->app->term), key_at = view->app->key_at;
	struct err err = ERR_INIT;
	int64_t check_in, keep_in;

	if (v->over)
		return -1;
	check_in = due_in(key_at + PAUSE, now, key_at, &v->checked_at);
	keep_in = due_in(v->kept_at + KEEP_EVERY, now, key_at, &v->kept_at);
	if (check_in == 0)
		check(v);
	if (keep_in == 0 && !form_keep(&v->form, &err))
		app_fail(view->app, &err);
	return keep_in <= 0 ? check_in > 0 ? check_in : -1 :
		check_in <= 0 || keep_in < check_in ? keep_in : check_in;
}

static void
leave(struct view *view)
{
	struct cell_view *v = (struct cell_view *)view;

	if (!v->over)
		form_keep(&v->form, NULL);
}

static void
close_cell(struct view *view)
{
	struct cell_view *v = (struct cell_view *)view;

	form_free(&v->form);
	free(v);
}

static void
code_picked(struct view *owner, int64_t tag)
{
	struct cell_view *v = (struct cell_view *)owner;

	cell_take_code(v->field->field, &v->field->edit, tag);
	check(v);
}

static void
ref_picked(struct view *owner, const char *ref)
{
	struct cell_view *v = (struct cell_view *)owner;

	edit_set(&v->field->edit, ref);
	check(v);
}

static void
choose(struct cell_view *v)
{
	const struct field *f = v->field->field;

	if (f->type == FIELD_LONG)
		view_memo_open(v->view.app, _(f->label), &v->field->edit,
			false);
	else if (!cell_choose(v->view.app, f, v->field->edit.text.text,
	    code_picked, ref_picked))
		app_say(v->view.app, ROLE_HINT, _("There is nothing to choose "
			"from: type the value."));
}

static void
run_choose(struct view *view, int k)
{
	(void)k;
	choose((struct cell_view *)view);
}

/* --- Saving and leaving ------------------------------------------------- */

static void
say_saved(struct app *app, const struct cell_view *v,
	const struct desk_acted *acted)
{
	struct strbuf text = STRBUF_INIT;

	if (acted->unchanged)
		strbuf_printf(&text, _("%s: nothing was changed"), acted->ref);
	else
		strbuf_printf(&text, _("Saved %s: %s"), acted->ref,
			_(v->field->field->label));
	if (acted->n_hits)
		strbuf_puts(&text, "; ");
	hitline_all(&text, acted->hits, acted->n_hits);
	for (size_t i = 0; i < acted->n_notices; i++)
		strbuf_printf(&text, "; %s", acted->notices[i].text);
	app_say(app, acted->n_notices || acted->n_hits ? ROLE_WARNING :
		ROLE_STRONG, text.text);
	strbuf_clear(&text);
}

static void
saved(struct cell_view *v, const struct desk_acted *acted, int by)
{
	struct app *app = v->view.app;

	v->over = true;
	app_pop(app);
	app_changed(app);
	if (app->top->ops->show)
		app->top->ops->show(app->top, v->form.kind, acted->uid);
	say_saved(app, v, acted);
	if (by && v->go_on)
		v->go_on(app->top, by);
}

static void
not_saved(struct cell_view *v, const struct err *err)
{
	if (v->field->theirs)
		app_say(v->view.app, ROLE_WARNING, _("Not saved: others changed "
			"it meanwhile."));
	else if (!v->field->fault)
		app_fail(v->view.app, err);
}

static void
run_save(struct view *view, int k)
{
	struct cell_view *v = (struct cell_view *)view;
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	cell_finish(v->field->field, &v->field->edit);
	if (cell_find(view->app->desk, v->field->field, &v->field->edit) ==
	    CELL_SEVERAL && !v->asked) {
		v->asked = true;
		choose(v);
		return;
	}
	v->field->seen = true;
	if (form_save(&v->form, &acted, NULL, &err))
		saved(v, &acted, k == K_TAB ? 1 : k == K_BACKTAB ? -1 : 0);
	else
		not_saved(v, &err);
	desk_acted_clear(&acted);
}

static void
run_choose_version(struct view *view, int k)
{
	struct cell_view *v = (struct cell_view *)view;

	form_choose(v->field, k == K_F1 + 4);
	app_say(view->app, ROLE_STRONG, _("Enter saves what stands there."));
}

static bool
may(struct view *view, const struct command *c, struct err *err)
{
	return c->run != run_choose_version ||
		((struct cell_view *)view)->field->theirs ||
		err_set(err, ERR_RULE, _("Nobody else changed this field"));
}

static void
run_back(struct view *view, int k)
{
	struct cell_view *v = (struct cell_view *)view;
	bool changed = form_is_changed(&v->form);

	(void)k;
	app_pop(view->app);
	if (changed)
		app_say(view->app, ROLE_STRONG, _("Not saved; what you typed is "
			"kept as a draft."));
}

static void
run_discard(struct view *view, int k)
{
	struct cell_view *v = (struct cell_view *)view;
	struct err err = ERR_INIT;

	(void)k;
	v->over = true;
	if (!form_discard(&v->form, &err))
		app_fail(view->app, &err);
	app_pop(view->app);
}

const struct command view_cell_commands[] = {
	{ .keys = "Enter F2 Tab BackTab ^X", .name = "save", .label = N_("Save"),
	  .run = run_save, .flags = COMMAND_WRITES,
	  .help = N_("Save the value; Tab goes on to the next cell.") },
	{ .keys = "F4 Down", .name = "choose", .label = N_("Choose"),
	  .run = run_choose,
	  .help = N_("Show the choices, look for a record, open a long text.") },
	{ .keys = "F5 F6", .name = "choose-version", .run = run_choose_version,
	  .help = N_("Take what others made of it; F6 keeps yours.") },
	{ .keys = "F8", .name = "discard", .label = N_("Discard"),
	  .run = run_discard,
	  .help = N_("Leave it as it was, and throw away what was typed.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Leave"),
	  .run = run_back,
	  .help = N_("Leave without saving; a draft is kept.") },
	{ .keys = NULL }
};

static const struct view_ops cell_ops = {
	.name = "cell",
	.commands = view_cell_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.tick = tick,
	.may = may,
	.leave = leave,
	.close = close_cell,
};

/* --- Opening ------------------------------------------------------------ */

/* Is it a draft of this value of this record, and of nothing else? */
static bool
is_of_cell(const struct desk_draft *d, const char *ref, size_t field)
{
	if (!d->ref || strcmp(d->ref, ref) != 0)
		return false;
	for (size_t i = 0; i < kind_n(d->fields.kind); i++)
		if (i != field && i != HEADER_CASE &&
		    d->fields.values[i].state != VALUE_UNSET)
			return false;
	return d->fields.values[field].state != VALUE_UNSET;
}

/* What was typed here before and not saved is there again. */
static void
go_on_with_draft(struct cell_view *v, size_t field)
{
	struct app *app = v->view.app;
	struct desk_drafts drafts = { 0 };
	struct form form;

	if (!desk_drafts(app->desk, &drafts, NULL))
		return;
	for (size_t i = 0; i < drafts.n; i++) {
		const struct desk_draft *d = &drafts.drafts[i];

		if (!is_of_cell(d, v->form.ref, field) ||
		    !form_draft_is_here(d, &app->who) ||
		    !form_resume(&form, app->desk, &app->who, d, false,
		    NULL))
			continue;
		form_free(&v->form);
		v->form = form;
		app_say(app, ROLE_STRONG, _("This was typed before and not saved."));
		break;
	}
	desk_drafts_clear(&drafts);
}

static bool
find_field(struct cell_view *v, size_t index, struct err *err)
{
	for (size_t i = 0; i < v->form.n; i++)
		if (v->form.fields[i].index == index) {
			v->field = &v->form.fields[i];
			return true;
		}
	return err_set(err, ERR_RULE, _("%s is made by the program: it is not "
		"typed"), _(kind_field(v->form.kind, index)->label));
}

void
view_cell_open(struct app *app, const struct cell_ask *ask)
{
	struct cell_view *v = xcalloc(1, sizeof(*v));
	struct err err = ERR_INIT;

	v->view.ops = &cell_ops;
	v->view.app = app;
	v->view.typing = true;
	v->where = ask->where;
	v->go_on = ask->go_on;
	v->kept_at = v->checked_at = app->key_at;
	if (!form_begin_change(&v->form, app->desk, &app->who, ask->ref, &err)) {
		app_fail(app, &err);
		free(v);
		return;
	}
	go_on_with_draft(v, ask->field);
	if (!find_field(v, ask->field, &err)) {
		app_fail(app, &err);
		close_cell(&v->view);
		return;
	}
	app_push(app, &v->view);
}
