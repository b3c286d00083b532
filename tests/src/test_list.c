/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_list.c - lists, see src/desk.h: every page of every list shows what a naive
 * model says, which asks for each record by its ref (invariant I2). */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/world.h"

#include "base/xalloc.h"

/* --- The model ---------------------------------------------------------- */

/* What the filters below mean, said of a record as at the door. */
static bool
has(const struct record *r, const char *field, const char *part)
{
	return strcasestr(value(r, field), part) != NULL;
}

static bool
is(const struct record *r, const char *field, const char *text)
{
	return strcmp(value(r, field), text) == 0;
}

static bool
all(const struct record *r, int who)
{
	(void)r;
	(void)who;
	return true;
}

static bool
is_new(const struct record *r, int who)
{
	(void)who;
	return is(r, "status", "new");
}

static bool
is_open(const struct record *r, int who)
{
	(void)who;
	return !is(r, "status", "confirmed") && !is(r, "status", "unfounded");
}

static bool
is_overdue(const struct record *r, int who)
{
	return is_open(r, who) && *value(r, "due") &&
		strcmp(value(r, "due"), "2026-01-05") < 0;
}

static bool
is_mine(const struct record *r, int who)
{
	static const char *const members[] = { "RO/1", "BG/1", "GR/1", "EUROPOL/1" };

	return is(r, "assignee", members[who]);
}

static bool
of_courier(const struct record *r, int who)
{
	(void)who;
	return has(r, "title", "courier") || has(r, "detail", "courier");
}

static bool
of_villa_not_new(const struct record *r, int who)
{
	return (has(r, "title", "villa") || has(r, "tags", "villa")) &&
		!is_new(r, who);
}

static bool
by_bg_or_unassigned(const struct record *r, int who)
{
	(void)who;
	return is(r, "party", "BG") || !*value(r, "assignee");
}

static bool
of_much(const struct record *r, int who)
{
	(void)who;
	return is(r, "amount", "500.00 EUR") || is(r, "amount", "499.99 EUR");
}

static bool
from_nowhere(const struct record *r, int who)
{
	(void)who;
	return !*value(r, "from");
}

static bool
is_marked(const struct record *r, int who)
{
	(void)who;
	for (size_t i = 0; i < kind_n(r->kind); i++)
		if (r->values[i].invalid)
			return true;
	return false;
}

static bool
of_seven(const struct record *r, int who)
{
	(void)who;
	return has(r, "account_no", "7");
}

struct question {
	const char *kind, *filter;
	bool (*means)(const struct record *r, int who);
	const char *sorts[12];
};

#define LEAD_SORTS { NULL, "title", "-title", "due", "-due", "-status", "ref", \
	"-ref", "assignee", "changed", "-version" }
#define PAYMENT_SORTS { NULL, "amount", "-amount", "from", "-from", \
	"value_date", "party", "-ref" }

static const struct question questions[] = {
	{ "lead", "", all, LEAD_SORTS },
	{ "lead", "status:new", is_new, LEAD_SORTS },
	{ "lead", "is:open", is_open, LEAD_SORTS },
	{ "lead", "is:overdue", is_overdue, LEAD_SORTS },
	{ "lead", "is:mine", is_mine, LEAD_SORTS },
	{ "lead", "couri", of_courier, LEAD_SORTS },
	{ "lead", "villa -status:new", of_villa_not_new, LEAD_SORTS },
	{ "lead", "party:BG or assignee:none", by_bg_or_unassigned, LEAD_SORTS },
	{ "payment", "", all, PAYMENT_SORTS },
	{ "payment", "amount>=499EUR amount<600EUR", of_much, PAYMENT_SORTS },
	{ "payment", "from:none", from_nowhere, PAYMENT_SORTS },
	{ "asset", "", all, { NULL, "account_no", "-country", "ref" } },
	{ "asset", "is:invalid", is_marked, { NULL, "account_no" } },
	{ "asset", "account_no:7", of_seven, { NULL, "-account_no" } },
};

/* What the desk should show. */
struct model {
	struct line { size_t made; struct record record; } *lines;
	size_t n;
};

