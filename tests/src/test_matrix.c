/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_matrix.c - exhibits by state: what is said last, page by page, for those who see
 * it. */
#include "tests/support/test.h"
#include "tests/support/case.h"

static const char *const abouts[DESK_MATRIX_N] = { "usable", "disclosed",
	"translated" };

/* "RO-E1 usable RO=admissible (1)", a line for each cell. */
static void
check(struct desk *d, const char *after, int64_t limit, const char *want)
{
	const struct desk_matrix_ask ask = { .after = after, .limit = limit };
	struct desk_matrix a = { 0 };
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_ok(desk_matrix(d, &ask, &a, &err), err);
	for (size_t i = 0; i < a.n_states; i++)
		strbuf_printf(&got, "%s ", a.states[i].state);
	strbuf_printf(&got, "of %d%s\n", (int)a.total, a.more ? " more" : "");
	for (size_t i = 0; i < a.n; i++) {
		strbuf_printf(&got, "%s %s\n", a.rows[i].ref, a.rows[i].title);
		for (size_t j = 0; j < a.rows[i].n; j++) {
			const struct desk_matrix_cell *c = &a.rows[i].cells[j];

			strbuf_printf(&got, " %s %s=%s %s (%d)\n",
				abouts[c->about], c->column,
				c->code ? c->code : "-", c->part, (int)c->count);
		}
	}
	assert_string_equal(got.text, want);
	strbuf_clear(&got);
	desk_matrix_clear(&a);
}

/* Each says its own. */
static void
give_states(void)
{
	static const char *const given[] = { "RO", "BG", "GR" };

	for (size_t i = 0; i < 3; i++) {
		struct desk_acted acted = { 0 };
		struct desk *d = case_desk(given[i]);
		struct err err = ERR_INIT;
		char state[16];

		snprintf(state, sizeof(state), "state=%s", given[i]);
		assert_ok(case_set(d, &acted, &err, "party", given[i], 0, state,
			NULL), err);
		desk_acted_clear(&acted);
		desk_close(d);
	}
}

static void
test_what_was_said_last_stands_in_the_cell(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*gr = case_desk("GR");

	(void)state;
	give_states();
	case_put(ro, "evidence", "description=Ledger", NULL);
	case_put(ro, "admissibility", "of=RO-E1", "state=RO", "status=contested",
		NULL);
	case_put(ro, "admissibility", "of=RO-E1", "state=RO",
		"status=admissible", NULL);
	case_put(gr, "admissibility", "of=RO-E1", "state=GR",
		"status=inadmissible", NULL);
	case_put(gr, "admissibility", "of=RO-E1", "state=GR", "status=unclear",
		"corrects=RO-E1/admissibility3", NULL);
	case_put(bg, "disclosure", "of=RO-E1", "proceeding=1/26",
		"disclosed=redacted", NULL);
	case_put(bg, "disclosure", "of=RO-E1", "proceeding=1/26",
		"disclosed=full", NULL);
	case_put(ro, "translation", "of=RO-E1", "from=bg", "to=ro",
		"received=2025-12-01", NULL);
	case_put(ro, "translation", "of=RO-E1", "from=bg", "to=ro",
		"ordered=2025-12-02", NULL);
	case_put(ro, "translation", "of=RO-E1", "from=bg", "to=el", NULL);
	check(ro, NULL, 10, "RO BG GR of 1\nRO-E1 Ledger\n"
		" usable RO=admissible RO-E1/admissibility2 (2)\n"
		" usable GR=unclear RO-E1/admissibility4 (1)\n"
		" disclosed BG=full RO-E1/disclosure2 (2)\n"
		" translated ro=received RO-E1/translation1 (2)\n"
		" translated el=ordered RO-E1/translation3 (1)\n");
	desk_close(ro);
	desk_close(bg);
	desk_close(gr);
}

static void
test_pages_go_on_from_an_exhibit(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	give_states();
	case_put(d, "evidence", "description=One", NULL);
	case_put(d, "evidence", "description=Two", NULL);
	case_put(d, "evidence", "description=Three", NULL);
	check(d, NULL, 2, "RO BG GR of 3 more\nRO-E3 Three\nRO-E2 Two\n");
	check(d, "RO-E2", 2, "RO BG GR of 3\nRO-E1 One\n");
	check(d, "RO-E1", 2, "RO BG GR of 3\n");
	desk_close(d);
}

static void
test_what_another_party_keeps_is_no_row_and_not_counted(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_matrix a = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	give_states();
	case_put(ro, "evidence", "description=Ours", NULL);
	char *own = case_add(ro, "evidence", "description=Kept", "share=own",
		NULL);

	case_put(ro, "evidence", "description=Third", NULL);
	check(bg, NULL, 1, "RO BG GR of 2 more\nRO-E2 Third\n");
	check(bg, "RO-E2", 1, "RO BG GR of 2\nRO-E1 Ours\n");
	assert_err(desk_matrix(bg, &(struct desk_matrix_ask){ own, 1 }, &a,
		&err), err, ERR_NOT_FOUND);
	free(own);
	desk_close(ro);
	desk_close(bg);
}

static void
test_bad_asks_are_refused(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_matrix a = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	assert_err(desk_matrix(d, &(struct desk_matrix_ask){ NULL, 0 }, &a,
		&err), err, ERR_USAGE);
	assert_err(desk_matrix(d, &(struct desk_matrix_ask){ NULL,
		DESK_MATRIX_MOST + 1 }, &a, &err), err, ERR_USAGE);
	assert_err(desk_matrix(d, &(struct desk_matrix_ask){ "RO/1", 1 }, &a,
		&err), err, ERR_NOT_FOUND);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_what_was_said_last_stands_in_the_cell),
		CASE_TEST(test_pages_go_on_from_an_exhibit),
		CASE_TEST(test_what_another_party_keeps_is_no_row_and_not_counted),
		CASE_TEST(test_bad_asks_are_refused),
	};

	return RUN_TESTS("src/matrix", tests);
}
