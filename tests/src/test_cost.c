/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one act asks of the store, in statements and rows, which are the same on every
 * machine: it does not grow with what is there. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"

#include <sqlite3.h>

/* Of all connections since they were last looked at. */
static struct cost {
	int own;	/* statements of the program */
	int index;	/* and those of the search index, which has its own */
	int rows;	/* that any of them gave */
} cost;

static int
on_event(unsigned what, void *context, void *statement, void *more)
{
	(void)context, (void)more;
	if (what == SQLITE_TRACE_ROW)
		cost.rows++;
	else if (strstr(sqlite3_sql(statement), "'main'."))
		cost.index++;
	else
		cost.own++;
	return 0;
}

static int
on_open(sqlite3 *db, char **message, const struct sqlite3_api_routines *api)
{
	(void)message, (void)api;
	return sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE | SQLITE_TRACE_ROW,
		on_event, NULL);
}

/* What adding a record takes. */
static struct cost
cost_of(struct desk *d, const char *kind, const char *a, const char *b,
	const char *c)
{
	cost = (struct cost){ 0 };
	case_put(d, kind, a, b, c, NULL);
	return cost;
}

static struct cost
cost_of_person(struct desk *d, const char *name)
{
	char text[120];

	snprintf(text, sizeof(text), "name=%s", name);
	return cost_of(d, "person", text, "birth_date=1970-02-01", NULL);
}

/* Persons of names that are not alike. */
static void
make_persons(struct desk *d)
{
	static const char *const given[] = { "Ivan", "Maria", "Georgi", "Elena",
		"Nikolai" };
	static const char *const family[] = { "Karilo", "Tonema", "Pigrado",
		"Stevisa", "Mibofe", "Dolane" };
	char name[80];

	for (size_t i = 0; i < ARRAY_SIZE(given) * ARRAY_SIZE(family); i++) {
		snprintf(name, sizeof(name), "name=%s %s", given[i % 5],
			family[i / 5]);
		case_put(d, "person", name, "birth_date=1960", NULL);
	}
}

static void
test_an_entry_takes_few_statements(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_persons(d);
	case_put(d, "lead", "title=A first one", NULL);

	const struct cost lead = cost_of(d, "lead", "title=Courier seen", NULL,
		NULL);
	const struct cost person = cost_of_person(d, "Viktor Sandegro");

	assert_in_range(lead.own, 40, 85);
	assert_in_range(person.own, 60, 145);
	assert_in_range(person.index, 10, 130);
	desk_close(d);
}

/* Of sixteen persons, after which the index has merged what it wrote. */
static int
index_cost_of_persons(struct desk *d, const char *family)
{
	static const char *const ends[] = { "", "ka", "to", "ne" };
	static const char *const given[] = { "Pavel", "Irina", "Bogdan", "Zoya" };
	char name[80];
	int n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(given) * ARRAY_SIZE(ends); i++) {
		snprintf(name, sizeof(name), "%s %s%s", given[i % 4], family,
			ends[i / 4]);
		n += cost_of_person(d, name).index;
	}
	return n;
}

static void
test_who_is_alike_is_looked_for_where_persons_are(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_persons(d);
	const int before = index_cost_of_persons(d, "Sandegro");

	/* Audiences that no person is in. */
	case_put(d, "lead", "title=Ours alone", "share=own", NULL);
	case_put(d, "lead", "title=Mine alone", "share=named", NULL);
	case_put(d, "lead", "title=An informant's", "handling=H2", "share=own", NULL);
	const int after = index_cost_of_persons(d, "Romitef");

	assert_in_range(after, before / 2, before + before / 3);
	desk_close(d);
}

static void
test_a_record_with_many_links_gets_another_at_no_more_cost(void **state)
{
	const int many = 200 / SLOWED;
	struct desk *d = case_desk(NULL);
	char end[40];

	(void)state;
	case_put(d, "person", "name=Hub", NULL);
	case_put(d, "lead", "title=A lead", NULL);
	case_put(d, "lead", "title=Another", NULL);
	const struct cost first = cost_of(d, "link", "type=related", "a=RO-P1",
		"b=RO-L1");

	for (int i = 0; i < many; i++) {
		snprintf(end, sizeof(end), "title=Lead %d", i);
		case_put(d, "lead", end, NULL);
		snprintf(end, sizeof(end), i % 2 ? "a=RO-L%d" : "b=RO-L%d", i + 3);
		case_put(d, "link", "type=related", end, i % 2 ? "b=RO-P1" :
			"a=RO-P1", NULL);
	}
	const struct cost last = cost_of(d, "link", "type=related", "a=RO-P1",
		"b=RO-L2");

	assert_in_range(last.own, 40, first.own + 5);
	assert_in_range(last.rows, 20, first.rows + 20);
	desk_close(d);
}

/* What a page of the newest leads takes. */
static int
cost_of_page(struct desk *d, int64_t list, int rows)
{
	const struct desk_page_ask ask = { .handle = list, .anchor = DESK_FIRST,
		.after = rows - 1 };
	struct desk_page page;

	cost = (struct cost){ 0 };
	get_page(d, &ask, &page);
	assert_int_equal(page.n, rows);
	assert_string_equal(value(&page.rows[0].record, "assignee"), "RO/1");
	desk_page_clear(&page);
	return cost.own;
}

/* Who made and who has each row is looked up once. */
static void
test_a_row_of_a_page_takes_few_statements(void **state)
{
	enum { FEW = 10, MANY = 40, OF_A_ROW = 2 };
	struct desk *d = case_desk(NULL);

	(void)state;
	for (int i = 0; i < MANY; i++)
		case_put(d, "lead", "title=Courier seen", "assignee=RO/1", NULL);
	const int64_t list = open_list(d, "lead", "", NULL);

	/* What is read for the first time is noted for auditors besides. */
	cost_of_page(d, list, MANY);
	const int few = cost_of_page(d, list, FEW);

	assert_in_range(cost_of_page(d, list, MANY), 10,
		few + (MANY - FEW) * OF_A_ROW);
	close_list(d, list);
	desk_close(d);
}

static int
enter(void **state)
{
	sqlite3_auto_extension((void (*)(void))on_open);
	return case_setup(state);
}

static int
leave(void **state)
{
	sqlite3_cancel_auto_extension((void (*)(void))on_open);
	return case_teardown(state);
}

#define COST_TEST(f) cmocka_unit_test_setup_teardown(f, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		COST_TEST(test_an_entry_takes_few_statements),
		COST_TEST(test_who_is_alike_is_looked_for_where_persons_are),
		COST_TEST(test_a_row_of_a_page_takes_few_statements),
		COST_TEST(test_a_record_with_many_links_gets_another_at_no_more_cost),
	};

	return RUN_TESTS("src/cost", tests);
}
