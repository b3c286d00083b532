/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_list.c - see view_list.h. */
#include "ui/view_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/closing.h"
#include "ui/key.h"
#include "ui/list_acts.h"
#include "ui/list_question.h"
#include "ui/listing.h"
#include "ui/pasted.h"
#include "ui/subject.h"
#include "ui/view_columns.h"
#include "ui/view_form.h"
#include "ui/view_matrix.h"
#include "ui/view_pasted.h"
#include "ui/view_query.h"
#include "ui/view_record.h"
#include "ui/view_shares.h"
#include "ui/view_sheet.h"
#include "ui/view_template.h"
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
	return listing_at((const struct listing *)v) != NULL;
}

static void
subject(const struct view *v, struct subject *s)
{
	const struct desk_row *row = listing_at((const struct listing *)v);

	if (row)
		subject_of(s, &row->record, v->app->who.zone, NULL);
}

static bool
key(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	if (k >= K_COLUMN && k < K_COLUMN + (int)l->columns.n) {
		listing_sort(l, (int64_t)l->columns.column[k - K_COLUMN].index);
		return true;
	}
	if (!v->typing || !edit_key(&l->typed, k))
		return false;
	listing_typed(l);
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
	struct listing *l = (struct listing *)v;
	const struct desk_row *row = rows_at(&l->rows);

	if (!row)
		app_say(v->app, ROLE_WARNING, _("There is no record here"));
	else if (row->group)
		listing_fold(l, row);
	else
		view_record_open(v->app, row->uid);
}

static void
run_new(struct view *v, int k)
{
	(void)k;
	view_template_new(v->app, ((struct listing *)v)->kind);
}

static void
run_many(struct view *v, int k)
{
	const struct listing *l = (struct listing *)v;
	const struct desk_row *row = rows_at(&l->rows);

	(void)k;
	view_sheet_open(v->app, l->kind, NULL, row ? row->uid : NULL);
}

static void
run_like(struct view *v, int k)
{
	(void)k;
	view_form_like(v->app, rows_at(&((struct listing *)v)->rows)->uid);
}

static void
run_shares(struct view *v, int k)
{
	(void)k;
	view_shares_open(v->app, rows_at(&((struct listing *)v)->rows)->uid);
}

#define RUN(name) \
static void \
run_##name(struct view *v, int k) \
{ \
	(void)k; \
	list_##name((struct listing *)v); \
}
RUN(type_filter)
RUN(keep_filter)
RUN(restore_filter)
RUN(choose_filter)
RUN(drop_filter)
RUN(choose_sort)
RUN(choose_group)
RUN(choose_kind)
RUN(mark)
RUN(mark_all)
RUN(mark_query)
RUN(done)
RUN(comment)
RUN(retract)
RUN(link)
RUN(write)
RUN(cell)

static void run_edit(struct view *v, int k);

/* On those that are marked, or on the one under the cursor. */
static bool
acts_on_marks(const struct command *c)
{
	return c->run == run_done || c->run == run_comment ||
		c->run == run_retract || c->run == run_link ||
		c->run == run_write || c->run == run_edit;
}

static void
run_matrix(struct view *v, int k)
{
	(void)k;
	view_matrix_open(v->app);
}

/* Does it change the fields of the record under the cursor alone? */
static bool
changes_row(const struct listing *l, const struct command *c)
{
	return c->run == run_cell || (l->marks.n == 0 && (c->run == run_edit ||
		c->run == run_done || c->run == run_retract));
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct listing *l = (struct listing *)v;
	const struct desk_row *row = listing_at(l);
	bool adds = c->run == run_new;

	if ((adds || c->run == run_edit || c->run == run_cell) &&
	    !app_right_to(v->app, l->kind, adds, err))
		return false;
	if (row && row->foreign && changes_row(l, c))
		return app_not_ours(err);
	if (c->run == run_many)
		return view_sheet_may(v->app, l->kind, err);
	if (c->run == run_matrix && l->kind->no != KIND_EVIDENCE)
		return err_set(err, ERR_RULE,
			_("Exhibits alone are shown by state"));
	if (acts_on_marks(c) && !row && l->marks.n == 0)
		return err_set(err, ERR_RULE, _("There is no record here"));
	if (c->run == run_done && !closing_of(l->kind))
		return err_set(err, ERR_RULE,
			_("A record of this kind has no status that closes it."));
	return true;
}

