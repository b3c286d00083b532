/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_template.c - see view_template.h. */
#include "ui/view_template.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/edit.h"
#include "ui/key.h"
#include "ui/template.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "base/banned.h"

/* A choice has one number to tell: the kind, and which template of it. */
enum { AT_BITS = 32, EMPTY = 0, DROPPING = 1, FIRST = 2 };

static int64_t
tag_of(const struct kind *kind, size_t at)
{
	return ((int64_t)kind->no << AT_BITS) | (int64_t)at;
}

static const struct kind *
kind_of_tag(int64_t tag)
{
	return kind_of((enum kind_no)(tag >> AT_BITS));
}

static size_t
at_of_tag(int64_t tag)
{
	return (size_t)(tag & 0xFFFFFFFF);
}

/* The name of the template that a tag means; NULL, and said, if it is gone. */
static char *
name_of_tag(struct app *app, int64_t tag)
{
	struct desk_texts names = { 0 };
	struct err err = ERR_INIT;
	size_t at = at_of_tag(tag) - FIRST;
	char *name = NULL;

	if (!template_names(app->desk, kind_of_tag(tag), &names, &err))
		app_fail(app, &err);
	else if (at < names.n)
		name = xstrdup(names.texts[at].text);
	desk_texts_clear(&names);
	return name;
}

/* --- Beginning with one ------------------------------------------------- */

static void
add_names(struct view *pick, const struct kind *kind,
	const struct desk_texts *names)
{
	for (size_t i = 0; i < names->n; i++)
		view_pick_add(pick, NULL, names->texts[i].text,
			tag_of(kind, i + FIRST));
}

static void
begin_with(struct app *app, int64_t tag)
{
	char *name = name_of_tag(app, tag);
	struct record values;
	struct err err = ERR_INIT;

	if (!name)
		return;
	if (template_read(app->desk, kind_of_tag(tag), name, &values, &err)) {
		view_form_typed(app, &values);
		record_clear(&values);
	} else
		app_fail(app, &err);
	free(name);
}

static void
drop_picked(struct view *owner, int64_t tag)
{
	struct app *app = owner->app;
	char *name = tag < 0 ? NULL : name_of_tag(app, tag);
	struct err err = ERR_INIT;

	if (!name)
		return;
	if (template_drop(app->desk, kind_of_tag(tag), name, &err)) {
		char *text = xasprintf(_("The template \"%s\" is dropped."), name);

		app_say(app, ROLE_STRONG, text);
		free(text);
	} else
		app_fail(app, &err);
	free(name);
}

static void
open_drop(struct app *app, const struct kind *kind)
{
	struct view *pick = view_pick_new(_("Drop a template"), drop_picked);
	struct desk_texts names = { 0 };
	struct err err = ERR_INIT;

	view_pick_add(pick, NULL, _("(none)"), -1);
	if (template_names(app->desk, kind, &names, &err))
		add_names(pick, kind, &names);
	else
		app_fail(app, &err);
	desk_texts_clear(&names);
	app_push(app, pick);
}

static void
new_picked(struct view *owner, int64_t tag)
{
	struct app *app = owner->app;

	if (at_of_tag(tag) == EMPTY)
		view_form_new(app, kind_of_tag(tag));
	else if (at_of_tag(tag) == DROPPING)
		open_drop(app, kind_of_tag(tag));
	else
		begin_with(app, tag);
}

void
view_template_new(struct app *app, const struct kind *kind)
{
	struct desk_texts names = { 0 };
	struct strbuf title = STRBUF_INIT;
	struct view *pick;

	/* Where nothing can be kept there is no template. */
	if (!template_names(app->desk, kind, &names, NULL) || names.n == 0) {
		view_form_new(app, kind);
		return;
	}
	strbuf_printf(&title, _("New: %s"), _(kind->label));
	pick = view_pick_new(title.text, new_picked);
	view_pick_add(pick, NULL, _("(empty)"), tag_of(kind, EMPTY));
	add_names(pick, kind, &names);
	view_pick_add(pick, NULL, _("Drop a template ..."),
		tag_of(kind, DROPPING));
	app_push(app, pick);
	strbuf_clear(&title);
	desk_texts_clear(&names);
}

