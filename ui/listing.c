/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing.c - see listing.h. */
#include "ui/listing.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/pane_record.h"
#include "base/banned.h"

enum {
	PAUSE = 80,		/* ms without a key before the detail is read ... */
	TYPING_PAUSE = 150,	/* ... or while a filter is typed, and before what it
				 * takes is counted: fingers are slower from letter to
				 * letter than on a key that is held */
	RECOUNT = 10000,	/* ms between counts of what filters take: each looks at
				 * every record, and others may write all day */
};

bool
listing_say(struct listing *l, bool done, const struct err *err)
{
	if (!done)
		app_fail(l->view.app, err);
	return done;
}

/* From here on the cursor goes with this record. */
void
listing_follow(struct listing *l)
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
open_list(struct listing *l, const char *filter, const char *follow,
	struct err *err)
{
	struct desk_list_spec spec = { .kind = l->kind->no, .filter = filter,
		.sort = l->sort, .group = l->group, .folded = l->folded };

	return rows_open(&l->rows, &spec, follow, err);
}

/* "list:lead:sort", "list:lead:group": what of a list is remembered. */
static void
recall(const struct listing *l, const char *what, char **to)
{
	struct desk_texts texts = { 0 };
	struct strbuf name = STRBUF_INIT;

	strbuf_printf(&name, "list:%s:%s", l->kind->name, what);
	if (desk_kept(l->view.app->desk, name.text, &texts, NULL) && texts.n > 0)
		set(to, texts.texts[0].text);
	desk_texts_clear(&texts);
	strbuf_clear(&name);
}

static void
remember(struct listing *l, const char *what, const char *value)
{
	struct strbuf name = STRBUF_INIT;
	struct err err = ERR_INIT;

	strbuf_printf(&name, "list:%s:%s", l->kind->name, what);
	listing_say(l, desk_keep(l->view.app->desk, name.text, *value ? value :
		NULL, &err), &err);
	strbuf_clear(&name);
}

/* Show the kind: as it was left, or for the first time. */
void
listing_enter(struct listing *l)
{
	struct listing_memory *m = &l->memory[l->kind->no];
	struct err err = ERR_INIT;

	set(&l->filter, m->filter);
	set(&l->sort, m->sort);
	l->cell = kind_n(l->kind);
	l->marks = m->marks;
	m->marks = (struct marks){ 0 };
	listing_mode(l);
	set(&l->folded, m->folded);
	set(&l->group, "");
	if (!m->sort)
		recall(l, "sort", &l->sort);
	recall(l, "group", &l->group);
	listing_recall_filters(l);
	columns_choice_recall(&l->choice, l->kind, l->view.app->desk);
	columns_seen_clear(&l->seen);
	l->stale_detail = true;
	if (open_list(l, l->filter, m->uid, &err))
		return;
	/* A remembered order may be none any more. */
	set(&l->sort, "");
	set(&l->group, "");
	listing_say(l, open_list(l, l->filter, NULL, &err), &err);
}

static void
leave_kind(struct listing *l)
{
	struct listing_memory *m = &l->memory[l->kind->no];
	const struct desk_row *row = rows_at(&l->rows);

	set(&m->filter, l->filter);
	set(&m->sort, l->sort);
	set(&m->folded, l->folded);
	free(m->uid);
	m->uid = row ? xstrdup(row->uid) : NULL;
	m->marks = l->marks;
	l->marks = (struct marks){ 0 };
	rows_close(&l->rows);
	l->rows = (struct rows){ .desk = l->view.app->desk,
		.height = l->rows.height, .asked = l->rows.asked };
	free(l->detail_uid);
	l->detail_uid = NULL;
}

void
listing_go(struct listing *l, const struct kind *kind)
{
	leave_kind(l);
	l->kind = kind;
	listing_enter(l);
}

/* Filter by what stands there; a fault leaves the last result. */
void
listing_filter(struct listing *l, const char *filter)
{
	struct err err = ERR_INIT;

	l->bad_column = 0;
	free(l->fault);
	l->fault = NULL;
	if (open_list(l, filter, l->follow, &err)) {
		set(&l->filter, filter);
		return;
	}
	l->bad_column = err.column > 0 ? err.column : 0;
	l->fault = xstrdup(err.text);
}

void
listing_typed(struct listing *l)
{
	if (strcmp(l->typed.text.text, l->filter) != 0 || l->fault)
		listing_filter(l, l->typed.text.text);
	complete_at(&l->complete, l->view.app->desk, l->kind,
		l->typed.text.text, l->typed.at);
}