/* Numbers in texts count as numbers. */
static int
compare_natural(const char *a, const char *b)
{
	for (;;) {
		if (strspn(a, "0123456789") && strspn(b, "0123456789")) {
			unsigned long long x = strtoull(a, (char **)&a, 10);
			unsigned long long y = strtoull(b, (char **)&b, 10);

			if (x != y)
				return x < y ? -1 : 1;
		}
		if (*a != *b || !*a)
			return (unsigned char)*a - (unsigned char)*b;
		a++, b++;
	}
}

static int
compare_money(const char *a, const char *b)
{
	int currency = strcmp(strchr(a, ' '), strchr(b, ' '));
	double x = strtod(a, NULL), y = strtod(b, NULL);

	return currency ? currency : (x > y) - (x < y);
}

static int
compare_codes(const struct field *f, const char *a, const char *b)
{
	const struct field_code *x = field_code(f->codes, a, strlen(a));
	const struct field_code *y = field_code(f->codes, b, strlen(b));

	return (x > y) - (x < y);
}

static int
compare_values(const struct field *f, const char *a, const char *b)
{
	switch (f->type) {
	case FIELD_MONEY:
		return compare_money(a, b);
	case FIELD_CODE:
		return compare_codes(f, a, b);
	case FIELD_COUNT:
	case FIELD_TIME:
	case FIELD_REF:
		return compare_natural(a, b);
	default:
		return strcmp(f->name, "ref") == 0 ? compare_natural(a, b) :
			strcasecmp(a, b);
	}
}

/* By which the lines are compared: qsort takes no argument of ours. */
static const char *sort_by;

static int
compare_lines(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	bool down = sort_by && *sort_by == '-';
	int newer = x->made > y->made ? -1 : 1, order = 0;

	if (!sort_by)
		return newer;
	size_t i = kind_index(x->record.kind, sort_by + down);
	const char *v = record_text(&x->record, i), *w = record_text(&y->record, i);

	if (!v || !w)
		return !v && !w ? newer : v ? -1 : 1;
	/* Invalid values come together. */
	if (x->record.values[i].invalid != y->record.values[i].invalid)
		order = x->record.values[i].invalid ? -1 : 1;
	else
		order = compare_values(kind_field(x->record.kind, i), v, w);
	if (order == 0)
		order = -newer;
	return down ? -order : order;
}

/* No reference leads to what this desk does not see (decisions.md D10). */
static void
check_references(struct desk *d, const struct record *r)
{
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *ref = record_text(r, i);

		if (f && ref && f->type == FIELD_REF && !r->values[i].invalid)
			assert_true(case_sees(d, ref));
	}
}

static void
make_model(struct model *m, const struct world *w, int who,
	const struct question *q, const char *sort)
{
	*m = (struct model){ .lines = xcalloc(w->n + 1, sizeof(*m->lines)) };
	for (size_t i = 0; i < w->n; i++) {
		struct desk_item item = { 0 };

		if (strcmp(w->records[i].kind, q->kind) == 0 &&
		    desk_get(w->desks[who], 0, w->records[i].ref, &item, NULL) &&
		    q->means(&item.record, who)) {
			check_references(w->desks[who], &item.record);
			m->lines[m->n].made = i;
			record_copy(&m->lines[m->n++].record, &item.record);
		}
		desk_item_clear(&item);
	}
	sort_by = sort;
	qsort(m->lines, m->n, sizeof(*m->lines), compare_lines);
}

static void
clear_model(struct model *m)
{
	for (size_t i = 0; i < m->n; i++)
		record_clear(&m->lines[i].record);
	free(m->lines);
}

/* --- Pages against the model -------------------------------------------- */

/* The rows must be the lines from one on, value for value. */
static void
check_rows(const struct desk_page *page, const struct model *m, size_t from)
{
	assert_true(from + page->n <= m->n);
	for (size_t i = 0; i < page->n; i++) {
		const struct record *r = &page->rows[i].record;
		const struct record *want = &m->lines[from + i].record;

		assert_string_equal(page->rows[i].uid, record_text(want, HEADER_ID));
		for (size_t v = 0; v < kind_n(r->kind); v++) {
			assert_true(value_same(&r->values[v], &want->values[v]));
			assert_int_equal(r->values[v].invalid,
				want->values[v].invalid);
		}
	}
}

