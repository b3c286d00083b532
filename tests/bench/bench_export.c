/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_export.c - summaries of 10,000 records against the same ones as plain CSV:
 * they are gone through twice, and much is written around each. */
#include <stdio.h>
#include <sys/resource.h>

#include "base/compiler.h"
#include "tests/bench/bench.h"

enum { RECORDS = 10000, RUNS = 3 };

/* Seconds; *bytes is how long the file is. */
static double
run(struct desk *d, const struct desk_param *params, size_t n, size_t *bytes)
{
	struct desk_progress p = { 0 };
	struct desk_bytes piece = { 0 };
	struct err err = ERR_INIT;
	double start = bench_now();
	int64_t job;

	*bytes = 0;
	bench_must(desk_job_start(d, "export", params, n, &job, &err), &err,
		"export");
	do {
		desk_progress_clear(&p);
		bench_must(desk_job_poll(d, job, &p, &err), &err, "export");
		do {
			desk_bytes_clear(&piece);
			bench_must(desk_job_get(d, job, &piece, &err), &err,
				"get");
			*bytes += piece.n;
		} while (piece.n);
	} while (p.state != DESK_JOB_DONE);
	desk_bytes_clear(&piece);
	desk_progress_clear(&p);
	desk_job_end(d, job);
	return bench_now() - start;
}

static double
median_of(struct desk *d, const char *format, const char *whom, size_t *bytes)
{
	struct desk_param params[] = {
		{ "format", format }, { "kind", "lead" }, { "for", whom }
	};
	double times[RUNS];

	for (int i = 0; i < RUNS; i++)
		times[i] = run(d, params, ARRAY_SIZE(params), bytes);
	return bench_median(times, RUNS) * 1000;
}

int
main(void)
{
	static const struct { const char *format, *whom, *what; double most; }
	cases[] = {
		{ "text", "internal", "summary as text", 3.0 },
		{ "md", "internal", "summary as Markdown", 3.0 },
		{ "html", "internal", "summary as HTML", 3.0 },
		{ "html", "court:X", "HTML for a court", 3.0 },
		{ "csv", "court:X", "CSV for a court", 3.0 },
	};
	struct rusage before, after;
	size_t bytes;

	bench_enter();
	bench_store("bench.store");
	bench_fill("bench.store", RECORDS, "team");
	struct desk *d = bench_desk("bench.store", NULL);
	double base = median_of(d, "csv", "internal", &bytes);

	bench_number("CSV of 10,000 records", base, "ms", 0);
	getrusage(RUSAGE_SELF, &before);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		double ms = median_of(d, cases[i].format, cases[i].whom, &bytes);

		bench_ratio(cases[i].what, ms, "CSV", base, "ms",
			cases[i].most);
		bench_number("  its length", (double)bytes / 1024, "KiB", 0);
	}
	getrusage(RUSAGE_SELF, &after);
	bench_number("memory that summaries take besides",
		(double)(after.ru_maxrss - before.ru_maxrss) / 1024, "MiB", 16);
	desk_close(d);
	bench_leave();
	return bench_status();
}