/* --- Filters that are kept ---------------------------------------------- */

void
listing_recall_filters(struct listing *l)
{
	struct desk *desk = l->view.app->desk;

	for (size_t i = 0; i < l->filters.n; i++)
		tally_free(&l->counts[i], desk);
	filters_recall(&l->filters, l->kind, desk);
	for (size_t i = 0; i < l->filters.n; i++)
		l->counts[i] = (struct tally){ .kind = l->kind,
			.filter = l->filters.rows[i].filter };
	l->count_at = 0;
}

void
listing_use_filter(struct listing *l, size_t at)
{
	const struct filters_row *row = &l->filters.rows[at];

	listing_ask(l, row->filter, *row->sort ? row->sort : l->sort,
		*row->group ? row->group : l->group);
}

void
listing_ask(struct listing *l, const char *filter, const char *sort,
	const char *group)
{
	char *sort_before = xstrdup(l->sort), *group_before = xstrdup(l->group);

	set(&l->sort, sort);
	set(&l->group, group);
	listing_follow(l);
	listing_filter(l, filter);
	if (l->fault) {
		app_say(l->view.app, ROLE_ERROR, l->fault);
		set(&l->sort, sort_before);
		set(&l->group, group_before);
	}
	free(sort_before);
	free(group_before);
}

/* One step of counting what they take, once the list itself is complete; ms until
 * there is more to do, or -1. */
static int64_t
count_filters(struct listing *l)
{
	for (size_t i = 0; i < l->filters.n; i++)
		if (!l->counts[i].done) {
			int64_t left = l->count_at - term_now(l->view.app->term);

			if (left > 0)
				return left;
			tally_step(&l->counts[i], l->view.app->desk);
			return 0;
		}
	return -1;
}

static void
count_again(struct listing *l)
{
	l->tabs.counted = false;
	for (size_t i = 0; i < l->filters.n; i++)
		if (l->counts[i].done) {
			tally_again(&l->counts[i], l->view.app->desk);
			l->count_at = term_now(l->view.app->term) + RECOUNT;
		}
}

void
listing_sort(struct listing *l, int64_t index)
{
	const struct field *f = kind_field(l->kind, (size_t)index);
	const struct desk_row *row = rows_at(&l->rows);
	struct strbuf sort = STRBUF_INIT;
	struct err err = ERR_INIT;
	char *before = xstrdup(l->sort);

	if (index >= 0 && f)
		strbuf_printf(&sort, "%s%s", strcmp(l->sort, f->name) == 0 ?
			"-" : "", f->name);
	set(&l->sort, sort.text);
	if (!listing_say(l, open_list(l, l->filter, row ? row->uid : NULL,
	    &err), &err))
		set(&l->sort, before);
	else
		remember(l, "sort", l->sort);
	free(before);
	strbuf_clear(&sort);
}

/* --- Groups ------------------------------------------------------------- */

void
listing_group(struct listing *l, int64_t index)
{
	const struct field *f = kind_field(l->kind, (size_t)index);

	set(&l->folded, "");
	listing_ask(l, l->filter, l->sort, index >= 0 && f ? f->name : "");
	remember(l, "group", l->group);
}

/* The values that are shut, without this one; true if it was one of them. */
static bool
leave_out(const char *folded, const char *value, struct strbuf *out)
{
	size_t len = strlen(value);
	bool was = false;

	for (const char *at = folded; *at; at = strchr(at, '\n') + 1) {
		size_t n = strcspn(at, "\n");

		if (n == len && strncmp(at, value, len) == 0)
			was = true;
		else
			strbuf_add(out, at, n + 1);
	}
	return was;
}

void
listing_fold(struct listing *l, const struct desk_row *heading)
{
	struct strbuf folded = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (!leave_out(l->folded, heading->group, &folded))
		strbuf_printf(&folded, "%s\n", heading->group);
	set(&l->folded, folded.text);
	listing_say(l, open_list(l, l->filter, heading->uid, &err), &err);
	strbuf_clear(&folded);
}

const struct desk_row *
listing_at(const struct listing *l)
{
	const struct desk_row *row = rows_at(&l->rows);

	return row && !row->group ? row : NULL;
}

/* --- Showing them ------------------------------------------------------- */

