/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_list.c - see view_list.h. */
#include "ui/view_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "ui/list.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { PAUSE = 80 };		/* ms without a key before the detail is read */

static bool
say_if_failed(struct list *l, bool done, const struct err *err)
{
	if (!done)
		app_fail(l->view.app, err);
	return done;
}

/* From here on the cursor goes with this record. */
static void
follow_cursor(struct list *l)
{
	const struct desk_row *row = rows_at(&l->rows);

	free(l->follow);
	l->follow = row ? xstrdup(row->uid) : NULL;
}

/* --- Opening lists ------------------------------------------------------ */

static void
set(char **to, const char *text)
{
	char *copy = xstrdup(text ? text : "");

	free(*to);
	*to = copy;
}

static bool
open_list(struct list *l, const char *filter, const char *follow,
	struct err *err)
{
	struct desk_list_spec spec = { .kind = l->kind->no, .filter = filter,
		.sort = l->sort };

	return rows_open(&l->rows, &spec, follow, err);
}

/* How many there are in all, to be said beside how many match. */
static void
count_all(struct list *l)
{
	struct desk_list_spec spec = { .kind = l->kind->no };
	struct desk_opened opened = { 0 };
	struct desk_page page = { 0 };

	if (!desk_list_open(l->view.app->desk, &spec, &opened, NULL))
		return;
	if (desk_list_page(l->view.app->desk,
	    &(struct desk_page_ask){ .handle = opened.handle }, &page, NULL) &&
	    !page.at_least)
		l->all = page.total;
	desk_page_clear(&page);
	desk_list_close(l->view.app->desk, opened.handle, NULL);
	desk_opened_clear(&opened);
}

static void
sort_name(const struct list *l, struct strbuf *out)
{
	strbuf_printf(out, "list:%s:sort", l->kind->name);
}

static void
recall_sort(struct list *l)
{
	struct desk_texts texts = { 0 };
	struct strbuf name = STRBUF_INIT;

	sort_name(l, &name);
	if (desk_kept(l->view.app->desk, name.text, &texts, NULL) && texts.n > 0)
		set(&l->sort, texts.texts[0].text);
	desk_texts_clear(&texts);
	strbuf_clear(&name);
}

/* Show the kind: as it was left, or for the first time. */
static void
enter_kind(struct list *l)
{
	struct list_memory *m = &l->memory[l->kind->no];
	struct err err = ERR_INIT;

	set(&l->filter, m->filter);
	set(&l->sort, m->sort);
	if (!m->sort)
		recall_sort(l);
	l->all = -1;
	l->stale_detail = true;
	if (open_list(l, l->filter, m->uid, &err))
		return;
	/* A remembered order may be none any more. */
	set(&l->sort, "");
	say_if_failed(l, open_list(l, l->filter, NULL, &err), &err);
}

static void
leave_kind(struct list *l)
{
	struct list_memory *m = &l->memory[l->kind->no];
	const struct desk_row *row = rows_at(&l->rows);

	set(&m->filter, l->filter);
	set(&m->sort, l->sort);
	free(m->uid);
	m->uid = row ? xstrdup(row->uid) : NULL;
	rows_close(&l->rows);
	l->rows = (struct rows){ .desk = l->view.app->desk,
		.height = l->rows.height };
	free(l->detail_uid);
	l->detail_uid = NULL;
}

static void
go_to_kind(struct list *l, const struct kind *kind)
{
	leave_kind(l);
	l->kind = kind;
	enter_kind(l);
}

/* Filter by what stands there; a fault leaves the last result. */
static void
apply_filter(struct list *l, const char *filter)
{
	struct err err = ERR_INIT;

	if (!*l->filter && !l->rows.page.at_least)
		l->all = l->rows.page.total;
	l->bad_column = 0;
	if (open_list(l, filter, l->follow, &err)) {
		set(&l->filter, filter);
		return;
	}
	l->bad_column = err.column > 0 ? err.column : 0;
	app_fail(l->view.app, &err);
}

/* --- The view ----------------------------------------------------------- */

