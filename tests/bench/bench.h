/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.h - what every bench needs: a clock, a median, one line for each number
 * beside its baseline of the same run. Machines are noisy: ratios count. */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/desk.h"

/* Seconds, monotonic. */
double bench_now(void);

/* The median of n times, which are sorted in place. */
double bench_median(double *times, size_t n);

/*
 * Print a number beside its baseline: "save  0.41 ms  plain 0.19 ms  2.2 x  at most
 * 3.0  ok". limit 0: none. Returns whether the limit holds, and remembers it.
 */
bool bench_ratio(const char *what, double value, const char *base_name,
	double base, const char *unit, double limit);

/* Print a number that stands alone, with a limit (0: none). */
bool bench_number(const char *what, double value, const char *unit, double limit);

/* Exit status of the bench: 1 when a limit was broken. */
int bench_status(void);

/* End with the error's words when a call failed. */
void bench_must(bool ok, const struct err *err, const char *what);

/* A folder of its own under TMPDIR, entered; removed by bench_leave. */
void bench_enter(void);
void bench_leave(void);

/* A training store with the case TIDE and the signatories RO and BG. */
void bench_store(const char *path);
struct desk *bench_desk(const char *path, const char *as);

/* Fill it with n leads by RO in few transactions, shared so ("team", "own"). */
void bench_fill(const char *path, size_t n, const char *share);

#endif
