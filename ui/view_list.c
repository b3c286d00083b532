/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_list.c - see view_list.h. */
#include "ui/view_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "ui/listing.h"
#include "ui/view_columns.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "ui/view_record.h"
#include "base/banned.h"

static int64_t
tick(struct view *v)
{
	return listing_tick((struct listing *)v);
}

static void
changed(struct view *v)
{
	listing_refresh((struct listing *)v);
}

static void
show(struct view *v, const struct kind *kind, const char *uid)
{
	listing_show((struct listing *)v, kind, uid);
}

static bool
has_row(const struct view *v)
{
	return rows_at(&((const struct listing *)v)->rows) != NULL;
}

static bool
key(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	if (!v->typing || !edit_key(&l->typed, k))
		return false;
	if (strcmp(l->typed.text.text, l->filter) != 0 || l->bad_column > 0)
		listing_filter(l, l->typed.text.text);
	return true;
}

static void
close_list(struct view *v)
{
	struct listing *l = (struct listing *)v;

	listing_free(l);
	free(l);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_move(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	struct err err = ERR_INIT;
	int h = l->rows.height > 1 ? l->rows.height - 1 : 1;
	int by = k == K_UP || k == 'k' ? -1 : k == K_DOWN || k == 'j' ? 1 :
		k == K_PGUP ? -h : k == K_PGDN ? h :
		k == K_CTRL('U') ? -h / 2 : h / 2;

	listing_say(l, rows_move(&l->rows, by, &err), &err);
	listing_follow(l);
}

static void
run_home(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	struct err err = ERR_INIT;

	(void)k;
	listing_say(l, rows_home(&l->rows, &err), &err);
}

static void
run_end(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	struct err err = ERR_INIT;

	(void)k;
	listing_say(l, rows_end(&l->rows, &err), &err);
}

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, rows_at(&((struct listing *)v)->rows)->uid);
}

static void
run_new(struct view *v, int k)
{
	(void)k;
	view_form_new(v->app, ((struct listing *)v)->kind);
}

static void
run_like(struct view *v, int k)
{
	(void)k;
	view_form_like(v->app, rows_at(&((struct listing *)v)->rows)->uid);
}

/* Parties and members are admitted, a case is begun: other rights than to add. */
static bool
may(struct view *v, const struct command *c, struct err *err)
{
	enum kind_no no = ((struct listing *)v)->kind->no;

	if (c->run != run_new)
		return true;
	return desk_may(v->app->desk, no == KIND_CASEFILE ? "casefile" :
		no == KIND_PARTY || no == KIND_MEMBER ? "admit" : "add", err);
}

static void
run_edit(struct view *v, int k)
{
	(void)k;
	view_form_edit(v->app, rows_at(&((struct listing *)v)->rows)->uid);
}

static void
run_filter(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	(void)k;
	listing_follow(l);
	free(l->before);
	l->before = xstrdup(l->filter);
	edit_set(&l->typed, l->filter);
	l->bad_column = 0;
	l->view.typing = true;
	v->mode = view_list_typing_commands;
}

static void
stop_typing(struct listing *l)
{
	l->view.typing = false;
	l->bad_column = 0;
	l->view.mode = NULL;
}

static void
run_keep(struct view *v, int k)
{
	(void)k;
	stop_typing((struct listing *)v);
}

static void
run_restore(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	(void)k;
	stop_typing(l);
	if (strcmp(l->before, l->filter) != 0)
		listing_filter(l, l->before);
}

static void
sort_picked(struct view *owner, int64_t index)
{
	listing_sort((struct listing *)owner, index);
}

