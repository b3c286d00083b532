/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_home.c - see desk_fake.h: what is due and how much there is; nothing waits
 * or is new, of these calls only that they can be made. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "src/shapes.h"

#define CLEAR(name) \
void \
desk_##name##_clear(struct desk_##name *a) \
{ \
	wire_clear(&shape_##name, a); \
}
CLEAR(dues) CLEAR(waits) CLEAR(owing) CLEAR(news) CLEAR(counts)
CLEAR(elsewhere) CLEAR(shared)

#define NOTHING(name, ask) \
bool \
desk_##name(struct desk *d, ask, struct desk_##name *a, struct err *err) \
{ \
	(void)d; \
	(void)q; \
	(void)err; \
	*a = (struct desk_##name){ 0 }; \
	return true; \
}
NOTHING(waits, const struct desk_waits_ask *q)
NOTHING(news, const struct desk_news_ask *q)
NOTHING(elsewhere, const char *q)
NOTHING(shared, const char *q)

/* All records of a kind, in an order. */
static void
list_all(struct desk *d, enum kind_no kind, const char *sort,
	struct desk_page *page)
{
	const struct desk_list_spec spec = { .kind = (int)kind,
		.filter = "", .sort = sort };
	struct desk_opened opened;
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = 1000,
		.wait = 1 };

	assert_true(desk_list_open(d, &spec, &opened, NULL));
	ask.handle = opened.handle;
	assert_true(desk_list_page(d, &ask, page, NULL));
	assert_true(desk_list_close(d, opened.handle, NULL));
}

static int
by_day(const void *a, const void *b)
{
	const struct desk_due_row *x = a, *y = b;

	return strcmp(x->on, y->on);
}

static void
add_dues(struct desk *d, enum kind_no kind, struct desk_dues *dues)
{
	struct desk_page page;
	char now[DATE_KEY_SIZE], key[DATE_KEY_SIZE];

	list_all(d, kind, "due", &page);
	date_key_of_ms(clock_now(), now);
	dues->rows = xrealloc_array(dues->rows, dues->n + page.n + 1,
		sizeof(*dues->rows));
	for (size_t i = 0; i < page.n; i++) {
		const struct record *r = &page.rows[i].record;
		const char *due = record_text(r, r->kind->due);
		struct desk_due_row *row = &dues->rows[dues->n];

		if (!due)
			continue;
		date_key(due, key);
		*row = (struct desk_due_row){ .on = xstrdup(due),
			.field = xstrdup("due"),
			.when = strncmp(key, now, strlen(key)) < 0 ?
				DESK_DUE_OVERDUE : DESK_DUE_WEEK };
		dues->overdue += row->when == DESK_DUE_OVERDUE;
		record_copy(&row->record, r);
		dues->n++;
	}
	desk_page_clear(&page);
}

/* What is due of leads and tasks, whenever and whosever it is. */
bool
desk_due(struct desk *d, const struct desk_due_ask *ask, struct desk_dues *dues,
	struct err *err)
{
	(void)ask;
	(void)err;
	*dues = (struct desk_dues){ 0 };
	add_dues(d, KIND_LEAD, dues);
	add_dues(d, KIND_TASK, dues);
	qsort(dues->rows, dues->n, sizeof(*dues->rows), by_day);
	dues->total = (int64_t)dues->n;
	return true;
}

bool
desk_owing(struct desk *d, struct desk_owing *owing, struct err *err)
{
	(void)d;
	(void)err;
	*owing = (struct desk_owing){ 0 };
	return true;
}

static int64_t overdue;		/* of leads */

void
fake_overdue(int64_t leads)
{
	overdue = leads;
}

bool
desk_counts(struct desk *d, struct desk_counts *counts, struct err *err)
{
	(void)err;
	*counts = (struct desk_counts){ 0 };
	counts->kinds = xcalloc(KIND_END, sizeof(*counts->kinds));
	for (size_t i = 0; kinds[i]; i++) {
		struct desk_page page;

		if (kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
			continue;
		list_all(d, kinds[i]->no, "", &page);
		counts->kinds[counts->n++] = (struct desk_count){
			.kind = (int)kinds[i]->no, .total = page.total,
			.overdue = kinds[i]->no == KIND_LEAD ? overdue : 0 };
		desk_page_clear(&page);
	}
	counts->at_least = overdue > 0;
	return true;
}

bool
desk_news_entries(struct desk *d, const struct desk_news_entries_ask *ask,
	struct desk_history *history, struct err *err)
{
	(void)d;
	(void)ask;
	(void)err;
	*history = (struct desk_history){ 0 };
	return true;
}

bool
desk_seen(struct desk *d, const char *part, struct err *err)
{
	(void)d;
	return err_set(err, ERR_NOT_FOUND, "no record \"%s\"", part);
}

bool
desk_visited(struct desk *d, struct err *err)
{
	(void)d;
	(void)err;
	return true;
}

