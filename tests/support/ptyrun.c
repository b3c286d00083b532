/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ptyrun.c - see ptyrun.h. */
#include "tests/support/ptyrun.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

bool
ptyrun_start(struct ptyrun *p, char *const *argv, int columns, int rows)
{
	struct winsize size = { .ws_col = (unsigned short)columns,
		.ws_row = (unsigned short)rows };

	*p = (struct ptyrun){ 0 };
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		unsetenv("NO_COLOR");
		execvp(argv[0], argv);
		_exit(127);
	}
	return p->pid > 0;
}

size_t
ptyrun_settle(struct ptyrun *p, int quiet, double *took)
{
	double start = now_ms(), last = start;
	struct pollfd fd = { p->fd, POLLIN, 0 };
	size_t bytes = 0;
	char buf[65536];

	while (!p->over && poll(&fd, 1, quiet) > 0) {
		ssize_t n = read(p->fd, buf, sizeof(buf));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			p->over = true;
			break;
		}
		bytes += (size_t)n;
		last = now_ms();
	}
	p->bytes += bytes;
	if (took)
		*took = last - start;
	return bytes;
}

void
ptyrun_type(struct ptyrun *p, const char *keys)
{
	size_t left = strlen(keys);

	while (left) {
		ssize_t n = write(p->fd, keys, left);

		if (n < 0 && errno != EINTR)
			return;
		if (n > 0) {
			keys += n;
			left -= (size_t)n;
		}
	}
}

static double
proc_number(pid_t pid, const char *file, int field)
{
	char path[64];
	long long value = 0;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, file);
	FILE *in = fopen(path, "r");

	for (int i = 0; in && i <= field; i++)
		if (fscanf(in, "%lld", &value) != 1)
			value = 0;
	if (in)
		fclose(in);
	return (double)value;
}

double
ptyrun_cpu(const struct ptyrun *p)
{
	return proc_number(p->pid, "schedstat", 0) / 1e6;
}

double
ptyrun_rss(const struct ptyrun *p)
{
	return proc_number(p->pid, "statm", 1) *
		(double)sysconf(_SC_PAGESIZE) / (1 << 20);
}

int
ptyrun_end(struct ptyrun *p)
{
	int status = 0;

	close(p->fd);
	waitpid(p->pid, &status, 0);
	return status;
}
