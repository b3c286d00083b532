/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_budget.c - what a key may cost on a slow line, in bytes at 80x24: they are the
 * same on every machine, so that a view that wastes them is noticed. Times are in
 * tests/bench/bench_screen.c. */
#include "tests/support/test.h"

#include <sys/mman.h>
#include <sys/syscall.h>

#include "tests/support/pty.h"

enum {
	START = 2200,
	WRITES = 10,		/* at the start: the screen, then the pane */
	BAR_IN_PAGE = 200, BAR_AT_EDGE = 230,
	MARKER_IN_PAGE = 60, MARKER_AT_EDGE = 130,
	PANE = 700,		/* that follows when keys rest */
	PAGE = 1900,
	HUNDRED = 2500,		/* Downs at once */
	TYPED = 1300,		/* a character of a filter */
	CALLS = 12,		/* of the system, by a Down: a key is waited for and
				 * taken, curses writes a piece for each place where
				 * something changed, one frame goes out */
	POLLS = 2,		/* of these, whether a key is there */
	FIELD = 60,		/* a character in the field of a form ... */
	FIELD_REST = 120,	/* ... and what is told of it when keys rest */
};

/* The bytes of the first frame that a key makes: one frame is one write, and one
 * write is one read. What follows is in *rest. */
static size_t
first_frame(struct pty *p, const char *keys, size_t *rest)
{
	struct pollfd fd = { p->master, POLLIN, 0 };
	char buf[8192];
	ssize_t n;

	assert_int_equal(write(p->master, keys, strlen(keys)), strlen(keys));
	assert_true(poll(&fd, 1, PATIENCE) > 0);
	n = read(p->master, buf, sizeof(buf));
	assert_true(n > 0);
	*rest = settle(p);
	return (size_t)n;
}

/* What the program, curses within it, calls of the system. The test itself, which has
 * the same memory and waits for it in the same ways, does not count. */
static struct calls {
	int all, polls, frames;	/* frames: writes to the terminal */
} *calls;
static pid_t tester;

