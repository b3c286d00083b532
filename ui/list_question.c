/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_question.c - see list_question.h. */
#include "ui/list_question.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/grouped.h"
#include "src/isword.h"
#include "ui/chrome.h"
#include "ui/view_pick.h"
#include "base/banned.h"

void
list_type_filter(struct listing *l)
{
	listing_follow(l);
	free(l->before);
	l->before = xstrdup(l->filter);
	edit_set(&l->typed, l->filter);
	l->view.typing = true;
	listing_mode(l);
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
	listing_ask(l, filter.text, l->sort, l->group);
	strbuf_clear(&filter);
}

/* Those that are kept, then what can be asked of every kind like this one. */
void
list_choose_filter(struct listing *l)
{
	struct view *pick = view_pick_new(_("Show"), filter_picked);

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
	app_push(l->view.app, pick);
}

static void
stop_typing(struct listing *l)
{
	l->view.typing = false;
	listing_mode(l);
	free(l->fault);
	l->fault = NULL;
}

/* What is no filter yet stays to be mended. */
void
list_keep_filter(struct listing *l)
{
	if (l->fault)
		app_say(l->view.app, ROLE_ERROR, l->fault);
	else
		stop_typing(l);
}

/* What may come next; once more for the next of these. */
void
list_complete(struct listing *l, int by)
{
	bool one = l->complete.n == 1;
	size_t taken;

	if (!complete_take(&l->complete, &l->typed, by))
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

void
list_restore_filter(struct listing *l)
{
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

void
list_choose_sort(struct listing *l)
{
	struct view *pick = view_pick_new(_("Sort by"), sort_picked);
	bool down = *l->sort == '-';
	/* Of the header, what people ask for. */
	uint64_t useful = HEADER_BIT(HEADER_REF) | HEADER_BIT(HEADER_PARTY) |
		HEADER_BIT(HEADER_CREATED) | HEADER_BIT(HEADER_CHANGED) |
		HEADER_BIT(HEADER_HANDLING) | HEADER_BIT(HEADER_GRADE) |
		HEADER_BIT(HEADER_REVIEW_ON) | HEADER_BIT(HEADER_SOURCE_ID);

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
	app_push(l->view.app, pick);
}

static void
group_picked(struct view *owner, int64_t index)
{
	listing_group((struct listing *)owner, index);
}

void
list_choose_group(struct listing *l)
{
	struct view *pick = view_pick_new(_("Group by"), group_picked);

	view_pick_add(pick, *l->group ? NULL : "*", _("Not at all"), -1);
	for (size_t i = 0; i < kind_n(l->kind); i++) {
		size_t at = (i + HEADER_N) % kind_n(l->kind);
		const struct field *f = kind_field(l->kind, at);

		if (grouped_by(l->kind, at) != GROUPED_NOT)
			view_pick_add(pick, strcmp(l->group, f->name) == 0 ?
				"*" : NULL, _(f->label), (int64_t)at);
	}
	app_push(l->view.app, pick);
}

static void
kind_picked(struct view *owner, int64_t tag)
{
	struct listing *l = (struct listing *)owner;

	if (l->tabs.kinds[tag] != l->kind)
		listing_go(l, l->tabs.kinds[tag]);
}

/* All kinds, with their counts: numbers reach the first nine alone. */
void
list_choose_kind(struct listing *l)
{
	struct view *pick = view_pick_new(_("Go to"), kind_picked);

	for (size_t i = 0; i < l->tabs.n; i++) {
		struct strbuf count = STRBUF_INIT;

		if (l->tabs.counts[i] >= 0)
			chrome_count(&count, l->tabs.counts[i]);
		view_pick_add(pick, count.text, _(l->tabs.kinds[i]->plural),
			(int64_t)i);
		strbuf_clear(&count);
	}
	app_push(l->view.app, pick);
	view_pick_select(pick, (int64_t)tabs_find(&l->tabs, l->kind));
}

void
list_drop_filter(struct listing *l)
{
	if (!*l->filter) {
		app_say(l->view.app, ROLE_HINT, _("There is no filter: / begins one."));
		return;
	}
	listing_follow(l);
	listing_filter(l, "");
}