static void
run_sort(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	struct view *pick = view_pick_new(_("Sort by"), sort_picked);
	bool down = *l->sort == '-';
	/* Of the header, what people ask for. */
	uint64_t useful = HEADER_BIT(HEADER_REF) | HEADER_BIT(HEADER_PARTY) |
		HEADER_BIT(HEADER_CREATED) | HEADER_BIT(HEADER_CHANGED) |
		HEADER_BIT(HEADER_HANDLING) | HEADER_BIT(HEADER_GRADE) |
		HEADER_BIT(HEADER_REVIEW_ON) | HEADER_BIT(HEADER_SOURCE_ID);

	(void)k;
	view_pick_add(pick, *l->sort ? NULL : "*", _("Newest first"), -1);
	for (size_t i = 0; i < kind_n(l->kind); i++) {
		/* Its own fields first, then those of the header. */
		size_t at = (i + HEADER_N) % kind_n(l->kind);
		const struct field *f = kind_field(l->kind, at);

		if (f && !(f->flags & FIELD_HIDDEN) && f->type != FIELD_LONG &&
		    (at >= HEADER_N || (useful & HEADER_BIT(at))))
			view_pick_add(pick, strcmp(l->sort + down, f->name) == 0 ?
				down ? "-" : "+" : NULL, _(f->label), (int64_t)at);
	}
	app_push(v->app, pick);
}

static void
run_columns(struct view *v, int k)
{
	(void)k;
	view_columns_open((struct listing *)v);
}

static void
run_kind(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	const struct kind *tabs[LISTING_TABS];
	size_t n = listing_tabs(tabs), on = 0;

	while (on < n && tabs[on] != l->kind)
		on++;
	if (k == K_TAB)
		on = (on + 1) % n;
	else if (k == K_BACKTAB)
		on = (on + n - 1) % n;
	else if (k >= '1' && (size_t)(k - '1') < n)
		on = (size_t)(k - '1');
	if (tabs[on] != l->kind)
		listing_go(l, tabs[on]);
}

static void
run_detail(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	(void)k;
	l->no_detail = !l->no_detail;
}

static void
run_back(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	if ((k == K_ESC || k == K_CTRL('C')) && *l->filter) {
		listing_follow(l);
		listing_filter(l, "");
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
	  .flags = COMMAND_WRITES,
	  .help = N_("Begin a new record of this kind.") },
	{ .keys = "N", .name = "like", .run = run_like,
	  .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES, .verb = "add",
	  .help = N_("Begin the next record like this one; its number counts on.") },
	{ .keys = "e", .name = "edit", .label = N_("Edit"), .run = run_edit,
	  .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES, .verb = "set",
	  .help = N_("Change the record under the cursor.") },
	{ .keys = "/", .name = "filter", .label = N_("Filter"),
	  .run = run_filter,
	  .help = N_("Filter: words, status:new, due<7d, is:overdue, not ...") },
	{ .keys = "s F6", .name = "sort", .label = N_("Sort"), .run = run_sort,
	  .help = N_("Sort by a field; by the same again, the other way.") },
	{ .keys = "C", .name = "columns", .run = run_columns,
	  .help = N_("Choose the columns, their order and how wide they are.") },
	{ .keys = "Tab BackTab 1 2 3 4 5 6 7 8 9", .name = "kind",
	  .label = N_("Kinds"), .run = run_kind,
	  .help = N_("Go to the next kind of record, or by number.") },
	{ .keys = "Down Up j k PgDn PgUp ^D ^U", .name = "move", .run = run_move,
	  .help = N_("Go down or up: by a row, page or half a page.") },
	{ .keys = "Home g", .name = "first", .run = run_home,
	  .help = N_("Go to the first record.") },
	{ .keys = "End G", .name = "last", .run = run_end,
	  .help = N_("Go to the last record.") },
	{ .keys = "z", .name = "detail", .run = run_detail,
	  .help = N_("Show the detail of a record, or put it away.") },
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
	.draw = listing_draw,
	.key = key,
	.tick = tick,
	.show = show,
	.changed = changed,
	.has_row = has_row,
	.may = may,
	.close = close_list,
};

struct view *
view_list_new(struct app *app, const struct kind *kind, const char *filter)
{
	struct listing *l = xcalloc(1, sizeof(*l));

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
