/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_kill.c - many processes at one store: some killed at any moment, none told
 * that it is busy, no acknowledged save lost. */
#include "tests/support/test.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include "tests/support/case.h"
#include "tests/support/verify.h"

enum { WRITERS = 4, KILLS = 40, CROWD = 16, EACH = 15, REF = 16 };

/* What a writer says after each save: its ref in a line of fixed length. */
static void
write_leads(int ack, int n)
{
	struct desk *d = case_desk(NULL);

	for (int i = 0; n == 0 || i < n; i++) {
		char *ref = case_add(d, "lead", "title=From one of many", NULL);
		char line[REF + 1];

		snprintf(line, sizeof(line), "%-15s\n", ref);
		free(ref);
		if (write(ack, line, REF) != REF)
			break;
	}
	desk_close(d);
	_exit(0);
}

static pid_t
start(int *ack, int n)
{
	int fds[2];

	assert_int_equal(pipe(fds), 0);
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		close(fds[0]);
		write_leads(fds[1], n);
	}
	close(fds[1]);
	*ack = fds[0];
	return pid;
}

/* Take down what a writer acknowledged; how many. */
static int
collect(int fd, FILE *into)
{
	char line[REF + 1];
	int n = 0;

	while (read(fd, line, REF) == REF) {
		line[strcspn(line, " \n")] = '\0';
		fprintf(into, "%s\n", line);
		n++;
	}
	close(fd);
	return n;
}

static void
all_are_there(const char *list)
{
	struct desk *d = case_desk(NULL);
	FILE *in = fopen(list, "r");
	char ref[64];

	assert_non_null(in);
	while (fgets(ref, sizeof(ref), in)) {
		ref[strcspn(ref, "\n")] = '\0';
		if (!case_sees(d, ref))
			fail_msg("%s was acknowledged and is not there", ref);
	}
	fclose(in);
	desk_close(d);
}

static void
test_killed_writers_lose_nothing_acknowledged(void **state)
{
	pid_t pids[WRITERS];
	int acks[WRITERS], said = 0;
	FILE *list = fopen("said", "w");
	struct err err = ERR_INIT;

	(void)state;
	assert_non_null(list);
	for (int i = 0; i < WRITERS; i++)
		pids[i] = start(&acks[i], 0);
	srand(7);
	for (int k = 0; k < KILLS; k++) {
		int victim = k % WRITERS;
		struct pollfd first = { acks[victim], POLLIN, 0 };

		/* It has begun to save; then it dies at some moment of its work. */
		assert_int_equal(poll(&first, 1, 30000), 1);
		usleep((useconds_t)(rand() % 3000));
		kill(pids[victim], SIGKILL);
		waitpid(pids[victim], NULL, 0);
		said += collect(acks[victim], list);
		pids[victim] = start(&acks[victim], 0);
	}
	for (int i = 0; i < WRITERS; i++) {
		kill(pids[i], SIGKILL);
		waitpid(pids[i], NULL, 0);
		said += collect(acks[i], list);
	}
	fclose(list);
	assert_true(said >= KILLS);
	all_are_there("said");
	assert_ok(store_verifies(CASE_STORE, &err), err);
	print_message("# %d kills, %d saves acknowledged\n", KILLS + WRITERS, said);
}

static void
test_a_crowd_adds_at_once_and_none_is_turned_away(void **state)
{
	pid_t pids[CROWD];
	int acks[CROWD], status;
	FILE *list = fopen("said", "w");
	struct err err = ERR_INIT;

	(void)state;
	assert_non_null(list);
	for (int i = 0; i < CROWD; i++)
		pids[i] = start(&acks[i], EACH);
	for (int i = 0; i < CROWD; i++) {
		assert_int_equal(collect(acks[i], list), EACH);
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	fclose(list);
	all_are_there("said");
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_killed_writers_lose_nothing_acknowledged),
		CASE_TEST(test_a_crowd_adds_at_once_and_none_is_turned_away),
	};

	return RUN_TESTS("torture/kill", tests);
}