/* One window: the anchor is line i of the model. */
static void
check_window(struct desk *d, struct desk_page_ask *ask, const struct model *m,
	size_t i)
{
	size_t before = (size_t)ask->before, after = (size_t)ask->after;
	size_t from, end;
	struct desk_page page;

	if (ask->anchor == DESK_FIRST)
		before = 0;
	if (ask->anchor == DESK_LAST)
		after = 0;
	from = i > before ? i - before : 0;
	end = i + after + 1 < m->n ? i + after + 1 : m->n;
	get_page(d, ask, &page);
	assert_int_equal(page.total, m->n);
	assert_false(page.at_least);
	assert_int_equal(page.n, end - from);
	check_rows(&page, m, from);
	assert_int_equal(page.more_before, from > 0);
	assert_int_equal(page.more_after, end < m->n);
	assert_true(page.rank == -1 || page.rank == (int64_t)from);
	if (m->n) {
		assert_false(page.gone);
		assert_int_equal(page.at, i - from);
	}
	desk_page_clear(&page);
}

/* From first to last by pages of some size, and then around any line. */
static void
check_list(struct desk *d, int64_t handle, const struct model *m)
{
	struct desk_page_ask ask = { .handle = handle, .wait = true,
		.anchor = DESK_FIRST, .after = below(9), .before = below(3) };
	size_t done = 0;
	char *uid = NULL, *key = NULL;

	check_window(d, &ask, m, 0);
	while (done < m->n) {
		struct desk_page page;

		get_page(d, &ask, &page);
		check_rows(&page, m, done - (size_t)page.at);
		assert_int_equal(page.at, done < (size_t)ask.before ||
			ask.anchor == DESK_FIRST ? (ask.anchor == DESK_FIRST ? 0 :
			(int64_t)done) : ask.before);
		size_t last = page.n - 1;
		size_t next = done - (size_t)page.at + last;

		free(uid);
		free(key);
		uid = strdup(page.rows[last].uid);
		key = strdup(page.rows[last].key);
		desk_page_clear(&page);
		if (next == done && done + 1 == m->n)
			break;
		done = next;
		ask = (struct desk_page_ask){ .handle = handle, .wait = true,
			.anchor = DESK_AT, .uid = uid, .key = key,
			.before = below(4), .after = 1 + below(9) };
		check_window(d, &ask, m, done);
	}
	ask = (struct desk_page_ask){ .handle = handle, .wait = true,
		.anchor = DESK_LAST, .before = below(9), .after = 2 };
	check_window(d, &ask, m, m->n ? m->n - 1 : 0);
	free(uid);
	free(key);
}

static const char *
pick_sort(const struct question *q)
{
	size_t n = 1;

	while (n < ARRAY_SIZE(q->sorts) && q->sorts[n])
		n++;
	return q->sorts[below((uint32_t)n)];
}

static void
check_question(struct world *w, int who, const struct question *q)
{
	const char *sort = pick_sort(q);
	int64_t handle = open_list(w->desks[who], q->kind, q->filter, sort);
	struct model m;

	make_model(&m, w, who, q, sort);
	check_list(w->desks[who], handle, &m);
	clear_model(&m);
	close_list(w->desks[who], handle);
}

static void
test_every_list_shows_what_a_naive_model_says(void **state)
{
	struct world w;

	(void)state;
	seed = 2026;
	open_world(&w);
	add_some(&w, 60);
	for (int round = 0; round < 3; round++) {
		for (int who = 0; who < DESKS; who++)
			for (size_t i = 0; i < ARRAY_SIZE(questions); i++)
				check_question(&w, who, &questions[i]);
		add_some(&w, 10);
	}
	close_world(&w);
}

static void
test_lists_that_stay_open_follow_what_others_do(void **state)
{
	int64_t handles[DESKS][ARRAY_SIZE(questions)];
	const char *sorts[DESKS][ARRAY_SIZE(questions)];
	struct world w;

	(void)state;
	seed = 7;
	open_world(&w);
	add_some(&w, 30);
	for (int who = 0; who < DESKS; who++)
		for (size_t i = 0; i < ARRAY_SIZE(questions); i++) {
			sorts[who][i] = pick_sort(&questions[i]);
			handles[who][i] = open_list(w.desks[who],
				questions[i].kind, questions[i].filter,
				sorts[who][i]);
		}
	for (int round = 0; round < 25; round++) {
		int who = (int)below(DESKS);
		struct model m;

		if (below(3))
			for (int i = 0; i < 4; i++)
				change_one(&w);
		else
			add_some(&w, 2);
		for (size_t i = 0; i < ARRAY_SIZE(questions); i++) {
			make_model(&m, &w, who, &questions[i], sorts[who][i]);
			check_list(w.desks[who], handles[who][i], &m);
			clear_model(&m);
		}
	}
	close_world(&w);
}

