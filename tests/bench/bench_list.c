/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_list.c - a list costs what its window costs, not what the case holds. */
#include <stdio.h>
#include <stdlib.h>
#include <sqlite3.h>

#include "src/kind.h"
#include "tests/bench/bench.h"

enum { RUNS = 201, WINDOW = 22 };

static void
open_page(struct desk *d, const char *sort)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD, .sort = sort };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = WINDOW };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;

	bench_must(desk_list_open(d, &spec, &opened, &err), &err, "list");
	ask.handle = opened.handle;
	bench_must(desk_list_page(d, &ask, &page, &err), &err, "page");
	desk_page_clear(&page);
	bench_must(desk_list_close(d, opened.handle, &err), &err, "close");
}

static double
median_open(struct desk *d, const char *sort)
{
	double times[RUNS];

	open_page(d, sort);
	for (int i = 0; i < RUNS; i++) {
		double start = bench_now();

		open_page(d, sort);
		times[i] = (bench_now() - start) * 1e3;
	}
	return bench_median(times, RUNS);
}

/* What D3 was chosen over: a mask tested on each row of the sort order. */
static double
median_mask_scan(const char *path)
{
	static const char sql[] =
		"SELECT l.rid, l.title FROM lead l"
		" JOIN audience a ON a.id = l.audience_id"
		" WHERE a.mask & 2 ORDER BY l.rid DESC LIMIT 22";
	sqlite3 *raw;
	sqlite3_stmt *q;
	double times[RUNS / 10];

	if (sqlite3_open_v2(path, &raw, SQLITE_OPEN_READONLY, NULL) ||
	    sqlite3_prepare_v2(raw, sql, -1, &q, NULL)) {
		fprintf(stderr, "%s\n", sqlite3_errmsg(raw));
		exit(2);
	}
	for (int i = 0; i < RUNS / 10; i++) {
		double start = bench_now();

		while (sqlite3_step(q) == SQLITE_ROW)
			;
		sqlite3_reset(q);
		times[i] = (bench_now() - start) * 1e3;
	}
	sqlite3_finalize(q);
	sqlite3_close(raw);
	return bench_median(times, RUNS / 10);
}

static void
small_against_large(void)
{
	static const char *const sorts[] = { "", "title", "due", "-changed" };

	bench_store("small.store");
	bench_fill("small.store", 1000, "team");
	bench_store("large.store");
	bench_fill("large.store", 100000, "team");
	struct desk *small = bench_desk("small.store", NULL);
	struct desk *large = bench_desk("large.store", NULL);

	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		char what[60];

		snprintf(what, sizeof(what), "open 100,000 leads by %s",
			*sorts[i] ? sorts[i] : "newest");
		double base = median_open(small, sorts[i]);

		bench_ratio(what, median_open(large, sorts[i]), "1,000:", base,
			"ms", 1.5);
	}
	desk_close(small);
	desk_close(large);
}

static void
few_of_many(void)
{
	bench_store("few.store");
	bench_fill("few.store", 100000, "own");
	bench_fill("few.store", 13, "team");
	bench_fill("few.store", 100000, "own");
	struct desk *bg = bench_desk("few.store", "BG");
	struct desk *ro = bench_desk("few.store", "RO");
	double few = median_open(bg, "");

	bench_ratio("page of a party that sees 13 of 200,000", few,
		"sees all:", median_open(ro, ""), "ms", 1.5);
	bench_ratio("the same", few, "mask on each row:",
		median_mask_scan("few.store"), "ms", 0.5);
	desk_close(bg);
	desk_close(ro);
}

int
main(void)
{
	bench_enter();
	small_against_large();
	few_of_many();
	bench_leave();
	return bench_status();
}
