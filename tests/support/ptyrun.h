/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ptyrun.h - a program in a terminal of its own: keys in, bytes counted. */
#ifndef TESTS_SUPPORT_PTYRUN_H
#define TESTS_SUPPORT_PTYRUN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct ptyrun {
	pid_t pid;
	int fd;			/* the near side of the terminal */
	size_t bytes;		/* written by the program so far */
	bool over;		/* it closed its side */
};

/* Start argv at that size with TERM=xterm-256color. */
bool ptyrun_start(struct ptyrun *p, char *const *argv, int columns, int rows);

/* Take its output until none came for quiet ms. Returns the bytes; *took (may
 * be NULL) gets the ms from the call to the last of them. */
size_t ptyrun_settle(struct ptyrun *p, int quiet, double *took);

/* Type, without waiting. */
void ptyrun_type(struct ptyrun *p, const char *keys);

/* CPU time of the process so far, in ms; its resident memory in MiB. */
double ptyrun_cpu(const struct ptyrun *p);
double ptyrun_rss(const struct ptyrun *p);

/* Close the terminal (hang up) and wait for the end; its wait status. */
int ptyrun_end(struct ptyrun *p);

#endif
