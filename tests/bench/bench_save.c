/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_save.c - one save against the same rows in a plain SQLite transaction of
 * equal durability (WAL, synchronous FULL): what checks, log and door cost. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>

#include "base/ids.h"
#include "db/search_tokenizer.h"
#include "src/kind.h"
#include "tests/bench/bench.h"

enum { SAVES = 400, MAX_COLUMNS = 80, MAX_ROWS = 40 };

static void
sql_must(sqlite3 *db, int rc, const char *what)
{
	if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW)
		return;
	fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
	exit(2);
}

/* --- Our save ----------------------------------------------------------- */

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
	record_set(&r, kind_index(r.kind, "due"), "2026-03-14");
	record_set(&r, kind_index(r.kind, "grade"), "B2");
	record_set(&r, kind_index(r.kind, "tags"), "boat,night");
	bench_must(desk_act(d, &change, &acted, &err), &err, "save");
	desk_acted_clear(&acted);
	record_clear(&r);
}

/* --- The same rows, plainly ---------------------------------------------- */

/* A row that our last save wrote, to be written again under other keys. */
struct row {
	sqlite3_stmt *insert;
	sqlite3_value *values[MAX_COLUMNS];
	int n;
	int rid, seq, uid, ref;		/* columns that change; -1: none */
};

struct plain {
	sqlite3 *db;
	struct row rows[MAX_ROWS];
	int n;
	sqlite3_stmt *begin, *commit, *words, *fragments, *tree, *counter, *tally;
	sqlite3_int64 rid, seq;
};

static sqlite3_stmt *
prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q;

	sql_must(db, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT,
		&q, NULL), sql);
	return q;
}

static void
take_rows(struct plain *p, const char *table, const char *where)
{
	char sql[400];

	snprintf(sql, sizeof(sql), "SELECT * FROM %s WHERE %s", table, where);
	sqlite3_stmt *q = prepare(p->db, sql);

	while (sqlite3_step(q) == SQLITE_ROW) {
		struct row *r = &p->rows[p->n++];
		int len = snprintf(sql, sizeof(sql), "INSERT INTO %s VALUES(?",
			table);

		*r = (struct row){ .n = sqlite3_column_count(q), .rid = -1,
			.seq = -1, .uid = -1, .ref = -1 };
		for (int i = 0; i < r->n; i++) {
			const char *name = sqlite3_column_name(q, i);

			r->values[i] = sqlite3_value_dup(sqlite3_column_value(q, i));
			r->rid = strcmp(name, "rid") == 0 ? i : r->rid;
			r->seq = strcmp(name, "seq") == 0 ? i : r->seq;
			r->uid = strcmp(name, "uid") == 0 ? i : r->uid;
			r->ref = strcmp(name, "ref") == 0 ? i : r->ref;
			if (i)
				len += snprintf(sql + len,
					sizeof(sql) - (size_t)len, ",?");
		}
		snprintf(sql + len, sizeof(sql) - (size_t)len, ")");
		r->insert = prepare(p->db, sql);
	}
	sqlite3_finalize(q);
}

static void
write_row(struct plain *p, struct row *r)
{
	char uid[IDS_UID_SIZE], ref[32];

	for (int i = 0; i < r->n; i++)
		sqlite3_bind_value(r->insert, i + 1, r->values[i]);
	if (r->rid >= 0)
		sqlite3_bind_int64(r->insert, r->rid + 1, p->rid);
	if (r->seq >= 0)
		sqlite3_bind_int64(r->insert, r->seq + 1, p->seq);
	if (r->uid >= 0) {
		ids_new(uid);
		sqlite3_bind_text(r->insert, r->uid + 1, uid, -1,
			SQLITE_TRANSIENT);
	}
	if (r->ref >= 0) {
		snprintf(ref, sizeof(ref), "RO-L%lld", (long long)p->rid);
		sqlite3_bind_text(r->insert, r->ref + 1, ref, -1,
			SQLITE_TRANSIENT);
	}
	sql_must(p->db, sqlite3_step(r->insert), "row");
	sqlite3_reset(r->insert);
}

static void
run(struct plain *p, sqlite3_stmt *q)
{
	sql_must(p->db, sqlite3_step(q), "step");
	sqlite3_reset(q);
}

