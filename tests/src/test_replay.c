/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_replay.c - how a record and its numbers follow from the log. */
#include "tests/support/test.h"

#include "base/ids.h"
#include "db/counter.h"
#include "src/lead.h"
#include "src/member.h"
#include "src/replay.h"
#include "src/storelog.h"

enum { CASE = 2 };

/* A log in memory to which entries are put; rids do not matter here. */
struct log {
	struct db *db;
	char id[IDS_UID_SIZE];
	int64_t tree, seq;
};

static const char uid[] = "11111111-1111-4111-8111-111111111111";
static const char who[] = "22222222-2222-4222-8222-222222222222";
static const char party[] = "33333333-3333-4333-8333-333333333333";

static int
setup(void **state)
{
	struct log *l = calloc(1, sizeof(*l));

	hash_init();
	ids_new(l->id);
	if (!db_create(&l->db, ":memory:", NULL) || !db_begin(l->db, NULL) ||
	    !db_log_tree_add(l->db, l->id, CASE, &l->tree, NULL))
		return -1;
	*state = l;
	return 0;
}

static int
teardown(void **state)
{
	struct log *l = *state;

	db_close(l->db);
	free(l);
	return 0;
}

struct put {
	const char *verb, *kind;
	int field;		/* 0: none */
	const char *value;	/* NULL: cleared */
	const char *stored;	/* what stands in the store; NULL: as value */
};

/* Put an entry of at most one field, and read it back. */
static bool
put(struct log *l, const struct put *p, struct replay_step *s, struct err *err)
{
	static const uint8_t salt[ENTRY_SALT_SIZE] = { 1, 2, 3 };
	const char *stored = p->stored ? p->stored : p->value;
	struct entry_field f = { .id = (uint16_t)p->field };
	struct entry e = {
		.log = l->id, .seq = l->seq, .act = uid, .verb = p->verb,
		.kind = p->kind, .uid = uid, .member = who, .party = party,
		.time = 1000 + l->seq, .zone = "UTC", .base = l->seq,
		.fields = &f, .n_fields = p->field ? 1 : 0,
	};
	struct strbuf data = STRBUF_INIT;

	entry_commit(salt, f.id, p->value, p->value ? strlen(p->value) : 0,
		f.commitment);
	entry_encode(&e, &data);
	assert_ok(db_log_append(l->db, l->tree, l->seq, 1, data.text, data.len,
		err), *err);
	if (p->field)
		assert_ok(db_log_value_put(l->db, l->tree, l->seq, p->field,
			salt, stored, err), *err);
	struct db_log_row row = { l->tree, l->seq++, 1,
		(const uint8_t *)data.text, data.len };
	bool ok = replay_read(l->db, l->id, &row, s, err);

	strbuf_clear(&data);
	return ok;
}

static int
id_of(const struct kind *k, size_t index)
{
	return kind_field(k, index)->id;
}

static void
test_record_follows_from_its_entries(void **state)
{
	const struct put puts[] = {
		{ "add", "lead", id_of(&lead_kind, LEAD_TITLE), "one", NULL },
		{ "set", "lead", id_of(&lead_kind, LEAD_DETAIL), "x", NULL },
		{ "set", "lead", id_of(&lead_kind, LEAD_TITLE), "two", NULL },
		{ "set", "lead", id_of(&lead_kind, LEAD_DETAIL), NULL, NULL },
	};
	struct err err = ERR_INIT;
	struct record r;

	record_init(&r, &lead_kind);
	for (size_t i = 0; i < ARRAY_SIZE(puts); i++) {
		struct replay_step s;

		assert_ok(put(*state, &puts[i], &s, &err), err);
		replay_apply(&r, &s, "case");
		replay_step_clear(&s);
	}
	assert_string_equal(record_text(&r, HEADER_ID), uid);
	assert_string_equal(record_text(&r, HEADER_KIND), "lead");
	assert_string_equal(record_text(&r, HEADER_CASE), "case");
	assert_string_equal(record_text(&r, HEADER_PARTY), party);
	assert_string_equal(record_text(&r, HEADER_CREATED_BY), who);
	assert_int_equal(record_int(&r, HEADER_CREATED), 1000);
	assert_int_equal(record_int(&r, HEADER_CHANGED), 1003);
	assert_int_equal(record_int(&r, HEADER_VERSION), 4);
	assert_string_equal(record_text(&r, LEAD_TITLE), "two");
	assert_null(record_text(&r, LEAD_DETAIL));
	record_clear(&r);
}

static void
test_member_has_no_party_of_its_own(void **state)
{
	const struct put p = { "add", "member",
		id_of(&member_kind, MEMBER_PARTY), party, NULL };
	struct replay_step s;
	struct err err = ERR_INIT;
	struct record r;

	record_init(&r, &member_kind);
	assert_ok(put(*state, &p, &s, &err), err);
	replay_apply(&r, &s, NULL);
	assert_null(record_text(&r, HEADER_PARTY));
	assert_string_equal(record_text(&r, MEMBER_PARTY), party);
	replay_step_clear(&s);
	record_clear(&r);
}

