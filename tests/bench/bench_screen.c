/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_screen.c - what a list on the screen costs, in bytes and CPU, beside the
 * least that curses can do (floor.c), at 10,000 and 100,000 records. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/bench.h"
#include "tests/support/ptyrun.h"

#define DOWN "\033OB"
#define PAGE_DOWN "\033[6~"

/* The detail pane follows when no key came for 80 ms: QUICK is before it. */
enum { QUICK = 30, QUIET = 140, DOWNS = 40, PAGES = 20, BURST = 100 };

struct cost {
	double start_ms, start_bytes;
	double down_bytes, edge_bytes, pane_bytes, page_bytes, burst_bytes;
	double down_cpu, pane_cpu, page_cpu, idle_cpu, idle_bytes;
	double typed_bytes, typed_ms, typed_most_ms, live_bytes;
	double rss, gone_ms;
};

/* Bytes and CPU of one key, the mean of n. */
static double
keys(struct ptyrun *p, const char *key, int n, int quiet, double *cpu)
{
	double before = ptyrun_cpu(p);
	size_t bytes = 0;

	for (int i = 0; i < n; i++) {
		ptyrun_type(p, key);
		bytes += ptyrun_settle(p, quiet, NULL);
	}
	if (cpu)
		*cpu = (ptyrun_cpu(p) - before) / n;
	return (double)bytes / n;
}

/* A filter, character by character: the mean of what they write, the median and the most
 * of how long it takes. Each comes while what the last one takes is being counted, as
 * keys rest for 150 ms. Then it is dropped. */
static void
filter(struct cost *c, struct ptyrun *p)
{
	static const char text[] = "courier";
	double times[sizeof(text) - 1];
	char key[2] = "";
	size_t n = sizeof(text) - 1;

	ptyrun_type(p, "/");
	ptyrun_settle(p, 400, NULL);
	for (size_t i = 0; i < n; i++) {
		key[0] = text[i];
		ptyrun_type(p, key);
		c->typed_bytes += (double)ptyrun_settle(p, 60, &times[i]) /
			(double)n;
		if (times[i] > c->typed_most_ms)
			c->typed_most_ms = times[i];
		ptyrun_settle(p, 90, NULL);
	}
	c->typed_ms = bench_median(times, n);
	ptyrun_type(p, "\033");
	ptyrun_settle(p, 400, NULL);
}

/* Somebody else changes a record that is not on the screen. */
static void
change_elsewhere(struct cost *c, struct ptyrun *p, const char *change)
{
	if (system(change) != 0)
		fprintf(stderr, "failed: %s\n", change);
	c->live_bytes = (double)ptyrun_settle(p, 4000, NULL);
}

/* change: a command that changes a record, NULL for a program without a store. */
static void
measure(struct cost *c, const char *const *argv, const char *change)
{
	struct ptyrun p;
	char burst[BURST * sizeof(DOWN)] = "";
	size_t len = 0;

	if (!ptyrun_start(&p, (char *const *)(uintptr_t)argv, 80, 24))
		exit(2);
	c->start_bytes = (double)ptyrun_settle(&p, 400, &c->start_ms);
	if (p.over) {
		fprintf(stderr, "%s ended at its start\n", argv[0]);
		exit(2);
	}
	c->down_bytes = keys(&p, DOWN, 5, QUICK, NULL);
	keys(&p, DOWN, 20, QUICK, NULL);
	ptyrun_settle(&p, 400, NULL);
	c->edge_bytes = keys(&p, DOWN, DOWNS, QUICK, &c->down_cpu);
	ptyrun_settle(&p, 400, NULL);
	c->pane_bytes = keys(&p, DOWN, DOWNS, QUIET, &c->pane_cpu);
	c->page_bytes = keys(&p, PAGE_DOWN, PAGES, QUIET, &c->page_cpu);
	for (int i = 0; i < BURST; i++)
		len += (size_t)snprintf(burst + len, sizeof(burst) - len, DOWN);
	ptyrun_type(&p, burst);
	c->burst_bytes = (double)ptyrun_settle(&p, 400, NULL);
	double before = ptyrun_cpu(&p);

	c->idle_bytes = (double)ptyrun_settle(&p, 3000, NULL);
	c->idle_cpu = (ptyrun_cpu(&p) - before) / 3;
	if (change) {
		filter(c, &p);
		change_elsewhere(c, &p, change);
	}
	c->rss = ptyrun_rss(&p);
	before = bench_now();
	ptyrun_end(&p);
	c->gone_ms = (bench_now() - before) * 1e3;
}