/* What is marked is changed together, field by field. */
static void
run_edit(struct view *v, int k)
{
	(void)k;
	if (((struct listing *)v)->marks.n > 0)
		list_set((struct listing *)v);
	else
		view_form_edit(v->app, rows_at(&((struct listing *)v)->rows)->uid);
}

static void
run_complete(struct view *v, int k)
{
	list_complete((struct listing *)v, k == K_BACKTAB ? -1 : 1);
}

static void
run_query(struct view *v, int k)
{
	(void)k;
	view_query_open((struct listing *)v);
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
	const struct tabs *tabs = &l->tabs;
	size_t n = tabs->n, on = tabs_find(tabs, l->kind);

	if (k == K_TAB)
		on = (on + 1) % n;
	else if (k == K_BACKTAB)
		on = (on + n - 1) % n;
	else if (k >= '1' && (size_t)(k - '1') < n)
		on = (size_t)(k - '1');
	if (tabs->kinds[on] != l->kind)
		listing_go(l, tabs->kinds[on]);
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
	/* Marks took work to make: they are not lost to a way out. */
	if (k != 'q' && ((struct listing *)v)->marks.n > 0)
		app_say(v->app, ROLE_HINT, _("Some are marked: A drops the marks, "
			"q closes the list."));
	else if (v->below || k == 'q')
		app_pop(v->app);
	else
		app_say(v->app, ROLE_HINT, _("This is the first screen; q leaves "
			"the program."));
}