static void
read_detail(struct list *l, const struct desk_row *row)
{
	struct app *app = l->view.app;
	struct desk_item item = { 0 };
	struct err err = ERR_INIT;

	set(&l->detail_uid, row->uid);
	pane_begin(&l->detail, l->layout.detail.cols, app->grid.ascii);
	if (desk_get(app->desk, l->kind->no, row->uid, &item, &err)) {
		pane_version(&l->detail, &item.record, app->who.zone);
		pane_record(&l->detail, &item.record, app->who.zone);
		pane_parts(&l->detail, &item, app->who.zone);
	} else
		pane_add(&l->detail, NULL, err.text, ROLE_HINT);
	desk_item_clear(&item);
}

/* Read the record under the cursor once the keys rest; ms until then, or -1. */
static int64_t
tick_detail(struct list *l)
{
	const struct desk_row *row = rows_at(&l->rows);
	struct app *app = l->view.app;
	int64_t rest = app->key_at + PAUSE - term_now(app->term);

	if (l->layout.detail.rows == 0 || !row)
		return -1;
	if (l->detail_uid && strcmp(l->detail_uid, row->uid) == 0 &&
	    !l->stale_detail && l->detail.width == l->layout.detail.cols)
		return -1;
	/* The first one is shown at once, with the screen. */
	if (rest > 0 && l->detail_uid)
		return rest;
	l->stale_detail = false;
	read_detail(l, row);
	return -1;
}

static int64_t
tick(struct view *v)
{
	struct list *l = (struct list *)v;
	struct grid *g = &v->app->grid;
	struct err err = ERR_INIT;
	bool more = false, done;

	list_lay_out(l, (struct area){ 1, 0, g->rows > 2 ? g->rows - 2 : 1,
		g->cols });
	done = rows_resize(&l->rows, l->layout.rows.rows, &err);
	if (!l->opened)
		enter_kind(l);
	l->opened = true;
	if (done)
		done = rows_step(&l->rows, &more, &err);
	say_if_failed(l, done, &err);
	if (*l->filter && l->all < 0)
		count_all(l);
	if (more)
		return 0;
	return tick_detail(l);
}

static void
changed(struct view *v)
{
	struct list *l = (struct list *)v;
	struct err err = ERR_INIT;

	if (!l->opened)
		return;
	l->all = -1;
	l->stale_detail = true;
	say_if_failed(l, rows_refresh(&l->rows, &err), &err);
	if (l->rows.gone)
		app_say(v->app, ROLE_WARNING, _("The record under the cursor is "
			"no longer in this list."));
}

static bool
has_row(const struct view *v)
{
	return rows_at(&((const struct list *)v)->rows) != NULL;
}

static bool
key(struct view *v, int k)
{
	struct list *l = (struct list *)v;

	if (!l->typing || !edit_key(&l->typed, k))
		return false;
	if (strcmp(l->typed.text.text, l->filter) != 0 || l->bad_column > 0)
		apply_filter(l, l->typed.text.text);
	return true;
}

static void
close_list(struct view *v)
{
	struct list *l = (struct list *)v;

	rows_close(&l->rows);
	for (size_t i = 0; i < ARRAY_SIZE(l->memory); i++) {
		free(l->memory[i].filter);
		free(l->memory[i].sort);
		free(l->memory[i].uid);
	}
	free(l->filter);
	free(l->sort);
	free(l->before);
	free(l->follow);
	free(l->detail_uid);
	pane_clear(&l->detail);
	edit_clear(&l->typed);
	free(l);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_move(struct view *v, int k)
{
	struct list *l = (struct list *)v;
	struct err err = ERR_INIT;
	int h = l->rows.height > 1 ? l->rows.height - 1 : 1;
	int by = k == K_UP || k == 'k' ? -1 : k == K_DOWN || k == 'j' ? 1 :
		k == K_PGUP ? -h : k == K_PGDN ? h :
		k == K_CTRL('U') ? -h / 2 : h / 2;

	say_if_failed(l, rows_move(&l->rows, by, &err), &err);
	follow_cursor(l);
}

static void
run_home(struct view *v, int k)
{
	struct list *l = (struct list *)v;
	struct err err = ERR_INIT;

	(void)k;
	say_if_failed(l, rows_home(&l->rows, &err), &err);
}

static void
run_end(struct view *v, int k)
{
	struct list *l = (struct list *)v;
	struct err err = ERR_INIT;

	(void)k;
	say_if_failed(l, rows_end(&l->rows, &err), &err);
}

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, rows_at(&((struct list *)v)->rows)->uid);
}

