/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_links.c - what lies around a person in a case of 100,000 links, and the way
 * from one to another, against a recursive query of SQLite alone over the same
 * rows, which knows of no viewer; and a person who has 10,000 links. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>

#include "base/ids.h"
#include "src/act.h"
#include "src/link.h"
#include "src/person.h"
#include "src/store.h"
#include "tests/bench/bench.h"

enum { PERSONS = 50000, LINKS = 100000, HUB = 10000, BATCH = 5000, ASKED = 300 };

static const char *const store = "links.store";
static char (*uids)[IDS_UID_SIZE];	/* of persons; the first is the hub */

static void
sql_must(sqlite3 *db, int rc, const char *what)
{
	if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE)
		return;
	fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
	exit(2);
}

/* --- A case ------------------------------------------------------------- */

static uint64_t seed = 28;

static size_t
below(size_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (size_t)((seed >> 33) % n);
}

struct filler {
	struct store s;
	struct viewer v;
	struct act a;
	size_t n;
};

static void
put(struct filler *f, struct record *r, char uid[IDS_UID_SIZE])
{
	struct err err = ERR_INIT;
	struct db_entry e;

	if (f->n % BATCH == 0) {
		bench_must(act_begin(&f->a, &f->s, NULL, &err), &err, "begin");
		act_author(&f->a, &f->v);
	}
	record_set(r, HEADER_SHARE, "team");
	bench_must(act_add(&f->a, r, f->v.case_id, NULL, &e, NULL, &err), &err,
		"add");
	if (uid)
		memcpy(uid, e.uid, IDS_UID_SIZE - 1);
	if (++f->n % BATCH == 0)
		bench_must(act_commit(&f->a, &err), &err, "commit");
	record_clear(r);
}

static void
put_link(struct filler *f, size_t a, size_t b)
{
	struct record r;

	record_init(&r, &link_kind);
	record_set(&r, LINK_TYPE, "knows");
	record_set(&r, LINK_A, uids[a]);
	record_set(&r, LINK_B, uids[b]);
	put(f, &r, NULL);
}

static void
fill(void)
{
	struct filler f = { .v = { .slot = -1 } };
	struct db_entry *cases;
	struct err err = ERR_INIT;
	size_t n;

	bench_must(store_open(&f.s, store, DB_SESSION, &err), &err, "open");
	bench_must(viewer_cases(&f.s, f.s.identity, &cases, &n, &err), &err,
		"cases");
	bench_must(viewer_load(&f.v, &f.s, cases[0].rid, f.s.identity, &err),
		&err, "viewer");
	uids = calloc(PERSONS, sizeof(*uids));
	for (size_t i = 0; i < PERSONS; i++) {
		struct record r;
		char name[40];

		snprintf(name, sizeof(name), "Person %zu", i);
		record_init(&r, &person_kind);
		record_set(&r, PERSON_NAME, name);
		put(&f, &r, uids[i]);
	}
	for (size_t i = 0; i < HUB; i++)
		put_link(&f, 0, 1 + i);
	/* The others know each other, the hub's friends among them not: so the
	 * usual question does not end at the hub. */
	for (size_t i = 0; i < LINKS - HUB; i++)
		put_link(&f, HUB + 1 + below(PERSONS - HUB - 1),
			HUB + 1 + below(PERSONS - HUB - 1));
	if (f.n % BATCH)
		bench_must(act_commit(&f.a, &err), &err, "commit");
	free(cases);
	viewer_clear(&f.v);
	store_close(&f.s);
}

/* --- All around --------------------------------------------------------- */

static const char around[] =
	"WITH RECURSIVE near(uid, depth) AS (SELECT ?1, 0"
	" UNION SELECT l.b, depth + 1 FROM near JOIN link AS l ON l.a = uid"
	" WHERE depth < ?2"
	" UNION SELECT l.a, depth + 1 FROM near JOIN link AS l ON l.b = uid"
	" WHERE depth < ?2)"
	" SELECT l.type, l.from_date, l.to_date, l.percent, l.grade, l.note,"
	" o.ref, p.name, r.ref FROM (SELECT DISTINCT uid FROM near"
	" WHERE depth < ?2) AS n JOIN link AS l ON l.a = n.uid OR l.b = n.uid"
	" JOIN record AS r ON r.rid = l.rid JOIN record AS o ON o.uid ="
	" CASE n.uid WHEN l.a THEN l.b ELSE l.a END"
	" JOIN person AS p ON p.rid = o.rid";

