/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marks.c - see marks.h. */
#include "ui/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "base/banned.h"

enum { PAGE = 200 };

/* Where the uid is, or would be. */
static size_t
place_of(const struct marks *m, const char *uid)
{
	size_t low = 0, high = m->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcmp(m->marks[mid].uid, uid) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool
is_at(const struct marks *m, size_t at, const char *uid)
{
	return at < m->n && strcmp(m->marks[at].uid, uid) == 0;
}

bool
marks_has(const struct marks *m, const char *uid)
{
	return is_at(m, place_of(m, uid), uid);
}

bool
marks_add(struct marks *m, const char *uid, const char *ref)
{
	size_t at = place_of(m, uid);

	if (is_at(m, at, uid))
		return true;
	if (m->n == MARKS_MOST)
		return false;
	m->marks = xgrow(m->marks, m->n, &m->room, sizeof(*m->marks));
	memmove(m->marks + at + 1, m->marks + at,
		(m->n - at) * sizeof(*m->marks));
	m->marks[at] = (struct mark){ xstrdup(uid), xstrdup(ref ? ref : "") };
	m->n++;
	return true;
}

void
marks_drop(struct marks *m, const char *uid)
{
	size_t at = place_of(m, uid);

	if (!is_at(m, at, uid))
		return;
	free(m->marks[at].uid);
	free(m->marks[at].ref);
	m->n--;
	memmove(m->marks + at, m->marks + at + 1,
		(m->n - at) * sizeof(*m->marks));
}

void
marks_clear(struct marks *m)
{
	for (size_t i = 0; i < m->n; i++) {
		free(m->marks[i].uid);
		free(m->marks[i].ref);
	}
	free(m->marks);
	*m = (struct marks){ 0 };
}

/* The rows of a page from the given one on; *next is the last of them. */
static void
take_rows(struct marks *m, struct desk_page *page, size_t from,
	struct desk_row *next, bool *more)
{
	for (size_t i = from; i < page->n; i++) {
		const struct desk_row *row = &page->rows[i];

		if (!marks_add(m, row->uid, record_text(&row->record,
		    HEADER_REF)))
			*more = true;
	}
	free(next->uid);
	free(next->key);
	next->uid = xstrdup(page->rows[page->n - 1].uid);
	next->key = xstrdup(page->rows[page->n - 1].key);
}

static bool
take_pages(struct marks *m, struct desk *desk, int64_t handle, bool *more,
	struct err *err)
{
	struct desk_row last = { 0 };
	bool ok = true, on = true;

	while (ok && on && !*more) {
		struct desk_page_ask ask = { .handle = handle, .wait = 1,
			.anchor = last.uid ? DESK_AT : DESK_FIRST,
			.uid = last.uid, .key = last.key, .after = PAGE };
		struct desk_page page = { 0 };

		ok = desk_list_page(desk, &ask, &page, err);
		/* Between two pages the last row may have gone: what stands for
		 * it then is new. */
		if (ok && page.n > 0)
			take_rows(m, &page, last.uid && !page.gone ? 1 : 0,
				&last, more);
		on = page.more_after && page.n > 0;
		desk_page_clear(&page);
	}
	free(last.uid);
	free(last.key);
	return ok;
}

bool
marks_add_all(struct marks *m, struct desk *desk,
	const struct desk_list_spec *spec, bool *more, struct err *err)
{
	struct desk_opened opened = { 0 };
	bool ok;

	*more = false;
	if (!desk_list_open(desk, spec, &opened, err))
		return false;
	ok = take_pages(m, desk, opened.handle, more, err);
	desk_list_close(desk, opened.handle, NULL);
	return ok;
}
