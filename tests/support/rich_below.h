/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rich_below.h - what in the store of rich.h, which includes it, is written below the
 * door: a run of import and of export, and what a restore does to the log. */
#ifndef TESTS_SUPPORT_RICH_BELOW_H
#define TESTS_SUPPORT_RICH_BELOW_H

#include "src/act.h"
#include "src/export_run.h"
#include "src/import_run.h"
#include "src/store.h"

/* What only an import writes: the record of its run. */
static inline void
rich_import(struct store *s, const struct viewer *v)
{
	struct record run, change;
	struct db_entry e;
	struct err err = ERR_INIT;
	struct act a;

	record_init(&run, &import_kind);
	record_set(&run, IMPORT_RUN_FILE, "accounts.csv");
	record_set(&run, IMPORT_RUN_INTO, "asset");
	record_set(&run, IMPORT_RUN_DIGEST, "5feceb66ffc86f38d952786c6d696c79"
		"c2dbc239dd4e91b46729d73a27fb57e9");
	record_set_int(&run, IMPORT_RUN_READ, 3);
	record_set(&run, IMPORT_RUN_STATE, "running");
	record_init(&change, &import_kind);
	record_set(&change, IMPORT_RUN_STATE, "done");
	assert_ok(act_begin(&a, s, NULL, &err), err);
	act_author(&a, v);
	assert_ok(act_add(&a, &run, v->case_id, NULL, &e, NULL, &err), err);
	assert_ok(act_set(&a, "set", &run, &change, &e, NULL, &err), err);
	assert_ok(act_commit(&a, &err), err);
	record_clear(&run);
	record_clear(&change);
}

/* What only an export writes. */
static inline void
rich_export(struct store *s, const struct viewer *v)
{
	struct record run;
	struct db_entry e;
	struct err err = ERR_INIT;
	struct act a;

	record_init(&run, &export_kind);
	record_set(&run, EXPORT_RUN_FORMAT, "csv");
	record_set(&run, EXPORT_RUN_FOR, "internal");
	record_set(&run, EXPORT_RUN_KINDS, "lead");
	record_set(&run, EXPORT_RUN_FILTER, "is:open");
	record_set_int(&run, EXPORT_RUN_COUNT, 1);
	assert_ok(act_begin(&a, s, NULL, &err), err);
	act_author(&a, v);
	assert_ok(act_add(&a, &run, v->case_id, NULL, &e, NULL, &err), err);
	assert_ok(act_commit(&a, &err), err);
	record_clear(&run);
}

/* Below the door: an import, an export, and what a restore does to the log. */
static inline void
rich_below(void)
{
	struct viewer v = { .slot = -1 };
	struct err err = ERR_INIT;
	struct db_entry *cases;
	struct store s;
	size_t n;

	assert_ok(store_open(&s, CASE_STORE, DB_SESSION, &err), err);
	assert_ok(viewer_cases(&s, "", &cases, &n, &err), err);
	assert_ok(viewer_load(&v, &s, cases[0].rid, s.identity, &err), err);
	rich_import(&s, &v);
	rich_export(&s, &v);
	assert_ok(store_new_epoch(&s, &err), err);
	viewer_clear(&v);
	free(cases);
	store_close(&s);
}

#endif
