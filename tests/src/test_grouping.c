/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_grouping.c - lists under headings, see src/desk.h: of every kind, by every
 * field that can be, each record stands once, under its value, and is counted there. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/world.h"

#include "base/xalloc.h"
#include "src/grouped.h"

enum { LINES = 600 };

/* All lines of a list, as pages of a few rows gave them. */
struct lines {
	struct desk_row rows[LINES];
	size_t n;
	int64_t total;
};

static void
read_lines(struct desk *d, const struct desk_list_spec *spec, struct lines *l,
	int64_t after)
{
	struct desk_opened opened;
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = after,
		.wait = true };
	struct err err = ERR_INIT;
	bool more = true;

	l->n = 0;
	assert_ok(desk_list_open(d, spec, &opened, &err), err);
	ask.handle = opened.handle;
	while (more) {
		struct desk_page page;
		size_t skip = l->n > 0;

		assert_ok(desk_list_page(d, &ask, &page, &err), err);
		assert_false(page.gone);
		assert_int_equal(page.rank, l->n > 0 ? l->n - 1 : 0);
		l->total = page.total;
		for (size_t i = skip; i < page.n; i++) {
			assert_true(l->n < LINES);
			l->rows[l->n++] = page.rows[i];
			page.rows[i] = (struct desk_row){ 0 };
			record_init(&page.rows[i].record,
				kind_of((enum kind_no)spec->kind));
		}
		more = page.more_after;
		if (l->n > 0) {
			ask.anchor = DESK_AT;
			ask.uid = l->rows[l->n - 1].uid;
			ask.key = l->rows[l->n - 1].key;
		}
		desk_page_clear(&page);
	}
	assert_ok(desk_list_close(d, opened.handle, &err), err);
}

static void
free_lines(struct lines *l)
{
	struct desk_page page = { .rows = xcalloc(l->n + 1, sizeof(*page.rows)),
		.n = l->n };

	memcpy(page.rows, l->rows, l->n * sizeof(*page.rows));
	desk_page_clear(&page);
	l->n = 0;
}

/* Each heading has as many records under it as it says, none comes twice, and all
 * there are stand somewhere. */
static void
check(const struct lines *l, const struct lines *flat, const char *what)
{
	size_t records = 0;

	for (size_t i = 0; i < l->n; i++) {
		int64_t under = 0;

		if (!l->rows[i].group)
			continue;
		for (size_t j = i + 1; j < l->n && !l->rows[j].group; j++)
			under++;
		if (under != l->rows[i].count)
			fail_msg("%s: %lld under \"%s\", not %lld", what,
				(long long)under, l->rows[i].group,
				(long long)l->rows[i].count);
		for (size_t j = 0; j < i; j++)
			if (l->rows[j].group && strcmp(l->rows[j].group,
			    l->rows[i].group) == 0)
				fail_msg("%s: \"%s\" comes twice", what,
					l->rows[i].group);
		records += (size_t)under;
	}
	assert_int_equal(records, flat->n);
	assert_int_equal(l->total, flat->n);
	assert_true(l->n == 0 || l->rows[0].group);
}

static void
check_kind(struct desk *d, const struct kind *kind)
{
	struct desk_list_spec spec = { .kind = kind->no };
	static struct lines l, flat;

	read_lines(d, &spec, &flat, 50);
	for (size_t i = 0; i < kind_n(kind); i++) {
		if (grouped_by(kind, i) == GROUPED_NOT)
			continue;
		spec.group = kind_field(kind, i)->name;
		read_lines(d, &spec, &l, 3);
		check(&l, &flat, spec.group);
		free_lines(&l);
		spec.sort = "-changed";
		if (kind_field(kind, HEADER_CHANGED)) {
			read_lines(d, &spec, &l, 50);
			check(&l, &flat, spec.group);
			free_lines(&l);
		}
		spec.sort = NULL;
	}
	free_lines(&flat);
}

/* By each field, both ways: all that there are, each once. */
static void
check_sorts(struct desk *d, const struct kind *kind)
{
	struct desk_list_spec spec = { .kind = kind->no };
	static struct lines l, flat;

	read_lines(d, &spec, &flat, 50);
	for (size_t i = 0; i < kind_n(kind); i++) {
		const struct field *f = kind_field(kind, i);
		char down[80];

		if (!f || (f->flags & FIELD_HIDDEN))
			continue;
		spec.sort = f->name;
		read_lines(d, &spec, &l, 50);
		assert_int_equal(l.n, flat.n);
		free_lines(&l);
		snprintf(down, sizeof(down), "-%s", f->name);
		spec.sort = down;
		read_lines(d, &spec, &l, 7);
		assert_int_equal(l.n, flat.n);
		free_lines(&l);
	}
	free_lines(&flat);
}

static void
test_every_kind_is_sorted_by_every_field(void **state)
{
	struct world w;

	(void)state;
	seed = 12;
	open_world(&w);
	add_some(&w, 30);
	for (size_t i = 0; kinds[i]; i++)
		if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)))
			check_sorts(w.desks[1], kinds[i]);
	close_world(&w);
}

