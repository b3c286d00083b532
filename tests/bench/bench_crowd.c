/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_crowd.c - members at work at the same time, each a process of its own: what a
 * read and a save take for one, for 2 and for 32, the middle one and the slowest of a
 * hundred. All saves go through one lock: theirs grow with the crowd, reads do not. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "src/kind.h"
#include "tests/bench/bench.h"

enum { LEADS = 10000, MOST = 32, SAVES = 25, READS = 100, ROWS = 40 };

enum what { READ, SAVE, WHATS };

static const struct { const char *name; int n; } whats[WHATS] = {
	[READ] = { "read", READS }, [SAVE] = { "save", SAVES },
};

struct times {
	double of[WHATS][READS];	/* ms */
};

static void
read_page(struct desk *d, int64_t handle)
{
	const struct desk_page_ask ask = { .handle = handle,
		.anchor = DESK_FIRST, .after = ROWS };
	struct desk_page page;
	struct err err = ERR_INIT;

	bench_must(desk_list_page(d, &ask, &page, &err), &err, "page");
	desk_page_clear(&page);
}

static void
save(struct desk *d, int i)
{
	struct record r;
	struct desk_change change = { .verb = "add", .fields = &r };
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char title[60];

	snprintf(title, sizeof(title), "Boat seen at night, report %d", i);
	record_init(&r, kind_find("lead"));
	record_set(&r, kind_index(r.kind, "title"), title);
	bench_must(desk_act(d, &change, &acted, &err), &err, "save");
	desk_acted_clear(&acted);
	record_clear(&r);
}

/* One member: reads with a save now and then, as people work. */
static void
work(int out)
{
	static struct times t;
	struct desk *d = bench_desk("crowd.store", "RO");
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	bench_must(desk_list_open(d, &spec, &opened, &err), &err, "list");
	for (int i = 0, saves = 0; i < READS; i++) {
		double start = bench_now();

		read_page(d, opened.handle);
		t.of[READ][i] = (bench_now() - start) * 1e3;
		if (i % (READS / SAVES))
			continue;
		start = bench_now();
		save(d, i);
		t.of[SAVE][saves++] = (bench_now() - start) * 1e3;
	}
	desk_close(d);
	_exit(write(out, &t, sizeof(t)) == (ssize_t)sizeof(t) ? 0 : 1);
}

static int
by_time(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The middle one and the 99th of a hundred, of all that the members measured. */
static void
sum_up(const struct times *all, int n, double p50[WHATS], double p99[WHATS])
{
	for (int w = 0; w < WHATS; w++) {
		size_t each = (size_t)whats[w].n, total = each * (size_t)n;
		double *times = calloc(total, sizeof(*times));

		for (size_t i = 0; i < total; i++)
			times[i] = all[i / each].of[w][i % each];
		qsort(times, total, sizeof(*times), by_time);
		p50[w] = times[total / 2];
		p99[w] = times[(total - 1) * 99 / 100];
		free(times);
	}
}

static void
run(int n, double p50[WHATS], double p99[WHATS])
{
	static struct times all[MOST];
	int fds[MOST][2], status;
	pid_t pids[MOST];

	for (int i = 0; i < n; i++) {
		if (pipe(fds[i]) < 0 || (pids[i] = fork()) < 0)
			exit(2);
		if (pids[i] == 0)
			work(fds[i][1]);
		close(fds[i][1]);
	}
	for (int i = 0; i < n; i++) {
		size_t got = 0;
		ssize_t more;

		while (got < sizeof(all[i]) && (more = read(fds[i][0],
		    (char *)&all[i] + got, sizeof(all[i]) - got)) > 0)
			got += (size_t)more;
		close(fds[i][0]);
		if (waitpid(pids[i], &status, 0) < 0 || status != 0 ||
		    got != sizeof(all[i]))
			exit(2);
	}
	sum_up(all, n, p50, p99);
}

int
main(void)
{
	static const int crowds[] = { 2, MOST };
	double alone50[WHATS], alone99[WHATS], p50[WHATS], p99[WHATS];
	char what[60];

	bench_enter();
	bench_store("crowd.store");
	bench_fill("crowd.store", LEADS, "team");
	run(1, alone50, alone99);
	for (size_t c = 0; c < sizeof(crowds) / sizeof(crowds[0]); c++) {
		run(crowds[c], p50, p99);
		for (int w = 0; w < WHATS; w++) {
			snprintf(what, sizeof(what), "%s, %d members, p50",
				whats[w].name, crowds[c]);
			bench_ratio(what, p50[w], "alone", alone50[w], "ms", 0);
			snprintf(what, sizeof(what), "%s, %d members, p99",
				whats[w].name, crowds[c]);
			bench_ratio(what, p99[w], "alone", alone99[w], "ms", 0);
		}
	}
	bench_leave();
	return bench_status();
}