const struct command view_list_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open,
	  .help = N_("Open the record under the cursor; a group opens and shuts.") },
	{ .keys = "n", .name = "new", .label = N_("New"), .run = run_new,
	  .flags = COMMAND_WRITES,
	  .help = N_("Begin a new record of this kind, with a template if there are any.") },
	{ .keys = "= N", .name = "like", .run = run_like,
	  .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES, .verb = "add",
	  .help = N_("Begin the next record like this one; its number counts on.") },
	{ .keys = "e", .name = "edit", .label = N_("Edit"), .run = run_edit,
	  .flags = COMMAND_WRITES,
	  .help = N_("Change the record under the cursor; with marks, a field of all of them.") },
	{ .keys = "E", .name = "cell", .run = run_cell,
	  .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES,
	  .help = N_("Change a cell where it stands; Tab goes to the next.") },
	{ .keys = "d", .name = "done", .label = N_("Close"), .run = run_done,
	  .flags = COMMAND_WRITES, .verb = "set",
	  .help = N_("Close it: done, confirmed, unfounded ...; u undoes it.") },
	{ .keys = "c", .name = "comment", .run = run_comment,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Comment on it.") },
	{ .keys = "L", .name = "link", .run = run_link,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Link it to another record.") },
	{ .keys = "x", .name = "withdraw", .run = run_retract,
	  .flags = COMMAND_WRITES, .verb = "retract",
	  .help = N_("Withdraw it, with the reason; u brings it back.") },
	{ .keys = "S", .name = "shares", .run = run_shares,
	  .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Show who has it and who saw it; share it, take it back, ask for it.") },
	{ .keys = "W", .name = "write", .run = run_write, .verb = "export",
	  .help = N_("Write what is marked to a file.") },
	{ .keys = "Space", .name = "mark", .run = run_mark,
	  .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Mark it, or take the mark away, and go down.") },
	{ .keys = "A", .name = "mark-all", .run = run_mark_all,
	  .help = N_("Mark all that is listed, or nothing.") },
	{ .keys = "T", .name = "mark-query", .run = run_mark_query,
	  .help = N_("Mark what a filter takes.") },
	{ .keys = "/", .name = "filter", .label = N_("Filter"),
	  .run = run_type_filter,
	  .help = N_("Filter: words, status:new, due<7d, is:overdue, not ...") },
	{ .keys = "f", .name = "filters", .run = run_choose_filter,
	  .help = N_("Choose a filter that was kept, or one that every kind has.") },
	{ .keys = "F", .name = "query", .run = run_query,
	  .help = N_("Write the whole question of the list, and keep it under a name.") },
	{ .keys = "s F6", .name = "sort", .label = N_("Sort"), .run = run_choose_sort,
	  .help = N_("Sort by a field; by the same again, the other way.") },
	{ .keys = "o", .name = "group", .run = run_choose_group,
	  .help = N_("Put the records under headings: by status, owner, due ...") },
	{ .keys = "C", .name = "columns", .run = run_columns,
	  .help = N_("Choose the columns, their order and how wide they are.") },
	{ .keys = "Tab BackTab 1 2 3 4 5 6 7 8 9", .name = "kind",
	  .label = N_("Kinds"), .run = run_kind,
	  .help = N_("Go to the next kind of record, or by number.") },
	{ .keys = "0", .name = "kinds", .run = run_choose_kind,
	  .help = N_("Choose among all kinds of record.") },
	{ .keys = "Backspace", .name = "unfilter", .run = run_drop_filter,
	  .help = N_("Drop the filter that is in force.") },
	{ .keys = "i", .name = "many", .label = N_("Many"), .run = run_many,
	  .flags = COMMAND_WRITES,
	  .help = N_("Type many new records at once, as rows of a table.") },
	{ .keys = "m", .name = "matrix", .run = run_matrix,
	  .help = N_("Show by state how each exhibit can be used; of evidence alone.") },
	{ .keys = "Down Up j k PgDn PgUp ^D ^U", .name = "move", .run = run_move,
	  .help = N_("Go down or up: by a row, page or half a page.") },
	{ .keys = "Home g", .name = "first", .run = run_home,
	  .help = N_("Go to the first record.") },
	{ .keys = "End G", .name = "last", .run = run_end,
	  .help = N_("Go to the last record.") },
	{ .keys = "z", .name = "detail", .run = run_detail,
	  .help = N_("Show the detail of a record, or put it away.") },
	{ .keys = "Esc Left h ^C", .name = "back", .run = run_back,
	  .help = N_("Go back; the filter is kept with the list.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close this list.") },
	{ .keys = NULL }
};

const struct command view_list_typing_commands[] = {
	{ .keys = "Enter", .name = "keep", .label = N_("Keep"),
	  .run = run_keep_filter, .help = N_("Keep the filter and go to the list.") },
	{ .keys = "Tab BackTab", .name = "complete", .label = N_("Complete"),
	  .run = run_complete,
	  .help = N_("Put in what may come next; again for the next of these.") },
	{ .keys = "Esc ^C", .name = "restore", .label = N_("Restore"),
	  .run = run_restore_filter, .help = N_("Go back to the filter of before.") },
	{ .keys = "Down Up PgDn PgUp", .name = "move", .label = N_("Move"),
	  .run = run_move, .help = N_("Go through the list while typing.") },
	{ .keys = NULL }
};

/* Rows of a spreadsheet become records; what they would be is shown first. */
static bool
paste(struct view *v, const char *text, size_t len)
{
	const struct kind *kind = ((struct listing *)v)->kind;
	struct err err = ERR_INIT;

	if (v->typing || !pasted_is_table(text, len))
		return false;
	if (view_sheet_may(v->app, kind, &err))
		view_pasted_open(v->app, kind, NULL, text, len);
	else
		app_fail(v->app, &err);
	return true;
}

/* --- While records are marked ------------------------------------------- */

/* What the key bar shows then, the acts first. */
static const struct {
	const char *name, *label;
} marked_bar[] = {
	{ "edit", N_("Set") }, { "done", N_("Close") },
	{ "comment", N_("Comment") }, { "withdraw", N_("Withdraw") },
	{ "link", N_("Link") }, { "write", N_("Write") },
	{ "mark-all", N_("All, none") },
};

/* The commands of the list in that order, made from its table. */
static const struct command *
marked_commands(void)
{
	static struct command made[ARRAY_SIZE(view_list_commands)];
	size_t n = 0;

	if (made[0].keys)
		return made;
	for (size_t i = 0; i < ARRAY_SIZE(marked_bar); i++) {
		made[n] = *command_named(view_list_commands, marked_bar[i].name,
			strlen(marked_bar[i].name));
		made[n++].label = marked_bar[i].label;
	}
	for (const struct command *c = view_list_commands; c->keys; c++)
		if (!command_named(made, c->name, strlen(c->name))) {
			made[n] = *c;
			made[n++].label = NULL;
		}
	return made;
}

void
listing_mode(struct listing *l)
{
	l->view.mode = l->view.typing ? view_list_typing_commands :
		l->marks.n > 0 ? marked_commands() : NULL;
}

static const struct view_ops list_ops = {
	.name = "list",
	.commands = view_list_commands,
	.draw = listing_draw,
	.key = key,
	.paste = paste,
	.tick = tick,
	.show = show,
	.changed = changed,
	.has_row = has_row,
	.subject = subject,
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
	l->group = xstrdup("");
	l->folded = xstrdup("");
	l->all = -1;
	l->cell = kind_n(kind);
	tabs_init(&l->tabs);
	if (filter)
		l->memory[kind->no].filter = xstrdup(filter);
	return &l->view;
}