static void
test_every_kind_is_grouped_by_every_field_that_can_be(void **state)
{
	struct world w;

	(void)state;
	seed = 11;
	open_world(&w);
	add_some(&w, 60);
	for (int who = 0; who < DESKS; who++)
		for (size_t i = 0; kinds[i]; i++)
			if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)))
				check_kind(w.desks[who], kinds[i]);
	close_world(&w);
}

/* "new 2|RO-L1|RO-L2|..." */
static void
lines_are(struct desk *d, const struct desk_list_spec *spec, const char *want)
{
	static struct lines l;
	struct strbuf text = STRBUF_INIT;

	read_lines(d, spec, &l, 50);
	for (size_t i = 0; i < l.n; i++) {
		if (i > 0)
			strbuf_puts(&text, "|");
		if (l.rows[i].group)
			strbuf_printf(&text, "%s %lld%s", l.rows[i].group,
				(long long)l.rows[i].count,
				l.rows[i].folded ? " shut" : "");
		else
			strbuf_puts(&text, record_text(&l.rows[i].record,
				HEADER_REF));
	}
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	free_lines(&l);
}

static struct desk *
four_leads(void)
{
	struct desk *d = case_desk(NULL);

	case_put(d, "lead", "title=a", "status=confirmed", "due=2025-12-01", NULL);
	case_put(d, "lead", "title=b", "status=new", "due=2026-01-05", NULL);
	case_put(d, "lead", "title=c", "status=new", "due=2025-12-01", NULL);
	case_put(d, "lead", "title=d", "status=assessed", "due=2026-01-09", NULL);
	case_put(d, "lead", "title=e", "status=new", NULL);
	return d;
}

static void
test_groups_stand_in_the_order_of_their_codes(void **state)
{
	struct desk *d = four_leads();
	struct desk_list_spec spec = { .kind = KIND_LEAD, .group = "status" };

	(void)state;
	lines_are(d, &spec, "new 3|RO-L5|RO-L3|RO-L2|assessed 1|RO-L4|"
		"confirmed 1|RO-L1");
	spec.sort = "title";
	lines_are(d, &spec, "new 3|RO-L2|RO-L3|RO-L5|assessed 1|RO-L4|"
		"confirmed 1|RO-L1");
	spec.filter = "is:open";
	spec.folded = "new\nnothing\n";
	lines_are(d, &spec, "new 3 shut|assessed 1|RO-L4");
	desk_close(d);
}

/* CASE_TIME is 5 January 2026. */
static void
test_days_are_near_or_far_and_past_once_it_is_done(void **state)
{
	struct desk *d = four_leads();
	struct desk_list_spec spec = { .kind = KIND_LEAD, .group = "due" };

	(void)state;
	lines_are(d, &spec, "overdue 1|RO-L3|past 1|RO-L1|today 1|RO-L2|"
		"week 1|RO-L4| 1|RO-L5");
	spec.group = "created";
	lines_are(d, &spec, "2026-01 5|RO-L5|RO-L4|RO-L3|RO-L2|RO-L1");
	desk_close(d);
}

/* A record that goes leaves the cursor where it was, among those that are near. */
static void
test_what_is_gone_is_stood_for_by_what_stands_there(void **state)
{
	struct desk *d = four_leads();
	struct desk_list_spec spec = { .kind = KIND_LEAD, .group = "status" };
	struct desk_retract gone = { "RO-L4", "twice" };
	struct desk_opened opened;
	struct desk_acted acted;
	struct desk_page before, after;
	struct err err = ERR_INIT;
	struct desk_page_ask ask = { .after = 50, .wait = true };

	(void)state;
	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	ask.handle = opened.handle;
	get_page(d, &ask, &before);
	assert_int_equal(before.n, 8);
	ask.anchor = DESK_AT;
	ask.uid = before.rows[5].uid;
	ask.key = before.rows[5].key;
	ask.before = 50;
	assert_ok(desk_retract(d, &gone, &acted, &err), err);
	desk_acted_clear(&acted);
	get_page(d, &ask, &after);
	assert_true(after.gone);
	assert_int_equal(after.n, 6);
	assert_int_equal(after.at, 5);
	desk_page_clear(&before);
	desk_page_clear(&after);
	desk_close(d);
}

static void
test_what_tells_no_groups_apart_is_refused(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_list_spec spec = { .kind = KIND_LEAD, .group = "title" };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	(void)state;
	assert_err(desk_list_open(d, &spec, &opened, &err), err, ERR_USAGE);
	assert_non_null(strstr(err.text, "codes"));
	spec.group = "audience";
	assert_err(desk_list_open(d, &spec, &opened, &err), err, ERR_USAGE);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_every_kind_is_grouped_by_every_field_that_can_be),
		CASE_TEST(test_every_kind_is_sorted_by_every_field),
		CASE_TEST(test_groups_stand_in_the_order_of_their_codes),
		CASE_TEST(test_days_are_near_or_far_and_past_once_it_is_done),
		CASE_TEST(test_what_is_gone_is_stood_for_by_what_stands_there),
		CASE_TEST(test_what_tells_no_groups_apart_is_refused),
	};

	return RUN_TESTS("src/grouping", tests);
}