static size_t
ask_plain(sqlite3 *db, sqlite3_stmt *q, size_t who, int depth)
{
	size_t n = 0;
	int rc;

	sqlite3_bind_text(q, 1, uids[who], -1, SQLITE_STATIC);
	sqlite3_bind_int(q, 2, depth);
	while ((rc = sqlite3_step(q)) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(q); i++)
			n += i == 0 || !sqlite3_column_text(q, i) ? i == 0 : 0;
	sql_must(db, rc, "around");
	sqlite3_reset(q);
	return n;
}

static size_t
ask(struct desk *d, size_t who, int depth)
{
	struct desk_links_ask q = { .ref = uids[who], .depth = depth, .wait = 1 };
	struct desk_links links;
	struct err err = ERR_INIT;

	bench_must(desk_links(d, &q, &links, &err), &err, "links");
	size_t n = links.n;

	desk_links_clear(&links);
	return n;
}

static void
bench_around(struct desk *d, sqlite3 *db, sqlite3_stmt *q, int depth,
	double limit)
{
	double ours[ASKED], theirs[ASKED];
	size_t n = 0;
	char what[60];

	for (size_t i = 0; i < ASKED; i++) {
		size_t who = HUB + 1 + below(PERSONS - HUB - 1);
		double at = bench_now();

		n += ask(d, who, depth);
		ours[i] = bench_now() - at;
		at = bench_now();
		ask_plain(db, q, who, depth);
		theirs[i] = bench_now() - at;
	}
	snprintf(what, sizeof(what), "around at depth %d (%.0f links)", depth,
		(double)n / ASKED);
	bench_ratio(what, 1e3 * bench_median(ours, ASKED), "plain",
		1e3 * bench_median(theirs, ASKED), "ms", limit);
}

static void
bench_ways(struct desk *d)
{
	double times[ASKED / 10];

	for (size_t i = 0; i < ASKED / 10; i++) {
		struct desk_paths_ask q = { .depth = 6, .wait = 1,
			.from = uids[HUB + 1 + below(PERSONS - HUB - 1)],
			.to = uids[HUB + 1 + below(PERSONS - HUB - 1)] };
		struct desk_paths paths;
		struct err err = ERR_INIT;
		double at = bench_now();

		if (desk_paths(d, &q, &paths, &err))
			desk_paths_clear(&paths);
		times[i] = bench_now() - at;
	}
	bench_number("ways of at most 6 steps", 1e3 *
		bench_median(times, ASKED / 10), "ms", 0);
}

/* --- Very many on one --------------------------------------------------- */

static void
bench_hub(struct desk *d)
{
	double hub[ASKED], usual[ASKED];
	struct err err = ERR_INIT;

	for (size_t i = 0; i < ASKED; i++) {
		struct desk_item item;
		double at = bench_now();

		bench_must(desk_get(d, 0, uids[0], &item, &err), &err, "get");
		hub[i] = bench_now() - at;
		if (item.links_total != HUB || item.n_links != DESK_LINKS_SHOWN)
			exit(2);
		desk_item_clear(&item);
		at = bench_now();
		bench_must(desk_get(d, 0, uids[HUB + 1 + i], &item, &err), &err,
			"get");
		usual[i] = bench_now() - at;
		desk_item_clear(&item);
	}
	bench_ratio("a person with 10,000 links, 100 of them", 1e3 *
		bench_median(hub, ASKED), "with 4", 1e3 *
		bench_median(usual, ASKED), "ms", 0);
}

static void
bench_share(struct desk *d)
{
	struct record r;
	struct desk_change change = { .verb = "set", .ref = uids[0],
		.fields = &r };
	struct desk_acted acted;
	struct err err = ERR_INIT;
	double at = bench_now();

	record_init(&r, &person_kind);
	record_set(&r, HEADER_SHARE, "own");
	bench_must(desk_act(d, &change, &acted, &err), &err, "share");
	bench_number("sharing it anew, with its 10,000 links",
		bench_now() - at, "s", 0);
	desk_acted_clear(&acted);
	record_clear(&r);
}

int
main(void)
{
	sqlite3 *db;
	sqlite3_stmt *q;

	bench_enter();
	bench_store(store);
	fill();
	struct desk *d = bench_desk(store, NULL);

	sql_must(NULL, sqlite3_open_v2(store, &db, SQLITE_OPEN_READONLY, NULL),
		"open");
	sql_must(db, sqlite3_prepare_v2(db, around, -1, &q, NULL), "around");
	for (int depth = 1; depth <= 4; depth++)
		bench_around(d, db, q, depth, depth == 3 ? 3 : 0);
	bench_ways(d);
	bench_hub(d);
	sqlite3_finalize(q);
	sqlite3_close(db);
	bench_share(d);
	desk_close(d);
	free(uids);
	bench_leave();
	return bench_status();
}