static void
read_detail(struct listing *l, const struct desk_row *row)
{
	struct app *app = l->view.app;
	struct desk_item item = { 0 };
	struct err err = ERR_INIT;

	set(&l->detail_uid, row->uid);
	pane_begin(&l->detail, l->layout.detail.cols, app->grid.ascii);
	if (desk_get(app->desk, l->kind->no, row->uid, &item, &err)) {
		const struct pane_of of = { .item = &item,
			.page = &l->rows.page, .zone = app->who.zone };

		pane_version(&l->detail, &item.record, app->who.zone);
		pane_item(&l->detail, &of);
	} else
		pane_add(&l->detail, NULL, err.text, ROLE_HINT);
	desk_item_clear(&item);
}

/* Ms until the keys have rested for long enough. */
static int64_t
until_rest(const struct listing *l)
{
	const struct app *app = l->view.app;
	int64_t left = app->key_at - term_now(app->term) +
		(l->view.typing ? TYPING_PAUSE : PAUSE);

	return left > 0 ? left : 0;
}

/* Read the record under the cursor once the keys rest; ms until then, or -1. */
static int64_t
tick_detail(struct listing *l)
{
	const struct desk_row *row = rows_at(&l->rows);
	int64_t rest = until_rest(l);

	if (l->layout.detail.rows == 0 || !row || row->group)
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

/* What stands in the rows at hand says how wide the columns are. */
static void
see_rows(struct listing *l)
{
	if (l->seen_asked == l->rows.asked)
		return;
	l->seen_asked = l->rows.asked;
	for (size_t i = 0; i < l->rows.page.n; i++)
		if (!l->rows.page.rows[i].group)
			columns_see(&l->seen, &l->rows.page.rows[i].record,
				&l->rows.page, l->view.app->who.zone,
				l->columns.today);
	listing_fit(l);
}

static int64_t
sooner(int64_t a, int64_t b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

int64_t
listing_tick(struct listing *l)
{
	struct err err = ERR_INIT;
	bool more, done;
	int64_t rest;

	listing_lay_out(l, app_area(l->view.app));
	done = rows_resize(&l->rows, l->layout.rows.rows, &err);
	if (!l->opened) {
		/* What it is filtered by takes a line of its own. */
		listing_enter(l);
		listing_lay_out(l, app_area(l->view.app));
		done = rows_resize(&l->rows, l->layout.rows.rows, &err) && done;
	}
	l->opened = true;
	/* Rows before numbers: nobody reads a count while letters follow. */
	more = done && l->view.typing && rows_lack_count(&l->rows);
	rest = more ? until_rest(l) : 0;
	if (done && rest == 0)
		done = rows_step(&l->rows, &more, &err);
	listing_say(l, done, &err);
	see_rows(l);
	tabs_count(&l->tabs, l->view.app->desk);
	l->all = l->tabs.counts[tabs_find(&l->tabs, l->kind)];
	if (more)
		return rest;
	return sooner(tick_detail(l), count_filters(l));
}

void
listing_refresh(struct listing *l)
{
	struct err err = ERR_INIT;

	if (!l->opened)
		return;
	count_again(l);
	l->stale_detail = true;
	listing_say(l, rows_refresh(&l->rows, &err), &err);
	if (l->rows.gone)
		app_say(l->view.app, ROLE_WARNING, _("The record under the cursor is "
			"no longer in this list."));
}

void
listing_show(struct listing *l, const struct kind *kind, const char *uid)
{
	const struct desk_row *row = rows_at(&l->rows);
	struct err err = ERR_INIT;

	if (kind == l->kind && (!row || strcmp(row->uid, uid) != 0))
		listing_say(l, open_list(l, l->filter, uid, &err), &err);
}

void
listing_free(struct listing *l)
{
	rows_close(&l->rows);
	for (size_t i = 0; i < ARRAY_SIZE(l->memory); i++) {
		free(l->memory[i].filter);
		free(l->memory[i].sort);
		free(l->memory[i].uid);
		free(l->memory[i].folded);
		marks_clear(&l->memory[i].marks);
	}
	free(l->filter);
	free(l->sort);
	free(l->group);
	free(l->folded);
	free(l->before);
	free(l->follow);
	free(l->outfile);
	free(l->detail_uid);
	columns_seen_clear(&l->seen);
	pane_clear(&l->detail);
	edit_clear(&l->typed);
	complete_clear(&l->complete);
	for (size_t i = 0; i < l->filters.n; i++)
		tally_free(&l->counts[i], l->view.app->desk);
	filters_clear(&l->filters);
	marks_clear(&l->marks);
	marks_clear(&l->refused);
	bulk_clear(&l->bulk);
	free(l->fault);
}
