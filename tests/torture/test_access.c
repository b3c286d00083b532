/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_access.c - the access log when the disk is full, a call of the file system or
 * an allocation of SQLite fails, or the process dies while it is written: nothing is
 * shown that was not noted, nothing that was noted is lost, the same desk and the next
 * start go on. */
#include "tests/support/test.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"
#include "tests/torture/vfs.h"

#define LOG CASE_STORE ".access-2026"

enum { MOST_POINTS = 20000, VERIFY_EACH = 50, READERS = 3, ROUNDS = 8 };

static int64_t
entries(const char *op)
{
	char sql[200];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM entry WHERE op = '%s'",
		op);
	return raw_sql(LOG, sql);
}

static void
add_lead(void)
{
	struct desk *d = case_desk(NULL);

	case_put(d, "lead", "title=Boat at pier 4", NULL);
	desk_close(d);
}

/* --- Ways of reading ---------------------------------------------------- */

/* Each says whether anything of the lead was given. */

static bool
get(struct desk *d, bool *shown, struct err *err)
{
	struct desk_item item = { 0 };
	bool ok = desk_get(d, 0, "RO-L1", &item, err);

	*shown = item.uid || item.n_parts || item.n_links;
	desk_item_clear(&item);
	return ok;
}

static bool
find(struct desk *d, bool *shown, struct err *err)
{
	const struct desk_find_ask ask = { .text = "pier" };
	struct desk_found found = { 0 };
	bool ok = desk_find(d, &ask, &found, err);

	*shown = found.n > 0;
	desk_found_clear(&found);
	return ok;
}

static bool
list(struct desk *d, bool *shown, struct err *err)
{
	const struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = 10 };
	struct desk_opened opened = { 0 };
	struct desk_page page = { 0 };

	*shown = false;
	if (!desk_list_open(d, &spec, &opened, err))
		return false;
	ask.handle = opened.handle;
	bool ok = desk_list_page(d, &ask, &page, err);

	*shown = page.n > 0;
	desk_page_clear(&page);
	desk_list_close(d, opened.handle, NULL);
	return ok;
}

static const struct way {
	const char *op;
	bool (*read)(struct desk *d, bool *shown, struct err *err);
} ways[] = {
	{ "read", get }, { "search", find }, { "list", list },
};

/* --- Faults ------------------------------------------------------------- */

/* One reading with a fault at its k-th occasion; did it strike? */
static bool
read_with_fault(const struct way *w, enum vfs_fault fault, long k)
{
	struct desk *d = case_desk("BG");
	int64_t before = entries(w->op);
	struct err err = ERR_INIT;
	bool shown, again;

	vfs_arm(fault, k);
	bool ok = w->read(d, &shown, &err);
	bool struck = vfs_disarm();
	int64_t after = entries(w->op);

	assert_true(ok || struck);
	assert_int_equal(shown, ok);
	/* What failed may have been noted; what was shown was. */
	assert_true(after == before + 1 || (!ok && after == before));
	if (!ok) {
		assert_true(err.text[0] != '\0');
		assert_true(err.code == ERR_IO || err.code == ERR_INTERNAL ||
			err.code == ERR_BUSY);
	}
	err_clear(&err);
	assert_ok(w->read(d, &again, &err), err);
	assert_true(again);
	assert_true(entries(w->op) >= before + 1);
	int64_t noted = entries(w->op);

	desk_close(d);
	d = case_desk("BG");
	assert_int_equal(entries(w->op), noted);
	desk_close(d);
	return struck;
}

