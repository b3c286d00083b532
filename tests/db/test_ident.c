/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/ident.h"

enum { CASE = 7 };

static int64_t one, two;	/* audiences */

static char number[] = "+40215550100", account[] = "BG80BNBG96611020345678";
static struct db_ident phone = { "phone", number, 0 };
static struct db_ident iban = { "iban", account, 0 };

static void
begin(struct db *db)
{
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	one = things_audience(db, CASE, 1);
	two = things_audience(db, CASE, 2);
}

/* A thing of an audience, whose rid is the answer. */
static int64_t
add(struct db *db, int n, int64_t audience_id)
{
	return things_add(db, n, CASE, audience_id);
}

static void
put(struct db *db, int64_t rid, int64_t audience_id,
	const struct db_ident *idents, size_t n)
{
	const struct db_ident_of of = { rid, CASE, audience_id, -1, false };
	struct err err = ERR_INIT;
	bool holds;

	assert_ok(db_ident_put(db, &of, idents, n, &err), err);
	assert_ok(db_ident_holds(db, &of, idents, n, &holds, &err), err);
	assert_true(holds);
}

/* Who carries it, as text. */
static void
assert_found(struct db *db, int64_t case_id, const struct db_ident *ident,
	size_t n, const char *want)
{
	const int64_t audiences[] = { one, two };
	int64_t rids[100];
	char got[200] = "";
	struct err err = ERR_INIT;
	size_t found;

	assert_ok(db_ident_find(db, case_id, ident, audiences, n, rids, 4, &found,
		&err), err);
	for (size_t i = 0; i < found; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%d ",
			(int)rids[i]);
	assert_string_equal(got, want);
}

static void
test_equal_ones_are_found_newest_first(void **state)
{
	struct db *db = *state;

	begin(db);
	put(db, add(db, 1, one), one, &phone, 1);
	put(db, add(db, 2, two), two, &phone, 1);
	put(db, add(db, 3, one), one, &phone, 1);
	put(db, add(db, 4, one), one, &iban, 1);
	assert_found(db, CASE, &phone, 2, "3 2 1 ");
	assert_found(db, CASE, &phone, 1, "3 1 ");
	assert_found(db, CASE, &phone, 0, "");
	assert_found(db, CASE + 1, &phone, 2, "");
	assert_found(db, CASE, &iban, 2, "4 ");
	assert_found(db, CASE, &(struct db_ident){ "email", phone.value, 0 }, 2, "");
}

static void
test_no_more_are_found_than_are_asked_for(void **state)
{
	struct db *db = *state;

	begin(db);
	for (int n = 1; n <= 9; n++)
		put(db, add(db, n, n % 3 ? one : two), n % 3 ? one : two, &phone,
			1);
	assert_found(db, CASE, &phone, 2, "9 8 7 6 ");
	assert_found(db, CASE, &phone, 1, "8 7 5 4 ");
}

static void
test_what_a_record_carries_is_replaced(void **state)
{
	struct db *db = *state;
	struct db_ident both[] = { iban, phone };
	struct err err = ERR_INIT;

	begin(db);
	int64_t rid = add(db, 1, one);
	struct db_ident_of of = { rid, CASE, one, -1, false };
	bool holds, has;

	put(db, rid, one, both, 2);
	assert_ok(db_ident_holds(db, &of, both, 1, &holds, &err), err);
	assert_false(holds);
	assert_ok(db_ident_holds(db, &of, &phone, 1, &holds, &err), err);
	assert_false(holds);
	assert_ok(db_ident_has(db, rid, &iban, &has, &err), err);
	assert_true(has);
	put(db, rid, one, &phone, 1);
	assert_ok(db_ident_has(db, rid, &iban, &has, &err), err);
	assert_false(has);
	assert_found(db, CASE, &iban, 2, "");
	/* Shared with others: it moves. */
	put(db, rid, two, &phone, 1);
	assert_found(db, CASE, &phone, 1, "");
	assert_found(db, CASE, &phone, 2, "1 ");
	assert_ok(db_ident_holds(db, &of, &phone, 1, &holds, &err), err);
	assert_false(holds);
	put(db, rid, two, NULL, 0);
	assert_found(db, CASE, &phone, 2, "");
}

static void
test_adding_what_is_there_changes_nothing(void **state)
{
	struct db *db = *state;
	struct db_ident both[] = { iban, phone };
	struct err err = ERR_INIT;

	begin(db);
	struct db_ident_of of = { add(db, 1, one), CASE, one, -1, false };
	bool holds;

	assert_ok(db_ident_add(db, &of, &phone, 1, &err), err);
	assert_ok(db_ident_add(db, &of, &phone, 1, &err), err);
	assert_ok(db_ident_add(db, &of, &iban, 1, &err), err);
	assert_ok(db_ident_holds(db, &of, both, 2, &holds, &err), err);
	assert_true(holds);
}

static void
test_a_record_that_is_not_there_carries_nothing(void **state)
{
	struct db *db = *state;
	const struct db_ident_of of = { 99, CASE, 0, -1, false };
	struct err err = ERR_INIT;

	begin(db);
	assert_false(db_ident_put(db, &of, &phone, 1, &err));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_equal_ones_are_found_newest_first),
		things_test(test_no_more_are_found_than_are_asked_for),
		things_test(test_what_a_record_carries_is_replaced),
		things_test(test_adding_what_is_there_changes_nothing),
		things_test(test_a_record_that_is_not_there_carries_nothing),
	};

	return RUN_TESTS("db/ident", tests);
}
