/* SPDX-License-Identifier: GPL-3.0-or-later */
/* things.h - a kind of record and a kind of part that only db/'s tests know,
 * in a store in memory with the real base schema. Include after test.h. */
#ifndef TESTS_SUPPORT_THINGS_H
#define TESTS_SUPPORT_THINGS_H

#include "db/audience.h"
#include "db/private.h"
#include "db/row.h"
#include "db/schema.h"

enum { THING = 201, PIECE = 202 };

enum thing_field {
	THING_REF, THING_NONE, THING_ID, THING_PARTY, THING_NAME, THING_FROM,
	THING_SIZE, THING_SOURCE, THING_DUE, THING_N
};

static const struct field thing_fields[THING_N] = {
	[THING_REF] = FIELD(1, "ref", "Ref", FIELD_TEXT, FIELD_DIRECTORY),
	[THING_ID] = FIELD(2, "id", "Id", FIELD_TEXT, FIELD_DIRECTORY),
	[THING_PARTY] = FIELD(5, "party", "Party", FIELD_REF, 0),
	[THING_NAME] = FIELD(64, "name", "Name", FIELD_TEXT, FIELD_SORTED,
		.max = 100),
	[THING_FROM] = FIELD(65, "from", "From", FIELD_TEXT, 0),
	[THING_SIZE] = FIELD(66, "size", "Size", FIELD_COUNT, 0),
	[THING_SOURCE] = FIELD(67, "source", "Source", FIELD_TEXT, FIELD_UNIQUE),
	[THING_DUE] = FIELD(68, "due", "Due", FIELD_DATE, FIELD_SORTED),
};
/* A kind need not have every header field: NULL where it does not. */
static const struct field *const thing_had[THING_N] = {
	&thing_fields[THING_REF], NULL, &thing_fields[THING_ID],
	&thing_fields[THING_PARTY], &thing_fields[THING_NAME],
	&thing_fields[THING_FROM], &thing_fields[THING_SIZE],
	&thing_fields[THING_SOURCE], &thing_fields[THING_DUE],
};
static const struct db_table things = {
	.name = "thing", .kind = THING, .fields = thing_had, .n = THING_N,
};

enum piece_field { PIECE_TEXT, PIECE_N };

static const struct field piece_fields[PIECE_N] = {
	[PIECE_TEXT] = FIELD(64, "text", "Text", FIELD_TEXT, 0),
};
static const struct field *const piece_had[PIECE_N] = {
	&piece_fields[PIECE_TEXT],
};
static const struct db_table pieces = {
	.name = "piece", .kind = PIECE, .is_part = true, .fields = piece_had,
	.n = PIECE_N,
};

static const char things_sql[] =
	"CREATE TABLE thing(rid INTEGER PRIMARY KEY REFERENCES record(rid),"
	" case_id INTEGER NOT NULL,"
	" audience_id INTEGER NOT NULL REFERENCES audience(id), party TEXT,"
	" name TEXT CHECK(length(name) <= 100), name_s TEXT, \"from\" TEXT,"
	" size INTEGER, source TEXT, due TEXT, due_s TEXT) STRICT;"
	"CREATE INDEX thing_newest ON thing(case_id, audience_id);"
	"CREATE INDEX thing_name ON thing(case_id, audience_id, name_s);"
	"CREATE INDEX thing_due ON thing(case_id, audience_id, due_s);"
	"CREATE UNIQUE INDEX thing_source ON thing(case_id, source, party)"
	" WHERE source IS NOT NULL;"
	"CREATE TABLE piece(rid INTEGER PRIMARY KEY REFERENCES record(rid),"
	" case_id INTEGER NOT NULL,"
	" audience_id INTEGER NOT NULL REFERENCES audience(id),"
	" parent INTEGER NOT NULL REFERENCES record(rid), text TEXT) STRICT;"
	"CREATE INDEX piece_parent ON piece(parent);";

/* Setup and teardown of a test: a store with both, as *state. */
static inline int
things_create(void **state)
{
	struct db *db;

	if (!db_create(&db, ":memory:", NULL) || !db_begin(db, NULL) ||
	    !db_schema_run(db, things_sql, NULL) || !db_commit(db, NULL))
		return -1;
	*state = db;
	return 0;
}

static inline int
things_close(void **state)
{
	db_close(*state);
	return 0;
}

/* An audience of a case: whom slots name. */
static inline int64_t
things_audience(struct db *db, int64_t case_id, uint64_t mask)
{
	char text[40];
	struct db_audience a = { .case_id = case_id, .text = text, .mask = mask };
	struct err err = ERR_INIT;

	snprintf(text, sizeof(text), "only %llx", (unsigned long long)mask);

	assert_ok(db_audience_intern(db, &a, &err), err);
	return a.id;
}

/* Begin an entry for a new record: the n-th of its kind. */
static inline struct db_entry
things_entry(int kind, int n, int64_t case_id, int64_t audience_id)
{
	struct db_entry e = { .kind = kind, .case_id = case_id,
		.audience_id = audience_id };

	snprintf(e.uid, sizeof(e.uid), "%08d-0000-4000-8000-%012d", kind, n);
	snprintf(e.ref, sizeof(e.ref), "RO-T%d", n);
	return e;
}

/* Add a thing, the n-th; its rid is the answer. Within a transaction. */
static inline int64_t
things_add(struct db *db, int n, int64_t case_id, int64_t audience_id)
{
	const char *text[THING_N] = { NULL }, *keys[THING_N] = { NULL };
	const struct db_values values = { text, keys };
	struct db_entry e = things_entry(THING, n, case_id, audience_id);
	struct err err = ERR_INIT;

	assert_ok(db_row_insert(db, &things, &e, &values, &err), err);
	return e.rid;
}

#define things_test(f) \
	cmocka_unit_test_setup_teardown(f, things_create, things_close)

#endif