static void
write_all(struct plain *p)
{
	p->rid++;
	p->seq++;
	run(p, p->begin);
	for (int i = 0; i < p->n; i++)
		write_row(p, &p->rows[i]);
	sqlite3_bind_int64(p->words, 1, p->rid);
	run(p, p->words);
	sqlite3_bind_int64(p->fragments, 1, p->rid);
	run(p, p->fragments);
	run(p, p->tree);
	run(p, p->counter);
	run(p, p->tally);
	run(p, p->commit);
}

static sqlite3_int64
number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = prepare(db, sql);

	sql_must(db, sqlite3_step(q), sql);
	sqlite3_int64 n = sqlite3_column_int64(q, 0);

	sqlite3_finalize(q);
	return n;
}

static void
open_plain(struct plain *p, const char *path)
{
	*p = (struct plain){ 0 };
	sql_must(p->db, sqlite3_open(path, &p->db), "open");
	sql_must(p->db, search_tokenizer_add(p->db), "tokenizer");
	sql_must(p->db, sqlite3_exec(p->db, "PRAGMA synchronous=FULL;"
		"PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON", NULL, NULL,
		NULL), "pragma");
	p->rid = number(p->db, "SELECT max(rid) FROM record");
	p->seq = number(p->db, "SELECT max(seq) FROM log_entry WHERE tree = 1");
	take_rows(p, "record", "rid = (SELECT max(rid) FROM record)");
	take_rows(p, "lead", "rid = (SELECT max(rid) FROM record)");
	take_rows(p, "log_entry", "tree = 1 AND seq ="
		" (SELECT max(seq) FROM log_entry WHERE tree = 1)");
	take_rows(p, "log_value", "tree = 1 AND seq ="
		" (SELECT max(seq) FROM log_entry WHERE tree = 1)");
	p->begin = prepare(p->db, "BEGIN IMMEDIATE");
	p->commit = prepare(p->db, "COMMIT");
	p->words = prepare(p->db, "INSERT INTO search_fts(rowid, text, latin,"
		" skeleton, kind) SELECT ?1, text, latin, skeleton, kind"
		" FROM search_fts ORDER BY rowid DESC LIMIT 1");
	p->fragments = prepare(p->db, "INSERT INTO fragment_fts(rowid, text,"
		" kind) SELECT ?1, text, kind FROM fragment_fts"
		" ORDER BY rowid DESC LIMIT 1");
	p->tree = prepare(p->db, "UPDATE log_tree SET size = size + 1,"
		" root = randomblob(32), checkpoint = checkpoint || ''"
		" WHERE tree = 1");
	p->counter = prepare(p->db, "UPDATE counter SET last = last + 1"
		" WHERE name = 'RO-L'");
	p->tally = prepare(p->db, "UPDATE tally SET n = n + 1 WHERE kind = 4");
}

static void
close_plain(struct plain *p)
{
	sqlite3_stmt *const others[] = { p->begin, p->commit, p->words,
		p->fragments, p->tree, p->counter, p->tally };

	for (int i = 0; i < p->n; i++) {
		for (int c = 0; c < p->rows[i].n; c++)
			sqlite3_value_free(p->rows[i].values[c]);
		sqlite3_finalize(p->rows[i].insert);
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		sqlite3_finalize(others[i]);
	sqlite3_close(p->db);
}

int
main(void)
{
	static double ours[SAVES], plain[SAVES];
	struct plain p;

	bench_enter();
	bench_store("save.store");
	bench_fill("save.store", 2000, "team");
	struct desk *d = bench_desk("save.store", NULL);

	for (int i = 0; i < 20; i++)
		save(d, i);
	desk_close(d);
	if (system("cp save.store plain.store") != 0)
		return 2;
	d = bench_desk("save.store", NULL);
	open_plain(&p, "plain.store");
	/* By turns, so that both have the same weather. */
	for (int i = 0; i < SAVES; i++) {
		double start = bench_now();

		save(d, i);
		double middle = bench_now();

		write_all(&p);
		ours[i] = (middle - start) * 1e3;
		plain[i] = (bench_now() - middle) * 1e3;
	}
	bench_ratio("save of a lead, median", bench_median(ours, SAVES),
		"same rows:", bench_median(plain, SAVES), "ms", 3.0);
	bench_ratio("save of a lead, p99", ours[SAVES * 99 / 100], "same rows:",
		plain[SAVES * 99 / 100], "ms", 0);
	desk_close(d);
	close_plain(&p);
	bench_leave();
	return bench_status();
}
