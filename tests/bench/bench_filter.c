/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_filter.c - a filter as it is typed, letter by letter: the first page, which
 * must be there at once, and all of it, beside the bare index of the same run. */
#include <stdio.h>
#include <stdlib.h>
#include <sqlite3.h>

#include "db/search_tokenizer.h"
#include "src/kind.h"
#include "tests/bench/bench.h"

enum { RUNS = 21, WINDOW = 44 };

static const char typed[] = "courier";

static double
open_list(struct desk *d, const char *filter, bool whole)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = filter };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = WINDOW,
		.wait = whole };
	struct desk_opened opened = { 0 };
	struct desk_page page = { 0 };
	struct err err = ERR_INIT;
	double start = bench_now();

	bench_must(desk_list_open(d, &spec, &opened, &err), &err, "list");
	ask.handle = opened.handle;
	bench_must(desk_list_page(d, &ask, &page, &err), &err, "page");
	double time = (bench_now() - start) * 1e3;

	desk_page_clear(&page);
	bench_must(desk_list_close(d, opened.handle, &err), &err, "close");
	return time;
}

static double
median_open(struct desk *d, const char *filter, bool whole)
{
	double times[RUNS];

	for (int i = 0; i < RUNS; i++)
		times[i] = open_list(d, filter, whole);
	return bench_median(times, RUNS);
}

/* --- The bare index ----------------------------------------------------- */

static void
must(sqlite3 *db, int rc, int want)
{
	if (rc == want)
		return;
	fprintf(stderr, "%s\n", sqlite3_errmsg(db));
	exit(2);
}

/* All leads that hold a beginning, in the audience of the last. */
static double
median_raw(sqlite3 *db, const char *begin)
{
	static const char sql[] = "SELECT rowid FROM search_fts WHERE search_fts"
		" MATCH (SELECT 'text : (\"' || substr(text, 1, 3) || ?1 ||"
		" '\" *) AND kind : \"' || kind || '\"' FROM search_fts"
		" WHERE rowid = (SELECT max(rid) FROM lead)) ORDER BY rowid DESC";
	double times[RUNS];
	sqlite3_stmt *q;

	must(db, sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
	sqlite3_bind_text(q, 1, begin, -1, SQLITE_STATIC);
	for (int i = 0; i < RUNS; i++) {
		double start = bench_now();
		int rc;

		while ((rc = sqlite3_step(q)) == SQLITE_ROW)
			;
		must(db, rc, SQLITE_DONE);
		sqlite3_reset(q);
		times[i] = (bench_now() - start) * 1e3;
	}
	sqlite3_finalize(q);
	return bench_median(times, RUNS);
}

static void
type(struct desk *d, sqlite3 *raw, const char *records)
{
	for (int n = 1; n < (int)sizeof(typed); n++) {
		char begin[sizeof(typed)], what[80];

		snprintf(begin, sizeof(begin), "%.*s", n, typed);
		snprintf(what, sizeof(what), "%s of %s: first page", begin,
			records);
		bench_number(what, median_open(d, begin, false), "ms", 20);
		snprintf(what, sizeof(what), "%s of %s: all", begin, records);
		bench_ratio(what, median_open(d, begin, true), "bare index:",
			median_raw(raw, begin), "ms", 0);
	}
}

static void
at_size(size_t n, const char *records)
{
	char store[40];
	sqlite3 *raw;

	snprintf(store, sizeof(store), "filter-%zu.store", n);
	bench_store(store);
	bench_fill(store, n, "team");
	struct desk *d = bench_desk(store, NULL);

	must(NULL, sqlite3_open_v2(store, &raw, SQLITE_OPEN_READONLY, NULL),
		SQLITE_OK);
	must(raw, search_tokenizer_add(raw), SQLITE_OK);
	type(d, raw, records);
	sqlite3_close(raw);
	desk_close(d);
}

int
main(void)
{
	bench_enter();
	at_size(10000, "10,000");
	at_size(100000, "100,000");
	bench_leave();
	return bench_status();
}
