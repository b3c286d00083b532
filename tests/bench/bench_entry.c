/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_entry.c - entering persons one by one, each an act of its own with its log,
 * its indexes, its likely doubles looked for: does the hundred thousandth cost more
 * than the first, and what does one cost beside a plain INSERT of its fields? */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>

#include "src/person.h"
#include "tests/bench/bench.h"

enum { ENTERED = 100000, BLOCK = 1000, VALUES = 5 };

static const size_t fields[VALUES] = { PERSON_NAME, PERSON_GIVEN, PERSON_FAMILY,
	PERSON_BIRTH_DATE, PERSON_NATIONALITY };

/* --- What the store does ------------------------------------------------ */

/* Of the first connection that is opened after it is watched. */
static struct {
	sqlite3 *db;
	long statements;
} watched;

static int
on_statement(unsigned what, void *context, void *statement, void *ns)
{
	(void)what, (void)context, (void)statement, (void)ns;
	watched.statements++;
	return 0;
}

static int
on_open(sqlite3 *db, char **message, const struct sqlite3_api_routines *api)
{
	(void)message, (void)api;
	if (!watched.db && sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE,
	    on_statement, NULL) == SQLITE_OK)
		watched.db = db;
	return SQLITE_OK;
}

struct cost {
	double ms;
	long statements, pages;
};

static struct cost
cost_now(void)
{
	int pages = 0, most;

	sqlite3_db_status(watched.db, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most,
		0);
	return (struct cost){ bench_now() * 1e3, watched.statements, pages };
}

/* --- Persons ------------------------------------------------------------ */

struct person {
	char values[VALUES][80];
};

static void
make_person(size_t i, struct person *p)
{
	static const char *const given[] = { "Ivan", "Maria", "Georgi", "Elena",
		"Nikolai", "Ana", "Petar", "Stoyan", "Ioana", "Viktor", "Mihai",
		"Sofia", "Andrei", "Radu", "Boyana", "Kostas", "Omar", "Leyla",
		"Jan", "Agnieszka", "Zoran", "Luca", "Claire", "Hans", "Oksana" };
	static const char *const parts[] = { "ka", "ri", "to", "ne", "ma", "lo",
		"pi", "ste", "gra", "do", "vi", "ro", "sa", "fe", "bo", "mi" };
	static const char *const ends[] = { "escu", "ov", "eanu", "son", "ski" };
	size_t x = i * 2654435761u % 1000003;
	char *family = p->values[2];

	snprintf(p->values[1], 80, "%s", given[x % 25]);
	x /= 25;
	snprintf(family, 80, "%s%s%s%s%s", parts[x % 16], parts[x / 16 % 16],
		parts[x / 256 % 16], parts[(x + i / 7) % 16], ends[i % 5]);
	*family = (char)(*family - 'a' + 'A');
	snprintf(p->values[0], 80, "%.30s %.40s", p->values[1], family);
	snprintf(p->values[3], 80, "%zu-%02zu-%02zu", 1950 + i % 50, i / 50 % 12 + 1,
		i / 600 % 28 + 1);
	snprintf(p->values[4], 80, "RO");
}

static void
enter(struct desk *d, const struct person *p)
{
	struct record r;
	struct desk_change change = { .verb = "add", .fields = &r };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	record_init(&r, &person_kind);
	for (int i = 0; i < VALUES; i++)
		record_set(&r, fields[i], p->values[i]);
	bench_must(desk_act(d, &change, &acted, &err), &err, "enter");
	desk_acted_clear(&acted);
	record_clear(&r);
}

static struct cost
enter_block(struct desk *d, size_t from)
{
	struct cost before = cost_now();

	for (size_t i = from; i < from + BLOCK; i++) {
		struct person p;

		make_person(i, &p);
		enter(d, &p);
	}
	struct cost after = cost_now();

	return (struct cost){ (after.ms - before.ms) / BLOCK,
		after.statements - before.statements,
		after.pages - before.pages };
}

/* --- A plain INSERT ----------------------------------------------------- */

static void
sql_must(sqlite3 *db, int rc)
{
	if (rc == SQLITE_OK || rc == SQLITE_DONE)
		return;
	fprintf(stderr, "%s\n", sqlite3_errmsg(db));
	exit(2);
}

/* ms for one, each durable before the next. */
static double
insert_block(void)
{
	sqlite3 *db;
	sqlite3_stmt *q;

	sql_must(NULL, sqlite3_open("plain.db", &db));
	sql_must(db, sqlite3_exec(db, "PRAGMA journal_mode=WAL;"
		"PRAGMA synchronous=FULL; CREATE TABLE person(rid INTEGER"
		" PRIMARY KEY, name, given, family, birth_date, nationality);"
		"CREATE INDEX by_name ON person(name)", NULL, NULL, NULL));
	sql_must(db, sqlite3_prepare_v2(db, "INSERT INTO person(name, given,"
		" family, birth_date, nationality) VALUES(?, ?, ?, ?, ?)", -1,
		&q, NULL));
	double start = bench_now();

	for (size_t i = 0; i < BLOCK; i++) {
		struct person p;

		make_person(i, &p);
		for (int k = 0; k < VALUES; k++)
			sql_must(db, sqlite3_bind_text(q, k + 1, p.values[k], -1,
				SQLITE_STATIC));
		sql_must(db, sqlite3_step(q));
		sql_must(db, sqlite3_reset(q));
	}
	double took = bench_now() - start;

	sqlite3_finalize(q);
	sqlite3_close(db);
	return took * 1e3 / BLOCK;
}

int
main(void)
{
	const char *wanted = getenv("BENCH_ENTERED");
	size_t n = wanted && atol(wanted) >= BLOCK ? (size_t)atol(wanted) : ENTERED;
	struct cost first = { 0 }, last = { 0 };

	bench_enter();
	bench_store("entry.store");
	sqlite3_auto_extension((void (*)(void))on_open);
	struct desk *d = bench_desk("entry.store", NULL);

	for (size_t i = 0; i + BLOCK <= n; i += BLOCK) {
		last = enter_block(d, i);
		first = i ? first : last;
		if (i / BLOCK % 10 == 9)
			printf("  %7zu: %.3f ms, %.1f statements, %.1f pages\n",
				i + BLOCK, last.ms, (double)last.statements / BLOCK,
				(double)last.pages / BLOCK);
	}
	desk_close(d);
	bench_ratio("entering a person, the last 1,000", last.ms, "the first:",
		first.ms, "ms", 1.5);
	bench_ratio("  statements", (double)last.statements / BLOCK, "the first:",
		(double)first.statements / BLOCK, "", 1.25);
	bench_ratio("  pages written", (double)last.pages / BLOCK, "the first:",
		(double)first.pages / BLOCK, "", 2.0);
	bench_ratio("  and beside a plain INSERT", last.ms, "its fields:",
		insert_block(), "ms", 0);
	bench_leave();
	return bench_status();
}