static void
test_entry_that_does_not_hold_is_named(void **state)
{
	const struct put puts[] = {
		{ "add", "lead", id_of(&lead_kind, LEAD_TITLE), "true", "false" },
		{ "add", "lead", id_of(&lead_kind, LEAD_TITLE), NULL, "some" },
		{ "add", "lead", id_of(&lead_kind, LEAD_TITLE), NULL, "" },
		{ "add", "lead", 9999, "x", NULL },	/* no such field */
		{ "add", "lead", id_of(&lead_kind, HEADER_ID), uid, NULL },
		{ "add", "rumour", 0, NULL, NULL },
	};

	for (size_t i = 0; i < ARRAY_SIZE(puts); i++) {
		struct replay_step s;
		struct err err = ERR_INIT;

		assert_err(put(*state, &puts[i], &s, &err), err, ERR_CHECK);
		assert_int_equal(strncmp(err.text, "entry ", 6), 0);
		assert_int_equal(strspn(err.text + 6, "0123456789abcdef"), 8);
	}
}

static void
test_entry_of_another_log_is_refused(void **state)
{
	struct log *l = *state;
	const struct put p = { "add", "lead", 0, NULL, NULL };
	struct db_log_cursor *c;
	struct db_log_row row;
	struct replay_step s;
	struct err err = ERR_INIT;

	assert_ok(put(l, &p, &s, &err), err);
	replay_step_clear(&s);
	assert_ok(db_log_scan(l->db, l->tree, 0, &c, &err), err);
	assert_true(db_log_next(c, &row, &err));
	assert_err(replay_read(l->db, who, &row, &s, &err), err, ERR_CHECK);
	row.seq = 7;
	assert_err(replay_read(l->db, l->id, &row, &s, &err), err, ERR_CHECK);
	db_log_cursor_close(c);
}

static void
test_missing_value_is_noted(void **state)
{
	struct log *l = *state;
	const struct put p = { "add", "lead", id_of(&lead_kind, LEAD_TITLE),
		"x", NULL };
	struct db_log_cursor *c;
	struct db_log_row row;
	struct replay_step s;
	struct err err = ERR_INIT;

	assert_ok(put(l, &p, &s, &err), err);
	assert_false(s.erased[LEAD_TITLE]);
	replay_step_clear(&s);
	/* The same entry stands once more, and none of its values. */
	assert_ok(db_log_scan(l->db, l->tree, 0, &c, &err), err);
	assert_true(db_log_next(c, &row, &err));
	row.tree = 5;
	assert_ok(replay_read(l->db, l->id, &row, &s, &err), err);
	assert_true(s.erased[LEAD_TITLE]);
	assert_int_equal(s.change.values[LEAD_TITLE].state, VALUE_CLEARED);
	replay_step_clear(&s);
	db_log_cursor_close(c);
}

/* Count an entry that gave a ref, or a restore of a tree. */
static void
count(struct log *l, int64_t tree, const struct kind *k, const char *ref)
{
	struct replay_step s = { .tree = tree, .kind = k };
	struct err err = ERR_INIT;

	s.entry.verb = ref ? "add" : "restore";
	record_init(&s.change, k);
	if (ref)
		record_set(&s.change, HEADER_REF, ref);
	assert_ok(replay_count(l->db, CASE, &s, &err), err);
	record_clear(&s.change);
}

static int64_t
next(struct log *l, const char *name)
{
	struct err err = ERR_INIT;
	int64_t n = 0;

	assert_ok(db_counter_next(l->db, CASE, name, &n, &err), err);
	return n;
}

static void
test_numbers_go_on_after_those_given(void **state)
{
	count(*state, 1, &lead_kind, "RO-L1");
	count(*state, 1, &lead_kind, "RO-L12");
	count(*state, 1, &lead_kind, "RO-L3");
	count(*state, 1, &lead_kind, "RO-LK7QM");	/* random: counts for none */
	count(*state, 1, &lead_kind, "RO-LL1234");
	assert_int_equal(next(*state, "RO-L"), 13);
	assert_int_equal(next(*state, "RO-LL"), 1);
}

static void
test_restore_moves_numbers_of_its_own_tree(void **state)
{
	count(*state, 0, &member_kind, "RO/2");
	count(*state, 0, &store_kind, NULL);
	count(*state, 0, &member_kind, "BG/1");
	count(*state, 1, &lead_kind, "RO-L4");
	count(*state, 1, &store_kind, NULL);
	count(*state, 1, &lead_kind, "BG-L1");
	assert_int_equal(next(*state, "RO/"), 1003);
	assert_int_equal(next(*state, "BG/"), 2);
	assert_int_equal(next(*state, "RO-L"), 1005);
	assert_int_equal(next(*state, "BG-L"), 2);
}

#define LOG_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		LOG_TEST(test_record_follows_from_its_entries),
		LOG_TEST(test_member_has_no_party_of_its_own),
		LOG_TEST(test_entry_that_does_not_hold_is_named),
		LOG_TEST(test_entry_of_another_log_is_refused),
		LOG_TEST(test_missing_value_is_noted),
		LOG_TEST(test_numbers_go_on_after_those_given),
		LOG_TEST(test_restore_moves_numbers_of_its_own_tree),
	};

	return RUN_TESTS("src/replay", tests);
}