static void
begin_counting(void)
{
	tester = getpid();
	calls = mmap(NULL, sizeof(*calls), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(calls != MAP_FAILED);
}

static void
end_counting(void)
{
	munmap(calls, sizeof(*calls));
	calls = NULL;
}

static bool
is_counted(void)
{
	if (!calls || getpid() == tester)
		return false;
	calls->all++;
	return true;
}

/* In place of libc's, for all that is in this program. */
ssize_t
write(int fd, const void *bytes, size_t n)
{
	if (is_counted())
		calls->frames += isatty(fd);
	return syscall(SYS_write, fd, bytes, n);
}

ssize_t
read(int fd, void *bytes, size_t n)
{
	is_counted();
	return syscall(SYS_read, fd, bytes, n);
}

int
poll(struct pollfd *fds, nfds_t n, int wait)
{
	if (is_counted())
		calls->polls++;
	return (int)syscall(SYS_poll, fds, n, wait);
}

off_t
lseek(int fd, off_t to, int from)
{
	is_counted();
	return syscall(SYS_lseek, fd, to, from);
}

ssize_t
pread(int fd, void *bytes, size_t n, off_t at)
{
	is_counted();
	return syscall(SYS_pread64, fd, bytes, n, at);
}

/* One write is at least one packet on the line. */
static void
test_start_is_few_writes(void **state)
{
	struct pty p;

	(void)state;
	begin_counting();
	start(&p);
	assert_in_range(calls->frames, 1, WRITES);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
	end_counting();
}

static void
check_downs(size_t in_page, size_t at_edge)
{
	struct pty p;
	size_t rest;

	start(&p);
	assert_in_range(p.out.len, 1000, START);
	for (int i = 0; i < 6; i++) {
		assert_in_range(first_frame(&p, DOWN, &rest), 5, in_page);
		assert_in_range(rest, 0, PANE);
	}
	for (int i = 0; i < 20; i++)
		type(&p, DOWN);
	for (int i = 0; i < 6; i++) {
		assert_in_range(first_frame(&p, DOWN, &rest), 5, at_edge);
		assert_in_range(rest, 0, PANE);
	}
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_down_moves_a_bar(void **state)
{
	(void)state;
	check_downs(BAR_IN_PAGE, BAR_AT_EDGE);
}

static void
test_down_moves_a_marker_for_less(void **state)
{
	(void)state;
	pty_setting = "selection=marker";
	check_downs(MARKER_IN_PAGE, MARKER_AT_EDGE);
	pty_setting = NULL;
}

/* The pane is put away, for it is read when keys rest. The least of ten counts: now and
 * then the program looks between two keys for what others changed. */
static void
test_down_is_few_calls_of_the_system(void **state)
{
	struct pty p;
	struct calls least = { CALLS + 1, POLLS + 1, 2 };

	(void)state;
	begin_counting();
	start(&p);
	type(&p, "z");
	for (int i = 0; i < 10; i++) {
		struct calls before = *calls;

		type(&p, DOWN);
		if (calls->all - before.all < least.all)
			least = (struct calls){ calls->all - before.all,
				calls->polls - before.polls,
				calls->frames - before.frames };
	}
	assert_in_range(least.all, 5, CALLS);
	assert_in_range(least.polls, 1, POLLS);
	assert_int_equal(least.frames, 1);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
	end_counting();
}

static void
test_page_is_one_frame(void **state)
{
	struct pty p;
	size_t rest;

	(void)state;
	start(&p);
	for (int i = 0; i < 5; i++) {
		assert_in_range(first_frame(&p, PAGE_DOWN, &rest), 5, PAGE);
		assert_in_range(rest, 0, PANE);
	}
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_held_key_is_drawn_few_times(void **state)
{
	struct pty p;
	char downs[100 * sizeof(DOWN)] = "";

	(void)state;
	start(&p);
	for (int i = 0; i < 100; i++)
		memcpy(downs + 3 * (size_t)i, DOWN, 3);
	assert_in_range(type(&p, downs), 20, HUNDRED);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_filter_is_typed(void **state)
{
	struct pty p;
	char key[2] = "";

	(void)state;
	start(&p);
	assert_in_range(type(&p, "/"), 10, TYPED);
	for (const char *c = "wallet"; *c; c++) {
		key[0] = *c;
		assert_in_range(type(&p, key), 1, TYPED);
	}
	type(&p, "\033");
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_field_of_a_form_is_typed(void **state)
{
	struct pty p;
	char key[2] = "";
	size_t rest;

	(void)state;
	start(&p);
	type(&p, "n");
	for (const char *c = "Boat at pier 4"; *c; c++) {
		key[0] = *c;
		assert_in_range(first_frame(&p, key, &rest), 1, FIELD);
		assert_in_range(rest, 0, FIELD_REST);
	}
	type(&p, "\033");
	type(&p, "q");
	finish(&p);
}

static void
test_nobody_types_and_nothing_is_written(void **state)
{
	struct pty p;
	size_t before;

	(void)state;
	start(&p);
	before = p.out.len;
	/* With two looks at the store meanwhile. */
	for (int i = 0; i < 10; i++)
		settle(&p);
	assert_int_equal(p.out.len, before);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_plain_screen_changes_by_lines(void **state)
{
	struct pty p;
	size_t rest;

	(void)state;
	pty_setting = "plain=yes";
	start_at(&p, 80, 24);
	wait_for(&p, "> ");
	/* The mark goes from one row to the next, and nothing else moves. */
	for (int i = 0; i < 6; i++) {
		assert_in_range(first_frame(&p, DOWN, &rest), 5, MARKER_IN_PAGE);
		assert_int_equal(rest, 0);
	}
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
	pty_setting = NULL;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_start_is_few_writes),
	cmocka_unit_test(test_down_moves_a_bar),
	cmocka_unit_test(test_down_moves_a_marker_for_less),
	cmocka_unit_test(test_down_is_few_calls_of_the_system),
	cmocka_unit_test(test_page_is_one_frame),
	cmocka_unit_test(test_held_key_is_drawn_few_times),
	cmocka_unit_test(test_filter_is_typed),
	cmocka_unit_test(test_field_of_a_form_is_typed),
	cmocka_unit_test(test_nobody_types_and_nothing_is_written),
	cmocka_unit_test(test_plain_screen_changes_by_lines),
};

int
main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	setenv("TERM", "xterm-256color", 1);
	return RUN_TESTS("ui/budget", tests);
}