static void
compare(const char *label, const struct cost *ours, const struct cost *floor)
{
	printf("-- %s records\n", label);
	bench_ratio("start, ms to the last byte", ours->start_ms, "floor:",
		floor->start_ms, "ms", 12);
	bench_number("start, bytes", ours->start_bytes, "B", 2200);
	bench_number("Down in the page, bytes", ours->down_bytes, "B", 200);
	bench_number("Down at the edge, bytes", ours->edge_bytes, "B", 230);
	bench_ratio("the same", ours->edge_bytes, "floor:", floor->edge_bytes,
		"B", 0);
	bench_number("Down with the pane that follows", ours->pane_bytes, "B",
		700);
	bench_ratio("Down, CPU", ours->down_cpu, "floor:", floor->down_cpu,
		"ms", 3);
	bench_number("the same", ours->down_cpu, "ms", 0.5);
	bench_ratio("Down with the pane, CPU", ours->pane_cpu, "floor:",
		floor->pane_cpu, "ms", 0);
	bench_number("page, bytes", ours->page_bytes, "B", 1900);
	bench_ratio("page, CPU", ours->page_cpu, "floor:", floor->page_cpu, "ms",
		0);
	bench_number("100 Downs at once, bytes", ours->burst_bytes, "B", 2500);
	bench_number("a character of a filter, bytes", ours->typed_bytes, "B",
		1300);
	bench_number("the same, ms to its screen", ours->typed_ms, "ms", 20);
	bench_number("the same, the slowest one", ours->typed_most_ms, "ms",
		20);
	bench_number("idle, bytes in 3 s", ours->idle_bytes, "B", 0.5);
	bench_number("a change that is not on the screen, bytes",
		ours->live_bytes, "B", 0.5);
	bench_number("idle, CPU per s", ours->idle_cpu, "ms", 0);
	bench_ratio("memory", ours->rss, "floor:", floor->rss, "MiB", 0);
	bench_number("memory", ours->rss, "MiB", 16);
	bench_ratio("gone after a hang-up", ours->gone_ms, "floor:",
		floor->gone_ms, "ms", 0);
	bench_number("the same", ours->gone_ms, "ms", 100);
}

static void
at_size(size_t n, const char *label, const char *liaison, const char *floor)
{
	struct cost ours = { 0 }, least = { 0 };
	char store[64], rows[32], change[4200];

	snprintf(store, sizeof(store), "screen-%zu.store", n);
	snprintf(rows, sizeof(rows), "%zu", n);
	bench_store(store);
	bench_fill(store, n, "team");
	snprintf(change, sizeof(change), "'%s' --store %s set RO-L1 detail=Seen "
		">/dev/null", liaison, store);
	measure(&least, (const char *const[]){ floor, rows, NULL }, NULL);
	measure(&ours, (const char *const[]){ liaison, "--store", store,
		"--view", "list:lead", NULL }, change);
	compare(label, &ours, &least);
}

/* bench_screen LIAISON FLOOR */
int
main(int argc, char **argv)
{
	char *liaison, *floor;

	if (argc < 3 || !(liaison = realpath(argv[1], NULL)) ||
	    !(floor = realpath(argv[2], NULL))) {
		fprintf(stderr, "usage: bench_screen LIAISON FLOOR\n");
		return 2;
	}
	bench_enter();
	at_size(10000, "10,000", liaison, floor);
	at_size(100000, "100,000", liaison, floor);
	bench_leave();
	free(liaison);
	free(floor);
	return bench_status();
}
