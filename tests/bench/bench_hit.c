/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_hit.c - what it costs to be told of hits: a search for a number that nobody
 * holds, that one record of another party holds and that 20 hold, among 1,000 and
 * 100,000; and to enter one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ids.h"
#include "db/held.h"
#include "src/contact.h"
#include "src/kind.h"
#include "src/store.h"
#include "src/table.h"
#include "tests/bench/bench.h"

enum { TIMES = 400, ADDED = 60, BATCH = 5000 };

static const char *const store = "hit.store";
/* No three digits in a row are those of the others, which a search looks for too. */
static const char *const none = "+4917046813579", *const once = "+33612975318",
	*const twenty = "+31641592653";

/* --- Filling ------------------------------------------------------------ */

static void
add_contact(struct desk *d, const char *phone, char **uid)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	struct record r;
	struct desk_change change = { .verb = "add", .fields = &r };

	record_init(&r, &contact_kind);
	record_set(&r, CONTACT_NAME, "Desk");
	record_set(&r, CONTACT_PHONE, phone);
	record_set(&r, HEADER_SHARE, "own");
	bench_must(desk_act(d, &change, &acted, &err), &err, "add");
	if (uid)
		*uid = strdup(acted.uid);
	desk_acted_clear(&acted);
	record_clear(&r);
}

/* Rows and indexes alone: the log has no part in a look. */
static void
fill(struct store *s, const char *uid, size_t from, size_t to)
{
	struct err err = ERR_INIT;
	struct db_entry model;
	struct record r;

	bench_must(db_entry_of_uid(s->db, uid, &model, &err), &err, "entry");
	bench_must(table_load(s->db, &model, &r, &err), &err, "load");
	for (size_t i = from; i < to; i++) {
		struct db_entry e = model;
		char phone[32];

		if ((i - from) % BATCH == 0)
			bench_must(db_begin(s->db, &err), &err, "begin");
		snprintf(phone, sizeof(phone), "+35988%07zu", i + 100);
		record_set(&r, CONTACT_PHONE, phone);
		e.rid = 0;
		ids_new(e.uid);
		snprintf(e.ref, sizeof(e.ref), "BG-K%zu", i + 100);
		bench_must(table_write(s->db, &r, &e, NULL, &err), &err, "write");
		if ((i - from) % BATCH == BATCH - 1 || i + 1 == to)
			bench_must(db_commit(s->db, &err), &err, "commit");
	}
	record_clear(&r);
}

/* --- Asking ------------------------------------------------------------- */

/* Median milliseconds of a search. The access log notes one question once. */
static double
time_find(struct desk *d, const char *text)
{
	double times[TIMES];

	for (size_t i = 0; i < TIMES; i++) {
		struct desk_find_ask ask = { text, 0, 20 };
		struct desk_found found;
		struct err err = ERR_INIT;
		double start = bench_now();

		bench_must(desk_find(d, &ask, &found, &err), &err, text);
		times[i] = (bench_now() - start) * 1e3;
		desk_found_clear(&found);
	}
	return bench_median(times, TIMES);
}

static double
time_add(struct desk *d, const char *phone)
{
	double times[ADDED];

	for (size_t i = 0; i < ADDED; i++) {
		double start = bench_now();

		add_contact(d, phone, NULL);
		times[i] = (bench_now() - start) * 1e3;
	}
	return bench_median(times, ADDED);
}

/* The look alone, without the search: microseconds. */
static double
time_look(struct store *s, const char *text)
{
	char *value = strdup(text);
	const struct db_ident ident = { "phone", value, 0 };
	int64_t n[DB_HELD_SLOTS];
	double times[TIMES];

	for (size_t i = 0; i < TIMES; i++) {
		struct err err = ERR_INIT;
		double start = bench_now();

		bench_must(db_held_all(s->db, 1, &ident, n, &err), &err, "look");
		times[i] = (bench_now() - start) * 1e6;
	}
	free(value);
	return bench_median(times, TIMES);
}

static void
measure(size_t n)
{
	struct desk *d = bench_desk(store, "RO");
	double without = time_find(d, none);
	char what[80];

	snprintf(what, sizeof(what), "find what 1 of %zu holds", n);
	bench_ratio(what, time_find(d, once), "nobody:", without, "ms", 1.5);
	snprintf(what, sizeof(what), "find what 20 of %zu hold", n);
	bench_ratio(what, time_find(d, twenty), "nobody:", without, "ms", 1.5);
	double bare = time_add(d, "+40215550199");

	snprintf(what, sizeof(what), "enter what 1 of %zu holds", n);
	bench_ratio(what, time_add(d, once), "nobody:", bare, "ms", 2);
	desk_close(d);
}

int
main(void)
{
	struct err err = ERR_INIT;
	struct store s;
	char *uid = NULL;

	bench_enter();
	bench_store(store);
	struct desk *d = bench_desk(store, "BG");

	add_contact(d, once, &uid);
	for (int i = 0; i < 20; i++)
		add_contact(d, twenty, NULL);
	desk_close(d);
	bench_must(store_open(&s, store, DB_SESSION, &err), &err, "open");
	fill(&s, uid, 0, 1000);
	measure(1000);

	double small = time_look(&s, none);

	fill(&s, uid, 1000, 100000);
	measure(100000);
	bench_ratio("a look alone, of 100,000", time_look(&s, none), "of 1,000:",
		small, "us", 2);
	free(uid);
	store_close(&s);
	bench_leave();
	return bench_status();
}