/* --- Keeping one -------------------------------------------------------- */

enum { WIDTH = 50, SHOWN = 8 };

struct keeper {
	struct view view;
	struct record values;
	struct desk_texts names;	/* those that there are */
	size_t on;			/* of names, whose name stands there; n: none */
	struct edit name;
};

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct keeper *v = (struct keeper *)view;
	size_t shown = v->names.n < SHOWN ? v->names.n : SHOWN, from = 0;
	struct area in = chrome_box(g, chrome_centre(a, (int)shown + 5, WIDTH),
		_("Keep as a template"));
	int label = grid_put(g, in.y, in.x, in.cols / 3, _("Name"), ROLE_LABEL);

	edit_draw(&v->name, g, (struct area){ in.y, in.x + label + 2, 1,
		in.cols - label - 2 }, ROLE_FIELD, true);
	if (in.rows > 1)
		grid_put(g, in.y + 1, in.x, in.cols, v->names.n ?
			_("Down replaces one of these:") :
			_("n offers it when a new one is begun."), ROLE_HINT);
	if (v->on < v->names.n && v->on >= SHOWN)
		from = v->on - SHOWN + 1;
	for (size_t i = 0; i < shown && (int)i + 2 < in.rows; i++)
		grid_put(g, in.y + 2 + (int)i, in.x + 2, in.cols - 2,
			v->names.texts[from + i].text, from + i == v->on ?
			ROLE_SELECTED : ROLE_TEXT);
}

static bool
key(struct view *view, int k)
{
	struct keeper *v = (struct keeper *)view;

	if (k == K_ENTER || !edit_key(&v->name, k))
		return false;
	v->on = v->names.n;
	return true;
}

static void
close_keeper(struct view *view)
{
	struct keeper *v = (struct keeper *)view;

	record_clear(&v->values);
	desk_texts_clear(&v->names);
	edit_clear(&v->name);
	free(v);
}

static void
run_name(struct view *view, int k)
{
	struct keeper *v = (struct keeper *)view;
	size_t n = v->names.n;

	if (n == 0)
		return;
	if (k == K_DOWN)
		v->on = v->on + 1 < n ? v->on + 1 : 0;
	else
		v->on = v->on > 0 ? v->on - 1 : n - 1;
	edit_set(&v->name, v->names.texts[v->on].text);
}

static void
run_keep(struct view *view, int k)
{
	struct keeper *v = (struct keeper *)view;
	struct app *app = view->app;
	struct err err = ERR_INIT;

	(void)k;
	if (!template_keep(app->desk, v->name.text.text, &v->values, &err)) {
		app_fail(app, &err);
		return;
	}
	char *text = xasprintf(_("Kept as the template \"%s\": n offers it."),
		v->name.text.text);

	app_pop(app);
	app_say(app, ROLE_STRONG, text);
	free(text);
}

static void
run_back(struct view *view, int k)
{
	(void)k;
	app_pop(view->app);
}

const struct command view_template_commands[] = {
	{ .keys = "Enter", .name = "keep", .label = N_("Keep"), .run = run_keep,
	  .help = N_("Keep the values under this name.") },
	{ .keys = "Down Up", .name = "name", .label = N_("Names"),
	  .run = run_name,
	  .help = N_("Take the name of a template that is there, to replace it.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Keep nothing.") },
	{ .keys = NULL }
};

static const struct view_ops keeper_ops = {
	.name = "template",
	.commands = view_template_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.close = close_keeper,
};

void
view_template_keep(struct app *app, const struct record *values)
{
	struct keeper *v = xcalloc(1, sizeof(*v));

	v->view.ops = &keeper_ops;
	v->view.app = app;
	v->view.typing = true;
	v->name = (struct edit)EDIT_INIT;
	record_copy(&v->values, values);
	template_names(app->desk, values->kind, &v->names, NULL);
	v->on = v->names.n;
	app_push(app, &v->view);
}
