/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_counts.c - how much there is of what, for those who see it. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"

#include "base/strbuf.h"

/* "lead 3 1 new:2 in_work:1\n": kind, total, overdue, statuses; those with any. */
static void
check(struct desk *desk, const char *want)
{
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_counts c;

	assert_ok(desk_counts(desk, &c, &err), err);
	assert_false(c.at_least);
	for (size_t i = 0; i < c.n; i++) {
		const struct desk_count *k = &c.kinds[i];
		const struct kind *kind = kind_of((enum kind_no)k->kind);

		if (!k->total || (kind->flags & KIND_IN_STORE))
			continue;
		strbuf_printf(&got, "%s %d %d", kind->name, (int)k->total,
			(int)k->overdue);
		for (size_t j = 0; j < k->n; j++)
			strbuf_printf(&got, " %s:%d", k->statuses[j].status,
				(int)k->statuses[j].n);
		strbuf_putc(&got, '\n');
	}
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_counts_clear(&c);
}

static void
test_kinds_are_counted_by_status(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	check(ro, "");
	case_put(ro, "lead", "title=A", "due=2026-01-04", NULL);
	case_put(ro, "lead", "title=B", "due=2026-01-05", NULL);
	case_put(ro, "lead", "title=C", "status=in_work", NULL);
	case_put(ro, "lead", "title=D", "status=unfounded", "closed_reason=x",
		"due=2026-01-01", NULL);
	case_put(ro, "lead", "title=E", "share=own", NULL);
	case_put(ro, "task", "title=F", "for_party=BG", "due=2026-01-01",
		"follow_up=2026-01-02", NULL);
	case_put(ro, "event", "title=G", "type=hearing", "starts=2026-01-01",
		NULL);
	case_put(ro, "note", "text=H", NULL);
	check(ro, "lead 5 1 new:3 in_work:1 unfounded:1\n"
		"task 1 1 proposed:1\nevent 1 0\nnote 1 0\n");
	check(bg, "lead 4 1 new:2 in_work:1 unfounded:1\n"
		"task 1 1 proposed:1\nevent 1 0\nnote 1 0\n");
	desk_close(ro);
	desk_close(bg);
}

/* What this side has to do, and what is everybody's. */
static void
test_dues_of_ours_leave_out_those_of_others(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_due_ask ask = { .ours = true, .limit = 1 };
	struct desk_dues dues;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=A", "due=2026-01-04", NULL);
	case_put(bg, "lead", "title=B", "due=2026-01-03", NULL);
	case_put(ro, "lead", "title=C", "due=2026-01-02", "assignee=BG/2", NULL);
	case_put(bg, "task", "title=D", "due=2026-01-06", "for_party=RO", NULL);
	case_put(bg, "event", "title=E", "type=hearing", "starts=2026-01-05",
		NULL);
	assert_ok(desk_due(ro, &ask, &dues, &err), err);
	assert_int_equal(dues.total, 3);
	assert_int_equal(dues.overdue, 1);
	assert_true(dues.capped);
	assert_int_equal(dues.n, 1);
	assert_string_equal(value(&dues.rows[0].record, "ref"), "RO-L1");
	assert_string_equal(dues.rows[0].whose, "RO");
	desk_dues_clear(&dues);
	assert_ok(desk_due(bg, &ask, &dues, &err), err);
	assert_int_equal(dues.total, 3);
	assert_int_equal(dues.overdue, 2);
	desk_dues_clear(&dues);
	ask.ours = false;
	assert_ok(desk_due(bg, &ask, &dues, &err), err);
	assert_int_equal(dues.total, 5);
	assert_int_equal(dues.overdue, 3);
	desk_dues_clear(&dues);
	desk_close(ro);
	desk_close(bg);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_kinds_are_counted_by_status),
		CASE_TEST(test_dues_of_ours_leave_out_those_of_others),
	};

	return RUN_TESTS("src/counts", tests);
}
