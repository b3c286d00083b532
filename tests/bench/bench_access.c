/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_access.c - what the access log costs: a page of a list, a record and a search
 * with and without it, and sessions that read at once. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "src/kind.h"
#include "tests/bench/bench.h"

enum { RUNS = 101, LEADS = 2000, WINDOW = 22, READERS = 8 };

#define STORE "access.store"

/* With the story of a training store, which is not logged, or as everybody. */
static struct desk *
sit_down(bool logged)
{
	struct desk_login login = { .path = STORE, .as = "RO", .story = !logged };
	struct err err = ERR_INIT;
	struct desk *d;

	bench_must(desk_open(&d, &login, &err), &err, "open");
	return d;
}

static void
page(struct desk *d, int i)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_page_ask ask = { .after = WINDOW };
	struct desk_opened opened;
	struct desk_page rows;
	struct err err = ERR_INIT;

	(void)i;
	bench_must(desk_list_open(d, &spec, &opened, &err), &err, "list");
	ask.handle = opened.handle;
	bench_must(desk_list_page(d, &ask, &rows, &err), &err, "page");
	desk_page_clear(&rows);
	bench_must(desk_list_close(d, opened.handle, &err), &err, "close");
}

static void
show(struct desk *d, int i)
{
	struct err err = ERR_INIT;
	struct desk_item item;
	char ref[16];

	snprintf(ref, sizeof(ref), "RO-L%d", i + 1);
	bench_must(desk_get(d, 0, ref, &item, &err), &err, "show");
	desk_item_clear(&item);
}

static void
find(struct desk *d, int i)
{
	char text[32];
	struct desk_find_ask ask = { .text = text, .limit = 20 };
	struct desk_found found;
	struct err err = ERR_INIT;

	snprintf(text, sizeof(text), "RO-L%d", i + 1);
	bench_must(desk_find(d, &ask, &found, &err), &err, "find");
	desk_found_clear(&found);
}

static double
median(struct desk *d, void (*work)(struct desk *d, int i))
{
	double times[RUNS];

	for (int i = 0; i < RUNS; i++) {
		double start = bench_now();

		work(d, i);
		times[i] = (bench_now() - start) * 1e3;
	}
	return bench_median(times, RUNS);
}

/* A page that is drawn again tells nothing new: it is not to be written again. */
static void
again(struct desk *d, int i)
{
	show(d, i % 5);
}

static void
one_session(void)
{
	static const struct {
		const char *what;
		void (*work)(struct desk *d, int i);
		double limit;
	} rows[] = {
		{ "a page of a list", page, 0 },
		{ "a record", show, 0 },
		{ "a search", find, 0 },
		{ "a record once more", again, 2.0 },
	};
	struct desk *with = sit_down(true), *without = sit_down(false);

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		double base = median(without, rows[i].work);

		bench_ratio(rows[i].what, median(with, rows[i].work),
			"unlogged", base, "ms", rows[i].limit);
	}
	desk_close(with);
	desk_close(without);
}

/* None is turned away, however many write to the one log. */
static void
many_sessions(void)
{
	double start = bench_now();
	int status, bad = 0;

	for (int i = 0; i < READERS; i++)
		if (fork() == 0) {
			struct desk *d = sit_down(true);

			for (int n = 0; n < RUNS; n++)
				show(d, n);
			desk_close(d);
			_exit(0);
		}
	while (wait(&status) > 0)
		bad += status != 0;
	bench_number("records read and logged by 8 sessions at once",
		READERS * RUNS / (bench_now() - start), "a second", 0);
	if (bad)
		exit(2);
}

int
main(void)
{
	bench_enter();
	bench_store(STORE);
	bench_fill(STORE, LEADS, "team");
	one_session();
	many_sessions();
	bench_leave();
	return bench_status();
}
