/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_list.c - see view_list.h. */
#include "ui/view_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/isword.h"
#include "ui/chrome.h"
#include "ui/key.h"
#include "ui/listing.h"
#include "ui/pasted.h"
#include "ui/subject.h"
#include "ui/view_columns.h"
#include "ui/view_form.h"
#include "ui/view_pasted.h"
#include "ui/view_pick.h"
#include "ui/view_query.h"
#include "ui/view_record.h"
#include "ui/view_sheet.h"
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

static void
subject(const struct view *v, struct subject *s)
{
	const struct desk_row *row = rows_at(&((const struct listing *)v)->rows);

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
	view_record_open(v->app, rows_at(&((struct listing *)v)->rows)->uid);
}

static void
run_new(struct view *v, int k)
{
	(void)k;
	view_form_new(v->app, ((struct listing *)v)->kind);
}

static void
run_many(struct view *v, int k)
{
	(void)k;
	view_sheet_open(v->app, ((struct listing *)v)->kind, NULL);
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

	if (c->run == run_many)
		return view_sheet_may(v->app, ((struct listing *)v)->kind, err);
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
	l->view.typing = true;
	v->mode = view_list_typing_commands;
	listing_typed(l);
}

static void
filter_picked(struct view *owner, int64_t tag)
{
	struct listing *l = (struct listing *)owner;
	struct strbuf filter = STRBUF_INIT;

	if (tag >= 0 && tag < FILTERS_MOST) {
		listing_use_filter(l, (size_t)tag);
		return;
	}
	if (tag >= FILTERS_MOST)
		strbuf_printf(&filter, "is:%s",
			iswords[tag - FILTERS_MOST].word);
	listing_ask(l, filter.text, l->sort);
	strbuf_clear(&filter);
}

/* Those that are kept, then what can be asked of every kind like this one. */
static void
run_filters(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	struct view *pick = view_pick_new(_("Show"), filter_picked);

	(void)k;
	for (size_t i = 0; i < l->filters.n; i++) {
		struct strbuf count = STRBUF_INIT;

		if (l->counts[i].known)
			chrome_count(&count, l->counts[i].page.total);
		view_pick_add(pick, count.text, l->filters.rows[i].name,
			(int64_t)i);
		strbuf_clear(&count);
	}
	view_pick_add(pick, NULL, _("All"), -1);
	for (int i = 0; i < IS_N; i++)
		if (isword_fits((enum isword)i, l->kind))
			view_pick_add(pick, NULL, _(iswords[i].label),
				FILTERS_MOST + i);
	app_push(v->app, pick);
}

static void
run_query(struct view *v, int k)
{
	(void)k;
	view_query_open((struct listing *)v);
}

static void
stop_typing(struct listing *l)
{
	l->view.typing = false;
	l->view.mode = NULL;
	if (l->fault)
		app_say(l->view.app, ROLE_ERROR, l->fault);
	free(l->fault);
	l->fault = NULL;
}

static void
run_keep(struct view *v, int k)
{
	(void)k;
	stop_typing((struct listing *)v);
}

/* What may come next; once more for the next of these. */
static void
run_complete(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	bool one = l->complete.n == 1;
	size_t taken;

	if (!complete_take(&l->complete, &l->typed, k == K_BACKTAB ? -1 : 1))
		return;
	if (strcmp(l->typed.text.text, l->filter) != 0 || l->fault)
		listing_filter(l, l->typed.text.text);
	taken = l->complete.taken;
	/* The only one there is leads on at once. */
	if (one && l->complete.offers[taken].text[0]) {
		if (!strchr(":", l->typed.text.text[l->typed.at - 1]))
			edit_insert(&l->typed, " ", 1);
		listing_typed(l);
	}
}

