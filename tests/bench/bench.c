/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.c - see bench.h. */
#include "tests/bench/bench.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "src/act.h"
#include "src/lead.h"

enum { BATCH = 1000 };

static bool broken;
static char folder[PATH_MAX];

double
bench_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
bench_median(double *times, size_t n)
{
	qsort(times, n, sizeof(*times), by_size);
	return times[n / 2];
}

static bool
judge(double value, double limit)
{
	bool ok = value <= limit;

	if (limit > 0)
		printf("  at most %.2f  %s", limit, ok ? "ok" : "OVER");
	putchar('\n');
	fflush(stdout);
	broken = broken || (limit > 0 && !ok);
	return limit <= 0 || ok;
}

bool
bench_ratio(const char *what, double value, const char *base_name, double base,
	const char *unit, double limit)
{
	printf("%-44s %10.3f %-4s %s %.3f  x %.2f", what, value, unit, base_name,
		base, value / base);
	return judge(value / base, limit);
}

bool
bench_number(const char *what, double value, const char *unit, double limit)
{
	printf("%-44s %10.3f %-4s", what, value, unit);
	return judge(value, limit);
}

int
bench_status(void)
{
	return broken;
}

void
bench_must(bool ok, const struct err *err, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "%s: %s: %s\n", what, err_word(err->code), err->text);
	exit(2);
}

void
bench_enter(void)
{
	const char *base = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/liaison-bench-XXXXXX",
		base && *base ? base : "/tmp");
	if (!hash_init() || !mkdtemp(folder) || chdir(folder) < 0)
		exit(2);
}

void
bench_leave(void)
{
	char *command = NULL;

	if (chdir("/") == 0 && asprintf(&command, "rm -rf '%s'", folder) > 0 &&
	    system(command) != 0)
		broken = true;
	free(command);
}

struct desk *
bench_desk(const char *path, const char *as)
{
	struct desk_login login = { .path = path, .as = as };
	struct err err = ERR_INIT;
	struct desk *desk = NULL;

	bench_must(desk_open(&desk, &login, &err), &err, "open");
	return desk;
}

static void
add(struct desk *d, const char *kind, const char *const *fields)
{
	struct record r;
	struct desk_change change = { .verb = "add", .fields = &r };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	record_init(&r, kind_find(kind));
	for (; *fields; fields += 2)
		record_set(&r, kind_index(r.kind, fields[0]), fields[1]);
	bench_must(desk_act(d, &change, &acted, &err), &err, kind);
	desk_acted_clear(&acted);
	record_clear(&r);
}

void
bench_store(const char *path)
{
	struct desk_init init = { path, "RO", "Ana Pop", true };
	struct err err = ERR_INIT;

	bench_must(desk_init(&init, &err), &err, "init");
	struct desk *d = bench_desk(path, NULL);

	add(d, "casefile", (const char *const[]){ "code", "TIDE", "title",
		"Operation Tide", NULL });
	add(d, "party", (const char *const[]){ "code", "BG", "name", "Bulgaria",
		"class", "signatory", NULL });
	add(d, "member", (const char *const[]){ "party", "BG", "name",
		"Boyana Ilieva", "role", "leader", NULL });
	desk_close(d);
}

static void
add_lead(struct act *a, const struct viewer *v, size_t i, const char *share)
{
	static const char *const words[] = { "boat", "villa", "courier", "bank",
		"phone", "company", "wallet", "customs" };
	struct record r;
	struct db_entry e;
	struct err err = ERR_INIT;
	char text[80];

	record_init(&r, &lead_kind);
	snprintf(text, sizeof(text), "%s seen with %s, report %zu",
		words[i * 7 % 8], words[i * 13 / 8 % 8], i * 7919 % 100003);
	record_set(&r, LEAD_TITLE, text);
	record_set(&r, LEAD_STATUS, i % 3 ? "new" : "in_work");
	record_set(&r, LEAD_PRIORITY, "normal");
	snprintf(text, sizeof(text), "2026-%02zu-%02zu", i % 12 + 1, i % 28 + 1);
	record_set(&r, LEAD_DUE, text);
	record_set(&r, HEADER_SHARE, share);
	bench_must(act_add(a, &r, v->case_id, NULL, &e, NULL, &err), &err, "fill");
	record_clear(&r);
}

void
bench_fill(const char *path, size_t n, const char *share)
{
	struct store s;
	struct viewer v = { .slot = -1 };
	struct act a;
	struct db_entry *cases;
	struct err err = ERR_INIT;
	size_t n_cases;

	bench_must(store_open(&s, path, DB_SESSION, &err), &err, "open");
	bench_must(viewer_cases(&s, s.identity, &cases, &n_cases, &err), &err,
		"cases");
	bench_must(viewer_load(&v, &s, cases[0].rid, s.identity, &err), &err,
		"viewer");
	for (size_t i = 0; i < n; i++) {
		if (i % BATCH == 0) {
			bench_must(act_begin(&a, &s, NULL, &err), &err, "begin");
			act_author(&a, &v);
		}
		add_lead(&a, &v, i, share);
		if (i % BATCH == BATCH - 1 || i == n - 1)
			bench_must(act_commit(&a, &err), &err, "commit");
	}
	free(cases);
	viewer_clear(&v);
	store_close(&s);
}
