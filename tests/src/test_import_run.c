/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_import_run.c - imports that are cut short and go on. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/import.h"
#include "tests/support/verify.h"

enum { ROWS = 1700, BATCHES = 4 };

/* Good rows, bad ones alone and in a row, and ids that come twice. mark makes
 * tables that differ in their ids alone. */
static void
make_table(struct strbuf *table, char mark)
{
	strbuf_puts(table, "id,title,due\n");
	for (int i = 1; i <= ROWS; i++)
		strbuf_printf(table, "%c%04d,Row %d,%s\n", mark,
			i % 50 == 3 ? i - 1 : i, i,
			i % 7 == 0 || (i > 480 && i < 530) ? "soon" : "");
}

static void
unmark(char *text, char mark)
{
	for (; (text = strchr(text, mark)); text++)
		if (text[-1] == ',' && strspn(text + 1, "0123456789") == 4)
			*text = '*';
}

static void
test_import_cut_short_goes_on_at_every_batch(void **state)
{
	static const char counts[] = "1700 1393 0 0 307";
	struct desk *d = case_desk(NULL);
	struct strbuf table = STRBUF_INIT, whole = STRBUF_INIT;
	struct err err = ERR_INIT;

	(void)state;
	for (int cut = 0; cut <= BATCHES; cut++) {
		char mark = (char)('A' + cut);

		strbuf_reset(&table);
		make_table(&table, mark);
		struct jobrun r = run_of(table.text, table.len);

		r.params[r.n++] = (struct desk_param){ strdup("kind"),
			strdup("lead") };
		r.params[r.n++] = (struct desk_param){ strdup("map"),
			strdup("id=source_id") };
		/* A poll to be hungry, then one for each batch. */
		r.polls = cut ? 1 + cut : 0;
		jobrun(d, &r);
		if (cut && cut < BATCHES) {
			assert_false(r.done);
			assert_ok(r.err.code == ERR_NONE, r.err);
			jobrun_clear(&(struct jobrun){ .out = r.out,
				.notices = r.notices });
			desk_close(d);
			d = case_desk("RO/2");	/* a colleague goes on */
			r.polls = 0;
			jobrun(d, &r);
			has(r.notices.text, "went on after");
		}
		unmark(r.out.text, mark);
		if (!cut)
			strbuf_puts(&whole, r.out.text);
		assert_string_equal(r.out.text, whole.text);
		expect(&r, counts);
	}
	assert_int_equal(count_by_ref(d, "lead", "title=x"),
		1393 * (BATCHES + 1));
	assert_ok(store_verifies(CASE_STORE, &err), err);
	strbuf_clear(&table);
	strbuf_clear(&whole);
	desk_close(d);
}

/* A run of so many leads, of which the first names a member who is not there. */
static struct jobrun
run_of_leads(struct strbuf *table, int n)
{
	strbuf_puts(table, "title,assignee\nFirst,BG/3\n");
	for (int i = 2; i <= n; i++)
		strbuf_printf(table, "Row %d,\n", i);
	struct jobrun r = run_of(table->text, table->len);

	r.params[r.n++] = (struct desk_param){ strdup("kind"), strdup("lead") };
	return r;
}

static void
test_refused_row_stays_refused_though_the_reason_has_passed(void **state)
{
	struct desk *d = case_desk(NULL);
	struct strbuf table = STRBUF_INIT;
	struct jobrun r = run_of_leads(&table, 700);

	(void)state;
	r.polls = 2;
	jobrun(d, &r);
	assert_false(r.done);
	has(r.out.text, "2,assignee,");
	strbuf_clear(&r.out);
	case_admit("BG", "Vera Ilieva", "police");
	r.polls = 0;
	jobrun(d, &r);
	has(r.out.text, "2,,\"was refused when this import began; "
		"the reason has passed\",First,BG/3\r\n");
	expect(&r, "700 699 0 0 1");
	assert_int_equal(count_by_ref(d, "lead", "title=x"), 699);
	strbuf_clear(&table);
	desk_close(d);
}

/* Two at once: the second goes on where the first is, which then must stop. */
static void
test_two_importing_one_file_do_not_double_it(void **state)
{
	struct desk *ana = case_desk(NULL), *ion = case_desk("RO/2");
	struct strbuf table = STRBUF_INIT;
	struct jobrun one = run_of_leads(&table, 1200);
	struct jobrun two = run_of(table.text, table.len);
	struct err err = ERR_INIT;
	size_t fed = 0;
	int64_t job;

	(void)state;
	two.params[two.n++] = (struct desk_param){ strdup("kind"),
		strdup("lead") };
	one.out = one.notices = (struct strbuf)STRBUF_INIT;
	one.err = err;
	assert_ok(desk_job_start(ana, "import", one.params, one.n, &job,
		&err), err);
	assert_true(jobrun_poll(ana, job, &one, &fed));	/* hungry */
	assert_true(jobrun_poll(ana, job, &one, &fed));	/* 500 rows */
	jobrun(ion, &two);
	expect(&two, "1200 1199 0 0 1");
	assert_false(jobrun_poll(ana, job, &one, &fed));
	assert_int_equal(one.err.code, ERR_STALE);
	jobrun_clear(&one);
	assert_int_equal(count_by_ref(ana, "lead", "title=x"), 1199);
	strbuf_clear(&table);
	desk_close(ana);
	desk_close(ion);
}

static void
test_import_ends_where_it_began(void **state)
{
	struct desk *d = case_desk(NULL);
	struct strbuf table = STRBUF_INIT;
	struct jobrun r = run_of_leads(&table, 700);
	struct err err = ERR_INIT;
	size_t fed = 0;
	int64_t job;

	(void)state;
	case_put(d, "casefile", "code=EBB", "title=Operation Ebb", NULL);
	r.out = r.notices = (struct strbuf)STRBUF_INIT;
	r.err = err;
	assert_ok(desk_job_start(d, "import", r.params, r.n, &job, &err), err);
	assert_true(jobrun_poll(d, job, &r, &fed));
	assert_true(jobrun_poll(d, job, &r, &fed));
	assert_ok(desk_use_case(d, "EBB", &err), err);
	assert_false(jobrun_poll(d, job, &r, &fed));
	assert_int_equal(r.err.code, ERR_RULE);
	jobrun_clear(&r);
	assert_int_equal(count_by_ref(d, "lead", "title=x"), 0);
	strbuf_clear(&table);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_import_cut_short_goes_on_at_every_batch),
		CASE_TEST(test_refused_row_stays_refused_though_the_reason_has_passed),
		CASE_TEST(test_two_importing_one_file_do_not_double_it),
		CASE_TEST(test_import_ends_where_it_began),
	};

	return RUN_TESTS("src/import_run", tests);
}