static void
run_new(struct view *v, int k)
{
	(void)k;
	view_form_new(v->app, ((struct list *)v)->kind);
}

static void
run_edit(struct view *v, int k)
{
	(void)k;
	view_form_edit(v->app, rows_at(&((struct list *)v)->rows)->uid);
}

static void
run_filter(struct view *v, int k)
{
	struct list *l = (struct list *)v;

	(void)k;
	follow_cursor(l);
	set(&l->before, l->filter);
	edit_set(&l->typed, l->filter);
	l->bad_column = 0;
	l->typing = true;
	v->mode = view_list_typing_commands;
}

static void
stop_typing(struct list *l)
{
	l->typing = false;
	l->bad_column = 0;
	l->view.mode = NULL;
}

static void
run_keep(struct view *v, int k)
{
	(void)k;
	stop_typing((struct list *)v);
}

static void
run_restore(struct view *v, int k)
{
	struct list *l = (struct list *)v;

	(void)k;
	stop_typing(l);
	if (strcmp(l->before, l->filter) != 0)
		apply_filter(l, l->before);
}

static void
sort_picked(struct view *owner, int64_t index)
{
	struct list *l = (struct list *)owner;
	const struct field *f = kind_field(l->kind, (size_t)index);
	const struct desk_row *row = rows_at(&l->rows);
	struct strbuf sort = STRBUF_INIT, name = STRBUF_INIT;
	struct err err = ERR_INIT;
	char *before = xstrdup(l->sort);

	/* The same once more goes the other way. */
	if (index >= 0 && f)
		strbuf_printf(&sort, "%s%s", strcmp(l->sort, f->name) == 0 ?
			"-" : "", f->name);
	set(&l->sort, sort.text);
	sort_name(l, &name);
	if (!say_if_failed(l, open_list(l, l->filter, row ? row->uid : NULL,
	    &err), &err))
		set(&l->sort, before);
	else if (!desk_keep(owner->app->desk, name.text, *l->sort ? l->sort :
	    NULL, &err))
		app_fail(owner->app, &err);
	free(before);
	strbuf_clear(&sort);
	strbuf_clear(&name);
}

static void
run_sort(struct view *v, int k)
{
	struct list *l = (struct list *)v;
	struct view *pick = view_pick_new(_("Sort by"), sort_picked);
	bool down = *l->sort == '-';

	(void)k;
	view_pick_add(pick, *l->sort ? NULL : "*", _("Newest first"), -1);
	for (size_t i = 0; i < kind_n(l->kind); i++) {
		/* Its own fields first, then those of the header. */
		size_t at = (i + HEADER_N) % kind_n(l->kind);
		const struct field *f = kind_field(l->kind, at);

		if (f && !(f->flags & FIELD_HIDDEN) && f->type != FIELD_LONG)
			view_pick_add(pick, strcmp(l->sort + down, f->name) == 0 ?
				down ? "-" : "+" : NULL, _(f->label), (int64_t)at);
	}
	app_push(v->app, pick);
}

static void
run_kind(struct view *v, int k)
{
	struct list *l = (struct list *)v;
	const struct kind *tabs[LIST_TABS];
	size_t n = list_tabs(tabs), on = 0;

	while (on < n && tabs[on] != l->kind)
		on++;
	if (k == K_TAB)
		on = (on + 1) % n;
	else if (k == K_BACKTAB)
		on = (on + n - 1) % n;
	else if (k >= '1' && (size_t)(k - '1') < n)
		on = (size_t)(k - '1');
	if (tabs[on] != l->kind)
		go_to_kind(l, tabs[on]);
}