/* Every so many occasions. */
static void
fail_each(enum vfs_fault fault, long every)
{
	struct err err = ERR_INIT;

	add_lead();
	for (size_t i = 0; i < ARRAY_SIZE(ways); i++) {
		bool struck = true;
		long k = 1;

		for (long turn = 1; struck && k < MOST_POINTS;
		     k += every * SLOWED, turn++) {
			struck = read_with_fault(&ways[i], fault, k);
			if (turn % VERIFY_EACH == 0)
				assert_ok(store_verifies(CASE_STORE, &err), err);
		}
		assert_true(k > 3 && k < MOST_POINTS);
		print_message("# %s: %ld points\n", ways[i].op, k - 1);
	}
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_the_disk_is_full_at_each_write(void **state)
{
	(void)state;
	fail_each(VFS_FULL, 1);
}

static void
test_each_call_of_the_file_system_fails(void **state)
{
	(void)state;
	fail_each(VFS_IO, 3);
}

static void
test_each_allocation_fails(void **state)
{
	(void)state;
	fail_each(VFS_MEMORY, 67);
}

/* Nobody sits down of whom that cannot be noted, and the next one does. */
static void
test_who_cannot_be_noted_does_not_sit_down(void **state)
{
	const struct desk_login login = { .path = CASE_STORE, .as = "BG" };
	bool struck = true;
	long k = 1;

	(void)state;
	for (; struck && k < MOST_POINTS; k += SLOWED) {
		int64_t before = entries("login");
		struct desk *d = NULL;
		struct err err = ERR_INIT;

		vfs_arm(VFS_FULL, k);
		bool ok = desk_open(&d, &login, &err);

		struck = vfs_disarm();
		assert_true(ok || struck);
		assert_int_equal(ok, d != NULL);
		assert_true(!ok || entries("login") == before + 1);
		desk_close(d);
		desk_close(case_desk("BG"));
	}
	assert_true(k > 1 && k < MOST_POINTS);
}

/* --- Kills -------------------------------------------------------------- */

/* Says so after each reading that gave something. */
static void
read_on(int ack)
{
	struct err err = ERR_INIT;
	bool shown;

	for (;;) {
		struct desk *d = case_desk("BG");

		if (!get(d, &shown, &err) || !shown ||
		    write(ack, "r", 1) != 1)
			_exit(1);
		desk_close(d);
	}
}

static pid_t
start(int *ack)
{
	int fds[2];

	assert_int_equal(pipe(fds), 0);
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		close(fds[0]);
		read_on(fds[1]);
	}
	close(fds[1]);
	*ack = fds[0];
	return pid;
}

/* How many readings it told of before it was ended. */
static int64_t
end(pid_t pid, int ack)
{
	int64_t n = 0;
	char c;

	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	while (read(ack, &c, 1) == 1)
		n++;
	close(ack);
	return n;
}

static void
test_killed_readers_saw_nothing_that_was_not_noted(void **state)
{
	pid_t pids[READERS];
	int acks[READERS];
	int64_t seen = 0, noted = 0;
	struct err err = ERR_INIT;

	(void)state;
	add_lead();
	srand(11);
	for (int round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < READERS; i++)
			pids[i] = start(&acks[i]);
		for (int i = 0; i < READERS; i++) {
			struct pollfd first = { acks[i], POLLIN, 0 };

			assert_int_equal(poll(&first, 1, 60000), 1);
		}
		for (int i = 0; i < READERS; i++) {
			usleep((useconds_t)(rand() % 4000));
			seen += end(pids[i], acks[i]);
		}
		/* What was in the log stays in it, whoever dies. */
		int64_t now = entries("read");

		assert_true(now >= noted && now >= seen);
		noted = now;
	}
	assert_true(seen >= ROUNDS * READERS);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	add_lead();
	print_message("# %d kills, %d readings\n", ROUNDS * READERS, (int)seen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_the_disk_is_full_at_each_write),
		CASE_TEST(test_each_call_of_the_file_system_fails),
		CASE_TEST(test_each_allocation_fails),
		CASE_TEST(test_who_cannot_be_noted_does_not_sit_down),
		CASE_TEST(test_killed_readers_saw_nothing_that_was_not_noted),
	};

	vfs_install();
	return RUN_TESTS("torture/access", tests);
}
