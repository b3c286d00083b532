/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lists.h - lists opened and paged through the door. Include after case.h. */
#ifndef TESTS_SUPPORT_LISTS_H
#define TESTS_SUPPORT_LISTS_H

#include "src/desk.h"

/* A value as at the door, "" when it is absent. */
static inline const char *
value(const struct record *r, const char *field)
{
	const char *text = record_text(r, kind_index(r->kind, field));

	return text ? text : "";
}

static inline int64_t
open_list(struct desk *d, const char *kind, const char *filter, const char *sort)
{
	struct desk_list_spec spec = { .kind = kind_find(kind)->no,
		.filter = filter, .sort = sort };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	if (!desk_list_open(d, &spec, &opened, &err))
		fail_msg("%s %s by %s: %s", kind, filter, sort ? sort : "age",
			err.text);
	return opened.handle;
}

static inline void
close_list(struct desk *d, int64_t handle)
{
	struct err err = ERR_INIT;

	assert_ok(desk_list_close(d, handle, &err), err);
}

static inline void
get_page(struct desk *d, const struct desk_page_ask *ask, struct desk_page *page)
{
	struct err err = ERR_INIT;

	assert_ok(desk_list_page(d, ask, page, &err), err);
}

/* How many records of a kind a filter gives: a page of them, and all. */
static inline int64_t
count_list(struct desk *d, const char *kind, const char *filter,
	const char *sort)
{
	const struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = 100,
		.wait = true, .handle = open_list(d, kind, filter, sort) };
	struct desk_page page;

	get_page(d, &ask, &page);
	int64_t n = page.total;

	assert_int_equal(page.n, n);
	desk_page_clear(&page);
	close_list(d, ask.handle);
	return n;
}

#endif
