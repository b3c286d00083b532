/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_restore.c - backups are whole, and begin anew as stores of their own. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/rich.h"
#include "tests/support/verify.h"

#define BACKUP "case.backup"
#define NEW "restored.store"

static int64_t erased;	/* what desk_restore says */

static char *
backup(const char *path, struct err *err)
{
	struct desk_login login = { .path = CASE_STORE, .maintenance = true };
	struct desk_param params[] = { { "path", path } };
	struct desk *d;

	assert_ok(desk_open(&d, &login, err), *err);
	char *line = job_result(d, "backup", params, 1, err);

	desk_close(d);
	return line;
}

static void
make_backup(void)
{
	struct err err = ERR_INIT;
	char *line = backup(BACKUP, &err);

	assert_ok(line, err);
	free(line);
}

static void
test_backup_is_one_verified_file(void **state)
{
	struct err err = ERR_INIT;
	char *line = backup(BACKUP, &err), root[65];
	struct stat st;
	int n;

	(void)state;
	assert_ok(line, err);
	assert_int_equal(strncmp(line, "backup /", 8), 0);
	assert_int_equal(sscanf(strstr(line, BACKUP), BACKUP
		" %d entries %64[0-9a-f]", &n, root), 2);
	assert_int_equal(n, raw_sql(BACKUP, "SELECT count(*) FROM log_entry"));
	free(line);
	assert_int_equal(stat(BACKUP, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(folder_count(BACKUP), 1);
}

static void
test_backup_writes_over_nothing(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	folder_write(BACKUP, "mine", 4);
	assert_null(backup(BACKUP, &err));
	assert_int_equal(err.code, ERR_CANNOT_CREATE);
	assert_null(backup("no/folder", &err));
	assert_int_equal(err.code, ERR_CANNOT_CREATE);
	assert_int_equal(folder_size(BACKUP), 4);
}

static void
test_damaged_store_gives_no_backup(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	raw_sql(CASE_STORE, "UPDATE lead SET title = 'forged'");
	assert_null(backup(BACKUP, &err));
	assert_int_equal(err.code, ERR_CHECK);
	assert_int_equal(strncmp(err.text, "table lead", 10), 0);
	assert_int_equal(folder_count(BACKUP), 0);
}

static struct desk *
open_new(void)
{
	struct desk_login login = { .path = NEW, .casefile = "TIDE" };
	struct err err = ERR_INIT;
	struct desk *d = NULL;

	assert_ok(desk_open(&d, &login, &err), err);
	return d;
}

static void
test_restored_store_holds_all_and_numbers_on(void **state)
{
	struct err err = ERR_INIT;
	struct desk_who who;
	struct stat st;

	(void)state;
	make_backup();
	assert_ok(desk_restore(BACKUP, NEW, &erased, &err), err);
	assert_int_equal(stat(NEW, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat(NEW ".key", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(folder_count(NEW ".new-"), 0);
	assert_ok(store_verifies(NEW, &err), err);

	struct desk *d = open_new();

	assert_ok(desk_who(d, &who, &err), err);
	assert_int_equal(who.n_notices, 0);
	desk_who_clear(&who);
	case_is(d, "RO-L1", "title", "Courier seen in Giurgiu");
	/* 3 were given before, 1000 left out by each restore (D4). */
	char *lead = case_add(d, "lead", "title=After", NULL);
	char *member = case_add(d, "member", "party=RO", "name=Radu Pop",
		"role=police", NULL);
	char *part = case_add(d, "comment", "of=RO-L1", "text=After", NULL);

	assert_string_equal(lead, "RO-L2003");
	assert_string_equal(member, "RO/2004");
	assert_string_equal(part, "RO-L1/comment2005");
	free(lead);
	free(member);
	free(part);
	desk_close(d);
	assert_ok(store_verifies(NEW, &err), err);
}

static void
test_restored_store_has_a_key_of_its_own(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	make_backup();
	assert_ok(desk_restore(BACKUP, NEW, &erased, &err), err);
	assert_int_equal(raw_sql(CASE_STORE, "ATTACH '" NEW "' AS new;"
		"SELECT count(*) FROM main.log_tree AS a, new.log_tree AS b"
		" WHERE a.tree = b.tree AND a.verifier = b.verifier"), 0);
	/* Each of the logs says that something new began. */
	assert_int_equal(raw_sql(NEW, "SELECT epoch FROM store"), 2);
	assert_int_equal(raw_sql(CASE_STORE, "ATTACH '" NEW "' AS new;"
		"SELECT sum(b.size - a.size) = count(*) FROM main.log_tree AS a"
		" JOIN new.log_tree AS b USING (tree)"), 1);
}

static void
test_restore_writes_over_nothing(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	make_backup();
	assert_err(desk_restore(BACKUP, CASE_STORE, &erased, &err), err,
		ERR_CANNOT_CREATE);
	folder_write(NEW ".key", "old", 3);
	assert_err(desk_restore(BACKUP, NEW, &erased, &err), err, ERR_CANNOT_CREATE);
	assert_false(folder_has(NEW));
	assert_int_equal(folder_size(NEW ".key"), 3);
	assert_int_equal(folder_count(NEW), 1);
}

static void
test_backup_that_does_not_verify_is_refused(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	make_backup();
	raw_sql(BACKUP, "UPDATE asset SET bank = 'forged' WHERE bank IS NOT"
		" NULL");
	assert_err(desk_restore(BACKUP, NEW, &erased, &err), err, ERR_CHECK);
	assert_int_equal(strncmp(err.text, "table asset", 11), 0);
	assert_int_equal(folder_count(NEW), 0);
}

static void
test_what_is_no_backup_is_refused(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_err(desk_restore("none", NEW, &erased, &err), err, ERR_NO_FILE);
	folder_write(BACKUP, "not a store", 11);
	assert_err(desk_restore(BACKUP, NEW, &erased, &err), err, ERR_DAMAGED);
	assert_int_equal(folder_count(NEW), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RICH_TEST(test_backup_is_one_verified_file),
		RICH_TEST(test_backup_writes_over_nothing),
		RICH_TEST(test_damaged_store_gives_no_backup),
		RICH_TEST(test_restored_store_holds_all_and_numbers_on),
		RICH_TEST(test_restored_store_has_a_key_of_its_own),
		RICH_TEST(test_restore_writes_over_nothing),
		RICH_TEST(test_backup_that_does_not_verify_is_refused),
		RICH_TEST(test_what_is_no_backup_is_refused),
	};

	return RUN_TESTS("src/restore", tests);
}