static void
run_restore(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	(void)k;
	free(l->fault);
	l->fault = NULL;
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
kind_picked(struct view *owner, int64_t tag)
{
	struct listing *l = (struct listing *)owner;

	if (l->tabs.kinds[tag] != l->kind)
		listing_go(l, l->tabs.kinds[tag]);
}

/* All kinds, with their counts: numbers reach the first nine alone. */
static void
run_kinds(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;
	struct view *pick = view_pick_new(_("Go to"), kind_picked);

	(void)k;
	for (size_t i = 0; i < l->tabs.n; i++) {
		struct strbuf count = STRBUF_INIT;

		if (l->tabs.counts[i] >= 0)
			chrome_count(&count, l->tabs.counts[i]);
		view_pick_add(pick, count.text, _(l->tabs.kinds[i]->plural),
			(int64_t)i);
		strbuf_clear(&count);
	}
	app_push(v->app, pick);
	view_pick_select(pick, (int64_t)tabs_find(&l->tabs, l->kind));
}

static void
run_unfilter(struct view *v, int k)
{
	struct listing *l = (struct listing *)v;

	(void)k;
	if (!*l->filter) {
		app_say(v->app, ROLE_HINT, _("There is no filter: / begins one."));
		return;
	}
	listing_follow(l);
	listing_filter(l, "");
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
	if (v->below || k == 'q')
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
	{ .keys = "= N", .name = "like", .run = run_like,
	  .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES, .verb = "add",
	  .help = N_("Begin the next record like this one; its number counts on.") },
	{ .keys = "e", .name = "edit", .label = N_("Edit"), .run = run_edit,
	  .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES, .verb = "set",
	  .help = N_("Change the record under the cursor.") },
	{ .keys = "/", .name = "filter", .label = N_("Filter"),
	  .run = run_filter,
	  .help = N_("Filter: words, status:new, due<7d, is:overdue, not ...") },
	{ .keys = "f", .name = "filters", .run = run_filters,
	  .help = N_("Choose a filter that was kept, or one that every kind has.") },
	{ .keys = "F", .name = "query", .run = run_query,
	  .help = N_("Write the whole question of the list, and keep it under a name.") },
	{ .keys = "s F6", .name = "sort", .label = N_("Sort"), .run = run_sort,
	  .help = N_("Sort by a field; by the same again, the other way.") },
	{ .keys = "C", .name = "columns", .run = run_columns,
	  .help = N_("Choose the columns, their order and how wide they are.") },
	{ .keys = "Tab BackTab 1 2 3 4 5 6 7 8 9", .name = "kind",
	  .label = N_("Kinds"), .run = run_kind,
	  .help = N_("Go to the next kind of record, or by number.") },
	{ .keys = "0", .name = "kinds", .run = run_kinds,
	  .help = N_("Choose among all kinds of record.") },
	{ .keys = "Backspace", .name = "unfilter", .run = run_unfilter,
	  .help = N_("Drop the filter that is in force.") },
	{ .keys = "i", .name = "many", .label = N_("Many"), .run = run_many,
	  .flags = COMMAND_WRITES,
	  .help = N_("Type many new records at once, as rows of a table.") },
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
	{ .keys = "q", .name = "close", .label = N_("Close"), .run = run_back,
	  .help = N_("Close this list.") },
	{ .keys = NULL }
};

const struct command view_list_typing_commands[] = {
	{ .keys = "Enter", .name = "keep", .label = N_("Keep"),
	  .run = run_keep, .help = N_("Keep the filter and go to the list.") },
	{ .keys = "Tab BackTab", .name = "complete", .label = N_("Complete"),
	  .run = run_complete,
	  .help = N_("Put in what may come next; again for the next of these.") },
	{ .keys = "Esc ^C", .name = "restore", .label = N_("Restore"),
	  .run = run_restore, .help = N_("Go back to the filter of before.") },
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
	l->all = -1;
	tabs_init(&l->tabs);
	if (filter)
		l->memory[kind->no].filter = xstrdup(filter);
	return &l->view;
}
