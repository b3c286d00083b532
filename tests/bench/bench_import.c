/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_import.c - a file of payments of the size that real ones have, with log,
 * index and checks, against its bare rows in one SQLite transaction. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sqlite3.h>

#include "base/hash.h"
#include "base/strbuf.h"
#include "tests/bench/bench.h"

enum { ACCOUNTS = 3302, FLOWS = 15935, CHUNK = 65536 };

static void
make_accounts(struct strbuf *csv)
{
	strbuf_puts(csv, "source_id,account_no,bank,country\r\n");
	for (int i = 0; i < ACCOUNTS; i++)
		strbuf_printf(csv, "acc-%d,%lld,%s,%s\r\n", i,
			33817018409300000LL + i * 7919, i % 3 ? "null" :
			"FIRST BANK", i % 5 ? "null" : "EE");
}

/* Pairs repeat, as in life. */
static void
make_flows(struct strbuf *csv)
{
	strbuf_puts(csv, "payer,beneficiary\r\n");
	for (int i = 0; i < FLOWS; i++)
		strbuf_printf(csv, "acc-%d,acc-%d\r\n",
			(int)((long long)i * i % 997 * 3 % ACCOUNTS),
			i * 31 % ACCOUNTS);
}

static void
import(struct desk *d, const struct strbuf *csv, const struct desk_param *more,
	size_t n_more)
{
	struct desk_param params[8];
	struct desk_progress p = { 0 };
	struct err err = ERR_INIT;
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE];
	size_t sent = 0;
	int64_t job;

	hash_sha256(csv->text, csv->len, digest);
	hash_hex(digest, HASH_SIZE, hex);
	params[0] = (struct desk_param){ "digest", hex };
	params[1] = (struct desk_param){ "file", "bench.csv" };
	memcpy(params + 2, more, n_more * sizeof(*more));
	bench_must(desk_job_start(d, "import", params, 2 + n_more, &job, &err),
		&err, "import");
	do {
		desk_progress_clear(&p);
		bench_must(desk_job_poll(d, job, &p, &err), &err, "import");
		if (p.state == DESK_JOB_HUNGRY) {
			size_t n = csv->len - sent < CHUNK ? csv->len - sent :
				CHUNK;

			bench_must(desk_job_put(d, job, csv->text + sent, n,
				sent + n == csv->len, &err), &err, "put");
			sent += n;
		}
	} while (p.state != DESK_JOB_DONE);
	printf("  %s\n", p.result);
	desk_progress_clear(&p);
	desk_job_end(d, job);
}

/* The cells and nothing else. */
static double
plain_rows(const struct strbuf *csv)
{
	sqlite3 *db;
	sqlite3_stmt *q;
	char from[64], to[64];
	double start;

	if (sqlite3_open("plain.db", &db) || sqlite3_exec(db,
	    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
	    "CREATE TABLE p(rid INTEGER PRIMARY KEY, a TEXT, b TEXT);"
	    "CREATE INDEX pa ON p(a); CREATE INDEX pb ON p(b)",
	    NULL, NULL, NULL))
		exit(2);
	start = bench_now();
	sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	sqlite3_prepare_v2(db, "INSERT INTO p(a, b) VALUES(?, ?)", -1, &q, NULL);
	for (const char *line = csv->text; *line; ) {
		if (sscanf(line, "%63[^,],%63[^\r]", from, to) == 2) {
			sqlite3_bind_text(q, 1, from, -1, SQLITE_STATIC);
			sqlite3_bind_text(q, 2, to, -1, SQLITE_STATIC);
			sqlite3_step(q);
			sqlite3_reset(q);
		}
		line = strchr(line, '\n') + 1;
	}
	sqlite3_finalize(q);
	sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	sqlite3_close(db);
	return bench_now() - start;
}

int
main(void)
{
	static const struct desk_param accounts[] = {
		{ "kind", "asset" }, { "set", "type=BANK" }
	};
	static const struct desk_param flows[] = {
		{ "kind", "payment" }, { "map", "payer=from,beneficiary=to" }
	};
	struct strbuf csv = STRBUF_INIT;
	struct rusage used;
	double start;

	bench_enter();
	bench_store("import.store");
	struct desk *d = bench_desk("import.store", NULL);

	make_accounts(&csv);
	import(d, &csv, accounts, 2);
	strbuf_reset(&csv);
	make_flows(&csv);
	start = bench_now();
	import(d, &csv, flows, 2);
	double took = bench_now() - start;

	bench_number("import of 15,935 payments", took, "s", 10);
	bench_number("the same, rows a second", FLOWS / took, "", 0);
	bench_ratio("the same", took, "bare rows:", plain_rows(&csv), "s", 0);
	getrusage(RUSAGE_SELF, &used);
	bench_number("most memory so far", (double)used.ru_maxrss / 1024, "MiB",
		64);
	strbuf_clear(&csv);
	desk_close(d);
	bench_leave();
	return bench_status();
}
