/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows.c - see rows.h. */
#include "ui/rows.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "base/banned.h"

static size_t
height_of(const struct rows *r)
{
	return r->height > 0 ? (size_t)r->height : 1;
}

/* Bring the top to where the cursor is seen and the screen is full. */
static void
settle(struct rows *r)
{
	size_t h = height_of(r), n = r->page.n;

	if (r->cursor >= n)
		r->cursor = n > 0 ? n - 1 : 0;
	if (r->top > r->cursor)
		r->top = r->cursor;
	if (r->cursor >= r->top + h)
		r->top = r->cursor - h + 1;
	if (r->top + h > n)
		r->top = n > h ? n - h : 0;
}

/* Take a page for what is at hand; the cursor comes to stand on screen row y. */
static void
take_page(struct rows *r, struct desk_page *page, size_t y)
{
	desk_page_clear(&r->page);
	r->page = *page;
	r->cursor = (size_t)page->at;
	r->top = r->cursor > y ? r->cursor - y : 0;
	settle(r);
}

static bool
ask(struct rows *r, struct desk_page_ask *ask, struct desk_page *page,
	struct err *err)
{
	r->asked++;
	*page = (struct desk_page){ 0 };
	return desk_list_page(r->desk, ask, page, err);
}

/* The screen around the cursor, a screen before it and one behind it. */
static bool
ask_around(struct rows *r, size_t before, size_t after, struct err *err)
{
	const struct desk_row *row = rows_at(r);
	struct desk_page_ask a = { .handle = r->handle, .anchor = DESK_FIRST,
		.before = (int64_t)before, .after = (int64_t)after };
	struct desk_page page;
	size_t y = r->cursor - r->top;

	if (row) {
		a.anchor = DESK_AT;
		a.uid = row->uid;
		a.key = row->key;
	}
	if (!ask(r, &a, &page, err))
		return false;
	r->gone = row && page.gone;
	take_page(r, &page, y);
	return true;
}

static void
close_list(struct rows *r, int64_t handle, bool *has)
{
	/* That a list cannot be closed hurts nobody. */
	if (*has)
		desk_list_close(r->desk, handle, NULL);
	*has = false;
}

static void
forget(struct rows *r)
{
	free(r->follow);
	r->follow = NULL;
}

/* The cursor comes to stand on screen row y. */
static void
take_next(struct rows *r, struct desk_page *page, size_t y)
{
	close_list(r, r->handle, &r->has);
	r->handle = r->next;
	r->has = true;
	r->has_next = false;
	r->gone = false;
	r->news = 0;
	take_page(r, page, y);
}

static bool
is_there(const struct desk_page *page)
{
	return page->n > 0 && !page->gone;
}

/* The beginning of the next list is shown once it fills the screen, or is all there
 * is: what it takes the place of stays until then. */
static void
take_if_full(struct rows *r, struct desk_page *page)
{
	if (page->at_least && page->n < height_of(r) && r->has)
		desk_page_clear(page);
	else
		take_next(r, page, 0);
}

bool
rows_open(struct rows *r, const struct desk_list_spec *spec,
	const char *follow, struct err *err)
{
	struct desk_opened opened = { 0 };
	struct desk_page page;
	struct desk_page_ask a = { .anchor = DESK_AT, .uid = follow,
		.before = (int64_t)height_of(r),
		.after = 2 * (int64_t)height_of(r) };

	if (!desk_list_open(r->desk, spec, &opened, err))
		return false;
	close_list(r, r->next, &r->has_next);
	r->next = a.handle = opened.handle;
	r->has_next = true;
	desk_opened_clear(&opened);
	forget(r);
	if (!follow)
		return true;
	if (!ask(r, &a, &page, err))
		return false;
	r->follow_y = r->cursor > r->top ? r->cursor - r->top : 1;
	if (is_there(&page)) {
		take_next(r, &page, r->follow_y);
		return true;
	}
	/* What was not found of a list that is not whole may still come. */
	if (page.at_least)
		r->follow = xstrdup(follow);
	take_if_full(r, &page);
	return true;
}

static bool
step_next(struct rows *r, struct err *err)
{
	struct desk_page_ask a = { .handle = r->next, .anchor = DESK_FIRST,
		.after = 2 * (int64_t)height_of(r) };
	struct desk_page page;

	if (!ask(r, &a, &page, err)) {
		close_list(r, r->next, &r->has_next);
		return false;
	}
	take_if_full(r, &page);
	return true;
}

/* How many there are so far. The rows on the screen stay as they are until all have
 * been found: to read them again and again takes longer than to count. */
static bool
step_count(struct rows *r, struct err *err)
{
	struct desk_page_ask a = { .handle = r->handle, .anchor = DESK_FIRST };
	struct desk_page page;

	if (!ask(r, &a, &page, err))
		return false;
	bool more = page.at_least;

	r->page.total = page.total;
	desk_page_clear(&page);
	return more || rows_refresh(r, err);
}

