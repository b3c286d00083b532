/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"

#include <signal.h>
#include <sys/wait.h>

#include "db/lock.h"

/* A child that holds the lock until it is killed; returns once it has it. */
static pid_t
hold_elsewhere(const char *store)
{
	int pipes[2];
	char byte;
	pid_t pid;

	assert_int_equal(pipe(pipes), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct db_lock lock;
		bool ok = db_lock_open(&lock, store, NULL) &&
			db_lock_take(&lock, 1000, NULL);

		if (!ok || write(pipes[1], "x", 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	close(pipes[1]);
	assert_int_equal(read(pipes[0], &byte, 1), 1);
	close(pipes[0]);
	return pid;
}

static void
end_child(pid_t pid)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

static void
test_excludes_another_process_until_that_dies(void **state)
{
	struct err err = ERR_INIT;
	struct db_lock lock;
	pid_t pid = hold_elsewhere("s");

	(void)state;
	assert_ok(db_lock_open(&lock, "s", &err), err);
	assert_err(db_lock_take(&lock, 30, &err), err, ERR_BUSY);
	assert_non_null(strstr(err.text, "s: another session"));
	assert_false(lock.held);
	end_child(pid);
	assert_ok(db_lock_take(&lock, 1000, &err), err);
	assert_true(lock.held);
	db_lock_close(&lock);
}

static void
test_excludes_a_second_connection_of_one_process(void **state)
{
	struct err err = ERR_INIT;
	struct db_lock one, two;

	(void)state;
	assert_ok(db_lock_open(&one, "s", &err), err);
	assert_ok(db_lock_open(&two, "s", &err), err);
	assert_ok(db_lock_take(&one, 0, &err), err);
	assert_err(db_lock_take(&two, 1, &err), err, ERR_BUSY);
	db_lock_drop(&one);
	assert_ok(db_lock_take(&two, 0, &err), err);
	db_lock_close(&two);
	assert_ok(db_lock_take(&one, 0, &err), err);
	db_lock_close(&one);
}

static volatile sig_atomic_t seen;

static void
on_signal(int sig)
{
	seen = sig;
}

static void
test_leaves_signals_as_they_were(void **state)
{
	struct sigaction action = { .sa_handler = on_signal }, after;
	struct err err = ERR_INIT;
	struct db_lock one, two;
	sigset_t mask, mask_after;

	(void)state;
	sigaction(SIGRTMIN, &action, NULL);
	sigemptyset(&mask);
	sigaddset(&mask, SIGRTMIN);
	sigprocmask(SIG_BLOCK, &mask, NULL);
	seen = 0;
	assert_ok(db_lock_open(&one, "s", &err), err);
	assert_ok(db_lock_open(&two, "s", &err), err);
	assert_ok(db_lock_take(&one, 0, &err), err);
	assert_err(db_lock_take(&two, 20, &err), err, ERR_BUSY);
	sigaction(SIGRTMIN, NULL, &after);
	assert_ptr_equal(after.sa_handler, on_signal);
	sigprocmask(SIG_UNBLOCK, &mask, &mask_after);
	assert_true(sigismember(&mask_after, SIGRTMIN));
	assert_int_equal(seen, 0);
	signal(SIGRTMIN, SIG_DFL);
	db_lock_close(&one);
	db_lock_close(&two);
}

static void
test_other_signals_do_not_end_the_wait(void **state)
{
	struct sigaction action = { .sa_handler = on_signal };
	struct err err = ERR_INIT;
	struct db_lock lock;
	pid_t holder = hold_elsewhere("s"), killer, self = getpid();
	int status;

	(void)state;
	seen = 0;
	sigaction(SIGUSR1, &action, NULL);
	killer = fork();
	if (killer == 0) {
		for (int i = 0; i < 20; i++) {
			usleep(1000);
			kill(self, SIGUSR1);
		}
		kill(holder, SIGKILL);
		_exit(0);
	}
	assert_ok(db_lock_open(&lock, "s", &err), err);
	assert_ok(db_lock_take(&lock, 5000, &err), err);
	assert_int_equal(seen, SIGUSR1);
	signal(SIGUSR1, SIG_DFL);
	waitpid(holder, &status, 0);
	waitpid(killer, &status, 0);
	db_lock_close(&lock);
}

static void
test_a_lock_file_that_was_removed_is_no_way_round(void **state)
{
	struct err err = ERR_INIT;
	struct db_lock one, two;

	(void)state;
	assert_ok(db_lock_open(&one, "s", &err), err);
	assert_int_equal(unlink("s.lock"), 0);
	assert_ok(db_lock_open(&two, "s", &err), err);
	assert_ok(db_lock_take(&two, 0, &err), err);
	/* Its own file is free, but it is no longer the one that counts. */
	assert_err(db_lock_take(&one, 1, &err), err, ERR_BUSY);
	db_lock_close(&one);
	db_lock_close(&two);
}

static void
test_refuses_links_and_makes_a_private_file(void **state)
{
	struct err err = ERR_INIT;
	struct db_lock lock;
	struct stat st;

	(void)state;
	folder_write("other", "x", 1);
	assert_int_equal(symlink("other", "a.lock"), 0);
	assert_err(db_lock_open(&lock, "a", &err), err, ERR_IO);
	assert_int_equal(link("other", "b.lock"), 0);
	assert_err(db_lock_open(&lock, "b", &err), err, ERR_IO);
	assert_int_equal(mkfifo("c.lock", 0600), 0);
	assert_err(db_lock_open(&lock, "c", &err), err, ERR_IO);
	assert_ok(db_lock_open(&lock, "d", &err), err);
	assert_int_equal(fcntl(lock.fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	db_lock_close(&lock);
	assert_int_equal(stat("d.lock", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void
test_nothing_to_lock_is_always_free(void **state)
{
	struct db_lock one = DB_LOCK_INIT;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(db_lock_take(&one, 0, &err), err);
	db_lock_drop(&one);
	assert_ok(db_lock_take(&one, 0, &err), err);
	db_lock_close(&one);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		folder_test(test_excludes_another_process_until_that_dies),
		folder_test(test_excludes_a_second_connection_of_one_process),
		folder_test(test_leaves_signals_as_they_were),
		folder_test(test_other_signals_do_not_end_the_wait),
		folder_test(test_a_lock_file_that_was_removed_is_no_way_round),
		folder_test(test_refuses_links_and_makes_a_private_file),
		cmocka_unit_test(test_nothing_to_lock_is_always_free),
	};

	return RUN_TESTS("db/lock", tests);
}
