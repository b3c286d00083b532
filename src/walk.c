/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk.c - see walk.h. */
#include "src/walk.h"

#include <string.h>

#include "base/i18n.h"
#include "base/banned.h"

bool
walk_begin(struct walk *w, struct session *s, struct err *err)
{
	struct desk_opened opened;

	if (!list_open(s, &w->spec, &opened, err))
		return false;
	w->list = opened.handle;
	w->page = (struct desk_page){ 0 };
	w->at = 0;
	w->begun = w->over = false;
	w->total = 0;
	return true;
}

void
walk_end(struct walk *w, struct session *s)
{
	if (w->list)
		list_close(s, w->list, NULL);
	w->list = 0;
	desk_page_clear(&w->page);
}

/* The row of the page that was taken last, where the next page goes on. */
static const struct desk_row *
anchor_of(const struct walk *w)
{
	if (!w->begun || w->page.n == 0)
		return NULL;
	return &w->page.rows[w->backward ? 0 : w->page.n - 1];
}

static bool
read_page(struct walk *w, struct session *s, struct desk_page *page,
	struct err *err)
{
	const struct desk_row *last = anchor_of(w);
	struct desk_page_ask ask = {
		.handle = w->list,
		.anchor = last ? DESK_AT : w->backward ? DESK_LAST : DESK_FIRST,
		.uid = last ? last->uid : NULL, .key = last ? last->key : NULL,
		.after = w->backward ? 0 : WALK_PAGE,
		.before = w->backward ? WALK_PAGE : 0, .wait = 1,
	};

	return list_page(s, &ask, page, err);
}

/* The anchor, or when it is gone perhaps its neighbour, came with the page
 * before. */
static bool
came_before(const struct desk_page *before, const struct desk_row *row)
{
	for (size_t i = before->n; i-- > 0;)
		if (strcmp(before->rows[i].uid, row->uid) == 0)
			return true;
	return false;
}

static const struct desk_row *
row_at(const struct walk *w, const struct desk_page *page, size_t at)
{
	return &page->rows[w->backward ? page->n - 1 - at : at];
}

static bool
turn_page(struct walk *w, struct session *s, struct err *err)
{
	struct desk_page page = { 0 };

	if (!read_page(w, s, &page, err))
		return false;
	w->at = page.n && w->begun &&
		came_before(&w->page, row_at(w, &page, 0));
	bool more = w->backward ? page.more_before : page.more_after;
	bool stuck = more && w->at >= page.n;

	w->over = !more;
	w->begun = true;
	w->total = page.total;
	desk_page_clear(&w->page);
	w->page = page;
	return !stuck ||
		err_set(err, ERR_INTERNAL, _("a list does not go on"));
}

bool
walk_is_dry(const struct walk *w)
{
	return w->at == w->page.n && !w->over;
}

bool
walk_next(struct walk *w, struct session *s, const struct desk_row **row,
	struct err *err)
{
	*row = NULL;
	while (walk_is_dry(w))
		if (!turn_page(w, s, err))
			return false;
	if (w->at < w->page.n)
		*row = row_at(w, &w->page, w->at++);
	return true;
}