/* Has the list come to the record that is followed? While it has not, the first rows
 * are shown, and how many there are so far. */
static bool
step_follow(struct rows *r, struct err *err)
{
	struct desk_page_ask a = { .handle = r->handle, .anchor = DESK_AT,
		.uid = r->follow };
	struct desk_page page;

	if (!ask(r, &a, &page, err))
		return false;
	bool there = is_there(&page), more = page.at_least;

	r->page.total = page.total;
	desk_page_clear(&page);
	if (there) {
		a.before = (int64_t)height_of(r);
		a.after = 2 * a.before;
		if (!ask(r, &a, &page, err))
			return false;
		take_page(r, &page, r->follow_y);
	}
	if (there || !more)
		forget(r);
	return there || (more && rows_lack_count(r)) || rows_refresh(r, err);
}

bool
rows_lack_count(const struct rows *r)
{
	return r->has && !r->has_next && r->page.at_least &&
		r->page.n >= r->top + height_of(r);
}

bool
rows_step(struct rows *r, bool *more, struct err *err)
{
	bool done = true;

	if (r->has_next)
		done = step_next(r, err);
	else if (r->follow)
		done = step_follow(r, err);
	else if (rows_lack_count(r))
		done = step_count(r, err);
	else if (r->has && r->page.at_least)
		done = rows_refresh(r, err);
	*more = done && (r->has_next || r->page.at_least || r->follow);
	return done;
}

bool
rows_refresh(struct rows *r, struct err *err)
{
	size_t h = height_of(r);
	int64_t total = r->page.total;
	bool counting = r->page.at_least;

	if (!r->has)
		return true;
	if (!ask_around(r, r->cursor - r->top > h ? r->cursor - r->top : h, 2 * h,
	    err))
		return false;
	if (!counting && r->page.total > total &&
	    (r->top > 0 || r->page.more_before))
		r->news += r->page.total - total;
	return true;
}

/* Is every row at hand that a screen with the cursor here could show? */
static bool
is_at_hand(const struct rows *r, int64_t cursor)
{
	int64_t h = (int64_t)height_of(r), n = (int64_t)r->page.n;
	int64_t top = (int64_t)r->top;

	if (cursor < top)
		top = cursor;
	if (cursor >= top + h)
		top = cursor - h + 1;
	return (top >= 0 || !r->page.more_before) &&
		(top + h <= n || !r->page.more_after);
}

bool
rows_resize(struct rows *r, int height, struct err *err)
{
	if (height == r->height)
		return true;
	r->height = height;
	settle(r);
	return !r->has || is_at_hand(r, (int64_t)r->cursor) ||
		rows_refresh(r, err);
}

bool
rows_move(struct rows *r, int64_t by, struct err *err)
{
	int64_t want = (int64_t)r->cursor + by, last;
	size_t h = height_of(r);

	if (r->page.n == 0)
		return true;
	forget(r);
	r->gone = false;
	if (!is_at_hand(r, want)) {
		size_t far = (size_t)(by < 0 ? -by : by);

		/* A held key moves by many rows at once, and goes on: what is read
		 * lies ahead, but for the screen that one comes from. */
		if (far > 10 * h)
			far = 10 * h;
		if (!ask_around(r, by < 0 ? far + 3 * h : h,
		    by < 0 ? h : far + 3 * h, err))
			return false;
		want = (int64_t)r->cursor + by;
	}
	last = r->page.n > 0 ? (int64_t)r->page.n - 1 : 0;
	r->cursor = want < 0 ? 0 : want > last ? (size_t)last : (size_t)want;
	if (r->cursor == 0 && !r->page.more_before)
		r->news = 0;
	settle(r);
	return true;
}

bool
rows_home(struct rows *r, struct err *err)
{
	struct desk_page_ask a = { .handle = r->handle, .anchor = DESK_FIRST,
		.after = 2 * (int64_t)height_of(r) };
	struct desk_page page;

	if (!r->has)
		return true;
	if (!ask(r, &a, &page, err))
		return false;
	forget(r);
	r->gone = false;
	r->news = 0;
	take_page(r, &page, 0);
	return true;
}

bool
rows_end(struct rows *r, struct err *err)
{
	struct desk_page_ask a = { .handle = r->handle, .anchor = DESK_LAST,
		.before = 2 * (int64_t)height_of(r) };
	struct desk_page page;

	if (!r->has)
		return true;
	if (!ask(r, &a, &page, err))
		return false;
	forget(r);
	r->gone = false;
	if (page.n > 0)
		page.at = (int64_t)page.n - 1;
	take_page(r, &page, height_of(r) - 1);
	return true;
}

const struct desk_row *
rows_at(const struct rows *r)
{
	return r->cursor < r->page.n ? &r->page.rows[r->cursor] : NULL;
}

void
rows_close(struct rows *r)
{
	close_list(r, r->handle, &r->has);
	close_list(r, r->next, &r->has_next);
	desk_page_clear(&r->page);
	forget(r);
}