static void
run_detail(struct view *v, int k)
{
	struct list *l = (struct list *)v;

	(void)k;
	l->no_detail = !l->no_detail;
}

static void
run_refresh(struct view *v, int k)
{
	(void)k;
	app_changed(v->app);
}

static void
run_back(struct view *v, int k)
{
	struct list *l = (struct list *)v;

	if ((k == K_ESC || k == K_CTRL('C')) && *l->filter) {
		follow_cursor(l);
		apply_filter(l, "");
	} else if (v->below || k == 'q')
		app_pop(v->app);
	else
		app_say(v->app, ROLE_HINT, _("This is the first screen; q leaves "
			"the program."));
}

const struct command view_list_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the record under the cursor.") },
	{ .keys = "n", .name = "new", .label = N_("New"), .run = run_new,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Begin a new record of this kind.") },
	{ .keys = "e", .name = "edit", .label = N_("Edit"), .run = run_edit,
	  .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES, .verb = "set",
	  .help = N_("Change the record under the cursor.") },
	{ .keys = "/", .name = "filter", .label = N_("Filter"),
	  .run = run_filter,
	  .help = N_("Show only what matches: words, status:new, due<7d ...") },
	{ .keys = "s F6", .name = "sort", .label = N_("Sort"), .run = run_sort,
	  .help = N_("Choose the order; the same field again reverses it.") },
	{ .keys = "Tab BackTab 1 2 3 4 5 6 7 8 9", .name = "kind",
	  .label = N_("Kinds"), .run = run_kind,
	  .help = N_("Go to the next kind of record, the one before, or by number.") },
	{ .keys = "Down Up j k PgDn PgUp ^D ^U", .name = "move", .run = run_move,
	  .help = N_("Go down or up: by one, by a page, by half a page.") },
	{ .keys = "Home g", .name = "first", .run = run_home,
	  .help = N_("Go to the first record.") },
	{ .keys = "End G", .name = "last", .run = run_end,
	  .help = N_("Go to the last record.") },
	{ .keys = "z", .name = "detail", .run = run_detail,
	  .help = N_("Show the record beside the list, or put it away.") },
	{ .keys = "F5 R", .name = "refresh", .run = run_refresh,
	  .help = N_("Look at once for what others changed.") },
	{ .keys = "Esc Left h ^C", .name = "back", .run = run_back,
	  .help = N_("Drop the filter; without one, go back.") },
	{ .keys = "q", .name = "close", .label = N_("Close"), .run = run_back,
	  .help = N_("Close this list.") },
	{ .keys = NULL }
};

const struct command view_list_typing_commands[] = {
	{ .keys = "Enter Tab", .name = "keep", .label = N_("Keep"),
	  .run = run_keep, .help = N_("Keep the filter and go to the list.") },
	{ .keys = "Esc ^C", .name = "restore", .label = N_("Restore"),
	  .run = run_restore, .help = N_("Go back to the filter of before.") },
	{ .keys = "Down Up PgDn PgUp", .name = "move", .label = N_("Move"),
	  .run = run_move, .help = N_("Go through the list while typing.") },
	{ .keys = NULL }
};

static const struct view_ops list_ops = {
	.name = "list",
	.commands = view_list_commands,
	.draw = list_draw,
	.key = key,
	.tick = tick,
	.changed = changed,
	.has_row = has_row,
	.close = close_list,
};

struct view *
view_list_new(struct app *app, const struct kind *kind, const char *filter)
{
	struct list *l = xcalloc(1, sizeof(*l));

	l->view.ops = &list_ops;
	l->view.app = app;
	l->kind = kind;
	l->rows.desk = app->desk;
	l->typed = (struct edit)EDIT_INIT;
	l->filter = xstrdup("");
	l->sort = xstrdup("");
	l->before = xstrdup("");
	if (filter)
		l->memory[kind->no].filter = xstrdup(filter);
	return &l->view;
}