/* --- Refusals ----------------------------------------------------------- */

static void
refuse(struct desk *d, int kind, const char *filter, const char *sort,
	const char *says)
{
	struct desk_list_spec spec = { .kind = kind, .filter = filter, .sort = sort };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	assert_err(desk_list_open(d, &spec, &opened, &err), err, ERR_USAGE);
	if (!strstr(err.text, says))
		fail_msg("%s", err.text);
	assert_int_equal(err.column, *filter ? 1 : ERR_NOWHERE);
}

static void
test_what_cannot_be_listed_is_refused(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	refuse(d, 0, "", NULL, "kind");
	refuse(d, -1, "", NULL, "kind");
	refuse(d, KIND_END, "", NULL, "kind");
	refuse(d, KIND_STORE, "", NULL, "kind");
	refuse(d, KIND_IMPORT, "", NULL, "kind");
	refuse(d, KIND_VALUATION, "", NULL, "part");
	refuse(d, KIND_LEAD, "", "dew", "due");
	refuse(d, KIND_LEAD, "", "-", "title");
	refuse(d, KIND_LEAD, "", "audience", "assignee");
	refuse(d, KIND_LEAD, "dew:1", NULL, "due");
	desk_close(d);
}

static void
test_a_session_has_sixteen_lists(void **state)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = "" };
	struct desk_page_ask ask = { .handle = 0 };
	struct desk *d = case_desk(NULL);
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;
	int64_t first = open_list(d, "lead", "", NULL);

	(void)state;
	for (int i = 1; i < 16; i++)
		open_list(d, "lead", i % 2 ? "x" : "", NULL);
	assert_err(desk_list_open(d, &spec, &opened, &err), err, ERR_BUSY);
	close_list(d, first);
	assert_err(desk_list_close(d, first, &err), err, ERR_USAGE);
	ask.handle = first;
	assert_err(desk_list_page(d, &ask, &page, &err), err, ERR_USAGE);
	assert_int_not_equal(open_list(d, "lead", "", NULL), first);
	desk_close(d);
}

static void
test_cases_are_listed_from_outside_and_others_stay_hidden(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_page_ask ask = { .after = 9, .wait = true };
	struct desk_page page;
	int64_t leads = open_list(ro, "lead", "", NULL);
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=x", NULL);
	case_put(ro, "casefile", "code=SALT", "title=Operation Salt", NULL);
	ask.handle = open_list(ro, "casefile", "", "code");
	get_page(ro, &ask, &page);
	assert_int_equal(page.n, 2);
	assert_int_equal(page.total, 2);
	assert_string_equal(value(&page.rows[0].record, "code"), "SALT");
	desk_page_clear(&page);
	ask.handle = open_list(ro, "casefile", "salt is:open case:SALT", "-title");
	get_page(ro, &ask, &page);
	assert_int_equal(page.n, 1);
	desk_page_clear(&page);
	ask.handle = open_list(bg, "casefile", "", NULL);
	get_page(bg, &ask, &page);
	assert_int_equal(page.total, 1);
	assert_string_equal(value(&page.rows[0].record, "code"), "TIDE");
	desk_page_clear(&page);
	/* A list is of the case at which it was opened. */
	assert_ok(desk_use_case(ro, "SALT", &err), err);
	ask.handle = leads;
	assert_err(desk_list_page(ro, &ask, &page, &err), err, ERR_USAGE);
	ask.handle = open_list(ro, "lead", "title:*", NULL);
	get_page(ro, &ask, &page);
	assert_int_equal(page.total, 0);
	desk_page_clear(&page);
	desk_close(ro);
	desk_close(bg);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_every_list_shows_what_a_naive_model_says),
		CASE_TEST(test_lists_that_stay_open_follow_what_others_do),
		CASE_TEST(test_what_cannot_be_listed_is_refused),
		CASE_TEST(test_a_session_has_sixteen_lists),
		CASE_TEST(test_cases_are_listed_from_outside_and_others_stay_hidden),
	};

	return RUN_TESTS("src/list", tests);
}
